"""What words are told alike, and that a batch is folded as its texts are one by one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.index.folding import ROW_END, folded, pairs

TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters=ROW_END),
        st.sampled_from("ＡＢｶﾞﾊﾟ゛゚がが㈱①ß　 \nÉé第５１回個人情報保護abc"),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("ＡＰＰＡ", "appa"),
        ("ｶﾞﾊﾞﾅﾝｽ", "ガバナンス"),
        ("第５１回", "第51回"),
        ("個人 情報", "個人情報"),
        ("Data  Privacy", "data privacy"),
        ("Autorité", "autorite"),
        ("e\u0301t", "et"),
        ("Straße", "strasse"),
        ("㈱日本", "(株)日本"),
        ("が", "が"),
        ("𠮷野", "𠮷野"),
        ("", ""),
    ],
)
def test_width_case_accents_and_blanks_do_not_matter(typed: str, form: str) -> None:
    assert folded(typed) == form


@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(TEXTS)
def test_compatibility_forms_fold_alike(text: str) -> None:
    assert folded(unicodedata.normalize("NFC", text)) == folded(text)


@given(st.lists(TEXTS, max_size=6))
def test_a_batch_is_folded_as_its_texts_are(texts: list[str]) -> None:
    assert folded(ROW_END.join(texts)).split(ROW_END) == [folded(text) for text in texts] or not texts


def test_words_are_looked_up_by_pairs_with_a_japanese_sign() -> None:
    assert pairs("第51回") == ["第5", "1回"]
    assert pairs("英国") == ["英国"]
    assert pairs("ftc") == []
