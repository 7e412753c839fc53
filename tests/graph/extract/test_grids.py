"""Ruled tables: headings in any order and language, merged cells, and tables of something else."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extract import Gazetteer, extract
from graph.model import Account
from graph.sources.read import read_bytes

HEADS = {
    "ja": ("開催年月日", "会議名", "開催地"),
    "counterpart": ("開催日", "対話の相手等", "開催国"),
    "en": ("Date", "Meeting", "Venue"),
}


def page(*rows: tuple[str, ...]) -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<html lang="ja"><body><main><table>{cells}</table></main></body></html>'.encode()


def read(data: bytes, gazetteer: Gazetteer) -> list[Account]:
    document = read_bytes(data, "page.html", "ppc-japan")
    accounts = extract(document, gazetteer)
    for evidence in (one for account in accounts for one in account.evidence):
        assert document.text[evidence.start : evidence.end] == evidence.quote
    return accounts


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0)])
def test_columns_come_in_any_order(gazetteer: Gazetteer, order: tuple[int, ...]) -> None:
    row = ("令和元年５月29日～30日", "第51回APPAフォーラム", "東京")
    [account] = read(page(*(tuple(one[at] for at in order) for one in (HEADS["ja"], row))), gazetteer)
    assert (account.when.edtf, account.series, account.ordinal) == ("2019-05-29/2019-05-30", "appa-forum", 51)
    assert (account.place.country, account.place.city) == ("JP", "Tokyo")


def test_a_counterpart_alone_is_a_talk_with_it(gazetteer: Gazetteer) -> None:
    [account] = read(
        page(HEADS["counterpart"], ("令和５年３月１日", "英国情報コミッショナー事務局", "オンライン")), gazetteer
    )
    assert account.kind == "bilateral-meeting"
    assert {one.authority for one in account.participants} == {"ico-uk", "ppc-japan"}
    assert account.place.mode == "online"


def test_english_headings_are_known(gazetteer: Gazetteer) -> None:
    [account] = read(
        page(HEADS["en"], ("8-10 November 2022", "44th Global Privacy Assembly", "Istanbul, Türkiye")), gazetteer
    )
    assert (account.when.edtf, account.series, account.ordinal) == ("2022-11-08/2022-11-10", "gpa-conference", 44)


def test_a_table_of_complaints_is_none_of_meetings(gazetteer: Gazetteer) -> None:
    rows = (("月", "相談件数", "国"), ("令和５年３月", "120件", "米国"), ("令和５年４月", "98件", "英国"))
    assert read(page(*rows), gazetteer) == []


def test_what_a_table_holds_is_not_read_again_as_prose(gazetteer: Gazetteer) -> None:
    row = ("令和５年３月１日", "フランス情報処理・自由委員会との会談を行った。", "パリ")
    [account] = read(page(HEADS["ja"], row), gazetteer)
    assert len(account.evidence) == 1


def test_two_rows_of_one_day_are_two_meetings(gazetteer: Gazetteer) -> None:
    rows = (
        ("令和５年３月１日", "英国情報コミッショナー事務局", "ロンドン"),
        ("令和５年３月１日", "フランス情報処理・自由委員会", "パリ"),
    )
    assert len(read(page(HEADS["counterpart"], *rows), gazetteer)) == 2


def test_a_status_column_says_what_was_not_held(gazetteer: Gazetteer) -> None:
    head = ("開催日", "会議名", "開催状況")
    rows = [("令和５年３月１日", "第58回APPAフォーラム", words) for words in ("開催", "延期", "中止", "予定")]
    found = [read(page(head, row), gazetteer)[0].status for row in rows]
    assert found == ["held", "postponed", "cancelled", "planned"]


def test_several_bodies_in_a_row_are_for_a_person(gazetteer: Gazetteer) -> None:
    [account] = read(
        page(HEADS["counterpart"], ("令和５年３月", "米国商務省、米国連邦取引委員会及び米国国務省", "米国")), gazetteer
    )
    assert account.status_review == "review"
    assert any("ambiguous" in reason for reason in account.reasons)


def test_an_unknown_body_becomes_a_proposal(gazetteer: Gazetteer) -> None:
    [account] = read(
        page(HEADS["counterpart"], ("令和５年３月１日", "ルワンダ国家サイバーセキュリティ庁", "東京")), gazetteer
    )
    unknown = [one for one in account.participants if one.authority is None]
    assert [one.label for one in unknown] == ["ルワンダ国家サイバーセキュリティ庁"]
    assert account.status_review == "review"


def test_a_table_may_stand_on_its_side(gazetteer: Gazetteer) -> None:
    rows = (("日時", "令和５年３月１日"), ("会議名", "第58回APPAフォーラム"), ("場所", "シンガポール"))
    [account] = read(page(*rows), gazetteer)
    assert account.place.country == "SG"


def test_days_on_lines_of_their_own_in_one_cell_are_meetings_of_their_own(gazetteer: Gazetteer) -> None:
    row = ("令和５年３月１日<br>令和５年３月９日", "英国情報コミッショナー事務局", "オンライン")
    accounts = read(page(HEADS["counterpart"], row), gazetteer)
    assert [(one.when.edtf, one.status_review) for one in accounts] == [
        ("2023-03-01", "accepted"),
        ("2023-03-09", "accepted"),
    ]


def test_a_day_and_a_place_as_in_the_row_above(gazetteer: Gazetteer) -> None:
    rows = (
        ("3/1", "英国情報コミッショナー事務局", "東京"),
        ("〃", "フランス情報処理・自由委員会", "同上"),
    )
    document = read_bytes(page(HEADS["counterpart"], *rows), "page.html", "ppc-japan", date(2023, 3, 27))
    accounts = extract(document, gazetteer)
    assert {(one.when.edtf, one.place.city) for one in accounts} == {("2023-03-01", "Tokyo")}
    assert len(accounts) == 2
