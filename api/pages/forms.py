"""Forms sent by browsers: read once, with the session and the form token that belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Final
from urllib.parse import parse_qsl

from fastapi import Depends, Request

from api.access import Visitor, by_token, require
from api.deps import Server
from api.errors import UNAUTHORIZED, UNSUPPORTED_MEDIA, Problem
from api.limits import read_body
from api.multipart import MULTIPART, File, Parts, read_parts
from api.sessions import COOKIE, check_origin, sessions_of
from graph.errors import BadInput

FORM: Final = "application/x-www-form-urlencoded"
FORM_FIELD: Final = "form_token"
#: As many bytes as a list of meetings may have.
MOST_LIST_BYTES: Final = 10_000_000
_MOST_FIELDS: Final = 2_000


@dataclass(frozen=True)
class Form:
    """The fields of a form, each with all its values, the files sent with it, and who sent it."""

    visitor: Visitor
    fields: Mapping[str, list[str]]
    files: Mapping[str, File] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The value of a field, without spaces around it; empty where there is none."""
        return self.fields.get(name, [""])[-1].strip()

    def all(self, name: str) -> list[str]:
        """Every value of a field, empty ones too: rows of a form stay side by side."""
        return [value.strip() for value in self.fields.get(name, [])]


async def read_fields(request: Request, limit: int) -> dict[str, list[str]]:
    """The fields of a form. Raises ``Problem`` (415), ``RequestTooLarge``, ``BadInput``."""
    media, _, _ = request.headers.get("content-type", "").partition(";")
    if media.strip().lower() != FORM:
        raise Problem(UNSUPPORTED_MEDIA, f"Forms are sent as {FORM}.", f"様式は {FORM} で送信してください。")
    check_origin(request)
    body = await read_body(request, limit)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise BadInput("The form cannot be read.", "様式を読み取れません。") from error
    told: dict[str, list[str]] = {}
    for name, value in pairs:
        told.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\x00", ""))
    return told


async def _staff_form(request: Request, state: Server) -> Form:
    """A form of a reader who is signed in as staff or above. Raises ``Problem`` (401, 403)."""
    return _of_staff(request, Parts(await read_fields(request, state.settings.request_bytes)))


async def _staff_upload(request: Request, state: Server) -> Form:
    """The same with a file in it, or without. Raises ``Problem`` (401, 403), ``RequestTooLarge``."""
    told = request.headers.get("content-type", "")
    if not told.lower().startswith(MULTIPART):
        return await _staff_form(request, state)
    check_origin(request)
    return _of_staff(request, read_parts(await read_body(request, MOST_LIST_BYTES), told))


def _of_staff(request: Request, parts: Parts) -> Form:
    fields = parts.fields
    cookie = request.cookies.get(COOKIE, "")
    token = sessions_of(request).token_of(cookie, request.app.state.tokens)
    if token is None:
        raise Problem(
            UNAUTHORIZED,
            "Your session has ended. Sign in again in another tab, then send this form once more.",
            "セッションが終了しています。別のタブで再度サインインしてから、もう一度送信してください。",
        )
    visitor = by_token(token)
    require(visitor, "staff")
    sessions = sessions_of(request)
    sessions.check_form(sessions.form_token(cookie), fields.get(FORM_FIELD, [""])[-1])
    return Form(visitor, fields, parts.files)


StaffForm = Annotated[Form, Depends(_staff_form)]
StaffUpload = Annotated[Form, Depends(_staff_upload)]
