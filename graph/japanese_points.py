"""One end of a Japanese date as read, and what is made of one or two of them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from graph.edtf import fiscal_half, fiscal_year, from_edtf
from graph.errors import BadDate
from graph.model import When

MONTHS: Final = 12
FISCAL_START: Final = 4


@dataclass(frozen=True)
class Point:
    """One end of a date as read: None is what was not written. ``part`` is 1 or 2 (half), 3 (年度末)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    part: int | None = None
    wrong: bool = False

    @property
    def edtf(self) -> str:
        """The EDTF of a point whose year is known."""
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year:04}{month}" + ("" if self.day is None else f"-{self.day:02}")


# News tells the days of its month without it; the 31日 in the news of the 2nd is of the month before.
FAR_AHEAD: Final = timedelta(days=14)
DAY_MOVES: Final = {"一昨日": -2, "昨日": -1, "本日": 0, "明日": 1}
MONTH_MOVES: Final = {"先": -1, "来": 1}


def day_of(before: When, day: int) -> Point:
    """The 28日 behind a span: within it where it begins in another month, else in the month that it ends in."""
    first, last = before.earliest, before.latest
    within_first = (first.year, first.month) != (last.year, last.month) and day >= first.day and day > last.day
    month = first if within_first else last
    return Point(month.year, month.month, day)


def day_beside(published: date, day: int, leaning: int) -> Point | None:
    """The 4日 of a piece of news: of its own month, of the one before where it lies far ahead of the publication, or
    the nearest where it may lie ahead."""
    months = [_moved(published, step) for step in (-1, 0, 1)]
    days = [date(year, month, day) for year, month in months if day and day <= monthrange(year, month)[1]]
    fitting = [one for one in days if one <= published + FAR_AHEAD] if leaning < 0 else days
    same = [one for one in fitting if one.month == published.month] if leaning < 0 else []
    nearest = min(same or fitting, key=lambda one: abs((one - published).days), default=None)
    return None if nearest is None else Point(nearest.year, nearest.month, nearest.day)


def _moved(day: date, step: int) -> tuple[int, int]:
    months = day.year * MONTHS + day.month - 1 + step
    return months // MONTHS, months % MONTHS + 1


def month_from(day: date | None, move: int) -> Point:
    """The month of a day, or the one before or after it."""
    if day is None:
        return Point(month=1, wrong=True)
    return Point(*_moved(day, move))


def when_of(first: Point, last: Point | None, verbatim: str) -> When | None:
    if first.wrong or first.year is None or (last is not None and (last.wrong or last.year is None)):
        return None
    if first.part is not None or first.fiscal:
        return _fiscal_when(first, verbatim) if last is None else None
    if last is None or last == first:
        return from_edtf(first.edtf, verbatim)
    if last.fiscal:
        return None
    return from_edtf(f"{first.edtf}/{last.edtf}", verbatim)


def _fiscal_when(point: Point, verbatim: str) -> When:
    """A fiscal year, its half, or 年度末, which names the March that ends it and no day."""
    year = point.year or 0
    if point.part is None:
        return fiscal_year(year, verbatim)
    if point.part == 3:
        return from_edtf(f"{year + 1:04}-03", verbatim)
    return fiscal_half(year, point.part, verbatim)


def part_of(match: re.Match[str]) -> int:
    """Which part of a fiscal year is named: 1 or 2, its halves; 3, its end."""
    if match["end"]:
        return 3
    return 1 if match["first"] else 2


def quarter_of(year: Point, quarter: int) -> tuple[Point, Point]:
    """The first and last month of 2025年第1四半期, or of a quarter of a fiscal year."""
    first = (quarter - 1) * 3 + (FISCAL_START if year.fiscal else 1)
    over, month = divmod(first - 1, MONTHS)
    start = Point((year.year or 0) + over, month + 1)
    return start, replace(start, month=month + 3)


def after(first: Point, last: Point) -> Point:
    """The second end of a range, completed from the first: same month, same year, or over the new year."""
    if last.month is None:
        return replace(last, year=first.year, month=first.month, wrong=first.month is None)
    over = first.month is not None and last.month < first.month and first.year is not None
    return replace(last, year=first.year + 1 if over and first.year else first.year)


def next_day(first: Point, last: Point) -> bool:
    """Whether two listed days follow each other, so that together they are one span."""
    try:
        one, other = from_edtf(first.edtf), from_edtf(last.edtf)
    except (BadDate, ValueError, TypeError):
        return False
    return one.latest + timedelta(days=1) == other.earliest and one.precision == other.precision == "day"


def fiscal_year_of(day: date) -> int:
    return day.year if day.month >= FISCAL_START else day.year - 1


def within(year: int, month: int, period: When) -> bool:
    return (period.earliest.year, period.earliest.month) <= (year, month) <= (period.latest.year, period.latest.month)


def distance(anchor: date, month: int) -> Callable[[int], int]:
    return lambda year: abs((year - anchor.year) * MONTHS + month - anchor.month)


def skip(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def alone(point: Point) -> When | None:
    """A point as a date of its own, None where it is not one."""
    try:
        return when_of(point, None, "")
    except BadDate:
        return None


def point_of(day: date) -> Point:
    """A day as a point."""
    return Point(day.year, day.month, day.day)
