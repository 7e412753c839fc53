"""Days told from the date before: the following day, two weeks later, Friday of that week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from graph.english_date_words import NUMBERS, WEEKDAYS
from graph.model import When

_STEPS: Final = {"same-day": 0, "next-day": 1, "day-before": -1}
FROM_BEFORE: Final = (*_STEPS, "days-later", "weekday-of")


def from_before(kind: str, parts: dict[str, str | None], before: When) -> list[str]:
    """The day that words of such a kind mean, behind a date."""
    if kind == "weekday-of":
        return _in_week_of(before, parts)
    days = 7 if (parts.get("unit") or "").startswith("week") else 1
    return _moved(before, _STEPS.get(kind, days * _count(parts.get("count"))))


def span_or_two(edtf: list[str]) -> list[str]:
    """30 November and 1 December: one span where the days follow each other, else two days."""
    if not edtf:
        return []
    first, last = edtf[0].split("/")
    following = date.fromisoformat(first) + timedelta(days=1) == date.fromisoformat(last)
    return edtf if following else [first, last]


def _moved(before: When, step: int) -> list[str]:
    """Some days after the date before, when that is known to the day."""
    if before.precision != "day":
        return []
    if step == 0 and before.earliest != before.latest:
        return []
    start = before.latest if step > 0 else before.earliest
    return [(start + timedelta(days=step)).isoformat()]


def _in_week_of(before: When, parts: dict[str, str | None]) -> list[str]:
    """Friday of that week: of the one in which the day before lies."""
    if before.precision != "day":
        return []
    monday = before.earliest - timedelta(days=before.earliest.weekday())
    return [(monday + timedelta(days=WEEKDAYS.index(parts["weekday"] or ""))).isoformat()]


def _count(words: str | None) -> int:
    return NUMBERS.get((words or "").lower()) or int(words or 0) if words else 0
