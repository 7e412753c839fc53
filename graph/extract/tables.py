"""Tables of meetings in text: each row has one date; what stands between two dates is shared out by column.

In text a table has lost its ruling: cells follow each other with spaces and line ends. The date of each
row is the anchor. Between the date of one row and that of the next stand, in the order of the columns, the cells of
the first row that come after its date and the cells of the second that come before its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate, find_dates, find_english_dates
from graph.extract.aligned import row_cells
from graph.extract.draft import Draft
from graph.extract.headers import Column, Header
from graph.extract.layout import Table
from graph.extract.places import ReadPlace, read_place
from graph.extract.region import Region, region_of
from graph.extract.rows import NOTHING, SEVERAL_DATES, Cells, row_draft
from graph.extract.setting import Setting
from graph.extract.status import without_status
from graph.model import When

_AROUND: Final = re.compile(r"[\s|｜]")
_AFTER: Final = re.compile(r"[\s|｜(（]|頃|上旬|中旬|下旬|予定|延期|中止")
_AFTER_MONTH: Final = re.compile(r"\s*(?:上旬|中旬|下旬|頃|ごろ|予定|[（(](?:開催)?(?:予定|延期|中止)[）)])+")
_LISTED: Final = re.compile(r"\s*(?:、|,|・|及び|並びに|と)\s*")
_BULLET: Final = re.compile(r"[\s・○〇●◎\-–|｜]+")
_ROW_NUMBER: Final = re.compile(r"(?<=\s)(?:[0-9０-９]{1,2}|[①-⑳])[.．)）]?\s*\Z")
_GRID: Final = re.compile(r"\s*[|｜\t]\s*")

Span = tuple[int, int]
_NOTE_REACH: Final = 8
_MORE: Final[tuple[Column, ...]] = ("mode", "bodies", "host", "status")


@dataclass(frozen=True)
class Row:
    """The cells of a row as spans of the region; a cell may name several dates. ``more`` are its other columns."""

    dates: tuple[FoundDate, ...]
    name: Span
    place: Span | None
    note: Span | None = None
    more: tuple[tuple[str, Span], ...] = ()

    def words(self, region: Region, *columns: str) -> str:
        """The words of some of the other columns."""
        return " ".join(region.normal(*span) for column, span in self.more if column in columns)


def read_table(table: Table, setting: Setting) -> list[Draft]:
    """The rows of a table that tell of engagements."""
    region = region_of(setting.document.text, table.lines)
    ground = setting.near(*table.section.titles)
    drafts = []
    for row in _rows(region, table.header, ground):
        read = [_draft(row, date, region, table, ground) for date in row.dates]
        drafts += [draft for draft in read if draft is not None]
    return drafts


def _rows(region: Region, header: Header, setting: Setting) -> list[Row]:
    grid = _grid_rows(region, header, setting) or _line_rows(region, header, setting)
    if grid is not None:
        return grid
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
    number = _ROW_NUMBER.search(region.text, *span) if header.columns[0] == "note" else None
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


def _grid_rows(region: Region, header: Header, setting: Setting) -> list[Row] | None:
    """Rows whose cells are parted by tabs or bars, one row a line; None where they are not."""
    rows = []
    position = 0
    for line in region.text.splitlines(keepends=True):
        spans = _grid_cells(line, position)
        position += len(line)
        if len(spans) != len(header.columns):
            return None
        cells = dict(zip(header.columns, spans, strict=True))
        date = _grid_date(region, cells["date"], setting)
        if date is not None:
            rows.append(_row_of(date, cells))
    return rows or None


def _row_of(date: FoundDate, cells: Mapping[Column, Span]) -> Row:
    """The row of a date whose cells are all known."""
    more = tuple((column, cells[column]) for column in _MORE if column in cells)
    return Row((date,), cells["name"], cells.get("place"), cells.get("note"), more)


def _line_rows(region: Region, header: Header, setting: Setting) -> list[Row] | None:
    """Rows of one line each, their cells parted by blanks or set below their headings; None where one is not."""
    rows: list[Row] = []
    position = 0
    for line in region.text.splitlines(keepends=True):
        before = rows[-1].dates[-1].when if rows else None
        row = _line_row(region, (line, position), (header, before), setting) if line.strip() else None
        position += len(line)
        if row is None and line.strip():
            return None
        rows += [row] if row is not None else []
    return rows if len(rows) > 1 or (rows and header.starts) else None


def _line_row(region: Region, line: tuple[str, int], under: tuple[Header, When | None], setting: Setting) -> Row | None:
    """The row that a line is, its date (同日 leans on the row before) filling a cell; remarks may be left blank."""
    header, before = under
    columns = header.columns
    for count in (len(columns), len(columns) - 1) if columns[-1] == "note" else (len(columns),):
        for spans in row_cells(*line, header.starts[:count], count):
            cells = dict(zip(columns, spans, strict=False))
            date = _grid_date(region, cells["date"], setting, before)
            if date is not None and _whole_date(region, date, cells["date"]):
                return _row_of(date, cells)
    return None


def _whole_date(region: Region, date: FoundDate, cell: Span) -> bool:
    """Whether a cell holds a date and nothing else but that it was put off."""
    rest = _AFTER_MONTH.match(region.text, date.end, cell[1])
    return date.start == cell[0] and (rest.end() if rest else date.end) == cell[1]


def _grid_cells(line: str, offset: int) -> list[Span]:
    text = line.rstrip("\n")
    inner = text.strip().strip("|｜")
    start = text.find(inner)
    spans, position = [], start
    for mark in _GRID.finditer(text, start, start + len(inner)):
        spans.append((offset + position, offset + mark.start()))
        position = mark.end()
    return [*spans, (offset + position, offset + start + len(inner))]


def _grid_date(region: Region, span: Span, setting: Setting, before: When | None = None) -> FoundDate | None:
    words = region.text[span[0] : span[1]]
    found = find_dates(words, setting.document.dates(before)) or find_english_dates(words)
    if not found:
        return None
    return FoundDate(span[0] + found[0].start, span[0] + found[0].end, found[0].when)


def _but(row: Row, first: int, last: int) -> Span:
    """The row without its remarks, which are read for themselves, where they stand last."""
    return (first, row.note[0]) if row.note and row.note[1] == last else (first, last)


def _status(region: Region, row: Row, span: Span) -> str:
    """The words that tell what became of a meeting: all of a row but its remarks and who took part."""
    if not row.more:
        return region.normal(*_but(row, *span))
    told = [row.name, (row.dates[0].start, row.dates[-1].end), *((row.place,) if row.place else ())]
    behind = region.normal(row.dates[-1].end, row.dates[-1].end + _NOTE_REACH).split(" ")[0]
    return " ".join([*(region.normal(*one) for one in told), behind, row.words(region, "mode", "status")])


def _draft(row: Row, date: FoundDate, region: Region, table: Table, setting: Setting) -> Draft | None:
    bullet = _BULLET.match(region.text, *row.name)
    start = bullet.end() if bullet else row.name[0]
    words = without_status(region.normal(start, row.name[1]))
    if not words:
        return None
    spans = [
        row.name,
        *([row.note] if row.note else []),
        (row.dates[0].start, row.dates[-1].end),
        *([row.place] if row.place else []),
        *(span for _, span in row.more),
    ]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    said = [*((row.place,) if row.place else ()), *(span for column, span in row.more if column == "mode")]
    place = " ".join(one for one in (region.normal(*span) for span in said) if not NOTHING.fullmatch(one))
    cells = Cells(
        name=without_status(region.rejoined(start, row.name[1])),
        words=words,
        place=place,
        status=_status(region, row, (first, last)),
        note=region.normal(*row.note) if row.note else "",
        bodies=row.words(region, "bodies"),
        host=row.words(region, "host"),
        counterpart=table.header.counterpart,
    )
    evidence = setting.document.evidence(*region.span(first, last), table.section.label)
    caption = table.section.titles[-1] if table.section.titles else ""
    draft = row_draft(cells, date.when, evidence, (table.number, caption), setting)
    if draft is None or len(row.dates) == 1:
        return draft
    return replace(draft, doubts=(*draft.doubts, SEVERAL_DATES))
