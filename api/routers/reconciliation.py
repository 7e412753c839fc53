"""``/reconcile``: the Reconciliation Service API 0.2, by which OpenRefine matches names to what we know.

Specification: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/. Both languages, and
any edition: ``lang`` and ``edition`` given with the address of the service go on in all addresses that it names.
"""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from api.caching import cache_headers
from api.deps import CurrentReading, ReaderLanguage, Server
from api.reconciling.asking import Extension, Fields, read_sent
from api.reconciling.candidates import Asking, type_json
from api.reconciling.manifest import manifest
from api.reconciling.preview import POLICY, card, tip
from api.reconciling.properties import PROPERTIES, Around, Json, Property, values_of
from api.reconciling.things import TYPES, Thing, description, thing
from api.state import Reading, State
from graph.errors import NotFound
from graph.history import suggest
from graph.text import key

router = APIRouter(prefix="/reconcile", tags=["reconciliation"])
JSON: Final = "application/json"
_KEPT: Final = ("lang", "edition")
_FRESH: Final = {"Cache-Control": "no-store"}
_SHOWN: Final = 20
_MOST_NAMES: Final = 400

Identifier = Annotated[
    str, Query(max_length=300, description="authority/us-ftc, or the IRI / 識別子", examples=["authority/us-ftc"])
]
Prefix = Annotated[str, Query(max_length=200, description="what was typed / 入力された文字", examples=["FTC"])]
Cursor = Annotated[int, Query(ge=0, le=10_000, description="how many to leave out / 読み飛ばす件数")]
Sent = Annotated[str | None, Query(description="JSON, as the specification has it / 仕様による JSON")]

_FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "queries": {"type": "string", "description": "A batch of queries in JSON / 照合（JSON）"},
                        "extend": {"type": "string", "description": "Values to fetch, in JSON / 値の取得（JSON）"},
                    },
                },
                "example": {"queries": '{"q0": {"query": "連邦取引委員会", "type": "Body", "limit": 3}}'},
            }
        }
    }
}


@router.get(
    "",
    summary="Reconciliation service / 名寄せサービス",
    description=(
        "The manifest without parameters; candidates for `queries` (a batch in JSON) or `query` (words, as older "
        "clients send them); values for `extend`. JSONP (`callback`) is not offered: other sites call by CORS. / "
        "パラメーターがなければサービスの説明を、`queries`（JSON）又は `query` があれば候補を、`extend` があれば値を"
        "返します。JSONP には対応していません（CORS で利用できます）。"
    ),
)
async def service(
    request: Request,
    state: Server,
    reading: CurrentReading,
    language: ReaderLanguage,
    queries: Sent = None,
    query: Annotated[str | None, Query(description="words / 名称", examples=["FTC"])] = None,
    extend: Sent = None,
) -> Response:
    """The manifest, candidates or values."""
    sent = await read_sent(request, state.settings.request_bytes)
    return await run_in_threadpool(_answered, request, state, reading, sent, language)


@router.post(
    "", summary="Reconcile a batch / 一括の名寄せ", description="As GET, as a form. / GET と同じ。", openapi_extra=_FORM
)
async def batch(request: Request, state: Server, reading: CurrentReading, language: ReaderLanguage) -> Response:
    """The same, sent as a form."""
    sent = await read_sent(request, state.settings.request_bytes)
    return await run_in_threadpool(_answered, request, state, reading, sent, language)


@router.get("/preview", summary="A card for a frame / 枠内表示用のカード", response_class=HTMLResponse)
def preview(
    id: Identifier,
    request: Request,
    state: Server,
    reading: CurrentReading,
    language: ReaderLanguage,
) -> Response:
    """A small page about a thing, which any site may show in a frame."""
    headers = cache_headers(request, reading, "text/html")
    one = _known(reading, state, id)
    told = card(one, Around(reading.index, state.iris, language), _page(one, request, state))
    return HTMLResponse(told, headers={**headers, "Content-Security-Policy": POLICY})


@router.get(
    "/view",
    summary="To the thing's page / ページへの移動",
    status_code=303,
    response_class=Response,
    responses={303: {"description": "To the thing's address / 移動先"}},
)
def view(id: Identifier, request: Request, state: Server, reading: CurrentReading) -> Response:
    """Leads to the thing's own address."""
    return RedirectResponse(_page(_known(reading, state, id), request, state), 303, {"Cache-Control": "no-store"})


@router.get("/flyout", summary="A tip beside a name / 候補の説明")
def flyout(
    id: Identifier,
    request: Request,
    state: Server,
    reading: CurrentReading,
    language: ReaderLanguage,
) -> Response:
    """A piece of HTML about a suggested thing."""
    headers = cache_headers(request, reading, JSON)
    one = _known(reading, state, id)
    return JSONResponse({"id": one.id, "html": tip(one, Around(reading.index, state.iris, language))}, headers=headers)


