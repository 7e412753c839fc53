"""Characters with their places on a page, gathered into lines of print.

PDF knows no words: spaces are gaps, or signs that a word processor put between kanji and digits for looks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LATIN_GAP: Final = 0.2  # in widths of a full character: the gap that is a space between Latin words
_WIDE_GAP: Final = 0.8  # beside Japanese
_COLUMN_GAP: Final = 1.5  # parts of one line that do not read on: columns, aligned dates
_SPACES: Final = " \u00a0\t"
_RUBY: Final = 0.6

# Radicals that fonts map to instead of the characters that look the same (Unicode, CJK Radicals Supplement);
# NFKC folds the Kangxi radicals but not these.
_RADICALS: Final[dict[int, int]] = str.maketrans(
    "⺁⺎⺏⺒⺓⺟⺠⺫⺮⺶⺻⺾⺿⻀⻁⻄⻆⻌⻍⻑⻘⻝⻟⻤⻨⻩⻫⻭⻯⻲⻳",
    "厂兀尢巳幺母民目竹羊聿艹艹艹虎西角辶辶長青食飠鬼麦黄斉歯竜亀龜",
)
_KANGXI: Final[dict[int, str | int]] = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)
}
_CHARACTERS: Final[dict[int, str | int]] = {**_KANGXI, **_RADICALS}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box; ``top`` and ``bottom`` count down from the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of the box, which is the width of a full character."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half-way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half-way between left and right."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Segment:
    """Characters of one line that read on without a wide gap."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of the line."""
        return self.bottom - self.top


def as_printed(code: int) -> str:
    """The character that is meant by a code: radicals as characters; nothing for what cannot be printed."""
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code in (0xFFFE, 0xFFFF):
        return ""
    return chr(code).translate(_CHARACTERS)


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Segment]]:
    """Lines from top to bottom, each as its segments from left to right; blank ones left out."""
    rows: list[list[Glyph]] = []
    anchor, reach = 0.0, 0.0
    for glyph in sorted(glyphs, key=lambda one: (one.middle, one.x0)):
        if not rows or glyph.middle - anchor > reach:
            rows.append([])
            anchor, reach = glyph.middle, glyph.size / 2
        rows[-1].append(glyph)
        if glyph.size / 2 > reach:
            anchor, reach = glyph.middle, glyph.size / 2
    lines = (_segments(sorted(row, key=lambda one: one.x0)) for row in _without_ruby(rows))
    return [line for line in lines if line]


def joined(line: Sequence[Segment]) -> str:
    """The words of a line; parts that stand well apart are parted by two spaces."""
    return "  ".join(segment.text for segment in line)


def words_of(glyphs: Iterable[Glyph]) -> str:
    """The words of a cell, its lines parted by line feeds."""
    return "\n".join(joined(line) for line in lines_of(glyphs))


def _without_ruby(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Rows without readings: small kana that stand close above a row of larger characters."""
    kept = []
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else []
        if below and _is_ruby(row, below):
            continue
        kept.append(row)
    return kept


def _is_ruby(row: list[Glyph], below: list[Glyph]) -> bool:
    large = max(glyph.size for glyph in below)
    return (
        all(glyph.text.isspace() or "ぁ" <= glyph.text <= "ヿ" for glyph in row)
        and max(glyph.size for glyph in row) <= _RUBY * large
        and min(glyph.top for glyph in below) - max(glyph.bottom for glyph in row) < _RUBY * large
    )


def _segments(row: list[Glyph]) -> list[Segment]:
    segments: list[Segment] = []
    part: list[Glyph] = []
    for glyph in row:
        if glyph.text in _SPACES:
            continue
        if part and glyph.x0 - part[-1].x1 > _COLUMN_GAP * max(glyph.size, part[-1].size):
            segments.append(_segment(part, row))
            part = []
        part.append(glyph)
    if part:
        segments.append(_segment(part, row))
    return [segment for segment in segments if segment.text]


def _segment(part: list[Glyph], row: list[Glyph]) -> Segment:
    spaces = [glyph.centre for glyph in row if glyph.text in _SPACES]
    pieces = [part[0].text]
    at = 0
    for before, after in pairwise(part):
        while at < len(spaces) and spaces[at] < before.centre:
            at += 1
        typed = at < len(spaces) and spaces[at] < after.centre
        pieces.append((" " if _spaced(before, after, typed) else "") + after.text)
    return Segment(
        "".join(pieces).strip(),
        part[0].x0,
        max(glyph.x1 for glyph in part),
        min(glyph.top for glyph in part),
        max(glyph.bottom for glyph in part),
    )


def _spaced(before: Glyph, after: Glyph, typed: bool) -> bool:
    """Whether a space stands between two characters of a segment."""
    gap = (after.x0 - before.x1) / max(before.size, after.size)
    if _narrow(before.text[-1]) and _narrow(after.text[0]):
        return typed or gap > _LATIN_GAP
    return gap > _WIDE_GAP


def _narrow(sign: str) -> bool:
    """Whether a character belongs to a script that puts spaces between words."""
    return sign < "\u2e80" and unicodedata.east_asian_width(sign) not in "WF"
