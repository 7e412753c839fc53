"""Reading order on a page of several columns: the left column to its end, then the right one.

A gap that goes down through several lines is a gutter only where the lines to its left fill their column,
as running text does. A list with aligned parts (date, name, place) has such gaps too, but reads across.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph.sources.glyphs import Segment

Row = Sequence[Segment]

_FEWEST_ROWS: Final = 4
_FULL: Final = 0.85
_MOST: Final = 0.6


def in_reading_order(rows: Sequence[Row]) -> list[Row]:
    """The rows of print (top to bottom) in the order in which a person reads them."""
    ordered: list[Row] = []
    index = 0
    while index < len(rows):
        end, gutter = _gutter(rows, index)
        if end - index >= _FEWEST_ROWS and _runs_on(rows[index:end], gutter):
            ordered.extend(_column(rows[index:end], gutter, left=True))
            ordered.extend(in_reading_order(_column(rows[index:end], gutter, left=False)))
        else:
            end = index + 1
            ordered.append(rows[index])
        index = end
    return ordered


def _gutter(rows: Sequence[Row], start: int) -> tuple[int, tuple[float, float]]:
    """How far down from ``start`` one gap goes on, and where it stands; the leftmost gap of the first row."""
    if len(rows[start]) < 2:
        return start + 1, (0.0, 0.0)
    low, high = rows[start][0].x1, rows[start][1].x0
    last = start + 1
    for index in range(start + 1, len(rows)):
        narrowed = _narrowed(rows[index], low, high)
        if narrowed is None:
            break
        low, high = narrowed
        last = index + 1
    return last, (low, high)


def _narrowed(row: Row, low: float, high: float) -> tuple[float, float] | None:
    """What of the gap is free in this row too; None where the row crosses it."""
    for segment in row:
        if segment.x1 <= (low + high) / 2:
            low = max(low, segment.x1)
        elif segment.x0 >= (low + high) / 2:
            high = min(high, segment.x0)
        elif segment.x1 - low < high - segment.x0:
            low = max(low, segment.x1)
        else:
            high = min(high, segment.x0)
    size = min(segment.size for segment in row)
    return (low, high) if high - low > 0.8 * size else None


def _runs_on(rows: Sequence[Row], gutter: tuple[float, float]) -> bool:
    """Whether there is running text on both sides of the gutter."""
    return all(_filled(_column(rows, gutter, left)) for left in (True, False))


def _filled(rows: Sequence[Row]) -> bool:
    if len(rows) < _FEWEST_ROWS:
        return False
    left = min(row[0].x0 for row in rows)
    right = max(row[-1].x1 for row in rows)
    full = sum(row[-1].x1 - row[0].x0 >= _FULL * (right - left) for row in rows)
    return full >= _MOST * len(rows)


def _column(rows: Sequence[Row], gutter: tuple[float, float], left: bool) -> list[Row]:
    """What of the rows stands to one side of the gutter."""
    middle = sum(gutter) / 2
    return [part for row in rows if (part := [one for one in row if ((one.x0 + one.x1) / 2 < middle) == left])]
