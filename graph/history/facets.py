"""How many of the rows found have each value of a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Final

from pyroaring import BitMap

from graph.history.asked import FacetValue
from graph.history.matching import Part
from graph.index import FIELDS, Index
from graph.index.segment import Segment

# A field with more values than this (documents, in a large dataset) is not counted out in long lists.
MOST_VALUES: Final = 3000
# Up to so many rows are counted by going through their values, more by asking each value for its rows.
FEW: Final = 60_000
# So many values of a field are listed, the commonest.
MOST_LISTED: Final = 100


def facets(index: Index, parts: Sequence[Part], fields: Iterable[str] = FIELDS) -> dict[str, tuple[FacetValue, ...]]:
    """For each field its commonest values, at most 100. What is below a value counts for it, as in the filter."""
    found = {field: facet(index, parts, field) for field in fields}
    return {field: values for field, values in found.items() if values is not None}


def facet(index: Index, parts: Sequence[Part], field: str) -> tuple[FacetValue, ...] | None:
    """The commonest values of one field; None where it has too many to be counted out."""
    many = [segment for segment, rows, _ in parts if len(rows) > FEW and len(segment.values(field)) > MOST_VALUES]
    if many:
        return None
    counts: Counter[str] = Counter()
    for segment, rows, _ in parts:
        if rows:
            counts.update(_counts(index, segment, field, rows))
    listed = nsmallest(MOST_LISTED, ((-count, value) for value, count in counts.items() if count))
    return tuple(FacetValue(value=value, count=-count) for count, value in listed)


def _counts(index: Index, segment: Segment, field: str, rows: BitMap) -> dict[str, int]:
    if len(rows) > FEW:
        return {value: rows.intersection_cardinality(its) for value, its in index.counted(segment, field).items()}
    counts = segment.count_values(field, rows)
    line = index.lines.get(field)
    for upper in line.uppers if line else ():
        counts[upper] = rows.intersection_cardinality(index.having(segment, field, upper))
    return counts
