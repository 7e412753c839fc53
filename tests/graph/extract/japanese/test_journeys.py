"""Meetings on days of a journey are where it led, unless they say another place."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader


@pytest.mark.parametrize(
    ("journey", "country", "city"),
    [
        ("2023年３月１日から４日まで、ペルーの首都リマにおいて国際会議が開催されました。", "PE", "Lima"),
        ("2023年３月１日から４日にかけて、同機関の長官が日本を訪れました。", "JP", None),
        ("2023年３月に委員が米国を訪問しました。", "US", None),
    ],
)
def test_a_meeting_on_a_journey_is_where_it_led(read: Reader, journey: str, country: str, city: str | None) -> None:
    told = read(f"{journey}\n\n2023年３月２日、フィリピン国家プライバシー委員会と会談しました。")
    talk = next(one for one in told if one.when.edtf == "2023-03-02")
    assert (talk.place.country, talk.place.city, talk.place.mode) == (country, city, "in-person")


def test_a_call_on_a_journey_is_nowhere(read: Reader) -> None:
    told = read(
        "2023年３月１日から４日まで、委員が米国を訪問しました。\n\n"
        "2023年３月２日、フィリピン国家プライバシー委員会とオンラインで会談しました。"
    )
    assert [one.place.mode for one in told if one.when.edtf == "2023-03-02"] == ["online"]
