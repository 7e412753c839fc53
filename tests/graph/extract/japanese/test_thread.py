"""What runs from sentence to sentence: headings, the line that opens a meeting, what became of it afterwards."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader

HEADED = """１．ワシントンD.C.
（１）米国商務省次官との面談（３月１日）
　越境データ移転について意見を交わしました。
（２）米国連邦取引委員会委員との会談（３月２日）
　先方の急な公務により、とりやめとなりました。
"""
DIARY = """３月１日（水）　フランス情報処理・自由委員会委員と会食
３月２日（木）　第240回個人情報保護委員会
３月３日（金）　英国情報コミッショナー事務局副コミッショナーの来訪（４月に延期）
4.20（木）　カナダ・プライバシーコミッショナーとの電話会談
"""


def test_a_heading_tells_of_a_talk_and_the_text_below_it_what_became_of_it(read: Reader) -> None:
    first, second = read(HEADED, "meti-japan")
    assert (first.status, first.when.edtf, first.place.city) == ("held", "2023-03-01", "Washington")
    assert (second.status, second.when.edtf) == ("cancelled", "2023-03-02")
    assert [one.type for one in first.statements] == ["discussed"]


def test_each_line_of_a_diary_stands_for_itself(read: Reader) -> None:
    told = [(one.when.edtf, one.kind, one.status) for one in read(DIARY, published="2023-05-01")]
    assert told == [
        ("2023-03-01", "bilateral-meeting", "held"),
        ("2023-03-03", "visit", "postponed"),
        ("2023-04-20", "conference-call", "held"),
    ]


def test_a_line_opens_what_the_paragraph_below_tells(read: Reader) -> None:
    text = "○令和５年３月１日　米国商務省幹部との面談\n事務局長が次官補代理と、協力を進めることで一致した。\n"
    [account] = read(text)
    assert {one.type for one in account.statements} == {"agreed"}


def test_a_talk_on_the_occasion_of_another_meeting_is_for_review(read: Reader) -> None:
    text = (
        "令和５年３月１日、グローバルCBPRフォーラムのワークショップを開催した。"
        "これに先立ち、当委員会の委員と米国商務省の課長との間で打合せが行われた。"
    )
    aside = next(one for one in read(text) if one.kind == "bilateral-meeting")
    assert (aside.when.edtf, aside.status_review) == ("2023-03-01", "review")
