"""``/static``: style sheet, script and icon, kept by browsers for good because their names change with them."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.assets import assets
from graph.errors import NotFound

router = APIRouter()


@router.get("/static/{name}")
def static(name: str) -> Response:
    """One file."""
    found = assets().get(name)
    if found is None:
        raise NotFound("There is no such file.", "該当するファイルはありません。")
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(found.body, media_type=found.media_type, headers=headers)


@router.get("/robots.txt")
def robots() -> Response:
    """What crawlers should leave alone: endless lists of filters."""
    words = "User-agent: *\nDisallow: /engagements?\nDisallow: /search\nDisallow: /sparql\nDisallow: /figures/\n"
    return Response(words, media_type="text/plain; charset=utf-8")
