"""Where a meeting took place: in the sentence, in a bracket, in the heading above, or at nobody's table."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader

MET = "フランス情報処理・自由委員会と会談を行った。"


@pytest.mark.parametrize(
    ("text", "city", "mode"),
    [
        (f"令和５年３月１日、ベルギー・ブリュッセルのEU本部において、{MET}", "Brussels", "in-person"),
        ("令和５年３月１日　フランス情報処理・自由委員会との会談（委員、パリ）", "Paris", "in-person"),
        (f"令和５年３月１日、対面及びオンライン形式で、{MET}", None, "hybrid"),
        ("令和５年３月１日、フランス情報処理・自由委員会と電話で会談した。", None, "online"),
        ("１．パリ\n令和５年３月１日、フランス情報処理・自由委員会と会談を行った。\n", "Paris", "in-person"),
        (f"○パリ（３月１日）\n　令和５年３月１日、{MET}\n", "Paris", "in-person"),
    ],
)
def test_the_place_is_found_where_it_stands(read: Reader, text: str, city: str | None, mode: str) -> None:
    [account] = read(text)
    assert (account.place.city, account.place.mode) == (city, mode)


def test_the_place_of_the_next_meeting_is_not_that_of_this_one(read: Reader) -> None:
    text = "令和５年３月１日、フランス情報処理・自由委員会と会談し、次回会合を10月に東京で開催することで合意した。"
    first, _ = read(text)
    assert (first.status, first.place.city) == ("held", None)
