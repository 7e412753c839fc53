"""Names found in text: one automaton over many names, longest first, each name with what it stands for.

Matching runs on normalised text (``graph.text``) in lower case; a Latin name must stand free of other
letters, an abbreviation must have its capitals, and a name that is only valid in one jurisdiction's context
is only found where that jurisdiction is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.text import bounded, lowered, normal

REMEMBERED: Final = 1024
ABBREVIATION: Final = 6
_ABBREVIATED: Final = re.compile(r"(?<![A-Za-z])(US|UK)(?![A-Za-z.])")


@dataclass(frozen=True)
class Name:
    """A name of something: its id, the words, and where they are valid (``context``: a jurisdiction code).

    ``derived`` names were made from others by rule; they give way to names that were written down.
    """

    id: str
    words: str
    context: str | None = None
    exact: bool = False
    derived: bool = False


@dataclass(frozen=True)
class Mention:
    """A name in normalised text: ``text[start:end]`` stands for ``id``."""

    start: int
    end: int
    id: str


class Lexicon:
    """The names of one kind of thing, compiled."""

    def __init__(self, names: Iterable[Name]) -> None:
        owners: dict[str, list[Name]] = {}
        for name in (form for one in names for form in _dotted(one)):
            words = normal(name.words)
            if words:
                owners.setdefault(lowered(words), []).append(
                    Name(name.id, words, name.context, name.exact, name.derived)
                )
        self._owners = [_settled(group) for group in owners.values()]
        self._automaton = AhoCorasick(list(owners), matchkind=MatchKind.Standard) if owners else None
        # a sentence is searched again for each of its dates, phrases and sides
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._find)

    def find(self, text: str, nearby: frozenset[str] = frozenset()) -> list[Mention]:
        """Every name in a normalised text, leftmost and longest, none inside another.

        ``nearby`` are the jurisdictions spoken of; names that stand for several things are passed over.
        """
        return list(self._remembered(text, nearby))

    def _find(self, text: str, nearby: frozenset[str]) -> list[Mention]:
        if self._automaton is None:
            return []
        hits = self._automaton.find_matches_as_indexes(lowered(text), overlapping=True)
        found: list[Mention] = []
        position = 0
        for index, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
            if start < position or not bounded(text, start, end):
                continue
            owner = self._owner(index, text[start:end], nearby)
            if owner is not None:
                found.append(Mention(start, end, owner))
                position = end
        return found

    def words(self) -> list[str]:
        """Every form that is looked for, in lower case."""
        return [lowered(group[0].words) for group in self._owners]

    def _owner(self, index: int, words: str, nearby: frozenset[str]) -> str | None:
        fitting = {
            name.id
            for name in self._owners[index]
            if (name.context is None or name.context in nearby) and (not name.exact or name.words == words)
        }
        return fitting.pop() if len(fitting) == 1 else None


def _dotted(name: Name) -> Iterator[Name]:
    """A name as written, and with the full stops of U.S. and U.K."""
    yield name
    dotted = _ABBREVIATED.sub(lambda match: f"{match[1][0]}.{match[1][1]}.", name.words)
    if dotted != name.words:
        yield Name(name.id, dotted, name.context, name.exact, derived=True)


def _settled(group: list[Name]) -> tuple[Name, ...]:
    """Written names win over derived ones; names without a context win over those with one."""
    written = [name for name in group if not name.derived] or group
    free = [name for name in written if name.context is None]
    return tuple(free if free else written)
