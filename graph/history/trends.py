"""Counts over time: engagements a year, by any field; levels over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from pyroaring import BitMap

from graph.history.asked import Asked, FacetValue
from graph.history.facets import facet
from graph.history.matching import Part, matching
from graph.index import Index
from graph.index.segment import Segment
from graph.model import Record
from ontology.terms import Level

UNKNOWN_LEVEL: Final = "unknown"


class YearCount(Record):
    """How many engagements began in a year; an imprecise date counts in the year of its first possible day."""

    year: int
    count: int


class YearsOf(Record):
    """The counts a year of those with one value of a field."""

    value: str
    years: tuple[YearCount, ...]


class YearLevels(Record):
    """How many engagements of a year were held at each level; ``unknown`` where none is told."""

    year: int
    levels: dict[Level, int]


def per_year(index: Index, asked: Asked) -> tuple[YearCount, ...]:
    """Engagements a year, every year from the first to the last that has any."""
    return years_of(matching(index, asked))


def years_of(parts: Sequence[Part]) -> tuple[YearCount, ...]:
    """The same of rows already found."""
    counts: Counter[int] = Counter()
    for segment, rows, _ in parts:
        if rows:
            for year, start, end in _years(segment, rows):
                counts[year] += rows.range_cardinality(start, end)
    if not counts:
        return ()
    return tuple(YearCount(year=year, count=counts[year]) for year in range(min(counts), max(counts) + 1))


def _years(segment: Segment, rows: BitMap) -> Iterator[tuple[int, int, int]]:
    """The years of some rows, and where each begins and ends: rows stand in the order of time."""
    first, last = (date.fromordinal(int(segment.earliest[place])).year for place in (rows.min(), rows.max()))
    places = [segment.starting(date(year, 1, 1).toordinal()) for year in range(first, last + 1)]
    return zip(range(first, last + 1), places, [*places[1:], rows.max() + 1], strict=True)


def per_year_by(index: Index, asked: Asked, field: str, most: int = 8) -> tuple[YearsOf, ...]:
    """Engagements a year for each of the commonest values of a field, such as counterparts (``with``)."""
    parts = matching(index, asked)
    values = (facet(index, parts, field) or ())[:most]
    return tuple(YearsOf(value=one.value, years=years_of(_having(index, parts, field, one))) for one in values)


def _having(index: Index, parts: Sequence[Part], field: str, value: FacetValue) -> list[Part]:
    return [Part(s, rows & index.having(s, field, value.value), certain) for s, rows, certain in parts]


def levels_over_time(index: Index, asked: Asked) -> tuple[YearLevels, ...]:
    """For each year, how many engagements were held at which level."""
    parts = matching(index, asked)
    total = {one.year: one.count for one in years_of(parts)}
    found: dict[int, dict[Level, int]] = {year: {} for year in total}
    for value in facet(index, parts, "level") or ():
        for one in years_of(_having(index, parts, "level", value)):
            if one.count:
                found[one.year][value.value] = one.count  # type: ignore[index]  # the facet of levels has levels
    for year, levels in found.items():
        untold = total[year] - sum(levels.values())
        if untold:
            levels[UNKNOWN_LEVEL] = levels.get(UNKNOWN_LEVEL, 0) + untold
    return tuple(YearLevels(year=year, levels=levels) for year, levels in sorted(found.items()))
