"""What clients of the reconciliation service send: parameters of an address or a form, with JSON in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import parse_qsl

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from api.errors import UNSUPPORTED_MEDIA, Problem
from api.limits import read_body
from api.reconciling.candidates import Query
from graph.errors import BadInput

FORM: Final = "application/x-www-form-urlencoded"
#: As many queries as one batch may have, and ids or properties as one extension may ask for.
MOST_QUERIES: Final = 1_000
MOST_IDS: Final = 10_000
_MOST_FIELDS: Final = 100
Read = TypeVar("Read")


class PropertyAsked(BaseModel):
    """A property to fetch, with its settings."""

    model_config = ConfigDict(extra="ignore")

    id: str
    settings: dict[str, Any] = {}

    def limit(self) -> int | None:
        """As many values as are wanted; none or 0 means all."""
        told = self.settings.get("limit")
        return int(told) if isinstance(told, int | float) and 1 <= told < 1e9 else None


class Extension(BaseModel):
    """Values to fetch: of which things, which properties."""

    model_config = ConfigDict(extra="ignore")

    ids: list[str] = Field(max_length=MOST_IDS)
    properties: list[PropertyAsked] = Field(max_length=100)


@dataclass(frozen=True)
class Fields:
    """What was sent, each name with its last value."""

    told: Mapping[str, str]

    def batch(self) -> dict[str, Query] | None:
        """The batch of queries; None where there is none. Raises ``BadInput``."""
        if "queries" not in self.told:
            return None
        batch = _read("queries", self.told["queries"], TypeAdapter(dict[str, Query]))
        if len(batch) > MOST_QUERIES:
            raise BadInput(
                f"A batch may have {MOST_QUERIES:,} queries; this one has {len(batch):,}.",
                f"一度に送信できる照合は{MOST_QUERIES:,}件までです（送信：{len(batch):,}件）。",
            )
        return batch

    def single(self) -> Query | None:
        """The one query of older clients: words, or an object in JSON. Raises ``BadInput``."""
        words = self.told.get("query")
        if words is None:
            return None
        if words.lstrip().startswith("{"):
            return _read("query", words, TypeAdapter(Query))
        plain = {name: self.told[name] for name in ("type", "limit", "type_strict") if self.told.get(name)}
        return _checked("query", {"query": words, **plain}, TypeAdapter(Query))

    def extension(self) -> Extension | None:
        """The values to fetch; None where none are asked for. Raises ``BadInput``."""
        return _read("extend", self.told["extend"], TypeAdapter(Extension)) if "extend" in self.told else None


async def read_sent(request: Request, limit: int) -> Fields:
    """What an address and a form say, the form first. Raises ``BadInput``, ``RequestTooLarge``, ``Problem`` (415)."""
    told = dict(request.query_params)
    if request.method == "POST":
        told |= await _form(request, limit)
    if "callback" in told:
        raise BadInput(
            "JSONP (callback) is not offered; this service may be called from other sites by CORS.",
            "JSONP（callback）には対応していません。他のサイトからは CORS で利用できます。",
        )
    return Fields(told)


async def _form(request: Request, limit: int) -> dict[str, str]:
    body = await read_body(request, limit)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if body and media != FORM:
        raise Problem(
            UNSUPPORTED_MEDIA, f"Queries are sent as a form, {FORM}.", f"照合はフォーム（{FORM}）で送信してください。"
        )
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict"))
    except ValueError as error:
        raise BadInput("The form cannot be read.", "フォームを読み取れません。") from error


def _read(name: str, words: str, wanted: TypeAdapter[Read]) -> Read:
    try:
        given = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name} is not JSON.", f"{name} が JSON ではありません。") from error
    return _checked(name, given, wanted)


def _checked(name: str, given: object, wanted: TypeAdapter[Read]) -> Read:
    try:
        return wanted.validate_python(given)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])[:80]
        raise BadInput(
            f"{name} does not fit at {where or 'its beginning'}: see the specification of the Reconciliation API 0.2.",
            f"{name} の {where or '先頭'} が正しくありません。Reconciliation API 0.2 の仕様をご確認ください。",
        ) from error
