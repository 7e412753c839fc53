"""``/statistics``: how much there is, of what, over the years."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import CurrentPage
from api.routers.pages.home import counts
from graph.history import Asked, find, levels_over_time, per_year, per_year_by
from graph.history.dossier import HOME
from ontology.terms import RANKS

router = APIRouter()
LEVELS: Final = (*sorted(RANKS["level"], key=lambda level: -RANKS["level"][level]), "unknown")


@router.get("/statistics")
def statistics(page: CurrentPage) -> Response:
    """Counts, by year, counterpart, kind and level."""
    index = page.reading.index
    home = HOME if HOME in index.catalogue.authorities else None
    ours = Asked(with_=(home,)) if home else Asked()
    line = index.lines["with"]
    own = {home, *line.above(home), *line.below(home)} if home else set()
    beside = per_year_by(index, ours, "with", most=len(own) + 8)
    return page.show(
        "statistics.html.j2",
        counts=counts(index),
        found=find(index, Asked(), limit=1),
        years=per_year(index, Asked()),
        home=home,
        counterparts=[one for one in beside if one.value not in own][:8],
        levels=levels_over_time(index, Asked()),
        level_order=LEVELS,
        manifest=page.reading.edition.manifest.view(page.reading.view),
    )
