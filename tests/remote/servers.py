"""SPARQL servers of other makers, started on loopback for the length of a test."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2

_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Remote:
    """Where a server takes queries, updates and graphs."""

    query: str
    update: str
    graph_store: str


def has_oxigraph() -> bool:
    """Whether the binary of the package ``oxigraph`` is installed."""
    return _oxigraph() is not None


def has_virtuoso() -> bool:
    """Whether Debian's ``virtuoso-opensource`` is installed."""
    return shutil.which("virtuoso-t") is not None


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Remote]:
    """An empty Oxigraph server."""
    port, binary = _free_port(), _oxigraph()
    assert binary is not None
    command = [binary, "serve", "--location", str(folder / "oxigraph"), "--bind", f"127.0.0.1:{port}"]
    here = f"http://127.0.0.1:{port}"
    with _running(command, folder, f"{here}/query?query=ASK%7B%7D"):
        yield Remote(f"{here}/query", f"{here}/update", f"{here}/store")


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[Remote]:
    """An empty Virtuoso, with its own configuration and files below ``folder``; its writer is dba."""
    port, sql_port = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(folder=folder, port=port, sql_port=sql_port), encoding="ascii")
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    here, writer = f"http://127.0.0.1:{port}", f"http://dba:dba@127.0.0.1:{port}"
    with _running(command, folder, f"{here}/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"):
        yield Remote(f"{here}/sparql", f"{writer}/sparql-auth", f"{writer}/sparql-graph-crud-auth")


@contextlib.contextmanager
def _running(command: list[str], folder: Path, address: str) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            assert process.poll() is None, f"{command[0]} ended before it was ready"
            assert time.monotonic() < deadline, f"{command[0]} was not ready in time"
            with contextlib.suppress(httpx2.HTTPError):
                if httpx2.get(address, timeout=5).is_success:
                    break
            time.sleep(0.1)
        yield
    finally:
        process.kill()
        process.wait(20)


def _oxigraph() -> str | None:
    return shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


_INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
ServerThreads = 8
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 30
"""
