"""Rows of tables of meetings whose cells are known, columns in any order, to drafts.

The cells come from a ruling (PDF, HTML, CSV, XLSX), or were found in the lines of a text. A table without headings of
meetings (numbers of complaints by month) is none of ours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from graph.dates import DateContext, between, find_dates
from graph.document import Cell
from graph.errors import BadDate
from graph.extract.cell_dates import cell_dates
from graph.extract.cells import Rows, Written
from graph.extract.draft import Draft
from graph.extract.headings import Column, is_counterpart, read_headings, tells_of_visitors
from graph.extract.layout import Ruled
from graph.extract.places import read_place
from graph.extract.region import Region, whole
from graph.extract.rows import NOTHING, SEVERAL_DATES, Cells, row_draft
from graph.extract.setting import Setting
from graph.extract.status import without_status
from graph.extract.table_years import titled_year
from graph.extract.wording import begins_day
from graph.model import When
from graph.text import normal

_ORDINAL: Final = re.compile(r"第?\s*[0-9〇一二三四五六七八九十百]+\s*回|[0-9]+(?:st|nd|rd|th)")
_SAME: Final = re.compile(r"(?:上記に?)?(?:同じ|同上)|同|〃|″|々|[\"”]|ditto", re.IGNORECASE)
_HEADING_REACH: Final = 4
_BULLET: Final = re.compile(r"^(?:[・○〇●◎※]|[0-9]{1,2}[.)）]|[①-⑳])\s*")

_NO_CONTEXT: Final = DateContext()

_ONLINE: Final = re.compile(r"(?:^|[(【\[ ])(オンライン|ウェブ会議|電話会議)(?:形式|開催)?(?=[)】\] ]|$)")
_LONGEST_REMARK: Final = 16


@dataclass(frozen=True)
class Columns:
    """What each column holds, whether names are those of counterparts, and the first row of meetings.

    ``visitors`` says that the counterparts came to the publisher.
    """

    kinds: tuple[Column | None, ...]
    counterpart: bool
    first: int = 0
    visitors: bool = False


@dataclass(frozen=True)
class Origin:
    """Where a table stands: its number, its caption, and the marks of its section."""

    number: int
    caption: str
    label: str | None


def read_ruled(tables: Sequence[Ruled], setting: Setting) -> list[Draft]:
    """The rows of ruled tables that tell of engagements. A table may go on in the next one, without headings."""
    region = whole(setting.document.text)
    drafts: list[Draft] = []
    before: Columns | None = None
    for table in tables:
        rows = tuple(tuple(_written(cell) for cell in row) for row in table.grid.rows)
        columns = _columns(rows, region)
        if columns is None and (turned := _turned(rows, region)) is not None:
            rows, columns = turned
        if columns is None and before is not None and rows and len(rows[0]) == len(before.kinds):
            columns = replace(before, first=0)
        if columns is not None:
            ground = setting.near(*table.section.titles, table.caption)
            caption = table.caption or (table.section.titles[-1] if table.section.titles else "")
            drafts += read_rows(rows, columns, region, Origin(table.number, caption, table.section.label), ground)
        before = columns
    return drafts


def read_rows(rows: Rows, columns: Columns, region: Region, origin: Origin, setting: Setting) -> list[Draft]:
    """The rows of one table that tell of engagements; the cells are pieces of the region."""
    return _Reader(region, origin, columns, setting).read(rows)


def _written(cell: Cell) -> Written:
    return Written(((cell.start, cell.end),) if cell.start < cell.end else ())


def _columns(rows: Rows, region: Region) -> Columns | None:
    """The columns by the first row that has headings of meetings, near the top."""
    for index, row in enumerate(rows[:_HEADING_REACH]):
        headings = [cell.normal(region) for cell in row]
        kinds = read_headings(headings)
        if kinds is not None and not any(find_dates(words, _NO_CONTEXT) for words in headings):
            names = [words for words, kind in zip(headings, kinds, strict=True) if kind == "name"]
            return Columns(kinds, all(map(is_counterpart, names)), index + 1, tells_of_visitors(headings))
    return None


def _turned(rows: Rows, region: Region) -> tuple[Rows, Columns] | None:
    """A table whose headings stand in its first column (日時, 場所, 相手) is read sideways."""
    width = min((len(row) for row in rows), default=0)
    if width < 2:
        return None
    sideways = tuple(tuple(row[at] for row in rows) for at in range(width))
    columns = _columns(sideways[:1], region)
    return None if columns is None else (sideways, columns)


class _Reader:
    """Reads the rows of one table in order; an empty date or place is not filled in."""

    def __init__(self, region: Region, origin: Origin, columns: Columns, setting: Setting) -> None:
        self._region = region
        self._origin = origin
        self._columns = columns
        self._setting = setting
        self._year = None if setting.document.period else titled_year(origin.caption, setting.document.title or "")
        self._previous = self._year
        self._days: list[When] = []
        self._before: dict[Column, str] = {}
        self._caption = origin.caption

    def read(self, rows: Rows) -> list[Draft]:
        drafts: list[Draft] = []
        for row in rows[self._columns.first :]:
            headings = _columns((row,), self._region)
            if headings is not None:
                self._columns, self._before, self._previous = headings, {}, self._year
            elif len(set(row)) == 1 and len(row) > 1:
                self._columns = replace(self._columns, kinds=self._kinds_below(row))
            else:
                drafts += self._row(row)
        return drafts

    def _kinds_below(self, row: tuple[Written, ...]) -> tuple[Column | None, ...]:
        """Below a row of one cell, a heading of its own, columns of something else may follow: ３．広報."""
        self._caption = row[0].normal(self._region)
        return self._columns.kinds

    def _row(self, row: tuple[Written, ...]) -> list[Draft]:
        words = {kind: self._joined(row, kind) for kind in dict.fromkeys(self._columns.kinds) if kind}
        above = {k: self._before[k] for k, said in words.items() if k in self._before and _SAME.fullmatch(said)}
        words |= above
        self._before = words
        names = [cell for cell, kind in self._pairs(row) if kind == "name" and cell.pieces]
        dates = self._dates(row)
        if not names or not dates or NOTHING.fullmatch(words["name"]):
            return []
        cells = self._cells(row, words, names)
        if not cells.words:
            return []
        filled = [cell for cell, kind in self._pairs(row) if kind and cell.pieces]
        span = (min(cell.start for cell in filled), max(cell.end for cell in filled))
        evidence = self._setting.document.evidence(*self._region.span(*span), self._origin.label)
        read = [row_draft(cells, when, evidence, (self._origin.number, self._caption), self._setting) for when in dates]
        drafts = [draft for draft in read if draft is not None]
        if len(dates) == 1 or self._on_lines(row) == len(dates):
            return drafts
        return [replace(draft, doubts=(*draft.doubts, SEVERAL_DATES)) for draft in drafts]

    def _on_lines(self, row: tuple[Written, ...]) -> int:
        """How many days begin on lines of their own in the cell of days: as many meetings, told apart by the writer."""
        lines = [
            line for cell, kind in self._pairs(row) if kind == "date" for line in cell.raw(self._region).split("\n")
        ]
        return sum(begins_day(before, line) for before, line in pairwise(["", *lines]))

    def _cells(self, row: tuple[Written, ...], words: dict[Column, str], names: list[Written]) -> Cells:
        name = " ".join(_BULLET.sub("", cell.rejoined(self._region)) for cell in names)
        number = next((said for said in self._said(row, (None, "note")) if _ORDINAL.fullmatch(said)), "")
        if number and number not in words["name"]:
            gap = " " if number.isascii() else ""
            name = f"{number}{gap}{name}"
        return Cells(
            name=without_status(name),
            words=without_status(normal(name)),
            place=self._place(words),
            home=words.get("home") or words.get("place", ""),
            status=" ".join(
                words.get(kind, "") for kind in ("name", "date", "start", "end", "place", "mode", "status")
            ),
            note=" ".join(filter(None, (words.get("note", ""), self._remark(words)))),
            bodies=words.get("bodies", ""),
            host=words.get("host", ""),
            sort=words.get("sort", ""),
            counterpart=self._columns.counterpart,
        )

    def _place(self, words: dict[Column, str]) -> str:
        """The words of place and mode; where one talked online with a counterpart, its country is no place."""
        place, mode = words.get("place", ""), words.get("mode", "")
        if "place" not in words and "mode" not in words and self._dated_place(words):
            return words["date"]
        if "place" not in words and self._columns.visitors:
            return self._at_home(words)
        read = read_place(mode, self._setting.gazetteer) if mode and self._columns.counterpart else None
        said = (mode,) if read is not None and read.place.mode == "online" else (place, mode)
        return " ".join(one for one in said if not NOTHING.fullmatch(one))

    def _at_home(self, words: dict[Column, str]) -> str:
        """Where visitors were received: at home, unless a cell says that they were met online."""
        online = _ONLINE.search(" ".join(words.values()))
        home = self._setting.gazetteer.jurisdictions.get(self._setting.home or "JP")
        return online.group(1) if online else (home.ja or "") if home else ""

    def _dated_place(self, words: dict[Column, str]) -> bool:
        """Whether the cell of the day gives the place too: 日時・場所."""
        return read_place(words.get("date", ""), self._setting.gazetteer) is not None

    def _remark(self, words: dict[Column, str]) -> str:
        """What a column of contents holds where it is too short to tell of anything but what became of the meeting."""
        said = words.get("content", "")
        return said if len(said) <= _LONGEST_REMARK else ""

    def _dates(self, row: tuple[Written, ...]) -> list[When]:
        """The dates of the row, or those of the row above where it says so; two columns make a span."""
        if self._days and any(_SAME.fullmatch(said) for said in self._said(row, ("date",))):
            return self._days
        found = [when for cell, kind in self._pairs(row) if kind == "date" for when in self._found(cell)]
        if not found:
            start = next((w for cell, kind in self._pairs(row) if kind == "start" for w in self._found(cell)), None)
            end = next((w for cell, kind in self._pairs(row) if kind == "end" for w in self._found(cell)), None)
            found = [] if start is None else [_spanned(start, end)]
        unique = list({when.edtf: when for when in found if when.precision in ("day", "month")}.values())
        if unique:
            self._previous, self._days = unique[-1], unique
        return unique

    def _found(self, cell: Written) -> list[When]:
        context = replace(self._setting.document.dates(self._previous), leaning=-1)
        return cell_dates(cell.rejoined(self._region), context)

    def _said(self, row: tuple[Written, ...], kinds: Sequence[Column | None]) -> list[str]:
        return [cell.normal(self._region) for cell, kind in self._pairs(row) if kind in kinds]

    def _joined(self, row: tuple[Written, ...], kind: Column) -> str:
        return " ".join(dict.fromkeys(self._said(row, (kind,))))

    def _pairs(self, row: tuple[Written, ...]) -> list[tuple[Written, Column | None]]:
        pairs = zip(row, self._columns.kinds, strict=False)
        return list(dict.fromkeys(pairs))


def _spanned(start: When, end: When | None) -> When:
    try:
        return between(start.edtf, end.edtf if end else None, start.verbatim)
    except BadDate:
        return start
