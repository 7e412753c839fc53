"""Days told by their day of the week: on Monday, last Thursday, from Monday to Wednesday, until Friday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from graph.english_date_words import MOVES, WEEKDAYS
from graph.english_dates_before import span_or_two
from graph.model import When

_A_WEEK: Final = len(WEEKDAYS)
_A_MONTH: Final = 31

Parts = dict[str, str | None]


def weekdays(parts: Parts, published: date, leaning: int, span: When | None) -> list[str]:
    """On Monday; this Thursday and Friday; last week, from Monday to Wednesday. ``span`` is the date told before."""
    first = _weekday(parts, published, leaning, span)
    if not parts.get("weekday2"):
        return [first.isoformat()]
    last = _weekday({**parts, "weekday": parts["weekday2"]}, published, leaning, span)
    length = (last - first).days % _A_WEEK
    # What is past ends on the day that was last; what is to come begins on the one that is next.
    first = first if leaning > 0 else last - timedelta(days=length)
    days = [f"{first.isoformat()}/{(first + timedelta(days=length)).isoformat()}"] if length else []
    return days if parts.get("through") else span_or_two(days)


def _weekday(parts: Parts, published: date, leaning: int, span: When | None) -> date:
    """The last Monday, or the next one in the future tense; this Monday, that of the week; that within a span."""
    which, weekday = (parts.get("which") or "").lower(), WEEKDAYS.index(parts["weekday"] or "")
    week = (parts.get("week") or "").lower() or ("this" if which == "this" else "")
    if week:
        return published + timedelta(days=weekday - published.weekday() + _A_WEEK * MOVES[week])
    within = _day_of_span(span, weekday, published) if which in ("on", "on the", "") else None
    if within is not None:
        return within
    back = (published.weekday() - weekday) % _A_WEEK
    ahead = -back % _A_WEEK
    if which == "until":
        return published + timedelta(days=ahead)
    if which in ("next", "coming") or (which != "last" and leaning > (-1 if which == "for" else 0)):
        return published + timedelta(days=ahead or _A_WEEK)
    return published - timedelta(days=(back or _A_WEEK) if which == "last" else back)


def _day_of_span(span: When | None, weekday: int, published: date) -> date | None:
    """The day of the week within the days of the span told before: from 5 to 7 February; on the Monday."""
    if span is None or span.precision != "day" or not 0 < (span.latest - span.earliest).days < _A_WEEK:
        return None
    if not 0 <= (published - span.latest).days <= _A_MONTH:
        return None
    day = span.earliest + timedelta(days=(weekday - span.earliest.weekday()) % _A_WEEK)
    return day if day <= span.latest else None
