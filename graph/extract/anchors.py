"""Tables of meetings in text: each row has one date; what stands between two dates is shared out by column.

In text a table has lost its ruling: cells follow each other with spaces and line ends. The date of each
row is the anchor. Between the date of one row and that of the next stand, in the order of the columns, the cells of
the first row that come after its date and the cells of the second that come before its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate, find_dates, find_english_dates
from graph.extract.draft import Draft
from graph.extract.headers import Header
from graph.extract.layout import Table
from graph.extract.places import ReadPlace, read_place
from graph.extract.region import Region
from graph.extract.rows import NOTHING, SEVERAL_DATES, Cells, row_draft
from graph.extract.setting import Setting
from graph.extract.status import without_status

_AROUND: Final = re.compile(r"[\s|｜]")
_AFTER: Final = re.compile(r"[\s|｜(（]|頃|上旬|中旬|下旬|予定|延期|中止")
_AFTER_MONTH: Final = re.compile(r"\s*(?:上旬|中旬|下旬|頃|ごろ|予定|[（(](?:開催)?(?:予定|延期|中止)[）)])+")
_LISTED: Final = re.compile(r"\s*(?:、|,|・|及び|並びに|と)\s*")
_BULLET: Final = re.compile(r"[\s・○〇●◎\-–|｜]+")
_ROW_NUMBER: Final = re.compile(r"(?<=\s)(?:[0-9０-９]{1,2}|[①-⑳])[.．)）]?\s*\Z")

Span = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """The cells of a row as spans of the region; a cell may name several dates."""

    dates: tuple[FoundDate, ...]
    name: Span
    place: Span | None


def read_anchored(table: Table, region: Region, setting: Setting) -> list[Draft]:
    """The rows of a table that tell of engagements; the region is that of its lines."""
    drafts = []
    for row in _rows(region, table.header, setting):
        read = [_draft(row, date, region, table, setting) for date in row.dates]
        drafts += [draft for draft in read if draft is not None]
    return drafts


def _rows(region: Region, header: Header, setting: Setting) -> list[Row]:
    dates = _anchors(region, setting)
    if not dates:
        return []
    before, after = _cell_columns(header)
    edges = [0, *(end for cell in dates for end in (cell[0].start, cell[-1].end)), len(region.text)]
    spans = [(edges[index], edges[index + 1]) for index in range(0, len(edges), 2)]
    cells = []
    for index, span in enumerate(spans):
        columns = [*(after if index else ()), *(before if index < len(dates) else ())]
        shared = _share(region, _unnumbered(region, span, header), columns, setting)
        count = len(after) if index else 0
        cells.append((dict(shared[:count]), dict(shared[count:])))
    rows = []
    for index, date in enumerate(dates):
        own = cells[index][1] | cells[index + 1][0]
        name, place = own.get("name"), own.get("place") or own.get("mode")
        if name is not None and name[0] < name[1]:
            rows.append(Row(date, name, place))
    return rows


def _unnumbered(region: Region, span: Span, header: Header) -> Span:
    """A span without the number of the next row, where the first column numbers the rows."""
    number = _ROW_NUMBER.search(region.text, *span) if header.columns[0] == "number" else None
    return (span[0], number.start()) if number else span


def _cell_columns(header: Header) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns before and behind the date that can be told apart in running text."""
    date = header.columns.index("date")
    kept = [column if column in ("name", "place", "mode") else "" for column in header.columns]
    return tuple(filter(None, kept[:date])), tuple(filter(None, kept[date + 1 :]))


def _anchors(region: Region, setting: Setting) -> list[tuple[FoundDate, ...]]:
    """Dates that fill a cell: blanks on both sides, known at least to the month; a cell may list several."""
    found = find_dates(region.text, setting.document.dates()) + find_english_dates(region.text)
    dates = sorted((one for one in found if one.when.precision in ("day", "month")), key=lambda one: one.start)
    cells: list[tuple[FoundDate, ...]] = []
    for date in dates:
        if cells and _LISTED.fullmatch(region.text, cells[-1][-1].end, date.start):
            cells[-1] = (*cells[-1], date)
        else:
            cells.append((date,))
    return [cell for cell in cells if _fills_cell(region.text, cell[0].start, cell[-1].end)]


