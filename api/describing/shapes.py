"""The shape of an answer, short enough to read: a schema as an example of its members."""

from __future__ import annotations

from typing import Any, Final

from api.describing.answers import REF

Json = dict[str, Any]
_DEEPEST: Final = 4


def shape_of(schema: Json, told: Json, depth: int = 0) -> Any:
    """Members with their types, arrays with one element; ``…`` where it goes deeper than is worth showing."""
    schema = _resolved(schema, told)
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if depth >= _DEEPEST:
        return "…"
    if "properties" in schema:
        return {name: shape_of(one, told, depth + 1) for name, one in schema["properties"].items()}
    if schema.get("type") == "array":
        return [shape_of(schema["items"], told, depth + 1)] if "items" in schema else []
    if isinstance(schema.get("additionalProperties"), dict):
        return {"…": shape_of(schema["additionalProperties"], told, depth + 1)}
    return _kind(schema)


def _resolved(schema: Json, told: Json) -> Json:
    """The schema that a reference leads to, with the parts of ``allOf`` put together."""
    if "$ref" in schema:
        return _resolved(told["components"]["schemas"][schema["$ref"].removeprefix(REF)], told)
    if "allOf" in schema:
        parts = [_resolved(part, told) for part in schema["allOf"]]
        return {"properties": {name: one for part in parts for name, one in part.get("properties", {}).items()}}
    choices = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return _resolved(choices[0], told) if len(choices) == 1 else schema


def _kind(schema: Json) -> str:
    kinds = schema.get("type") or [one.get("type", "…") for one in schema.get("anyOf", ())] or "…"
    return kinds if isinstance(kinds, str) else " | ".join(map(str, kinds))
