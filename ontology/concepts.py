"""Concepts of the schemes as IRIs, and back: ``https://w3id.org/sankyoku/def/{scheme}/{concept}``."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ontology.terms import LABELS, VOCABULARY


def concept(scheme: str, slug: str) -> NamedNode:
    """The IRI of a concept, such as ``concept("kind", "forum")``; raises ``KeyError`` when there is none."""
    if slug not in LABELS[scheme]:
        raise KeyError(f"no concept {slug!r} in the scheme {scheme!r}")
    return NamedNode(f"{VOCABULARY}{scheme}/{slug}")


def slug_of(iri: NamedNode | str) -> str:
    """The slug of a concept's IRI: ``forum`` for ``.../def/kind/forum``; ``ValueError`` for other IRIs."""
    value = iri if isinstance(iri, str) else iri.value
    if not value.startswith(VOCABULARY):
        raise ValueError(f"{value} is not a concept of ours")
    return value.rsplit("/", 1)[-1]
