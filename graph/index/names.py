"""Names that a word typed into the search box may mean: bodies, frameworks, series, topics, economies, cities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import Final, NamedTuple

from graph.index.folding import ROW_END, WORD, folded, is_cjk
from graph.kana import is_hiragana
from graph.model import Authority, Catalogue, Framework, Jurisdiction, Series, Text
from ontology.terms import TOPICS

# Short Latin words (UK, FTC) mean themselves; longer ones may be the beginning of a word (adequa, commission).
LONGEST_WHOLE: Final = 3
# So many hiragana mean a reading; fewer are found in nearly all of them.
SHORTEST_READING: Final = 3

# What a name names, and the field of engagements by which it is found.
FIELD_OF: Final = {
    "authority": "with",
    "framework": "framework",
    "series": "series",
    "topic": "topic",
    "jurisdiction": "country",
    "city": "city",
    "document": "document",
}


class Named(NamedTuple):
    """A thing that has names, by type and id."""

    type: str
    id: str


class Name(NamedTuple):
    """One name of a thing; ``folded`` is how it is compared. Ids and aliases are not main names."""

    of: Named
    text: str
    folded: str
    is_main: bool


class Names:
    """All names of a catalogue, and how the Japanese ones are read: readings are found by words in hiragana alone.

    Katakana is how names are written (タイ): it would be found in the middle of readings (に対する).
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.all = tuple(_folded_together(list(_names(catalogue))))
        self.readings = tuple(_folded_together(list(_readings(catalogue))))
        with_word: dict[str, list[Name]] = {}
        for name in self.all:
            for word in set(WORD.findall(name.folded)):
                with_word.setdefault(word, []).append(name)
        self._words = sorted(with_word)
        self._with_word = with_word

    def having(self, word: str) -> frozenset[Name]:
        """The names that hold a folded word, as ``Segment.word`` means it."""
        if any(map(is_cjk, word)):
            searched = (*self.all, *self.readings) if len(word) >= SHORTEST_READING and is_hiragana(word) else self.all
            return frozenset(name for name in searched if word in name.folded)
        parts = WORD.findall(word)
        return frozenset.intersection(*map(self._begun, parts)) if parts else frozenset()

    def _begun(self, part: str) -> frozenset[Name]:
        if len(part) <= LONGEST_WHOLE:
            return frozenset(self._with_word.get(part, ()))
        begin = bisect_left(self._words, part)
        words = takewhile(lambda word: word.startswith(part), islice(self._words, begin, None))
        return frozenset(name for word in words for name in self._with_word[word])

    def meant_by(self, word: str) -> frozenset[Named]:
        """The things that have a folded word in one of their names."""
        return frozenset(name.of for name in self.having(word))

    def fields_meant_by(self, word: str) -> list[tuple[str, str]]:
        """The same as fields of engagements and their values. Titles of documents do not speak for meetings."""
        return [self.field_of(named) for named in self.meant_by(word) if named.type != "document"]

    def with_all(self, words: Sequence[str]) -> list[Name]:
        """The names that hold some of the words, of things that have all of them in their names."""
        having = [self.having(word) for word in words]
        if not having:
            return []
        everywhere = frozenset.intersection(*(frozenset(name.of for name in names) for names in having))
        return [name for name in frozenset.union(*having) if name.of in everywhere]

    def field_of(self, named: Named) -> tuple[str, str]:
        """The field of engagements, and its value, by which those about a thing are found."""
        return FIELD_OF[named.type], named.id

    def label(self, named: Named) -> Text:
        """The name of a thing in both languages."""
        catalogue = self._catalogue
        if named.type == "topic":
            en, ja = TOPICS[named.id]
            return Text(en=en, ja=ja)
        if named.type == "city":
            return catalogue.cities[named.id]
        if named.type == "document":
            return catalogue.documents[named.id].title
        registers: dict[str, Mapping[str, Authority | Framework | Series | Jurisdiction]] = {
            "authority": catalogue.authorities,
            "framework": catalogue.frameworks,
            "series": catalogue.series,
            "jurisdiction": catalogue.jurisdictions,
        }
        return registers[named.type][named.id].name


def _names(catalogue: Catalogue) -> Iterator[Name]:
    for body in catalogue.authorities.values():
        yield from _of("authority", body.id, (*_both(body.name), body.short_name), catalogue)
    for framework in catalogue.frameworks.values():
        yield from _of("framework", framework.id, _both(framework.name), catalogue)
    for series in catalogue.series.values():
        yield from _of("series", series.id, _both(series.name), catalogue)
    for slug, labels in TOPICS.items():
        yield from _of("topic", slug, labels, catalogue)
    for jurisdiction in catalogue.jurisdictions.values():
        yield from _of("jurisdiction", jurisdiction.code, _both(jurisdiction.name), catalogue)
    for city, text in catalogue.cities.items():
        yield from _of("city", city, _both(text), catalogue)
    for document in catalogue.documents.values():
        yield from _of("document", document.slug, _both(document.title), catalogue)


def _both(text: Text) -> tuple[str | None, ...]:
    return text.ja, text.en


def _of(kind: str, identifier: str, main: Iterable[str | None], catalogue: Catalogue) -> Iterator[Name]:
    named = Named(kind, identifier)
    aliases = (identifier, *catalogue.aliases.get(f"{kind}:{identifier}", ()))
    for is_main, texts in ((True, main), (False, aliases)):
        for text in filter(None, texts):
            yield Name(named, text, "", is_main)


def _readings(catalogue: Catalogue) -> Iterator[Name]:
    for key, reading in catalogue.readings.items():
        kind, _, identifier = key.partition(":")
        yield Name(Named(kind, identifier), reading.replace(" ", ""), "", is_main=False)


def _folded_together(names: list[Name]) -> Iterator[Name]:
    """The names with their folded forms: folding all in one go is many times quicker than one by one."""
    texts = [name.text.replace(ROW_END, " ") for name in names]
    forms = folded(ROW_END.join(texts)).split(ROW_END) if texts else []
    return (name._replace(folded=form.strip()) for name, form in zip(names, forms, strict=True))
