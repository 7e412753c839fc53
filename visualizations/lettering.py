"""How wide words are and where a line may end, in Japanese and in Latin script, without a font at hand.

Widths are in thousandths of the font size. Wide and full-width characters (Unicode East Asian Width W and F)
take a whole square; printable ASCII has a table: the larger of Noto Sans CJK JP and Liberation Sans, so that
a box drawn for one font holds the words in the other. Line ends follow the 禁則 rules of JIS X 4051: closing
marks and small kana never begin a line, opening brackets never end one.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

#: Thousandths of an em for U+0020 to U+007E.
ASCII_WIDTHS: Final = (
    (278, 323, 474, 556, 556, 921, 680, 278, 338, 338, 467, 584, 278, 347, 278, 392)
    + (556,) * 10
    + (278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 728, 293, 535, 667, 556, 833)
    + (723, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 338, 392, 338, 555, 559, 606, 563)
    + (618, 510, 620, 556, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 500, 377, 607)
    + (521, 802, 500, 521, 500, 338, 270, 338, 584)
)
BOLD: Final = 1.06
SAFETY: Final = 1.04
NEVER_FIRST: Final = frozenset(
    "·、。，．・：；？！!?,.:;)]}）］｝〕〉》」』】〙〗’”»ゝゞーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々〻‐゠–〜～%％"
)
NEVER_LAST: Final = frozenset("([{（［｛〔〈《「『【〘〖‘“«①②③④⑤⑥⑦⑧⑨第約")
#: A number is not parted from what it counts (our own addition to the rules).
COUNTERS: Final = frozenset("年月日回度次件名条号")
ELLIPSIS: Final = "…"


@cache
def _character_width(character: str) -> int:
    code = ord(character)
    if 0x20 <= code <= 0x7E:
        return ASCII_WIDTHS[code - 0x20]
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Cc", "Mn"}:
        return 0
    breadth = unicodedata.east_asian_width(character)
    letter = unicodedata.category(character).startswith("L")
    return 1000 if breadth in "WF" or (breadth == "A" and not letter) else 660


@lru_cache(maxsize=1 << 16)
def _thousandths(words: str) -> int:
    """The width in thousandths of the font size: the same words are measured again and again."""
    return sum(map(_character_width, words))


def width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide ``words`` are at font size ``size``, in the unit of ``size``; a little generous, never short."""
    return _thousandths(words) / 1000 * size * SAFETY * (BOLD if bold else 1.0)


@lru_cache(maxsize=4096)
def _is_word_character(character: str) -> bool:
    narrow = unicodedata.east_asian_width(character) not in "WF"
    return character.isdigit() or (narrow and not character.isspace())


def _is_katakana(character: str) -> bool:
    return "\u30a1" <= character <= "\u30fe" and character != "・"


def pieces(words: str) -> list[str]:
    """The parts of ``words`` between which a line may end.

    Latin words stay whole with the space after them; so do words in katakana, which read badly when cut.
    """
    parts: list[str] = []
    for character in words:
        if parts and _joins(parts[-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _joins(before: str, character: str) -> bool:
    last = before[-1]
    if character.isspace() or character in NEVER_FIRST or last in NEVER_LAST:
        return True
    if (last.isdigit() and character in COUNTERS) or (_is_katakana(last) and _is_katakana(character)):
        return True
    return not last.isspace() and _is_word_character(last) and _is_word_character(character)


def _halves(piece: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A piece wider than the line, cut where the line is full (an address, a word without end)."""
    cut: list[str] = [""]
    for character in piece:
        if cut[-1] and width(cut[-1] + character, size, bold=bold) > room:
            cut.append("")
        cut[-1] += character
    return cut


def break_lines(
    words: str, room: float, size: float, *, most: int | None = None, bold: bool = False
) -> tuple[str, ...]:
    """``words`` in lines no wider than ``room``; past ``most`` lines the last one ends with an ellipsis.

    ``room`` and ``size`` share one unit. Runs of white space count as one space.
    """
    lines: list[str] = [""]
    words = " ".join(words.split())
    for piece in pieces(words):
        fits = width((lines[-1] + piece).rstrip(), size, bold=bold) <= room
        if lines[-1] and not fits:
            lines.append("")
        parts = [piece]
        if width(piece.rstrip(), size, bold=bold) > room:
            parts = _halves(piece, room, size, bold=bold)
        lines[-1] += parts[0]
        lines.extend(parts[1:])
    whole = [line.strip() for line in lines if line.strip()]
    if most is None or len(whole) <= most:
        return tuple(whole)
    rest = words
    for line in whole[: most - 1]:
        rest = rest.lstrip()[len(line) :]
    return (*whole[: most - 1], shorten(rest.strip(), room, size, bold=bold, cut=True))


def balanced_lines(words: str, room: float, size: float, *, most: int, bold: bool = False) -> tuple[str, ...]:
    """As ``break_lines``, but with lines of about the same length: no single character left on the last one."""
    lines = break_lines(words, room, size, most=most, bold=bold)
    narrower = room
    longest = min(max((width(piece.rstrip(), size, bold=bold) for piece in pieces(words)), default=0), room)
    while len(lines) > 1 and not lines[-1].endswith(ELLIPSIS):
        narrower -= size / 2
        tried = break_lines(words, narrower, size, bold=bold)
        if (
            longest > narrower
            or len(tried) > len(lines)
            or any(width(line, size, bold=bold) > narrower for line in tried)
        ):
            break
        lines = tried
    return lines


def shorten(words: str, room: float, size: float, *, bold: bool = False, cut: bool = False) -> str:
    """``words`` if they fit in ``room``, else their beginning and an ellipsis; ``cut`` always marks it so."""
    if not cut and width(words, size, bold=bold) <= room:
        return words
    while words and width(words + ELLIPSIS, size, bold=bold) > room:
        words = words[:-1]
    return words.rstrip() + ELLIPSIS
