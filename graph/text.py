"""Normalised text with a map back: widths and digits folded, broken lines rejoined, every offset kept.

Documents mix full- and half-width forms, put spaces into Japanese words and break words at line ends. Rules
and names are matched on a normal form; what is quoted is always the original, found through the map.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

RANGE_MARK: Final = "〜"
SHORT: Final = 200

# NFKC would turn the range mark ～ into ~ (EDTF's "approximately"), and enumeration signs into bare digits.
_KEPT: Final = {"～": RANGE_MARK, "∼": RANGE_MARK, "〜": RANGE_MARK, "’": "'", "‘": "'", "‐": "-", "‑": "-"} | {
    sign: sign
    for first, last in (("①", "⓿"), ("Ⅰ", "ⅿ"), ("❶", "➓"))
    for sign in map(chr, range(ord(first), ord(last) + 1))
}
_VOICING: Final = "ﾞﾟ"
_WORD: Final = re.compile(r"[0-9A-Za-z]")


@dataclass(frozen=True)
class Folded:
    """Normalised text; character ``i`` stands for ``original[starts[i]:ends[i]]``."""

    text: str
    starts: array[int]
    ends: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The exact span in the original of a non-empty normalised span."""
        return self.starts[start], self.ends[end - 1]

    def position(self, original: int) -> int:
        """The first normalised offset that stands at or after an offset of the original."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= original:
                low = middle + 1
            else:
                high = middle
        return low


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """Normalise ``text[start:end]``; the map leads to offsets of the whole ``text``.

    Spaces and line ends inside Japanese words go; between two Latin words one space stays.
    """
    pieces: list[str] = []
    starts = array("l")
    ends = array("l")
    gap = False
    for position, cluster in _clusters(text, start, len(text) if end is None else end):
        if cluster.isspace():
            gap = bool(pieces)
            continue
        for sign in _folded(cluster):
            if sign.isspace():
                gap = bool(pieces)
                continue
            if gap and _latin(pieces[-1]) and _latin(sign):
                pieces.append(" ")
                before = ends[-1]
                starts.append(before)
                ends.append(position if position > before else position + len(cluster))
            gap = False
            pieces.append(sign)
            starts.append(position)
            ends.append(position + len(cluster))
    return Folded("".join(pieces), starts, ends)


def normal(text: str) -> str:
    """The normal form alone."""
    return _remembered(text) if len(text) <= SHORT else fold(text).text


@lru_cache(maxsize=8192)
def _remembered(text: str) -> str:
    """Lines and names are asked for again and again: by headers, headings and sentences."""
    return fold(text).text


def rejoined(text: str, start: int, end: int) -> str:
    """The words of ``text[start:end]`` in their own forms, rejoined where lines or spaces broke them."""
    folded = fold(text, start, end)
    pieces = []
    before = -1
    for sign, first, last in zip(folded.text, folded.starts, folded.ends, strict=True):
        if first != before:
            pieces.append(" " if sign == " " else text[first:last])
        before = first
    return "".join(pieces)


def key(text: str) -> str:
    """The normal form for comparing names: case folded, marks and spaces left out."""
    return "".join(sign for sign in normal(text).casefold() if sign.isalnum())


def lowered(text: str) -> str:
    """Lower case, one character for one, so that offsets hold."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def bounded(text: str, start: int, end: int) -> bool:
    """Whether a Latin name stands free: no letter or digit of a Latin word touches its Latin ends."""
    before = start > 0 and _WORD.match(text[start]) and _WORD.match(text[start - 1])
    after = end < len(text) and _WORD.match(text[end - 1]) and _WORD.match(text[end])
    return not before and not after


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Characters with the marks that belong to them (か + ゛, ｶ + ﾞ)."""
    position = start
    while position < end:
        after = position + 1
        while after < end and (text[after] in _VOICING or unicodedata.combining(text[after])):
            after += 1
        yield position, text[position:after]
        position = after


def _folded(cluster: str) -> str:
    if len(cluster) == 1 and cluster < "\x7f":
        return cluster
    kept = _KEPT.get(cluster[0])
    return kept + cluster[1:] if kept else unicodedata.normalize("NFKC", cluster)


def _latin(sign: str) -> bool:
    """Letters, digits and marks of a script that puts spaces between words."""
    return sign < "⺀" and sign not in _KEPT and sign != RANGE_MARK
