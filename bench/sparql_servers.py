"""The SPARQL servers that are measured side by side, each on the same quads and on a port of its own."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
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
def ours(dataset: Path, seconds: float = 60, workers: int = 2) -> Iterator[Server]:
    """Sankyoku, on a dataset folder."""
    port = _free_port()
    command = [sys.executable, "-m", "bench.sparql_serve", str(dataset), str(port), str(workers), str(seconds)]
    with _running("sankyoku", command, port, "/sparql", _HERE) as server:
        yield server


def oxigraph_load(folder: Path, quads: Path, *, optimize: bool = False) -> float:
    """``oxigraph load`` into a new folder, and ``oxigraph optimize`` where asked for; the seconds that it took."""
    began = time.perf_counter()
    commands = [["load", "--location", str(folder), "--file", str(quads)]]
    commands += [["optimize", "--location", str(folder)]] if optimize else []
    for command in commands:
        subprocess.run([_oxigraph(), *command], check=True, capture_output=True)
    return time.perf_counter() - began


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """``oxigraph serve-read-only`` with the union of all graphs as the default graph, as ours has it."""
    port = _free_port()
    command = [_oxigraph(), "serve-read-only", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running(folder.name, [*command, "--union-default-graph"], port, "/query", folder) as server:
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
    return shutil.which("virtuoso-t") is not None and shutil.which("isql-vt") is not None


def virtuoso_load(folder: Path, quads: Path) -> float:
    """Virtuoso's bulk loader into a new database; the seconds that it took, with the checkpoint that ends it."""
    folder.mkdir()
    with virtuoso(folder, quads.parent):
        began = time.perf_counter()
        words = f"ld_dir('{quads.parent}', '{quads.name}', 'urn:none'); rdf_loader_run(); checkpoint;"
        address = f"127.0.0.1:{(folder / 'port').read_text()}"
        subprocess.run(["isql-vt", address, "dba", "dba", f"exec={words}"], check=True, capture_output=True)
        return time.perf_counter() - began


@contextlib.contextmanager
def virtuoso(folder: Path, reads: Path | None = None, seconds: int = 60) -> Iterator[Server]:
    """Virtuoso on the database in ``folder``, with the memory that its manual has for 8 GB."""
    port, sql_port = _free_port(), _free_port()
    (folder / "port").write_text(str(sql_port))
    told = _VIRTUOSO.format(folder=folder, reads=reads or folder, port=port, sql_port=sql_port, seconds=seconds)
    (folder / "virtuoso.ini").write_text(told)
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with _running("virtuoso", command, port, "/sparql", folder, end=signal.SIGINT) as server:
        yield server


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


def peak_memory() -> int:
    """The most resident bytes that this process had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@contextlib.contextmanager
def _running(  # noqa: PLR0917 - what a server is told apart by
    name: str, command: list[str], port: int, path: str, folder: Path, end: signal.Signals = signal.SIGTERM
) -> Iterator[Server]:
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        address = f"http://127.0.0.1:{port}{path}?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D"
        while True:
            assert process.poll() is None, f"{name} ended before it was ready"
            assert time.monotonic() < deadline, f"{name} was not ready in time"
            with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):
                break
            time.sleep(0.1)
        yield Server(name, port, path, process.pid)
    finally:
        process.send_signal(end)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(20)


def _oxigraph() -> str:
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert found, "install the package oxigraph to measure against it"
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


_VIRTUOSO: Final = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
ServerThreads = 20
NumberOfBuffers = 680000
MaxDirtyBuffers = 500000
DirsAllowed = {folder}, {reads}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 20
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = {seconds}
"""
