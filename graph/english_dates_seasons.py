"""Seasons, halves and quarters in English dates, as spans of months."""

from __future__ import annotations

from datetime import date
from typing import Final

from graph.edtf import from_edtf
from graph.english_date_words import PARTS, SEASONS
from graph.model import When

MONTHS: Final = 12


def season(parts: dict[str, str | None]) -> list[str]:
    """Spring 2024, by the calendar of the north, month by month; its days are not known."""
    first = SEASONS[(parts["season"] or "").lower()]
    return [months(int(parts["year"] or 0), first, 3)]


def season_beside(parts: dict[str, str | None], published: date) -> list[str]:
    """Last spring is the one that was over last, next spring the one that begins first."""
    first = SEASONS[(parts["season"] or "").lower()]
    ahead = (parts["which"] or "").lower() == "next"
    over = (first + 2) % MONTHS if first + 2 > MONTHS else first + 2
    year = published.year + (first <= published.month) if ahead else published.year - (over >= published.month)
    # A winter is named by the year in which it begins.
    year -= not ahead and first + 2 > MONTHS
    return [months(year, first, 3)]


def part(parts: dict[str, str | None]) -> list[str]:
    """The first half of 2025, Q3 2024."""
    number = (parts["part"] or "").lower()
    index = PARTS[number] if number in PARTS else int(number) - 1
    length = 6 if parts["unit"] in ("half", "H") else 3
    index = MONTHS // length - 1 if index < 0 else index
    if not parts.get("year"):
        return []
    return [months(int(parts["year"] or 0), index * length + 1, length)] if index * length < MONTHS else []


def months(year: int, first: int, count: int) -> str:
    """The span of so many months from one on."""
    last = first + count - 1
    return f"{year:04}-{first:02}/{year + (last - 1) // MONTHS:04}-{(last - 1) % MONTHS + 1:02}"


def southern(when: When) -> When:
    """A season read by the calendar of the north, as the south counts it: spring is September to November."""
    north = SEASONS.get((when.verbatim or "").split(" ")[0].lower())
    if north is None or when.precision != "month":
        return when
    first = (north + 5) % MONTHS + 1
    return from_edtf(months(when.earliest.year, first, 3), when.verbatim)
