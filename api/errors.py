"""Errors on the way out: one table from cause to HTTP, sent as ``application/problem+json`` (RFC 9457).

A problem carries a bilingual title, one sentence in the reader's language, and the name and value of a limit
where one was reached. An error that nobody foresaw is logged with a number, and shows nothing but the number.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.language import language_of
from api.limits import HINTS, RequestTooLarge, TooManyAtOnce
from api.pages.rendering import problem_page
from graph.errors import (
    AnswerTooLarge,
    BadInput,
    BadQuery,
    Changed,
    DamagedEdition,
    DatasetError,
    FactError,
    FieldsWrong,
    InvalidGraph,
    LimitExceeded,
    LockHeld,
    NewerDataset,
    NotFound,
    Overloaded,
    QueryTimeout,
    SankyokuError,
    StorageFull,
    UnreadableDocument,
)
from graph.model import Text
from graph.store.calling import ServiceFailed
from graph.store.protection import OtherDisclosure, ProtectedGraph
from graph.store.refusals import UnfitFormat
from graph.store.remote import RemoteFailed

_log = logging.getLogger(__name__)
PROBLEM: Final = "application/problem+json"
RETRY_SECONDS: Final = 5


@dataclass(frozen=True)
class Kind:
    """A kind of problem: its last part of the type URI, its HTTP status, its title, extra headers."""

    name: str
    status: int
    title: Text
    headers: Mapping[str, str] = field(default_factory=dict)


class Problem(SankyokuError):
    """A problem that only HTTP knows (a method, a media type, a token): carries its kind."""

    def __init__(self, kind: Kind, en: str, ja: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(en, ja)
        self.kind = kind
        self.headers = dict(headers or {})


class NotModified(Exception):
    """The reader has this answer already: 304, with the headers that a 200 would carry."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__("not modified")
        self.headers = dict(headers)


_RETRY = MappingProxyType({"Retry-After": str(RETRY_SECONDS)})
NOT_ACCEPTABLE = Kind("not-acceptable", 406, Text(en="No such format here", ja="対応していない形式"))
METHOD_NOT_ALLOWED = Kind("method-not-allowed", 405, Text(en="Method not allowed", ja="許可されていないメソッド"))
UNSUPPORTED_MEDIA = Kind("unsupported-media-type", 415, Text(en="Unsupported media type", ja="対応していない送信形式"))
TOO_LARGE = Kind("request-too-large", 413, Text(en="Request too large", ja="要求が大きすぎます"))
UNAUTHORIZED = Kind(
    "unauthorized", 401, Text(en="A token is needed", ja="トークンが必要です"), {"WWW-Authenticate": "Bearer"}
)
FORBIDDEN = Kind("forbidden", 403, Text(en="Not allowed", ja="権限がありません"))
CONFLICT = Kind("conflict", 409, Text(en="Conflict", ja="競合"))
PRECONDITION = Kind("precondition-failed", 412, Text(en="Changed meanwhile", ja="すでに変更されています"))
TOO_MANY = Kind("too-many-requests", 429, Text(en="Too many requests", ja="要求が多すぎます"), _RETRY)
UNAVAILABLE = Kind("unavailable", 503, Text(en="Not available just now", ja="現在利用できません"), _RETRY)
UNKNOWN = Kind("internal", 500, Text(en="Something failed here", ja="内部エラー"))
_NOT_FOUND = Kind("not-found", 404, Text(en="Not found", ja="見つかりません"))
_BAD = Kind("bad-input", 400, Text(en="Bad input", ja="入力の誤り"))

#: The one table. The first class that an error is an instance of decides.
KINDS: Final[tuple[tuple[type[SankyokuError], Kind], ...]] = (
    (QueryTimeout, Kind("query-timeout", 503, Text(en="The query took too long", ja="検索の時間切れ"), _RETRY)),
    (AnswerTooLarge, Kind("answer-too-large", 413, Text(en="The answer is too large", ja="結果が大きすぎます"))),
    (TooManyAtOnce, TOO_MANY),
    (RequestTooLarge, TOO_LARGE),
    (Overloaded, UNAVAILABLE),
    (LimitExceeded, Kind("limit-exceeded", 413, Text(en="A limit was reached", ja="上限に達しました"))),
    (UnfitFormat, NOT_ACCEPTABLE),
    (BadQuery, Kind("bad-query", 400, Text(en="Bad query", ja="検索文の誤り"))),
    (UnreadableDocument, Kind("unreadable-document", 422, Text(en="Unreadable document", ja="読み取れない文書"))),
    (FactError, Kind("bad-facts", 422, Text(en="A mistake in the facts", ja="参照資料の誤り"))),
    (FieldsWrong, Kind("fields-wrong", 422, Text(en="Some fields do not fit", ja="入力項目の誤り"))),
    (Changed, CONFLICT),
    (BadInput, _BAD),
    (NotFound, _NOT_FOUND),
    (ProtectedGraph, FORBIDDEN),
    (OtherDisclosure, CONFLICT),
    (InvalidGraph, Kind("invalid-graph", 422, Text(en="The shapes refuse this", ja="データ形状の不適合"))),
    (LockHeld, Kind("busy", 503, Text(en="Being written just now", ja="書き込み処理中です"), _RETRY)),
    (StorageFull, Kind("storage-full", 507, Text(en="No room left", ja="空き容量の不足"))),
    (DamagedEdition, Kind("damaged-edition", 500, Text(en="Damaged edition", ja="版の破損"))),
    (NewerDataset, UNAVAILABLE),
    (DatasetError, UNAVAILABLE),
    (RemoteFailed, Kind("backend-failed", 502, Text(en="The server behind failed", ja="外部サーバーの障害"))),
    (ServiceFailed, Kind("service-failed", 502, Text(en="A server called failed", ja="呼び出したサーバーの障害"))),
    (SankyokuError, UNKNOWN),
)
_BY_STATUS: Final = {404: _NOT_FOUND, 405: METHOD_NOT_ALLOWED, 406: NOT_ACCEPTABLE, 415: UNSUPPORTED_MEDIA}
_SENTENCES: Final = {
    404: Text(en="There is nothing at this address.", ja="この宛先には何もありません。"),
    405: Text(en="This address does not answer that method.", ja="この宛先はそのメソッドに応答しません。"),
}


