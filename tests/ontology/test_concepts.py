"""Concepts as IRIs and back."""

from __future__ import annotations

import pytest

from ontology.concepts import concept, slug_of
from ontology.terms import LABELS


def test_every_concept_has_an_iri_that_leads_back() -> None:
    for scheme, concepts in LABELS.items():
        for slug in concepts:
            iri = concept(scheme, slug)
            assert iri.value == f"https://w3id.org/sankyoku/def/{scheme}/{slug}"
            assert slug_of(iri) == slug_of(iri.value) == slug


@pytest.mark.parametrize(("scheme", "slug"), [("kind", "party"), ("nonsense", "forum"), ("topic", "")])
def test_a_concept_that_is_not_there_is_refused(scheme: str, slug: str) -> None:
    with pytest.raises(KeyError):
        concept(scheme, slug)


def test_other_iris_are_not_concepts() -> None:
    with pytest.raises(ValueError, match="not a concept of ours"):
        slug_of("http://example.org/def/kind/forum")
