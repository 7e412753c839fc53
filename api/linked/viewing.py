"""A description as rows for a page: properties by their names, things by theirs, all linked where they lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from ontology.documentation import anchor, short
from ontology.glossary import Words, glossary
from ontology.terms import RDF_TYPE, RDFS_LABEL, SKOS_PREF_LABEL


@dataclass(frozen=True)
class Shown:
    """Something to show: words, their language where it is not the page's, and where they lead."""

    words: str
    address: str | None = None
    language: str | None = None


Row = tuple[Shown, list[Shown]]


class View:
    """A description, seen in one language from a dataset with this base."""

    def __init__(self, triples: Iterable[Triple], base: str, language: str) -> None:
        self._base = base
        self._language = language
        self._triples = sorted(set(triples), key=str)
        self._names = self._labels()

    def name(self, iri: str) -> str:
        """What a thing is called: its label, that of its term, or its short IRI."""
        known = self._names.get(iri) or self._told(glossary().label(iri))
        return known or short(iri).removeprefix(self._base)

    def rows(self, iri: str) -> list[Row]:
        """What is said of a thing itself, labels left out, as they are the heading."""
        found: dict[str, list[Shown]] = defaultdict(list)
        for triple in self._triples:
            if _key(triple.subject) == iri and triple.predicate not in (RDFS_LABEL, SKOS_PREF_LABEL):
                found[triple.predicate.value].append(self._shown(triple.object))
        order = sorted(found, key=lambda predicate: (predicate != RDF_TYPE.value, predicate))
        return [(self._property(predicate), found[predicate]) for predicate in order]

    def _property(self, iri: str) -> Shown:
        place = anchor(iri)
        return Shown(self.name(iri), f"/def#{place}" if place else iri)

    def _shown(self, value: object) -> Shown:
        if isinstance(value, Literal):
            other = value.language if value.language not in (None, self._language) else None
            return Shown(value.value, value.value if value.value.startswith(("https://", "http://")) else None, other)
        iri = _key(value)
        place = anchor(iri)
        if place:
            return Shown(self.name(iri), f"/def#{place}")
        local = f"/{iri.removeprefix(self._base)}?lang={self._language}" if iri.startswith(self._base) else iri
        return Shown(self.name(iri), local)

    def _labels(self) -> dict[str, str]:
        found: dict[str, dict[str | None, str]] = defaultdict(dict)
        for triple in self._triples:
            if triple.predicate in (RDFS_LABEL, SKOS_PREF_LABEL) and isinstance(triple.object, Literal):
                found[_key(triple.subject)][triple.object.language] = triple.object.value
        return {iri: words.get(self._language) or next(iter(words.values())) for iri, words in found.items()}

    def _told(self, words: Words | None) -> str | None:
        if words is None:
            return None
        return words[1] if self._language == "ja" else words[0]


def _key(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
