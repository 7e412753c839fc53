"""``/def``: the ontology and its documentation; ``/prefixes``: short names for the beginnings of IRIs."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from api.deps import Server
from api.errors import NotModified
from api.linked.pages import static_address
from api.linked.places import CONTEXT
from api.linked.routes import reads
from api.linked.vocabulary import prefixes, shapes_turtle, tag, term, version_path, whole
from api.linked.writing import BY_SUFFIX, FORMATS, HTML, JSON, OPEN, DataFormat, chosen, split_suffix, write
from api.negotiation import negotiate
from graph.errors import NotFound
from ontology.documentation import anchor, documentation
from ontology.terms import VOCABULARY

router = APIRouter(tags=["linked data"])
_TURTLE = "text/turtle"
_SPARQL = "application/sparql-query"


@reads(router, "/def", summary="The ontology / 語彙")
def ontology(request: Request, state: Server) -> Response:
    """The documentation in both languages, or the ontology as data, whichever the reader likes better."""
    return _whole(request, chosen(request))


@reads(router, "/def.{suffix}", summary="The ontology in one format / 語彙（形式指定）")
def ontology_in(request: Request, suffix: str) -> Response:
    """``/def.ttl``, ``.jsonld``, ``.nt``, ``.rdf`` or ``.html``."""
    if suffix != "html" and suffix not in BY_SUFFIX:
        raise _unknown(f".{suffix}")
    return _whole(request, BY_SUFFIX.get(suffix))


@reads(router, "/def/shapes.ttl", summary="The SHACL shapes / データ形状")
def ontology_shapes(request: Request) -> Response:
    """What is asked of the data, as SHACL."""
    return Response(shapes_turtle(), 200, _headers(request, _TURTLE), _TURTLE)


@reads(router, "/def/{path:path}", summary="A concept or scheme / 概念・概念体系")
def ontology_term(request: Request, path: str) -> Response:
    """A concept or scheme: its place in the documentation, or what is said of it as data. A version: all of it."""
    name, suffix = split_suffix(path)
    told = term(path) or term(name)
    if term(path):
        name, suffix = path, None
    if not told:
        raise _unknown(f"/{path}")
    wanted = BY_SUFFIX.get(suffix or "") if suffix else chosen(request)
    if wanted is None:
        place = anchor(f"{VOCABULARY}{name}")
        return RedirectResponse(f"/def#{place}", 303, {**OPEN, "Vary": "Accept"})
    if suffix is None:
        return RedirectResponse(f"/def/{name}.{wanted.suffix}", 303, {**OPEN, "Vary": "Accept"})
    if name == version_path():
        return _whole(request, wanted)
    body = write(told, wanted, about=f"{VOCABULARY}{name}", context=_context(request))
    return Response(body, 200, _headers(request, wanted.media_type), wanted.media_type)


@reads(router, "/prefixes", summary="Prefixes / 接頭辞")
def prefix_list(request: Request, state: Server) -> Response:
    """Every prefix, as JSON, as the head of a Turtle file, or as the head of a query."""
    media = negotiate(request, (JSON, _TURTLE, _SPARQL))
    known = prefixes(state.iris)
    headers = {**OPEN, "Vary": "Accept", "Cache-Control": "public, max-age=3600"}
    if media == JSON:
        return JSONResponse(dict(known), headers=headers)
    form = "@prefix {}: <{}> .\n" if media == _TURTLE else "PREFIX {}: <{}>\n"
    body = "".join(form.format(name, iri) for name, iri in known.items())
    return Response(body, 200, headers, media)


def _whole(request: Request, wanted: DataFormat | None) -> Response:
    headers = _headers(request, wanted.media_type if wanted else HTML)
    if wanted is None:
        return HTMLResponse(documentation(static_address("linked.css")), 200, headers)
    return Response(whole(wanted, _context(request)), 200, headers, wanted.media_type)


def _headers(request: Request, media_type: str) -> dict[str, str]:
    """Raises ``NotModified`` where the reader has it already."""
    found = [f'</def.{each.suffix}>; rel="alternate"; type="{each.media_type}"' for each in FORMATS]
    tagged = tag(request.url.path, media_type)
    headers = {
        **OPEN,
        "ETag": tagged,
        "Cache-Control": "public, max-age=3600",
        "Vary": "Accept",
        "Link": ", ".join(found),
    }
    if tagged in (part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")):
        raise NotModified(headers)
    return headers


def _context(request: Request) -> str:
    state = request.app.state.sankyoku
    return f"{state.settings.public_url or str(request.base_url).rstrip('/')}{CONTEXT}"


def _unknown(path: str) -> NotFound:
    return NotFound(f"The ontology has nothing at def{path[:60]}.", f"語彙に def{path[:60]} はありません。")