@router.get("/suggest/entity", summary="Names while typing / 名称の入力候補")
def suggest_entity(
    request: Request,
    reading: CurrentReading,
    state: Server,
    language: ReaderLanguage,
    prefix: Prefix = "",
    cursor: Cursor = 0,
    type: Annotated[str | None, Query(max_length=100, description="Body, EngagementSeries, Framework")] = None,
) -> Response:
    """Bodies, series and frameworks whose names begin so."""
    headers = cache_headers(request, reading, JSON)
    kinds = [kind for kind, (id_, _) in TYPES.items() if type in (None, "", id_, kind)]
    found = suggest(reading.index, prefix, language=language, limit=_MOST_NAMES)
    known = [thing(reading.index.catalogue, f"{one.type}/{one.id}", "") for one in found if one.type in kinds]
    shown = [one for one in known if one is not None][cursor : cursor + _SHOWN]
    told = [
        {
            "id": one.id,
            "name": one.record.name.in_language(language),
            "description": description(reading.index, one, language),
            "notable": [type_json(one.type, language)],
        }
        for one in shown
    ]
    return JSONResponse({"result": told}, headers=headers)


@router.get("/suggest/type", summary="Types while typing / 型の入力候補")
def suggest_type(language: ReaderLanguage, prefix: Prefix = "", cursor: Cursor = 0) -> Response:
    """The types of things."""
    told = [type_json(kind, language) for kind, (id_, name) in TYPES.items() if _begins(prefix, id_, name.en, name.ja)]
    return JSONResponse({"result": told[cursor:]}, headers=_FRESH)


@router.get("/suggest/property", summary="Properties while typing / 項目の入力候補")
def suggest_property(language: ReaderLanguage, prefix: Prefix = "", cursor: Cursor = 0) -> Response:
    """The properties of things."""
    fit = [one for one in PROPERTIES.values() if _begins(prefix, one.id, one.name.en, one.name.ja)]
    told = [{"id": one.id, "name": one.name.in_language(language)} for one in fit]
    return JSONResponse({"result": told[cursor : cursor + _SHOWN]}, headers=_FRESH)


@router.get("/properties", summary="Properties to fetch / 取得できる項目")
def properties(
    language: ReaderLanguage,
    type: Annotated[str | None, Query(max_length=100, description="Body, EngagementSeries, Framework")] = None,
    limit: Annotated[int | None, Query(ge=0, description="at most so many; 0 for all / 上限")] = None,
) -> Response:
    """The properties that things of a type have."""
    kinds = [kind for kind, (id_, _) in TYPES.items() if type in (None, "", id_, kind)]
    fit = [one for one in PROPERTIES.values() if set(kinds) & set(one.types)]
    told: Json = {"properties": [{"id": one.id, "name": one.name.in_language(language)} for one in fit]}
    if limit:
        told = {"properties": told["properties"][:limit], "limit": limit}
    return JSONResponse({**told, **({"type": type} if type else {})}, headers=_FRESH)


def _answered(request: Request, state: State, reading: Reading, sent: Fields, language: str) -> Response:
    wanted = sent.extension()
    if wanted is not None:
        return JSONResponse(_extended(wanted, Around(reading.index, state.iris, language)), headers=_FRESH)
    queries, single = sent.batch(), sent.single()
    if queries is None and single is None:
        kept = {name: request.query_params[name] for name in _KEPT if request.query_params.get(name)}
        told = manifest(_server(request, state), state.settings.base, language, kept)
        return JSONResponse(told, headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"})
    asking = Asking(reading.index, state.settings.base, language)
    if queries is None and single is not None:
        return JSONResponse({"result": asking.candidates(single)}, headers=_FRESH)
    results = {name: {"result": asking.candidates(query)} for name, query in (queries or {}).items()}
    return JSONResponse(results, headers=_FRESH)


def _extended(wanted: Extension, around: Around) -> Json:
    """The values of the properties of the things; what is not known has none."""
    rows: Json = {}
    for id_ in wanted.ids:
        one = thing(around.index.catalogue, id_, around.iris.base)
        cells: Json = {}
        for asked in wanted.properties:
            known = PROPERTIES.get(asked.id)
            cells[asked.id] = values_of(one, known, around)[: asked.limit()] if one and known else []
        rows[id_] = cells
    return {"meta": [_meta(asked.id, around.language) for asked in wanted.properties], "rows": rows}


def _meta(pid: str, language: str) -> Json:
    known: Property | None = PROPERTIES.get(pid)
    if known is None:
        return {"id": pid, "name": pid}
    told: Json = {"id": pid, "name": known.name.in_language(language)}
    return {**told, "type": type_json(known.leads_to, language)} if known.leads_to else told


def _known(reading: Reading, state: State, identifier: str) -> Thing:
    """The thing of an id. Raises ``NotFound``."""
    one = thing(reading.index.catalogue, identifier, state.settings.base)
    if one is None:
        raise NotFound(
            f"There is nothing with the id {identifier[:80]} in this edition.",
            f"この版に識別子 {identifier[:80]} のものはありません。",
        )
    return one


def _page(one: Thing, request: Request, state: State) -> str:
    kept = {name: request.query_params[name] for name in _KEPT if request.query_params.get(name)}
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{_server(request, state)}/id/{one.id}{query}"


def _server(request: Request, state: State) -> str:
    return state.settings.public_url or str(request.base_url).rstrip("/")


def _begins(prefix: str, *names: str | None) -> bool:
    return any(key(prefix) in key(name) for name in names if name)
