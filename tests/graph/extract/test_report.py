"""The front door: a document to accounts, with what stays out of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SankyokuError
from graph.extract import Gazetteer, extract
from graph.sources.read import read_bytes
from tests.graph.extract.conftest import ROOT, Reader


@pytest.mark.parametrize(
    "text",
    [
        "令和５年３月15日に開催された第233回個人情報保護委員会において、ガイドラインを決定した。",
        "令和５年３月10日、全国の事業者を対象とする説明会を東京で開催した。",
        "令和５年２月３日に意見募集を開始し、令和５年３月５日に締め切った。",
        "個人情報の保護に関する法律は、平成15年５月30日に公布された。",
        "令和５年３月１日、官民データ活用戦略会議が開催された。",
        "令和５年３月１日、日本経済団体連合会と意見交換を行った。",
        "令和５年３月１日付けで、国際室長に山田太郎を任命した。",
    ],
)
def test_what_is_no_meeting_with_anybody_abroad_stays_out(read: Reader, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Data Protection Act 2018 received Royal Assent on 23 May 2018.",
        "The consultation on the draft guidance closes on 12 May 2023.",
        "Mr Edwards was appointed on 4 January 2022.",
        "A public workshop on consumer lending will be held in London on 30 April 2023.",
        "Last updated: 20 March 2023",
    ],
)
def test_laws_deadlines_appointments_and_domestic_events_stay_out(read: Reader, text: str) -> None:
    assert read(text, publisher="ico-uk") == []


def test_one_event_told_twice_is_one(read: Reader) -> None:
    text = (
        "令和５年３月１日、シンガポール個人情報保護委員会と会談を行った。\n\n"
        "なお、同月１日のシンガポール個人情報保護委員会との会談では、越境移転について意見交換を行った。\n"
    )
    [account] = read(text)
    assert account.when.edtf == "2023-03-01"
    assert len(account.evidence) == 2


def test_an_era_year_that_never_came_is_for_a_person_to_see(read: Reader) -> None:
    [account] = read("平成32年２月１日、シンガポール個人情報保護委員会と会談を行った。")
    assert account.when.edtf == "2020-02-01"
    assert account.status_review == "review"


def test_an_impossible_date_makes_no_account(read: Reader) -> None:
    assert read("令和元年13月45日、シンガポール個人情報保護委員会と会談を行った。") == []


def test_the_same_document_is_always_read_the_same(read: Reader) -> None:
    text = "令和５年３月１日及び３日に、フランス情報処理・自由委員会と会談を行った。"
    assert read(text) == read(text)


SIGNS = "令和元年３月1０日〜及び、。（）第回会談とを行い予定延期米国欧州委員会 \n\tMay 2019met with in-"


@settings(max_examples=60)
@given(
    st.text(
        alphabet="令和元年３月1０日〜及び、。（）第回会談とを行い予定延期米国欧州委員会 \n\tMay 2019met with in-",
        max_size=200,
    )
)
def test_any_words_are_read_without_a_crash(text: str) -> None:
    try:
        document = read_bytes(text.encode(), "page.txt", "ppc-japan")
    except SankyokuError:
        return
    for account in extract(document, _GAZETTEER):
        assert account.when.earliest <= account.when.latest
        assert all(document.text[one.start : one.end] == one.quote for one in account.evidence)


_GAZETTEER = Gazetteer.load(ROOT / "data")
