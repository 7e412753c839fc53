"""What draws a table in plain text: lines of dashes or of a box, and the bars or tabs between its cells."""

from __future__ import annotations

import re
from typing import Final

Span = tuple[int, int]

_DASH: Final = r"[\u2500-\u257f－―—–‐‑ー=＝_＿-]"
_RULE: Final = re.compile(rf"(?:{_DASH}|[\s|｜+＋:：])*{_DASH}{{5}}(?:{_DASH}|[\s|｜+＋:：])*")
_SPACED_RULE: Final = re.compile(rf"\s*(?:{_DASH}\s+){{5,}}{_DASH}?\s*")
_UNDERLINE: Final = re.compile(
    r"\s*[|｜]?(?:\s*:?-{3,}:?\s*[|｜])+(?:\s*:?-{3,}:?)?\s*|\s*:?-{3,}:?(?:\s*[|｜]\s*:?-{3,}:?)+\s*"
)
_BARS: Final = "|｜│┃║"
_BAR: Final = re.compile(rf"[ \t　]*[{_BARS}\t][ 　]*")
# Slashes, wide or between blanks, part cells where a line has several: １／件名／予定日／場所, 済 / 会談 / 6月17日.
_SLASH: Final = re.compile(r"[ \t　]*／[ 　]*|[ 　]+/[ 　]+")
_FEWEST_SLASHES: Final = 3
_BLANK: Final = " \t　\n"


def is_rule(line: str) -> bool:
    """Whether a line only draws: ─────, +----+----+, ├───┼───┤, |:---|---|."""
    return any(form.fullmatch(line) for form in (_RULE, _SPACED_RULE, _UNDERLINE))


def has_bars(line: str) -> bool:
    """Whether bars or tabs part the words of a line."""
    return bool(_bar_of(line).search(line.strip()))


def _bar_of(line: str) -> re.Pattern[str]:
    """What parts the cells of a line."""
    several = len(_SLASH.findall(line)) >= _FEWEST_SLASHES
    return _SLASH if several and not _BAR.search(line.strip()) else _BAR


def barred_cells(line: str, columns: int = 0) -> list[Span]:
    """The cells between the bars or tabs of a line, as spans of it; a blank cell is an empty span.

    Bars at both ends are those of the frame, unless only blank cells before and behind make up the ``columns``.
    """
    body = line.rstrip("\n")
    start, end = trimmed(body, (0, len(body)), " 　\n")
    framed = end - start > 1 and body[start] in _BARS and body[end - 1] in _BARS
    within = _between(body, (start + 1, end - 1)) if framed else []
    return within if framed and len(within) >= columns else _between(body, (start, end))


def _between(line: str, span: Span) -> list[Span]:
    cells, position = [], span[0]
    for mark in _bar_of(line).finditer(line, *span):
        cells.append((position, mark.start()))
        position = mark.end()
    return [trimmed(line, one) for one in [*cells, (position, span[1])]]


def trimmed(line: str, span: Span, blank: str = _BLANK) -> Span:
    """A span without the blanks at its ends."""
    start, end = span
    while start < end and line[start] in blank:
        start += 1
    while end > start and line[end - 1] in blank:
        end -= 1
    return start, end
