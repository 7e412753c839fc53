"""Japanese prose: who met whom, when and where, in one sentence or several."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader


def who(account) -> set[str | None]:  # type: ignore[no-untyped-def]
    return {one.authority for one in account.participants}


def test_days_listed_are_the_days_of_the_bodies_listed(read: Reader) -> None:
    text = "令和５年３月１日にフランス情報処理・自由委員会と、同月３日にオランダデータ保護機関とそれぞれ会談を行った。"
    first, second = read(text)
    assert (first.when.edtf, second.when.edtf) == ("2023-03-01", "2023-03-03")
    assert "cnil-france" in who(first)
    assert "ap-netherlands" in who(second)


def test_today_is_the_day_of_publication(read: Reader) -> None:
    [account] = read("本日、個人情報保護委員会とフィリピン国家プライバシー委員会は、協力に関する覚書に署名しました。")
    assert (account.kind, account.when.edtf) == ("signing", "2023-03-27")


def test_the_next_day_counts_from_the_sentence_before(read: Reader) -> None:
    text = "令和５年３月１日、フランス情報処理・自由委員会と会談した。翌日、オランダデータ保護機関を訪問した。"
    assert [one.when.edtf for one in read(text)] == ["2023-03-01", "2023-03-02"]


def test_both_are_those_who_met_before(read: Reader) -> None:
    text = (
        "令和５年３月１日、フランス情報処理・自由委員会と会談した。両機関は、令和５年３月20日にもウェブ会議を行った。"
    )
    first, second = read(text)
    assert who(first) == who(second)
    assert second.place.mode == "online"


def test_a_body_whose_name_is_broken_over_lines_is_found(read: Reader) -> None:
    [account] = read("令和５年３月１日、英国情報コミッ\nショナー事務局とロンドンで会\n談を行った。")
    assert "ico-uk" in who(account)
    assert account.place.city == "London"


@pytest.mark.parametrize(
    "day", ["令和５年３月１日", "令和5年3月1日", "令和五年三月一日", "2023年３月１日（水）", "Ｒ５．３．１"]
)
def test_a_day_is_the_same_day_however_written(read: Reader, day: str) -> None:
    [account] = read(f"{day}、フランス情報処理・自由委員会と会談を行った。")
    assert account.when.edtf == "2023-03-01"


def test_the_committee_is_the_publisher_and_that_of_another_country_is_not(read: Reader) -> None:
    [account] = read("令和５年３月１日、当委員会は、韓国個人情報保護委員会の委員長の表敬訪問を受けた。")
    assert who(account) == {"pipc-korea", "ppc-japan"}
    assert {one.role for one in account.participants} == {"visitor", "host"}


def test_statements_have_their_strength_and_their_speaker(read: Reader) -> None:
    text = (
        "令和５年３月１日、フランス情報処理・自由委員会と会談を行った。会談では、当委員会から改正法の内容を説明した。"
        "双方は、執行協力を強化することで一致した。"
    )
    [account] = read(text)
    said = {one.type: one for one in account.statements}
    assert said["explained"].by == "ppc-japan"
    assert (said["agreed"].strength, said["agreed"].by) == ("agreed", None)


def test_a_journey_told_before_its_meetings_is_no_meeting(read: Reader) -> None:
    text = (
        "令和５年３月１日から３日まで、フランス及びオランダを訪問し、各国のデータ保護機関と意見交換を行いました。"
        "３月１日、フランス情報処理・自由委員会と会談した。３月３日、オランダデータ保護機関を訪問した。"
    )
    assert [one.when.edtf for one in read(text)] == ["2023-03-01", "2023-03-03"]
