"""The words of Sankyoku with all that is said of them in both languages, for the pages that explain them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from ontology.files import ontology_turtle, shapes
from ontology.terms import DEF, ONTOLOGY, PREFIXES

_RDF = PREFIXES["rdf"]
_RDFS = PREFIXES["rdfs"]
_OWL = PREFIXES["owl"]
_SKOS = PREFIXES["skos"]
_SCHEMA = PREFIXES["schema"]
_SH = "http://www.w3.org/ns/shacl#"
_DCTERMS = PREFIXES["dcterms"]
_SORTS: Final = {
    f"{_OWL}Class": "class",
    f"{_OWL}ObjectProperty": "link",
    f"{_OWL}DatatypeProperty": "value",
    f"{_RDF}Property": "property",
}

Words = tuple[str, str]
"""English and Japanese."""


@dataclass(frozen=True)
class Term:
    """A class or a property. ``broader`` are the classes or properties it is also, ``close`` those close to it."""

    iri: str
    sort: str
    label: Words
    definition: Words
    broader: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    inverse: str | None = None
    single: bool = False

    @property
    def name(self) -> str:
        """The local name."""
        return self.iri.removeprefix(DEF)


@dataclass(frozen=True)
class Entry:
    """A concept of a scheme; ``rank`` is its place in an order, where the scheme has one."""

    iri: str
    label: Words
    definition: Words
    aliases: tuple[str, ...]
    broader: str | None
    rank: int | None

    @property
    def slug(self) -> str:
        """The last part of its IRI."""
        return self.iri.rpartition("/")[2]


@dataclass(frozen=True)
class Scheme:
    """A concept scheme: what it is a list of, the property it is for, and its concepts in the order of the file."""

    iri: str
    title: Words
    definition: Words
    subject: str | None
    entries: tuple[Entry, ...]

    @property
    def slug(self) -> str:
        """The last part of its IRI."""
        return self.iri.rpartition("/")[2]


@dataclass(frozen=True)
class Rule:
    """What the shapes ask of the things of a class, in words; a wish is told and does not refuse."""

    said: Words
    wish: bool


@dataclass(frozen=True)
class Glossary:
    """Everything that the ontology says, in the order of its files."""

    title: Words
    description: Words
    version: str
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    schemes: tuple[Scheme, ...]
    rules: dict[str, tuple[Rule, ...]] = field(default_factory=dict)

    def label(self, iri: str) -> Words | None:
        """The label of a class, property or concept of ours."""
        return _labels().get(iri)

    def properties_of(self, iri: str) -> tuple[str, ...]:
        """The properties that things of a class have."""
        return tuple(one.iri for one in self.properties if iri in one.domains)

    def properties_to(self, iri: str) -> tuple[str, ...]:
        """The properties that lead to things of a class."""
        return tuple(one.iri for one in self.properties if iri in one.ranges)


@cache
def glossary() -> Glossary:
    """The glossary of the ontology as it ships."""
    told = _Told(ontology_turtle())
    declared = [_term(told, subject) for subject in told.subjects if subject.startswith(DEF)]
    terms = [term for term in declared if term.sort]
    schemes = [one for one in told.subjects if f"{_SKOS}ConceptScheme" in told.values(one, f"{_RDF}type")]
    return Glossary(
        title=told.words(ONTOLOGY, f"{_DCTERMS}title"),
        description=told.words(ONTOLOGY, f"{_DCTERMS}description"),
        version=told.values(ONTOLOGY, f"{_OWL}versionInfo")[0],
        classes=tuple(term for term in terms if term.sort == "class"),
        properties=tuple(term for term in terms if term.sort != "class"),
        schemes=tuple(_scheme(told, scheme) for scheme in schemes),
        rules=_rules(_Told(shapes())),
    )


@cache
def _labels() -> dict[str, Words]:
    told = glossary()
    found = {term.iri: term.label for term in (*told.classes, *told.properties)}
    for scheme in told.schemes:
        found[scheme.iri] = scheme.title
        found.update({entry.iri: entry.label for entry in scheme.entries})
    return found


class _Told:
    """What Turtle files say, in the order in which they say it."""

    def __init__(self, turtle: Mapping[str, bytes]) -> None:
        self._facts: dict[str, dict[str, list[Literal | NamedNode | BlankNode]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for data in turtle.values():
            for quad in parse(data, format=RdfFormat.TURTLE):
                if not isinstance(quad.object, Triple):
                    self._facts[_key(quad.subject)][quad.predicate.value].append(quad.object)
        self.subjects = tuple(self._facts)

    def objects(self, subject: str, predicate: str) -> list[Literal | NamedNode | BlankNode]:
        return self._facts[subject].get(predicate, []) if subject in self._facts else []

    def values(self, subject: str, *predicates: str) -> tuple[str, ...]:
        return tuple(_key(each) for predicate in predicates for each in self.objects(subject, predicate))

    def value(self, subject: str, predicate: str) -> str | None:
        return next(iter(self.values(subject, predicate)), None)

    def words(self, subject: str, predicate: str) -> Words:
        found = {each.language: each.value for each in self.objects(subject, predicate) if isinstance(each, Literal)}
        return found.get("en", ""), found.get("ja", "")


def _key(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _term(told: _Told, iri: str) -> Term:
    types = told.values(iri, f"{_RDF}type")
    return Term(
        iri=iri,
        sort=next((sort for kind, sort in _SORTS.items() if kind in types), ""),
        label=told.words(iri, f"{_RDFS}label"),
        definition=told.words(iri, f"{_SKOS}definition"),
        broader=told.values(iri, f"{_RDFS}subClassOf", f"{_RDFS}subPropertyOf"),
        close=told.values(iri, f"{_SKOS}closeMatch", f"{_SKOS}exactMatch", f"{_RDFS}seeAlso"),
        domains=told.values(iri, f"{_RDFS}domain", f"{_SCHEMA}domainIncludes"),
        ranges=told.values(iri, f"{_RDFS}range", f"{_SCHEMA}rangeIncludes"),
        inverse=told.value(iri, f"{_OWL}inverseOf"),
        single=f"{_OWL}FunctionalProperty" in types,
    )


def _scheme(told: _Told, iri: str) -> Scheme:
    members = [one for one in told.subjects if iri in told.values(one, f"{_SKOS}inScheme")]
    return Scheme(
        iri=iri,
        title=told.words(iri, f"{_SKOS}prefLabel"),
        definition=told.words(iri, f"{_SKOS}definition"),
        subject=told.value(iri, f"{_DCTERMS}subject"),
        entries=tuple(_entry(told, member) for member in members),
    )


def _entry(told: _Told, iri: str) -> Entry:
    rank = told.value(iri, f"{DEF}rank")
    return Entry(
        iri=iri,
        label=told.words(iri, f"{_SKOS}prefLabel"),
        definition=told.words(iri, f"{_SKOS}definition"),
        aliases=told.values(iri, f"{_SKOS}altLabel"),
        broader=told.value(iri, f"{_SKOS}broader"),
        rank=int(rank) if rank else None,
    )


def _rules(told: _Told) -> dict[str, tuple[Rule, ...]]:
    """By the class, or the property, whose things they are about; each once."""
    found: dict[str, dict[Rule, None]] = defaultdict(dict)
    for shape in told.subjects:
        for target in told.values(shape, f"{_SH}targetClass", f"{_SH}targetSubjectsOf"):
            for part in (shape, *told.values(shape, f"{_SH}property", f"{_SH}sparql")):
                said = told.words(part, f"{_SH}message")
                if any(said):
                    found[target][Rule(said, told.value(part, f"{_SH}severity") == f"{_SH}Warning")] = None
    return {target: tuple(rules) for target, rules in found.items()}
