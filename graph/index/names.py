"""Names that a word typed into the search box may mean: bodies, frameworks, series, topics, economies, cities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from graph.index.folding import WORD, folded, is_cjk
from graph.model import Catalogue, Text
from ontology.terms import TOPICS

# Short Latin words (UK, FTC) mean themselves; longer ones may be the beginning of a word (adequa, commission).
LONGEST_WHOLE: Final = 3

# What a name names, and the field of engagements by which it is found.
FIELD_OF: Final = {
    "authority": "with",
    "framework": "framework",
    "series": "series",
    "topic": "topic",
    "jurisdiction": "country",
    "city": "city",
}


class Named(NamedTuple):
    """A thing that has names, by type and id."""

    type: str
    id: str


class Name(NamedTuple):
    """One name of a thing; ``folded`` is how it is compared, ``words`` its Latin words."""

    of: Named
    text: str
    folded: str
    words: tuple[str, ...]
    is_main: bool

    def has(self, word: str) -> bool:
        """Whether a folded word stands in the name, as ``Segment.word`` means it."""
        if any(map(is_cjk, word)):
            return word in self.folded
        parts = WORD.findall(word)
        return bool(parts) and all(any(_begins(part, word) for word in self.words) for part in parts)


def _begins(part: str, word: str) -> bool:
    return word == part or (len(part) > LONGEST_WHOLE and word.startswith(part))


class Names:
    """All names of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.all = tuple(_names(catalogue))

    def meant_by(self, word: str) -> frozenset[Named]:
        """The things that have a folded word in one of their names."""
        return frozenset(name.of for name in self.all if name.has(word))

    def fields_meant_by(self, word: str) -> list[tuple[str, str]]:
        """The same as fields of engagements and their values."""
        return [(FIELD_OF[named.type], named.id) for named in self.meant_by(word)]


def _names(catalogue: Catalogue) -> Iterator[Name]:
    for body in catalogue.authorities.values():
        yield from _of("authority", body.id, (*_both(body.name), body.short_name, body.id), catalogue)
    for framework in catalogue.frameworks.values():
        yield from _of("framework", framework.id, (*_both(framework.name), framework.id), catalogue)
    for series in catalogue.series.values():
        yield from _of("series", series.id, (*_both(series.name), series.id), catalogue)
    for slug, labels in TOPICS.items():
        yield from _of("topic", slug, labels, catalogue)
    for jurisdiction in catalogue.jurisdictions.values():
        names = (*_both(jurisdiction.name), jurisdiction.code)
        yield from _of("jurisdiction", jurisdiction.code, names, catalogue)
    for city, text in catalogue.cities.items():
        yield from _of("city", city, _both(text), catalogue)


def _both(text: Text) -> tuple[str | None, ...]:
    return text.ja, text.en


def _of(kind: str, identifier: str, main: Iterable[str | None], catalogue: Catalogue) -> Iterator[Name]:
    named = Named(kind, identifier)
    aliases = catalogue.aliases.get(f"{kind}:{identifier}", ())
    for is_main, texts in ((True, main), (False, aliases)):
        for text in filter(None, texts):
            form = folded(text)
            yield Name(named, text, form, tuple(WORD.findall(form)), is_main)
