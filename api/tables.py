"""Rows as files that spreadsheets open: CSV and workbooks, in which no cell is a formula (OWASP, "CSV injection")."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_USUAL_WIDTH: Final = 16


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, so that spreadsheets read Japanese right."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def workbook(
    name: str,
    headings: Sequence[Sequence[str]],
    rows: Iterable[Sequence[str]],
    widths: Mapping[int, int] | None = None,
    about: Sequence[str] = (),
) -> bytes:
    """A workbook: a sheet with one row of headings or several, and one that says what it was drawn from.

    ``widths`` are those of columns, counted from 0. The same rows give the same bytes.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - takes a third of a second to load, and few ask for it
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    notes = book.worksheets[0]
    notes.title = "about"
    sheet = book.create_sheet(name, 0)
    for row in (*headings, *rows):
        sheet.append([harmless(ILLEGAL_CHARACTERS_RE.sub("", cell)) for cell in row])
    for number, column in enumerate(sheet.columns):
        sheet.column_dimensions[column[0].column_letter].width = (widths or {}).get(number, _USUAL_WIDTH)
        for place, cell in enumerate(column):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if place < len(headings):
                cell.font = Font(bold=True)
    sheet.freeze_panes = f"B{len(headings) + 1}"
    for line in about:
        notes.append([harmless(ILLEGAL_CHARACTERS_RE.sub("", line))])
    book.properties.created = book.properties.modified = datetime(2000, 1, 1)  # no clock in it
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
