"""``/feeds``: any filtered list to subscribe to, as an Atom feed (RFC 4287) or a calendar (RFC 5545)."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.caching import cache_headers
from api.deps import CurrentReading, ReaderLanguage, Server
from api.figures import in_words
from api.listing import download, parameters
from api.pages.address import Address
from api.pages.names import Names
from api.pages.rendering import render
from api.questions import asked_of
from graph.history import find, unchanged_since

router = APIRouter(include_in_schema=False)
_ENTRIES: Final = 100
_ATOM: Final = "application/atom+xml; charset=utf-8"
_CALENDAR: Final = "text/calendar; charset=utf-8"


@router.get("/feeds/engagements.atom")
def atom(request: Request, reading: CurrentReading, state: Server, language: ReaderLanguage) -> Response:
    """The newest engagements of a list. An entry is as old as what it says; the feed, as the newest of its entries."""
    headers = cache_headers(request, reading, _ATOM)
    asked = asked_of(parameters(request))
    here = Address.of(request, state.settings.public_url)
    found = find(reading.index, asked, limit=_ENTRIES, facets=False)
    since = unchanged_since(state.dataset, reading.edition, reading.view, reading.index)
    updated = {one.engagement.slug: since(one.engagement.slug) for one in found.items}
    told: dict[str, Any] = {
        "found": found,
        "words": in_words(asked, reading.index.catalogue).in_language(language),
        "updated": updated,
        "newest": max(updated.values(), default=reading.edition.manifest.created),
        "base": state.settings.base,
        "here": here,
        "language": language,
        "n": Names(reading.index.catalogue, language),
    }
    return Response(render("feed.atom.j2", **told), media_type=_ATOM, headers=headers)


@router.get("/feeds/engagements.ics")
def calendar(request: Request, reading: CurrentReading, language: ReaderLanguage) -> Response:
    """The list as a calendar that programs look at again and again."""
    headers = cache_headers(request, reading, _CALENDAR)
    body = download("ics", asked_of(parameters(request)), reading, language)
    return Response(body, media_type=_CALENDAR, headers=headers)
