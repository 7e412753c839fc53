"""The history itself: engagements that answer a question, a page at a time, with counts and facets."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from pyroaring import BitMap

from graph.dates import match
from graph.errors import BadInput
from graph.history.asked import Asked, Coverage, Found, Listed, Order
from graph.history.cursors import Cursor, read_cursor, write_cursor
from graph.history.facets import facets as count_facets
from graph.history.matching import Part, dates_of, matching
from graph.index import Index
from graph.index.reading import recall_engagement
from graph.index.segment import Key, Segment
from graph.model import Engagement, Text, When

MOST_ITEMS: Final = 1000


def find(index: Index, asked: Asked, *, limit: int = 50, cursor: str | None = None, facets: bool = True) -> Found:
    """Engagements that answer ``asked``: a page of at most ``limit``, counts, facets, cursors to the pages beside it.

    Raises NotFound for an id that nothing has (naming the nearest), BadInput for a broken cursor or a limit outside
    1 to 1000, LimitExceeded for an over-long search.
    """
    if not 1 <= limit <= MOST_ITEMS:
        raise BadInput(
            f"A page has 1 to {MOST_ITEMS} items, not {limit}.",
            f"1ページの件数は1～{MOST_ITEMS}件です（指定: {limit}）。",
        )
    parts = matching(index, asked)
    page = page_of(parts, asked.order, read_cursor(cursor, asked) if cursor else None, limit)
    return Found(
        edition=index.edition,
        coverage=coverage(index, asked),
        total=sum(len(part.rows) for part in parts),
        certain=sum(len(part.certain) for part in parts),
        items=listed(page.places, asked),
        next=write_cursor(page.next, asked) if page.next else None,
        previous=write_cursor(page.previous, asked) if page.previous else None,
        facets=count_facets(index, parts) if facets else {},
    )


Place = tuple[Segment, int]


class Page(NamedTuple):
    """The places of a page as the list runs, and the cursors to the pages beside it."""

    places: list[Place]
    next: Cursor | None
    previous: Cursor | None


def _key(place: Place) -> Key:
    return place[0].key(place[1])


def listed(places: Iterable[Place], asked: Asked) -> tuple[Listed, ...]:
    """The engagements at some places, each with how surely its date is what was asked for."""
    wanted = dates_of(asked)
    return tuple(_listed(recall_engagement(*place), wanted) for place in places)


def _listed(engagement: Engagement, wanted: Sequence[When]) -> Listed:
    if not wanted:
        return Listed(engagement=engagement)
    matches = [match(engagement.when, when) for when in wanted]
    return Listed(engagement=engagement, match="certain" if set(matches) == {"certain"} else "possible")


def page_of(parts: Sequence[Part], order: Order, at: Cursor | None, limit: int) -> Page:
    """The page of at most ``limit`` rows that begins at a cursor."""
    backwards = at is not None and at.side == "before"
    run: Order = order if not backwards else ("oldest" if order == "newest" else "newest")
    found = nearest(parts, run, limit + 1, at.key if at else None)
    places, more = found[:limit], len(found) > limit
    if not places:
        return Page([], None, None)
    if backwards:
        places.reverse()
    first, last = Cursor("before", _key(places[0])), Cursor("after", _key(places[-1]))
    if backwards:
        return Page(places, last, first if more else None)
    return Page(places, last if more else None, first if at else None)


def nearest(parts: Sequence[Part], order: Order, limit: int, key: Key | None = None) -> list[Place]:
    """The first places in an order, or the first ones beyond a key; merged from all segments."""
    runs = [[(segment, place) for place in _run(segment, rows, order, limit, key)] for segment, rows, _ in parts]
    runs = [run for run in runs if run]
    if len(runs) == 1:
        return runs[0]
    merged: Iterator[Place] = heapq.merge(*runs, key=_key, reverse=order == "newest")
    return [place for place, _ in zip(merged, range(limit), strict=False)]


def _run(segment: Segment, rows: BitMap, order: Order, limit: int, key: Key | None) -> list[int]:
    if order == "newest":
        end = len(rows) if key is None else _count_before(rows, segment.rank(key))
        return list(rows[max(0, end - limit) : end])[::-1] if end else []
    start = 0
    if key is not None:
        rank = segment.rank(key)
        is_there = rank < segment.rows and segment.key(rank) == key
        start = _count_before(rows, rank + is_there)
    return list(rows[start : start + limit]) if start < len(rows) else []


def _count_before(rows: BitMap, place: int) -> int:
    return int(rows.rank(place - 1)) if place else 0


def coverage(index: Index, asked: Asked | None = None) -> Coverage:
    """What answers are drawn from; with a question, also which member lists it touches are known to end early."""
    touched = (*asked.with_, *asked.framework) if asked else ()
    incomplete = index.catalogue.incomplete_members
    earliest, latest = index.span
    return Coverage(
        documents=len(index.documents),
        engagements=len(index),
        earliest=earliest,
        latest=latest,
        incomplete=tuple(incomplete[one] for one in dict.fromkeys(touched) if one in incomplete),
        text=_coverage_words(index, earliest, latest),
    )


def _coverage_words(index: Index, earliest: date | None, latest: date | None) -> Text:
    if earliest is None or latest is None:
        return Text(
            en="There is no engagement in this edition. Nothing found means nothing in these sources, "
            "not that they did not meet.",
            ja="この版には対話の記録がありません。「該当なし」は収録資料に記載がないことを意味し、"
            "会合がなかったことを示すものではありません。",
        )
    count, documents = len(index), len(index.documents)
    return Text(
        en=f"Drawn from {count:,} engagements of {earliest.year} to {latest.year} in {documents:,} sources. "
        "Nothing found means nothing in these sources, not that they did not meet.",
        ja=f"{documents:,}件の資料に記載された{earliest.year}年から{latest.year}年までの{count:,}件の対話に基づきます。"
        "「該当なし」は収録資料に記載がないことを意味し、会合がなかったことを示すものではありません。",
    )


def first_of(parts: Sequence[Part], order: Order) -> Engagement | None:
    """The first engagement in an order, or None."""
    found = nearest(parts, order, 1)
    return recall_engagement(*found[0]) if found else None
