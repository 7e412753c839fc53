"""``/api/v1``: bodies, frameworks, series, topics, documents and milestones, each as a list and one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from api.caching import cache_headers
from api.deps import CurrentReading, Server
from api.listing import answer_list, parameters
from api.presenting import (
    Json,
    authority_json,
    coverage_json,
    document_json,
    framework_json,
    members_json,
    milestone_json,
    series_json,
    topic_json,
)
from api.questions import asked_of
from api.routers.engagements import Filters
from api.state import Reading
from graph.errors import NotFound
from graph.history import coverage
from graph.iri import Iris
from graph.model import Text
from graph.text import key
from ontology.terms import TOPICS

router = APIRouter(prefix="/api/v1", tags=["catalogue"])
JSON: Final = "application/json"
Records = Callable[[Reading, Iris], Mapping[str, Json]]


def _authorities(reading: Reading, iris: Iris) -> Mapping[str, Json]:
    known = reading.index.catalogue.authorities
    return _read("authority", reading, {slug: authority_json(body, iris) for slug, body in known.items()})


def _frameworks(reading: Reading, iris: Iris) -> Mapping[str, Json]:
    catalogue = reading.index.catalogue
    told = {slug: framework_json(one, catalogue, iris) for slug, one in catalogue.frameworks.items()}
    return _read("framework", reading, told)


def _series(reading: Reading, iris: Iris) -> Mapping[str, Json]:
    told = {slug: series_json(one, iris) for slug, one in reading.index.catalogue.series.items()}
    return _read("series", reading, told)


def _documents(reading: Reading, iris: Iris) -> Mapping[str, Json]:
    return {slug: document_json(one, iris) for slug, one in reading.index.catalogue.documents.items()}


def _milestones(reading: Reading, iris: Iris) -> Mapping[str, Json]:
    return {one.id: milestone_json(one, iris) for one in reading.index.catalogue.milestones}


def _topics(reading: Reading, _: Iris) -> Mapping[str, Json]:
    return _read("topic", reading, {slug: topic_json(slug) for slug in TOPICS})


def _read(kind: str, reading: Reading, told: Mapping[str, Json]) -> Mapping[str, Json]:
    """The records with how their Japanese names are read, in hiragana; null where that is not known."""
    readings = reading.index.catalogue.readings
    return {slug: {**one, "reading": readings.get(f"{kind}:{slug}")} for slug, one in told.items()}


LISTS: Final[Mapping[str, tuple[Records, Text]]] = {
    "authorities": (_authorities, Text(en="authority", ja="機関")),
    "frameworks": (_frameworks, Text(en="framework", ja="枠組み")),
    "series": (_series, Text(en="series", ja="シリーズ")),
    "topics": (_topics, Text(en="topic", ja="主題")),
    "documents": (_documents, Text(en="document", ja="文書")),
    "milestones": (_milestones, Text(en="milestone", ja="節目")),
}
#: By which members a list may be filtered, beside ``q``.
FILTERABLE: Final = ("kind", "jurisdiction", "parent", "from_jurisdiction", "to_jurisdiction", "status", "publisher")


def _list(name: str) -> Callable[..., Response]:
    records, _ = LISTS[name]

    def listed(
        request: Request,
        reading: CurrentReading,
        state: Server,
        q: Annotated[str | None, Query(max_length=300, description="words in a name / 名称の語")] = None,
    ) -> Response:
        headers = cache_headers(request, reading, JSON)
        items = list(_filtered(records(reading, state.iris).values(), request, q))
        told = {
            "edition": reading.id,
            "coverage": coverage_json(coverage(reading.index)),
            "total": len(items),
            "items": items,
            "next": None,
            "facets": _facets(items),
        }
        return JSONResponse(told, headers=headers)

    return listed


def _one(name: str) -> Callable[..., Response]:
    records, called = LISTS[name]

    def one(slug: str, request: Request, reading: CurrentReading, state: Server) -> Response:
        headers = cache_headers(request, reading, JSON)
        found = records(reading, state.iris).get(slug)
        if found is None:
            raise NotFound(
                f"There is no {called.en} {slug[:80]} in this edition.",
                f"この版に{called.ja} {slug[:80]} はありません。",
            )
        members = members_json(slug, reading.index.catalogue) if name in ("frameworks", "authorities") else None
        more: dict[str, Any] = {"members": members} if members else {}
        return JSONResponse({"edition": reading.id, **found, **more}, headers=headers)

    return one


def _filtered(items: Iterable[Json], request: Request, q: str | None) -> Iterable[Json]:
    """Those of the items that have the values asked for, and the words."""
    wanted = {name: set(values) for name, values in parameters(request).items() if name in FILTERABLE}
    words = key(q) if q else ""
    for item in items:
        if all(str(item.get(name)) in values for name, values in wanted.items()) and words in _words(item):
            yield item


def _words(item: Json) -> str:
    names = item.get("name") or item.get("title") or item.get("what") or {}
    told = [item.get("slug"), item.get("short_name"), (item.get("reading") or "").replace(" ", ""), *names.values()]
    return " ".join(key(str(one)) for one in told if one)


def _facets(items: Iterable[Json]) -> dict[str, list[Json]]:
    counted: dict[str, dict[str, int]] = {}
    for item in items:
        for name in FILTERABLE:
            value = item.get(name)
            if isinstance(value, str):
                values = counted.setdefault(name, {})
                values[value] = values.get(value, 0) + 1
    return {
        name: [
            {"value": value, "count": count}
            for value, count in sorted(values.items(), key=lambda one: (-one[1], one[0]))
        ]
        for name, values in counted.items()
    }


@router.get("/authorities/{slug}/history", summary="The engagements with a body / 機関との対話の経緯")
def history(slug: str, request: Request, reading: CurrentReading, _: Annotated[Filters, Query()]) -> Response:
    """As ``/engagements?with=slug``, with the same filters."""
    if slug not in reading.index.catalogue.authorities:
        raise NotFound(
            f"There is no authority {slug[:80]} in this edition.", f"この版に機関 {slug[:80]} はありません。"
        )
    asked = asked_of(parameters(request))
    return answer_list(request, reading, asked.model_copy(update={"with_": (slug, *asked.with_)}))


for _name, (_, _called) in LISTS.items():
    _summary = f"{_called.en}: list / {_called.ja}の一覧"
    router.add_api_route(f"/{_name}", _list(_name), summary=_summary, name=f"list_{_name}")
    router.add_api_route(f"/{_name}/{{slug}}", _one(_name), summary=f"One {_called.en} / {_called.ja}", name=_name)
