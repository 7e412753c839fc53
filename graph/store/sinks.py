"""Where a worker writes an answer: a buffer that stops the query at a limit of bytes or of rows.

The engine writes bytes, not rows. Rows are told apart by what cannot stand inside a value in each format, so
the count is exact however the engine cuts its output.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

LimitName = Literal["rows", "bytes"]


class AnswerLimit(Exception):
    """The answer has more rows or bytes than allowed; ``name`` says which."""

    def __init__(self, name: LimitName) -> None:
        super().__init__(name)
        self.name: LimitName = name


class Sink:
    """A binary file in memory, for the engine to write to."""

    def __init__(self, limit: int, rows: Callable[[bytes], int] | None = None, row_limit: int = 0) -> None:
        self._limit = limit
        self._chunks: list[bytes] = []
        self._size = 0
        self._count = rows
        self._row_limit = row_limit
        self._counted = 0
        self._rows = 0

    def write(self, chunk: bytes) -> int:
        """Keeps ``chunk``; raises ``AnswerLimit`` when that is more than allowed."""
        self._size += len(chunk)
        if self._size > self._limit:
            raise AnswerLimit("bytes")
        self._chunks.append(bytes(chunk))
        if self._size > self._row_limit and self._count is not None:  # a row has a byte at least
            self._check_rows(self._count)
        return len(chunk)

    def _check_rows(self, count: Callable[[bytes], int]) -> None:
        self._rows += sum(map(count, self._chunks[self._counted :]))
        self._counted = len(self._chunks)
        if self._rows > self._row_limit:
            raise AnswerLimit("rows")

    def flush(self) -> None:
        """Nothing to do; the engine asks for it."""

    def take(self) -> bytes:
        """All that was written."""
        return b"".join(self._chunks)


class JsonRows:
    """Rows of SPARQL JSON: in the text outside strings, an object after ``[`` or ``,`` is a row."""

    def __init__(self) -> None:
        self._in_string = False
        self._last = b""
        self._carry = b""

    def __call__(self, chunk: bytes) -> int:
        """The rows that begin in ``chunk``."""
        text = self._carry + chunk
        kept = text.rstrip(b"\\")  # an escape may go on in the next chunk
        self._carry = text[len(kept) :]
        pieces = kept.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')
        outside = self._last + b"".join(pieces[1 if self._in_string else 0 :: 2])
        self._in_string ^= len(pieces) % 2 == 0
        self._last = outside[-1:]
        return outside.count(b"[{") + outside.count(b",{")


class XmlRows:
    """Rows of SPARQL XML: ``<`` is always escaped in values, so ``<result>`` is a row."""

    _MARK = b"<result>"

    def __init__(self) -> None:
        self._tail = b""

    def __call__(self, chunk: bytes) -> int:
        """The rows that begin in ``chunk``."""
        text = self._tail + chunk
        self._tail = text[-len(self._MARK) + 1 :]
        return text.count(self._MARK)


class CsvRows:
    """Rows of SPARQL CSV: line ends outside quotes, less the one of the header."""

    def __init__(self) -> None:
        self._quoted = False
        self._header = 1

    def __call__(self, chunk: bytes) -> int:
        """The rows that end in ``chunk``."""
        pieces = chunk.split(b'"')
        ends = sum(piece.count(b"\n") for piece in pieces[1 if self._quoted else 0 :: 2])
        self._quoted ^= len(pieces) % 2 == 0
        header, self._header = min(self._header, ends), self._header - min(self._header, ends)
        return ends - header


class LineRows:
    """Rows of SPARQL TSV, or triples of N-Triples and N-Quads: line ends, which are escaped in values, less headers."""

    def __init__(self, headers: int) -> None:
        self._header = headers

    def __call__(self, chunk: bytes) -> int:
        """The rows that end in ``chunk``."""
        ends = chunk.count(b"\n")
        header, self._header = min(self._header, ends), self._header - min(self._header, ends)
        return ends - header


def row_counter(answer_format: str) -> Callable[[bytes], int]:
    """A counter for one answer in ``json``, ``xml``, ``csv``, ``tsv``, ``nt`` or ``nq``."""
    match answer_format:
        case "json":
            return JsonRows()
        case "xml":
            return XmlRows()
        case "csv":
            return CsvRows()
        case "tsv":
            return LineRows(headers=1)
        case _:
            return LineRows(headers=0)
