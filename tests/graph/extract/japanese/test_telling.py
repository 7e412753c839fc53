"""Which words say whether a meeting took place: looking back, looking ahead, and dates that lean on others."""

from __future__ import annotations

from graph.extract import Gazetteer, extract
from graph.extract.doubts import DAY_LEANS, YEAR_OF_PAGE
from graph.model import Account
from graph.sources.read import read_bytes
from tests.graph.extract.conftest import Reader


def test_a_meeting_one_prepares_for_is_planned_even_behind_its_day(read: Reader) -> None:
    text = "令和５年３月20日に開催される、「G7デジタル・技術大臣会合」に向けて、協力を得るべく対話をしたところです。"
    (told,) = read(text, "digital-agency-japan", "2023-04-01")
    assert (told.status, told.status_review) == ("planned", "review")


def test_a_meeting_one_looks_back_at_was_held(read: Reader) -> None:
    text = "本年１月のG7デジタル大臣会合を踏まえ、成果を確認するとともに、次回イタリアで開催予定の会合に協力する。"
    (told,) = read(text, "mic-japan")
    assert (told.when.edtf, told.status, told.series) == ("2023-01", "held", "g7-digital-ministers")


def test_several_numbered_meetings_held_together_are_several(read: Reader) -> None:
    text = "３月１日、日EU・ICT政策対話（第30回）及び日EU・ICT戦略ワークショップ（第15回）を開催した。"
    assert {(one.series, one.ordinal) for one in read(text, "mic-japan")} == {
        ("eu-japan-ict-dialogue", 30),
        ("eu-japan-ict-workshop", 15),
    }


def test_the_day_of_an_agreement_is_not_that_of_the_talks(read: Reader) -> None:
    assert read("2022年６月に両国の間で、日英デジタルグループ会合を行うことが合意された。", "mic-japan") == []


def test_a_day_told_by_another_needs_review(read: Reader) -> None:
    first, second = read(
        "３月１日、フランス情報処理・自由委員会と会談した。また、同月３日、英国情報コミッショナー事務局と会談した。"
    )
    assert (first.status_review, second.status_review) == ("accepted", "review")
    assert DAY_LEANS in second.reasons


def _undated(gazetteer: Gazetteer, text: str) -> list[Account]:
    """The accounts of a page that does not say when it was published."""
    return extract(read_bytes(text.encode(), "page.txt", "ppc-japan"), gazetteer)


def test_this_year_on_an_undated_page_is_that_of_its_first_date(gazetteer: Gazetteer) -> None:
    text = "令和５年６月１日、第59回APPAフォーラムに参加した。\n\n本年３月に開催された世界プライバシー会議で発言した。"
    earlier, own = _undated(gazetteer, text)
    assert (own.when.edtf, own.status_review) == ("2023-06-01", "accepted")
    assert (earlier.when.edtf, earlier.status_review) == ("2023-03", "review")
    assert YEAR_OF_PAGE in earlier.reasons


def test_a_page_that_begins_without_a_year_gives_none(gazetteer: Gazetteer) -> None:
    text = "６月１日、第59回APPAフォーラムが開催されます。\n\n昨年12月に開催された会合の報告は、2021年３月に公表した。"
    assert _undated(gazetteer, text) == []
