"""``/graphs``: the SPARQL 1.1 Graph Store HTTP Protocol, with direct and indirect addressing.

``/graphs?graph=IRI`` and ``/graphs?default`` address a graph by its name; ``/graphs/user/notes`` is
``{base}graph/user/notes``, ``/graphs/facts`` the build's graph of that name, and any other address below
``/graphs/`` is itself the name of its graph. Reading is open, writing needs a curator.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from pyoxigraph import DefaultGraph, NamedNode
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from api.access import Visitor
from api.departures import while_waiting
from api.deps import Curator, CurrentVisitor, Server
from api.errors import NotModified
from api.formats import wanted_formats
from api.labels import answer_headers, has
from api.preconditions import state_tag
from api.routers.sparql import PREFIXES
from api.state import State
from api.uploads import read_rdf
from api.writing import author_of, disclosure_of, told
from graph.errors import BadInput
from graph.store.answers import AnswerFormat
from graph.store.content import GraphName, key_of
from graph.store.edition import Edition
from graph.store.refusals import UnfitFormat
from graph.store.user_graphs import add_to_graph, delete_graph, no_graph, put_graph
from graph.store.workers import QueryRequest

router = APIRouter(prefix="/graphs", tags=["sparql"])
_ALL: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]*")


@dataclass(frozen=True)
class Address:
    """A graph by its name, and the address under which it is fetched again."""

    graph: GraphName
    location: str


def _address(request: Request, state: Server, visitor: CurrentVisitor) -> Address | None:
    """The graph that a request is about; None for the graph store itself."""
    here = state.settings.public_url or str(request.base_url).rstrip("/")
    path, names = request.path_params.get("path", ""), request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(names) + default + bool(path) > 1:
        raise BadInput(
            "Name one graph: ?graph=IRI or ?default.", "グラフは一つだけ指定してください（?graph= 又は ?default）。"
        )
    if default:
        return Address(DefaultGraph(), f"{here}/graphs?default")
    if names:
        return Address(_named(names[0]), f"{here}{request.url.path}?{request.url.query}")
    if not path:
        return None
    ours, location = f"{state.settings.base}graph/{path}", f"{here}/graphs/{path}"
    edition = state.dataset.edition() if state.dataset.current_id() else None
    known = edition is not None and ours in edition.manifest.view(visitor.view).graphs
    return Address(_named(ours if known or path.startswith("user/") else location), location)


def _one_graph(found: Annotated[Address | None, Depends(_address)]) -> Address:
    if found is None:
        raise BadInput("Name a graph: ?graph=IRI or ?default.", "グラフを指定してください（?graph= 又は ?default）。")
    return found


OneGraph = Annotated[Address, Depends(_one_graph)]
AnyGraph = Annotated[Address | None, Depends(_address)]


@router.head("", include_in_schema=False)
@router.head("/{path:path}", include_in_schema=False)
@router.get("", summary="A graph, or the list of graphs / グラフ又は一覧の取得")
@router.get("/{path:path}", summary="A graph / グラフの取得")
async def fetch(request: Request, state: Server, visitor: CurrentVisitor, address: AnyGraph) -> Response:
    """The triples of a graph, in the format that the reader likes best."""
    edition = state.dataset.edition(request.query_params.get("edition"))
    headers = answer_headers(request, state, edition, visitor, pinned="edition" in request.query_params)
    graphs = edition.manifest.view(visitor.view).graphs
    if address is None:
        headers["ETag"] = state_tag(edition.id, visitor.view)
        if has(request, headers["ETag"]):
            raise NotModified(headers)
        listed = [{"graph": iri, "triples": entry.quads} for iri, entry in graphs.items()]
        return JSONResponse({"edition": edition.id, "graphs": listed}, headers=headers)
    if key_of(address.graph) not in graphs and isinstance(address.graph, NamedNode):
        raise no_graph(address.graph)
    wanted = wanted_formats(request, request.query_params.getlist("format"))
    chosen = wanted.choice.graph
    if chosen is None:
        raise UnfitFormat("construct")
    media = wanted.label(chosen.media_type)
    content = graphs.get(key_of(address.graph))  # the unnamed graph may be empty
    headers["ETag"] = state_tag(content.sha256 if content else "empty", media.partition(";")[0])
    if has(request, headers["ETag"]):
        raise NotModified(headers)
    body = None
    if request.method != "HEAD":
        body = await _content(request, state, visitor, _whole(address.graph, edition, visitor, state, chosen))
    return Response(body, 200, headers, media)


def _whole(graph: GraphName, edition: Edition, visitor: Visitor, state: State, chosen: AnswerFormat) -> QueryRequest:
    """The query for all of a graph."""
    return QueryRequest(
        store=edition.store_path(visitor.view),
        query=_ALL,
        format=chosen,
        default_graphs=(graph.value,) if isinstance(graph, NamedNode) else (),
        union_default_graph=False,
        prefixes=PREFIXES,
        client=visitor.client,
        blank_below=state.settings.base,
    )


async def _content(request: Request, state: State, visitor: Visitor, asked: QueryRequest) -> bytes:
    with state.clients.one_more(visitor.client):
        async with while_waiting(request):
            answer = await state.pool.answer(asked, state.limits(trusted=visitor.trusted))
    return answer.body


@router.put("", summary="Replace a graph (curators) / グラフの置換（編集者）")
@router.put("/{path:path}", summary="Replace a graph (curators) / グラフの置換（編集者）")
async def put(request: Request, state: Server, visitor: Curator, address: OneGraph) -> Response:
    """Makes what is sent the whole content of the graph: 201 where it is new, else 204."""
    quads = await read_rdf(request, _base(address, state), state.settings.upload_bytes)
    level = disclosure_of(request.query_params.get("disclosure"))
    author = author_of(request, state, visitor)
    written = await run_in_threadpool(put_graph, state.dataset, address.graph, quads, level, author)
    headers = {"X-Sankyoku-Edition": written.manifest.id}
    if not written.created:
        return Response(status_code=204, headers=headers)
    return JSONResponse(told(written), 201, {**headers, "Location": _as_uri(address.location)})


@router.post("", summary="Add to a graph (curators) / グラフへの追加（編集者）")
@router.post("/{path:path}", summary="Add to a graph (curators) / グラフへの追加（編集者）")
async def post(request: Request, state: Server, visitor: Curator, address: AnyGraph) -> Response:
    """Adds what is sent to the graph; to the graph store itself, makes a graph of it and says where."""
    target = address or _fresh(request, state)
    quads = await read_rdf(request, _base(target, state), state.settings.upload_bytes)
    level = disclosure_of(request.query_params.get("disclosure"))
    author = author_of(request, state, visitor)
    written = await run_in_threadpool(add_to_graph, state.dataset, target.graph, quads, level, author)
    headers = {"X-Sankyoku-Edition": written.manifest.id}
    if not written.created:
        return JSONResponse(told(written), 200, headers)
    return JSONResponse(told(written), 201, {**headers, "Location": _as_uri(target.location)})


@router.delete("", summary="Remove a graph (curators) / グラフの削除（編集者）")
@router.delete("/{path:path}", summary="Remove a graph (curators) / グラフの削除（編集者）")
async def delete(request: Request, state: Server, visitor: Curator, address: OneGraph) -> dict[str, Any]:
    """Removes the graph; 404 where there is none."""
    return told(await run_in_threadpool(delete_graph, state.dataset, address.graph, author_of(request, state, visitor)))


def _as_uri(location: str) -> str:
    """An address as a header has it: whatever is not ASCII is escaped (RFC 3987, 3.1)."""
    return quote(location, safe=":/?#[]@!$&'()*+,;=%~")


def _named(iri: str) -> NamedNode:
    refusal = BadInput(f"{iri[:80]} is no absolute IRI.", f"{iri[:80]} は絶対 IRI ではありません。")
    if not _ABSOLUTE.fullmatch(iri):
        raise refusal
    try:
        return NamedNode(iri)
    except ValueError as error:  # a sign that no IRI may have
        raise refusal from error


def _fresh(request: Request, state: Server) -> Address:
    slug = f"user/{secrets.token_hex(8)}"
    here = state.settings.public_url or str(request.base_url).rstrip("/")
    return Address(NamedNode(f"{state.settings.base}graph/{slug}"), f"{here}/graphs/{slug}")


def _base(address: Address, state: Server) -> str:
    return address.graph.value if isinstance(address.graph, NamedNode) else state.settings.base
