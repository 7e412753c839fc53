"""Tables in plain text, laid out by hand: a cell begins below its heading, or behind a wide blank."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader

TABLE = """相手機関　　　　　　　　　　　　実施月日　　　場所　　　　　　備考
韓国個人情報保護委員会　　　　　３月３日　　　ソウル（韓国）　委員が出席
フランス情報処理・自由委員会　　同日　　　　　電話会議
カナダ・プライバシーコミッショナー事務局　３月９日　　オンライン　　　延期
"""
FILLED = """開催地　　　　　　形式　　　　開催日　　　　　　　　　会議の名称
ローマ（イタリア）対面　　　　令和５年３月９日～11日　　第３回ワークショップ
"""


def test_each_line_is_a_meeting_of_its_own_counterpart(read: Reader) -> None:
    accounts = read(f"外国機関との対話\n\n{TABLE}")
    told = {
        next(p.authority for p in one.participants if p.authority != "ppc-japan"): (one.when.edtf, one.status)
        for one in accounts
    }
    assert told == {
        "pipc-korea": ("2023-03-03", "held"),
        "cnil-france": ("2023-03-03", "held"),
        "opc-canada": ("2023-03-09", "postponed"),
    }


def test_a_cell_that_fills_its_column_is_parted_from_the_next_by_the_width_of_the_headings(read: Reader) -> None:
    [account] = read(FILLED)
    assert (account.place.city, account.place.mode) == ("Rome", "in-person")
    assert account.when.edtf == "2023-03-09/2023-03-11"


def test_a_heading_ends_the_table_above_it(read: Reader) -> None:
    text = f"１　会議\n{FILLED}２　外国機関との対話\n{TABLE}３　国内\n３月10日に説明会を開催した。\n"
    assert len(read(text)) == 4
