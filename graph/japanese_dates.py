"""Dates as Japanese documents write them: eras, mixed digits, ranges, and words such as 同日 and 本年度.

The reader scans once, keeps offsets (every fold maps one character to one), and resolves what a date leaves
out from the date before it, from the document's period and from its date of publication, in that order for
days and months and as each word demands for years. It never adds a day or month that is not written: an
unresolvable or impossible date is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.date_words import (
    AGO,
    BARE_DAY,
    BARE_PART,
    DAY,
    DAY_OF_STAY,
    DAYS_BESIDE,
    FOLD,
    ISO,
    ISO_TAIL,
    LAST_BESIDE,
    LIST,
    LONE_DAY,
    MONTH,
    NUMBERED_DAY,
    NUMERIC_LIST,
    NUMERIC_TAIL,
    OTHER_DATE,
    PART,
    QUARTER,
    RANGE,
    REACH_OF_DAYS,
    RELATIVE_YEAR,
    SAME_DAY,
    SAME_MONTH,
    SAME_YEAR,
    SHORT_DATE,
    SHORT_DAYS,
    SHORT_ERA,
    SHORT_MONTHS,
    SHORT_TAIL,
    START,
    THIS_DAY,
    THIS_MONTH,
    TOLD_BESIDE,
    UNTIL,
    WITHIN_YEAR,
    YEAR,
)
from graph.eras import calendar_year, number
from graph.errors import BadDate
from graph.japanese_dates_bare import bare_era_year
from graph.japanese_points import (
    DAY_MOVES,
    FISCAL_START,
    MONTH_MOVES,
    MONTHS,
    Point,
    after,
    day_beside,
    day_of,
    distance,
    fiscal_year_of,
    month_from,
    next_day,
    part_of,
    quarter_of,
    skip,
    when_of,
    within,
)
from graph.model import When


@dataclass(frozen=True)
class DateContext:
    """What a document says of its own time: when it was published, what it covers, which date came before.

    ``leaning`` is -1 for words in the past tense, 1 for the future, 0 where nothing is known of it. ``about`` is the
    first day or month that a document without a day of publication tells with its year: 本年 is then of that year.
    ``day_first`` says whether 11/06/2024 is the 11th of June, as nearly everywhere, or the 6th of November, as in the
    United States; None where that is not known.
    """

    published: date | None = None
    period: When | None = None
    previous: When | None = None
    leaning: int = 0
    about: When | None = None
    day_first: bool | None = None


@dataclass(frozen=True)
class FoundDate:
    """A date in a text: ``text[start:end]`` are its words."""

    start: int
    end: int
    when: When


_Read = tuple[Point, int]


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
        self._context = context
        self._found: list[FoundDate] = []
        self._previous = context.previous
        self._told = (0, 0)

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
        numeric = self._numeric(start) or self._weekday(start)
        if numeric is not None:
            return numeric
        read = self._short(start) or self._range(start)
        if read is None:
            return None
        first, last, end = read
        if last is None and (days := self._days_beside(first, end)) is not None:
            self._keep(start, end, *days)
            return end
        self._keep(start, end, first, last)
        return self._more_days(last or first, end)

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
        last = replace(first, day=number(beside["last"] or beside["until"]))
        return (first, last) if (last.day or 0) > first.day else None

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

    def _numeric(self, start: int) -> int | None:
        """2019-05-29, 2019/5/29-30, R1.5.29."""
        match = ISO.match(self._folded, start) or SHORT_ERA.match(self._folded, start)
        if match is None:
            return None
        parts = match.groupdict()
        written = number(parts.get("era_year") or parts.get("year") or "")
        year = calendar_year(parts["era"], written or 0) if parts.get("era") else written
        day = int(parts["day"]) if parts["day"] else None
        point = Point(year, int(parts["month"]), day, wrong=year is None)
        last, end = self._numeric_tail(point, match.end()) if day else (None, match.end())
        self._keep(start, end, point, last)
        return self._more_numbers(last or point, end) if day else end

    def _more_numbers(self, before: Point, end: int) -> int:
        """R5.2.16、3.22: days in figures that leave out the year of the one before are dates of their own."""
        while (listed := NUMERIC_LIST.match(self._folded, end)) is not None:
            before = replace(before, month=int(listed["month"]), day=int(listed["day"]))
            self._keep(listed.start("month"), listed.end(), before, None)
            end = listed.end()
        return end

    def _weekday(self, start: int) -> int | None:
        """4.9(水) and 4/16(水)~17(木): a month and a day whose weekday tells that they are a date."""
        match = SHORT_DATE.match(self._folded, start)
        if match is None:
            return None
        first = self._completed(Point(month=int(match["month"]), day=int(match["day"])), fiscal=False)
        tail = SHORT_TAIL.match(self._folded, match.end())
        last = replace(first, month=int(tail["month"] or first.month or 0), day=int(tail["day"])) if tail else None
        end = tail.end() if tail else match.end()
        self._keep(start, end, first, last)
        return end

    def _numeric_tail(self, first: Point, end: int) -> tuple[Point | None, int]:
        """The second end of 2019-05-16/2019-05-17 or 2019/5/29-30, where there is one."""
        tail = ISO_TAIL.match(self._folded, end)
        if tail is not None:
            return Point(int(tail["year"]), int(tail["month"]), int(tail["day"])), tail.end()
        tail = NUMERIC_TAIL.match(self._folded, end)
        if tail is None:
            return None, end
        return replace(first, month=int(tail["month"] or first.month or 0), day=int(tail["day"])), tail.end()

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
        kept, self._previous = self._previous, _alone(first) or self._previous
        read = self._point(position, alone=False)
        self._previous = kept
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
            first = self._completed(replace(year, month=number(months["first"]), fiscal=False), fiscal=year.fiscal)
            return first, after(first, Point(month=number(months["last"]))), months.end()
        month = self._month(position, year)
        if month is None:
            return None
        days = SHORT_DAYS.match(self._folded, skip(self._folded, month[1]))
        if days is None:
            return None
        first = replace(self._completed(month[0], fiscal=year.fiscal), day=number(days["first"]))
        last = replace(first, day=number(days["last"]))
        adjacent = days["mark"] in "~-" or next_day(first, last)
        return (first, last, days.end()) if adjacent else None

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
            point = self._completed(point, fiscal=year.fiscal)
        if day is None:
            return point, position
        value = number(day["day"])
        return replace(point, day=value, wrong=point.wrong or value is None), day.end()

    def _word(self, start: int, alone: bool) -> _Read | None:
        """同日 and its like; 本日; 上半期 and 年度末 of the document's own fiscal year."""
        today = THIS_DAY.match(self._folded, start)
        if today is not None:
            return self._this_day(today["which"]), today.end()
        numbered = NUMBERED_DAY.match(self._folded, start)
        if numbered is not None:
            return self._numbered_day(numbered), numbered.end()
        stay = DAY_OF_STAY.match(self._folded, start) if alone else None
        if stay is not None:
            return self._day_of_stay(stay), stay.end()
        same_day = SAME_DAY.match(self._folded, start)
        if same_day is not None:
            return self._same_day(same_day)
        within = WITHIN_YEAR.match(self._folded, start) if alone else None
        if within is not None:
            published = self._context.published
            year = self._period_fiscal_year() if within["fiscal"] else published.year if published else None
            return Point(year, fiscal=bool(within["fiscal"]), wrong=year is None), within.end()
        part = BARE_PART.match(self._folded, start) if alone else None
        return (Point(self._period_fiscal_year(), part=part_of(part)), part.end()) if part else None

    def _bare_day(self, start: int, alone: bool) -> _Read | None:
        if alone:
            return self._lone_day(start)
        day = BARE_DAY.match(self._folded, start)
        return (Point(day=number(day["day"])), day.end()) if day else None

    def _lone_day(self, start: int) -> _Read | None:
        """26日には: a day of the month of the date before it, else the one of that number next to the publication."""
        match, before = LONE_DAY.match(self._folded, start), self._previous
        day = number(match["day"]) if match else None
        if match is None or day is None:
            return None
        if before is not None and before.precision in ("day", "month"):
            return day_of(before, day), match.end()
        beside = self._told_on()
        point = None if beside is None else day_beside(beside, day, self._context.leaning)
        return (point, match.end()) if point else None

    def _year(self, start: int) -> _Read | None:
        match = YEAR.match(self._folded, start)
        if match is not None:
            return self._written_year(match)
        match = RELATIVE_YEAR.match(self._folded, start) or SAME_YEAR.match(self._folded, start)
        if match is None:
            bare = bare_era_year(self._folded, start, self._years_told())
            return (Point(bare[0]), bare[1]) if bare else None
        told = TOLD_BESIDE.match(self._folded, match.end())
        if told is not None:
            return self._written_year(told)
        fiscal = bool(match["fiscal"])
        year = self._same_year(match["same"], fiscal) if "same" in match.groupdict() else self._this_year(match)
        return Point(year, fiscal=fiscal, wrong=year is None and not self._year_by_month(match)), match.end()

    def _years_told(self) -> list[int]:
        """The years that the text and its document are known to be of."""
        context = self._context
        spans = [one for one in (self._previous, context.period, context.about) if one is not None]
        days = [*(one.earliest for one in spans), *(one.latest for one in spans)]
        return [one.year for one in (*days, *filter(None, [context.published]))]

    def _written_year(self, match: re.Match[str]) -> _Read:
        """令和6年, 2024年度: a year that stands as such."""
        written = number(match["era_year"] or match["year"])
        year = calendar_year(match["era"], written or 0) if match["era"] else written
        return Point(year, fiscal=bool(match["fiscal"]), wrong=year is None), match.end()

    def _year_by_month(self, match: re.Match[str]) -> bool:
        """Whether 本年 may still be settled by its month, the period being known but not the publication."""
        return match.groupdict().get("ago") in ("本", "今", "当") and self._context.period is not None

    def _this_year(self, match: re.Match[str]) -> int | None:
        ago = AGO[match["ago"]]
        if match["fiscal"]:
            year = self._period_fiscal_year()
            return None if year is None else year + ago
        if self._context.published is not None:
            return self._context.published.year + ago
        period = self._context.period
        if period is not None and period.earliest.year == period.latest.year:
            return period.earliest.year + ago
        about = self._context.about if period is None else None
        return None if about is None else about.earliest.year + ago

    def _same_year(self, which: str, fiscal: bool) -> int | None:
        if self._previous is None:
            return None
        first = self._previous.earliest
        year = fiscal_year_of(first) if fiscal else first.year
        return year + (1 if which == "翌" else 0)

    def _period_fiscal_year(self) -> int | None:
        if self._context.period is not None:
            return fiscal_year_of(self._context.period.earliest)
        return None if self._context.published is None else fiscal_year_of(self._context.published)

    def _month(self, position: int, year: Point) -> _Read | None:
        position = skip(self._folded, position)
        match = MONTH.match(self._folded, position)
        if match is not None:
            return replace(year, month=number(match["month"]), fiscal=False), match.end()
        match = SAME_MONTH.match(self._folded, position)
        if match is not None and year == Point():
            return self._shifted(match["which"]), match.end()
        match = THIS_MONTH.match(self._folded, position)
        if match is not None and year == Point():
            return month_from(self._told_on(), MONTH_MOVES.get(match["which"], 0)), match.end()
        return None

    def _told_on(self) -> date | None:
        """The day from which 今月 counts: that of publication, else the first one that the document tells."""
        about = self._context.about
        return self._context.published or (about.earliest if about and about.precision == "day" else None)

    def _this_day(self, which: str) -> Point:
        """本日, 昨日 and 明日 from the day of publication."""
        if self._context.published is None:
            return Point(wrong=True)
        moved = self._context.published + timedelta(days=DAY_MOVES[which])
        return Point(moved.year, moved.month, moved.day)

    def _numbered_day(self, match: re.Match[str]) -> Point:
        """翌13日, 同27日, 本24日: a day of the month of the date before, of the next where it is over, of this one."""
        before, published = self._previous, self._context.published
        if match["which"] == "本" and published is not None:
            return Point(published.year, published.month, number(match["day"]))
        if before is None or before.precision not in ("day", "month"):
            return Point(wrong=True)
        last, day = before.latest, number(match["day"])
        if match["which"] == "翌" and before.precision == "day":
            after = (before.earliest + timedelta(days=1), last + timedelta(days=1))
            moved = next((one for one in after if one.day == day), None)
            return Point(moved.year, moved.month, moved.day) if moved else Point(wrong=True)
        return day_of(before, day or 0)

    def _shifted(self, which: str) -> Point:
        """同月 and 翌月 from the date before."""
        before = self._previous
        if before is None or (before.earliest.year, before.earliest.month) != (
            before.latest.year,
            before.latest.month,
        ):
            return Point(month=1, wrong=True)
        months = before.earliest.year * MONTHS + before.earliest.month - 1 + (1 if which == "翌" else 0)
        return Point(months // MONTHS, months % MONTHS + 1)

    def _day_of_stay(self, match: re.Match[str]) -> Point:
        """初日, 2日目 and 最終日 of the days told before."""
        days = self._previous
        if days is None or days.precision != "day" or days.earliest == days.latest:
            return Point(wrong=True)
        moved = days.latest
        if not match["last"]:
            moved = days.earliest + timedelta(days=(number(match["which"] or "1") or 1) - 1)
        return Point(moved.year, moved.month, moved.day) if moved <= days.latest else Point(wrong=True)

    def _same_day(self, match: re.Match[str]) -> _Read:
        """同日, 翌日 and 前日 from the date before, when that is one day."""
        before = self._previous
        if before is None or before.earliest != before.latest:
            return Point(wrong=True), match.end()
        moved = before.earliest + timedelta(days={"同": 0, "翌": 1, "前": -1}[match["which"]])
        return Point(moved.year, moved.month, moved.day), match.end()

    def _completed(self, point: Point, *, fiscal: bool) -> Point:
        """The point with its year: a fiscal year settled by the month, a missing one from the context."""
        if point.month is None or point.wrong:
            return point
        if fiscal and point.year is not None:
            return replace(point, year=point.year + (1 if point.month < FISCAL_START else 0))
        if point.year is not None:
            return point
        year = self._year_for(point.month)
        return replace(point, year=year, wrong=year is None)

    def _year_for(self, month: int) -> int | None:
        """The year of a month written without one: in the period, else nearest to the date before."""
        period = self._context.period
        if period is not None:
            fitting = [y for y in range(period.earliest.year, period.latest.year + 1) if within(y, month, period)]
            if len(fitting) == 1:
                return fitting[0]
        previous, published = self._previous, self._context.published
        if previous is not None and previous.precision == "year":
            if published is None or abs(published.year - previous.earliest.year) <= 1:
                return previous.earliest.year
            previous = None
        about = self._context.about if previous is None and published is None else None
        if about is not None and about.precision in ("year", "fiscal-year"):
            return next(y for y in (about.earliest.year, about.latest.year) if within(y, month, about))
        anchor = previous.earliest if previous else published or (about.earliest if about else None)
        if anchor is None:
            return None
        if previous is None and self._context.leaning < 0:
            return anchor.year if month <= anchor.month else anchor.year - 1
        # half a year away on both sides: a sentence that does not look ahead tells of what was
        steps = (-1, 0, 1) if self._context.leaning < 0 and "。" in self._text else (1, 0, -1)
        return min((anchor.year + step for step in steps), key=distance(anchor, month))

    def _keep(self, start: int, end: int, first: Point, last: Point | None) -> None:
        verbatim = self._text[start:end]
        try:
            when = when_of(first, last, verbatim)
        except BadDate:
            return
        if when is not None:
            self._previous = when
            self._found.append(FoundDate(start, end, when))


def _alone(point: Point) -> When | None:
    """A point as a date of its own, None where it is not one."""
    try:
        return when_of(point, None, "")
    except BadDate:
        return None
