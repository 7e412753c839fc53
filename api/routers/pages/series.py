"""``/series``: series of meetings, and the line of one in time with its gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import CurrentPage, Page
from graph.errors import NotFound
from graph.history import Asked, Gap, cadence, find, gaps, per_year, statements
from graph.model import Engagement, Milestone, Series

router = APIRouter()
_LONGEST_LINE: Final = 200


@dataclass(frozen=True)
class Place:
    """A place in the line of a series: a meeting, a step beside it, or a gap in the numbering."""

    day: date
    engagement: Engagement | None = None
    milestone: Milestone | None = None
    gap: Gap | None = None


@router.get("/series")
def all_series(page: CurrentPage) -> Response:
    """All series, by kind."""
    index = page.reading.index
    met = {one.value: one.count for one in find(index, Asked(), limit=1).facets.get("series", ())}
    kinds: dict[str, list[tuple[Series, int]]] = {}
    known = index.catalogue.series
    for one in (known[slug] for slug in page.names.in_order("series", known)):
        kinds.setdefault(one.kind, []).append((one, met.get(one.id, 0)))
    return page.show("all_series.html.j2", kinds=kinds, total=len(known))


@router.get("/series/{slug}")
def series(slug: str, page: CurrentPage) -> Response:
    """One series."""
    index, today = page.reading.index, page.state.today()
    one = index.catalogue.series.get(slug)
    if one is None:
        raise NotFound(
            f"There is no series {slug[:80]} in this edition.", f"この版に会議体 {slug[:80]} は登録されていません。"
        )
    asked = Asked(series=(slug,))
    found = find(index, asked, limit=_LONGEST_LINE)
    missing = gaps(index, slug)
    return page.show(
        "series.html.j2",
        one=one,
        found=found,
        line=_line(page, one, [item.engagement for item in found.items], missing),
        missing=missing,
        rhythm=cadence(index, series=slug, today=today),
        said=statements(index, asked, limit=20).items,
        years=per_year(index, asked),
    )


def _line(page: Page, one: Series, meetings: list[Engagement], missing: tuple[Gap, ...]) -> list[Place]:
    """Meetings, the milestones of its frameworks between them, and its gaps, newest first."""
    places = [Place(each.when.earliest, engagement=each) for each in meetings]
    places += [Place(_middle(gap), gap=gap) for gap in missing]
    if one.parties and places:
        first, last = min(each.day for each in places), max(each.day for each in places)
        steps = page.reading.index.catalogue.milestones
        places += [
            Place(step.when.earliest, milestone=step)
            for step in steps
            if first <= step.when.earliest <= last and set(step.frameworks) & set(one.frameworks)
        ]
    return sorted(places, key=lambda each: (each.day, _ordinal(each)), reverse=True)


def _ordinal(place: Place) -> int:
    return place.engagement.ordinal or 0 if place.engagement else 0


def _middle(gap: Gap) -> date:
    """Where a gap stands in the line: after the meeting before it, before the one after it."""
    if gap.after:
        return gap.after.when.latest
    return gap.before.when.earliest if gap.before else date.min
