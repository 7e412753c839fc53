"""Dates as English documents write them: 29 May 2019, May 29-30, between 3 and 5 June, the following day.

With a context, a missing year is the one that lies nearest (or, told in the past or future tense, the nearest
on that side of the document's publication), and words such as today and last month are resolved. Without
one, only dates with their year are found. No day is ever added; impossible and ambiguous dates are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from graph.edtf import from_edtf
from graph.english_date_words import FORMS, LEANING_FORMS, MONTH_NAMES, WEEKDAYS
from graph.english_dates_before import FROM_BEFORE, from_before, span_or_two
from graph.english_dates_figures import slashed, slashed_range
from graph.english_dates_seasons import part, season, season_beside
from graph.errors import BadDate
from graph.japanese_dates import DateContext, FoundDate
from graph.model import When

__all__ = ["MONTH_NAMES", "find_english_dates"]

_DAY: Final = re.compile(r"[0-9]+")
# What stands between the dates of a list.
LISTED: Final = re.compile(
    r"\s*(?:,\s*and|,|and|&)\s+(?:(?:once\s+)?again\s+|then\s+)?(?:on\s+|(?<=and )in\s+)?(?:the\s+)?"
)
_THAT_YEAR: Final = re.compile(r",?\s+(?:of\s+)?(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s+year\b")
_WITH_MONTH: Final = ("day", "days", "range", "listed", "month", "week")
_MONTHS: Final = 12
_A_MONTH: Final = 31
_NEVER: Final = DateContext()
_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SIDES: Final = {"past-month": -1, "coming-month": 1}
_MOVES: Final = {"last": -1, "this": 0, "earlier this": 0, "later this": 0, "next": 1, "the following": 1}


@dataclass(frozen=True)
class _Hit:
    """Words that look like a date, and which form they have."""

    start: int
    end: int
    kind: str
    words: str
    parts: dict[str, str | None]


@dataclass(frozen=True)
class _Point:
    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year:04}{month}" + ("" if self.day is None else f"-{self.day:02}")


def find_english_dates(text: str, context: DateContext | None = None) -> list[FoundDate]:
    """Every English date, in order; each may lean on the one before it (the following day)."""
    forms = FORMS if context is None else (*FORMS, *LEANING_FORMS)
    reader = _Reader(context or _NEVER)
    hits = _of_that_year(text, _with_years(text, _hits(text, forms)), context)
    return [found for hit in hits for found in reader.read(hit)]


def _hits(text: str, forms: Iterable[tuple[str, re.Pattern[str]]]) -> list[_Hit]:
    """What the forms match, the earlier form first, none inside another, in order of the text."""
    hits: list[_Hit] = []
    taken: list[tuple[int, int]] = []
    for kind, form in forms:
        for hit in form.finditer(text):
            if not any(hit.start() < end and start < hit.end() for start, end in taken):
                taken.append(hit.span())
                hits.append(_Hit(hit.start(), hit.end(), kind, hit.group(), hit.groupdict()))
    return sorted(hits, key=lambda one: one.start)


def _with_years(text: str, hits: list[_Hit]) -> list[_Hit]:
    """The hits, those of a list with the year that its last one bears: 24 February, 21 April and 25 August 2022."""
    found = list(hits)
    for index in range(len(found) - 2, -1, -1):
        one, following = found[index], found[index + 1]
        year = following.parts.get("year")
        lacks = one.kind in _WITH_MONTH and not one.parts.get("year")
        if year and lacks and LISTED.fullmatch(text, one.end, following.start):
            found[index] = replace(one, parts={**one.parts, "year": year})
    return found


def _of_that_year(text: str, hits: list[_Hit], context: DateContext | None) -> list[_Hit]:
    """The hits, those without a year with the one that the words behind them mean: 12 and 13 July this year."""
    if context is None or context.published is None:
        return hits
    found, taken = [], 0
    for hit in hits:
        lacks = hit.kind in _WITH_MONTH and not hit.parts.get("year")
        told = _THAT_YEAR.match(text, hit.end) if lacks else None
        if told is not None:
            year = context.published.year + _MOVES[told["which"].lower()]
            found.append(replace(hit, parts={**hit.parts, "year": str(year)}))
            taken = told.end()
        elif hit.start >= taken:
            found.append(hit)
    return found


class _Reader:
    """Resolves dates in order, remembering the last one."""

    def __init__(self, context: DateContext) -> None:
        self._context = context
        self._previous: When | None = None

    def read(self, hit: _Hit) -> list[FoundDate]:
        try:
            dates = [from_edtf(edtf, hit.words) for edtf in self._edtf(hit)]
        except (BadDate, OverflowError, ValueError):
            return []
        if dates:
            self._previous = dates[-1]
        return [FoundDate(hit.start, hit.end, one) for one in dates]

    def _edtf(self, hit: _Hit) -> list[str]:
        parts = hit.parts
        if hit.kind in ("day", "month", "week"):
            day = parts.get("d1") or parts.get("d2")
            point = self._point(parts.get("year"), parts.get("m1") or parts.get("m2"), day)
            return [] if point is None else [(replace(point, day=None) if hit.kind == "week" else point).edtf]
        if hit.kind in ("range", "listed"):
            return self._range(parts) if hit.kind == "range" else span_or_two(self._range(parts))
        if hit.kind == "days":
            return self._days(parts)
        if hit.kind in ("slashed", "slashed-range"):
            read = slashed if hit.kind == "slashed" else slashed_range
            return read(parts, self._context.day_first)
        if hit.kind in ("year", "season", "part"):
            return _stretch_of(hit.kind, parts)
        return self._leaning(hit)

    def _range(self, parts: dict[str, str | None]) -> list[str]:
        month, other = parts.get("m1") or parts.get("m2"), parts.get("m2") or parts.get("m1")
        # What is told as past has begun, but may not be over.
        begun = self._context.leaning < 0 and month == other
        last = self._point(parts.get("year"), other, parts.get("d1") if begun else parts.get("d2"))
        last = last and replace(last, day=_number(parts.get("d2")))
        if last is None:
            return []
        first = _Point(int(parts.get("y1") or last.year), _month(month), _number(parts.get("d1")))
        if not parts.get("y1") and (first.month or 0) > (last.month or 0):
            first = replace(first, year=last.year - 1)
        return [f"{first.edtf}/{last.edtf}"]

    def _days(self, parts: dict[str, str | None]) -> list[str]:
        """3 and 4 June is one span of days; 3 and 10 June are two days."""
        days = [int(day) for day in _DAY.findall(parts["days"] or "")]
        point = self._point(parts.get("year"), parts.get("m2"), str(days[0]))
        if point is None:
            return []
        ends = [replace(point, day=day).edtf for day in days]
        following = all(after - before == 1 for before, after in pairwise(days))
        return [f"{ends[0]}/{ends[-1]}"] if following else ends

    def _point(self, year: str | None, month: str | None, day: str | None) -> _Point | None:
        """The point with its year: as written, else as the context settles it."""
        number = _month(month)
        settled = int(year) if year else self._year_for(number, _number(day))
        return None if settled is None else _Point(settled, number, _number(day))

    def _year_for(self, month: int, day: int | None) -> int | None:
        period, published = self._context.period, self._context.published
        if period is not None:
            years = range(period.earliest.year, period.latest.year + 1)
            fitting = [
                y
                for y in years
                if (period.earliest.year, period.earliest.month)
                <= (y, month)
                <= (period.latest.year, period.latest.month)
            ]
            if len(fitting) == 1:
                return fitting[0]
        before = self._previous or (None if published else self._context.previous)
        anchor = before.latest if before is not None else published
        if anchor is None:
            return None
        if before is not None and before.precision == "year":
            return before.latest.year
        years = range(anchor.year - 1, anchor.year + 2)
        if before is None and self._context.leaning:
            return _on_side(years, (month, day), anchor, self._context.leaning)
        return min(reversed(years), key=lambda year: abs((year - anchor.year) * _MONTHS + month - anchor.month))

    def _leaning(self, hit: _Hit) -> list[str]:
        """Words that lean on the day of publication, or on the date before."""
        published = self._context.published
        before = self._previous or self._context.previous
        if hit.kind in ("day-of", "days-of", "month-then"):
            return self._beside_that(hit, before)
        if hit.kind in FROM_BEFORE:
            return from_before(hit.kind, hit.parts, before) if before else []
        if published is None:
            return []
        if hit.kind in _DAYS:
            return [(published + timedelta(days=_DAYS[hit.kind])).isoformat()]
        if hit.kind in ("weekday", "weekdays"):
            return self._weekdays(hit.parts, published)
        beside = hit.kind in _SIDES or hit.kind == "season-of"
        return _beside(hit, published) if beside else self._stretch(hit, published)

    def _beside_that(self, hit: _Hit, before: When | None) -> list[str]:
        """On the 7th, or from the 15th to the 19th, of the month told before; in May of that year."""
        if hit.kind in ("day-of", "days-of"):
            if before is None or before.precision not in ("day", "month"):
                return []
            if before.earliest.month != before.latest.month:
                return []
            days = [_number(hit.parts.get(one)) for one in ("d1", "d2") if hit.parts.get(one)]
            return ["/".join(_Point(before.latest.year, before.latest.month, day).edtf for day in days)]
        which = (hit.parts.get("which") or "").split()[-1]
        anchor = self._context.published if which == "this" else before and before.latest
        move = 1 if which == "following" else 0
        return [_Point(anchor.year + move, _month(hit.parts.get("m2"))).edtf] if anchor else []

    def _weekdays(self, parts: dict[str, str | None], published: date) -> list[str]:
        """On Monday; this Thursday and Friday."""
        first = self._weekday(parts, published)
        if not parts.get("weekday2"):
            return [first.isoformat()]
        last = self._weekday({**parts, "weekday": parts["weekday2"]}, published)
        return span_or_two([f"{first.isoformat()}/{last.isoformat()}"]) if first < last else []

    def _weekday(self, parts: dict[str, str | None], published: date) -> date:
        """On Monday: the last one, or the next one in the future tense; this Monday: that of the week."""
        which, weekday = (parts["which"] or "").lower(), WEEKDAYS.index(parts["weekday"] or "")
        if week := parts.get("week"):
            return published + timedelta(days=weekday - published.weekday() + len(WEEKDAYS) * _MOVES[week])
        within = self._day_of_span(weekday, published) if which in ("on", "on the", "") else None
        if within is not None:
            return within
        back = (published.weekday() - weekday) % 7
        if which == "this":
            return published + timedelta(days=weekday - published.weekday())
        if which == "last":
            return published - timedelta(days=back or 7)
        if which in ("next", "coming") or self._context.leaning > (-1 if which == "for" else 0):
            return published + timedelta(days=(-back) % 7 or 7)
        return published - timedelta(days=back)

    def _day_of_span(self, weekday: int, published: date) -> date | None:
        """The day of the week within the days of the span told before: from 5 to 7 February; on the Monday."""
        span = self._previous or self._context.previous
        if span is None or span.precision != "day" or not 0 < (span.latest - span.earliest).days < len(WEEKDAYS):
            return None
        if not 0 <= (published - span.latest).days <= _A_MONTH:
            return None
        day = span.earliest + timedelta(days=(weekday - span.earliest.weekday()) % len(WEEKDAYS))
        return day if day <= span.latest else None

    def _stretch(self, hit: _Hit, published: date) -> list[str]:
        """Last week, this month, next year: known to the month or year, no day added."""
        which = (hit.parts["which"] or "").lower()
        move = _MOVES[which]
        anchor = published
        if which == "the following":
            if self._previous is None:
                return []
            anchor = self._previous.latest
        if hit.kind == "year-of":
            return [f"{anchor.year + move:04}"]
        if hit.kind == "month-of":
            months = anchor.year * _MONTHS + anchor.month - 1 + move
            return [_Point(months // _MONTHS, months % _MONTHS + 1).edtf]
        monday = anchor - timedelta(days=anchor.weekday() - 7 * move)
        sunday = monday + timedelta(days=6)
        ends = dict.fromkeys((f"{monday:%Y-%m}", f"{sunday:%Y-%m}"))
        return ["/".join(ends)]


def _beside(hit: _Hit, published: date) -> list[str]:
    """Last November, next May, last spring."""
    if hit.kind == "season-of":
        return season_beside(hit.parts, published)
    month = _month(hit.parts.get("m2"))
    years = range(published.year - 1, published.year + 2)
    year = _on_side(years, (month, None), published, _SIDES[hit.kind], whole=True)
    return [] if year is None else [_Point(year, month).edtf]


def _on_side(
    years: Iterable[int], when: tuple[int, int | None], anchor: date, side: int, *, whole: bool = False
) -> int | None:
    """The year that puts a month and day nearest to the anchor on its one side, the anchor's own day or month
    included unless the ``whole`` month has to lie there."""
    month, day = when
    here = (anchor.year, anchor.month, anchor.day if day else 0)
    points = [(year, month, day or 0) for year in years]
    if whole:
        points = [point for point in points if point != here]
    if side < 0:
        return max((point for point in points if point <= here), default=(None,))[0]
    return min((point for point in points if point >= here), default=(None,))[0]


def _stretch_of(kind: str, parts: dict[str, str | None]) -> list[str]:
    """A year, season or part of a year that is told with its year."""
    if kind == "year":
        return [parts["year"] or ""]
    return season(parts) if kind == "season" else part(parts)


def _number(words: str | None) -> int | None:
    found = _DAY.match(words or "")
    return int(found.group()) if found else None


def _month(words: str | None) -> int:
    return next(index for index, name in enumerate(MONTH_NAMES, 1) if name[:3].lower() == (words or "")[:3].lower())
