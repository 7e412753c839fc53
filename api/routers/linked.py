"""``/id/...``, ``/graph/...``, ``/edition/...``: every IRI of the dataset answers, as data or as a page.

The IRI of a thing redirects (303) to what describes it; a suffix asks for one format. What is no more says where
it went (301), or that it is gone (410).
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from pyoxigraph import Triple

from api.errors import Problem
from api.linked.describing import GONE, describe, describe_graph, unknown, where_it_went
from api.linked.pages import page, static_files
from api.linked.places import CONTEXT, NAME, Place, links
from api.linked.routes import reads
from api.linked.viewing import View
from api.linked.visits import CurrentVisit, Visit
from api.linked.writing import (
    BY_SUFFIX,
    FORMATS,
    HTML,
    JSON,
    OFFERED,
    OPEN,
    by_media,
    chosen,
    in_language,
    split_suffix,
    write,
)
from api.negotiation import best_of, negotiate
from graph.errors import NotFound
from ontology.files import context_bytes

router = APIRouter(tags=["linked data"])


@reads(router, "/context.jsonld", summary="The JSON-LD context / JSON-LD コンテキスト")
def context() -> Response:
    """The words of our JSON-LD."""
    headers = {**OPEN, "Cache-Control": "public, max-age=86400"}
    return Response(context_bytes(), 200, headers, "application/ld+json")


@reads(router, "/linked/{name}", shown=False)
def static(name: str) -> Response:
    """A style sheet or script of these pages; its name changes with its bytes."""
    body, media_type = static_files().get(name, (b"", ""))
    if not media_type:
        raise NotFound("There is no such file.", "そのファイルはありません。")
    return Response(body, 200, {"Cache-Control": "public, max-age=31536000, immutable"}, media_type)


@reads(router, "/id/{kind}/{name}", summary="A thing / 項目")
async def thing(visit: CurrentVisit, kind: str, name: str) -> Response:
    """Redirects to the description of a thing, or, with a suffix (.ttl .jsonld .nt .rdf .html), is that description."""
    slug, suffix = split_suffix(name)
    if not NAME.fullmatch(slug) or not NAME.fullmatch(kind):
        raise unknown(kind, slug)
    place = Place.of(visit, kind, slug)
    told = await describe(visit, place.iri)
    return _respond(visit, place, suffix, told) if told else _no_more(visit, place, suffix)


@reads(router, "/graph/{name}", summary="A named graph / 名前付きグラフ")
async def graph(visit: CurrentVisit, name: str) -> Response:
    """What is known of a named graph; all that is in it is at ``/graphs?graph=IRI``."""
    slug, suffix = split_suffix(name)
    if not NAME.fullmatch(slug):
        raise unknown("graph", slug)
    place = Place.of(visit, "graph", slug)
    told = await describe_graph(visit, place.iri)
    return _respond(visit, place, suffix, told) if told else _no_more(visit, place, suffix)


@reads(router, "/edition/{name}", summary="An edition, by its IRI / 版")
def edition(request: Request, name: str) -> Response:
    """Redirects to what is said of an edition under ``/editions``."""
    slug, suffix = split_suffix(name)
    if not NAME.fullmatch(slug):
        raise unknown("edition", slug)
    if suffix is None:
        media_type = negotiate(request, OFFERED)
        suffix = {HTML: "html", JSON: "json"}.get(media_type) or by_media(media_type).suffix
    end = "" if suffix == "html" else f".{suffix}"
    return RedirectResponse(f"/editions/{slug}{end}", 303, {**OPEN, "Vary": "Accept"})


def _respond(visit: Visit, place: Place, suffix: str | None, told: list[Triple]) -> Response:
    if suffix is None:
        return _redirect(visit, place)
    if suffix == "html":
        return _page(visit, place, told)
    wanted = BY_SUFFIX[suffix]
    language = visit.asked_language
    headers = {
        **visit.cached(wanted.media_type),
        **OPEN,
        "Link": links(place, visit.reading, leave_out=suffix),
        **({"Content-Language": language} if language else {}),
    }
    body = write(in_language(told, language), wanted, about=place.iri, context=f"{visit.server}{CONTEXT}")
    return Response(body, 200, headers, wanted.media_type)


def _redirect(visit: Visit, place: Place) -> Response:
    wanted = chosen(visit.request)
    address = place.page if wanted is None else place.data(wanted.suffix)
    headers = {**OPEN, "Vary": "Accept", "Link": links(place, visit.reading), "Cache-Control": "no-cache"}
    return RedirectResponse(address, 303, headers)


def _page(visit: Visit, place: Place, told: list[Triple]) -> Response:
    if place.page != place.data("html"):
        return RedirectResponse(place.page, 303)
    headers = {**visit.cached(HTML), "Link": links(place, visit.reading, leave_out="html")}
    view = View(told, visit.state.settings.base, visit.language)
    return page(
        visit.request,
        "thing.html.j2",
        headers,
        reading=visit.reading,
        name=view.name(place.iri),
        rows=view.rows(place.iri),
        place=place,
        formats=FORMATS,
    )


def _no_more(visit: Visit, place: Place, suffix: str | None) -> Response:
    """Where a thing went that the edition no longer has. Raises ``NotFound`` where it never had it."""
    try:
        heir = where_it_went(visit.reading, place.kind, place.slug)
    except Problem as gone:
        accepted = visit.request.headers.get("accept", "")
        if gone.kind is not GONE or best_of(accepted, ("application/problem+json", HTML, "application/json")) != HTML:
            raise
        told = gone.ja if visit.language == "ja" else gone.en
        response = page(visit.request, "gone.html.j2", {"Cache-Control": "no-store"}, reading=visit.reading, told=told)
        response.status_code = GONE.status
        return response
    if heir is None:
        raise unknown(place.kind, place.slug)
    new = Place.of(visit, *heir)
    return RedirectResponse(f"{new.path}{f'.{suffix}' if suffix else ''}{new.query}", 301, OPEN)
