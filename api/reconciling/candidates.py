"""Candidates for a query, scored, and the one that is certain where there is just one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from api.reconciling.likeness import DERIVED, LEAST, Register
from api.reconciling.properties import COMPARED, Json, agrees
from api.reconciling.things import TYPES, Thing, description, thing, things
from graph.index import Index

_USUAL: Final = 10
_MOST: Final = 50
_DISAGREES: Final = 0.6
_UNKNOWN: Final = 0.97
_OTHER_TYPE: Final = 0.8
_TYPES_BY_CLASS: Final = {told[0]: kind for kind, told in TYPES.items()}


class Entity(BaseModel):
    """A value that is a thing, reconciled before."""

    model_config = ConfigDict(extra="ignore")

    id: str
    name: str = ""


Value = StrictBool | int | float | str | Entity


class Condition(BaseModel):
    """A property that the candidates should have, with one value or several."""

    pid: str
    v: Value | list[Value]

    def values(self) -> list[str]:
        """The values as words."""
        given = self.v if isinstance(self.v, list) else [self.v]
        words = [one.id if isinstance(one, Entity) else str(one) for one in given]
        return words + [one.name for one in given if isinstance(one, Entity) and one.name]


class Query(BaseModel):
    """One query of a batch."""

    model_config = ConfigDict(extra="ignore")

    query: Annotated[str, Field(max_length=10_000)] = ""
    type: str | list[str] | None = None
    limit: Annotated[int, Field(ge=1)] | None = None
    type_strict: Literal["any", "should", "all"] = "any"
    properties: Annotated[list[Condition], Field(max_length=50)] = []

    def types(self) -> frozenset[str]:
        """The types asked for, by the name that ids begin with; those that are not ours stay as they are."""
        given = [self.type] if isinstance(self.type, str) else self.type or []
        return frozenset(_TYPES_BY_CLASS.get(one, one) for one in given if one)


class Asking:
    """Answers queries on one index in one language. ``base`` is that of the IRIs."""

    def __init__(self, index: Index, base: str, language: str) -> None:
        self._index = index
        self._base = base
        self._language = language

    def candidates(self, query: Query) -> list[Json]:
        """The candidates for a query, the likeliest first.

        One is a ``match`` only where its name is the same, nothing speaks against it, and no other is as good.
        """
        scored = [self._weighed(one, score, query) for one, score in self._named(query)]
        fit = [found for found in scored if found is not None and found["score"] >= LEAST]
        fit.sort(key=lambda found: (-found["score"], found["id"]))
        certain = [found for found in fit if found["score"] >= DERIVED]
        if len(certain) == 1 and query.query.strip():
            certain[0]["match"] = True
        return fit[: min(query.limit or _USUAL, _MOST)]

    def _named(self, query: Query) -> Iterable[tuple[Thing, float]]:
        words = query.query.strip()
        if not words:
            return [(one, 90.0) for one in things(self._index.catalogue)] if query.properties else []
        by_id = thing(self._index.catalogue, words, self._base)
        return [(by_id, 100.0)] if by_id else Register.of(self._index).like(words).values()

    def _weighed(self, one: Thing, named: float, query: Query) -> Json | None:
        """A candidate with its features; None where a type or, without a name, a property rules it out."""
        types, score = query.types(), named
        of_type = not types or one.type in types
        if not of_type and query.type_strict != "should":
            return None
        if query.type_strict == "all" and len(types) > 1:
            return None  # nothing is of two of our types
        features: list[dict[str, Any]] = [{"id": "name", "value": round(named, 1)}]
        if types:
            features.append({"id": "type", "value": of_type})
            score *= 1 if of_type else _OTHER_TYPE
        for condition in query.properties:
            known = condition.pid in COMPARED
            agreed = agrees(one, condition.pid, condition.values(), self._index) if known else None
            if not query.query.strip() and not agreed:
                return None
            if known:
                score *= 1 if agreed else _UNKNOWN if agreed is None else _DISAGREES
            if agreed is not None:
                features.append({"id": condition.pid, "value": agreed})
        unique = {feature["id"]: feature for feature in features}
        return self._told(one, score, list(unique.values()))

    def _told(self, one: Thing, score: float, features: list[Json]) -> Json:
        return {
            "id": one.id,
            "name": one.record.name.in_language(self._language),
            "description": description(self._index, one, self._language),
            "type": [type_json(one.type, self._language)],
            "score": round(score, 1),
            "match": False,
            "features": features,
        }


def type_json(kind: str, language: str) -> Json:
    """A type by its id and its name."""
    id_, name = TYPES[kind]
    return {"id": id_, "name": name.in_language(language)}
