"""Lists of meetings in CSV and XLSX: encoding, delimiter, headings, merged cells, dates, hostile workbooks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from graph.document import Document
from graph.errors import UnreadableDocument
from graph.sources.read import read_bytes

CSV = '国際会議の一覧,,\n開催日,会議名,開催地\n2019-05-29,"APPA\nフォーラム",東京\n2019-06-03,三極会合,東京\n'


def grids(document: Document) -> list[list[list[str]]]:
    return [[[document.text[cell.start : cell.end] for cell in row] for row in grid.rows] for grid in document.grids]


def workbook(*fill: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]  # a new workbook has a sheet
    for number, each in enumerate(fill, 1):
        each(book.create_sheet(f"令和{number}年度"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rows(*cells: tuple[object, ...]) -> Callable[[Worksheet], object]:
    return lambda sheet: [sheet.append(row) for row in cells]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encoding_delimiter_and_heading_row_are_found(encoding: str, delimiter: str) -> None:
    document = read_bytes(CSV.replace(",", delimiter).encode(encoding), "list.csv")
    assert document.text.startswith("国際会議の一覧\n開催日\t会議名\t開催地\n2019-05-29\tAPPA\nフォーラム\t東京\n")
    assert grids(document) == [
        [
            ["開催日", "会議名", "開催地"],
            ["2019-05-29", "APPA\nフォーラム", "東京"],
            ["2019-06-03", "三極会合", "東京"],
        ]
    ]
    assert document.title == "国際会議の一覧"


def test_short_rows_are_filled_up_and_blank_rows_left_out() -> None:
    document = read_bytes(b"Date,Meeting,Place\n\n3 May,Forum\n,,\n", "a.csv")
    assert grids(document) == [[["Date", "Meeting", "Place"], ["3 May", "Forum", ""]]]


@pytest.mark.parametrize("columns", [{"いつ": "date", "だれと": "name"}, {"いつ": "開催日", "だれと": "会議名"}])
def test_columns_can_be_named_by_the_caller(columns: Mapping[str, str]) -> None:
    document = read_bytes("一覧,表\nいつ,だれと\n５月,英国\n".encode(), "a.csv", columns=columns)
    assert grids(document) == [[["開催日", "会議名"], ["５月", "英国"]]]


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(CSV.encode(), "a.csv", columns={"相手": "name"})
    assert caught.value.en == 'a.csv has no column "相手"; name a heading as it stands in the list.'


def test_a_csv_with_too_many_cells_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match=r"more than 200,000 cells"):
        read_bytes(b"a,b,c\n" + b"1,2,3\n" * 80_000, "a.csv")


def test_a_quote_that_never_closes_is_refused_or_read_but_never_fails_otherwise() -> None:
    with pytest.raises(UnreadableDocument, match="well-formed CSV"):
        read_bytes(b'a,b\n1,"' + b"x,\n" * 60_000, "a.csv")


def test_sheets_are_tables_with_dates_as_iso_and_values_as_written() -> None:
    data = workbook(
        rows(
            ("国際会議の一覧",),
            ("開催日", "会議名", "回", "時刻", "確認"),
            (date(2019, 5, 29), "APPA", 51.0, time(9, 30), True),
            (datetime(2019, 6, 3, 14, 0), "三極会合", 2, None, None),
        ),
        rows(("Date", "Meeting"), ("3 May", "Forum")),
    )
    document = read_bytes(data, "list.xlsx")
    assert grids(document) == [
        [
            ["開催日", "会議名", "回", "時刻", "確認"],
            ["2019-05-29", "APPA", "51", "09:30", "True"],
            ["2019-06-03 14:00", "三極会合", "2", "", ""],
        ],
        [["Date", "Meeting"], ["3 May", "Forum"]],
    ]
    assert document.text.startswith("令和1年度\n国際会議の一覧\n")
    assert [document.line_at(grid.rows[0][0].start).page for grid in document.grids] == [1, 2]


def test_merged_cells_are_repeated() -> None:
    def fill(sheet: Worksheet) -> None:
        rows(("開催日", "会議", None), (None, "名称", "場所"), ("５月", "APPA", "東京"), (None, "GPA", "東京"))(sheet)
        for bounds in ("A1:A2", "B1:C1", "A3:A4"):
            sheet.merge_cells(bounds)

    assert grids(read_bytes(workbook(fill), "a.xlsx")) == [
        [["開催日", "会議", "会議"], ["開催日", "名称", "場所"], ["５月", "APPA", "東京"], ["５月", "GPA", "東京"]]
    ]


def test_hidden_sheets_are_left_out() -> None:
    def hide(sheet: Worksheet) -> None:
        rows(("作業用", "メモ"), ("x", "y"))(sheet)
        sheet.sheet_state = "hidden"

    assert "作業用" not in read_bytes(workbook(rows(("Date", "Meeting"), ("May", "Forum")), hide), "a.xlsx").text


def test_a_formula_is_read_as_its_value() -> None:
    data = edited(workbook(rows(("回", "会議"), ("=50+1", "APPA"))), rb"<v></v>|<v */>", b"<v>51</v>")
    assert grids(read_bytes(data, "a.xlsx"))[0][1] == ["51", "APPA"]


def test_a_workbook_can_have_its_columns_named() -> None:
    data = workbook(rows(("いつ", "だれと"), ("５月", "英国")))
    assert grids(read_bytes(data, "a.xlsx", columns={"だれと": "name"}))[0][0] == ["いつ", "会議名"]


def edited(data: bytes, pattern: bytes, words: bytes, member: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The workbook with ``pattern`` replaced in one of its members."""
    import re  # noqa: PLC0415

    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            content = source.read(name)
            made.writestr(name, re.sub(pattern, lambda _: words, content, count=1) if name == member else content)
    return buffer.getvalue()


LIST = workbook(rows(("開催日", "会議名"), ("５月", "APPA"), ("６月", "GPA")))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (edited(LIST, b"</worksheet>", b" " * 70_000_000 + b"</worksheet>"), "unpacks to more than 60 MB"),
        (edited(LIST, b"<worksheet", b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"), "damaged workbook"),
        (edited(LIST, b"<sheetData>", b"<sheetData"), "damaged workbook"),
        (LIST[: len(LIST) // 2], "damaged workbook"),
        (workbook(rows()), "has no words"),
        (workbook(lambda sheet: sheet.cell(1, 300, "x")), "more than 200 columns|more than 200,000 cells"),
    ],
    ids=["bomb", "entities", "xml", "cut", "blank", "wide"],
)
def test_hostile_and_damaged_workbooks_are_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableDocument, match=sentence):
        read_bytes(data, "a.xlsx")


def test_merged_ranges_of_any_size_are_bounded_by_the_filled_cells() -> None:
    data = edited(
        LIST, b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    )
    assert grids(read_bytes(data, "a.xlsx")) == [[["開催日", "会議名"], ["５月", "５月"], ["５月", "５月"]]]


def test_what_a_sheet_says_of_its_size_is_not_believed() -> None:
    data = edited(LIST, rb'<dimension ref="[^"]*" */>', b'<dimension ref="A1:XFD1048576"/>')
    assert grids(read_bytes(data, "a.xlsx")) == [[["開催日", "会議名"], ["５月", "APPA"], ["６月", "GPA"]]]
