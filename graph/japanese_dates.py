"""Dates as Japanese documents write them: eras, mixed digits, ranges, and words such as 同日 and 本年度.

The reader scans once, keeps offsets (every fold maps one character to one), and resolves what a date leaves
out from the date before it, from the document's period and from its date of publication, in that order for
days and months and as each word demands for years. It never adds a day or month that is not written: an
unresolvable or impossible date is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from graph.date_words import (
    BARE_DAY,
    BARE_PART,
    DAY,
    DAY_OF_STAY,
    DAYS_BESIDE,
    DAYS_UNTIL,
    FOLD,
    FOR_DAYS,
    LAST_BESIDE,
    LIST,
    MONTH,
    NUMBERED_DAY,
    OTHER_DATE,
    PART,
    QUARTER,
    RANGE,
    REACH_OF_DAYS,
    RELATIVE_YEAR,
    SAME_DAY,
    SAME_MONTH,
    SAME_YEAR,
    SHORT_DAYS,
    SHORT_MONTHS,
    START,
    THIS_DAY,
    THIS_MONTH,
    TOLD_BESIDE,
    UNTIL,
    WEEK_FROM,
    WITHIN_YEAR,
    YEAR,
)
from graph.eras import calendar_year, number
from graph.errors import BadDate
from graph.japanese_context import DateContext
from graph.japanese_dates_bare import bare_era_year
from graph.japanese_dates_figures import figures_at
from graph.japanese_dates_lone import day_beside_word, day_of_week, lone_day, two_days
from graph.japanese_ground import Ground
from graph.japanese_points import (
    MONTH_MOVES,
    Point,
    after,
    alone,
    month_from,
    next_day,
    part_of,
    point_of,
    quarter_of,
    skip,
    when_of,
)
from graph.japanese_tense import tense_at
from graph.model import When

__all__ = ["DateContext", "FoundDate", "find_dates", "read_japanese"]


@dataclass(frozen=True)
class FoundDate:
    """A date in a text: ``text[start:end]`` are its words."""

    start: int
    end: int
    when: When


_Read = tuple[Point, int]
LONGEST_STAY: Final = 27


def find_dates(text: str, context: DateContext) -> list[FoundDate]:
    """Every date in a text, in order; each may lean on the one before it (同日, 30日)."""
    return _Reader(text, context).read()


def read_japanese(words: str, context: DateContext) -> When | None:
    """The date that the words are, with nothing before or after it; None where they are none."""
    found = find_dates(words, context)
    if len(found) != 1:
        return None
    only = found[0]
    whole = words[: only.start].strip() == "" and words[only.end :].strip() == ""
    return only.when if whole else None


class _Reader:
    """One pass over one text, remembering the last date read."""

    def __init__(self, text: str, context: DateContext) -> None:
        self._text = text
        self._folded = text.translate(FOLD)
        self._ground = Ground(context, sentence="。" in text)
        self._found: list[FoundDate] = []
        self._told = (0, 0)
        self._listed: Point | None = None
        self._list_end = -1

    def read(self) -> list[FoundDate]:
        position = 0
        while (start := START.search(self._folded, position)) is not None:
            if self._told[0] <= start.start() < self._told[1]:
                position = self._told[1]
                continue
            end = self._date(start.start())
            position = end or start.start() + max(1, len(start.group()) if start.group().isdigit() else 1)
        return self._found

    def _date(self, start: int) -> int | None:
        """Reads a date or range that starts here; returns where it ends, or None."""
        self._ground.tense = tense_at(self._folded, start)
        self._ground.listed = self._listed if start == self._list_end else None
        figures = figures_at(self._folded, start, self._ground.with_year)
        for figure in figures:
            self._keep(*figure)
        if figures:
            return figures[-1][1]
        read = self._short(start) or self._range(start)
        if read is None:
            return None
        first, last, end = read
        if last is None and (span := self._lasting(first, end)) is not None:
            self._keep(start, span[2], *span[:2])
            return span[2]
        if last is None and (days := self._days_beside(first, end)) is not None:
            self._keep(start, end, *days)
            return end
        self._keep(start, end, first, last)
        return self._list_on(last or first, self._more_days(last or first, end))

    def _list_on(self, point: Point, end: int) -> int:
        """Remembers that a list may go on behind a date: in 2016年4月及び11月 the second leaves out its year."""
        mark = LIST.match(self._folded, end)
        self._listed, self._list_end = (point, mark.end()) if mark else (None, -1)
        return end

    def _days_beside(self, first: Point, end: int) -> tuple[Point, Point | None] | None:
        """The days that a bracket adds behind the name of a meeting: 6月 …会合(20日・21日), 29日 …会合(30日まで)."""
        if first.month is None or first.wrong or first.part is not None:
            return None
        beside = (DAYS_BESIDE if first.day is None else LAST_BESIDE).search(self._folded, end, end + REACH_OF_DAYS)
        if beside is None or OTHER_DATE.search(self._folded, end, beside.start()):
            return None
        self._told = beside.span()
        if first.day is None:
            start = replace(first, day=number(beside["first"]))
            return start, replace(first, day=number(beside["last"])) if beside["last"] else None
        last = self._last_day(first, beside["last"] or beside["until"])
        return (first, last) if last else None

    def _last_day(self, first: Point, words: str) -> Point | None:
        """The last day of a stay, as 30日, 12月2日 or 翌日 behind its first."""
        start = alone(first)
        if start is None:
            return None
        if words == "翌日":
            return point_of(start.latest + timedelta(days=1))
        month, _, day = words.rpartition("月")
        ends = after(first, Point(month=number(month.strip()) if month else None, day=number(day.strip("日 "))))
        last = alone(ends)
        return ends if last and 0 < (last.latest - start.latest).days <= LONGEST_STAY else None

    def _lasting(self, first: Point, end: int) -> tuple[Point, Point, int] | None:
        """The span of 12月1日から3日間, of 25日までの2日間 or of 12月5日の週, and where its words end."""
        told = alone(first) if first.day else None
        if told is None:
            return None
        if (going_on := FOR_DAYS.match(self._folded, end)) is not None:
            days = number(going_on["days"]) or 0
            last = point_of(told.latest + timedelta(days=days - 1))
            # The words between are kept for the place that they may name.
            return (first, last, end if going_on["between"] else going_on.end()) if 1 < days <= LONGEST_STAY else None
        if (week := WEEK_FROM.match(self._folded, end)) is not None:
            return first, point_of(told.latest + timedelta(days=6)), week.end()
        if (up_to := DAYS_UNTIL.match(self._folded, end)) is not None:
            start = point_of(told.latest - timedelta(days=(number(up_to["days"]) or 1) - 1))
            return (start, first, up_to.end()) if start != first else None
        return None

    def _more_days(self, before: Point, end: int) -> int:
        """５日、７日及び10日: days that do not follow each other are dates of their own."""
        while before.day and not before.wrong and (listed := LIST.match(self._folded, end)) is not None:
            day = BARE_DAY.match(self._folded, listed.end())
            if day is None:
                break
            before = replace(before, day=number(day["day"]))
            self._keep(listed.end(), day.end(), before, None)
            end = day.end()
        return end

    def _range(self, start: int) -> tuple[Point, Point | None, int] | None:
        read = self._point(start)
        if read is None:
            return None
        first, end = read
        mark = RANGE.match(self._folded, end)
        tail = self._tail(first, mark.end()) if mark else None
        if mark and tail:
            return first, tail[0], self._until(tail[1])
        last = first
        while first.day and (listed := LIST.match(self._folded, end)) is not None:
            tail = self._tail(last, listed.end())
            if tail is None or not next_day(last, tail[0]):
                break
            last, end = tail
        return first, None if last == first else last, end

    def _until(self, end: int) -> int:
        match = UNTIL.match(self._folded, end)
        return match.end() if match else end

    def _tail(self, first: Point, position: int) -> _Read | None:
        """The second part of a range, with what it leaves out (or calls 同年, 翌月) taken from the first."""
        kept, self._ground.previous = self._ground.previous, alone(first) or self._ground.previous
        read = self._point(position, alone=False)
        self._ground.previous = kept
        if read is None or read[0].part is not None:
            return None
        last, end = read
        if last.year is None and not last.wrong:
            last = after(first, last)
        return last, end

    def _short(self, start: int) -> tuple[Point, Point | None, int] | None:
        """5月16~17日, 4~6月, 29・30日: ends that share the last 日 or 月."""
        year, position = self._year(start) or (Point(), start)
        quarter = QUARTER.match(self._folded, position) if position > start and year.year else None
        if quarter is not None:
            return *quarter_of(year, number(quarter["quarter"]) or 1), quarter.end()
        months = SHORT_MONTHS.match(self._folded, skip(self._folded, position))
        if months is not None:
            first = self._ground.completed(
                replace(year, month=number(months["first"]), fiscal=False), fiscal=year.fiscal
            )
            return first, after(first, Point(month=number(months["last"]))), months.end()
        month = self._month(position, year)
        if month is None:
            return self._two_days(start) if position == start else None
        days = SHORT_DAYS.match(self._folded, skip(self._folded, month[1]))
        if days is None:
            return None
        first = replace(self._ground.completed(month[0], fiscal=year.fiscal), day=number(days["first"]))
        last = replace(first, day=number(days["last"]))
        adjacent = days["mark"] in "~-" or next_day(first, last)
        return (first, last, days.end()) if adjacent else None

    def _two_days(self, start: int) -> tuple[Point, Point | None, int] | None:
        """18、19の両日: two days that leave out their month."""
        told = two_days(self._folded, start)
        first = self._ground.lone_day(told[0]) if told else None
        return (first, replace(first, day=told[1]), told[2]) if told and first else None

    def _point(self, start: int, *, alone: bool = True) -> _Read | None:
        """Year, month and day, as far as written. Not alone: the second part of a range may be a bare day."""
        whole = self._word(start, alone)
        if whole is not None:
            return whole
        year, position = self._year(start) or (Point(), start)
        written_year = position > start
        part = PART.match(self._folded, position) if written_year and (year.fiscal or year.year) else None
        if part is not None and (year.fiscal or not part["end"]):
            return replace(year, part=part_of(part)), part.end()
        month = self._month(position, year)
        if month is None:
            return (year, position) if written_year else self._bare_day(start, alone)
        point, position = month
        day = DAY.match(self._folded, skip(self._folded, position))
        if alone or written_year:
            point = self._ground.completed(point, fiscal=year.fiscal)
        if day is None:
            return point, position
        value = number(day["day"])
        return replace(point, day=value, wrong=point.wrong or value is None), day.end()

    def _word(self, start: int, alone: bool) -> _Read | None:
        """同日 and its like; 本日; 上半期 and 年度末 of the document's own fiscal year."""
        if (numbered := self._numbered(start)) is not None:
            return numbered
        today = THIS_DAY.match(self._folded, start)
        if today is not None:
            return self._ground.this_day(today["which"]), today.end()
        stay = DAY_OF_STAY.match(self._folded, start) if alone else None
        if stay is not None:
            return self._ground.day_of_stay(stay), stay.end()
        same_day = SAME_DAY.match(self._folded, start)
        if same_day is not None:
            which = same_day["which"] or ("翌" if same_day["morning"] else "前")
            return self._ground.same_day(which), same_day.end()
        within = WITHIN_YEAR.match(self._folded, start) if alone else None
        if within is not None:
            year = self._ground.period_fiscal_year() if within["fiscal"] else self._ground.running_year()
            return Point(year, fiscal=bool(within["fiscal"]), wrong=year is None), within.end()
        part = BARE_PART.match(self._folded, start) if alone else None
        return (Point(self._ground.period_fiscal_year(), part=part_of(part)), part.end()) if part else None

    def _numbered(self, start: int) -> _Read | None:
        """前日の12日, 来週17日, 同27日: a word and the number of a day."""
        if (beside := day_beside_word(self._folded, start)) is not None:
            return self._ground.day_beside(*beside[:2]), beside[2]
        if (of_week := day_of_week(self._folded, start)) is not None:
            return self._ground.day_of_week(*of_week[:2]), of_week[2]
        numbered = NUMBERED_DAY.match(self._folded, start)
        return (self._ground.numbered_day(numbered), numbered.end()) if numbered is not None else None

    def _bare_day(self, start: int, alone: bool) -> _Read | None:
        if alone:
            return self._lone_day(start)
        day = BARE_DAY.match(self._folded, start)
        return (Point(day=number(day["day"])), day.end()) if day else None

    def _lone_day(self, start: int) -> _Read | None:
        """26日には: a day of the month of the date before it, else the one of that number next to the publication."""
        told = lone_day(self._folded, start)
        point = self._ground.lone_day(told.day, near=told.near) if told else None
        return (point, told.end) if told and point else None

    def _year(self, start: int) -> _Read | None:
        match = YEAR.match(self._folded, start)
        if match is not None:
            return self._written_year(match)
        match = RELATIVE_YEAR.match(self._folded, start) or SAME_YEAR.match(self._folded, start)
        if match is None:
            bare = bare_era_year(self._folded, start, self._ground.years_told())
            return (Point(bare[0]), bare[1]) if bare else None
        told = TOLD_BESIDE.match(self._folded, match.end())
        if told is not None:
            return self._written_year(told)
        year, ground = self._ground.year_of(match), self._ground
        wrong = year is None and not ground.settled_by_month(match)
        return Point(year, fiscal=bool(match["fiscal"]), wrong=wrong), match.end()

    def _written_year(self, match: re.Match[str]) -> _Read:
        """令和6年, 2024年度: a year that stands as such."""
        written = number(match["era_year"] or match["year"])
        year = calendar_year(match["era"], written or 0) if match["era"] else written
        return Point(year, fiscal=bool(match["fiscal"]), wrong=year is None), match.end()

    def _month(self, position: int, year: Point) -> _Read | None:
        position = skip(self._folded, position)
        match = MONTH.match(self._folded, position)
        if match is not None:
            return replace(year, month=number(match["month"]), fiscal=False), match.end()
        match = SAME_MONTH.match(self._folded, position)
        if match is not None and year == Point():
            return self._ground.shifted(match["which"]), match.end()
        match = THIS_MONTH.match(self._folded, position)
        if match is not None and year == Point():
            return month_from(self._ground.told_in(), MONTH_MOVES.get(match["which"], 0)), match.end()
        return None

    def _keep(self, start: int, end: int, first: Point, last: Point | None) -> None:
        verbatim = self._text[start:end]
        try:
            when = when_of(first, last, verbatim)
        except BadDate:
            return
        if when is not None:
            self._ground.tell(when)
            self._found.append(FoundDate(start, end, when))
