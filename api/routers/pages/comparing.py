"""``/compare``: two bodies side by side."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import CurrentPage
from api.routers.pages.bodies import known_body
from graph.history import compare, paths

router = APIRouter()


@router.get("/compare")
def comparing(page: CurrentPage, a: str = "", b: str = "") -> Response:
    """Two bodies side by side; without both, the form to choose them."""
    index = page.reading.index
    chosen = [known_body(page, slug.strip()) for slug in (a, b) if slug.strip()]
    told = None
    if len(chosen) == 2 and chosen[0].id != chosen[1].id:
        told = compare(index, chosen[0].id, chosen[1].id, page.state.today())
    line = index.lines["with"]
    return page.show(
        "compare.html.j2",
        a=a.strip(),
        b=b.strip(),
        chosen=chosen,
        told=told,
        own={slug for body in chosen for slug in (body.id, *line.above(body.id), *line.below(body.id))},
        ways=paths(index, chosen[0].id, chosen[1].id)[:5] if told else (),
        bodies=page.names.sorted_bodies(index.catalogue.authorities),
    )
