"""Text laid out in columns by hand: its words by the width at which they begin, a full-width sign counting for two.

A cell begins below its heading, or a little beside it where the text was set in letters of other widths; a heading
may stand in the middle of its column. Where a cell fills its column to the end no blank parts it from the next, so
that the width alone tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from graph.extract.ruling import Span, trimmed

DRIFT: Final = 4
_NARROW: Final = 2
_SAME_CELL: Final = 6
_OVERLONG: Final = 12
_GAP: Final = re.compile(r"[ 　\t]*(?:　|\t|  )[ 　\t]*")
_PARTED: Final = (
    re.compile(r"\t+|[ 　]*　　[ 　]*| {3,}"),
    re.compile(r"\t+|[ 　]*　[ 　]*| {2,}"),
    re.compile(r"[ 　\t]+"),
)


@dataclass(frozen=True)
class Token:
    """Words of a line without a wide blank in them: ``line[start:end]``, from width ``left`` to ``right``."""

    start: int
    end: int
    left: int
    right: int


def width(words: str) -> int:
    """How wide words stand in letters of one width."""
    return sum(map(_sign_width, words))


def tokens(line: str) -> list[Token]:
    """The words of a line that wide blanks part."""
    spans, position = [], 0
    for gap in _GAP.finditer(line):
        spans.append((position, gap.start()))
        position = gap.end()
    return _measured(line, [*spans, (position, len(line))])


def whole_rows(line: str, columns: int) -> list[list[Span]]:
    """The ways in which blanks part a line into so many cells, the likeliest first."""
    found = [[(one.start, one.end) for one in _measured(line, _split(line, form))] for form in _PARTED]
    return [spans for spans in found if len(spans) == columns]


def stands_in_columns(line: str, starts: Sequence[int]) -> bool:
    """Whether a line is one of a table with headings at these widths: words of it begin below a later heading."""
    words = tokens(line)
    if not words or len(starts) < _NARROW or not any(_near(one.left, starts) for one in words):
        return False
    return len(words) > 1 or begins_beside(line, starts)


def column_spans(lines: Sequence[str], columns: int) -> tuple[Span, ...]:
    """From which width to which the cells of each column stand, by the lines that have all of them."""
    whole = [words for words in map(tokens, lines) if len(words) == columns]
    spans = [[(line[column].left, line[column].right) for line in whole] for column in range(columns)]
    return tuple((min(left for left, _ in one), max(right for _, right in one)) for one in spans if one)


def lies_within(line: str, spans: Sequence[Span]) -> bool:
    """Whether a line is one run of words within the span of one column."""
    words = tokens(line)
    return len(words) == 1 and any(
        left - _NARROW <= words[0].left and words[0].right <= right + _NARROW for left, right in spans
    )


def begins_beside(line: str, starts: Sequence[int]) -> bool:
    """Whether a line has nothing in the first column: its words begin below a later heading, and keep to columns."""
    words = tokens(line)
    return bool(words and starts and _near(words[0].left, starts)) and not runs_across(line, starts)


def runs_across(line: str, starts: Sequence[int]) -> bool:
    """Whether a line is one run of words across the beginning of a column, as no cell is."""
    words = tokens(line)
    if len(words) != 1 or not starts:
        return False
    if words[0].left > starts[0] + DRIFT and not _near(words[0].left, starts):
        return False
    behind = max((at for at, start in enumerate(starts) if start <= words[0].left + _NARROW), default=0)
    column = _near(words[0].left, starts) or behind
    return column + 1 < len(starts) and words[0].right > starts[column + 1] + DRIFT


def _near(left: int, starts: Sequence[int]) -> int:
    """The column behind the first below whose heading words begin; 0 for none."""
    for column in range(1, len(starts)):
        if abs(left - starts[column]) <= min(DRIFT, (starts[column] - starts[column - 1] - 1) // 2):
            return column
    return 0


def column_starts(lines: Sequence[Sequence[Token]], headings: Sequence[int]) -> tuple[int, ...]:
    """Where the columns begin: where most lines that have every cell begin theirs, else most that come near."""
    whole = [line for line in lines if len(line) == len(headings)]
    starts = list(headings)
    if whole:
        starts = [_usual([line[column].left for line in whole]) for column in range(len(headings))]
    near = [one for line in lines for one in _placed(line, starts) if one[1] <= DRIFT]
    for column, start in enumerate(starts):
        lefts = [token.left for token, _, at in near if at == column]
        starts[column] = _usual(lefts) if len(lefts) > 1 else start
    return tuple(starts) if all(one < other for one, other in pairwise(starts)) else tuple(headings)


def walls(lines: Sequence[str], headings: Sequence[int]) -> tuple[int, ...]:
    """Where the columns begin by the blanks that go down through all lines between them; nothing where one has none.

    So columns are told whose cells, or headings, stand in the middle.
    """
    counts = Counter(at for line in lines for at in _inked(line))
    return _walls(set(counts), headings) or _walls(
        {at for at, count in counts.items() if count > len(lines) // _OVERLONG}, headings
    )


def _walls(inked: set[int], headings: Sequence[int]) -> tuple[int, ...]:
    found = [0]
    for left, right in pairwise(headings):
        blanks = _blanks(inked, left + 1, right)
        near = [one for one in blanks if one[1] >= right - DRIFT] or blanks
        if not near:
            return ()
        found.append(min(max(near, key=lambda one: one[1] - one[0])[1], right))
    return tuple(found)


def walled_cells(line: str, starts: Sequence[int]) -> list[Span | None]:
    """The cells of a line between walls."""
    edges = [_edge_at(line, start) for start in starts] + [len(line)]
    spans = [trimmed(line, one) for one in pairwise(edges)]
    return [one if one[0] < one[1] else None for one in spans]


def _inked(line: str) -> Iterator[int]:
    """The widths at which a line has a sign."""
    reached = 0
    for sign in line:
        size = _sign_width(sign)
        if not sign.isspace():
            yield from range(reached, reached + size)
        reached += size


def _blanks(inked: set[int], first: int, last: int) -> list[Span]:
    """The stretches between two widths in which no line has a sign, as far to the right as they go."""
    found: list[Span] = []
    at = first
    while at <= last:
        start = at
        while at not in inked and at <= last + DRIFT * 2:
            at += 1
        if at > start:
            found.append((start, at))
        at += 1
    return found


def _edge_at(line: str, start: int) -> int:
    """Where a line is cut at a wall: at the blank next to it where a cell is a little too long."""
    at = _index_at(line, start)
    if at in (0, len(line)) or line[at - 1].isspace() or line[at].isspace():
        return at
    near = [at + step for size in range(1, DRIFT + 1) for step in (size, -size)]
    return next((one for one in near if 0 <= one < len(line) and line[one].isspace()), at)


def _index_at(line: str, start: int) -> int:
    """The sign that stands at or behind a width."""
    reached = 0
    for at, sign in enumerate(line):
        if reached >= start:
            return at
        reached += _sign_width(sign)
    return len(line)


def cells(line: str, starts: Sequence[int], *, exact: bool) -> tuple[list[Span | None], bool]:
    """The cells of a line by column, and whether its words stand below the headings.

    ``exact`` says that the columns keep their widths, so that words may be cut where a filled cell touches the next.
    """
    words = tokens(line)
    if len(words) != len(starts):
        words = [part for token in words for part in _cut(line, token, words, starts, exact=exact)]
    found: list[Span | None] = [None] * len(starts)
    if len(words) == len(starts):
        fits = all(abs(one.left - start) <= DRIFT for one, start in zip(words, starts, strict=True))
        return [(one.start, one.end) for one in words], fits
    fits = True
    for token, distance, column in _placed(words, starts):
        before = found[column]
        found[column] = (before[0] if before else token.start, token.end)
        below = column + 1 < len(starts) and token.right > starts[column + 1] + _NARROW
        fits = fits and (before is not None or distance <= DRIFT) and not below
    return found, fits


def keeps_width(lines: Sequence[Sequence[Token]], starts: Sequence[int]) -> bool:
    """Whether nearly all cells begin exactly where their column does."""
    near = [one for line in lines for one in _placed(line, starts) if one[1] <= DRIFT]
    return sum(distance == 0 for _, distance, _ in near) >= 0.8 * len(near)


def _placed(words: Sequence[Token], starts: Sequence[int]) -> list[tuple[Token, int, int]]:
    """Each token with its column and how far from its beginning it stands: in order, the nearest that fit."""
    best: dict[int, tuple[int, tuple[int, ...]]] = {-1: (0, ())}
    for token in words:
        after: dict[int, tuple[int, tuple[int, ...]]] = {}
        for column, start in enumerate(starts):
            ways = [
                (cost + (_SAME_CELL if before == column else abs(token.left - start)), (*path, column))
                for before, (cost, path) in best.items()
                if before <= column
            ]
            if ways:
                after[column] = min(ways)
        best = after
    path = min(best.values())[1] if words else ()
    return [(token, abs(token.left - starts[column]), column) for token, column in zip(words, path, strict=True)]


def _cut(line: str, token: Token, words: Sequence[Token], starts: Sequence[int], *, exact: bool) -> list[Token]:
    """A token that lies across the beginning of a column, cut there at a blank, or where filled cells touch."""
    for start in starts:
        if not token.left + _NARROW <= start < token.right:
            continue
        at = _blank_near(line, token, start)
        if at is None and exact and _others_below(token, words, starts):
            at = _at_width(line, token, start)
        if at is not None:
            first, second = _measured(line, [(token.start, at), (at, token.end)])
            return [first, *_cut(line, second, words, starts, exact=exact)]
    return [token]


def _blank_near(line: str, token: Token, start: int) -> int | None:
    """The blank next to the beginning of a column, within the drift of letters."""
    blanks = [at for at in range(token.start + 1, token.end - 1) if line[at].isspace()]
    near = [(abs(token.left + width(line[token.start : at + 1]) - start), at) for at in blanks]
    return min((one for one in near if one[0] <= _NARROW), default=(0, None))[1]


def _at_width(line: str, token: Token, start: int) -> int | None:
    reached = token.left
    for at in range(token.start, token.end):
        if reached >= start:
            return at if reached == start and at > token.start else None
        reached += _sign_width(line[at])
    return None


def _others_below(token: Token, words: Sequence[Token], starts: Sequence[int]) -> bool:
    """Whether the token and those around it begin where columns do, so that no overlong cell pushed them aside."""
    return token.left in starts and all(one.left in starts for one in words)


def _usual(lefts: Sequence[int]) -> int:
    """The width at which most begin; the leftmost of those that are as many."""
    counts = Counter(lefts)
    return min(counts, key=lambda left: (-counts[left], left))


def _measured(line: str, spans: Sequence[Span]) -> list[Token]:
    found = []
    reached, position = 0, 0
    for start, end in (trimmed(line, one) for one in spans):
        if start < end:
            left = reached + width(line[position:start])
            reached, position = left + width(line[start:end]), end
            found.append(Token(start, end, left, reached))
    return found


def _split(line: str, form: re.Pattern[str]) -> list[Span]:
    spans, position = [], 0
    for gap in form.finditer(line):
        spans.append((position, gap.start()))
        position = gap.end()
    return [*spans, (position, len(line))]


@lru_cache(maxsize=4096)
def _sign_width(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WFA" else 1
