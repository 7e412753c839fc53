"""Journeys and half-years of talks are no meetings."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader


def test_a_journey_to_countries_is_no_meeting_but_the_talks_on_it_are(read: Reader) -> None:
    text = (
        "委員は、令和５年３月１日から８日まで、フランス及びドイツを訪問しました。"
        "３月２日には、フランス情報処理・自由委員会と会談しました。"
    )
    assert [one.when.edtf for one in read(text)] == ["2023-03-02"]


def test_a_gathering_attended_on_a_journey_needs_a_look_at_its_days(read: Reader) -> None:
    text = (
        "委員は、令和５年３月１日から８日まで、ドイツを訪問し、"
        "G7データ保護・プライバシー機関ラウンドテーブル会合に出席した。"
    )
    [account] = read(text)
    assert account.status_review == "review"
