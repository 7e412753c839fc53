"""``/api/v1/engagements``: the list with its filters, and one engagement."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from api.caching import cache_headers
from api.deps import CurrentReading
from api.listing import answer_list
from api.presenting import engagement_json
from graph.errors import NotFound
from graph.index import Index
from graph.model import Engagement

router = APIRouter(prefix="/api/v1", tags=["engagements"])
JSON: Final = "application/json"

Several = list[str] | None


def one_of(*values: str) -> WithJsonSchema:
    """One of a few values, for the documentation; an empty value counts as none."""
    return WithJsonSchema({"type": "string", "enum": list(values)})


class Filters(BaseModel):
    """The parameters of the list, for the documentation; ``api.questions`` reads and checks them."""

    model_config = ConfigDict(extra="allow")

    with_: Several = Field(None, alias="with", description="bodies that all took part / 参加機関（全て）")
    framework: Several = Field(None, description="frameworks / 枠組み")
    series: Several = Field(None, description="series / シリーズ")
    topic: Several = Field(None, description="topics / 主題")
    country: Several = Field(None, description="ISO 3166-1 codes / 国・地域")
    kind: Several = Field(None, description="kinds / 種別")
    level: Several = Field(None, description="levels / レベル")
    status: Several = Field(None, description="held, planned, postponed, cancelled / 状況")
    mode: Several = Field(None, description="in-person, online, hybrid, unknown / 開催形式")
    document: Several = Field(None, description="documents / 出典文書")
    organiser: Several = Field(None, description="organisers / 主催機関")
    since: str | None = Field(None, alias="from", description="from / 始期", examples=["2019-01", "令和元年5月"])
    to: str | None = Field(None, description="to / 終期", examples=["2019-12"])
    date: str | None = Field(None, description="on or within / 時期", examples=["2019-06"])
    match: Annotated[str | None, one_of("possible", "certain")] = Field(
        None, description="possible (default) or certain / 該当の確かさ"
    )
    q: Annotated[str | None, WithJsonSchema({"type": "string", "maxLength": 300})] = Field(
        None, description="words / 検索語"
    )
    order: Annotated[str | None, one_of("newest", "oldest")] = Field(None, description="newest (default) / 並び順")
    limit: Annotated[str | None, WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 1000})] = Field(
        None, description="items on a page, 1 to 1000 / 件数"
    )
    cursor: str | None = Field(None, description="the value of `next` / 続きの位置")
    facets: Annotated[str | None, WithJsonSchema({"type": "boolean"})] = Field(
        None, description="false leaves the counts out / 内訳の集計"
    )
    fields: Several = Field(None, description="only these fields of each item / 項目の限定")
    format: Annotated[str | None, one_of("json", "csv", "xlsx", "ics")] = Field(
        None, description="json, csv, xlsx, ics / 形式"
    )
    lang: str | None = Field(None, description="ja or en / 言語")


@router.get(
    "/engagements",
    summary="Engagements, filtered / 会合等の一覧",
    description=(
        "Each filter may be given several times or with commas: any of its values fits; `with` needs all of them. "
        "Dates in ISO, EDTF or era form (令和元年5月). `match=certain` leaves out what only may lie in the span. "
        "Formats: JSON, CSV, XLSX, iCalendar. / 条件は複数指定できます（`with` は全ての機関の参加が条件）。"
        "日付は ISO、EDTF、和暦。`match=certain` で確実に期間内のものに限定します。"
    ),
)
def engagements(request: Request, reading: CurrentReading, _: Annotated[Filters, Query()]) -> Response:
    """The engagements that answer, with coverage, counts and facets."""
    return answer_list(request, reading)


@router.get("/engagements/{slug}", summary="One engagement / 会合等")
def engagement(slug: str, request: Request, reading: CurrentReading) -> Response:
    """One engagement with everything that is known of it."""
    found = known_engagement(reading.index, slug)
    told: dict[str, Any] = {"edition": reading.id, **engagement_json(found, reading.index.catalogue)}
    return JSONResponse(told, headers=cache_headers(request, reading, JSON))


def known_engagement(index: Index, slug: str) -> Engagement:
    """The engagement of a slug. Raises ``NotFound``."""
    found = index.engagement(slug)
    if found is None:
        raise NotFound(
            f"There is no engagement {slug[:80]} in this edition.", f"この版に会合等 {slug[:80]} はありません。"
        )
    return found
