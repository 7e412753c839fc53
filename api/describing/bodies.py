"""What writing operations read and answer: the schema of a meeting as entered, explained in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from api.describing.answers import REF, ref
from graph.drafts import Draft

Json = dict[str, Any]
_NAMES: Final = {
    "Draft": "EngagementDraft",
    "TookPart": "DraftParticipant",
    "SaidBy": "DraftStatement",
    "Text": "Words",
}
#: What each field of a draft is, by schema and field.
_TOLD: Final[Mapping[str, Mapping[str, str]]] = {
    "Draft": {
        "title": "what it is called, in at least one language / 件名（一つ以上の言語で）",
        "kind": "what sort of meeting it is / 種別",
        "when": "as typed: ISO, EDTF, English or era / 時期（ISO、EDTF、英語、元号）",
        "status": "held, planned, postponed or cancelled / 状況",
        "country": "the economy where it was, as its ISO 3166-1 code / 国・地域（ISO 3166-1）",
        "city": "the city, by its English name / 都市（英語名）",
        "mode": "in person, online, both / 開催形式",
        "series": "the id of its series / 会議体の識別子",
        "ordinal": "which one of its series it is / 回次",
        "level": "at which level it was / レベル",
        "participants": "who took part, at least one / 参加者（一者以上）",
        "frameworks": "ids of the frameworks it was about / 枠組みの識別子",
        "topics": "slugs of topics / 主題の識別子",
        "statements": "what was proposed, explained, agreed, promised / 提案・説明・合意・約束",
        "note": "the words it rests on: your own record / 根拠となる記録の文言",
        "document": "the id of a document that tells of it, where there is one / 出典文書の識別子",
        "disclosure": "who may see it / 公開区分",
        "key": "your own for this entry: sent twice, it is entered once / 送信側で決める識別子（二度送っても1件）",
    },
    "TookPart": {
        "authority": "the body's id / 機関の識別子",
        "label": "its name, where it has no id here / 識別子がない場合の名称",
        "role": "in which role / 役割",
        "post": "as which post / 職",
        "level": "at which level / レベル",
    },
    "SaidBy": {
        "type": "proposed, explained, agreed, promised and so on / 種類",
        "by": "the id of the body that said it / 発言した機関の識別子",
        "about": "what, in at least one language / 内容（一つ以上の言語で）",
        "frameworks": "ids of frameworks / 枠組みの識別子",
        "topics": "slugs of topics / 主題の識別子",
        "due": "of a promise: until when, as typed / 約束の期限",
        "state": "of a promise: what became of it / 約束の状態",
    },
    "Text": {"en": "in English / 英語", "ja": "in Japanese / 日本語"},
}
_DONE: Final[Json] = {
    "type": "object",
    "required": ["edition", "changed"],
    "properties": {
        "edition": {"type": "string", "description": "the edition served now / 現行の版"},
        "changed": {"type": "boolean", "description": "whether that is a new one / 新しい版か否か"},
    },
}
_ENTERED: Final[Json] = {
    "allOf": [_DONE, {"type": "object", "required": ["slug"], "properties": {"slug": {"type": "string"}}}]
}
_ROW: Final[Json] = {
    "type": "object",
    "required": ["sheet", "row", "cells", "state", "engagements", "reasons", "column", "message"],
    "properties": {
        "sheet": {"type": "integer"},
        "row": {"type": "integer", "description": "from 1, below the headings / 見出しの下の行番号"},
        "cells": {"type": "array", "items": {"type": "string"}},
        "state": {"enum": ["new", "known", "review", "wrong", "left-out"]},
        "engagements": {"type": "array", "items": {"type": "string"}},
        "reasons": {"type": "array", "items": {"type": "string"}},
        "column": {"type": ["integer", "null"], "description": "the wrong cell, from 0 / 誤りのある列"},
        "message": {"anyOf": [ref("BilingualText"), {"type": "null"}]},
    },
}
_OUTLOOK: Final[Json] = {
    "allOf": [
        _DONE,
        {
            "type": "object",
            "required": ["dry_run", "document", "counts", "columns", "rows"],
            "properties": {
                "dry_run": {"type": "boolean"},
                "document": {"type": "string"},
                "unchanged": {"type": "boolean"},
                "replaces": {"type": ["string", "null"]},
                "counts": {"type": "object", "additionalProperties": {"type": "integer"}},
                "columns": {"type": "array", "items": {"type": "object", "required": ["sheet", "heading", "holds"]}},
                "rows": {"type": "array", "items": _ROW},
            },
        },
    ]
}
_NOTE: Final = "/api/v1/notes/{slug}"
_ENTER: Final = "/api/v1/engagements"
_IMPORT: Final = "/api/v1/engagements/import"
#: The JSON that writing operations answer, by method and path: status and schema.
_ANSWERS: Final[Mapping[tuple[str, str], tuple[str, Json]]] = {
    ("post", _ENTER): ("201", _ENTERED),
    ("put", _NOTE): ("200", _DONE),
    ("delete", _NOTE): ("200", _DONE),
    ("post", "/api/v1/review"): ("200", _DONE),
    ("post", _IMPORT): ("200", _OUTLOOK),
}
_BINARY: Final[Json] = {"type": "string", "contentMediaType": "application/octet-stream"}
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def body_schemas() -> Json:
    """The schemas of what is sent, by name. They allow no members but their own."""
    _, told = models_json_schema([(Draft, "validation")], ref_template=f"{REF}{{model}}")
    found = {_NAMES[name]: _renamed(dict(_explained(name, schema))) for name, schema in told["$defs"].items()}
    found["EngagementDraft"]["description"] = "A meeting as entered, with its evidence / 会合等の記録とその根拠"
    return found


def describe_bodies(told: Json, examples: Mapping[str, Json]) -> None:
    """Completes what writing operations read and answer; ``examples`` are bodies by ``method path``."""
    draft: Json = {"application/json": {"schema": ref("EngagementDraft")}}
    form: Json = {"type": "object", "required": ["file"], "properties": {"file": _BINARY}}
    lists: Json = {"text/csv": {"schema": {"type": "string"}}, _XLSX: {"schema": _BINARY}}
    bodies: Mapping[tuple[str, str], Json] = {
        ("post", _ENTER): draft,
        ("put", _NOTE): draft,
        ("post", _IMPORT): {**lists, "multipart/form-data": {"schema": form}},
    }
    for (method, path), content in bodies.items():
        shown = {media: {**one, **_examples(media, examples.get(f"{method} {path}"))} for media, one in content.items()}
        told["paths"][path][method]["requestBody"] = {"required": True, "content": shown}
    for (method, path), (status, schema) in _ANSWERS.items():
        answer = told["paths"][path][method]["responses"][status]
        answer["content"] = {"application/json": {"schema": schema}}
        answer["description"] = "What was done / 結果"


def _examples(media: str, examples: Json | None) -> Json:
    """The examples of a body; a list as text is an example of CSV alone."""
    if examples is None or media not in ("application/json", "text/csv"):
        return {}
    return {"examples": examples}


def _explained(name: str, schema: Json) -> Iterator[tuple[str, Any]]:
    """A schema whose members are explained in both languages, without the words of the code."""
    words = _TOLD[name]
    for key, value in schema.items():
        if key == "properties":
            yield key, {field: {**one, "description": words[field]} for field, one in value.items()}
        elif key not in ("description", "title"):
            yield key, value


def _renamed(part: Any) -> Any:
    """The same with references to the names that the schemas have here."""
    if isinstance(part, dict):
        return {
            key: f"{REF}{_NAMES[value.removeprefix(REF)]}" if key == "$ref" else _renamed(value)
            for key, value in part.items()
        }
    return [_renamed(one) for one in part] if isinstance(part, list) else part
