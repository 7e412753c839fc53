"""The clauses of an English sentence that tell of one meeting each, with their dates and words of meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from graph.dates import FoundDate
from graph.extract.english.words import BACKGROUND, DEADLINE, TALK

_CUT: Final = re.compile(
    r";\s+|,\s+(?:and|while|whereas|but|before|after which|followed by|then|as well as)\s+|,\s+"
    r"|\s+(?:while|whereas|followed by|but)\s+"
    r"|\s+and\s+(?=(?:on|in|then|later|also|with|met|visited|held|hosted|attended|participated|travelled|took"
    r"|signed|spoke|will|the)\b)"
)
_WITH: Final = re.compile(r"(?:with|to|by|of|in|at)\b")
# The memorandum signed in October 2023 is a thing spoken of, and no meeting told.
_SIGNED_BEFORE: Final = re.compile(
    r"\b(?:memorandum|arrangement|agreement|understanding|cooperation|MoU|MOU|MoC|MOC|treaty|declaration|statement)\s+$"
)
_REACH: Final = 70


@dataclass(frozen=True)
class Trigger:
    """A word that tells of a meeting; ``sort`` names the group of ``words.TALK`` that it belongs to."""

    start: int
    end: int
    sort: str


@dataclass(frozen=True)
class Clause:
    """``text[start:end]`` of a sentence. ``late`` dates say until when, or when instead."""

    start: int
    end: int
    triggers: tuple[Trigger, ...]
    dates: tuple[FoundDate, ...]
    late: tuple[FoundDate, ...]


def triggers(text: str) -> list[Trigger]:
    """Every word of meeting in a text, in order."""
    found = [Trigger(hit.start(), hit.end(), hit.lastgroup or "") for hit in TALK.finditer(text)]
    return [one for one in found if one.sort != "signed" or not _SIGNED_BEFORE.search(text[: one.start])]


def clauses(text: str, dates: Sequence[FoundDate]) -> list[Clause]:
    """The clauses of a sentence, in order. A new one begins where another date or another meeting is told."""
    told = [one for one in dates if not _background(text, one)]
    late = [one for one in told if DEADLINE.search(text[max(0, one.start - _REACH) : one.start])]
    own = [one for one in told if one not in late]
    found = triggers(text)
    edges = [0, *(hit.end() for hit in _CUT.finditer(text) if not _within(hit.start(), hit.end(), dates)), len(text)]
    pieces = [_clause((start, end), found, own, late) for start, end in pairwise(edges) if start < end]
    joined: list[list[Clause]] = []
    for piece in pieces:
        whole = _whole(joined[-1], found, own, late) if joined else None
        if whole is None:
            joined.append([piece])
        elif not _parts(whole, piece, shared=len(joined) > 1):
            joined[-1].append(piece)
        else:
            last = joined[-1][-1]
            leads = len(joined[-1]) > 1 and not last.dates and _WITH.match(text[last.start : last.end])
            joined.append([joined[-1].pop(), piece] if leads else [piece])
    return _with_shared_words([_whole(group, found, own, late) for group in joined])


def _whole(group: list[Clause], found: list[Trigger], own: list[FoundDate], late: list[FoundDate]) -> Clause:
    return _clause((group[0].start, group[-1].end), found, own, late)


def _with_shared_words(told: list[Clause]) -> list[Clause]:
    """A clause with a date and no word of meeting shares that of the one before: on 3 June in Paris, and on 5 June."""
    shared: list[Clause] = []
    for one in told:
        if one.triggers or not one.dates or not shared or not shared[-1].triggers:
            shared.append(one)
            continue
        first = shared[-1].triggers[0]
        shared.append(replace(one, triggers=(replace(first, start=one.start, end=one.start),)))
    return shared


def _clause(span: tuple[int, int], found: list[Trigger], own: list[FoundDate], late: list[FoundDate]) -> Clause:
    start, end = span
    return Clause(
        start,
        end,
        tuple(one for one in found if start <= one.start < end),
        tuple(one for one in own if start <= one.start < end),
        tuple(one for one in late if start <= one.start < end),
    )


def _parts(before: Clause, after: Clause, *, shared: bool) -> bool:
    """Whether a piece begins a clause of its own: with another date, or another meeting."""
    if after.dates and before.dates and (before.triggers or shared):
        return True
    leads = bool(after.triggers) and after.triggers[0].start - after.start <= 4
    return (
        leads and bool(before.triggers) and after.triggers[0].sort in ("met", "visited", "held", "joined", "received")
    )


def _background(text: str, date: FoundDate) -> bool:
    """Whether a date is that of a law, a publication or an appointment."""
    before = text[max(0, date.start - _REACH) : date.start]
    return bool(BACKGROUND.search(before))


def _within(start: int, end: int, dates: Sequence[FoundDate]) -> bool:
    return any(one.start < end and start < one.end for one in dates)
