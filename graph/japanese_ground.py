"""What Japanese dates lean on: the year that a month leaves out, 同日, 本年度 and 26日 from what is known by then."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from graph.date_words import AGO
from graph.edtf import from_edtf
from graph.eras import number
from graph.japanese_context import DateContext
from graph.japanese_points import (
    DAY_MOVES,
    FISCAL_START,
    MONTHS,
    Point,
    alone,
    day_beside,
    day_of,
    distance,
    fiscal_year_of,
    point_of,
    within,
)
from graph.japanese_tense import MEANT
from graph.model import When

WEEK_MOVES: Final = {"先々": -14, "先": -7, "今": 0, "来": 7, "再来": 14}
# A text that tells of what was a year and more before it came out goes on with that; what is older still, it recalls.
YEAR_APART: Final = 430
LONG_AGO: Final = 1800
LONGEST_TOGETHER: Final = 6
DAYS_NEAR: Final = 20
# So far ahead of its publication a text seldom tells of a day without its month.
DAYS_AHEAD: Final = 14


class Ground:
    """What is known where a date is read: the document's own time, and the date before it."""

    def __init__(self, context: DateContext, *, sentence: bool) -> None:
        self._context = context
        self._sentence = sentence
        self.previous = context.previous
        self.tense = 0
        self.listed: Point | None = None
        self._told = [one for one in (context.running, context.previous) if one is not None]
        self._before = len(self._told)

    def tell(self, when: When) -> None:
        """Remembers a date as it is read."""
        self.previous = when
        self._told.append(when)

    def _running(self) -> When | None:
        """What a day without its month runs on from: a date of this text, else the one that runs through the others."""
        if len(self._told) > self._before or self.previous is None or self.previous.precision == "day":
            return self.previous if len(self._told) > self._before else self._context.running or self.previous
        return self._context.running or (None if self._context.published else self.previous)

    def years_told(self) -> list[int]:
        """The years that the text and its document are known to be of."""
        context = self._context
        spans = [one for one in (self.previous, context.period, context.about) if one is not None]
        days = [*(one.earliest for one in spans), *(one.latest for one in spans)]
        return [one.year for one in (*days, *filter(None, [context.published]))]

    def settled_by_month(self, match: re.Match[str]) -> bool:
        """Whether 本年 may still be settled by its month, the period being known but not the publication."""
        return match.groupdict().get("ago") in ("本", "今", "当") and self._context.period is not None

    def year_of(self, match: re.Match[str]) -> int | None:
        """The year of 本年, 昨年度 or 同年."""
        fiscal = bool(match["fiscal"])
        return self._same_year(match["same"], fiscal) if "same" in match.groupdict() else self._this_year(match)

    def _this_year(self, match: re.Match[str]) -> int | None:
        ago = AGO[match["ago"]]
        if match["fiscal"]:
            year = self.period_fiscal_year()
            return None if year is None else year + ago
        if self._context.published is not None:
            return self._context.published.year + ago
        period = self._context.period
        if period is not None and period.earliest.year == period.latest.year:
            return period.earliest.year + ago
        about = self._context.about if period is None else None
        return None if about is None else about.earliest.year + ago

    def _same_year(self, which: str, fiscal: bool) -> int | None:
        if self.previous is None:
            return None
        first = self.previous.earliest
        year = fiscal_year_of(first) if fiscal else first.year
        return year + (1 if which == "翌" else 0)

    def period_fiscal_year(self) -> int | None:
        """The fiscal year that the document covers, else the one that it came out in."""
        if self._context.period is not None:
            return fiscal_year_of(self._context.period.earliest)
        return None if self._context.published is None else fiscal_year_of(self._context.published)

    def running_year(self) -> int | None:
        """The year that 年内 is within."""
        return self._context.published.year if self._context.published else None

    def told_on(self) -> date | None:
        """The day from which 今月 counts: that of publication, else the first one that the document tells."""
        about = self._context.about
        return self._context.published or (about.earliest if about and about.precision == "day" else None)

    def told_in(self) -> date | None:
        """A day of the month from which 来月 counts: that of publication, else the day or month of the document."""
        about = self._context.about
        return self._context.published or (about.earliest if about and about.precision in ("day", "month") else None)

    def this_day(self, which: str) -> Point:
        """本日, 昨日 and 明日 from the day of publication."""
        if self._context.published is None:
            return Point(wrong=True)
        return point_of(self._context.published + timedelta(days=DAY_MOVES[which]))

    def numbered_day(self, match: re.Match[str]) -> Point:
        """翌13日, 同27日, 本24日: a day of the month of the date before, of the next where it is over, of this one."""
        before, published, day = self.previous, self._context.published, number(match["day"]) or 0
        if match["which"] == "本" and published is not None:
            return Point(published.year, published.month, day)
        if match["which"] == "翌":
            return self._day_next_to_one_told(day, 1)
        if before is None or before.precision not in ("day", "month"):
            return Point(wrong=True)
        return day_of(before, day)

    def day_beside(self, which: str, day: int) -> Point:
        """前日の12日, 明日16日: the day before or after one that was told, or beside that of publication."""
        if which in ("前日", "翌日"):
            return self._day_next_to_one_told(day, -1 if which == "前日" else 1)
        point = self.this_day({"あす": "明日", "きょう": "本日", "昨": "昨日"}.get(which, which))
        return point if point.day == day else Point(wrong=True)

    def _day_next_to_one_told(self, day: int, step: int) -> Point:
        """The day of a number that follows, or comes before, the last day told that it can be next to."""
        published = self._context.published
        today = from_edtf(published.isoformat()) if published else self._context.about
        spans = [self.previous, *reversed(self._told), today]
        days = [end for one in spans if one and one.precision == "day" for end in (one.earliest, one.latest)]
        moved = (one + timedelta(days=step) for one in days)
        found = next((one for one in moved if one.day == day), None)
        return point_of(found) if found else self.lone_day(day) or Point(wrong=True)

    def day_of_week(self, which: str, day: int) -> Point:
        """来週17日: the day of that number in the week before, of, or after that of publication."""
        today = self.told_on()
        if today is None:
            return Point(wrong=True)
        monday = today - timedelta(days=today.weekday()) + timedelta(days=WEEK_MOVES[which])
        # A week may begin on a Sunday.
        week = (monday + timedelta(days=step) for step in range(-1, 7))
        found = next((one for one in week if one.day == day), None)
        return point_of(found) if found else Point(wrong=True)

    def shifted(self, which: str) -> Point:
        """同月 and 翌月 from the date before."""
        before = self.previous
        if before is None or (before.earliest.year, before.earliest.month) != (
            before.latest.year,
            before.latest.month,
        ):
            return Point(month=1, wrong=True)
        months = before.earliest.year * MONTHS + before.earliest.month - 1 + (1 if which == "翌" else 0)
        return Point(months // MONTHS, months % MONTHS + 1)

    def day_of_stay(self, match: re.Match[str]) -> Point:
        """初日, 2日目 and 最終日 of the days told before."""
        spans = [one for one in (self.previous, self._context.running) if one and one.precision == "day"]
        days = next((one for one in spans if one.earliest < one.latest), None)
        if days is None:
            return Point(wrong=True)
        moved = days.latest
        if not match["last"]:
            moved = days.earliest + timedelta(days=(number(match["which"] or "1") or 1) - 1)
        return point_of(moved) if moved <= days.latest else Point(wrong=True)

    def same_day(self, which: str) -> Point:
        """同日, 翌日 and 前日 from the date before; of several days, 翌日 and 前日 are those around them all."""
        spans = (self.previous, self._context.running)
        # 翌日 of a new sentence is not beside the day of a law that was told in passing.
        within = which == "同" or len(self._told) > self._before
        before = next((one for one in (spans if within else spans[::-1]) if one and one.precision == "day"), None)
        if before is None or (before.latest - before.earliest).days > (0 if which == "同" else LONGEST_TOGETHER):
            return Point(wrong=True)
        return point_of(
            before.earliest - timedelta(days=1) if which == "前" else before.latest + timedelta(days=which == "翌")
        )

    def lone_day(self, day: int, *, near: bool = False) -> Point | None:
        """26日には: a day of the month of the date before it, else the one of that number next to the publication;
        ``near`` where it must lie near a day, or in a month, that was told.
        """
        for before in (self._running(), self.previous):
            if before is not None and before.precision in ("day", "month"):
                point = self._over_the_month(before, day_of(before, day))
                if self._likely(point, before):
                    return point
        beside, month = self.told_on(), self.told_in()
        if near or month is None:
            return None
        return day_beside(beside, day, self._context.leaning) if beside else Point(month.year, month.month, day)

    def _likely(self, point: Point, before: When) -> bool:
        """Whether a day is one of the calendar, and not far ahead of a publication that tells of what was."""
        told, published = alone(point), self._context.published
        if told is None or published is None or self._context.leaning >= 0 or before.latest > published:
            return told is not None
        return (told.latest - published).days <= DAYS_AHEAD

    def _over_the_month(self, before: When, point: Point) -> Point:
        """The 1日 behind the 31日 is of the next month, the 28日 told of what is over is of the month before."""
        told, published = alone(point), self._context.published
        if told is None or published is None:
            return point
        if self._context.leaning < 0 and (told.latest - published).days > DAYS_AHEAD and before.precision == "day":
            back = _in_month(point, told.earliest, -1)
            return back if _days_apart(back, before) <= DAYS_NEAR else point
        over = _in_month(point, told.earliest, 1)
        ahead = before.precision == "day" and (before.latest - told.latest).days > DAYS_NEAR
        next_one = alone(over)
        return over if ahead and next_one and next_one.latest <= published else point

    def with_year(self, point: Point) -> Point:
        """A month and a day with the year that they leave out."""
        return self.completed(point, fiscal=False)

    def completed(self, point: Point, *, fiscal: bool) -> Point:
        """The point with its year: a fiscal year settled by the month, a missing one from the context."""
        if point.month is None or point.wrong:
            return point
        if fiscal and point.year is not None:
            return replace(point, year=point.year + (1 if point.month < FISCAL_START else 0))
        if point.year is not None:
            return point
        year = self._year_in_list(point.month) or self._year_for(point.month)
        return replace(point, year=year, wrong=year is None)

    def _year_in_list(self, month: int) -> int | None:
        """The year of a month that stands in a list behind an earlier one, as 11月 in 2016年4月及び11月."""
        before = self.listed
        later = before is not None and before.month is not None and before.month <= month
        return before.year if before is not None and later else None

    def _year_for(self, month: int) -> int | None:
        """The year of a month written without one: in the period, beside the publication or the date before."""
        period = self._context.period
        if period is not None:
            fitting = [y for y in range(period.earliest.year, period.latest.year + 1) if within(y, month, period)]
            if len(fitting) == 1:
                return fitting[0]
        published = self._context.published
        if published is not None and self._beside_publication(published, month):
            return self._year_beside(published, month)
        return self._year_near(month)

    def _year_near(self, month: int) -> int | None:
        """The year of a month that is nearest to the date before, else to the publication or to what a page tells."""
        previous, published = self.previous, self._context.published
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
        if previous is None and self._leaning() < 0 and self.tense:
            return anchor.year if month <= anchor.month else anchor.year - 1
        # half a year away on both sides: a sentence that does not look ahead tells of what was
        steps = (-1, 0, 1) if self._leaning() < 0 and self._sentence else (1, 0, -1)
        return min((anchor.year + step for step in steps), key=distance(anchor, month))

    def _leaning(self) -> int:
        """How the sentence leans, but where its words may as well be meant for a day to come."""
        return 0 if self.tense == MEANT else self._context.leaning

    def _beside_publication(self, published: date, month: int) -> bool:
        """Whether a month of a sentence counts from the publication, not from what an earlier sentence told."""
        before = self._context.running or self.previous
        if self.tense not in (-1, 1) or len(self._told) > self._before:
            return False
        if before is None or before.precision not in ("day", "month"):
            return True
        named = self.previous
        if named and named.earliest > published and named.earliest.month == month and self.tense > 0:
            return False
        apart = abs((published - before.earliest).days)
        return not YEAR_APART < apart < LONG_AGO

    def _year_beside(self, published: date, month: int) -> int:
        """The year of a month that was, or that is to come, as of the day of publication."""
        if self.tense < 0:
            return published.year if month <= published.month else published.year - 1
        return min((published.year + step for step in (1, 0, -1)), key=distance(published, month))


def _in_month(point: Point, day: date, step: int) -> Point:
    """The point in the month of a day, or in that ``step`` months from it."""
    months = day.year * MONTHS + day.month - 1 + step
    return replace(point, year=months // MONTHS, month=months % MONTHS + 1)


def _days_apart(point: Point, before: When) -> int:
    one = alone(point)
    return MONTHS * 31 if one is None else abs((one.earliest - before.earliest).days)
