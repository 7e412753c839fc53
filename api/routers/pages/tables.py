"""``/authorities.csv`` and the like: the lists of the catalogue to take away, as CSV or as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.caching import cache_headers
from api.deps import CurrentReading, Server
from api.listing import FORMATS
from api.presenting import Json
from api.routers.catalogue import LISTS
from api.tables import csv_file, workbook
from graph.errors import NotFound

router = APIRouter()
TABLES: Final = ("authorities", "frameworks", "series", "documents", "milestones")
Cells = dict[str, str]


def _table(name: str) -> Callable[..., Response]:
    records, _ = LISTS[name]

    def table(form: str, request: Request, reading: CurrentReading, state: Server) -> Response:
        """A whole list of the catalogue, one row a thing."""
        if form not in ("csv", "xlsx"):
            raise NotFound("There is nothing at this address.", "この宛先には何もありません。")
        headers = cache_headers(request, reading, FORMATS[form])
        cells = [dict(_cells(record)) for record in records(reading, state.iris).values()]
        columns = _columns(cells)
        rows = ([row.get(column, "") for column in columns] for row in cells)
        body = csv_file(columns, rows) if form == "csv" else workbook(name, [columns], rows)
        headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
        return Response(body, media_type=FORMATS[form], headers=headers)

    return table


def _cells(record: Json) -> Iterator[tuple[str, str]]:
    """The fields of a record as cells: words in two columns, dates as EDTF, a source as its document."""
    for name, value in record.items():
        if isinstance(value, Mapping):
            yield from _parts(name, value)
        elif isinstance(value, list | tuple):
            yield name, "; ".join(map(str, value))
        else:
            yield name, "" if value is None else str(value)


def _parts(name: str, value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if "edtf" in value:
        yield name, str(value["edtf"])
    elif "document" in value:
        yield f"{name}_document", str(value["document"])
        yield f"{name}_url", str(value.get("url") or "")
        yield f"{name}_locator", str(value.get("locator") or "")
    else:
        for language in ("en", "ja"):
            yield f"{name}_{language}", str(value.get(language) or "")


def _columns(rows: Iterable[Cells]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


for _name in TABLES:
    router.add_api_route(f"/{_name}.{{form}}", _table(_name), name=f"table_{_name}")
