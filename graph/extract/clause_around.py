"""The clause around the date of a draft: its line of a list, or its part of a sentence between the dates beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from graph.dates import DateContext, find_dates, find_english_dates
from graph.extract.draft import Draft
from graph.extract.setting import Setting
from graph.text import fold, normal

ENDS_CLAUSE: Final = re.compile(r"[。;]|\.\s+(?=[A-Z])")
_LONGEST_ROW: Final = 90
_LINE_OF_PRINT: Final = 64
# A line of print that goes on from the one before, or holds a whole sentence.
_PROSE: Final = re.compile(r"。|^[a-z]|[a-z]{3}[.]\s+[A-Z]")
_Dates = Callable[[str], list[tuple[int, int]]]


@dataclass(frozen=True)
class Clause:
    """The words around the date of a draft, up to the dates beside it, and those of its passage that ``lead`` to them;
    ``start`` is where the passage begins in the document, ``row`` that it is a line of a list."""

    lead: str
    before: str
    after: str
    date: str
    start: int
    row: bool

    @property
    def words(self) -> str:
        return f"{self.before}{self.date}{self.after}"


def clause_around(draft: Draft, setting: Setting) -> Clause | None:
    """The words around a draft's date, in the first passage that has it."""
    text, date = setting.document.text, normal(draft.when.verbatim or "")
    context = DateContext(published=setting.document.published or draft.when.latest, previous=draft.when)
    find = find_dates if setting.document.language == "ja" else find_english_dates

    def dates_in(words: str) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in find(words, context)]

    for evidence in draft.evidence if date else ():
        if evidence.start is None or evidence.end is None:
            continue
        for start, end, row in _parts(text, evidence.start, evidence.end, dates_in):
            folded = fold(text, start, end)
            at = _standing(folded.text, date, dates_in(folded.text))
            if at is not None:
                left, right = _between(folded.text, at, at + len(date), dates_in(folded.text))
                parts = (folded.text[:left], folded.text[left:at], folded.text[at + len(date) : right])
                return Clause(*parts, date, start, row)
    return None


def _standing(words: str, date: str, dates: list[tuple[int, int]]) -> int | None:
    """Where the words of a date stand, and not as the beginning of another (8月 in 8月18日)."""
    hits = [hit.start() for hit in re.finditer(re.escape(date) + r"(?![0-9])", words)]
    return next((at for at in hits if (at, at + len(date)) in dates), hits[0] if hits else None)


def _parts(text: str, start: int, end: int, dates_in: _Dates) -> Iterator[tuple[int, int, bool]]:
    """The lines of a passage where they are those of a list, each with a date; else the whole passage."""
    lines, at = [], start
    for line in text[start:end].splitlines(keepends=True):
        lines.append((at, at + len(line)))
        at += len(line)
    words = [normal(text[slice(*one)]) for one in lines]
    prose = [bool(_PROSE.search(said)) or _wrapped(text[slice(*one)]) for one, said in zip(lines, words, strict=True)]
    dated = [one for one, said in zip(lines, words, strict=True) if dates_in(said)]
    listed = len(lines) == 1 or (len(dated) > 1 and 2 * len(dated) >= len(lines))
    listed = listed and not any(prose) and max(map(len, words), default=0) <= _LONGEST_ROW
    yield from ((*one, True) for one in (dated if listed else ()))
    if len(lines) == 1 or not listed:
        yield start, end, False


def _wrapped(line: str) -> bool:
    """Whether a line of Latin words is as long as one of print, and no row of columns."""
    return line.isascii() and len(line) >= _LINE_OF_PRINT and not re.search(r"\||\S\s{3,}\S|\t", line)


def _between(words: str, start: int, end: int, dates: list[tuple[int, int]]) -> tuple[int, int]:
    """The clause from the date or the stop before ``start`` to the date or the stop after ``end``."""
    stops = [hit.end() for hit in ENDS_CLAUSE.finditer(words)]
    left = max([at for _, at in dates if at <= start] + [at for at in stops if at <= start], default=0)
    right = min([at for at, _ in dates if at >= end] + [at for at in stops if at >= end], default=len(words))
    return left, right
