"""One search box: bodies, meetings, frameworks, series and documents that the words may mean, with the words marked.

The exact name comes first, then names that begin with the words, then those that hold them; meetings and passages
come newest first. A date among the words (令和元年5月, 2019-05) is a filter on meetings.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from pyroaring import BitMap

from graph.history.asked import Asked, Listed
from graph.history.finding import listed, nearest
from graph.history.matching import Part, matching
from graph.history.words import words_of
from graph.index import Index, Passage
from graph.index.folding import folded
from graph.index.names import LONGEST_WHOLE, Name, Named
from graph.index.reading import read_passage
from graph.kana import is_hiragana
from graph.model import Record, Text, When
from graph.text import Folded, bounded, fold, lowered

Group = Literal["authority", "framework", "series", "topic", "jurisdiction", "city", "document"]

_SHOWN: Final = 10
_MOST_SUGGESTED: Final = 8


class Marked(Record):
    """Words, and which of them were looked for: ``marks`` are the starts and ends of stretches of ``text``."""

    text: str
    marks: tuple[tuple[int, int], ...]


class NameFound(Record):
    """A thing found by a name: its name in the reader's language, the name that matched, how many engagements."""

    type: Group
    id: str
    name: Text
    matched: Marked
    engagements: int


class MeetingFound(Record):
    """A meeting found; ``title`` is in the reader's language where there is one."""

    listed: Listed
    title: Marked


class PassageFound(Record):
    """A passage of a document found."""

    passage: Passage
    text: Marked


class NameGroup(Record):
    """Things of one sort, best first, and how many there are in all."""

    total: int
    items: tuple[NameFound, ...]


class MeetingGroup(Record):
    """Meetings, newest first, and how many there are in all."""

    total: int
    items: tuple[MeetingFound, ...]


class PassageGroup(Record):
    """Passages of documents, newest document first, and how many there are in all."""

    total: int
    items: tuple[PassageFound, ...]


class SearchResult(Record):
    """What the words may mean, by group; ``when`` is the date that was understood among them, ``words`` the others."""

    edition: str
    typed: str
    words: tuple[str, ...]
    when: When | None
    bodies: NameGroup
    frameworks: NameGroup
    series: NameGroup
    topics: NameGroup
    places: NameGroup
    documents: NameGroup
    meetings: MeetingGroup
    passages: PassageGroup


class Suggestion(Record):
    """A name that what was typed so far may become."""

    type: Group
    id: str
    name: Text
    matched: Marked


def search(index: Index, text: str, *, language: str = "en", limit: int = _SHOWN) -> SearchResult:
    """Everything that the words may mean, at most ``limit`` of each group. Raises LimitExceeded for over 300 signs."""
    words, when = words_of(text)
    ranked = _ranked(index, words) if words else []
    by_group = {kind: [found for found in ranked if found[1].of.type in kinds] for kind, kinds in _GROUPS.items()}
    groups = {kind: _name_group(index, found, words, limit) for kind, found in by_group.items()}
    asked = Asked(q=text)
    return SearchResult(
        edition=index.edition,
        typed=text,
        words=words,
        when=when,
        **groups,
        meetings=_meetings(index, asked, words, language, limit) if words or when else MeetingGroup(total=0, items=()),
        passages=_passages(index, words, limit) if words else PassageGroup(total=0, items=()),
    )


_GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "bodies": ("authority",),
    "frameworks": ("framework",),
    "series": ("series",),
    "topics": ("topic",),
    "places": ("jurisdiction", "city"),
    "documents": ("document",),
}

Rank = tuple[int, int, int, str]


def _ranked(index: Index, words: Sequence[str]) -> list[tuple[Rank, Name]]:
    """The best name of each thing that has all the words in its names, best first."""
    whole = " ".join(words)
    best: dict[Named, tuple[Rank, Name]] = {}
    for name in index.names.with_all(words):
        rank = _closeness(name, whole), not name.is_main, len(name.folded), name.of.id
        if name.of not in best or rank < best[name.of][0]:
            best[name.of] = rank, name
    return sorted(best.values(), key=lambda found: found[0])


def _closeness(name: Name, whole: str) -> int:
    """0 for the name itself, 1 where it begins with the words, 2 where it only holds them."""
    if name.folded == whole:
        return 0
    return 1 if name.folded.startswith(whole) else 2


