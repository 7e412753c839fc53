"""The shapes: bilingual, in step with the vocabularies, and speaking only of terms that exist."""

from __future__ import annotations

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from ontology.terms import DEF, LABELS, VOCABULARY

CHECKED = {
    "Engagement",
    "Participation",
    "Body",
    "Framework",
    "FrameworkParticipation",
    "Milestone",
    "EngagementSeries",
    "Statement",
    "Document",
    "Passage",
    "Claim",
    "Jurisdiction",
    "Post",
    "SourceGraph",
}


def _is_own_term(term: object) -> bool:
    return isinstance(term, URIRef) and str(term).startswith(DEF)


def test_every_class_of_the_data_has_a_shape(shapes_graph: Graph) -> None:
    targets = {str(target).removeprefix(DEF) for target in shapes_graph.objects(None, SH.targetClass)}
    assert targets == CHECKED


def test_shapes_speak_only_of_declared_terms(shapes_graph: Graph, ontology_graph: Graph) -> None:
    used = {term for triple in shapes_graph for term in triple if _is_own_term(term)}
    declared = set(ontology_graph.subjects())
    assert used <= declared


def test_every_rule_has_its_message_in_both_languages(shapes_graph: Graph) -> None:
    rules = {
        rule
        for target in (SH.targetClass, SH.targetSubjectsOf)
        for shape in shapes_graph.subjects(target)
        for rule in list(shapes_graph.objects(shape, SH.property)) or [shape]
    }
    assert len(rules) > 150
    for rule in rules:
        messages = shapes_graph.objects(rule, SH.message)
        languages = sorted(str(m.language) for m in messages if isinstance(m, Literal) and m.strip())
        assert languages == ["en", "ja"], shapes_graph.value(rule, SH.path)


def test_lists_of_concepts_are_those_of_the_schemes(shapes_graph: Graph) -> None:
    schemes = set()
    for head in shapes_graph.objects(None, SH["in"]):
        values = [str(value) for value in Collection(shapes_graph, head)]
        if not values[0].startswith(VOCABULARY):
            continue
        scheme = values[0].removeprefix(VOCABULARY).split("/")[0]
        assert set(values) == {f"{VOCABULARY}{scheme}/{slug}" for slug in LABELS[scheme]}, scheme
        schemes.add(scheme)
    assert schemes == set(LABELS)


def test_there_are_rules_of_every_severity_and_no_sparql(shapes_graph: Graph) -> None:
    assert set(shapes_graph.objects(None, SH.severity)) == {SH.Warning, SH.Info}
    assert not list(shapes_graph.triples((None, SH.sparql, None)))


def test_shapes_are_named(shapes_graph: Graph) -> None:
    for shape in shapes_graph.subjects(RDF.type, SH.NodeShape):
        assert str(shape).startswith(f"{VOCABULARY}shape/")
