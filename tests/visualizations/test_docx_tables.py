"""Tables of a Word file: as wide as the sheet, no word cut, headings repeated."""

from __future__ import annotations

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from visualizations.docx_footnotes import Footnotes
from visualizations.docx_tables import add_table, add_table_styles, column_widths
from visualizations.figure import Grid, GridRow


@given(st.lists(st.lists(st.text(max_size=60), min_size=3, max_size=3), max_size=5))
def test_columns_fill_the_sheet_whatever_they_hold(cells: list[list[str]]) -> None:
    rows = tuple(GridRow(tuple((words,) for words in row), ()) for row in cells)
    widths = column_widths(Grid("", ("When", "What", "Where"), rows), 15.5)
    assert sum(widths) == pytest.approx(15.5) and min(widths) > 0.3


def test_a_month_is_not_cut_beside_a_long_text() -> None:
    row = GridRow((("September 2019",), ("word " * 200,)), ())
    when, what = column_widths(Grid("", ("When", "What"), (row,)), 15.5)
    assert 2.0 < when < 5 and what > 2 * when


def test_headings_repeat_and_rows_stay_whole() -> None:
    document = docx.Document()
    add_table_styles(document)
    row = GridRow((("1 & <2>",), ("text",)), (1,))
    add_table(document, Grid("", ("A", "B"), (row,), left_out=3), "en", Footnotes({1: "source"}))
    table = document.tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:cantSplit")) is not None
    assert table.rows[1].cells[0].text == "1 & <2>"
    assert document.paragraphs[-1].text == "And 3 more."
