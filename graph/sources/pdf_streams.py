"""Streams of a PDF checked before they are read: none may unpack to more than a page can hold.

The PDF library inflates a stream whole, whatever comes out. So each is inflated here first, in small
pieces that are thrown away, until it ends or passes the limit.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

from graph.errors import UnreadableDocument
from graph.sources.limits import unreadable

MAX_STREAM: Final = 30_000_000
MAX_STREAMS: Final = 150_000_000
MAX_SLOW_STREAM: Final = 1_000_000

_START: Final = re.compile(rb"stream\r?\n")
_DICTIONARY_REACH: Final = 600
_PIECE: Final = 1 << 20
_LAYERS: Final = 4
_SLOW: Final = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")


def check_streams(data: bytes, name: str) -> None:
    """Refuse a PDF whose streams unpack to more than the limits. Images are not read, so they may be large."""
    whole = 0
    for start in _START.finditer(data):
        head = data[max(0, start.start() - _DICTIONARY_REACH) : start.start()]
        head = head[head.rfind(b" obj") + 1 :]
        end = data.find(b"endstream", start.end())
        raw = memoryview(data)[start.end() : end if end >= 0 else len(data)]
        if b"/Image" in head and b"/Subtype" in head:
            continue
        if _SLOW.search(head) and len(raw) > MAX_SLOW_STREAM:
            raise _swollen(name)
        whole += _unpacked(raw, name)
        if whole > MAX_STREAMS:
            raise _swollen(name)


def _unpacked(raw: memoryview, name: str) -> int:
    """How much comes out of a stream, through as many layers of packing as it has."""
    source: bytes | memoryview = raw
    size = len(raw)
    for _ in range(_LAYERS):
        if not _packed(source):
            return size
        kept = _inflated(source, name)
        size = max(size, len(kept))
        source = kept
    return size


def _packed(source: bytes | memoryview) -> bool:
    return len(source) > 2 and source[0] & 0x0F == 8 and (source[0] * 256 + source[1]) % 31 == 0


def _inflated(source: bytes | memoryview, name: str) -> bytes:
    engine = zlib.decompressobj()
    pieces: list[bytes] = []
    size = 0
    rest: bytes | memoryview = source
    try:
        while rest:
            piece = engine.decompress(rest, _PIECE)
            pieces.append(piece)
            size += len(piece)
            if size > MAX_STREAM:
                raise _swollen(name)
            rest = engine.unconsumed_tail
    except zlib.error:
        pass  # damaged: the PDF library takes what it can get, and so did we
    return b"".join(pieces)


def _swollen(name: str) -> UnreadableDocument:
    return unreadable(
        name,
        f"unpacks to more than {MAX_STREAM // 1_000_000} MB in one part; save it again, or split it",
        f"は展開すると一部分だけで{MAX_STREAM // 1_000_000}MBを超えます。保存し直すか分割してください",
    )
