"""The clients that endpoints are measured with: a few lines on raw sockets, so that little of the time is their own."""

from __future__ import annotations

import asyncio
import math
import select
import socket
import time
from typing import Final
from urllib.parse import quote

from bench.sparql_servers import Server

_ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9"
#: What a query took that was not answered in time.
LATE: Final = math.inf
#: What a query took that was answered with an error.
REFUSED: Final = math.nan


class Caller:
    """One connection to a server, kept open, for one query after the other."""

    def __init__(self, server: Server, patience: float) -> None:
        self._server, self._patience = server, patience
        self._socket: socket.socket | None = None

    def ask(self, query: str) -> float:
        """The seconds until the last byte of the answer was here; ``LATE`` or ``REFUSED``."""
        request = _request(self._server, query)
        connection = self._still_open() or self._connected()
        began = time.perf_counter()
        try:
            connection.sendall(request)
            data = connection.recv(2**20)
            while (missing := _missing(data)) != 0:
                piece = connection.recv(2**20 if missing < 0 else max(missing, 2**16))
                if not piece:
                    self.close()
                    return REFUSED
                data += piece
                connection.settimeout(max(0.001, began + self._patience - time.perf_counter()))
        except TimeoutError:
            self.close()
            return LATE
        except OSError:
            self.close()
            return REFUSED
        took = time.perf_counter() - began
        connection.settimeout(self._patience)
        return took if data[:12].endswith(b" 200") else REFUSED

    def close(self) -> None:
        """Closes the connection; the next query opens another."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _still_open(self) -> socket.socket | None:
        """The connection, unless the server closed it meanwhile: some do after seconds without a request."""
        if self._socket is not None and select.select([self._socket], [], [], 0)[0]:
            self.close()  # nothing was asked, so what can be read is its end
        return self._socket

    def _connected(self) -> socket.socket:
        self._socket = socket.create_connection(("127.0.0.1", self._server.port), self._patience)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self._socket


class Client:
    """One connection among many, for an event loop."""

    def __init__(self, server: Server, source: str) -> None:
        self._server, self._source = server, source

    async def __aenter__(self) -> Client:
        self._in, self._out = await asyncio.open_connection(
            "127.0.0.1", self._server.port, local_addr=(self._source, 0), limit=2**26
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        self._out.close()

    async def ask(self, query: str) -> float:
        """The seconds until the last byte of the answer was here, or ``REFUSED``."""
        began = time.perf_counter()
        self._out.write(_request(self._server, query))
        head = (await self._in.readuntil(b"\r\n\r\n")).lower()
        if b"transfer-encoding: chunked" in head:
            while size := int(await self._in.readline(), 16):
                await self._in.readexactly(size + 2)
            await self._in.readline()
        else:
            await self._in.readexactly(_length(head))
        return time.perf_counter() - began if head.startswith(b"http/1.1 200") else REFUSED


def _request(server: Server, query: str) -> bytes:
    return (f"GET {server.path}?query={quote(query)} HTTP/1.1\r\nHost: x\r\nAccept: {_ACCEPT}\r\n\r\n").encode()


def _missing(data: bytes) -> int:
    """How many bytes of an answer are still to come; negative where that is not known."""
    head, end, body = data.partition(b"\r\n\r\n")
    if not end:
        return -1
    head = head.lower()
    if b"transfer-encoding: chunked" in head:
        return 0 if body.endswith(b"0\r\n\r\n") else -1
    return _length(head) - len(body)


def _length(head: bytes) -> int:
    return int(head.partition(b"content-length:")[2].split()[0])
