"""Kana: how Japanese names are read, and the order in which readings are sorted (五十音順).

The order is that of JIS X 4061: clear sounds before voiced ones, small signs as large ones, the long mark as the
vowel before it; what is the same so far is told apart by the signs themselves.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_KANA: Final = re.compile("[ぁ-ゖゔァ-ヺー・＝ 　]+")
_HIRAGANA: Final = re.compile("[ぁ-ゖゔー]+")
_SMALL: Final = str.maketrans("ぁぃぅぇぉゃゅょゎっゕゖ", "あいうえおやゆよわつかけ")
_VOICING: Final = str.maketrans("", "", "\u3099\u309a")
_TO_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_PARTING: Final = str.maketrans("・＝　", "   ")
_ROWS: Final = (
    "あかさたなはまやらわ",
    "いきしちにひみりゐ",
    "うくすつぬふむゆる",
    "えけせてねへめれゑ",
    "おこそとのほもよろを",
)
_VOWEL_OF: Final = {sign: row[0] for row in _ROWS for sign in row}


def is_kana(words: str) -> bool:
    """Whether words are written in kana alone, so that they say themselves how they are read."""
    return bool(_KANA.fullmatch(words))


def is_hiragana(words: str) -> bool:
    """Whether words are written in hiragana alone, as a reading is typed."""
    return bool(_HIRAGANA.fullmatch(words))


def hiragana(words: str) -> str:
    """Katakana as hiragana; everything else as it is."""
    return words.translate(_TO_HIRAGANA)


def reading_of(words: str) -> str | None:
    """The reading of words in kana; None for others, whose reading somebody has to say."""
    return " ".join(hiragana(words).translate(_PARTING).split()) if is_kana(words) else None


def sort_key(reading: str) -> tuple[str, str]:
    """By what a reading is sorted: its plain sounds first, then its signs."""
    signs = hiragana(reading).replace(" ", "")
    large = unicodedata.normalize("NFD", signs).translate(_VOICING).translate(_SMALL)
    plain: list[str] = []
    for sign in large:
        plain.append(_VOWEL_OF.get(plain[-1], sign) if sign == "ー" and plain else sign)
    return "".join(plain), signs
