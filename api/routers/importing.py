"""``POST /api/v1/engagements/import``: a list of meetings from a program; with ``dry_run`` only its outlook."""

from __future__ import annotations

from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response

from api.deps import Server, Staff
from api.errors import UNSUPPORTED_MEDIA, Problem
from api.limits import read_body
from api.multipart import MULTIPART, File, read_parts
from api.pages.forms import MOST_LIST_BYTES
from api.presenting import Json, text_json
from api.routers.writing import run_of
from graph.dates import parse_filter
from graph.errors import BadInput
from graph.history.dossier import HOME
from graph.importing import Foreseen, Outlook, Sent, bring_in, foresee
from graph.model import Disclosure
from graph.sources.lists import FIELDS

router = APIRouter(prefix="/api/v1", tags=["writing"])
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SENT: Final = ("text/csv", XLSX, MULTIPART)


async def _file(request: Request, _: Staff) -> File:
    """The list in the body: itself, or as the part ``file`` of a form. Raises ``Problem`` (415), ``BadInput``."""
    told = request.headers.get("content-type", "")
    media = told.partition(";")[0].strip().lower()
    if media not in SENT:
        names = ", ".join(SENT)
        raise Problem(
            UNSUPPORTED_MEDIA, f"Lists are sent as {names}.", f"一覧は {names} のいずれかで送信してください。"
        )
    body = await read_body(request, MOST_LIST_BYTES)
    if media != MULTIPART:
        return File("list.csv" if media == "text/csv" else "list.xlsx", body)
    found = read_parts(body, told).files.get("file")
    if found is None:
        raise BadInput("The form has no part called file.", "様式に file という項目がありません。")
    return found


@router.post("/engagements/import", summary="Bring in a list / 一覧の取込み")
async def bring(
    state: Server,
    staff: Staff,
    file: Annotated[File, Depends(_file)],
    dry_run: Annotated[bool, Query(description="only tell what each row would become / 試行（記録しない）")] = False,
    name: Annotated[str | None, Query(max_length=200, description="the file's name / ファイル名")] = None,
    column: Annotated[
        list[str] | None,
        Query(description=f"heading:what, what being one of {', '.join(FIELDS)} / 見出しと列の意味"),
    ] = None,
    publisher: Annotated[str, Query(max_length=200, description="whose list it is / 作成機関")] = HOME,
    published: Annotated[
        str | None, Query(max_length=60, description="its day, for dates without a year / 作成日")
    ] = None,
    disclosure: Annotated[Disclosure, Query(description="who may see it / 公開区分")] = "internal",
) -> Response:
    """New, known already, to review, or wrong with a message for the cell: row by row. Sent twice, it is one."""
    sent = Sent(
        data=file.data,
        name=name or file.name,
        columns=_columns(column or []),
        publisher=publisher or None,
        published=parse_filter(published).earliest if published else None,
        disclosure=disclosure,
    )
    outlook = await run_in_threadpool(foresee, state.dataset, state.settings.base, sent)
    told: Json = {"dry_run": dry_run, **outlook_json(outlook)}
    if dry_run:
        return JSONResponse({"edition": state.dataset.current_id(), "changed": False, **told}, headers=_PRIVATE)
    outcome, _ = await run_in_threadpool(bring_in, state.dataset, run_of(state, staff), sent)
    body = {"edition": outcome.manifest.id, "changed": outcome.changed, **told}
    return JSONResponse(body, headers=_PRIVATE)


_PRIVATE: Final = {"Cache-Control": "no-store"}


def outlook_json(outlook: Outlook) -> Json:
    """What a list becomes."""
    return {
        "document": outlook.document,
        "unchanged": outlook.unchanged,
        "replaces": outlook.replaces.slug if outlook.replaces else None,
        "warnings": [text_json(one) for one in outlook.warnings],
        "counts": outlook.counts(),
        "columns": [
            {"sheet": sheet.number, "heading": heading, "holds": kind}
            for sheet in outlook.sheets
            for heading, kind in zip(sheet.headings, sheet.kinds, strict=True)
        ],
        "rows": [_row(one) for one in outlook.rows],
    }


def _row(one: Foreseen) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "row": one.row.number,
        "cells": list(one.row.cells),
        "state": one.state,
        "engagements": [each.slug for each in one.engagements],
        "reasons": list(one.reasons),
        "column": one.column,
        "message": text_json(one.message) if one.message else None,
    }


def _columns(told: list[str]) -> dict[str, str]:
    """What the columns hold, by heading. Raises ``BadInput`` for one that is not ``heading:what``."""
    found = {}
    for one in told:
        heading, mark, holds = one.rpartition(":")
        if not mark or holds not in FIELDS:
            names = ", ".join(FIELDS)
            raise BadInput(
                f'column is heading:what, what being one of {names}; not "{one[:60]}".',
                f"column は「見出し:列の意味」の形で指定してください（{names}）。指定：「{one[:60]}」",
            )
        found[heading] = holds
    return found
