"""``/sparql``: SPARQL 1.1 queries over HTTP, complete answers only.

A plain ASGI endpoint in front of FastAPI, because a small query takes less time than its layers and dependencies do.
What a client may ask stands in ``docs/decisions/0008-endpoint.md``.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.access import Visitor, anonymous, visitor_of
from api.answers import Key, Reply, RequestBytes
from api.asking import Asked, read_asked
from api.departures import ClientGone, while_waiting
from api.describing.service import describe_service
from api.errors import METHOD_NOT_ALLOWED, NotModified, Problem, response_for, unforeseen
from api.formats import Wanted, wanted_formats
from api.labels import OPEN, answer_headers, encoded, has, head, tag_of
from api.metrics import Metrics
from api.security import HEADERS as SECURITY
from api.state import State
from graph.errors import DatasetError, SankyokuError
from graph.store.edition import Edition
from graph.store.federation import may_call
from graph.store.limits import QueryLimits
from graph.store.manifest import DEFAULT_GRAPH
from graph.store.tokens import Tokens
from graph.store.workers import QueryAnswer, QueryRequest
from ontology.terms import DEF

#: Where the endpoint is.
PATH: Final = "/sparql"
_METHODS: Final = "GET, HEAD, POST, OPTIONS"
_PERSONAL: Final = frozenset([b"authorization", b"cookie", b"if-none-match"])
PREFIXES: Final = {
    "sk": DEF,
    "dcterms": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class SparqlLane:
    """The endpoint, in front of everything else: for a small query the way through a framework is the longer part.

    Same headers, same errors, same counting as everywhere.
    """

    def __init__(self, state: State, tokens: Tokens, metrics: Metrics) -> None:
        self._state = state
        self._tokens = tokens
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request for ``/sparql``."""
        began = time.perf_counter()
        asked = _plain_request(scope, self._state)
        response: Response | Reply | None = self._state.replies.get(asked) if asked else None
        if response is None:
            response = await self._answered(Request(scope, receive, send), asked)
        await response(scope, receive, send)
        status = 200 if isinstance(response, Reply) else response.status_code
        self._metrics.count(scope["method"], PATH, status, time.perf_counter() - began)

    async def _answered(self, request: Request, asked: RequestBytes | None) -> Response | Reply:
        try:
            return await self._respond(request, asked)
        except ClientGone:  # nobody reads this; it is for the log
            return Response(status_code=499)
        except (SankyokuError, NotModified) as error:
            response = await response_for(request, error)
        except Exception as error:  # noqa: BLE001 - there is no framework around this that would tell it
            response = await unforeseen(request, error)
        for name, value in {"Access-Control-Allow-Origin": "*", **SECURITY}.items():
            response.headers.setdefault(name, value)
        return response

    async def _respond(self, request: Request, plain: RequestBytes | None) -> Response | Reply:
        if request.method == "OPTIONS":
            return _preflight()
        if request.method not in ("GET", "HEAD", "POST"):
            raise Problem(
                METHOD_NOT_ALLOWED,
                f"Queries are asked with GET, HEAD or POST, not {request.method[:20]}.",
                f"検索には GET、HEAD、POST を使用してください（{request.method[:20]} は使用できません）。",
                {"Allow": _METHODS},
            )
        state = self._state
        visitor = visitor_of(request, self._tokens) if plain is None else anonymous(request)
        asked = await read_asked(request, "query", state.settings.request_bytes)
        edition = state.dataset.edition(asked.one("edition"))
        if asked.text is None:
            return describe_service(request, state, edition, visitor)
        question = Question(edition, visitor, asked, wanted_formats(request, asked.all("format")))
        reply = await _ask(request, state, question)
        if plain is not None:
            state.replies.keep(plain, question.key, reply)
        return reply


def _plain_request(scope: Scope, state: State) -> RequestBytes | None:
    """What tells an anonymous GET without conditions from every other; None for a request of another kind."""
    if scope["method"] != "GET":
        return None
    accept = b""
    for name, value in scope["headers"]:
        if name == b"accept":
            accept = accept + b"," + value if accept else value
        elif name in _PERSONAL:
            return None
    try:
        return state.dataset.current_id(), scope["query_string"], accept
    except DatasetError:  # told where the edition is asked for
        return None


