"""The ontology's Turtle read into records, in the order of the files, for the generator of constants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

ONTOLOGY = "https://w3id.org/sankyoku/def"
DEF = f"{ONTOLOGY}#"
VOCABULARY = f"{ONTOLOGY}/"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_OWL = "http://www.w3.org/2002/07/owl#"

Words = tuple[str, str]
"""A label in English and in Japanese."""


@dataclass(frozen=True)
class Concept:
    """One concept of a scheme; aliases are every name it has, in both languages, in file order."""

    slug: str
    label: Words
    broader: str | None
    rank: int | None
    aliases: tuple[str, ...]
    general_words: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """What the Turtle files declare."""

    version: str
    prefixes: dict[str, str]
    classes: tuple[str, ...]
    properties: tuple[str, ...]
    reused: tuple[str, ...]
    schemes: dict[str, tuple[Concept, ...]]


@dataclass
class _Facts:
    """Triples by subject and predicate, in the order in which they were read."""

    by_subject: dict[str, dict[str, list[Literal | NamedNode]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    prefixes: dict[str, str] = field(default_factory=dict)

    def add(self, turtle: bytes) -> None:
        parser = parse(turtle, format=RdfFormat.TURTLE)
        for quad in parser:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal | NamedNode):
                self.by_subject[quad.subject.value][quad.predicate.value].append(quad.object)
        self.prefixes.update({name: iri for name, iri in parser.prefixes.items() if VOCABULARY not in iri})

    def values(self, subject: str, predicate: str) -> list[str]:
        return [value.value for value in self.by_subject[subject].get(predicate, [])]

    def words(self, subject: str, predicate: str) -> Words:
        """The two labels of a thing; ``ValueError`` unless there is exactly one in each language."""
        found: dict[str | None, list[str]] = defaultdict(list)
        for value in self.by_subject[subject].get(predicate, []):
            if isinstance(value, Literal):
                found[value.language].append(value.value)
        if len(found["en"]) != 1 or len(found["ja"]) != 1:
            raise ValueError(f"{subject} needs one label in English and one in Japanese")
        return found["en"][0], found["ja"][0]


def read(turtle: Iterable[bytes]) -> Ontology:
    """The ontology in Turtle files; ``ValueError`` when a concept lacks a label."""
    facts = _Facts()
    for data in turtle:
        facts.add(data)
    schemes = {
        subject.removeprefix(VOCABULARY): _concepts(facts, subject)
        for subject in facts.by_subject
        if f"{_SKOS}ConceptScheme" in facts.values(subject, f"{_RDF}type")
    }
    return Ontology(
        version=facts.values(ONTOLOGY, f"{_OWL}versionInfo")[0],
        prefixes=dict(sorted(facts.prefixes.items())),
        classes=_declared(facts, "Class"),
        properties=_declared(facts, "Property"),
        reused=_reused(facts),
        schemes=schemes,
    )


def _declared(facts: _Facts, ending: str) -> tuple[str, ...]:
    """Local names of our terms with a type that ends so: ``owl:Class``, ``owl:ObjectProperty``."""
    return tuple(
        subject.removeprefix(DEF)
        for subject in facts.by_subject
        if subject.startswith(DEF) and any(kind.endswith(ending) for kind in facts.values(subject, f"{_RDF}type"))
    )


def _reused(facts: _Facts) -> tuple[str, ...]:
    """IRIs of the terms of others, each declared by naming its home."""
    ours = (DEF, VOCABULARY, ONTOLOGY)
    return tuple(
        subject
        for subject in facts.by_subject
        if not subject.startswith(ours) and facts.values(subject, f"{_RDFS}isDefinedBy")
    )


def _concepts(facts: _Facts, scheme: str) -> tuple[Concept, ...]:
    members = [s for s in facts.by_subject if scheme in facts.values(s, f"{_SKOS}inScheme")]
    return tuple(_concept(facts, member) for member in members)


def _concept(facts: _Facts, iri: str) -> Concept:
    label = facts.words(iri, f"{_SKOS}prefLabel")
    aliases = dict.fromkeys([*label, *facts.values(iri, f"{_SKOS}altLabel")])
    broader = facts.values(iri, f"{_SKOS}broader")
    rank = facts.values(iri, f"{DEF}rank")
    return Concept(
        slug=iri.rsplit("/", 1)[-1],
        label=label,
        broader=broader[0].rsplit("/", 1)[-1] if broader else None,
        rank=int(rank[0]) if rank else None,
        aliases=tuple(aliases),
        general_words=tuple(facts.values(iri, f"{DEF}generalWord")),
    )