def _name_group(index: Index, ranked: Sequence[tuple[Rank, Name]], words: Sequence[str], limit: int) -> NameGroup:
    items = tuple(_name_found(index, name, words) for _, name in ranked[:limit])
    return NameGroup(total=len(ranked), items=items)


def _name_found(index: Index, name: Name, words: Sequence[str]) -> NameFound:
    field, value = index.names.field_of(name.of)
    count = sum(s.live.intersection_cardinality(index.having(s, field, value)) for s in index.segments)
    return NameFound.model_validate(
        {
            "type": name.of.type,
            "id": name.of.id,
            "name": index.names.label(name.of),
            "matched": mark(name.text, words),
            "engagements": count,
        }
    )


def _meetings(index: Index, asked: Asked, words: Sequence[str], language: str, limit: int) -> MeetingGroup:
    parts = matching(index, asked)
    items = []
    for one in listed(nearest(parts, "newest", limit), asked):
        title = one.engagement.title.in_language(language)
        items.append(MeetingFound(listed=one, title=mark(title, words)))
    return MeetingGroup(total=sum(len(part.rows) for part in parts), items=tuple(items))


def _passages(index: Index, words: Sequence[str], limit: int) -> PassageGroup:
    parts = []
    for segment in index.passage_segments:
        rows: BitMap = segment.live
        for word in words:
            rows = rows & segment.word(word)
        parts.append(Part(segment, rows, rows))
    found = [read_passage(*place) for place in nearest(parts, "newest", limit)]
    items = tuple(PassageFound(passage=passage, text=mark(passage.text, words)) for passage in found)
    return PassageGroup(total=sum(len(part.rows) for part in parts), items=items)


def suggest(index: Index, prefix: str, *, language: str = "en", limit: int = _MOST_SUGGESTED) -> tuple[Suggestion, ...]:
    """Names that begin with what was typed, then those in which a later word does.

    Names in the reader's language come before those in the other.
    """
    typed = folded(prefix[:100].encode("utf-8", "replace").decode()).strip()
    if not typed:
        return ()
    best: dict[Named, tuple[tuple[int, bool, bool, int, str], Name]] = {}
    names = (*index.names.all, *index.names.readings) if is_hiragana(typed) else index.names.all
    for name in names:
        at = name.folded.find(typed)
        if at < 0 or name.of.type == "document" or (at > 0 and not _begins_word(name.folded, at)):
            continue
        foreign = name.text.isascii() == (language == "ja")
        rank = (0 if at == 0 else 1), not name.is_main, foreign, len(name.folded), name.of.id
        if name.of not in best or rank < best[name.of][0]:
            best[name.of] = rank, name
    found = heapq.nsmallest(limit, best.values(), key=lambda one: one[0])
    return tuple(
        Suggestion.model_validate(
            {
                "type": name.of.type,
                "id": name.of.id,
                "name": index.names.label(name.of),
                "matched": mark(name.text, (typed,), begun=True),
            }
        )
        for _, name in found
    )


def _begins_word(text: str, at: int) -> bool:
    return bounded(text, at, at + 1) or not text[at].isascii() or not text[at - 1].isalnum()


def mark(text: str, words: Iterable[str], *, begun: bool = False) -> Marked:
    """The text with the stretches that the folded words stand for, in order, those that touch joined.

    ``begun`` words may be the beginning of one however short they are.
    """
    form = fold(text)
    low = lowered(form.text)
    spans = sorted(span for word in words for span in _spans(form, low, word, begun))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return Marked(text=text, marks=tuple(joined))


def _spans(form: Folded, low: str, word: str, begun: bool) -> Iterable[tuple[int, int]]:
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if _stands(low, at, end, begun):
            yield form.span(at, end)
        at = low.find(word, end)


def _stands(low: str, at: int, end: int, begun: bool) -> bool:
    """Whether the words stand as they are looked for: Latin ones begin a word, short ones are whole."""
    if not low[at].isascii():
        return True
    begins = at == 0 or not (low[at - 1].isascii() and low[at - 1].isalnum())
    whole = end == len(low) or not (low[end].isascii() and low[end].isalnum())
    return begins and (begun or whole or end - at > LONGEST_WHOLE or not low[end - 1].isascii())
