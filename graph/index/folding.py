"""The form in which words are indexed and looked up: width, case and accents folded, Japanese words unbroken.

Latin words are indexed whole (and found by their beginnings), everything from CJK upwards by pairs of signs:
two-character words (英国, 会合) are the commonest in Japanese, and no dictionary has to know them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

FIRST_CJK: Final = "⺀"
ROW_END: Final = "\x00"

_ACCENTED: Final = re.compile("[\u00c0-\u024f]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_BETWEEN_CJK: Final = re.compile(f"(?<=[{FIRST_CJK}-\U0010ffff]) +(?=[{FIRST_CJK}-\U0010ffff])")
_BLANKS: Final = re.compile(r"[^\S\n\x00]+")
WORD: Final = re.compile("[0-9a-z\u0370-\u1fff]+")
WORD_OR_END: Final = re.compile("[0-9a-z\u0370-\u1fff]+|\x00")


def without_controls(text: str) -> str:
    """The text with a space for each control character, so that none is taken for the end of a row."""
    return _CONTROL.sub(" ", text)


def folded(text: str) -> str:
    """The folded form. Line ends and ``ROW_END`` stay, so a whole batch of texts can be folded in one go."""
    wide = _ACCENTED.sub(_without_accent, unicodedata.normalize("NFKC", text).casefold())
    return _BETWEEN_CJK.sub("", _BLANKS.sub(" ", wide))


def _without_accent(found: re.Match[str]) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", found[0]) if not unicodedata.combining(sign))


def is_cjk(sign: str) -> bool:
    """Whether a sign belongs to a script written without spaces."""
    return sign >= FIRST_CJK


def pairs(word: str) -> list[str]:
    """The pairs of neighbouring signs by which a folded word is looked up: at least one of the two is CJK."""
    return [word[i : i + 2] for i in range(len(word) - 1) if is_cjk(word[i]) or is_cjk(word[i + 1])]
