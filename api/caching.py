"""Honest caching: the ETag says edition, view, question and media type; what has not changed is not sent again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from fastapi import Request

from api.errors import NotModified
from api.language import language_of
from api.state import Reading

_SHORT: Final = "max-age=60"
_LONG: Final = "max-age=31536000, immutable"


def cache_headers(request: Request, reading: Reading, media_type: str, *, vary: str = "") -> dict[str, str]:
    """The headers of an answer drawn from ``reading``. Raises ``NotModified`` where the reader has it already.

    An address that names its edition may be kept for good; any other has to be asked about again after a
    minute. What only staff may see is kept by nobody but the reader.
    """
    public = reading.view == "public"
    scope = "public" if public and "authorization" not in request.headers else "private"
    headers = {
        "ETag": etag(request, reading, media_type),
        "Cache-Control": f"{scope}, {_LONG if reading.pinned else _SHORT}",
        "Vary": ", ".join(filter(None, ("Accept", "Accept-Language", "Authorization", "Cookie", vary))),
        "X-Sankyoku-Edition": reading.id,
    }
    if _matches(request.headers, headers["ETag"]):
        raise NotModified(headers)
    return headers


def etag(request: Request, reading: Reading, media_type: str, body: bytes = b"") -> str:
    """A strong ETag: it changes with the edition, the view, the question, the language and the media type."""
    told = "\x1f".join(
        (reading.id, reading.view, request.url.path, request.url.query, language_of(request), media_type)
    )
    digest = hashlib.sha256(told.encode() + b"\x1f" + body).hexdigest()
    return f'"{digest[:32]}"'


def _matches(headers: Mapping[str, str], tag: str) -> bool:
    """``If-None-Match`` (RFC 9110, 13.1.2), by weak comparison as a GET wants it."""
    asked = headers.get("if-none-match", "")
    return asked.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in asked.split(","))
