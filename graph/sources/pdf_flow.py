"""Pages put together: running headers, footers and page numbers out, tables joined over page breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from graph.sources.compose import Box
from graph.sources.pdf_page import PageParts, Part, Print, Ruled
from graph.text import normal

_MARGIN: Final = 0.12  # of the height of a page, at its top and foot
_OUTER_LINES: Final = 3
_REPEATED: Final = 0.5
_NEAR: Final = 4.0
_NUMBER: Final = re.compile(
    r"[-–—‐−・(\[〈<~〜]*\s*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|頁中)\s*\d{1,4})?\s*"
    r"(?:ページ|頁)?[-–—‐−・)\]〉>~〜]*",
    re.IGNORECASE,
)
_OPENING: Final = "（(「『[［【〔"
_CLOSING: Final = "）)」』]］】〕"


def flow(pages: Sequence[PageParts]) -> list[Part]:
    """The parts of all pages in order, as if they were printed on one long page."""
    running = _running(pages)
    parts: list[Part] = []
    for page in pages:
        body = [part for part in page.parts if not _is_margin(part, page, running)]
        for index, part in enumerate(body):
            before = parts[-1] if parts and index == 0 else None
            if isinstance(part, Ruled) and isinstance(before, Ruled) and _goes_on(before, part):
                parts[-1] = _join(before, part)
            else:
                parts.append(part)
    return parts


def _running(pages: Sequence[PageParts]) -> set[str]:
    """What stands in the margin of at least half of the pages, digits aside."""
    seen = Counter(words for page in pages for words in {_plain(line) for line in _margin(page)})
    least = max(2, _REPEATED * len(pages))
    return {words for words, count in seen.items() if count >= least}


def _margin(page: PageParts) -> list[Print]:
    """The outermost lines of print at the top and at the foot of a page."""
    prints = sorted((part for part in page.parts if isinstance(part, Print)), key=lambda part: part.top)
    top = [one for one in prints[:_OUTER_LINES] if one.bottom <= _MARGIN * page.height]
    foot = [one for one in prints[-_OUTER_LINES:] if one.top >= (1 - _MARGIN) * page.height]
    return [*top, *foot]


def _is_margin(part: Part, page: PageParts, running: set[str]) -> bool:
    if not isinstance(part, Print) or part not in _margin(page):
        return False
    return _plain(part) in running or bool(_NUMBER.fullmatch(normal(part.words)))


def _plain(line: Print) -> str:
    return re.sub(r"\d+", "#", normal(line.words))


def _goes_on(before: Ruled, after: Ruled) -> bool:
    """Whether a table at the top of a page goes on from the one at the foot of the page before."""
    return len(before.rulings) == len(after.rulings) and all(
        abs(first - second) <= _NEAR for first, second in zip(before.rulings, after.rulings, strict=True)
    )


def _join(before: Ruled, after: Ruled) -> Ruled:
    rows, pages = list(before.rows), list(before.pages)
    fresh = list(after.rows)
    for heading in before.rows:
        if not fresh or _words(fresh[0]) != _words(heading):
            break
        fresh.pop(0)
    if fresh and _is_cut(rows, fresh[0]):
        cut = fresh.pop(0)
        rows[-1] = _together(rows[-1], cut)
        fresh = [_carried(row, cut, rows[-1]) for row in fresh]
    elif fresh:
        fresh = _merged_on(rows, fresh)
    rows.extend(fresh)
    pages.extend([after.pages[-1]] * len(fresh))
    return replace(before, rows=tuple(rows), pages=tuple(pages))


def _words(row: Iterable[Box]) -> tuple[str, ...]:
    return tuple(normal(box.words) for box in row)


def _is_cut(rows: Sequence[Sequence[Box]], first: Sequence[Box]) -> bool:
    """Whether the first row on the new page is the rest of the last row on the old one.

    So it is where a bracket is still open, or where a column is blank that is filled in every other row.
    A column of merged cells is blank for another reason: the cell goes on over several rows.
    """
    last = rows[-1]
    if any(_is_open(above.words) and below.words for above, below in zip(last, first, strict=True)):
        return True
    blank = [column for column, box in enumerate(first) if not box.words.strip()]
    if not blank or len(blank) == len(first):
        return False
    filled = [column for column in blank if all(row[column].words.strip() for row in rows)]
    return bool(filled) and not any(_has_merged(rows, column) for column in filled)


def _is_open(words: str) -> bool:
    opened = sum(words.count(sign) for sign in _OPENING)
    return opened > sum(words.count(sign) for sign in _CLOSING)


def _has_merged(rows: Sequence[Sequence[Box]], column: int) -> bool:
    """Whether a cell of the column takes up several rows."""
    return any(above[column] is below[column] for above, below in pairwise(rows))


def _together(above: Sequence[Box], below: Sequence[Box]) -> tuple[Box, ...]:
    """One row of two halves; a box that stands in several places stays one box."""
    made: dict[tuple[Box, Box], Box] = {}
    for pair in zip(above, below, strict=True):
        if pair not in made:
            made[pair] = Box("\n".join(box.words for box in pair if box.words.strip()))
    return tuple(made[pair] for pair in zip(above, below, strict=True))


def _carried(row: Sequence[Box], cut: Sequence[Box], joined: Sequence[Box]) -> tuple[Box, ...]:
    """A later row in which a merged cell of the cut row goes on."""
    return tuple(whole if box is part else box for box, part, whole in zip(row, cut, joined, strict=True))


def _merged_on(rows: Sequence[Sequence[Box]], fresh: Sequence[tuple[Box, ...]]) -> list[tuple[Box, ...]]:
    """Rows whose blank cells at the top continue a merged cell of the page before."""
    last = rows[-1]
    columns = [
        column
        for column, box in enumerate(fresh[0])
        if not box.words.strip() and last[column].words.strip() and _has_merged(rows, column)
    ]
    carried = {column: fresh[0][column] for column in columns}
    return [
        tuple(last[column] if carried.get(column) is box else box for column, box in enumerate(row)) for row in fresh
    ]
