"""Nothing that was put off, called off or is still to come may pass as held."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader

JAPANESE = [
    ("令和５年３月１日に予定していた英国情報コミッショナー事務局との会談は、中止となった。", "cancelled"),
    ("令和５年３月１日に開催予定であった英国情報コミッショナー事務局との会談を取りやめた。", "cancelled"),
    ("令和５年３月１日の英国情報コミッショナー事務局との会談は、開催を見送った。", "cancelled"),
    ("令和５年３月１日に予定していた英国情報コミッショナー事務局との会談は、４月以降に延期された。", "postponed"),
    ("令和５年３月１日の英国情報コミッショナー事務局との会談は、行われなかった。", "cancelled"),
    ("令和５年３月１日の英国情報コミッショナー事務局との会談は、実現しませんでした。", "cancelled"),
    ("令和５年３月１日に英国情報コミッショナー事務局との会談が開かれる運びであったが、流れた。", "cancelled"),
    ("令和５年３月１日の英国情報コミッショナー事務局との会談は、日程を再調整中である。", "postponed"),
    ("２．中止されたもの\n・３月１日　英国情報コミッショナー事務局との会談\n", "cancelled"),
    ("令和５年６月１日に英国情報コミッショナー事務局と会談を行う予定である。", "planned"),
    ("令和５年６月１日、英国情報コミッショナー事務局と会談を行う。", "planned"),
    ("令和５年３月１日、英国情報コミッショナー事務局と会談を行った。", "held"),
    ("令和５年３月１日、予定どおり英国情報コミッショナー事務局と会談を行った。", "held"),
]
ENGLISH = [
    ("The meeting with the French CNIL planned for 1 March 2023 has been cancelled.", "cancelled"),
    ("The visit to the CNIL on 1 March 2023 had to be called off.", "cancelled"),
    ("A seminar with the CNIL, which should have been held on 1 March 2023, did not take place.", "cancelled"),
    ("The roundtable with the CNIL scheduled for 1 March 2023 was postponed until later this spring.", "postponed"),
    ("The visit to the CNIL on 1 March 2023 fell through.", "cancelled"),
    ("The meeting with the CNIL of 1 March 2023 was rearranged for June.", "postponed"),
    ("The ICO will meet with the CNIL in Paris on 1 June 2023.", "planned"),
    ("The ICO is due to visit the CNIL on 3 April 2023.", "planned"),
    ("The ICO met with the CNIL on 1 March 2023.", "held"),
    ("The ICO met with the CNIL on 1 April 2023.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), JAPANESE)
def test_japanese_words_say_what_became_of_a_meeting(read: Reader, text: str, status: str) -> None:
    assert [account.status for account in read(text)] == [status]


@pytest.mark.parametrize(("text", "status"), ENGLISH)
def test_english_words_say_what_became_of_a_meeting(read: Reader, text: str, status: str) -> None:
    assert [account.status for account in read(text, publisher="ico-uk")] == [status]


def test_held_after_a_delay_is_held_and_looked_at(read: Reader) -> None:
    [account] = read("令和５年３月１日、延期されていた第40回APPAフォーラムがソウルで開催され、職員が出席した。")
    assert account.status == "held"
    assert account.status_review == "review"


@pytest.mark.parametrize(
    "text",
    [
        "令和５年３月15日に、フランス情報処理・自由委員会との会談を打診した。",
        "令和５年３月15日、フランス情報処理・自由委員会との会談の日程について、調整を行った。",
    ],
)
def test_arranging_a_meeting_is_no_meeting_accepted(read: Reader, text: str) -> None:
    assert all(account.status_review == "review" for account in read(text))


def test_a_declined_invitation_is_not_accepted_as_held(read: Reader) -> None:
    found = read("On 1 March 2023 the ICO attended no meeting, and declined to meet with the CNIL.", publisher="ico-uk")
    assert all(account.status != "held" or account.status_review == "review" for account in found)


def test_what_there_is_on_a_day_to_come_is_planned(read: Reader) -> None:
    text = "12月の７日から９日までは、シドニーでアジア太平洋プライバシー機関フォーラムの第56回会合があります。"
    assert all(account.status == "planned" for account in read(text, published="2021-12-01"))


def test_an_invitation_tells_of_a_meeting_to_come(read: Reader) -> None:
    form = "日時　2023年５月20日（土）\n会場　仙台市\n\n登壇者　韓国個人情報保護委員会\n"
    page = f"国際シンポジウム「越境データとアジア」のご案内\n\n{form}"
    (told,) = read(page, published="2023-03-27")
    assert (told.when.edtf, told.status) == ("2023-05-20", "planned")


def test_a_visit_that_could_not_be_made_is_not_accepted(read: Reader) -> None:
    text = (
        "令和５年２月１日に予定していた講演会は、英国情報コミッショナー事務局長官の来日が困難となったため、延期した。"
    )
    assert all(account.status_review == "review" and account.status != "held" for account in read(text))
