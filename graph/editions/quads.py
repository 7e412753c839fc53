"""The quads of a store as canonical N-Quads: one line each, sorted by their UTF-8 bytes.

Stored data has no blank nodes, so this is the canonical form of RDF Dataset Canonicalization (RDFC-1.0): two
stores say the same when, and only when, these lines are the same.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Final

from pyoxigraph import Quad

_SORTED_AT_ONCE: Final = 250_000


def sorted_lines(quads: Iterable[Quad], at_once: int = _SORTED_AT_ONCE) -> Iterator[bytes]:
    """The lines of ``quads``, sorted. What does not fit in memory at once is sorted in pieces on disk."""
    lines = (f"{quad} .\n".encode() for quad in quads)
    piece = sorted(islice(lines, at_once))
    if len(piece) < at_once:
        yield from piece
        return
    with tempfile.TemporaryDirectory(prefix="sankyoku-sort-") as folder:
        pieces: list[IO[bytes]] = []
        try:
            while piece:
                pieces.append(_spilled(piece, Path(folder) / str(len(pieces))))
                piece = sorted(islice(lines, at_once))
            yield from heapq.merge(*pieces)
        finally:
            for file in pieces:
                file.close()


def _spilled(piece: list[bytes], path: Path) -> IO[bytes]:
    with path.open("wb") as file:
        file.writelines(piece)
    return path.open("rb")
