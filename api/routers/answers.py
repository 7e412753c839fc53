"""``/api/v1``: the questions that staff ask, as JSON: search, paths, dossiers, gaps, cadence, statements, changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Final, get_args

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from api.caching import cache_headers
from api.deps import CurrentReading, CurrentVisitor, ReaderLanguage, Server
from api.listing import parameters
from api.questions import asked_of, day_asked, page_of
from api.routers.engagements import Filters
from api.state import Reading
from graph.dates import parse_filter
from graph.errors import BadInput
from graph.history import (
    Asked,
    Wanted,
    cadence,
    changes,
    changes_since,
    commitments,
    compare,
    coverage,
    dossier,
    gaps,
    levels_over_time,
    paths,
    per_year,
    quiet,
    search,
    statements,
    suggest,
)
from graph.index import Index
from ontology.terms import CommitmentState, StatementType

router = APIRouter(prefix="/api/v1", tags=["questions"])
JSON: Final = "application/json"
Body = Annotated[str, Query(max_length=200, description="a body's slug / 機関の識別子")]
Day = Annotated[str | None, Query(max_length=60, description="ISO, EDTF or era / 日付")]


class StatementFilters(Filters):
    """The filters of the meetings, and which statements at them; for the documentation."""

    type: Annotated[list[str] | None, Query(description="proposed, explained, agreed... / 種別")] = None
    by: Annotated[list[str] | None, Query(description="who said it, as a body's slug / 発言した機関")] = None


class CommitmentFilters(Filters):
    """The filters of the meetings, and which commitments at them; for the documentation."""

    state: Annotated[list[str] | None, Query(description="states / 状態")] = None


@router.get("/search", summary="Search everything / 検索")
def find_words(
    request: Request,
    reading: CurrentReading,
    language: ReaderLanguage,
    q: Annotated[str, Query(description="words, a date, or both / 検索語・日付", examples=["会合", "FTC 2019"])],
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> Response:
    """Bodies, frameworks, series, topics, places, documents, meetings and passages, with the words marked."""
    return _answer(request, reading, search(reading.index, q, language=language, limit=limit))


@router.get("/suggest", summary="Suggestions while typing / 入力候補")
def find_names(
    request: Request,
    reading: CurrentReading,
    language: ReaderLanguage,
    q: Annotated[str, Query(max_length=200)],
    limit: Annotated[int, Query(ge=1, le=20)] = 8,
) -> Response:
    """Names that begin so, or hold it."""
    found = suggest(reading.index, q, language=language, limit=limit)
    return _answer(request, reading, found)


@router.get("/path", summary="How two bodies are connected / 機関間のつながり")
def path(
    request: Request,
    reading: CurrentReading,
    one: Annotated[str, Query(alias="from", max_length=200)],
    other: Annotated[str, Query(alias="to", max_length=200)],
    longest: Annotated[int, Query(ge=1, le=6)] = 4,
) -> Response:
    """The shortest ways through meetings, forums and memberships."""
    return _answer(request, reading, paths(reading.index, one, other, longest))


@router.get("/compare", summary="Two bodies side by side / 機関の比較")
def side_by_side(request: Request, reading: CurrentReading, a: Body, b: Body, at: Day = None) -> Response:
    """What they share, and the state of their frameworks at a date."""
    day = parse_filter(at).latest if at else None
    return _answer(request, reading, compare(reading.index, a, b, day))


@router.get("/authorities/{slug}/dossier", summary="All about one body / 機関の概況")
def about(slug: str, request: Request, reading: CurrentReading, state: Server) -> Response:
    """Last and first contact, forums, levels, statements, commitments, what is due next."""
    return _answer(request, reading, dossier(reading.index, slug, today=state.today()), daily=state)


@router.get("/authorities/{slug}/cadence", summary="The rhythm of contact / 対話の頻度")
def body_cadence(slug: str, request: Request, reading: CurrentReading, state: Server) -> Response:
    """The usual interval, when the next is to be expected, quiet since when."""
    return _answer(request, reading, cadence(reading.index, body=slug, today=state.today()), daily=state)


@router.get("/series/{slug}/cadence", summary="The rhythm of a series / 開催の頻度")
def series_cadence(slug: str, request: Request, reading: CurrentReading, state: Server) -> Response:
    """The usual interval and when the next is to be expected."""
    return _answer(request, reading, cadence(reading.index, series=slug, today=state.today()), daily=state)


@router.get("/series/{slug}/gaps", summary="Missing numbers of a series / 記録のない回次")
def missing(slug: str, request: Request, reading: CurrentReading) -> Response:
    """Stretches of ordinals of which these sources tell nothing."""
    return _answer(request, reading, gaps(reading.index, slug))


@router.get("/quiet", summary="Bodies gone quiet / 対話の途絶えている機関")
def gone_quiet(
    request: Request,
    reading: CurrentReading,
    state: Server,
    home: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Bodies met regularly once, and not for longer than usual; with ``home``, met by that body."""
    return _answer(request, reading, quiet(reading.index, state.today(), home=home), daily=state)


