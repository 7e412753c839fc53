"""Cursors: where in the order of time a page begins, bound to the question it belongs to."""

from __future__ import annotations

import base64
import binascii
import json
from hashlib import blake2b
from typing import Literal, NamedTuple

from graph.errors import BadInput
from graph.history.asked import Asked
from graph.index.segment import Key

Side = Literal["after", "before"]


class Cursor(NamedTuple):
    """The page that lies after or before (as the list runs) the engagement with this key."""

    side: Side
    key: Key


def write_cursor(cursor: Cursor, asked: Asked) -> str:
    """The cursor as an opaque word."""
    content = json.dumps([cursor.side, *cursor.key, _bound_to(asked)], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def read_cursor(words: str, asked: Asked) -> Cursor:
    """The cursor of a word. Raises BadInput where it is broken, or belongs to another question."""
    try:
        content = json.loads(base64.b64decode(words + "=" * (-len(words) % 4), altchars=b"-_", validate=True))
        side, earliest, latest, ordinal, slug, bound = content
        key = int(earliest), int(latest), int(ordinal), str(slug)
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise _bad_cursor() from None
    if bound != _bound_to(asked) or side not in ("after", "before"):
        raise _bad_cursor()
    return Cursor(side, key)


def _bound_to(asked: Asked) -> str:
    return blake2b(asked.model_dump_json(exclude_defaults=True).encode(), digest_size=9).hexdigest()


def _bad_cursor() -> BadInput:
    return BadInput(
        "This page address is broken or belongs to another question; begin again from the first page.",
        "このページの指定は壊れているか、別の検索条件のものです。最初のページからやり直してください。",
    )
