"""Which lines of a table make up a row: where a day or a number begins, and where the words of a cell go on.

A row may begin above the line of its day, where cells stand in the middle of their rows. A day below another in one
cell is a meeting of its own with the same partner; a cell left blank before the first one that is filled holds what
the row above holds in it, as merged cells do.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from graph.extract.cells import Rows, Written
from graph.extract.columnar import Strip
from graph.extract.gazetteer import Gazetteer
from graph.extract.headings import Column
from graph.extract.places import read_place
from graph.extract.region import Region
from graph.extract.wording import begins_day, goes_on, is_year
from graph.text import normal

_BULLETS: Final = "・○〇●◎◇◆"
_FULL: Final = 2
_BY_DAY: Final[tuple[Column, ...]] = ("place", "mode", "status")
_APART: Final = 6.0
_GOES_ON: Final = -10.0
_RULED: Final = 0.75


def rows_of(strips: Sequence[Strip], columns: Sequence[Column], region: Region, gazetteer: Gazetteer) -> Rows:
    """The rows that the lines of a table make up; none where no line begins a day."""
    table = _Strips(strips, columns, region, gazetteer)
    if not table.days:
        return ()
    rows: list[tuple[Written, ...]] = []
    for first, last in table.rows():
        for row in table.by_day(first, last):
            rows.append(_with_merged(row, rows[-1], columns) if rows else row)
    return tuple(rows)


def _with_merged(
    row: tuple[Written, ...], above: tuple[Written, ...], columns: Sequence[Column]
) -> tuple[Written, ...]:
    """The row with what the one above it holds in the cells before the first that is filled."""
    filled = [
        at for at, (cell, column) in enumerate(zip(row, columns, strict=True)) if cell.pieces and column != "number"
    ]
    first = min(filled, default=0)
    merged = [at < first and column != "number" for at, column in enumerate(columns)]
    return tuple(up if take else cell for cell, up, take in zip(row, above, merged, strict=True))


class _Strips:
    """The lines of one table, with where days and numbers begin."""

    def __init__(
        self, strips: Sequence[Strip], columns: Sequence[Column], region: Region, gazetteer: Gazetteer
    ) -> None:
        self._strips = strips
        self._columns = columns
        self._region = region
        self._gazetteer = gazetteer
        self._date = columns.index("date" if "date" in columns else "start")
        self._name = columns.index("name")
        self._number = columns.index("number") if "number" in columns else None
        self._widest = [max(strip.ends[column] for strip in strips) for column in range(len(columns))]
        self.days = [line for line in range(len(strips)) if self._begins_day(line)]
        numbers = () if self._number is None else range(len(strips))
        self._numbers = {line for line in numbers if self._words(line, self._number or 0)}
        self._telling = [at for at, column in enumerate(columns) if column in ("name", "place", "host")]
        named = [self._words(line, self._name) for line in self.days]
        self._itemised = all(words[0] in _BULLETS for words in named if words)
        self._from_top = self._leaning_to_top()

    def _leaning_to_top(self) -> float:
        """How much speaks for rows that begin with the line of their day: the first does, and none has words above."""
        if 0 not in {*self.days[:1], *self._numbers}:
            return 0.0
        beside = [(self._words(day - 1, at), self._words(day, at)) for day in self.days[1:] for at in self._telling]
        return 2.0 if any(goes_on(above, words, self._gazetteer) for above, words in beside if words) else 4.0

    def rows(self) -> list[tuple[int, int]]:
        """The first line of each row and the one behind its last."""
        starts = sorted({0, *self._beginnings()})
        return list(pairwise([*starts, len(self._strips)]))

    def by_day(self, first: int, last: int) -> list[tuple[Written, ...]]:
        """The rows of some lines: one, or one for each day that begins in them."""
        days = self._days_in(first, last)
        if len(days) < 2:
            return [self._row(first, last, (first, last), frozenset())]
        own = frozenset(
            at for at, column in enumerate(self._columns) if column in _BY_DAY and self._told_by_day(at, days)
        )
        cuts = [first, *days[1:], last]
        return [self._row(first, last, cut, own | {self._date}) for cut in pairwise(cuts)]

    def _days_in(self, first: int, last: int) -> list[int]:
        """The lines from ``first`` up to ``last`` at which a day begins."""
        return self.days[bisect_left(self.days, first) : bisect_left(self.days, last)]

    def _row(self, first: int, last: int, cut: tuple[int, int], own: frozenset[int]) -> tuple[Written, ...]:
        lines = [range(*cut) if at in own else range(first, last) for at in range(len(self._columns))]
        return tuple(
            Written(tuple(span for line in lines[at] if (span := self._strips[line].cells[at])))
            for at in range(len(self._columns))
        )

    def _told_by_day(self, column: int, days: Sequence[int]) -> bool:
        words = [normal(self._words(line, column)) for line in days]
        read = [read_place(one, self._gazetteer) if one else None for one in words]
        return all(one is not None and one.whole for one in read)

    def _beginnings(self) -> list[int]:
        ruled = self._ruled()
        if ruled:
            return ruled
        anchors = sorted(self._numbers) if len(self._numbers) > 1 else self.days
        found = []
        for before, anchor in pairwise(anchors):
            if anchor not in self._numbers and self._stacked(before, anchor):
                continue
            found.append(self._beginning(before, anchor))
        return sorted({*found, *self._dateless(anchors)})

    def _ruled(self) -> list[int]:
        """Where lines are drawn between the rows, if they are: in most tables there are none but at the ends."""
        drawn = [line for line in range(1, len(self._strips)) if self._drawn_above(line)]
        return drawn if drawn and len(drawn) + 1 >= _RULED * len(self.days) and self._dated(drawn) else []

    def _drawn_above(self, line: int) -> bool:
        """Whether a line is drawn above this one, or a page begins with it and no cell of the last row goes on."""
        strip = self._strips[line]
        if strip.ruled or strip.apart:
            return True
        return strip.fresh and not self._some_go_on(line)

    def _some_go_on(self, line: int) -> bool:
        """Whether some cell of a line goes on from the line above."""
        if self._words(line, self._name) and not self._new_name(line):
            return True
        others = [at for at in range(len(self._columns)) if at != self._name]
        beside = [(self._words(line - 1, at), self._words(line, at)) for at in others]
        return any(goes_on(above, words, self._gazetteer) for above, words in beside if words)

    def _dated(self, drawn: Sequence[int]) -> bool:
        """Whether a day stands in each part between lines, or holds for it from above."""
        parts = list(pairwise([0, *drawn, len(self._strips)]))
        undated = [part for part in parts if not self._days_in(*part)]
        named = all(any(self._words(line, self._name) for line in range(*part)) for part in undated)
        return not undated or (self._date < self._name and named and 2 * len(undated) < len(parts))

    def _stacked(self, before: int, line: int) -> bool:
        """Whether the day that begins here is one more in the cell of a row that goes on: no name begins since."""
        if is_year(self._words(line, self._date)) and line + 1 < len(self._strips):
            line += 1
        return not any(self._new_name(one) for one in range(before + 1, line + 1))

    def _new_name(self, line: int) -> bool:
        name = self._words(line, self._name)
        if self._itemised:
            return name[:1] in [*_BULLETS]
        return bool(name) and not goes_on(self._words(line - 1, self._name), name, self._gazetteer)

    def _beginning(self, before: int, anchor: int) -> int:
        """The line at which a row begins: at its number or day, or above it where cells stand in the middle."""
        return max(range(before + 1, anchor + 1), key=lambda line: (self._likeness(line, anchor), line))

    def _likeness(self, line: int, anchor: int) -> float:
        """How much a line looks like the first of a row: its cells are new, those above it had come to their ends."""
        strip = self._strips[line]
        likeness = _APART * (strip.ruled or strip.apart) + (self._from_top if line == anchor else 0.0)
        likeness += 3.0 if line in self._numbers else 0.0
        if self._words(line, self._date):
            likeness += 2.0 if self._days_in(line, line + 1) else _GOES_ON
        for column in range(len(self._columns)):
            words = self._words(line, column)
            if words and column not in (self._date, self._number):
                likeness += self._newness(line, column, words)
        return likeness - (0 if self._words(line, self._name) else 2.0)

    def _newness(self, line: int, column: int, words: str) -> float:
        above = self._words(line - 1, column)
        if not above:
            return 1.5
        if goes_on(above, words, self._gazetteer):
            return _GOES_ON
        return -1.0 if self._full(line - 1, column) else 1.0

    def _full(self, line: int, column: int) -> bool:
        return self._strips[line].ends[column] >= self._widest[column] - _FULL

    def _dateless(self, anchors: Sequence[int]) -> list[int]:
        """Rows below one whose day holds for them too, the day standing before the name."""
        if self._date > self._name or self._numbers or not self._from_top:
            return []
        return [
            line
            for before, after in pairwise([*anchors, len(self._strips)])
            for line in range(before + 1, after)
            if self._begins_dateless(line)
        ]

    def _begins_dateless(self, line: int) -> bool:
        if self._words(line, self._date) or not self._new_name(line) or self._some_go_on(line):
            return False
        places = [at for at, column in enumerate(self._columns) if column in _BY_DAY]
        if any(self._told_by_day(at, (line - 1, line)) for at in places):
            return True
        if self._full(line - 1, self._name) and not self._itemised:
            return False
        others = [at for at in range(len(self._columns)) if at not in (self._date, self._name)]
        return any(self._words(line, at) and self._newness(line, at, self._words(line, at)) > _GOES_ON for at in others)

    def _begins_day(self, line: int) -> bool:
        words = self._words(line, self._date)
        return bool(words) and begins_day(self._words(line - 1, self._date) if line else "", words)

    def _words(self, line: int, column: int) -> str:
        span = self._strips[line].cells[column] if line >= 0 else None
        return self._region.text[span[0] : span[1]] if span else ""
