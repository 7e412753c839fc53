"""``/query``: the page for asking in SPARQL, with examples, completion, and queries to share and to copy.

The editor is YASGUI, fetched at set-up and served from here. Where it is not there, and for readers without script,
the page is a plain form that does the same with the browser's own means.
"""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from api.deps import Server
from api.errors import UNSUPPORTED_MEDIA, Problem
from api.limits import read_body
from api.linked.examples import Example, examples
from api.linked.pages import has_static, page
from api.linked.routes import reads
from api.linked.sharing import LONGEST, share, shared
from api.linked.snippets import snippets
from api.linked.visits import CurrentVisit, Visit
from api.linked.vocabulary import prefixes
from api.linked.writing import HTML, OPEN
from api.negotiation import negotiate
from api.security import CSP
from graph.editions import Partitions, partitions
from graph.errors import BadInput, NotFound
from ontology.glossary import glossary

router = APIRouter(tags=["SPARQL"])
_SPARQL: Final = "application/sparql-query"
_FIRST: Final = "01-newest-engagements"
# The editor's table writes one style element, always the same (handles to resize columns): allowed by its hash, so
# that no other style gets in. It is that of the version in tools/browser/package-lock.json.
_TABLE_STYLE: Final = "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
_FORMATS: Final = ("csv", "json", "tsv", "xml", "ttl", "jsonld", "nt")


@reads(router, "/query", summary="The query page / 検索ページ")
def query_page(
    visit: CurrentVisit,
    query: Annotated[str | None, Query(description="A query to begin with / 検索文")] = None,
    q: Annotated[str | None, Query(description="The key of a shared query / 共有された検索文の鍵")] = None,
    example: Annotated[str | None, Query(description="The name of an example / 例の名称")] = None,
) -> Response:
    """The page, beginning with a query, a shared one, an example, or the first example."""
    text = _beginning(visit, query, q, example)
    pinned = f"{visit.server}/sparql?{urlencode({'edition': visit.reading.id})}"
    headers = {
        "Cache-Control": "private, max-age=60",
        "Vary": "Accept-Language, Authorization, Cookie",
        "Content-Security-Policy": CSP.replace("style-src 'self'", f"style-src 'self' {_TABLE_STYLE}"),
    }
    return page(
        visit.request,
        "query.html.j2",
        headers,
        reading=visit.reading,
        text=text,
        examples=[_shown(each, visit) for each in examples().values()],
        editor=has_static("yasgui.min.js"),
        formats=_FORMATS,
        snippets=snippets(text, pinned),
        seconds=visit.state.limits(trusted=visit.visitor.trusted).seconds,
        rows=visit.state.settings.query_rows,
    )


@reads(router, "/query/terms.json", shown=False)
def terms(visit: CurrentVisit) -> Response:
    """What the editor completes: classes and properties of the edition with their counts, and prefixes."""
    headers = visit.cached("application/json")
    told = partitions(visit.state.dataset, visit.reading.edition, visit.reading.view)
    return JSONResponse({**_terms(told), "prefixes": dict(prefixes(visit.state.iris))}, headers=headers)


@router.post("/query/snippets", summary="A query to copy / 検索文のコピー用コード")
async def copied(visit: CurrentVisit) -> Response:
    """The query as lines for curl, Python and R; they name the edition, so that they can be repeated."""
    text = await _text(visit.request, visit.state.settings.request_bytes)
    address = f"{visit.server}/sparql?{urlencode({'edition': visit.reading.id})}"
    return JSONResponse(snippets(text, address), headers={"Cache-Control": "no-store"})


@router.post("/q", status_code=201, summary="Share a query / 検索文の共有")
async def shared_new(request: Request, state: Server) -> Response:
    """Keeps a query (as a form or as ``application/sparql-query``) and says its short address."""
    text = await _text(request, LONGEST + 1024)
    key = await run_in_threadpool(share, state.dataset, text)
    server = state.settings.public_url or str(request.base_url).rstrip("/")
    told = {"key": key, "url": f"{server}/q/{key}"}
    return JSONResponse(told, 201, {"Location": f"/q/{key}", "Cache-Control": "no-store"})


@reads(router, "/q/{key}", summary="A shared query / 共有された検索文")
def shared_one(request: Request, state: Server, key: str) -> Response:
    """Leads to the query page with the query in it, or gives the text (``application/sparql-query``)."""
    text = shared(state.dataset, key)
    media_type = negotiate(request, (HTML, _SPARQL, "text/plain"))
    headers = {**OPEN, "Vary": "Accept", "Cache-Control": "public, max-age=31536000, immutable"}
    if media_type == HTML:
        return RedirectResponse(f"/query?q={key}", 303, {"Vary": "Accept"})
    return PlainTextResponse(text, 200, headers, media_type)


def _beginning(visit: Visit, query: str | None, key: str | None, example: str | None) -> str:
    if key is not None:
        return shared(visit.state.dataset, key)
    if query is not None:
        return query
    known = examples()
    if example is not None and example not in known:
        raise NotFound("There is no such example.", "その例はありません。")
    first = known.get(example or _FIRST)
    return first.query(visit.language, visit.state.settings.base) if first else "SELECT * WHERE { ?s ?p ?o } LIMIT 10\n"


def _shown(example: Example, visit: Visit) -> dict[str, Any]:
    return {
        "slug": example.slug,
        "title": example.title.in_language(visit.language),
        "description": example.description.in_language(visit.language),
        "query": example.query(visit.language, visit.state.settings.base),
    }


def _terms(told: Partitions) -> dict[str, list[dict[str, Any]]]:
    labels = glossary().label
    return {
        "classes": [
            {"iri": each.iri, "label": labels(each.iri), "count": each.entities}
            for each in sorted(told.classes, key=lambda each: -each.entities)
        ],
        "properties": [
            {"iri": each.iri, "label": labels(each.iri), "count": each.triples}
            for each in sorted(told.properties, key=lambda each: -each.triples)
        ],
    }


async def _text(request: Request, limit: int) -> str:
    """The query in the body of a request."""
    body = await read_body(request, limit)
    media, _, _ = request.headers.get("content-type", "").partition(";")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("Send the query in UTF-8.", "検索文は UTF-8 で送信してください。") from error
    if media.strip().lower() == _SPARQL:
        return text
    if media.strip().lower() != "application/x-www-form-urlencoded":
        raise Problem(
            UNSUPPORTED_MEDIA,
            f"Send the query as a form or as {_SPARQL}.",
            f"検索文はフォーム又は {_SPARQL} で送信してください。",
        )
    found = parse_qs(text, keep_blank_values=True, max_num_fields=10).get("query", [])
    if len(found) != 1:
        raise BadInput("The form needs one field: query.", "フォームには query を一つ指定してください。")
    return found[0]
