"""Rows of a table in plain text, one line each: cells parted by blanks, or set below their headings.

Text laid out by hand keeps its columns by width: a cell begins where its heading begins, a full-width sign counting
for two. Where a cell fills its column to the end no blank parts it from the next, so that the width alone tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]

_PARTED: Final = (
    re.compile(r"\t+|[ 　]*　　[ 　]*| {3,}"),
    re.compile(r"\t+|[ 　]*　[ 　]*| {2,}"),
)
_BLANK: Final = " \t　\n"


def heading_starts(line: str) -> tuple[int, ...]:
    """The widths at which the headings of a line begin, where blanks part them."""
    return tuple(_width(line[: span[0]]) for span in _tokens(line, _PARTED[1], 0))


def row_cells(line: str, offset: int, starts: tuple[int, ...], columns: int) -> Iterator[list[Span]]:
    """The ways in which a line can be one row of so many cells, the likeliest first, as spans from ``offset`` on."""
    for form in _PARTED:
        spans = _tokens(line, form, offset)
        if len(spans) == columns:
            yield spans
    below = _below(line, offset, starts) if len(starts) == columns else None
    if below is not None:
        yield below


def _tokens(line: str, form: re.Pattern[str], offset: int) -> list[Span]:
    spans, position = [], 0
    for gap in form.finditer(line):
        spans.append((position, gap.start()))
        position = gap.end()
    spans.append((position, len(line)))
    return [(offset + start, offset + end) for start, end in (_trimmed(line, one) for one in spans) if start < end]


def _below(line: str, offset: int, starts: tuple[int, ...]) -> list[Span] | None:
    """The cells that begin below the headings; None where a sign lies across the beginning of a column."""
    edges: list[int] = []
    width = 0
    for index, sign in enumerate(line):
        if len(edges) < len(starts) and width >= starts[len(edges)]:
            if width > starts[len(edges)]:
                return None
            edges.append(index)
        width += _width(sign)
    if len(edges) < len(starts):
        return None
    cells = [_trimmed(line, (start, end)) for start, end in zip(edges, [*edges[1:], len(line)], strict=True)]
    whole = all(start < end for start, end in cells)
    return [(offset + start, offset + end) for start, end in cells] if whole else None


def _trimmed(line: str, span: Span) -> Span:
    start, end = span
    while start < end and line[start] in _BLANK:
        start += 1
    while end > start and line[end - 1] in _BLANK:
        end -= 1
    return start, end


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in words)
