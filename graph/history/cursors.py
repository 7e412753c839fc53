"""Cursors: where in the order of time a page begins, bound to the question it belongs to."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
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
    return seal([cursor.side, *cursor.key], question_of(asked))


def read_cursor(words: str, asked: Asked) -> Cursor:
    """The cursor of a word. Raises BadInput where it is broken, or belongs to another question."""
    side, earliest, latest, ordinal, slug = unseal(words, question_of(asked), 5)
    if side not in ("after", "before"):
        raise bad_cursor()
    try:
        key = int(earliest), int(latest), int(ordinal), str(slug)
    except ValueError:
        raise bad_cursor() from None
    return Cursor("before" if side == "before" else "after", key)


def question_of(asked: Asked) -> str:
    """A question as one word that no other question has; lone surrogates typed into the box are no matter."""
    return json.dumps(asked.model_dump(exclude_defaults=True), default=str, sort_keys=True)


def seal(values: Sequence[str | int], question: str) -> str:
    """Values as an opaque word that is good for one question only."""
    content = json.dumps([*values, _mark(question)], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def unseal(words: str, question: str, count: int) -> list[str | int]:
    """The values of a word. Raises BadInput where it is broken, or belongs to another question."""
    try:
        values: list[str | int]
        *values, mark = json.loads(base64.b64decode(words + "=" * (-len(words) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise bad_cursor() from None
    # The mark covers the question alone, so the types have to be looked at: anyone can write a cursor by hand.
    if mark != _mark(question) or len(values) != count or not all(_is_plain(value) for value in values):
        raise bad_cursor()
    return values


def _is_plain(value: object) -> bool:
    return isinstance(value, str) or (type(value) is int and 0 <= value < 2**31)


def _mark(question: str) -> str:
    return blake2b(question.encode(), digest_size=9).hexdigest()


def bad_cursor() -> BadInput:
    """The error for a cursor that cannot be followed."""
    return BadInput(
        "This page address is broken or belongs to another question; begin again from the first page.",
        "このページの指定は壊れているか、別の検索条件のものです。最初のページからやり直してください。",
    )