@router.get("/statements", summary="What was said / 発言・提案等")
def what_was_said(request: Request, reading: CurrentReading, _: Annotated[StatementFilters, Query()]) -> Response:
    """Statements at the engagements asked for; ``type`` and ``by`` choose among them."""
    told = parameters(request)
    page = page_of(_filters(told))
    wanted = Wanted.model_validate({"types": _chosen(told, "type", StatementType), "by": tuple(told.get("by", ()))})
    found = statements(reading.index, _asked(told), wanted, limit=page.limit, cursor=page.cursor)
    return _answer(request, reading, found)


@router.get("/commitments", summary="What was promised / 約束事項")
def promised(
    request: Request, reading: CurrentReading, state: Server, _: Annotated[CommitmentFilters, Query()]
) -> Response:
    """Commitments with their state, the overdue ones marked; ``state`` chooses among them."""
    told = parameters(request)
    page = page_of(_filters(told))
    states: Any = _chosen(told, "state", CommitmentState)
    found = commitments(reading.index, _asked(told), state.today(), states=states, limit=page.limit, cursor=page.cursor)
    return _answer(request, reading, found, daily=state)


@router.get("/statistics", summary="Counts over time / 統計")
def statistics(request: Request, reading: CurrentReading, _: Annotated[Filters, Query()]) -> Response:
    """Engagements a year, and at which level."""
    asked = asked_of(parameters(request))
    told = {
        "per_year": _plain(per_year(reading.index, asked)),
        "levels_over_time": _plain(levels_over_time(reading.index, asked)),
    }
    return _answer(request, reading, told)


@router.get("/changes", summary="What changed since a date or an edition / 変更点")
def changed(
    request: Request,
    reading: CurrentReading,
    state: Server,
    visitor: CurrentVisitor,
    since: Annotated[str, Query(max_length=60, description="a date or an edition's id / 日付又は版の識別子")],
) -> Response:
    """Engagements added, removed and changed, by slug and field; for a date also which edition was served then."""

    def opened(edition: str) -> Index:
        return state.reading(visitor.view, edition).index

    day = day_asked(since)
    if day is None:
        return _answer(request, reading, changes(opened(since), reading.index))
    told = changes_since(state.dataset, day, reading.index, opened)
    then = told.model_dump(mode="json", exclude={"difference"})
    return _answer(request, reading, {"since": then, **told.difference.model_dump(mode="json")})


@router.get("/coverage", summary="What answers are drawn from / 収録範囲")
def covered(request: Request, reading: CurrentReading) -> Response:
    """Documents, engagements, the span of time: nothing found means nothing in these sources."""
    return _answer(request, reading, coverage(reading.index))


def _filters(told: dict[str, list[str]]) -> dict[str, list[str]]:
    """The parameters without those of the question itself."""
    return {name: values for name, values in told.items() if name not in ("type", "by", "state")}


def _chosen(told: dict[str, list[str]], name: str, allowed: object) -> tuple[str, ...]:
    """The values of a parameter, each of which has to be one of the Literal type ``allowed``."""
    values = tuple(part.strip() for value in told.get(name, ()) for part in value.split(",") if part.strip())
    unknown = [value for value in values if value not in get_args(allowed)]
    if unknown:
        names = ", ".join(get_args(allowed))
        raise BadInput(
            f"{name} is one of {names}, not {unknown[0][:40]}.",
            f"{name} は {names} のいずれかです（指定：{unknown[0][:40]}）。",
        )
    return values


def _asked(told: dict[str, list[str]]) -> Asked:
    return asked_of(_filters(told))


def _answer(
    request: Request, reading: Reading, answer: BaseModel | Sequence[BaseModel] | dict[str, Any], daily: Any = None
) -> Response:
    """An answer with its edition. ``daily``: it depends on the day, which then is part of its ETag."""
    media = f"{JSON};day={daily.today().isoformat()}" if daily is not None else JSON
    headers = cache_headers(request, reading, media)
    plain = _plain(answer)
    body = plain if isinstance(plain, dict) else {"total": len(plain), "items": plain}
    return JSONResponse({"edition": reading.id, **body}, headers=headers)


def _plain(answer: Any) -> Any:
    if isinstance(answer, BaseModel):
        return answer.model_dump(mode="json")
    return [_plain(one) for one in answer] if isinstance(answer, list | tuple) else answer
