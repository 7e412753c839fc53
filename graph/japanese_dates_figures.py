"""Japanese dates in figures: 2019-05-29, 2019/5/29-30, R1.5.29, 4.9(水), 4/16(水)~17(木), 10/3 as a line begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.date_words import ISO, ISO_TAIL, NUMERIC_LIST, NUMERIC_TAIL, SHORT_DATE, SHORT_ERA, SHORT_TAIL
from graph.eras import calendar_year, number
from graph.japanese_dates_lone import slashed
from graph.japanese_points import Point, after

# Where the words of a date begin and end, and its two ends.
Span = tuple[int, int, Point, Point | None]


def figures_at(folded: str, start: int, with_year: Callable[[Point], Point]) -> list[Span]:
    """The dates in figures that begin here; ``with_year`` gives a month and a day their year."""
    return _numeric(folded, start) or _weekday(folded, start, with_year) or _slashed(folded, start, with_year)


def _numeric(folded: str, start: int) -> list[Span]:
    """2019-05-29, 2019/5/29-30, R1.5.29."""
    match = ISO.match(folded, start) or SHORT_ERA.match(folded, start)
    if match is None:
        return []
    parts = match.groupdict()
    written = number(parts.get("era_year") or parts.get("year") or "")
    year = calendar_year(parts["era"], written or 0) if parts.get("era") else written
    day = int(parts["day"]) if parts["day"] else None
    point = Point(year, int(parts["month"]), day, wrong=year is None)
    last, end = _tail(folded, point, match.end()) if day else (None, match.end())
    return [(start, end, point, last), *(_more(folded, last or point, end) if day else [])]


def _more(folded: str, before: Point, end: int) -> list[Span]:
    """R5.2.16、3.22: days in figures that leave out the year of the one before are dates of their own."""
    spans: list[Span] = []
    while (listed := NUMERIC_LIST.match(folded, end)) is not None:
        before = replace(before, month=int(listed["month"]), day=int(listed["day"]))
        spans.append((listed.start("month"), listed.end(), before, None))
        end = listed.end()
    return spans


def _tail(folded: str, first: Point, end: int) -> tuple[Point | None, int]:
    """The second end of 2019-05-16/2019-05-17 or 2019/5/29-30, where there is one."""
    tail = ISO_TAIL.match(folded, end)
    if tail is not None:
        return Point(int(tail["year"]), int(tail["month"]), int(tail["day"])), tail.end()
    tail = NUMERIC_TAIL.match(folded, end)
    if tail is None:
        return None, end
    return replace(first, month=int(tail["month"] or first.month or 0), day=int(tail["day"])), tail.end()


def _weekday(folded: str, start: int, with_year: Callable[[Point], Point]) -> list[Span]:
    """4.9(水) and 4/16(水)~17(木): a month and a day whose weekday tells that they are a date."""
    match = SHORT_DATE.match(folded, start)
    if match is None:
        return []
    first = with_year(Point(month=int(match["month"]), day=int(match["day"])))
    tail = SHORT_TAIL.match(folded, match.end())
    last = replace(first, month=int(tail["month"] or first.month or 0), day=int(tail["day"])) if tail else None
    return [(start, tail.end() if tail else match.end(), first, last)]


def _slashed(folded: str, start: int, with_year: Callable[[Point], Point]) -> list[Span]:
    """10/3 and 7/5~7, as a line begins."""
    match = slashed(folded, start)
    if match is None:
        return []
    first = with_year(Point(month=int(match["month"]), day=int(match["day"])))
    month = int(match["last_month"]) if match["last_month"] else None
    last = after(first, Point(month=month, day=int(match["last"]))) if match["last"] else None
    return [(start, match.end(), first, last)]
