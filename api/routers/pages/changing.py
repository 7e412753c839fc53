"""``/changes``: what is new, changed or withdrawn since a date or an edition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from api.pages.changing import FIELDS, value_in_words
from api.pages.page import CurrentPage, Page
from api.questions import day_asked
from graph.errors import NotFound
from graph.history import Difference, Served, changes, changes_since
from graph.history.changing import Changed
from graph.index import Index
from graph.model import Engagement, Text
from graph.tombstones import Gone, read_gone

router = APIRouter()
#: As many of each sort as one page shows.
SHOWN: Final = 100
_USUAL_DAYS: Final = 30


@dataclass(frozen=True)
class Altered:
    """An engagement that says something else now: field, before, after."""

    engagement: Engagement
    fields: list[tuple[Text, Markup, Markup]]


@dataclass(frozen=True)
class Left:
    """An engagement that is there no more, and the slug of the one that took its place."""

    engagement: Engagement
    heir: str | None


@router.get("/changes")
def changed(page: CurrentPage, since: str = "") -> Response:
    """What changed since ``since``; without it, in the last thirty days."""
    words = since.strip() or (page.state.today() - timedelta(days=_USUAL_DAYS)).isoformat()
    day = day_asked(words)
    then: Served | None = None
    exact = True
    if day is not None:
        told = changes_since(page.state.dataset, day, page.reading.index, lambda name: _opened(page, name))
        then, exact, difference = told.then, told.exact, told.difference
    else:
        difference = changes(_edition(page, words), page.reading.index)
    return _shown(page, difference, words=words, day=day, then=then, exact=exact)


def _shown(
    page: Page, difference: Difference, *, words: str, day: date | None, then: Served | None, exact: bool
) -> Response:
    index, older = page.reading.index, _opened(page, difference.older)
    gone = read_gone(page.reading.edition.index_path(page.reading.view))
    return page.show(
        "changes.html.j2",
        since=words,
        day=day,
        then=then,
        exact=exact,
        told=difference,
        added=_newest(index, difference.added),
        altered=[_altered(page, one) for one in difference.changed[:SHOWN]],
        left=[Left(one, _heir(gone, one.slug)) for one in _newest(older, difference.removed)],
        most=SHOWN,
    )


def _opened(page: Page, edition: str) -> Index:
    return page.state.reading(page.reading.view, edition).index


def _edition(page: Page, words: str) -> Index:
    try:
        return _opened(page, words)
    except NotFound as error:
        raise NotFound(
            f"{words[:40]} is neither a date nor an edition that is kept.",
            f"「{words[:40]}」は日付でも、保存されている版でもありません。",
        ) from error


def _newest(index: Index, slugs: tuple[str, ...]) -> list[Engagement]:
    found = [one for slug in slugs[: 10 * SHOWN] if (one := index.engagement(slug)) is not None]
    return sorted(found, key=lambda one: (one.when.latest, one.slug), reverse=True)[:SHOWN]


def _altered(page: Page, one: Changed) -> Altered:
    engagement = page.reading.index.engagement(one.slug)
    assert engagement is not None  # noqa: S101 - what changed is in both editions
    fields = [
        (
            FIELDS.get(each.field, Text(en=each.field, ja=each.field)),
            value_in_words(each.field, each.before, page.names),
            value_in_words(each.field, each.after, page.names),
        )
        for each in one.fields
    ]
    return Altered(engagement, fields)


def _heir(gone: Gone, slug: str) -> str | None:
    """The slug of the engagement that took the place of one that is no more."""
    return (gone.get(f"engagement/{slug}") or "").removeprefix("engagement/") or None
