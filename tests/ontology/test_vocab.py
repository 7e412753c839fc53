"""The concept schemes: complete in both languages, ordered where they are, and no name with two meanings."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path
from typing import get_args

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SKOS

from ontology import terms
from ontology.terms import (
    DEF,
    LABELS,
    RANKS,
    TOPIC_ALIASES,
    TOPIC_BROADER,
    TOPIC_GENERAL_WORDS,
    TOPICS,
    VOCABULARY,
)

FACTS = Path(__file__).parents[3] / "shared" / "facts" / "engagements.csv"
SCHEMES = {
    "kind": terms.Kind,
    "status": terms.Status,
    "mode": terms.Mode,
    "level": terms.Level,
    "role": terms.Role,
    "statement-type": terms.StatementType,
    "strength": terms.Strength,
    "commitment-state": terms.CommitmentState,
    "framework-kind": terms.FrameworkKind,
    "body-kind": terms.BodyKind,
    "membership-role": terms.MembershipRole,
    "claim-status": terms.ClaimStatus,
    "precision": terms.Precision,
    "disclosure": terms.Disclosure,
}


def _concepts(graph: Graph) -> set[URIRef]:
    return {c for c in graph.subjects(RDF.type, SKOS.Concept) if isinstance(c, URIRef)}


def test_schemes_and_literal_types_agree() -> None:
    assert set(LABELS) == {*SCHEMES, "topic"}
    for scheme, values in SCHEMES.items():
        assert tuple(LABELS[scheme]) == get_args(values)


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("status", "held planned postponed cancelled"),
        ("mode", "in-person online hybrid unknown"),
        ("precision", "day month year fiscal-half fiscal-year"),
        ("claim-status", "accepted review rejected superseded"),
        ("role", "organiser host participant observer speaker visitor guest"),
    ],
)
def test_concepts_that_scripts_rely_on(scheme: str, expected: str) -> None:
    assert list(LABELS[scheme]) == expected.split()


def test_every_concept_has_labels_definitions_notation_and_scheme(ontology_graph: Graph) -> None:
    for concept in _concepts(ontology_graph):
        for predicate in (SKOS.prefLabel, SKOS.definition):
            words = ontology_graph.objects(concept, predicate)
            assert sorted(str(w.language) for w in words if isinstance(w, Literal)) == ["en", "ja"], concept
        scheme, slug = str(concept).removeprefix(VOCABULARY).split("/")
        assert str(ontology_graph.value(concept, SKOS.notation)) == slug
        assert ontology_graph.value(concept, SKOS.inScheme) == URIRef(VOCABULARY + scheme)


def test_labels_of_a_scheme_are_told_apart() -> None:
    for scheme, concepts in LABELS.items():
        for language in (0, 1):
            labels = [words[language] for words in concepts.values()]
            assert len(set(labels)) == len(labels), scheme


def test_ranks_order_levels_and_strengths() -> None:
    by_rank = {scheme: sorted(ranks, key=lambda c: ranks[c]) for scheme, ranks in RANKS.items()}
    assert by_rank == {
        "level": ["working-level", "director", "secretary-general", "commissioner", "minister"],
        "strength": ["stated", "discussed", "confirmed", "agreed", "signed"],
    }
    assert LABELS["level"]["director"] == ("director-general", "局長級")


def test_topics_form_a_shallow_tree() -> None:
    assert set(TOPIC_BROADER) | set(TOPIC_BROADER.values()) <= set(TOPICS)
    for topic in TOPICS:
        above = [topic]
        while above[-1] in TOPIC_BROADER:
            above.append(TOPIC_BROADER[above[-1]])
        assert len(above) <= 3


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold().replace(" ", "")


def test_no_name_of_a_topic_belongs_to_two_topics(ontology_graph: Graph) -> None:
    """Neither as written nor when width and case are folded, which is how names are found in documents."""
    owners: dict[str, set[str]] = {}
    for predicate in (SKOS.altLabel, SKOS.prefLabel):
        for topic, words in ontology_graph.subject_objects(predicate):
            if str(topic).startswith(f"{VOCABULARY}topic/"):
                owners.setdefault(_folded(str(words)), set()).add(str(topic))
    assert not {words: found for words, found in owners.items() if len(found) > 1}


def test_a_preferred_label_is_not_repeated_as_an_alias(ontology_graph: Graph) -> None:
    """SKOS S13: preferred and alternative labels are disjoint."""
    preferred = set(ontology_graph.subject_objects(SKOS.prefLabel))
    assert not preferred & set(ontology_graph.subject_objects(SKOS.altLabel))


def test_general_words_are_names_of_topics(ontology_graph: Graph) -> None:
    assert set(TOPIC_ALIASES) >= TOPIC_GENERAL_WORDS
    assert "data" in TOPIC_GENERAL_WORDS
    for topic, word in ontology_graph.subject_objects(URIRef(f"{DEF}generalWord")):
        assert isinstance(word, Literal)
        names = {
            *ontology_graph.objects(topic, SKOS.altLabel),
            *ontology_graph.objects(topic, SKOS.prefLabel),
        }
        assert word in names


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("DFFT", "dfft"),
        ("信頼性のある自由なデータ流通", "dfft"),
        ("越境移転", "cross-border-transfer"),
        ("執行協力", "enforcement-cooperation"),
        ("３年ごと見直し", "appi"),
        ("三年ごと見直し", "appi"),
        ("子供", "children"),
        ("広報・啓発", "awareness"),
        ("認証制度", "certification"),
        ("相互運用", "interoperability"),
        ("ガバメントアクセス", "government-access"),
        ("人工知能", "ai"),
        ("IoT", "iot"),
        ("PPC activities", "authority-activities"),
        ("cooperation", "cooperation"),
    ],
)
def test_names_lead_to_their_topic(words: str, topic: str) -> None:
    assert TOPIC_ALIASES[words] == topic


def test_every_topic_of_the_reference_facts_is_an_english_name_of_one_topic(ontology_graph: Graph) -> None:
    if not FACTS.is_file():
        pytest.skip("the reference facts as collected are not beside this checkout")
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    strings = {part.strip() for row in rows for part in row["topics"].split(";") if part.strip()}
    assert len(strings) == 262
    for words in strings:
        literal = Literal(words, lang="en")
        owners = {
            topic
            for predicate in (SKOS.altLabel, SKOS.prefLabel)
            for topic in ontology_graph.subjects(predicate, literal)
            if str(topic).startswith(f"{VOCABULARY}topic/")
        }
        assert len(owners) == 1, words
