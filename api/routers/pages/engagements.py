"""``/engagements``: the list with its filters, and one engagement with everything that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from api.errors import kind_of
from api.listing import parameters
from api.pages.page import CurrentPage, Page
from api.questions import FILTERS, asked_of, page_of
from api.routers.engagements import known_engagement
from graph.errors import SankyokuError
from graph.history import Asked, find
from graph.history.asked import FacetValue
from graph.index import Index
from graph.model import Engagement

router = APIRouter()
PAGE_SIZE: Final = 25
MOST: Final = 100
#: How many values of a facet are shown at once, and how many more when it is unfolded.
SHOWN: Final = 6
UNFOLDED: Final = 24
_TAKEN: Final = {"csv", "xlsx", "json", "ics"}


@dataclass(frozen=True)
class Facet:
    """A facet as the page shows it: the parameter that filters by it, its values, those chosen, how many there are."""

    name: str
    values: tuple[FacetValue, ...]
    chosen: tuple[str, ...]
    total: int


@router.get("/engagements")
def engagements(page: CurrentPage) -> Response:
    """The list. A question that cannot be answered is told above an empty list, with the form still filled in."""
    told = {name: values for name, values in parameters(page.request).items() if any(map(str.strip, values))}
    if told.get("format", [""])[-1] in _TAKEN:
        return RedirectResponse(page.here.same("/api/v1/engagements"), 303)
    try:
        asked = asked_of(told)
        place = page_of(told)
        limit = min(place.limit, MOST) if "limit" in told else PAGE_SIZE
        found = find(page.reading.index, asked, limit=limit, cursor=place.cursor)
    except SankyokuError as error:
        return _refused(page, error)
    facets = [_facet(name, field, found.facets, asked) for name, field in FILTERS.items()]
    return page.show(
        "engagements.html.j2",
        asked=asked,
        found=found,
        wrong=None,
        facets=[one for one in facets if one and (one.total > 1 or one.chosen)],
        chosen=[(name, value) for name, field in FILTERS.items() for value in getattr(asked, field)],
    )


def _refused(page: Page, error: SankyokuError) -> Response:
    status = kind_of(error).status
    if status >= 500:
        raise error
    wrong = error.ja if page.language == "ja" else error.en
    return page.show_fresh("engagements.html.j2", status, asked=Asked(), found=None, wrong=wrong, facets=[], chosen=[])


def _facet(name: str, field: str, facets: Mapping[str, tuple[FacetValue, ...]], asked: Asked) -> Facet | None:
    values = facets.get("with" if field == "with_" else field)
    if not values:
        return None
    chosen = getattr(asked, field)
    left = tuple(one for one in values if one.value not in chosen)
    return Facet(name, left[: SHOWN + UNFOLDED], chosen, len(values))


@router.get("/engagements/{slug}")
def engagement(slug: str, page: CurrentPage) -> Response:
    """One engagement."""
    index = page.reading.index
    one = known_engagement(index, slug)
    before, after = _beside(index, one)
    return page.show(
        "engagement.html.j2", one=one, before=before, after=after, recorded="recorded" in page.request.query_params
    )


def _beside(index: Index, one: Engagement) -> tuple[Engagement | None, Engagement | None]:
    """The engagements before and after in the series."""
    if not one.series:
        return None, None
    found = find(index, Asked(series=(one.series,), order="oldest"), limit=1000, facets=False).items
    line = sorted((item.engagement for item in found), key=lambda each: (each.when.earliest, each.ordinal or 0))
    slugs = [each.slug for each in line]
    if one.slug not in slugs:
        return None, None
    at = slugs.index(one.slug)
    return (line[at - 1] if at else None), (line[at + 1] if at + 1 < len(line) else None)
