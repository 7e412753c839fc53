"""What each operation answers: the schemas of its JSON, drawn from our own types, and its media types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from api.listing import FORMATS
from graph.history import (
    Cadence,
    Commitments,
    Comparison,
    Coverage,
    Difference,
    Dossier,
    Gap,
    Path,
    Quiet,
    SearchResult,
    Statements,
    Suggestion,
    YearCount,
    YearLevels,
)
from graph.model import Authority, DocumentInfo, Engagement, Framework, Milestone, Series

Json = dict[str, Any]
REF: Final = "#/components/schemas/"
_MODELS: Final[tuple[type[BaseModel], ...]] = (
    Authority, Cadence, Commitments, Comparison, Coverage, Difference, DocumentInfo, Dossier, Engagement, Framework,
    Gap, Milestone, Path, Quiet, SearchResult, Series, Statements, Suggestion, YearCount, YearLevels,
)  # fmt: skip
_STRING: Final[Json] = {"type": "string"}
_TEXT: Final[Json] = {
    "type": "object",
    "description": "The same in English and Japanese / 英語と日本語",
    "properties": {"en": {"type": ["string", "null"]}, "ja": {"type": ["string", "null"]}},
    "required": ["en", "ja"],
}
_EDITION: Final[Json] = {"type": "string", "description": "The edition that was read / 版の識別子"}


def ref(name: str) -> Json:
    """A reference to a schema."""
    return {"$ref": f"{REF}{name}"}


def schemas() -> dict[str, Json]:
    """Every schema that answers are described by, by name."""
    _, told = models_json_schema([(model, "serialization") for model in _MODELS], ref_template=f"{REF}{{model}}")
    known: dict[str, Json] = told["$defs"]
    return {**known, **_OWN, **{f"{name}Record": _record(known[name]) for name in _RECORDS}, "Problem": PROBLEM_SCHEMA}


def _record(schema: Json) -> Json:
    """A record of the catalogue as lists tell it: with its slug, its id an IRI, dates with how they read."""
    names = [name for name in schema["properties"] if name != "source"]
    told = {
        "id": {"type": "string", "format": "uri"},
        "slug": _STRING,
        **{name: {} for name in names if name not in ("id", "slug")},
        **{name: ref("BilingualText") for name in ("name", "title", "what") if name in names},
    }
    return {"type": "object", "properties": told, "required": ["id", "slug"]}


def listed(item: Json) -> Json:
    """A list of the catalogue."""
    return {
        "type": "object",
        "required": ["edition", "coverage", "total", "items", "next", "facets"],
        "properties": {
            "edition": _EDITION,
            "coverage": ref("Coverage"),
            "total": {"type": "integer"},
            "items": {"type": "array", "items": item},
            "next": {"type": ["string", "null"], "description": "The cursor of the next page / 続きの位置"},
            "facets": {"type": "object", "additionalProperties": {"type": "array", "items": ref("Facet")}},
        },
    }


def _with_edition(item: Json) -> Json:
    """An answer that is one object, with its edition."""
    return {
        "allOf": [{"type": "object", "required": ["edition"], "properties": {"edition": _EDITION}}, item],
    }


def _several(item: Json) -> Json:
    """An answer that is a list without pages."""
    return {
        "type": "object",
        "required": ["edition", "total", "items"],
        "properties": {
            "edition": _EDITION,
            "total": {"type": "integer"},
            "items": {"type": "array", "items": item},
        },
    }


PROBLEM_SCHEMA: Final[Json] = {
    "type": "object",
    "description": "RFC 9457; `type` leads to what it means / エラー（RFC 9457）。type は説明のページを指す",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": ref("BilingualText"),
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "One sentence in the reader's language / 説明"},
        "instance": {"type": "string", "description": "The path asked for / 要求された宛先"},
        "limit": {"type": "string", "description": "The name of a limit that was reached / 上限の名称"},
        "value": {"type": "number", "description": "Its value / 上限の値"},
        "hint": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object"}},
        "fields": {"type": "object", "additionalProperties": ref("BilingualText")},
        "report": {"type": "string"},
        "trace_id": {"type": "string"},
    },
}
_ENGAGEMENT: Final[Json] = {
    "type": "object",
    "required": ["id", "slug"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "slug": _STRING,
        "title": ref("BilingualText"),
        "kind": _STRING,
        "status": {"enum": ["held", "planned", "postponed", "cancelled"]},
        "when": {"type": "object", "required": ["edtf", "earliest", "latest", "precision", "display"]},
        "place": {"type": "object", "required": ["country", "countries", "city", "mode"]},
        "series": {"type": ["string", "null"]},
        "ordinal": {"type": ["integer", "null"]},
        "level": {"type": ["string", "null"]},
        "participants": {"type": "array", "items": {"type": "object", "required": ["authority", "label", "role"]}},
        "frameworks": {"type": "array", "items": _STRING},
        "topics": {"type": "array", "items": _STRING},
        "statements": {"type": "array", "items": {"type": "object", "required": ["type", "by", "quote"]}},
        "sources": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["document", "locator"]}},
        "confidence": {},
        "note": {"type": ["string", "null"]},
        "disclosure": {"enum": ["public", "internal"]},
    },
}
_OWN: Final[dict[str, Json]] = {
    "BilingualText": _TEXT,
    "Facet": {
        "type": "object",
        "required": ["value", "count"],
        "properties": {"value": _STRING, "label": ref("BilingualText"), "count": {"type": "integer"}},
    },
    "EngagementRecord": _ENGAGEMENT,
    "EngagementList": listed(ref("EngagementRecord")),
    "TopicRecord": {
        "type": "object",
        "required": ["slug", "name"],
        "properties": {"slug": _STRING, "name": ref("BilingualText")},
    },
}
_RECORDS: Final = ("Authority", "Framework", "Series", "DocumentInfo", "Milestone")
_LISTS: Final = {
    "authorities": "AuthorityRecord",
    "frameworks": "FrameworkRecord",
    "series": "SeriesRecord",
    "topics": "TopicRecord",
    "documents": "DocumentInfoRecord",
    "milestones": "MilestoneRecord",
}
_STATISTICS: Final[Json] = {
    "type": "object",
    "required": ["per_year", "levels_over_time"],
    "properties": {
        "per_year": {"type": "array", "items": ref("YearCount")},
        "levels_over_time": {"type": "array", "items": ref("YearLevels")},
    },
}
_CHANGES: Final[Json] = {
    "allOf": [
        ref("Difference"),
        {
            "type": "object",
            "properties": {
                "since": {
                    "type": "object",
                    "description": "where a date was asked for: the edition served then / 日付指定時：当時の版",
                    "required": ["day", "then", "compared", "exact"],
                }
            },
        },
    ]
}
_NOTES: Final[Json] = {
    "type": "object",
    "required": ["total", "items"],
    "properties": {
        "total": {"type": "integer"},
        "items": {"type": "array", "items": {"type": "object", "required": ["info", "accounts", "revision"]}},
    },
}
_QUEUE: Final[Json] = {
    "type": "object",
    "required": ["total", "items", "decisions", "unplaced"],
    "properties": {
        "total": {"type": "integer"},
        "items": {"type": "array", "items": {"type": "object", "required": ["key", "sort", "reasons", "accounts"]}},
        "decisions": {"type": "array", "items": {"type": "object", "required": ["id", "verdict", "who", "at"]}},
        "unplaced": {"type": "array", "items": _STRING},
    },
}
#: The schema of the JSON that a GET answers, by path.
BY_PATH: Final[Mapping[str, Json]] = {
    "/api/v1/engagements": ref("EngagementList"),
    "/api/v1/authorities/{slug}/history": ref("EngagementList"),
    "/api/v1/engagements/{slug}": _with_edition(ref("EngagementRecord")),
    "/api/v1/search": ref("SearchResult"),
    "/api/v1/suggest": _several(ref("Suggestion")),
    "/api/v1/path": _several(ref("Path")),
    "/api/v1/compare": ref("Comparison"),
    "/api/v1/authorities/{slug}/dossier": ref("Dossier"),
    "/api/v1/authorities/{slug}/cadence": ref("Cadence"),
    "/api/v1/series/{slug}/cadence": ref("Cadence"),
    "/api/v1/series/{slug}/gaps": _several(ref("Gap")),
    "/api/v1/quiet": _several(ref("Quiet")),
    "/api/v1/statements": ref("Statements"),
    "/api/v1/commitments": ref("Commitments"),
    "/api/v1/statistics": _with_edition(_STATISTICS),
    "/api/v1/changes": _CHANGES,
    "/api/v1/coverage": ref("Coverage"),
    "/api/v1/notes": _NOTES,
    "/api/v1/review": _QUEUE,
    **{f"/api/v1/{name}": listed(ref(record)) for name, record in _LISTS.items()},
    **{f"/api/v1/{name}/{{slug}}": _with_edition(ref(record)) for name, record in _LISTS.items()},
}
_JSON: Final = "application/json"
_RDF: Final = ("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")
_DESCRIBED: Final = ("text/html", *_RDF, "application/json")
#: The media types that a GET answers in, by path, where it is not JSON alone.
MEDIA: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        ("/api/v1/engagements", "/api/v1/authorities/{slug}/history"),
        tuple(media.partition(";")[0] for media in FORMATS.values()),
    ),
    **dict.fromkeys(
        ("/problems", "/problems/{name}", "/editions", "/editions/{name}"), ("text/html", "application/json")
    ),
    **dict.fromkeys(("/def", "/def/{path}", "/void"), _DESCRIBED),
    **dict.fromkeys(("/def.{suffix}", "/void.{suffix}"), _RDF),
    **dict.fromkeys(("/graphs", "/graphs/{path}"), (*_RDF, "application/json", "application/n-quads")),
    "/editions/{edition_id}/diff": (_JSON, "application/rdf-patch"),
    "/editions/{edition_id}/dump.{form}.gz": ("application/gzip",),
    "/context.jsonld": ("application/ld+json",),
    "/def/shapes.ttl": ("text/turtle",),
    "/prefixes": ("application/json", "text/turtle", "application/sparql-query"),
    "/query": ("text/html",),
    "/q/{key}": ("application/sparql-query", "text/plain"),
}


def open_objects(schema: Any) -> Any:
    """The schema without ``additionalProperties: false``: members may be added to answers at any time."""
    if isinstance(schema, dict):
        return {
            name: open_objects(value)
            for name, value in schema.items()
            if not (name == "additionalProperties" and value is False)
        }
    return [open_objects(one) for one in schema] if isinstance(schema, list) else schema
