"""The cells of each line of a table in text: between bars or tabs, parted by blanks, or set below their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.extract.aligned import cells, column_starts, keeps_width, tokens, walled_cells, walls, whole_rows, width
from graph.extract.headers import Header
from graph.extract.headings import Column
from graph.extract.layout import Table
from graph.extract.region import Region
from graph.extract.ruling import Span, barred_cells, has_bars, trimmed
from graph.extract.wording import begins_day, fills_cell

FITTING: Final = 0.8
_DAY_LAST: Final = re.compile(r"[0-9０-９]{1,2}月[0-9０-９]{1,2}日[、，~～から\s]*$")


@dataclass(frozen=True)
class Strip:
    """A line of a table: the span of each cell's words on it, and the width at which they end.

    ``ruled`` says that a line is drawn above it, ``apart`` that a wider gap is, ``fresh`` that a page begins.
    """

    cells: tuple[Span | None, ...]
    ends: tuple[int, ...]
    ruled: bool = False
    apart: bool = False
    fresh: bool = False


@dataclass(frozen=True)
class _Line:
    words: str
    offset: int
    ruled: bool
    apart: bool
    fresh: bool


def found_cells(region: Region, table: Table) -> tuple[Strip, ...] | None:
    """The cells of each line that has any; None where the lines do not tell them."""
    lines = list(_lines(region, table))
    if not lines:
        return None
    header = table.header
    return _barred(lines, header) or _in_whole_rows(lines, header) or _below_headings(lines, header)


def _lines(region: Region, table: Table) -> Iterator[_Line]:
    """The lines of a table with what parts them."""
    gaps = [after.number - before.number for before, after in zip(table.lines, table.lines[1:], strict=False)]
    usual = min(gaps, default=1)
    offset = 0
    for index, (line, words) in enumerate(zip(table.lines, region.text.split("\n"), strict=False)):
        apart = index > 0 and gaps[index - 1] > usual and line.number not in table.rules | table.breaks
        yield _Line(words, offset, line.number in table.rules, apart, line.number in table.breaks)
        offset += len(words) + 1


def _strip(line: _Line, found: Sequence[Span | None]) -> Strip:
    """A strip of spans that count in the line."""
    ends = tuple(width(line.words[: one[1]]) if one else 0 for one in found)
    spans = tuple((line.offset + one[0], line.offset + one[1]) if one else None for one in found)
    return Strip(spans, ends, line.ruled, line.apart, line.fresh)


def _barred(lines: Sequence[_Line], header: Header) -> tuple[Strip, ...] | None:
    """Lines whose cells are parted by bars or tabs; the last ones may be wanting."""
    if not all(has_bars(line.words) for line in lines):
        return None
    strips = []
    for line in lines:
        found: list[Span | None] = [
            one if one[0] < one[1] else None for one in barred_cells(line.words, len(header.columns))
        ]
        missing = len(header.columns) - len(found)
        if missing < 0 or (missing > 0 and "\t" not in line.words):
            return None
        if any(found):
            strips.append(_strip(line, [*found, *[None] * missing]))
    return tuple(strips)


def _in_whole_rows(lines: Sequence[_Line], header: Header) -> tuple[Strip, ...] | None:
    """Lines of one row each, all cells parted by blanks, the day filling its own; remarks may be left out."""
    rows = [_whole_row(line, header.columns) for line in lines]
    strips = tuple(row for row in rows if row is not None)
    if len(strips) == len(rows):
        return strips if len(rows) > 1 or header.starts else None
    behind = lines[len(strips) :]
    ended = None not in rows[: len(strips)] and not any(_has_day(line) for line in behind)
    return strips if ended and len(strips) > 1 and not header.starts else None


def _has_day(line: _Line) -> bool:
    return any(fills_cell(words) for words in line.words.split())


def _whole_row(line: _Line, columns: Sequence[Column]) -> Strip | None:
    when = columns.index("date" if "date" in columns else "start")
    last = columns[-1] in ("note", "content") and when != len(columns) - 1
    for count in (len(columns), len(columns) - 1) if last else (len(columns),):
        for spans in whole_rows(line.words, count):
            if fills_cell(line.words[slice(*spans[when])]):
                return _strip(line, [*spans, *[None] * (len(columns) - count)])
    return None


def _below_headings(lines: Sequence[_Line], header: Header) -> tuple[Strip, ...] | None:
    """Lines set in columns below the headings; None where many are not, or the column of days holds other words."""
    if len(header.starts) != len(header.columns):
        return None
    walled = walls([line.words for line in lines], header.starts)
    if walled:
        strips = tuple(_strip(line, walled_cells(line.words, walled)) for line in lines)
        if _has_days(lines, strips, header):
            return strips
    words = [tokens(line.words) for line in lines]
    starts = column_starts(words, header.starts)
    exact = keeps_width(words, starts)
    when = header.columns.index("date" if "date" in header.columns else "start")
    read = [_parted_day(line.words, *cells(line.words, starts, exact=exact), when) for line in lines]
    fitting = sum(fits for _, fits in read)
    strips = tuple(_strip(line, found) for line, (found, _) in zip(lines, read, strict=True))
    return strips if fitting >= FITTING * len(lines) and _has_days(lines, strips, header) else None


def _parted_day(words: str, found: list[Span | None], fits: bool, when: int) -> tuple[list[Span | None], bool]:
    """The cells of a line, the day parted from a cell that fills its column up to it: オスロ（ノルウェー）６月18日."""
    before = found[when - 1] if when else None
    day = _DAY_LAST.search(words[: before[1]], before[0]) if before and found[when] is None else None
    if before is None or day is None or day.start() == before[0]:
        return found, fits
    parted = [*found[: when - 1], trimmed(words, (before[0], day.start())), (day.start(), before[1])]
    return [*parted, *found[when + 1 :]], True


def _has_days(lines: Sequence[_Line], strips: Sequence[Strip], header: Header) -> bool:
    """Whether the column of days begins with one, and most of its cells do."""
    when = header.columns.index("date" if "date" in header.columns else "start")
    said = [
        line.words[span[0] - line.offset : span[1] - line.offset]
        for line, strip in zip(lines, strips, strict=True)
        if (span := strip.cells[when])
    ]
    days = [begins_day("", words) for words in said]
    return any(days[:1]) and sum(days) >= 0.4 * len(days)
