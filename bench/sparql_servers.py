"""The SPARQL servers that are measured side by side, each on the same quads and on a port of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent.parent
#: Queries that a server may take this long to be ready for.
_PATIENCE_SECONDS: Final = 900


@dataclass(frozen=True)
class Server:
    """A server that runs: its name, where it takes queries, its process."""

    name: str
    port: int
    path: str
    pid: int


@contextlib.contextmanager
def ours(dataset: Path, workers: int = 2, seconds: float = 60) -> Iterator[Server]:
    """Sankyoku, on a dataset folder."""
    port = _free_port()
    command = [sys.executable, "-m", "bench.sparql_serve", str(dataset), str(port), str(workers), str(seconds)]
    with _running("sankyoku", command, port, "/sparql", _HERE) as server:
        yield server


def oxigraph_load(folder: Path, quads: Path) -> float:
    """``oxigraph load`` into a new folder; the seconds that it took."""
    began = time.perf_counter()
    subprocess.run(
        [_oxigraph(), "load", "--location", str(folder), "--file", str(quads)], check=True, capture_output=True
    )
    return time.perf_counter() - began


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """``oxigraph serve-read-only`` with the union of all graphs as the default graph, as ours has it."""
    port = _free_port()
    command = [_oxigraph(), "serve-read-only", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running("oxigraph serve", [*command, "--union-default-graph"], port, "/query", folder) as server:
        yield server


@contextlib.contextmanager
def rdflib_endpoint(quads: Path) -> Iterator[Server]:
    """rdflib-endpoint over an rdflib dataset in memory."""
    port = _free_port()
    command = [sys.executable, "-m", "bench.rdflib_serve", str(quads), str(port)]
    with _running("rdflib-endpoint", command, port, "/", _HERE) as server:
        yield server


def has_virtuoso() -> bool:
    """Whether Debian's Virtuoso is installed."""
    return shutil.which("virtuoso-t") is not None


def memory_of(pid: int) -> int:
    """Resident bytes of a process and of all below it."""
    total, waiting = 0, [pid]
    while waiting:
        one = waiting.pop()
        with contextlib.suppress(OSError):
            pages = int(Path(f"/proc/{one}/statm").read_text().split()[1])
            total += pages * os.sysconf("SC_PAGE_SIZE")
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
    return total


@contextlib.contextmanager
def _running(name: str, command: list[str], port: int, path: str, folder: Path) -> Iterator[Server]:
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        address = f"http://127.0.0.1:{port}{path}?query=ASK%20%7B%7D"
        while True:
            assert process.poll() is None, f"{name} ended before it was ready"
            assert time.monotonic() < deadline, f"{name} was not ready in time"
            with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
                break
            time.sleep(0.1)
        yield Server(name, port, path, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _oxigraph() -> str:
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert found, "install the package oxigraph to measure against it"
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
