"""Where the meetings of Japanese tables were: visitors at home, goals of journeys, headings shared with row numbers."""

from __future__ import annotations

import pytest

from graph.extract import Gazetteer
from graph.extract.places import cities_in
from tests.graph.extract.conftest import Reader

VISITORS = """来訪者の受入れ

来訪日　　　国・地域　　　機関名　　　　　　　　　　話題
2017.4.12　 ベトナム　　　情報通信省　　　　　　　　標準
2017.5.30　 米国　　　　　連邦取引委員会（FTC）　　【オンライン】執行
"""
GOALS = """職員の派遣

期　間　　　　　　　　用　務　　　　　　　　　　　　訪問先
2017.4.24～4.27　　　 第３回国際認証会議　　　　　　キャンベラ
2017.9.11～9.15　　　 第18回国際規格会議　　　　　　ヘルシンキ
"""
SHARED = """国際会議の一覧

番号／開催期間　　　　会議の名称　　　　　　　　　　開催地　　　　　　　　出席者
（１）
H29.7.13～7.14　　　　第47回APPAフォーラム　　　　　シドニー（豪州）　　　委員長
（２）
H29.11.28　　　　　　 通信分野のデータ保護に関する　パリ（フランス）　　　専門委員
～11.29　　　　　　　 国際作業部会
"""


def test_visitors_are_received_at_home_and_their_country_is_no_place(read: Reader) -> None:
    told = read(VISITORS, "ppc-japan", "2018-04-01")
    assert [(one.when.edtf, one.place.countries, one.place.mode) for one in told] == [
        ("2017-04-12", ("JP",), "in-person"),
        ("2017-05-30", (), "online"),
    ]


def test_where_one_went_beside_the_name_of_a_meeting_is_its_place(read: Reader) -> None:
    told = read(GOALS, "ppc-japan", "2018-04-01")
    assert [(one.when.edtf, one.place.city) for one in told] == [
        ("2017-04-24/2017-04-27", "Canberra"),
        ("2017-09-11/2017-09-15", "Helsinki"),
    ]


def test_a_heading_may_be_shared_with_the_numbers_of_rows(read: Reader) -> None:
    told = read(SHARED, "ppc-japan", "2018-04-01")
    assert [(one.when.edtf, one.place.city) for one in told] == [
        ("2017-07-13/2017-07-14", "Sydney"),
        ("2017-11-28/2017-11-29", "Paris"),
    ]


@pytest.mark.parametrize(
    ("words", "cities"),
    [("ゲイザースバーグ", ["Gaithersburg"]), ("スバ", ["Suva"]), ("クリマ研究所", []), ("パリ協定", ["Paris"])],
)
def test_a_city_is_no_part_of_another_word(gazetteer: Gazetteer, words: str, cities: list[str]) -> None:
    assert [one.id for one in cities_in(words, gazetteer)] == cities
