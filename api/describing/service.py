"""The SPARQL 1.1 Service Description, which is what the endpoint answers without a query."""

from __future__ import annotations

from typing import Final

from pyoxigraph import RdfFormat, serialize
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.access import Visitor
from api.errors import NotModified
from api.labels import answer_headers, has, tag_of
from api.negotiation import negotiate
from api.security import HEADERS as SECURITY
from api.state import State
from graph.store.description import PREFIXES, Service, service_description
from graph.store.edition import Edition

_HTML: Final = "text/html"
_DESCRIPTIONS: Final = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/n-quads": RdfFormat.N_QUADS,
}


def describe_service(request: Request, state: State, edition: Edition, visitor: Visitor) -> Response:
    """The description of the endpoint over one edition, or, for a browser, the way to the query page."""
    media = negotiate(request, (*_DESCRIPTIONS, _HTML))
    if media == _HTML:
        return RedirectResponse("/query", 303, {**SECURITY, "Vary": "Accept"})
    headers = answer_headers(request, state, edition, visitor, pinned="edition" in request.query_params)
    address = f"{state.settings.public_url or str(request.base_url).rstrip('/')}"
    headers["ETag"] = tag_of((edition.id, visitor.view, visitor.role, address, media))
    if has(request, headers["ETag"]):
        raise NotModified(headers)
    service = Service(
        address=f"{address}/sparql",
        update_address=f"{address}/update",
        edition=state.iris.edition(edition.id),
        created=edition.manifest.created.isoformat(),
        licence=state.settings.licence,
        union_default_graph=state.settings.default_graph == "union",
        limits=_limits(state, trusted=visitor.trusted),
        calls=bool(state.callees.allowed),
    )
    triples = service_description(service, edition.manifest.view(visitor.view))
    body = serialize(triples, format=_DESCRIPTIONS[media], prefixes=PREFIXES)
    return Response(body, 200, headers, media)


def _limits(state: State, *, trusted: bool) -> dict[str, float]:
    limits, settings = state.limits(trusted=trusted), state.settings
    told = {
        "seconds": limits.seconds,
        "rows": limits.rows,
        "bytes": limits.bytes,
        "memory": limits.memory,
        "waiting": limits.waiting,
        "per-client": settings.query_per_client,
        "request-bytes": settings.request_bytes,
    }
    return {name: value for name, value in told.items() if value is not None}
