"""Which language a reader gets: what the address says, else what the browser prefers, else Japanese."""

from __future__ import annotations

from typing import Literal

from starlette.requests import HTTPConnection

Language = Literal["ja", "en"]


def language_of(request: HTTPConnection) -> Language:
    """``?lang=`` wins, then ``Accept-Language`` by its weights, then Japanese."""
    asked = request.query_params.get("lang")
    if asked in ("ja", "en"):
        return asked  # type: ignore[return-value]  # narrowed by the line above
    return preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> Language:
    """The better liked of Japanese and English in an ``Accept-Language`` header."""
    weights: dict[str, float] = {}
    for part in header.split(","):
        tag, _, weight = part.strip().partition(";")
        language = tag.strip().lower().split("-")[0]
        weights.setdefault(language, _weight(weight))
    return "en" if weights.get("en", 0.0) > weights.get("ja", weights.get("*", 0.0)) else "ja"


def _weight(words: str) -> float:
    name, _, value = words.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
