"""What changed, in words: each field of an engagement as it was and as it is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from markupsafe import Markup, escape

from api.pages.names import Names
from graph.model import Place, Text, When

FIELDS: Final[Mapping[str, Text]] = {
    "title": Text(en="title", ja="件名"),
    "kind": Text(en="kind", ja="種別"),
    "status": Text(en="status", ja="状況"),
    "when": Text(en="when", ja="時期"),
    "place": Text(en="place", ja="場所"),
    "series": Text(en="series", ja="会議体"),
    "ordinal": Text(en="number", ja="回次"),
    "level": Text(en="level", ja="レベル"),
    "participants": Text(en="who took part", ja="参加者"),
    "frameworks": Text(en="frameworks", ja="枠組み"),
    "topics": Text(en="topics", ja="主題"),
    "statements": Text(en="statements", ja="発言等"),
    "sources": Text(en="sources", ja="出典"),
    "confidence": Text(en="confidence", ja="確度"),
    "note": Text(en="note", ja="備考"),
    "disclosure": Text(en="disclosure", ja="公開区分"),
}
_SCHEMES: Final = ("kind", "status", "level", "disclosure")


def value_in_words(field: str, value: Any, names: Names) -> Markup:
    """A value as JSON carries it, in the reader's words. What has many parts is told by their names or number."""
    if value in (None, "", [], ()):
        return escape(names.say("（なし）", "(none)"))
    if field in _SCHEMES:
        return escape(names.label(field, str(value)))
    ways: Mapping[str, Callable[[Any], Markup]] = {
        "title": lambda told: names.text(Text.model_validate(told)),
        "when": lambda told: names.short_when(When.model_validate(told)),
        "place": lambda told: _place(Place.model_validate(told), names),
        "series": names.series,
    }
    return ways[field](value) if field in ways else _parts(field, value, names)


def _place(place: Place, names: Names) -> Markup:
    told = [names.city(place.city)] if place.city else []
    told += [names.jurisdiction(code) for code in place.countries]
    told += [escape(names.label("mode", place.mode))] if place.mode != "unknown" else []
    return escape(names.say("、", ", ")).join(told) if told else escape(names.say("（なし）", "(none)"))


def _parts(field: str, value: Any, names: Names) -> Markup:
    between = escape(names.say("、", ", "))
    if field == "participants":
        return between.join(names.body(one["authority"]) or names.tagged(one["label"]) for one in value)
    if field == "frameworks":
        return between.join(names.framework(slug) for slug in value)
    if field == "topics":
        return between.join(names.topic(slug) for slug in value)
    if isinstance(value, list):
        return escape(names.say(f"{len(value)}件", str(len(value))))
    return escape(str(value))