def kind_of(error: SankyokuError) -> Kind:
    """The kind of problem that an error is."""
    if isinstance(error, Problem):
        return error.kind
    return next(kind for cause, kind in KINDS if isinstance(error, cause))


def problem_body(kind: Kind, sentence: str, request: Request, **more: Any) -> dict[str, Any]:
    """The members of a problem: type, title in both languages, status, the sentence, the path asked for."""
    return {
        "type": f"/problems/{kind.name}",
        "title": {"en": kind.title.en, "ja": kind.title.ja},
        "status": kind.status,
        "detail": sentence,
        "instance": request.url.path,
        **more,
    }


def problem_response(
    request: Request, kind: Kind, told: Text, headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """A problem as a response, never cached, in the reader's language: a page for browsers, JSON for programs."""
    kept = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language", **kind.headers, **(headers or {})}
    sentence = told.in_language(language_of(request))
    if _reads_pages(request):
        page = problem_page(request, kind.status, kind.title, sentence)
        page.headers.update(kept)
        return page
    body = problem_body(kind, sentence, request, **more)
    return JSONResponse(body, kind.status, kept, media_type=PROBLEM)


def _reads_pages(request: Request) -> bool:
    """Whether a browser asks: it names HTML, and no JSON before it."""
    accept = request.headers.get("accept", "").lower()
    return "text/html" in accept.partition("json")[0]


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, SankyokuError)  # noqa: S101 - registered for this class alone
    kind = kind_of(error)
    more: dict[str, Any] = {}
    if isinstance(error, LimitExceeded):
        hint = HINTS.get(error.name, Text()).in_language(language_of(request))
        more = {"limit": error.name, "value": error.value, **({"hint": hint} if hint else {})}
    if isinstance(error, InvalidGraph):
        more = {"report": error.report}
    if isinstance(error, FieldsWrong):
        more = {"fields": {name: {"en": said.en, "ja": said.ja} for name, said in error.fields.items()}}
    if kind.status >= 500:
        _log.warning("%s %s: %s", request.method, request.url.path, error.en)
    headers = error.headers if isinstance(error, Problem) else None
    return problem_response(request, kind, Text(en=error.en, ja=error.ja), headers, **more)


async def response_for(request: Request, error: SankyokuError | NotModified) -> Response:
    """An error as the response that the handlers make of it, for endpoints that stand before them."""
    return await (_not_modified if isinstance(error, NotModified) else _told)(request, error)


async def _not_modified(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)  # noqa: S101 - registered for this class alone
    return Response(status_code=304, headers=error.headers)


async def _invalid(request: Request, error: Exception) -> Response:
    """Parameters that do not fit: every one of them is named, with what was wrong."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class alone
    wrong = [{"where": ".".join(str(part) for part in one["loc"]), "what": one["msg"]} for one in error.errors()]
    names = ", ".join(dict.fromkeys(one["where"] for one in wrong))
    told = Text(en=f"These do not fit: {names}.", ja=f"次の項目が正しくありません：{names}。")
    return problem_response(request, _BAD, told, errors=wrong)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    kind = _BY_STATUS.get(error.status_code) or Kind(
        "http", error.status_code, Text(en="Refused", ja="受け付けられません")
    )
    told = _SENTENCES.get(error.status_code) or Text(en=str(error.detail), ja=str(error.detail))
    return problem_response(request, kind, told, error.headers)


async def unforeseen(request: Request, error: Exception) -> Response:
    """The response to an error that nobody foresaw: it is logged with a number, and only the number is shown."""
    number = uuid.uuid4().hex[:12]
    _log.error("%s %s failed (%s)", request.method, request.url.path, number, exc_info=error)
    told = Text(
        en=f"Something failed here; the operator can find it in the log under {number}.",
        ja=f"内部でエラーが発生しました。記録番号 {number} を管理者にお伝えください。",
    )
    return problem_response(request, UNKNOWN, told, trace_id=number)


def add_error_handlers(app: FastAPI) -> None:
    """Registers the handlers of every error on ``app``."""
    app.add_exception_handler(SankyokuError, _told)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, unforeseen)
