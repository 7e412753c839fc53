"""What came before and after in a series, where some of its meetings change: their neighbours are enough to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Triple
from pyroaring import BitMap

from graph.index import Index
from graph.index.reading import read_engagement
from graph.iri import Iris
from graph.model import Engagement
from graph.resolve.engagements import chronological
from graph.triples import series_order_triples


def order_around(
    index: Index, before: Sequence[Engagement], after: Sequence[Engagement], iris: Iris
) -> tuple[set[Triple], set[Triple]]:
    """The order of series as it was told around the engagements ``before``, and as it is around those ``after``.

    ``index`` is that of the edition before. Between two neighbours that stay as they are stand some that were and
    some that are: only there does the order change.
    """
    own = {one.slug for one in before}
    gaps: dict[tuple[str, str], tuple[list[Engagement], list[Engagement]]] = {}
    ends: dict[tuple[str, str], tuple[Engagement | None, Engagement | None]] = {}
    for side, engagements in enumerate((before, after)):
        for one in engagements:
            if one.series:
                first, last = _neighbours(index, one, own)
                gap = (one.series, first.slug if first else "")
                ends[gap] = (first, last)
                gaps.setdefault(gap, ([], []))[side].append(one)
    told: tuple[set[Triple], set[Triple]] = (set(), set())
    for gap, sides in gaps.items():
        first, last = ends[gap]
        for triples, within in zip(told, sides, strict=True):
            around = [*([first] if first else []), *sorted(within, key=chronological), *([last] if last else [])]
            triples.update(series_order_triples(around, iris))
    return told


def _neighbours(index: Index, one: Engagement, own: set[str]) -> tuple[Engagement | None, Engagement | None]:
    """The meetings of its series next to an engagement, before and after it, of those that are not ``own``."""
    earlier, later = zip(*_in_segments(index, one, own), strict=True) if index.segments else ((), ())
    return (
        max((found for found in earlier if found), key=chronological, default=None),
        min((found for found in later if found), key=chronological, default=None),
    )


def _in_segments(index: Index, one: Engagement, own: set[str]) -> Iterator[tuple[Engagement | None, Engagement | None]]:
    when = one.when
    key = (when.earliest.toordinal(), when.latest.toordinal(), one.ordinal or 0, one.slug)
    for segment in index.segments:
        places = (place for slug in own if (place := segment.place(slug)) is not None)
        rows = (segment.posting("series", one.series or "") & segment.live) - BitMap(places)
        first, last = segment.beside(rows, key)
        yield (
            None if first is None else read_engagement(segment, first),
            None if last is None else read_engagement(segment, last),
        )
