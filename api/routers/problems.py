"""``/problems/{name}``: what each kind of problem means, to which the ``type`` of a problem leads (RFC 9457, 3.1.1)."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from api import errors
from api.errors import KINDS, Kind
from api.language import language_of
from api.negotiation import negotiate
from api.pages.address import Address
from api.pages.rendering import render
from api.problem_words import ADVICE
from graph.errors import NotFound

router = APIRouter(tags=["problems"])
_HEADERS: Final = {"Cache-Control": "public, max-age=3600", "Vary": "Accept, Accept-Language"}


def all_kinds() -> dict[str, Kind]:
    """Every kind of problem by its name: those of the one table, and those that only HTTP knows."""
    known = [kind for _, kind in KINDS] + [one for one in vars(errors).values() if isinstance(one, Kind)]
    return {kind.name: kind for kind in sorted(known, key=lambda kind: (kind.status, kind.name))}


@router.get("/problems", summary="All kinds of problems / エラーの種類の一覧")
def problems(request: Request) -> Response:
    """Every kind of problem with its status, what it means, and what to do."""
    kinds = all_kinds().values()
    if negotiate(request, ("text/html", "application/json")) == "application/json":
        told = [_told(kind) for kind in kinds]
        return JSONResponse({"total": len(told), "items": told}, headers=_HEADERS)
    return _page(request, "problems.html.j2", kinds=kinds)


@router.get("/problems/{name}", summary="One kind of problem / エラーの種類")
def problem(name: str, request: Request) -> Response:
    """What a kind of problem means and what to do about it, as a page or as JSON."""
    kind = all_kinds().get(name)
    if kind is None:
        raise NotFound(
            f"There is no kind of problem {name[:80]}; see /problems.",
            f"「{name[:80]}」という種類のエラーはありません。/problems をご覧ください。",
        )
    if negotiate(request, ("text/html", "application/json")) == "application/json":
        return JSONResponse(_told(kind), headers=_HEADERS)
    return _page(request, "problem_kind.html.j2", kind=kind)


def _told(kind: Kind) -> dict[str, object]:
    advice = ADVICE[kind.name]
    return {
        "type": f"/problems/{kind.name}",
        "status": kind.status,
        "title": {"en": kind.title.en, "ja": kind.title.ja},
        "advice": {"en": advice.en, "ja": advice.ja},
    }


def _page(request: Request, template: str, **values: object) -> Response:
    language = language_of(request)
    words = render(
        template,
        language=language,
        say=lambda ja, en: ja if language == "ja" else en,
        here=Address.of(request),
        visitor=None,
        reading=None,
        csrf=None,
        advice=ADVICE,
        **values,
    )
    return HTMLResponse(words, headers=_HEADERS)
