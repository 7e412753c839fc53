"""How a list is answered: the format that the reader wants, honest caching, and links to the pages beside it."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import JSONResponse, Response

from api.caching import cache_headers
from api.downloads import to_csv, to_xlsx
from api.language import language_of
from api.negotiation import negotiate
from api.presenting import found_json
from api.questions import LARGEST_PAGE, PageAsked, asked_of, page_of
from api.state import Reading
from graph.errors import BadInput
from graph.history import Asked, Found, find
from graph.model import Engagement

#: The formats of a list, by the names that ``?format=`` and the command line use.
FORMATS: Final = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
}
#: As many engagements as one download may have.
MOST_ROWS: Final = 100_000


def parameters(request: Request) -> dict[str, list[str]]:
    """The query of an address, each name with all its values."""
    return {name: request.query_params.getlist(name) for name in request.query_params}


def format_of(request: Request) -> str:
    """The format asked for by ``?format=``, else by ``Accept``. Raises ``BadInput``, ``Problem`` (406)."""
    asked = request.query_params.get("format")
    if asked is None:
        chosen = negotiate(request, tuple(FORMATS.values()))
        return next(name for name, media in FORMATS.items() if media == chosen)
    if asked not in FORMATS:
        names = ", ".join(FORMATS)
        raise BadInput(f"format is one of {names}, not {asked[:20]}.", f"format は {names} のいずれかです。")
    return asked


def answer_list(request: Request, reading: Reading, asked: Asked | None = None) -> Response:
    """The engagements that the address asks for, in the format that it asks for."""
    told = parameters(request)
    question = asked or asked_of(told)
    page = page_of(told)
    chosen = format_of(request)
    headers = cache_headers(request, reading, FORMATS[chosen])
    if chosen != "json":
        name = f'attachment; filename="engagements.{chosen}"'
        return Response(
            download(chosen, question, reading, language_of(request)),
            media_type=FORMATS[chosen],
            headers={**headers, "Content-Disposition": name},
        )
    found = find(reading.index, question, limit=page.limit, cursor=page.cursor, facets=page.facets)
    return JSONResponse(
        found_json(found, reading.index, page.fields), headers={**headers, **_links(request, found, page)}
    )


def download(chosen: str, asked: Asked, reading: Reading, language: str) -> bytes:
    """All engagements that answer ``asked``, as a file. Raises ``BadInput`` where they are too many for one."""
    engagements, found = everything(asked, reading)
    catalogue = reading.index.catalogue
    if chosen == "csv":
        return to_csv(engagements, catalogue)
    if chosen == "ics":
        from api.calendars import to_ics  # noqa: PLC0415 - takes a fifth of a second to load, when calendars are asked for

        name = "三極 会合等" if language == "ja" else "Sankyoku engagements"
        return to_ics(engagements, catalogue, name, language)
    coverage = found.coverage.text
    about = [f"Edition / 版: {reading.id}", coverage.in_language("en"), coverage.in_language("ja")]
    return to_xlsx(engagements, catalogue, about)


def everything(asked: Asked, reading: Reading) -> tuple[list[Engagement], Found]:
    """All engagements that answer ``asked``, page by page, and the last page."""
    found = find(reading.index, asked, limit=LARGEST_PAGE, facets=False)
    if found.total > MOST_ROWS:
        raise BadInput(
            f"{found.total:,} engagements are too many for one file ({MOST_ROWS:,}); narrow the filters.",
            f"{found.total:,}件は一つのファイルの上限（{MOST_ROWS:,}件）を超えています。条件を絞ってください。",
        )
    kept = [one.engagement for one in found.items]
    while found.next:
        found = find(reading.index, asked, limit=LARGEST_PAGE, cursor=found.next, facets=False)
        kept += [one.engagement for one in found.items]
    return kept, found


def _links(request: Request, found: Found, page: PageAsked) -> dict[str, str]:
    """``Link`` (RFC 8288) to the first page and those beside this one."""
    cursors = {"first": None if page.cursor is None else "", "next": found.next, "prev": found.previous}
    told = [f'<{_address(request, cursor)}>; rel="{name}"' for name, cursor in cursors.items() if cursor is not None]
    return {"Link": ", ".join(told)} if told else {}


def _address(request: Request, cursor: str) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    query = urlencode([*kept, ("cursor", cursor)] if cursor else kept)
    return f"{request.url.path}?{query}" if query else request.url.path
