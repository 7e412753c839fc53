"""Dates that cannot be are named to the person in one sentence in each language; real ones never are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import era
from graph.edtf import from_edtf
from graph.extract import Gazetteer
from graph.extract.warnings import warnings
from graph.model import Text
from graph.sources.read import read_bytes


def told(text: str, gazetteer: Gazetteer) -> tuple[Text, ...]:
    return warnings(read_bytes(text.encode(), "page.txt", "ppc-japan", date(2024, 1, 1)), gazetteer)


@pytest.mark.parametrize(
    "words",
    [
        "令和元年13月45日", "２０２３年２月３０日", "６月31日", "平成32年", "令和五年十三月一日", "2023-02-30",
        "31 June 2024", "February 30, 2024",
    ],
)  # fmt: skip
def test_names_a_date_that_cannot_be(words: str, gazetteer: Gazetteer) -> None:
    (sentence,) = told(f"個人情報保護委員会は、{words}に英国情報コミッショナー事務局と会談した。", gazetteer)
    shown = words.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    assert shown in (sentence.en or "")
    assert shown in (sentence.ja or "")
    assert (sentence.ja or "").endswith("原文を確認してください。")


def test_one_sentence_for_a_file_with_both_kinds(gazetteer: Gazetteer) -> None:
    (sentence,) = told("令和元年13月45日の会談及び平成32年４月の会合。令和元年13月45日は誤りである。", gazetteer)
    assert sentence.ja is not None
    assert sentence.ja.count("令和元年13月45日") == 1
    assert "平成32年" in sentence.ja


def test_says_nothing_of_a_document_without_slips(gazetteer: Gazetteer) -> None:
    assert told("令和６年２月29日に開催した。平成31年４月30日まで、12か月間、30日以内、第13回。", gazetteer) == ()


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2040, 12, 31)))
def test_no_real_day_is_ever_named(day: date, gazetteer: Gazetteer) -> None:
    when = from_edtf(day.isoformat())
    for words in (era(when, "ja"), era(when, "en"), f"{day.year}年{day.month}月{day.day}日", day.isoformat()):
        assert told(f"会合は{words}に開催された。", gazetteer) == ()
