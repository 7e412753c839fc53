"""The form in which words are indexed and looked up: width, case and accents folded, Japanese words unbroken.

Latin words are indexed whole (and found by their beginnings), everything from CJK upwards by pairs of signs:
two-character words (英国, 会合) are the commonest in Japanese, and no dictionary has to know them.

Folding is NFKC with case folding, without accents. Nearly every sign folds to one sign, by a table; the few that
combine with their neighbours or become several (㈱, ﾞ, ß) are seen to first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

FIRST_CJK: Final = "⺀"
ROW_END: Final = "\x00"
WORD: Final = re.compile("[0-9a-z\u0370-\u1fff]+")
WORD_OR_END: Final = re.compile("[0-9a-z\u0370-\u1fff]+|\x00")

Signs = NDArray[np.uint32]

_CJK: Final = ord(FIRST_CJK)
_SPECIAL: Final = 0xFFFFFFFF
_TABLE_SIZE: Final = 0x10000
_BLANK: Final = 32
_LINE_ENDS: Final = "\n\x00"
# Signs that stay what they are: unified ideographs and Hangul syllables, not worth asking one by one.
_STAYING: Final = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xAC00, 0xD7A4))
_JAMO: Final = range(0x1100, 0x1200)
_VOICING: Final = "ﾞﾟ"
_ACCENTED: Final = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")


def folded(text: str) -> str:
    """The folded form of a text."""
    return as_text(fold_signs(text))


def as_text(signs: Signs) -> str:
    """The text of signs."""
    return signs.tobytes().decode("utf-32-le", "replace")


def fold_signs(text: str) -> Signs:
    """The folded form as code points. Line ends and ``ROW_END`` stay, so many texts can be folded in one go."""
    signs = _mapped(_signs(text))
    if (signs == _SPECIAL).any():
        plain = _special_runs().sub(lambda run: _fold_slowly(run[0]), text)
        original = _signs(plain)
        signs = _mapped(original)
        signs = np.where(signs == _SPECIAL, original, signs)
    return _without_needless_blanks(signs)


def _signs(text: str) -> Signs:
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)


def _mapped(signs: Signs) -> Signs:
    mapped = _table()[np.minimum(signs, _TABLE_SIZE - 1)]
    beyond = signs >= _TABLE_SIZE
    if beyond.any():
        ideographs = (signs >= 0x20000) & (signs < 0x2F800)
        mapped[beyond] = np.where(ideographs, signs, np.uint32(_SPECIAL))[beyond]
    return mapped


def _without_needless_blanks(signs: Signs) -> Signs:
    """One blank between words, none between two Japanese signs."""
    blank = signs == _BLANK
    if not blank.any():
        return signs
    again = blank[1:] & blank[:-1]
    if again.any():
        signs = signs[np.concatenate(([True], ~again))]
        blank = signs == _BLANK
    cjk = signs >= _CJK
    inside = blank[1:-1] & cjk[:-2] & cjk[2:]
    return signs[np.concatenate(([True], ~inside, [True]))] if inside.any() else signs


@cache
def _table() -> Signs:
    """What each sign of the basic plane folds to, or ``_SPECIAL``."""
    table = np.arange(_TABLE_SIZE, dtype=np.uint32)
    staying = {sign for first, end in _STAYING for sign in range(first, end)}
    for code in set(range(_TABLE_SIZE)) - staying - set(range(0xD800, 0xE000)):
        table[code] = _folded_sign(chr(code))
    table[-1] = _SPECIAL
    return table


def _folded_sign(sign: str) -> int:
    if sign in _LINE_ENDS:
        return ord(sign)
    if unicodedata.combining(sign) or sign in _VOICING or ord(sign) in _JAMO:
        return _SPECIAL
    form = _fold_slowly(sign)
    return ord(form) if len(form) == 1 else _SPECIAL


def _fold_slowly(text: str) -> str:
    form = _ACCENTED.sub(_without_accent, unicodedata.normalize("NFKC", text).casefold())
    return "".join(" " if sign.isspace() and sign not in _LINE_ENDS else sign for sign in form)


def _without_accent(found: re.Match[str]) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", found[0]) if not unicodedata.combining(sign))


@cache
def _special_runs() -> re.Pattern[str]:
    """Runs of special signs, each with the sign before it, with which it may combine."""
    codes = np.flatnonzero(_table() == _SPECIAL)
    runs = np.split(codes, np.flatnonzero(np.diff(codes) > 1) + 1)
    ranges = "".join(f"{re.escape(chr(run[0]))}-{re.escape(chr(run[-1]))}" for run in runs)
    return re.compile(f"[^{ROW_END}]?[{ranges}\U00010000-\U0001ffff\U0002f800-\U0010ffff]+")


def is_cjk(sign: str) -> bool:
    """Whether a sign belongs to a script written without spaces."""
    return sign >= FIRST_CJK


def pairs(word: str) -> list[str]:
    """The pairs of neighbouring signs by which a folded word is looked up: at least one of the two is CJK."""
    return [word[i : i + 2] for i in range(len(word) - 1) if is_cjk(word[i]) or is_cjk(word[i + 1])]
