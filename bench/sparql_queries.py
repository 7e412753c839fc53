"""The mix of queries that endpoints are measured with: one function for each kind, a text for each draw."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

from bench.generate import world

_PREFIXES: Final = """PREFIX sk: <https://w3id.org/sankyoku/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
_ID: Final = "https://w3id.org/sankyoku/id"
Draw = random.Random


class Mix:
    """Draws queries about the generated world; two mixes of one seed draw the same."""

    def __init__(self, slugs: list[str], seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 - for measuring
        self._slugs = slugs
        known = world()
        self._bodies = sorted(known.catalogue.authorities)
        self._frameworks = sorted(known.catalogue.frameworks)
        self._series = sorted(known.catalogue.series)

    def next(self, kind: str) -> str:
        """One query of a kind."""
        return _PREFIXES + KINDS[kind](self)

    def engagement(self) -> str:
        """An engagement's IRI."""
        return f"<{_ID}/engagement/{self._draw.choice(self._slugs)}>"

    def body(self) -> str:
        """A body's IRI."""
        return f"<{_ID}/authority/{self._draw.choice(self._bodies)}>"

    def framework(self) -> str:
        """A framework's IRI."""
        return f"<{_ID}/framework/{self._draw.choice(self._frameworks)}>"

    def series(self) -> str:
        """A series' IRI."""
        return f"<{_ID}/series/{self._draw.choice(self._series)}>"

    def day(self) -> str:
        """A day."""
        return f"{self._draw.randint(2000, 2025)}-{self._draw.randint(1, 12):02}-{self._draw.randint(1, 28):02}"

    def year(self) -> int:
        """A year."""
        return self._draw.randint(2001, 2025)


def _lookup(mix: Mix) -> str:
    return f"SELECT ?p ?o {{ {mix.engagement()} ?p ?o }}"


def _history(mix: Mix) -> str:
    return (
        f"SELECT ?e ?title ?day {{ ?e sk:participant {mix.body()} ; sk:earliest ?day ; rdfs:label ?title . "
        f'FILTER(LANG(?title) = "en" && ?day >= "{mix.day()}"^^xsd:date) }} ORDER BY ?day ?e LIMIT 50'
    )


def _pair(mix: Mix) -> str:
    return (
        f"SELECT ?e ?day {{ ?e sk:participant {mix.body()}, {mix.body()} ; sk:earliest ?day }} ORDER BY DESC(?day) ?e"
    )


def _framework(mix: Mix) -> str:
    return f"SELECT ?e ?day {{ ?e sk:framework {mix.framework()} ; sk:earliest ?day }} ORDER BY ?day ?e LIMIT 100"


def _year(mix: Mix) -> str:
    year = mix.year()
    return (
        f"SELECT (COUNT(?e) AS ?n) {{ ?e sk:earliest ?day ; sk:participant {mix.body()} "
        f'FILTER(?day >= "{year}-01-01"^^xsd:date && ?day <= "{year}-12-31"^^xsd:date) }}'
    )


def _co_participation(mix: Mix) -> str:
    return (
        f"SELECT ?other (COUNT(?e) AS ?n) {{ ?e sk:participant {mix.body()}, ?other ; "
        f"sk:framework {mix.framework()} }} GROUP BY ?other ORDER BY DESC(?n) ?other LIMIT 20"
    )


def _path(mix: Mix) -> str:
    return f"SELECT ?later {{ ?first sk:inSeries {mix.series()} ; sk:ordinal 1 ; sk:nextEngagement+ ?later }} LIMIT 200"


def _text(mix: Mix) -> str:
    return (
        f'SELECT ?e ?title {{ ?e sk:inSeries {mix.series()} ; rdfs:label ?title FILTER(CONTAINS(?title, "定例")) }} '
        "ORDER BY ?e LIMIT 50"
    )


def _describe(mix: Mix) -> str:
    return f"DESCRIBE {mix.engagement()}"


def _construct(mix: Mix) -> str:
    return (
        f"CONSTRUCT {{ ?e rdfs:label ?title ; sk:participant ?who }} WHERE {{ ?e sk:framework {mix.framework()} ; "
        f'sk:earliest "{mix.day()}"^^xsd:date ; rdfs:label ?title ; sk:participant ?who }}'
    )


def _count(mix: Mix) -> str:
    counted = f"SELECT ?kind (COUNT(?e) AS ?n) {{ ?e sk:participant {mix.body()} ; sk:kind ?kind }}"
    return f"{counted} GROUP BY ?kind ORDER BY ?kind"


def _optional(mix: Mix) -> str:
    return (
        f"SELECT ?p ?role ?post ?body {{ {mix.engagement()} sk:participation ?p . OPTIONAL {{ ?p sk:role ?role }} "
        "OPTIONAL { ?p sk:post ?post . OPTIONAL { ?post rdfs:label ?name } } OPTIONAL { ?p sk:body ?body } }"
    )


def _ask(mix: Mix) -> str:
    return f"ASK {{ ?e sk:participant {mix.body()}, {mix.body()} ; sk:framework {mix.framework()} }}"


def _sources(mix: Mix) -> str:
    return (
        f"SELECT ?passage ?document ?locator {{ {mix.engagement()} sk:evidence ?passage . "
        "?passage sk:inDocument ?document ; sk:locator ?locator }"
    )


KINDS: Final[dict[str, Callable[[Mix], str]]] = {
    "lookup": _lookup,
    "history of a body": _history,
    "pair of bodies": _pair,
    "by framework": _framework,
    "by year": _year,
    "co-participation": _co_participation,
    "path": _path,
    "text": _text,
    "describe": _describe,
    "construct": _construct,
    "count": _count,
    "optional-heavy": _optional,
    "ask": _ask,
    "sources": _sources,
}
