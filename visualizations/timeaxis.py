"""The time axis of the figures: from days to a coordinate, and the months and years written along it.

Both calendars stand side by side: calendar years, and Japanese fiscal years, which start on 1 April and bear
the era of that spring (令和元年度 is fiscal 2019, although April 2019 itself was still 平成31年).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from graph.eras import era_year
from visualizations.words import MONTHS

FISCAL_START: Final = 4

Month = tuple[int, int]


@dataclass(frozen=True)
class Span:
    """A stretch of the axis with its words: a month, a calendar year or a fiscal year. Units: pixels."""

    left: float
    right: float
    words: str


@dataclass(frozen=True)
class TimeAxis:
    """Days from ``first`` to ``last`` (both drawn whole) laid evenly between ``left`` and ``right``."""

    first: date
    last: date
    left: float
    right: float

    def start_of(self, day: date) -> float:
        """Where ``day`` begins."""
        days = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def end_of(self, day: date) -> float:
        """Where ``day`` ends."""
        return self.start_of(day + timedelta(days=1)) if day < date.max else self.right

    def span_of(self, earliest: date, latest: date) -> tuple[float, float]:
        """The stretch from the start of ``earliest`` to the end of ``latest``, cut at the ends of the axis."""
        return self.start_of(max(earliest, self.first)), self.end_of(min(latest, self.last))

    def months(self, language: str) -> tuple[Span, ...]:
        """Every month of the axis; on a crowded axis the words are the number alone."""
        months = months_between(self.first, self.last)
        room = (self.right - self.left) / len(months)
        return tuple(self._span(month_days(month), _month_words(month, language, room)) for month in months)

    def years(self, language: str) -> tuple[Span, ...]:
        """Every calendar year, in Japanese with its eras."""
        return tuple(
            self._span((date(year, 1, 1), date(year, 12, 31)), _year_words(year, language))
            for year in range(self.first.year, self.last.year + 1)
        )

    def fiscal_years(self, language: str) -> tuple[Span, ...]:
        """Every Japanese fiscal year, from 1 April to 31 March."""
        return tuple(
            self._span((date(year, 4, 1), date(year + 1, 3, 31)), fiscal_year_words(year, language))
            for year in range(fiscal_year(self.first), fiscal_year(self.last) + 1)
        )

    def _span(self, days: tuple[date, date], words: str) -> Span:
        left, right = self.span_of(*days)
        return Span(left, right, words)


def month_days(month: Month) -> tuple[date, date]:
    """The first and the last day of a month."""
    year, number = month
    following = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), following - timedelta(days=1)


def months_between(first: date, last: date) -> list[Month]:
    """All months from that of ``first`` to that of ``last``."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [(index // 12, index % 12 + 1) for index in range(start, end + 1)]


def fiscal_year(day: date) -> int:
    """The Japanese fiscal year of a day."""
    return day.year if day.month >= FISCAL_START else day.year - 1


def fiscal_year_words(year: int, language: str) -> str:
    """令和元年度（2019年度）, or FY2019."""
    if language != "ja":
        return f"FY{year}"
    return f"{era_year(date(year, 5, 1))}度（{year}年度）"


def _year_words(year: int, language: str) -> str:
    """2019年（平成31年・令和元年）: a calendar year has two names where the era changed in it."""
    if language != "ja":
        return str(year)
    names = dict.fromkeys((era_year(date(year, 1, 1)), era_year(date(year, 12, 31))))
    return f"{year}年（{'・'.join(names)}）"


def _month_words(month: Month, language: str, room: float) -> str:
    number = month[1]
    if room < 30:
        return str(number) if room >= 13 or number % 3 == 1 else ""
    return f"{number}月" if language == "ja" else MONTHS[number - 1]


def whole_months(bounds: Iterable[tuple[date, date]]) -> tuple[date, date]:
    """The first day of the first month and the last day of the last month that ``bounds`` touch."""
    pairs = list(bounds)
    first = min(earliest for earliest, _ in pairs)
    last = max(latest for _, latest in pairs)
    return month_days((first.year, first.month))[0], month_days((last.year, last.month))[1]
