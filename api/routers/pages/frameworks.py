"""``/frameworks``: adequacy decisions, certification systems and the like, and the life of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import CurrentPage, Page
from api.routers.pages.bodies import members
from graph.errors import NotFound
from graph.history import Asked, find, per_year, statements
from graph.history.frameworks import state_of
from graph.model import Engagement, Framework, Milestone, Source, Text, When

router = APIRouter()
LIFE = (
    ("adopted", Text(en="Adopted", ja="採択・決定")),
    ("in_force", Text(en="In force", ja="発効・施行")),
    ("ended", Text(en="Ended", ja="終了")),
)


@dataclass(frozen=True)
class Step:
    """One step of a life line: what happened when, the engagement it was where there is one, and its source."""

    when: When
    what: Text
    source: Source | None = None
    engagement: Engagement | None = None


@router.get("/frameworks")
def frameworks(page: CurrentPage) -> Response:
    """All frameworks, by kind."""
    index, today = page.reading.index, page.state.today()
    met = {one.value: one.count for one in find(index, Asked(), limit=1).facets.get("framework", ())}
    kinds: dict[str, list[tuple[Framework, str, int]]] = {}
    known = index.catalogue.frameworks
    for one in (known[slug] for slug in page.names.in_order("framework", known)):
        kinds.setdefault(one.kind, []).append((one, state_of(one, today), met.get(one.id, 0)))
    return page.show("frameworks.html.j2", kinds=kinds, total=len(known))


@router.get("/frameworks/{slug}")
def framework(slug: str, page: CurrentPage) -> Response:
    """One framework: its life, who is in it, the meetings about it."""
    index = page.reading.index
    one = index.catalogue.frameworks.get(slug)
    if one is None:
        raise NotFound(
            f"There is no framework {slug[:80]} in this edition.",
            f"この版に枠組み {slug[:80]} は登録されていません。",
        )
    asked = Asked(framework=(slug,))
    return page.show(
        "framework.html.j2",
        one=one,
        state=state_of(one, page.state.today()),
        life=sorted(_life(one, page), key=_moment),
        members=members(page, slug),
        incomplete=index.catalogue.incomplete_members.get(slug),
        found=find(index, asked, limit=20),
        said=[each for each in statements(index, asked, limit=30).items if slug in each.statement.frameworks],
        years=per_year(index, asked),
    )


def _life(one: Framework, page: Page) -> Iterator[Step]:
    """Its own dates and its milestones; a date that a milestone tells too is told once."""
    about = [step for step in page.reading.index.catalogue.milestones if one.id in step.frameworks]
    yield from (_step(step) for step in about)
    told = {step.when.edtf for step in about}
    for name, words in LIFE:
        when: When | None = getattr(one, name)
        if when is not None and when.edtf not in told:
            yield Step(when, words, one.source)


def _step(milestone: Milestone) -> Step:
    return Step(milestone.when, milestone.what, milestone.source)


def _moment(step: Step) -> tuple[date, date]:
    return step.when.earliest, step.when.latest
