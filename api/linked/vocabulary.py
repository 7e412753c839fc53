"""The words of the ontology as data: the whole of it, one term of it, its shapes, its prefixes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from api.linked.writing import BY_SUFFIX, DataFormat, write
from graph.iri import Iris
from ontology.documentation import documentation
from ontology.files import ontology_turtle, shapes
from ontology.terms import ONTOLOGY, PREFIXES, SKOS_IN_SCHEME, SKOS_PREF_LABEL, VOCABULARY

#: Kinds of things whose slugs can stand behind a prefix of their own, as in ``authority:us-ftc``.
KINDS = (
    "authority",
    "claim",
    "document",
    "engagement",
    "framework",
    "jurisdiction",
    "milestone",
    "passage",
    "post",
    "series",
)


@cache
def ontology_triples() -> tuple[Triple, ...]:
    """All that the ontology says."""
    return tuple(quad.triple for data in ontology_turtle().values() for quad in parse(data, format=RdfFormat.TURTLE))


def whole(wanted: DataFormat, context: str) -> bytes:
    """The ontology in a format; in Turtle as it was written, comments and all."""
    if wanted is BY_SUFFIX["ttl"]:
        return b"\n".join(ontology_turtle().values())
    return write(ontology_triples(), wanted, about=ONTOLOGY, context=context)


def shapes_turtle() -> bytes:
    """The SHACL shapes as they were written."""
    return b"\n".join(shapes().values())


def term(path: str) -> list[Triple]:
    """What is said of ``def/{path}``: a scheme with the names of its concepts, a concept, a prefix, a version (all)."""
    if path == version_path():
        return list(ontology_triples())
    try:
        iri = NamedNode(f"{VOCABULARY}{path}")
    except ValueError:  # a sign that no IRI may have
        return []
    told = [triple for triple in ontology_triples() if triple.subject == iri]
    members = {
        triple.subject for triple in ontology_triples() if (triple.predicate, triple.object) == (SKOS_IN_SCHEME, iri)
    }
    named = (SKOS_PREF_LABEL, SKOS_IN_SCHEME)
    return told + [one for one in ontology_triples() if one.subject in members and one.predicate in named]


def tag(path: str, media_type: str) -> str:
    """An ETag: it changes when anything that is told of the ontology does."""
    return f'"{hashlib.sha256(f"{_digest()} {path} {media_type}".encode()).hexdigest()[:32]}"'


def prefixes(iris: Iris) -> Mapping[str, str]:
    """Every prefix: those of the ontology, and one for each kind of thing of the dataset."""
    things = {kind: f"{iris.base}id/{kind}/" for kind in KINDS}
    return dict(
        sorted({**PREFIXES, **things, "graph": f"{iris.base}graph/", "edition": f"{iris.base}edition/"}.items())
    )


@cache
def version_path() -> str:
    """The last part of the ontology's version IRI, such as ``0.1.0``."""
    named = NamedNode(f"{PREFIXES['owl']}versionIRI")
    (iri,) = (one.object for one in ontology_triples() if one.predicate == named)
    return iri.value.removeprefix(VOCABULARY) if isinstance(iri, NamedNode) else ""


@cache
def _digest() -> str:
    digest = hashlib.sha256(documentation("").encode())
    for data in (*ontology_turtle().values(), *shapes().values()):
        digest.update(data)
    return digest.hexdigest()[:32]
