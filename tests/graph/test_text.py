"""Normal form and the way back: every normalised span leads to the characters that it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text import bounded, fold, key, lowered, normal, rejoined


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("ＡＰＰＡフォーラム", "APPAフォーラム"),
        ("ﾃﾞｰﾀ保護", "データ保護"),
        ("情報コミッ\nショナー", "情報コミッショナー"),
        ("Data\n  Protection", "Data Protection"),
        ("５月１日～３日", "5月1日〜3日"),
        ("①認証 Ⅲ", "①認証Ⅲ"),
        ("Information Commissioner’s Office", "Information Commissioner's Office"),
    ],
)
def test_the_normal_form(written: str, plain: str) -> None:
    assert normal(written) == plain


@given(st.text(max_size=80))
def test_every_span_leads_back(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text(alphabet="Ａa１①がﾀ～ 　\n漢字's-", max_size=40))
def test_a_normal_form_is_its_own(text: str) -> None:
    assert normal(normal(text)) == normal(text)


def test_a_span_is_that_of_the_characters_it_stands_for() -> None:
    text = "前 英国情報コミッ\nショナー 後"
    folded = fold(text)
    start = folded.text.index("情報コミッショナー")
    first, last = folded.span(start, start + len("情報コミッショナー"))
    assert text[first:last] == "情報コミッ\nショナー"
    assert rejoined(text, first, last) == "情報コミッショナー"
    assert folded.position(first) == start


def test_names_are_compared_by_letters_alone() -> None:
    assert key("Ａ・Ｐ－ＰＡ フォーラム") == key("appaフォーラム")


def test_a_latin_name_stands_free() -> None:
    assert bounded("the ICO met", 4, 7)
    assert not bounded("silICOn", 3, 6)
    assert lowered("İCO") == "İco"
