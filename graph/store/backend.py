"""Another SPARQL server in the place of our workers: it evaluates, everything else stays ours.

Whatever the engine behind: a query is admitted here first, graphs are named by the protocol (engines differ in what
their default graph is), the deadline and the limits are ours, and an answer is read and parsed to its end before
anybody gets a byte of it, because some engines cut long or slow answers and say 200 all the same.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import httpx2
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from graph.store.answers import AnswerFormat, Choice
from graph.store.limits import QueryLimits
from graph.store.refusals import UnfitFormat, refusal
from graph.store.remote import Credentials, RemoteFailed
from graph.store.sparql import admit
from graph.store.worker import RDF_FORMATS, RESULT_FORMATS
from graph.store.workers import QueryAnswer, QueryRequest

_ROWS: Final = "application/sparql-results+json"
_GRAPH: Final = "application/n-triples, text/turtle;q=0.9"


class Backend:
    """Answers queries as ``QueryPool.answer`` does. For one event loop."""

    def __init__(self, address: str) -> None:
        url = httpx2.URL(address)
        self._address = address
        self._bare = url.copy_with(username=None, password=None)
        self._auth = Credentials(url.username, url.password) if url.username else None
        self._client = httpx2.AsyncClient()

    async def answer(self, request: QueryRequest, limits: QueryLimits, graphs: Sequence[str]) -> QueryAnswer:
        """A whole answer; ``graphs`` are those of the edition, which together are the default graph.

        Raises as ``QueryPool.run``, and ``RemoteFailed``.
        """
        began = time.monotonic()
        shape = admit(request.query)
        wants_graph = shape.form in ("construct", "describe")
        wanted = request.format if isinstance(request.format, Choice) else Choice.of(request.format)
        form: dict[str, Any] = {"query": request.query}
        if request.default_graphs or request.named_graphs:
            form |= {"default-graph-uri": request.default_graphs, "named-graph-uri": request.named_graphs}
        elif request.union_default_graph and not shape.dataset:
            form |= {"default-graph-uri": graphs, "named-graph-uri": graphs}
        body, media = await self._fetch(form, _GRAPH if wants_graph else _ROWS, limits)
        try:
            if shape.form == "ask":
                body, media = _truth(body, media), _ROWS
            answer = _triples(body, media, wanted) if wants_graph else _rows(body, media, wanted)
        except (SyntaxError, ValueError) as error:
            raise RemoteFailed(self._address, f"the answer is not whole: {error}") from error
        chosen, written, count = answer
        if count > limits.rows:
            raise refusal({"error": "rows", "detail": ""}, limits)
        return QueryAnswer(written, chosen.media_type, time.monotonic() - began)

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()

    async def _fetch(self, form: dict[str, Any], accept: str, limits: QueryLimits) -> tuple[bytes, str]:
        pieces: list[bytes] = []
        size = 0
        try:
            async with self._client.stream(
                "POST",
                self._bare,
                data={name: list(value) if isinstance(value, tuple) else value for name, value in form.items()},
                headers={"Accept": accept},
                auth=self._auth,
                timeout=limits.seconds,
            ) as response:
                async for piece in response.aiter_bytes():
                    pieces.append(piece)
                    size += len(piece)
                    if size > limits.bytes:
                        raise refusal({"error": "bytes", "detail": ""}, limits)
        except httpx2.TimeoutException as error:
            raise refusal({"error": "seconds", "detail": ""}, limits) from error
        except httpx2.HTTPError as error:
            raise RemoteFailed(self._address, str(error) or type(error).__name__) from error
        body = b"".join(pieces)
        if response.status_code == 400:
            raise refusal({"error": "syntax", "detail": body.decode(errors="replace")}, limits)
        if not response.is_success:
            raise RemoteFailed(self._address, f"{response.status_code} {body[:200].decode(errors='replace')}")
        return body, response.headers.get("content-type", "").partition(";")[0]


def _truth(body: bytes, media: str) -> bytes:
    """A truth value as the standard has it: Virtuoso 7 answers ASK over named graphs with a table of one cell."""
    found = parse_query_results(body, format=QueryResultsFormat.from_media_type(media) or QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        return body
    cells = [getattr(cell, "value", "") for row in found for cell in row]
    return b'{"head":{},"boolean":%s}' % (b"true" if cells in (["1"], ["true"]) else b"false")


def _rows(body: bytes, media: str, wanted: Choice) -> tuple[AnswerFormat, bytes, int]:
    found = parse_query_results(body, format=QueryResultsFormat.from_media_type(media) or QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        if wanted.truth is None:
            raise UnfitFormat("ask")
        return wanted.truth, found.serialize(format=RESULT_FORMATS[wanted.truth]) or b"", 1
    assert isinstance(found, QuerySolutions)  # noqa: S101 - it is one of the two
    count = sum(1 for _ in found)
    if wanted.rows is None:
        raise UnfitFormat("select")
    again = parse_query_results(body, format=QueryResultsFormat.from_media_type(media) or QueryResultsFormat.JSON)
    return wanted.rows, again.serialize(format=RESULT_FORMATS[wanted.rows]) or b"", count


def _triples(body: bytes, media: str, wanted: Choice) -> tuple[AnswerFormat, bytes, int]:
    if wanted.graph is None:
        raise UnfitFormat("construct")
    found = {quad.triple for quad in parse(BytesIO(body), format=RdfFormat.from_media_type(media) or RdfFormat.TURTLE)}
    triples: list[Triple] = sorted(found, key=str)
    return wanted.graph, serialize(triples, format=RDF_FORMATS[wanted.graph]) or b"", len(triples)
