"""Print whose parts stand below each other, set in blanks as it stands on the page, so that its columns can be read.

A table without rulings has nothing but the places of its words. Where lines of several parts follow each other and
some lack a part, each part is set at the width at which it stands, a full-width sign counting for two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from graph.sources.glyphs import Segment, joined

Row = Sequence[Segment]

_FEWEST: Final = 2
_PARTED: Final = 2
_NEAR: Final = 1.5
_MOST_BETWEEN: Final = 3


def set_in_columns(rows: Sequence[Row]) -> list[str]:
    """The words of each row of print; within tables their parts stand at their widths."""
    words = [joined(row) for row in rows]
    for first, last in _stretches(rows):
        within = rows[first:last]
        if len({len(row) for row in within}) == 1:
            continue
        left = min(row[0].x0 for row in within)
        unit = median((part.x1 - part.x0) / max(1, _width(part.text)) for row in within for part in row)
        if unit > 0:
            words[first:last] = [_placed(row, left, unit) for row in within]
    return words


def _stretches(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """From where to where rows of several parts follow each other, with those that go on below a part between them."""
    start, last, count = -1, -1, 0
    for index, row in enumerate(rows):
        if len(row) > 1:
            start = index if start < 0 else start
            last, count = index, count + 1
        elif start >= 0 and not (index - last <= _MOST_BETWEEN and _below(row, rows[start:index])):
            if count >= _FEWEST:
                yield start, index
            start, last, count = -1, -1, 0
    if count >= _FEWEST:
        yield start, len(rows)


def _below(row: Row, above: Sequence[Row]) -> bool:
    """Whether the one part of a row begins below a part of rows above it, and ends before the next of their parts."""
    if not row:
        return False
    part = row[0]
    size = part.size
    for other in reversed(above):
        starts = [one.x0 for one in other]
        nearest = min(starts, key=lambda start: abs(start - part.x0))
        behind = [start for start in starts if start > nearest]
        if abs(nearest - part.x0) <= _NEAR * size and (not behind or part.x1 < behind[0]):
            return True
    return False


def _placed(row: Row, left: float, unit: float) -> str:
    line, reached = "", 0
    for part in row:
        at = round((part.x0 - left) / unit)
        gap = max(at - reached, _PARTED if line else 0)
        line += " " * gap + part.text
        reached += gap + _width(part.text)
    return line


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in words)
