"""What is usual in a document's lines: how wide they are and how far apart; and which of them tables take up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from graph.document import Document, Grid, Line
from graph.extract.aligned import width

_FEW: Final = 19


def grid_spans(document: Document) -> list[tuple[int, int, Grid]]:
    """The ruled tables with the stretch of text that each takes up, in order."""
    spans = []
    for grid in document.grids:
        cells = [cell for row in grid.rows for cell in row]
        if cells:
            spans.append((min(cell.start for cell in cells), max(cell.end for cell in cells), grid))
    return sorted(spans, key=lambda one: one[:2])


def outside(lines: Sequence[Line], spans: Sequence[tuple[int, int, Grid]]) -> Iterator[Line]:
    """The lines that no ruled table takes up; both are in order."""
    index = 0
    for line in lines:
        while index < len(spans) and spans[index][1] <= line.start:
            index += 1
        if index == len(spans) or line.end <= spans[index][0]:
            yield line


def usual_width(lines: Sequence[str]) -> int:
    """The width that full lines have: the upper fifth begins there."""
    widths = sorted(width(words) for words in lines)
    return widths[int(len(widths) * 0.8)] if widths else 0


def usual_gap(lines: Sequence[Line]) -> int:
    """How far apart neighbouring lines of one paragraph stand: 1, or 2 in double-spaced text."""
    gaps = [after.number - before.number for before, after in pairwise(lines)]
    double = sum(gap >= 2 for gap in gaps)
    return 2 if len(gaps) > _FEW and double > 0.6 * len(gaps) else 1