def _fills_cell(text: str, start: int, end: int) -> bool:
    before = start == 0 or _AROUND.match(text[start - 1])
    return bool(before and (end == len(text) or _AFTER.match(text, end)))


def _share(region: Region, span: Span, columns: Sequence[str], setting: Setting) -> list[tuple[str, Span]]:
    """The span's cells in column order; at most one name, and a place before or behind it."""
    qualifier = _AFTER_MONTH.match(region.text, span[0], span[1])
    start, end = qualifier.end() if qualifier else span[0], span[1]
    cells: list[tuple[str, Span]] = []
    columns = list(columns)
    while columns and columns[0] != "name":
        cut = _leading_place(region, (start, end), setting)
        cells.append((columns.pop(0), (start, cut)))
        start = cut
    tail: list[tuple[str, Span]] = []
    while columns and columns[-1] != "name":
        cut = _trailing_place(region, (start, end), setting)
        tail.insert(0, (columns.pop(), (cut, end)))
        end = cut
    if columns:
        cells.append((columns[0], (start, end)))
    return [*cells, *tail]


def _leading_place(region: Region, span: Span, setting: Setting) -> int:
    """Where the place at the beginning of a span ends: the rest of the line, or the next line or two."""
    ends = _cell_ends(region.text, span)
    known = [end for end in ends if _place(region, (span[0], end), setting)]
    if known:
        return max(known) if len(known) == 1 else _shortest_whole(region, span, known)
    first = region.text.find("\n", *span)
    rest = region.text[span[0] : first] if first != -1 else region.text[span[0] : span[1]]
    return (first if first != -1 else span[1]) if rest.strip() else span[0]


def _shortest_whole(region: Region, span: Span, ends: list[int]) -> int:
    """The longest place that does not cross a line end, else the shortest."""
    within = [end for end in ends if "\n" not in region.text[span[0] : end].strip()]
    return max(within) if within else min(ends)


def _trailing_place(region: Region, span: Span, setting: Setting) -> int:
    starts = _cell_starts(region.text, span)
    known = [start for start in starts if _place(region, (start, span[1]), setting)]
    within = [start for start in known if "\n" not in region.text[start : span[1]].strip()]
    if within:
        return min(within)
    return max(known) if known else span[1]


def _cell_starts(text: str, span: Span) -> list[int]:
    """Where a cell that ends the span may begin: at its last words, up to three."""
    words = [match.start() for match in re.finditer(r"(?<=\s)\S+", text[span[0] : span[1]])]
    return [span[0] + start for start in words[-3:]]


def _cell_ends(text: str, span: Span) -> list[int]:
    """Where a cell that begins the span may end: behind its first words, up to three."""
    words = [match.end() for match in re.finditer(r"\S+", text[span[0] : span[1]])]
    return [span[0] + end for end in words[:3]]


def _place(region: Region, span: Span, setting: Setting) -> ReadPlace | None:
    read = read_place(without_status(region.normal(*span)), setting.gazetteer)
    return read if read is not None and read.whole else None


def _draft(row: Row, date: FoundDate, region: Region, table: Table, setting: Setting) -> Draft | None:
    bullet = _BULLET.match(region.text, *row.name)
    start = bullet.end() if bullet else row.name[0]
    words = without_status(region.normal(start, row.name[1]))
    if not words:
        return None
    spans = [row.name, (row.dates[0].start, row.dates[-1].end), *([row.place] if row.place else [])]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    place = region.normal(*row.place) if row.place else ""
    cells = Cells(
        name=without_status(region.rejoined(start, row.name[1])),
        words=words,
        place="" if NOTHING.fullmatch(place) else place,
        status=region.normal(first, last),
        counterpart=table.header.counterpart,
    )
    evidence = setting.document.evidence(*region.span(first, last), table.section.label)
    caption = table.section.titles[-1] if table.section.titles else ""
    draft = row_draft(cells, date.when, evidence, (table.number, caption), setting)
    if draft is None or len(row.dates) == 1:
        return draft
    return replace(draft, doubts=(*draft.doubts, SEVERAL_DATES))