class Question:
    """A query with all that decides its answer."""

    def __init__(self, edition: Edition, visitor: Visitor, asked: Asked, wanted: Wanted) -> None:
        self.edition = edition
        self.visitor = visitor
        self.text = asked.text or ""
        self.default_graphs = asked.all("default-graph-uri")
        self.named_graphs = asked.all("named-graph-uri")
        self.wanted = wanted
        self.pinned = "edition" in asked.parameters
        names = (name or "-" for name in wanted.choice.names())
        graphs = (*self.default_graphs, "\x1f", *self.named_graphs)
        #: What tells this question's answer from every other.
        self.key: Key = (edition.id, visitor.view, self.text, *names, *graphs)

    def may_call(self, state: State) -> bool:
        """Whether the answer may depend on other servers, so that it is nobody's to keep."""
        return bool(state.callees.allowed) and may_call(self.text)

    def request(self, state: State) -> QueryRequest:
        """The question as the workers take it."""
        return QueryRequest(
            store=self.edition.store_path(self.visitor.view),
            query=self.text,
            format=self.wanted.choice,
            default_graphs=self.default_graphs,
            named_graphs=self.named_graphs,
            union_default_graph=state.settings.default_graph == "union",
            base=state.settings.base,
            prefixes=PREFIXES,
            client=self.visitor.client,
        )


async def _ask(request: Request, state: State, question: Question) -> Reply:
    if question.may_call(state):
        return await _ask_others(request, state, question)
    key = question.key
    tag = tag_of(key, question.wanted)
    if has(request, tag):
        headers = answer_headers(request, state, question.edition, question.visitor, pinned=question.pinned)
        raise NotModified({**headers, "ETag": tag})
    answer = state.answers.get(key)
    if answer is None:
        answer = await _fresh(request, state, question)
        state.answers.keep(key, answer)
    iri, trusted = state.iris.edition(question.edition.id).value, question.visitor.trusted
    first = head(iri, question.edition.id, trusted=trusted, pinned=question.pinned)
    told = {"ETag": tag, "Content-Type": question.wanted.label(answer.media_type), "Content-Length": len(answer.body)}
    return Reply([*first, *encoded(told)], answer.body)


async def _ask_others(request: Request, state: State, question: Question) -> Reply:
    """The answer to a query that calls other servers: what they say may be another thing a moment later."""
    answer = await _fresh(request, state, question)
    media = question.wanted.label(answer.media_type)
    told = {**OPEN, "Cache-Control": "no-store", "Content-Type": media, "Content-Length": len(answer.body)}
    return Reply(encoded({**told, "X-Sankyoku-Edition": question.edition.id}), answer.body)


async def _fresh(request: Request, state: State, question: Question) -> QueryAnswer:
    limits: QueryLimits = state.limits(trusted=question.visitor.trusted)
    with state.clients.one_more(question.visitor.client):
        async with while_waiting(request):
            asked = question.request(state)
            if question.may_call(state):
                asked, limits = await _with_others(state, asked, limits)
            if _is_for_backend(state, question) and state.backend is not None:
                graphs = [iri for iri in question.edition.manifest.public.graphs if iri != DEFAULT_GRAPH]
                return await state.backend.answer(asked, limits, graphs)
            return await state.pool.answer(asked, limits)


async def _with_others(state: State, asked: QueryRequest, limits: QueryLimits) -> tuple[QueryRequest, QueryLimits]:
    """The query with what other servers answered in it, and the time that is left for the rest."""
    began = time.monotonic()
    text = await state.callees.answered(asked.query, state.settings.base, limits.seconds)
    if text is None:
        return asked, limits
    left = max(0.1, limits.seconds - (time.monotonic() - began))
    return replace(asked, query=text), replace(limits, seconds=left)


def _is_for_backend(state: State, question: Question) -> bool:
    """A server behind holds the public view of the edition being served; whatever else is asked is answered here."""
    return question.visitor.view == "public" and question.edition.id == state.dataset.current_id()


def _preflight() -> Response:
    return Response(
        status_code=204,
        headers={
            **SECURITY,
            "Allow": _METHODS,
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": _METHODS,
            "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type, If-None-Match",
            "Access-Control-Max-Age": "86400",
        },
    )
