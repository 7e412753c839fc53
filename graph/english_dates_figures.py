"""Days in figures: 17/05/2019, 5/17/2019, 30/05/2023 - 02/06/2023."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_MONTHS: Final = 12
_FIGURES: Final = re.compile(
    r"(?<![0-9A-Za-z./-])([0-9]{1,2})([/.])([0-9]{1,2})\2(?:19|20)[0-9]{2}(?![0-9]|[/.-][0-9])"
)


@lru_cache(maxsize=8)
def order_of(text: str) -> bool | None:
    """Whether a text writes the day first, as its days after the twelfth tell; None where none does, or both ways."""
    told = {
        int(first) > _MONTHS
        for first, _, second in _FIGURES.findall(text)
        if (int(first) > _MONTHS) != (int(second) > _MONTHS)
    }
    return told.pop() if len(told) == 1 else None


def slashed(parts: dict[str, str | None], day_first: bool | None) -> list[str]:
    """17/05/2019 or 5/17/2019; where both could be the month, only who writes so can tell: else no date."""
    first, second, year = int(parts["a"] or 0), int(parts["b"] or 0), int(parts.get("year") or 0)
    told = first == second or (first > _MONTHS) != (second > _MONTHS)
    if not told and (day_first is None or first > _MONTHS):
        return []
    by_day = first > _MONTHS if told else day_first
    day, month = (first, second) if by_day else (second, first)
    return [f"{year:04}-{month:02}-{day:02}"]


def slashed_range(parts: dict[str, str | None], day_first: bool | None) -> list[str]:
    """30/05/2023 - 02/06/2023, 24/01-26/01/2024, 08/09/23 - 10/09/23: where one of the two tells which is the month, so
    it is in the other; the first day may leave its year to the last.
    """
    year = _whole(parts["year"])
    first = {"a": parts["a"], "b": parts["b"], "year": _whole(parts["y1"]) if parts["y1"] else year}
    last = {"a": parts["c"], "b": parts["d"], "year": year}
    told = next((one for one in (first, last) if int(one["a"] or 0) > _MONTHS or int(one["b"] or 0) > _MONTHS), None)
    order = day_first if told is None else int(told["a"] or 0) > _MONTHS
    ends = [*slashed(first, order), *slashed(last, order)]
    return ["/".join(ends)] if len(ends) == len((first, last)) else []


def slashed_days(parts: dict[str, str | None], _: bool | None) -> list[str]:
    """10-11.7.2017: two days before one month, so the days come first."""
    month, year = int(parts["month"] or 0), int(parts["year"] or 0)
    ends = [f"{year:04}-{month:02}-{int(day or 0):02}" for day in (parts["a"], parts["b"])]
    return ["/".join(ends)] if month <= _MONTHS else []


def _whole(year: str | None) -> str | None:
    """A year with its century: of two ends, 23 is 2023."""
    return f"20{year}" if year and len(year) == 2 else year
