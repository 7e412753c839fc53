"""Days told from the date before: the following day, two weeks later, Friday of that week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from graph.english_date_words import NUMBERS, WEEKDAYS
from graph.model import When

_STEPS: Final = {"same-day": 0, "next-day": 1, "day-before": -1}
FROM_BEFORE: Final = (*_STEPS, "days-later", "weekday-of", "same-month")
# The 7th is a day of the month told before, where that is so near to the publication.
_A_SEASON: Final = timedelta(days=92)


def from_before(kind: str, parts: dict[str, str | None], before: When) -> list[str]:
    """The day that words of such a kind mean, behind a date."""
    if kind == "weekday-of":
        return _in_week_of(before, parts)
    if kind == "same-month":
        return [f"{before.latest:%Y-%m}"] if before.precision in ("day", "month") else []
    days = 7 if (parts.get("unit") or "").startswith("week") else 1
    days = -days if parts.get("way") == "earlier" else days
    return _moved(before, _STEPS.get(kind, days * counted(parts)))


def days_of_month(days: list[int | None], before: When | None, published: date | None) -> list[str]:
    """On the 7th, or from the 15th to the 19th: of the month told before, else of that of the publication, or of the
    one before that, where it has not come yet."""
    month = _month_told(before)
    if published is not None and (month is None or published - month > _A_SEASON):
        first = published.replace(day=1)
        ahead = (days[-1] or 0) > published.day
        month = (first - timedelta(days=1)).replace(day=1) if ahead else first
    return ["/".join(f"{month:%Y-%m}-{day:02}" for day in days)] if month else []


def week_from(day: str, how: str) -> str:
    """The week of a day, from its Monday on; the week that begins with it, where the words say so."""
    first = date.fromisoformat(day)
    first -= timedelta(days=first.weekday() if how == "of" else 0)
    return f"{first.isoformat()}/{(first + timedelta(days=6)).isoformat()}"


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


def counted(parts: dict[str, str | None]) -> int:
    """How many days or weeks words count: two, 3."""
    words = parts.get("count")
    return NUMBERS.get(words.lower()) or int(words) if words else 0


def _month_told(before: When | None) -> date | None:
    """The first day of the one month in which a day or month before lies."""
    if before is None or before.precision not in ("day", "month"):
        return None
    one = before.earliest.month == before.latest.month
    return before.latest.replace(day=1) if one else None
