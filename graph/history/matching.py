"""From a question to bitmaps: which rows of each segment are meant, and which of them for certain."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final, NamedTuple

import numpy as np
from pyroaring import BitMap

from graph.errors import NotFound
from graph.history.asked import Asked
from graph.history.words import Words, words_of
from graph.index import FIELDS, Index
from graph.index.segment import Segment
from graph.model import When
from ontology.terms import LABELS, TOPICS

_VOCABULARIES: Final = ("kind", "level", "status", "mode")
_LONGEST_SHOWN: Final = 60


class Part(NamedTuple):
    """The rows of one segment that answer a question, and those of them whose dates surely do."""

    segment: Segment
    rows: BitMap
    certain: BitMap


def matching(index: Index, asked: Asked) -> list[Part]:
    """The rows that answer a question, by segment. Raises NotFound for an id that nothing has."""
    check_known(index, asked)
    words = words_of(asked.q) if asked.q and asked.q.strip() else None
    wanted = dates_of(asked)
    return [_part(index, segment, asked, words, wanted) for segment in index.segments]


def dates_of(asked: Asked) -> list[When]:
    """The dates that have to be met: the filter's, and one typed among the words."""
    typed = words_of(asked.q).when if asked.q else None
    return [when for when in (asked.wanted, typed) if when]


def _part(index: Index, segment: Segment, asked: Asked, words: Words | None, wanted: list[When]) -> Part:
    rows = BitMap() if words and words.say_nothing else segment.live
    for body in asked.with_:
        rows = rows & index.having(segment, "with", body)
    for field in FIELDS:
        values = () if field == "with" else getattr(asked, field)
        if values:
            rows = rows & BitMap.union(*(index.having(segment, field, value) for value in values))
    if words:
        rows = rows & with_words(index, segment, words.words)
    certain = rows
    for when in wanted:
        possible, surely = within(segment, when)
        rows, certain = rows & possible, certain & surely
    return Part(segment, certain if asked.certain_only else rows, certain)


def with_words(index: Index, segment: Segment, words: Iterable[str]) -> BitMap:
    """Rows that hold each word in their text, or name something that has it in its name."""
    rows = segment.live
    for word in words:
        meant = [segment.word(word)]
        meant += [segment.posting(field, of) for field, of in index.names.fields_meant_by(word)]
        rows = rows & BitMap.union(*meant)
    return rows


def within(segment: Segment, wanted: When) -> tuple[BitMap, BitMap]:
    """Rows whose dates may lie within a filter (they overlap), and those whose dates surely do."""
    first, last = wanted.earliest.toordinal(), wanted.latest.toordinal()
    start, end = segment.starting(first), segment.starting(last + 1)
    possible = BitMap(range(start, end))
    begun_before = np.flatnonzero(segment.latest[:start] >= first)
    too_long = np.flatnonzero(segment.latest[start:end] > last) + start
    return possible | BitMap(begun_before.tolist()), possible - BitMap(too_long.tolist())


def check_known(index: Index, asked: Asked) -> None:
    """Raises NotFound, with the nearest ids, where a filter names what neither catalogue nor engagements know."""
    catalogue = index.catalogue
    registers: dict[str, Collection[str]] = {
        "with": catalogue.authorities,
        "organiser": catalogue.authorities,
        "framework": catalogue.frameworks,
        "series": catalogue.series,
        "topic": TOPICS,
        "country": catalogue.jurisdictions,
        "document": catalogue.documents,
        **{field: LABELS[field] for field in _VOCABULARIES},
    }
    for field, register in registers.items():
        for value in asked.with_ if field == "with" else getattr(asked, field):
            if value not in register and not any(segment.posting(field, value) for segment in index.segments):
                raise unknown(value, register)


def unknown(value: str, register: Iterable[str]) -> NotFound:
    """The error for an id that nothing has, with the nearest ids there are."""
    shown = value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"
    near = get_close_matches(shown.lower(), list(register), n=3, cutoff=0.4)
    if not near:
        return NotFound(f"There is no “{shown}” here.", f"「{shown}」は登録されていません。")
    return NotFound(
        f"There is no “{shown}” here. Did you mean {', '.join(near)}?",
        f"「{shown}」は登録されていません。もしかして: {'、'.join(near)}",
    )
