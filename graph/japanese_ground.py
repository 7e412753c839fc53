"""What Japanese dates lean on: the year that a month leaves out, 同日, 本年度 and 26日 from what is known by then."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.date_words import AGO
from graph.eras import number
from graph.errors import BadDate
from graph.japanese_points import (
    DAY_MOVES,
    FISCAL_START,
    MONTHS,
    Point,
    day_beside,
    day_of,
    distance,
    fiscal_year_of,
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


class Ground:
    """What is known where a date is read: the document's own time, and the date before it."""

    def __init__(self, context: DateContext, *, sentence: bool) -> None:
        self._context = context
        self._sentence = sentence
        self.previous = context.previous

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

    def this_day(self, which: str) -> Point:
        """本日, 昨日 and 明日 from the day of publication."""
        if self._context.published is None:
            return Point(wrong=True)
        return _point(self._context.published + timedelta(days=DAY_MOVES[which]))

    def numbered_day(self, match: re.Match[str]) -> Point:
        """翌13日, 同27日, 本24日: a day of the month of the date before, of the next where it is over, of this one."""
        before, published = self.previous, self._context.published
        if match["which"] == "本" and published is not None:
            return Point(published.year, published.month, number(match["day"]))
        if before is None or before.precision not in ("day", "month"):
            return Point(wrong=True)
        last, day = before.latest, number(match["day"])
        if match["which"] == "翌" and before.precision == "day":
            after = (before.earliest + timedelta(days=1), last + timedelta(days=1))
            moved = next((one for one in after if one.day == day), None)
            return _point(moved) if moved else Point(wrong=True)
        return day_of(before, day or 0)

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
        days = self.previous
        if days is None or days.precision != "day" or days.earliest == days.latest:
            return Point(wrong=True)
        moved = days.latest
        if not match["last"]:
            moved = days.earliest + timedelta(days=(number(match["which"] or "1") or 1) - 1)
        return _point(moved) if moved <= days.latest else Point(wrong=True)

    def same_day(self, which: str) -> Point:
        """同日, 翌日 and 前日 from the date before, when that is one day."""
        before = self.previous
        if before is None or before.earliest != before.latest:
            return Point(wrong=True)
        return _point(before.earliest + timedelta(days={"同": 0, "翌": 1, "前": -1}[which]))

    def lone_day(self, day: int) -> Point | None:
        """26日には: a day of the month of the date before it, else the one of that number next to the publication."""
        before = self.previous
        if before is not None and before.precision in ("day", "month"):
            return day_of(before, day)
        beside = self.told_on()
        return None if beside is None else day_beside(beside, day, self._context.leaning)

    def completed(self, point: Point, *, fiscal: bool) -> Point:
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
        if previous is None and self._context.leaning < 0:
            return anchor.year if month <= anchor.month else anchor.year - 1
        # half a year away on both sides: a sentence that does not look ahead tells of what was
        steps = (-1, 0, 1) if self._context.leaning < 0 and self._sentence else (1, 0, -1)
        return min((anchor.year + step for step in steps), key=distance(anchor, month))


def alone(point: Point) -> When | None:
    """A point as a date of its own, None where it is not one."""
    try:
        return when_of(point, None, "")
    except BadDate:
        return None


def _point(day: date) -> Point:
    return Point(day.year, day.month, day.day)
