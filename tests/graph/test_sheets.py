"""A list as a person sees it: its own headings, what each column is taken for, its rows where they stand."""

from __future__ import annotations

from graph.sheets import Sheet, sheets_of
from graph.sources.read import read_bytes


def sheets(csv: str, columns: dict[str, str] | None = None) -> tuple[Sheet, ...]:
    raw = read_bytes(csv.encode(), "a.csv")
    document = read_bytes(csv.encode(), "a.csv", columns=columns) if columns else raw
    return sheets_of(document, raw, columns or {})


def test_headings_that_are_known_need_no_word() -> None:
    (sheet,) = sheets("一覧,,\n開催日,会議名,開催地\n2019-05-29,APPA,東京\n")
    assert sheet.headings == ("開催日", "会議名", "開催地")
    assert sheet.kinds == ("date", "name", "place")
    assert [row.cells for row in sheet.rows] == [("2019-05-29", "APPA", "東京")]
    assert sheet.understood


def test_headings_that_a_person_explains_are_shown_as_they_stand() -> None:
    csv = "いつ,だれと,ひとこと\n2019-05-29,英国,雨\n"
    (sheet,) = sheets(csv, {"いつ": "date", "だれと": "name", "ひとこと": "unused"})
    assert sheet.headings == ("いつ", "だれと", "ひとこと")
    assert sheet.kinds == ("date", "name", None)
    (unexplained,) = sheets(csv)
    assert not unexplained.understood
    assert unexplained.headings == sheet.headings


def test_a_row_says_where_it_stands_in_the_text() -> None:
    csv = "開催日,会議名\n2019-05-29,APPA\n2019-06-03,三極会合\n"
    document = read_bytes(csv.encode(), "a.csv")
    (sheet,) = sheets(csv)
    assert [document.text[row.start : row.end] for row in sheet.rows] == ["2019-05-29\tAPPA", "2019-06-03\t三極会合"]
