"""The marks of headings in Japanese reports: Ⅲ, 第２, 参考１, １, （１）."""

from __future__ import annotations

import re
from typing import Final

from graph.text import normal

_ROMAN: Final = re.compile(r"^([Ⅰ-Ⅻ])[\s　.．、]*(.*)$")
_CHAPTER: Final = re.compile(r"^(第[0-9一二三四五六七八九十]+(?:章|節|部|\s))\s*(.*)$")
SPACED_CHAPTER: Final = re.compile(r"^\s*(第[0-9０-９一二三四五六七八九十]+)[\s　]+(\S.{0,60})$")
SPACED_NUMBER: Final = re.compile(r"^\s*([0-9０-９]{1,2})[\s　]+([^\s0-9０-９年月日].{0,60})$")
_REFERENCE: Final = re.compile(r"^\((参考[0-9]*|別添[0-9]*|別紙[0-9]*)\)(.*)$|^\[(参考[0-9]*)\](.*)$")
NUMBERED: Final = re.compile(r"^([0-9]{1,2})(?:[.、](?![0-9])|\s+(?=[^\s0-9]))\s*(.*)$")
_PAREN: Final = re.compile(r"^(?:\(([0-9]{1,2}|[ア-ン])\)|([⑴-⒇]))(.*)$")


def mark_of(words: str) -> tuple[int, str, str] | None:
    """The rank, mark and words of a heading."""
    match = _ROMAN.match(words) or _CHAPTER.match(words)
    if match is not None:
        return 0, match[1].strip(), match[2]
    match = _REFERENCE.match(words)
    if match is not None:
        return 1, _wide(match[1] or match[3]), match[2] or match[4] or ""
    match = NUMBERED.match(words)
    if match is not None:
        return 2, _wide(match[1]), match[2]
    match = _PAREN.match(words)
    if match is None:
        return None
    number = match[1] or str(ord(match[2]) - ord("⑴") + 1)
    return 3, f"（{_wide(number)}）", match[3]


def spaced_mark(raw: str) -> tuple[int, str, str] | None:
    """The mark of 第２　国際会議 and １　主な対話, whose blank the normal form does not keep."""
    chapter = SPACED_CHAPTER.match(raw)
    if chapter is not None:
        return 0, normal(chapter[1]), normal(chapter[2])
    number = SPACED_NUMBER.match(raw)
    return None if number is None else (2, _wide(normal(number[1])), normal(number[2]))


def _wide(words: str) -> str:
    """Digits as the reports print them in marks: full width."""
    return words.translate({ord("0") + digit: chr(ord("０") + digit) for digit in range(10)})
