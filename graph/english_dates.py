"""Dates as English documents write them: 29 May 2019, May 29-30, between 3 and 5 June, the following day.

With a context, a missing year is the one that lies nearest (or, told in the past or future tense, the nearest
on that side of the document's publication), and words such as today and last month are resolved. Without
one, only dates with their year are found. No day is ever added; impossible and ambiguous dates are passed over.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from graph.edtf import from_edtf
from graph.english_date_words import FORMS, LEANING_FORMS, MONTH_NAMES, MOVES
from graph.english_dates_before import FROM_BEFORE, counted, days_of_month, from_before, span_or_two, week_from
from graph.english_dates_deeds import deed
from graph.english_dates_figures import slashed, slashed_days, slashed_range
from graph.english_dates_seasons import part, season, season_beside
from graph.english_dates_weekdays import weekdays
from graph.english_dates_years import on_side, year_for
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
_WITH_MONTH: Final = ("day", "deed", "days", "range", "listed", "month", "week")
_CLOSE: Final = 60
_MONTHS: Final = 12
_NEVER: Final = DateContext()
_DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1, "before-yesterday": -2, "after-tomorrow": 2}
_IN_FIGURES: Final = {"slashed": slashed, "slashed-range": slashed_range, "slashed-days": slashed_days}
_SIDES: Final = {"past-month": -1, "coming-month": 1}


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
        if year and lacks and (LISTED.fullmatch(text, one.end, following.start) or _leads(text, one, following)):
            found[index] = replace(one, parts={**one.parts, "year": year})
    return found


def _leads(text: str, one: _Hit, following: _Hit) -> bool:
    """Whether a day leaves its year to one of the same month close behind: opened on 1 May, ended on 2 May 2013."""
    if one.kind != "day" or following.kind != "day" or "." in text[one.end : following.start]:
        return False
    same = (one.parts.get("m2") or "")[:3] == (following.parts.get("m2") or "")[:3]
    days = (_number(hit.parts.get("d2")) or 0 for hit in (one, following))
    return same and following.start - one.end <= _CLOSE and operator.lt(*days)


def _of_that_year(text: str, hits: list[_Hit], context: DateContext | None) -> list[_Hit]:
    """The hits, those without a year with the one that the words behind them mean: 12 and 13 July this year."""
    if context is None or context.published is None:
        return hits
    found, taken = [], 0
    for hit in hits:
        lacks = hit.kind in _WITH_MONTH and not hit.parts.get("year")
        told = _THAT_YEAR.match(text, hit.end) if lacks else None
        if told is not None:
            year = context.published.year + MOVES[told["which"].lower()]
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
        if hit.kind == "deed":
            parts = deed(parts)
        if hit.kind in ("day", "deed", "month", "week"):
            point = self._point(
                parts.get("year"), parts.get("m1") or parts.get("m2"), parts.get("d1") or parts.get("d2")
            )
            days = [] if point is None else [point.edtf]
            return days if hit.kind != "week" else [week_from(day, parts["how"] or "of") for day in days]
        if hit.kind in ("range", "listed"):
            return self._range(parts) if hit.kind == "range" else span_or_two(self._range(parts))
        if hit.kind == "days":
            return self._days(parts)
        if hit.kind in _IN_FIGURES:
            return _IN_FIGURES[hit.kind](parts, self._context.day_first)
        if hit.kind in ("year", "season", "part"):
            return _stretch_of(hit.kind, self._of_near_year(parts))
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
        settled = int(year) if year else year_for(number, _number(day), self._context, self._previous)
        return None if settled is None else _Point(settled, number, _number(day))

    def _of_near_year(self, parts: dict[str, str | None]) -> dict[str, str | None]:
        """The parts of a date of this, last or next year, with that year where it can be known."""
        published = self._context.published
        if parts.get("year") or not parts.get("which") or published is None:
            return parts
        return {**parts, "year": str(published.year + MOVES[parts["which"] or ""])}

    def _leaning(self, hit: _Hit) -> list[str]:
        """Words that lean on the day of publication, or on the date before."""
        published = self._context.published
        before = self._previous or self._context.previous or self._context.about
        if hit.kind in ("day-of", "days-of", "day-of-that"):
            days = [_number(hit.parts.get(one)) for one in ("d1", "d2") if hit.parts.get(one)]
            bound = self._previous is not None or hit.kind == "day-of-that"
            near = self._previous or self._context.about or self._context.previous
            return days_of_month(days, near, None if bound else published)
        if hit.kind == "month-then":
            return self._month_then(hit, before)
        if hit.kind in FROM_BEFORE:
            return from_before(hit.kind, hit.parts, before) if before else []
        return [] if published is None else self._beside_publication(hit, published)

    def _beside_publication(self, hit: _Hit, published: date) -> list[str]:
        """Today, three days ago, on Monday, last month: from the day of publication."""
        if hit.kind in _DAYS or hit.kind == "days-ago":
            step = -counted(hit.parts) if hit.kind == "days-ago" else _DAYS[hit.kind]
            return [(published + timedelta(days=step)).isoformat()]
        if hit.kind in ("weekday", "weekdays", "weekday-until"):
            parts = hit.parts if hit.kind != "weekday-until" else {**hit.parts, "which": "until"}
            return weekdays(parts, published, self._context.leaning, self._previous or self._context.previous)
        beside = hit.kind in _SIDES or hit.kind == "season-of"
        return _beside(hit, published) if beside else self._stretch(hit, published)

    def _month_then(self, hit: _Hit, before: When | None) -> list[str]:
        """In May of that year, in May of the following year."""
        which = (hit.parts.get("which") or "").split()[-1]
        anchor = self._context.published if which == "this" else before and before.latest
        move = 1 if which == "following" else 0
        return [_Point(anchor.year + move, _month(hit.parts.get("m2"))).edtf] if anchor else []

    def _stretch(self, hit: _Hit, published: date) -> list[str]:
        """Last week, this month, next year: known to the month or year, no day added."""
        which = (hit.parts["which"] or "").lower()
        move = MOVES[which]
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
    year = on_side(years, (month, None), published, _SIDES[hit.kind], whole=True)
    return [] if year is None else [_Point(year, month).edtf]


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
