"""``/topics``: what meetings are about."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import CurrentPage, Page
from graph.errors import NotFound
from graph.history import Asked, find, per_year, statements
from ontology.terms import TOPIC_BROADER, TOPICS

router = APIRouter()


@router.get("/topics")
def topics(page: CurrentPage) -> Response:
    """All topics, the narrower ones under the broader."""
    met = {one.value: one.count for one in find(page.reading.index, Asked(), limit=1).facets.get("topic", ())}
    upper = [slug for slug in TOPICS if slug not in TOPIC_BROADER]
    return page.show(
        "topics.html.j2",
        met=met,
        upper=sorted(page.names.in_order("topic", upper), key=lambda slug: -met.get(slug, 0)),
        below={slug: _narrower(page, slug) for slug in upper},
    )


@router.get("/topics/{slug}")
def topic(slug: str, page: CurrentPage) -> Response:
    """One topic: the meetings about it, what was said of it."""
    if slug not in TOPICS:
        raise NotFound(f"There is no topic {slug[:80]}.", f"主題 {slug[:80]} はありません。")
    index, asked = page.reading.index, Asked(topic=(slug,))
    said = [one for one in statements(index, asked, limit=30).items if slug in one.statement.topics]
    return page.show(
        "topic.html.j2",
        slug=slug,
        broader=TOPIC_BROADER.get(slug),
        narrower=_narrower(page, slug),
        found=find(index, asked, limit=25),
        said=said,
        years=per_year(index, asked),
    )


def _narrower(page: Page, slug: str) -> list[str]:
    return page.names.in_order("topic", (one for one, upper in TOPIC_BROADER.items() if upper == slug))
