"""How many of the rows found have each value of a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from pyroaring import BitMap

from graph.history.asked import FacetValue
from graph.history.matching import Part
from graph.index import FIELDS, Index
from graph.index.segment import Segment

# A field with more values than this (documents, in a large dataset) is not counted out in lists.
MOST_VALUES: Final = 3000


def facets(index: Index, parts: Sequence[Part], fields: Iterable[str] = FIELDS) -> dict[str, tuple[FacetValue, ...]]:
    """For each field its values, commonest first. What is below a value counts for it, as in the filter."""
    found = {field: facet(index, parts, field) for field in fields}
    return {field: values for field, values in found.items() if values is not None}


def facet(index: Index, parts: Sequence[Part], field: str) -> tuple[FacetValue, ...] | None:
    """The values of one field; None where it has too many to be counted out."""
    counts: Counter[str] = Counter()
    for segment, rows, _ in parts:
        values = segment.values(field)
        if len(values) > MOST_VALUES:
            return None
        if rows:
            _count(index, segment, field, rows, counts)
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple(FacetValue(value=value, count=count) for value, count in ordered if count)


def _count(index: Index, segment: Segment, field: str, rows: BitMap, counts: Counter[str]) -> None:
    line = index.lines.get(field)
    values = set(segment.values(field))
    if line:
        values |= {upper for value in values for upper in line.above(value)}
    for value in values:
        counts[value] += rows.intersection_cardinality(index.having(segment, field, value))
