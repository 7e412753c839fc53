"""XLSX workbooks: the visible sheets as tables, values not formulas, dates as ISO dates, merged cells repeated."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from typing import Any, Final

import openpyxl
from openpyxl.utils.cell import range_boundaries

from graph.document import Document
from graph.errors import UnreadableDocument
from graph.sources.compose import Box, Composer
from graph.sources.head import Told, document_of
from graph.sources.limits import MAX_CELLS, MAX_COLUMNS, too_many, unreadable
from graph.sources.lists import Renaming, compose_list

MAX_UNPACKED: Final = 60_000_000
MAX_MEMBERS: Final = 2000
MAX_ROWS: Final = 100_000
MAX_MERGED: Final = 10_000

_DEFAULT_SHEET: Final = re.compile(r"(?:sheet|シート)\s*\d*", re.IGNORECASE)
_MERGED: Final = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")

Bounds = tuple[int, int, int, int]


def read_workbook(data: bytes, name: str, told: Told, columns: Mapping[str, str] | None) -> Document:
    """The document in an XLSX workbook; each sheet is a page. Raises UnreadableDocument."""
    composer = Composer(name)
    renaming = Renaming(columns or {})
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _check_archive(archive, name)
            _compose_sheets(archive, data, renaming, composer)
    except UnreadableDocument:
        raise
    except Exception:  # noqa: BLE001 - damaged archives and XML make zipfile and openpyxl raise anything
        raise unreadable(
            name,
            "is a damaged workbook; open it in a spreadsheet program and save it again as XLSX",
            "は破損したブックです。表計算ソフトで開き、XLSXとして保存し直してください",
        ) from None
    renaming.check(name)
    return document_of(data, name, composer.content(), told)


def _check_archive(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse other archives, and those that unpack to more than the limit (zipfile unpacks no more than stated)."""
    members = archive.infolist()
    names = {member.filename for member in members}
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise unreadable(
            name,
            "is a Word or PowerPoint file; save it as PDF",
            "はWordまたはPowerPointのファイルです。PDFで保存し直してください",
        )
    if "[Content_Types].xml" not in names:
        raise unreadable(
            name,
            "is a ZIP archive; unpack it and give its files",
            "はZIPファイルです。展開して中のファイルを指定してください",
        )
    read = [member for member in members if not member.filename.startswith("xl/media/")]
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in read) > MAX_UNPACKED:
        raise unreadable(
            name,
            f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB; split it",
            f"は展開すると{MAX_UNPACKED // 1_000_000}MBを超えます。分割してください",
        )
    for member in read:
        if member.filename.endswith((".xml", ".rels")) and _DECLARES.search(archive.read(member)):
            raise ValueError(member.filename)  # no spreadsheet program declares entities: reported as damaged


def _compose_sheets(archive: zipfile.ZipFile, data: bytes, renaming: Renaming, composer: Composer) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for page, sheet in enumerate(sheets, 1):
            boxes = _boxes(sheet, _merged(archive, sheet), composer.name)
            if not any(box.words.strip() for row in boxes for box in row):
                continue
            if len(sheets) > 1 or not _DEFAULT_SHEET.fullmatch(sheet.title):
                composer.line(sheet.title, page)
            compose_list(boxes, renaming, composer, page)
    finally:
        book.close()


def _merged(archive: zipfile.ZipFile, sheet: Any) -> list[Bounds]:
    """The merged ranges of a sheet, as columns and rows from 0; a reading sheet of openpyxl does not tell them."""
    words = archive.read(sheet._worksheet_path)
    found = [found[1].decode() for found, _ in zip(_MERGED.finditer(words), range(MAX_MERGED), strict=False)]
    return [_bounds(words) for words in found]


def _bounds(words: str) -> Bounds:
    left, top, right, bottom = (int(edge or 1) - 1 for edge in range_boundaries(words))
    return left, top, right, bottom


def _boxes(sheet: Any, merged: list[Bounds], name: str) -> list[list[Box]]:
    """The rows of a sheet, all of one length; a merged cell stands in every place that it takes up."""
    rows = [list(map(_written, row)) for row in _values(sheet, name)]
    width = max((len(row) for row in rows), default=0)
    boxes = [[Box(words) for words in row] + [Box("") for _ in range(width - len(row))] for row in rows]
    for left, top, right, bottom in merged:
        if top < len(boxes) and left < width:
            corner = boxes[top][left]
            for row in boxes[top : bottom + 1]:
                row[left : right + 1] = [corner] * len(row[left : right + 1])
    return boxes


def _values(sheet: Any, name: str) -> Iterator[tuple[Any, ...]]:
    """The rows with their values up to the last filled one; what a file says of its own size is not believed."""
    sheet.reset_dimensions()
    cells = 0
    blank = 0
    for index, row in enumerate(sheet.iter_rows(values_only=True)):
        filled = max((at + 1 for at, value in enumerate(row) if value is not None), default=0)
        if not filled:
            blank += 1
            if index >= MAX_ROWS:
                return
            continue
        cells += filled + blank
        if index >= MAX_ROWS or cells > MAX_CELLS or filled > MAX_COLUMNS:
            raise too_many(name, MAX_CELLS, "cells", "セル数")
        yield from ((),) * blank
        blank = 0
        yield row[:filled]


def _written(value: Any) -> str:
    """A value as it is written: dates in ISO form, whole numbers without a decimal point."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
