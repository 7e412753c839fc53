"""Days in figures: 17/05/2019, 5/17/2019, 30/05/2023 - 02/06/2023."""

from __future__ import annotations

from typing import Final

_MONTHS: Final = 12


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
    """30/05/2023 - 02/06/2023: where one of the two tells which is the month, so it is in the other."""
    first = {"a": parts["a"], "b": parts["b"], "year": parts["y1"]}
    last = {"a": parts["c"], "b": parts["d"], "year": parts["year"]}
    told = next((one for one in (first, last) if int(one["a"] or 0) > _MONTHS or int(one["b"] or 0) > _MONTHS), None)
    order = day_first if told is None else int(told["a"] or 0) > _MONTHS
    ends = [*slashed(first, order), *slashed(last, order)]
    return ["/".join(ends)] if len(ends) == len((first, last)) else []
