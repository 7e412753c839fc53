"""What answers of the SPARQL endpoint and the graph store say of themselves: where from, how long, for whom."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from starlette.requests import Request

from api.access import Visitor
from api.answers import Key
from api.formats import Wanted
from api.security import HEADERS as SECURITY
from api.state import State
from graph.store.edition import Edition

#: The headers of every answer; anybody may ask from anywhere.
OPEN: Final = {
    **SECURITY,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, X-Sankyoku-Edition",
    "Vary": "Accept, Authorization, Cookie",
}


def answer_headers(
    request: Request, state: State, edition: Edition, visitor: Visitor, *, pinned: bool
) -> dict[str, str]:
    """How an answer may be cached, where it is from, and how it is cited."""
    return _headers(state.iris.edition(edition.id).value, edition.id, trusted=visitor.trusted, pinned=pinned)


def _headers(iri: str, edition_id: str, *, trusted: bool, pinned: bool) -> dict[str, str]:
    age = "max-age=31536000, immutable" if pinned else "max-age=60"
    return {
        **OPEN,
        "Cache-Control": f"{'private' if trusted else 'public'}, {age}",
        "X-Sankyoku-Edition": edition_id,
        "Link": f'<{iri}>; rel="cite-as"',
    }


@lru_cache(maxsize=64)
def head(iri: str, edition_id: str, *, trusted: bool, pinned: bool) -> list[tuple[bytes, bytes]]:
    """The headers as they go over the wire, which are those of the answer before."""
    return encoded(_headers(iri, edition_id, trusted=trusted, pinned=pinned))


def encoded(headers: Mapping[str, object]) -> list[tuple[bytes, bytes]]:
    """Headers as they go over the wire."""
    return [(name.lower().encode("latin-1"), str(value).encode("latin-1")) for name, value in headers.items()]


def tag_of(key: Key, wanted: Wanted | None = None) -> str:
    """A strong ETag for an answer that ``key`` tells from every other."""
    told = "\x1f".join((*key, *(wanted.labels.values() if wanted else ())))
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


def has(request: Request, tag: str) -> bool:
    """``If-None-Match`` (RFC 9110, 13.1.2), by weak comparison as a GET wants it."""
    asked = request.headers.get("if-none-match")
    if asked is None or request.method == "POST":
        return False
    return asked.strip() == "*" or tag in (part.strip().removeprefix("W/") for part in asked.split(","))
