"""``/search``: one box, grouped results with the words marked; and the suggestions under the box."""

from __future__ import annotations

from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from api.caching import cache_headers
from api.deps import CurrentReading, ReaderLanguage
from api.errors import kind_of
from api.pages.address import Address
from api.pages.page import CurrentPage
from graph.errors import LimitExceeded
from graph.history import search, suggest
from graph.model import Text

router = APIRouter()
#: Where the things of a group have their pages.
PAGES: Final = {
    "authority": "/authorities/{}",
    "framework": "/frameworks/{}",
    "series": "/series/{}",
    "topic": "/topics/{}",
    "document": "/documents/{}",
    "jurisdiction": "/engagements?country={}",
    "city": "/engagements?q={}",
}
KINDS: Final = {
    "authority": Text(en="body", ja="機関"),
    "framework": Text(en="framework", ja="枠組み"),
    "series": Text(en="series", ja="会議体"),
    "topic": Text(en="topic", ja="主題"),
    "document": Text(en="document", ja="文書"),
    "jurisdiction": Text(en="economy", ja="国・地域"),
    "city": Text(en="city", ja="都市"),
}


@router.get("/search")
def searching(page: CurrentPage, q: str = "") -> Response:
    """What the words may mean."""
    words = q.strip()
    if not words:
        return page.show("search.html.j2", q="", found=None, wrong=None, pages=PAGES)
    try:
        found = search(page.reading.index, words, language=page.language)
    except LimitExceeded as error:
        wrong = error.ja if page.language == "ja" else error.en
        return page.show_fresh(
            "search.html.j2", kind_of(error).status, q=words[:300], found=None, wrong=wrong, pages=PAGES
        )
    return page.show("search.html.j2", q=words, found=found, wrong=None, pages=PAGES)


@router.get("/search/suggest")
def suggesting(request: Request, reading: CurrentReading, language: ReaderLanguage, q: str = "") -> Response:
    """Names that what was typed may become, with the address of each."""
    here = Address.of(request)
    found: list[dict[str, Any]] = []
    for one in suggest(reading.index, q, language=language):
        path, _, rest = PAGES[one.type].format(one.id).partition("?")
        name, _, value = rest.partition("=")
        found.append(
            {
                "name": one.name.in_language(language),
                "kind": KINDS[one.type].in_language(language),
                "href": here.to(path, **({name: value} if name else {})),
            }
        )
    return JSONResponse(found, headers=cache_headers(request, reading, "application/json"))
