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


def test_meeting_that_the_publisher_did_not_attend_is_held_without_it(read: Reader) -> None:
    (one,) = read("　令和４年10月２日、日英間の定期協議が開催されたが、当委員会は出席しなかった。\n")
    assert one.status == "held"
    assert one.status_review == "review"
    assert all(participant.authority != "ppc-japan" for participant in one.participants)


def test_talks_named_by_their_countries_guess_no_body(read: Reader) -> None:
    (one,) = read("　令和４年10月２日、日英間の定期協議をロンドンにおいて開催した。\n")
    assert (one.kind, one.status, one.place.city) == ("bilateral-meeting", "held", "London")
    assert [(each.authority, each.label) for each in one.participants] == [
        (None, "英国"),
        ("ppc-japan", "個人情報保護委員会"),
    ]
    assert one.status_review == "review"


def test_next_of_a_talk_told_before_is_planned(read: Reader) -> None:
    text = (
        "　令和４年10月２日、英国情報コミッショナー事務局と会談した。\n　次回は、令和６年に東京で開催する予定である。\n"
    )
    held, following = read(text)
    assert (held.status, following.status) == ("held", "planned")
    assert following.when.edtf == "2024"
    assert following.status_review == "review"


def test_page_that_is_a_form_tells_of_one_meeting(read: Reader) -> None:
    text = (
        "欧州委員会との事務レベル協議の結果について\n\n"
        "１　日時\n　　令和４年12月14日（水）10時から12時まで\n２　場所\n　　ブリュッセル（ベルギー）\n"
        "３　出席者\n　　（欧州側）欧州委員会司法・消費者総局ほか\n"
    )
    (one,) = read(text)
    assert (one.when.edtf, one.place.city, one.kind) == ("2022-12-14", "Brussels", "bilateral-meeting")
    assert "ec-dg-just" in {each.authority for each in one.participants}


@pytest.mark.parametrize(("off", "status"), [("延期", "postponed"), ("中止", "cancelled"), ("予定", "planned")])
def test_form_with_a_note_of_delay_is_not_held(read: Reader, off: str, status: str) -> None:
    text = f"会議名：英国情報コミッショナー事務局との定期協議（{off}）\n日時：令和４年２月３日\n場所：ロンドン\n"
    assert [one.status for one in read(text)] == [status]
