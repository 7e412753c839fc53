"""How like a name in somebody's table is to the names that we know.

Names are compared without width, case, accents, spaces and marks (``graph.text.key``), without articles and legal
forms, in any order of Latin words. What is not the same is compared by pairs of neighbouring signs (Dice), which
needs no words and so serves Japanese and English alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from api.reconciling.things import Thing, place_names, things
from graph.extract.lexicon import Name
from graph.extract.variants import body_names, framework_names, series_names
from graph.index import Index
from graph.model import Authority, Catalogue, Framework
from graph.text import key, normal

#: The scores of names that are the same: as written, up to order and legal form, and by a rule.
SAME: Final = 100.0
SAME_BUT_FORM: Final = 97.0
DERIVED: Final = 95.0
#: At least so like has a candidate to be.
LEAST: Final = 35.0
_HOLDS: Final = 88.0
_LIKE: Final = 85.0
_SHORTEST_HELD: Final = 3
_LONGEST: Final = 300
_LEGAL: Final = re.compile(
    r"^(?:the|la|le|der|die|das)\s+|[\s,.]+(?:inc|ltd|llc|plc|corp|co|gmbh|pte|s\.?a|b\.?v)\.?$"
    r"|^(?:株式会社|有限会社|合同会社|\(株\)|\(有\)|(?:一般|公益)(?:社団|財団)法人|(?:国立研究開発|独立行政)法人|特定非営利活動法人)"
    r"|(?:株式会社|有限会社|合同会社|\(株\)|\(有\))$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[0-9a-z]+")
_FILLERS: Final = frozenset({"the", "of", "for", "and", "on", "a"})


@dataclass(frozen=True)
class Known:
    """A thing under one of its names, and how sure a match by this name is at most."""

    thing: Thing
    score: float


class Register:
    """All names of all things of an edition, made once for it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._same: dict[str, list[Known]] = {}
        self._keys: list[tuple[str, Known]] = []
        self._with_pair: dict[str, list[int]] = {}
        seen: set[tuple[str, str]] = set()
        for one in things(catalogue):
            for name, score in _names_of(one, catalogue):
                for form, most in _forms(name, score):
                    self._same.setdefault(form, []).append(Known(one, most))
                plain = key(name)
                if plain and (one.id, plain) not in seen:
                    seen.add((one.id, plain))
                    self._add(plain, Known(one, score))

    @classmethod
    def of(cls, index: Index) -> Register:
        """The register of an index, made when it is first needed."""
        return index.kept("reconciling", lambda: cls(index.catalogue))

    def like(self, words: str) -> dict[str, tuple[Thing, float]]:
        """The things whose names are like ``words``, by id, each with its score from 0 to 100."""
        asked = words.strip()[:_LONGEST]
        best: dict[str, tuple[Thing, float]] = {}
        for form, most in _forms(asked, SAME):
            for known in self._same.get(form, ()):
                _keep(best, known.thing, min(known.score, most))
        plain = key(asked)
        for place, shared in self._sharing(plain).items():
            name, known = self._keys[place]
            _keep(best, known.thing, _likeness(plain, name, shared))
        return {id_: found for id_, found in best.items() if found[1] >= LEAST}

    def _add(self, plain: str, known: Known) -> None:
        for pair in _pairs(plain):
            self._with_pair.setdefault(pair, []).append(len(self._keys))
        self._keys.append((plain, known))

    def _sharing(self, plain: str) -> Counter[int]:
        counted: Counter[int] = Counter()
        for pair in _pairs(plain):
            counted.update(self._with_pair.get(pair, ()))
        return counted


def _keep(best: dict[str, tuple[Thing, float]], one: Thing, score: float) -> None:
    if one.id not in best or best[one.id][1] < score:
        best[one.id] = one, score


def _likeness(asked: str, name: str, shared: int) -> float:
    """The score of names that are not the same: by shared pairs, and higher where one holds the other."""
    dice = 2 * shared / (len(asked) + len(name) + 2)
    score = _LIKE * dice
    short, long = sorted((asked, name), key=len)
    if len(short) >= _SHORTEST_HELD and short in long and asked != name:
        score = max(score, _HOLDS * (0.5 + 0.5 * len(short) / len(long)))
    return score


def _pairs(plain: str) -> set[str]:
    """The pairs of neighbouring signs, with the beginning and the end of the name."""
    framed = f"^{plain}$"
    return {framed[at : at + 2] for at in range(len(framed) - 1)} if plain else set()


def _forms(name: str, score: float) -> Iterator[tuple[str, float]]:
    """The forms under which a name counts as the same, with the score at most."""
    plain = key(name)
    if not plain:
        return
    yield plain, score
    bare = _LEGAL.sub("", normal(name).strip()).strip()
    if bare and key(bare) and key(bare) != plain:
        yield key(bare), min(score, SAME_BUT_FORM)
    words = [word for word in _WORD.findall(normal(name).casefold()) if word not in _FILLERS]
    if len(words) > 1 and normal(name).isascii():
        yield f"={' '.join(sorted(words))}", min(score, SAME_BUT_FORM)


def _names_of(one: Thing, catalogue: Catalogue) -> Iterator[tuple[str, float]]:
    """Names as written, then those made by rule; a name that holds only in its own country is less sure."""
    record = one.record
    short = record.short_name if isinstance(record, Authority) else None
    for name in filter(None, (record.id, record.name.ja, record.name.en, short)):
        yield name, SAME
    for alias in catalogue.aliases.get(f"{one.type}:{record.id}", ()):
        yield alias, SAME
    for made in _made(one, catalogue):
        yield made.words, DERIVED if made.context is None else DERIVED - 5


def _made(one: Thing, catalogue: Catalogue) -> Iterator[Name]:
    record = one.record
    if isinstance(record, Authority):
        places = list(place_names(catalogue, record.jurisdiction)[1:])
        yield from body_names(record.id, record.name, record.short_name, record.jurisdiction, places)
    elif isinstance(record, Framework):
        yield from framework_names(record.id, record.name)
    else:
        yield from series_names(record.id, record.name)
