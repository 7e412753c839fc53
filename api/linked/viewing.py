"""A description as rows for a page: properties by their names, things by theirs, all linked where they lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from api.linked.writing import in_language
from ontology.documentation import anchor, short
from ontology.glossary import Words, glossary
from ontology.terms import (
    DCTERMS_ISSUED,
    DCTERMS_PUBLISHER,
    OA_END,
    OA_EXACT,
    OA_START,
    ORG_POST_IN,
    ORG_SUB_ORGANIZATION_OF,
    RDF_TYPE,
    RDFS_LABEL,
    SCHEMA_URL,
    SKOS_ALT_LABEL,
    SKOS_NOTATION,
    SKOS_PREF_LABEL,
    about,
    locator,
)

#: What the words of others that the data uses are called on a page.
_OTHERS: Final[Mapping[str, Words]] = {
    RDF_TYPE.value: ("is a", "種類"),
    SKOS_ALT_LABEL.value: ("also called", "別名"),
    SKOS_NOTATION.value: ("code", "符号"),
    SCHEMA_URL.value: ("address", "ウェブサイト"),
    ORG_SUB_ORGANIZATION_OF.value: ("part of", "上位機関"),
    ORG_POST_IN.value: ("post in", "所属機関"),
    DCTERMS_ISSUED.value: ("published", "発行日"),
    DCTERMS_PUBLISHER.value: ("publisher", "発行機関"),
    OA_EXACT.value: ("words", "文言"),
    OA_START.value: ("first character", "開始文字"),
    OA_END.value: ("last character", "終了文字"),
}
#: By what a thing is called, the best first.
_NAMING: Final = (RDFS_LABEL, SKOS_PREF_LABEL, about, OA_EXACT, locator)
_LONGEST_NAME: Final = 80


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
        self._triples = sorted(set(in_language(triples, language)), key=str)
        self._names = self._labels()

    def name(self, iri: str) -> str:
        """What a thing is called: its label, its own words, that of its term, or its short IRI."""
        known = self._names.get(iri) or self._told(glossary().label(iri) or _OTHERS.get(iri))
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
        found: dict[str, str] = {}
        for naming in _NAMING:
            for triple in self._triples:
                if triple.predicate == naming and isinstance(triple.object, Literal):
                    found.setdefault(_key(triple.subject), _cut(triple.object.value))
        return found

    def _told(self, words: Words | None) -> str | None:
        if words is None:
            return None
        return words[1] if self._language == "ja" else words[0]


def _cut(words: str) -> str:
    line = "".join(words.split("\n")) if any(sign > "\u2fff" for sign in words) else " ".join(words.split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def _key(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
