"""``/``: the first page. Search, what is coming, what was last, what is new, who has gone quiet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import CurrentPage, Page
from graph.dates import from_edtf, parse_filter
from graph.errors import BadInput, NotFound
from graph.history import Asked, Quiet, changes, commitments, find, month_to_show, per_year, quiet
from graph.history import month as month_of
from graph.history.dossier import HOME
from graph.index import Index
from graph.model import Engagement

router = APIRouter()
FIRST_YEAR: Final = 1868
LAST_YEAR: Final = 2200
_RECENT: Final = 8
_COMING: Final = 8
_NEW: Final = 6
_QUIET: Final = 8


@router.get("/")
def home(page: CurrentPage, month: str = "") -> Response:
    """The first page; ``month`` is that of its calendar."""
    index, today = page.reading.index, page.state.today()
    past = Asked(wanted=from_edtf(f"../{today.isoformat()}"), status=("held",))
    ahead = Asked(wanted=from_edtf(f"{today.isoformat()}/.."), order="oldest")
    return page.show(
        "home.html.j2",
        calendar=month_of(index, _month(page, month), sunday_first=page.language == "ja"),
        recent=_engagements(index, past, _RECENT),
        coming=_engagements(index, ahead, _COMING),
        new=_new(page),
        silent=_silent(page),
        promised=commitments(index, Asked(), today, states=("open",), limit=5),
        years=per_year(index, Asked()),
        counts=counts(index),
    )


def _month(page: Page, asked: str) -> date:
    """A day of the month whose calendar is shown. Raises ``BadDate``, ``BadInput``."""
    index, today = page.reading.index, page.state.today()
    if not asked.strip():
        return index.kept(f"month {today}", lambda: month_to_show(index, today))
    day = parse_filter(asked).earliest
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(
            f"The calendar has the years {FIRST_YEAR} to {LAST_YEAR}.",
            f"カレンダーは{FIRST_YEAR}年から{LAST_YEAR}年までです。",
        )
    return day


def counts(index: Index) -> dict[str, int]:
    """How much there is of each thing."""
    known = index.catalogue
    return {
        "engagements": len(index),
        "authorities": len(known.authorities),
        "frameworks": len(known.frameworks),
        "series": len(known.series),
        "documents": len(index.documents),
        "milestones": len(known.milestones),
    }


def _engagements(index: Index, asked: Asked, most: int) -> list[Engagement]:
    return [one.engagement for one in find(index, asked, limit=most, facets=False).items]


def _silent(page: Page) -> tuple[Quiet, ...]:
    """Bodies gone quiet, seen from the home body; worked out once a day for an edition."""
    index, today = page.reading.index, page.state.today()
    known = HOME if HOME in index.catalogue.authorities else None
    return index.kept(f"quiet {today}", lambda: quiet(index, today, home=known, most=_QUIET))


def _new(page: Page) -> list[Engagement]:
    """Engagements that the edition before did not have, newest first; none where it is not kept any more."""
    index = page.reading.index
    return index.kept("new", lambda: _added(page, index))


def _added(page: Page, index: Index) -> list[Engagement]:
    before = page.reading.edition.manifest.previous
    if before is None:
        return []
    try:
        older = page.state.reading(page.reading.view, before)
    except NotFound:  # an edition may be removed; what is new since then cannot be told
        return []
    return _newest(changes(older.index, index).added, index)


def _newest(slugs: Iterable[str], index: Index) -> list[Engagement]:
    found = (index.engagement(slug) for slug in slugs)
    return sorted((one for one in found if one), key=lambda one: one.when.latest, reverse=True)[:_NEW]
