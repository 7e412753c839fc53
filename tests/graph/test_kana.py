"""Readings of Japanese names: what kana say themselves, and the order of the fifty sounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.kana import hiragana, is_hiragana, is_kana, reading_of, sort_key

KANA = st.text(st.sampled_from("あいうかがきぎくぐさざただはばぱまやゃゆゅよょらわをんゔー"), min_size=1)


def test_words_in_kana_are_their_own_reading() -> None:
    assert reading_of("マカオ") == "まかお"
    assert reading_of("セント・ヘレナ") == "せんと へれな"
    assert reading_of("英国") is None
    assert is_kana("アジアプライバシーブリッジフォーラム")
    assert not is_hiragana("タイ")


def test_the_order_is_that_of_the_fifty_sounds() -> None:
    names = ["ぷらいばしー", "ふらんす", "ぶるがりあ", "べるぎー", "おーすとりあ", "おおさか", "かなだ", "がいむしょう"]
    assert sorted(names, key=sort_key) == [
        "おおさか",
        "おーすとりあ",
        "がいむしょう",
        "かなだ",
        "ぷらいばしー",
        "ふらんす",
        "ぶるがりあ",
        "べるぎー",
    ]


def test_a_clear_sound_comes_before_a_voiced_one_where_all_else_is_the_same() -> None:
    assert sorted(["ばす", "はす", "ぱす"], key=sort_key) == ["はす", "ばす", "ぱす"]
    assert sort_key("きょう")[0] == sort_key("きよう")[0]


@given(KANA)
def test_katakana_and_hiragana_are_sorted_alike(reading: str) -> None:
    katakana = "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign for sign in reading)
    assert hiragana(katakana) == reading
    assert sort_key(katakana) == sort_key(reading)
