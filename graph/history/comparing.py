"""Two bodies side by side."""

from __future__ import annotations

from datetime import date

from graph.history.asked import Asked, FacetValue, Listed
from graph.history.facets import facet
from graph.history.finding import Place, listed, nearest
from graph.history.frameworks import SharedFramework, shared_frameworks
from graph.history.matching import matching
from graph.history.trends import YearCount, years_of
from graph.index import Index
from graph.model import Record


class Side(Record):
    """One of two bodies compared."""

    body: str
    total: int
    first: date | None
    last: date | None
    per_year: tuple[YearCount, ...]
    facets: dict[str, tuple[FacetValue, ...]]


class Comparison(Record):
    """Two bodies side by side: each, what they had together, whom both met and whom one alone."""

    edition: str
    one: Side
    other: Side
    together: int
    newest: tuple[Listed, ...]
    frameworks: tuple[SharedFramework, ...]
    met_by_both: tuple[str, ...]
    met_by_one: tuple[str, ...]
    met_by_other: tuple[str, ...]


def compare(index: Index, one: str, other: str, at: date | None = None) -> Comparison:
    """Two bodies side by side. Raises NotFound."""
    together_asked = Asked(with_=(one, other))
    together = matching(index, together_asked)
    first, second = _side(index, one), _side(index, other)
    met_one, met_other = _met(index, first), _met(index, second)
    return Comparison(
        edition=index.edition,
        one=first,
        other=second,
        together=sum(len(part.rows) for part in together),
        newest=listed(nearest(together, "newest", 20), together_asked),
        frameworks=shared_frameworks(index, one, other, at),
        met_by_both=tuple(body for body in met_one if body in met_other),
        met_by_one=tuple(body for body in met_one if body not in met_other),
        met_by_other=tuple(body for body in met_other if body not in met_one),
    )


def _side(index: Index, body: str) -> Side:
    parts = matching(index, Asked(with_=(body,)))
    first, last = (_day(nearest(parts, order, 1)) for order in ("oldest", "newest"))
    fields = ("with", "framework", "series", "kind", "level", "country")
    return Side(
        body=body,
        total=sum(len(part.rows) for part in parts),
        first=first,
        last=last,
        per_year=years_of(parts),
        facets={field: facet(index, parts, field) or () for field in fields},
    )


def _day(places: list[Place]) -> date | None:
    return date.fromordinal(int(places[0][0].earliest[places[0][1]])) if places else None


def _met(index: Index, side: Side) -> dict[str, int]:
    """Whom a body met, beside itself and those above and below it."""
    bodies = index.lines["with"]
    own = {*bodies.below(side.body), *bodies.above(side.body)}
    return {one.value: one.count for one in side.facets["with"] if one.value not in own}
