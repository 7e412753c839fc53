"""``/sign-in`` and ``/sign-out``: a token opens a session of the browser."""

from __future__ import annotations

import secrets
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from api.deps import Server
from api.pages.address import Address
from api.pages.forms import FORM_FIELD, read_fields
from api.pages.page import FreshPage
from api.sessions import COOKIE, FORM_COOKIE, clear_cookie, sessions_of, set_cookie
from graph.store.tokens import Tokens

router = APIRouter(include_in_schema=False)
_LONGEST: Final = 4096


@router.get("/sign-in")
def sign_in_form(page: FreshPage, next: str = "/") -> Response:
    """The form."""
    return _form(page, _inside(next))


@router.post("/sign-in")
async def sign_in(request: Request, page: FreshPage) -> Response:
    """Opens a session, and goes where the reader wanted to go."""
    fields = await read_fields(request, _LONGEST)
    sessions, tokens = sessions_of(request), _tokens(request)
    given = request.cookies.get(FORM_COOKIE, "")
    sessions.check_form(sessions.sign_in_token(given), fields.get(FORM_FIELD, [""])[-1])
    onward = _inside(fields.get("next", ["/"])[-1])
    token = tokens.find(fields.get("token", [""])[-1].strip())
    if token is None:
        wrong = page.names.say(
            "このトークンは無効です（不明、期限切れ又は失効済み）。",
            "This token is not valid: unknown, expired or revoked.",
        )
        return _form(page, onward, wrong, 403)
    response = RedirectResponse(onward, 303, {"Cache-Control": "no-store"})
    set_cookie(response, COOKIE, sessions.open(token))
    clear_cookie(response, FORM_COOKIE)
    return response


@router.post("/sign-out")
async def sign_out(request: Request, _: Server) -> Response:
    """Ends the session of this browser."""
    fields = await read_fields(request, _LONGEST)
    cookie = request.cookies.get(COOKIE, "")
    home = Address.of(request).to("/")
    response = RedirectResponse(home, 303, {"Cache-Control": "no-store", "Clear-Site-Data": '"cache"'})
    sessions = sessions_of(request)
    if sessions.token_of(cookie, _tokens(request)):
        sessions.check_form(sessions.form_token(cookie), fields.get(FORM_FIELD, [""])[-1])
    clear_cookie(response, COOKIE)
    return response


def _form(page: FreshPage, onward: str, wrong: str | None = None, status: int = 200) -> Response:
    given = page.request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)
    told = {"onward": onward, "wrong": wrong, "form_token": sessions_of(page.request).sign_in_token(given)}
    response = page.show_fresh("sign_in.html.j2", status, **told, plain_http=_unsafe(page.request))
    set_cookie(response, FORM_COOKIE, given)
    return response


def _unsafe(request: Request) -> bool:
    """Whether the browser will refuse the cookie: no TLS, and not this very machine."""
    return request.url.scheme != "https" and request.url.hostname not in ("localhost", "127.0.0.1", "::1")


def _inside(path: str) -> str:
    """A path of this site, or the first page: nobody is sent elsewhere by a link."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if plain else "/"


def _tokens(request: Request) -> Tokens:
    told: Tokens = request.app.state.tokens
    return told
