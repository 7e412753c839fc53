"""Header lines of tables of meetings, found by their words.

Columns come in any order; a header may be one line of headings, or a line or two for each cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from graph.extract.aligned import width
from graph.extract.headings import (
    COLUMN_OF,
    HEADING,
    LONGEST_HEADING,
    Column,
    heading_column,
    is_counterpart,
    read_headings,
    tells_of_visitors,
)
from graph.extract.ruling import barred_cells, has_bars
from graph.text import normal

__all__ = ["Column", "Header", "read_header", "read_headings"]

_BETWEEN: Final = re.compile(r"[\s|｜/,]*")
_PARTS: Final = re.compile(r"[^\s　]+(?:(?<=[a-z.,]) (?=[A-Za-z])[^\s　]+)*")
FEWEST_COLUMNS: Final = 2
FEWEST_SPACED: Final = 3
MOST_SPACED: Final = 8
MOST_LINES: Final = 3
_WIDEST_LETTER_SPACE: Final = 6
_WIDE_BLANK: Final = 2
_DAYS: Final = re.compile(r"日|日程|日付|日にち|日時|期日")
_IN_BRACKETS: Final = re.compile(r"(?<=.)\([^()]*\)")
_SHORT_HEADING: Final = re.compile(r"[^0-9０-９。、]{1,14}")


@dataclass(frozen=True)
class Header:
    """The columns of a table from left to right, and how many lines their headings take.

    ``starts`` are the widths at which the headings begin, where wide blanks part them; ``barred`` says that bars do,
    ``visitors`` that the rows are visits to the publisher.
    """

    columns: tuple[Column, ...]
    lines: int
    counterpart: bool = False
    starts: tuple[int, ...] = ()
    barred: bool = False
    visitors: bool = False


@dataclass(frozen=True)
class _Part:
    """Words of a heading line, from width ``left`` to ``right``."""

    words: str
    left: int
    right: int


def read_header(lines: Sequence[str]) -> Header | None:
    """The header that begins at the first of these lines, if one does.

    It is made of heading words only, and has a date column and a name column.
    """
    if not lines:
        return None
    if has_bars(lines[0]):
        return _barred_header(lines[0])
    columns: list[Column] = []
    best: Header | None = None
    for count, line in enumerate(lines, 1):
        cells = _cells(normal(line))
        if cells is None:
            break
        columns.extend(cells)
        if _is_header(columns):
            starts = _starts(_parts(line), len(columns)) if count == 1 else ()
            best = Header(tuple(columns), count, _names_counterparts(lines[:count]), starts)
    if best is not None and best.lines == 1 and not best.starts:
        shared = _header_of(_parts(lines[0]), 1)
        return shared if shared is not None and shared.starts else best
    return best or _spaced_header(lines)


def _barred_header(line: str) -> Header | None:
    """Headings between bars or tabs."""
    words = [normal(line[start:end]) for start, end in barred_cells(line)]
    kinds = read_headings(words)
    known = sum(kind is not None for kind in kinds or ())
    if kinds is None or known < FEWEST_COLUMNS or any(len(one) > LONGEST_HEADING for one in words):
        return None
    columns = tuple(kind or "note" for kind in kinds)
    if not _is_dated(columns):
        return None
    visitors = tells_of_visitors(words)
    return Header(columns, 1, _all_counterparts(words, columns), barred=True, visitors=visitors)


def _spaced_header(lines: Sequence[str]) -> Header | None:
    """Short headings in whatever words, parted by blanks: 相手機関　実施月日　場所　備考; each of a line or two."""
    parts: list[_Part] = []
    for count, line in enumerate(lines[:MOST_LINES], 1):
        below = _parts(line)
        if not below or not all(_SHORT_HEADING.fullmatch(_IN_BRACKETS.sub("", one.words)) for one in below):
            return None
        if parts and not any(map(_known, parts)) and _header_of(below, 1) is not None:
            return None
        parts = _beneath(parts, below) if parts else below
        header = _header_of(parts, count)
        if header is not None:
            return header
        if len(parts) < FEWEST_SPACED:
            return None
    return None


def _header_of(parts: Sequence[_Part], lines: int) -> Header | None:
    if not FEWEST_SPACED <= len(parts) <= MOST_SPACED:
        return None
    words = [one.words for one in parts]
    kinds = read_headings(words)
    if kinds is None:
        return None
    known = sum(kind is not None for kind in kinds)
    if known < FEWEST_SPACED and (kinds[0] is None or known < FEWEST_COLUMNS):
        return None
    columns = tuple(kind or "note" for kind in kinds)
    if not _is_dated(columns):
        return None
    starts, visitors = _starts(parts, len(columns)), tells_of_visitors(words)
    return Header(columns, lines, _all_counterparts(words, columns), starts, visitors=visitors)


def _beneath(above: Sequence[_Part], below: Sequence[_Part]) -> list[_Part]:
    """Headings of two lines, joined where one stands beneath the other."""
    joined = list(above)
    for part in below:
        at = next((at for at, one in enumerate(joined) if part.left < one.right and one.left < part.right), None)
        if at is None:
            joined.append(part)
        else:
            one = joined[at]
            joined[at] = _Part(one.words + part.words, min(one.left, part.left), max(one.right, part.right))
    return sorted(joined, key=lambda one: one.left)


def _parts(line: str) -> list[_Part]:
    """The headings of a line, rejoined where blanks stand between their letters (会　合　名)."""
    pieces = [(match.start(), match.end()) for match in _PARTS.finditer(line)]
    single = [_Part(normal(line[start:end]), width(line[:start]), width(line[:end])) for start, end in pieces]
    parts: list[_Part] = []
    at = 0
    while at < len(single):
        size = next((size for size in range(len(single) - at, 1, -1) if _one_word(single[at : at + size])), 1)
        words = "".join(one.words for one in single[at : at + size])
        parts.append(_Part(words, single[at].left, single[at + size - 1].right))
        at += size
    return _with_months(parts)


def _with_months(parts: list[_Part]) -> list[_Part]:
    """The headings, those of a column of months and of the days beside it (月　日程) as one."""
    at = next(
        (at for at, (one, other) in enumerate(pairwise(parts)) if one.words == "月" and _DAYS.fullmatch(other.words)),
        None,
    )
    if at is None:
        return parts
    return [*parts[:at], _Part("月日", parts[at].left, parts[at + 1].right), *parts[at + 2 :]]


def _one_word(parts: Sequence[_Part]) -> bool:
    """Whether neighbours are the letters of one heading, set wide."""
    gaps = {after.left - before.right for before, after in pairwise(parts)}
    if max(gaps) > _WIDEST_LETTER_SPACE:
        return False
    words = "".join(one.words for one in parts)
    if all(len(one.words) == 1 for one in parts):
        return HEADING.fullmatch(words.lower()) is not None or (len(gaps) == 1 and heading_column(words) is not None)
    return not all(map(_known, parts)) and HEADING.fullmatch(words.lower()) is not None


def _known(part: _Part) -> bool:
    return heading_column(part.words) is not None


def _starts(parts: Sequence[_Part], columns: int) -> tuple[int, ...]:
    """Where the headings of the columns begin; nothing where wide blanks do not part nearly all of them."""
    gaps = [after.left - before.right for before, after in pairwise(parts)]
    narrow = sum(gap < _WIDE_BLANK for gap in gaps)
    aligned = len(parts) == columns and (narrow == 0 or (narrow == 1 and len(gaps) > _WIDE_BLANK))
    return tuple(one.left for one in parts) if aligned else ()


def _all_counterparts(words: Sequence[str], columns: Sequence[Column]) -> bool:
    return all(is_counterpart(one) for one, column in zip(words, columns, strict=True) if column == "name")


def _names_counterparts(lines: Sequence[str]) -> bool:
    words = [match["word"] for line in lines for match in HEADING.finditer(normal(line))]
    return all(map(is_counterpart, (one for one in words if COLUMN_OF[one.lower()] == "name")))


def _is_dated(columns: Sequence[Column]) -> bool:
    """Whether the columns tell when and what, the day in one column or in two."""
    return "name" in columns and (columns.count("date") == 1 or ("date" not in columns and "start" in columns))


def _is_header(columns: list[Column]) -> bool:
    return (
        len(columns) >= FEWEST_COLUMNS
        and columns.count("date") == 1
        and columns.count("name") == 1
        and all(columns.count(column) == 1 for column in columns if column not in ("note", "content"))
    )


def _cells(words: str) -> list[Column] | None:
    """The columns that a line names, None where it holds anything but headings."""
    columns: list[Column] = []
    position = 0
    while position < len(words):
        match = HEADING.match(words, position)
        if match is None:
            return None
        columns.append(COLUMN_OF[match["word"].lower()])
        gap = _BETWEEN.match(words, match.end())
        position = gap.end() if gap else match.end()
    return columns or None
