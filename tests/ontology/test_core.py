"""The ontology says what every word means, in both languages, and reuses the words of others rightly."""

from __future__ import annotations

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, PROV, RDF, RDFS, SKOS, Namespace

from ontology import terms
from ontology.terms import DEF, ONTOLOGY, ONTOLOGY_VERSION, PREFIXES

SK = Namespace(DEF)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROPERTIES = _words(
    """
    kind status mode level jurisdiction placeName inSeries ordinal previousEngagement nextEngagement
    participant participation organiser framework topic statement evidence confidence
    sourceConfidence note titleAsWritten edtf earliest latest precision dateAsWritten body post role
    participationLevel labelAsWritten convenedBy party seriesKind seriesFramework bodyKind shortName
    frameworkKind fromJurisdiction toJurisdiction legalReference adopted adoptedEarliest
    adoptedLatest inForce inForceEarliest inForceLatest ended endedEarliest endedLatest
    frameworkStatus administeredBy membersComplete participatesIn participatingBody
    participatingJurisdiction membershipRole from fromEarliest fromLatest until untilEarliest
    untilLatest actor milestoneOf statementType by about strength due dueEarliest dueLatest commitmentState
    madeAt sha256 disclosure
    periodEarliest periodLatest inDocument section locator page lineStart lineEnd claimSubject
    claimProperty claimValue valueAsWritten extractor extractorVersion claimStatus firstSeen
    lastSeen reviewReason graphOf editionId rank generalWord
    """
)

CLASSES = _words(
    """
    Engagement Participation EngagementSeries Body Authority Department Network
    InternationalOrganisation Association Post Jurisdiction Framework AdequacyDecision
    CertificationSystem Treaty Guidelines EnforcementArrangement Law Initiative
    FrameworkParticipation Milestone Statement Proposal Position Outcome Commitment Topic Document
    Passage Claim SourceGraph Edition
    """
)


def _own_terms(graph: Graph) -> set[URIRef]:
    return {s for s in graph.subjects() if isinstance(s, URIRef) and s.startswith(DEF)}


def _languages(graph: Graph, term: URIRef, predicate: URIRef) -> list[str]:
    return sorted(str(w.language) for w in graph.objects(term, predicate) if isinstance(w, Literal))


def test_exactly_the_agreed_classes_and_properties_are_declared(ontology_graph: Graph) -> None:
    declared = {str(term).removeprefix(DEF) for term in _own_terms(ontology_graph)}
    assert declared == {*CLASSES, *PROPERTIES}


def test_every_term_has_one_label_and_one_definition_in_each_language(ontology_graph: Graph) -> None:
    for term in _own_terms(ontology_graph):
        assert _languages(ontology_graph, term, RDFS.label) == ["en", "ja"], term
        assert _languages(ontology_graph, term, SKOS.definition) == ["en", "ja"], term


def test_japanese_words_are_japanese(ontology_graph: Graph) -> None:
    """A Japanese definition that holds no kana was left untranslated."""
    for words in ontology_graph.objects(None, SKOS.definition):
        assert isinstance(words, Literal)
        kana = any("぀" <= char <= "ヿ" for char in words)
        assert kana == (words.language == "ja"), words


def test_properties_say_what_they_join(ontology_graph: Graph) -> None:
    domain_includes = URIRef("https://schema.org/domainIncludes")
    range_includes = URIRef("https://schema.org/rangeIncludes")
    for name in PROPERTIES - {"note", "claimValue"}:
        has_domain = (SK[name], RDFS.domain, None) in ontology_graph
        assert has_domain or (SK[name], domain_includes, None) in ontology_graph, name
        has_range = (SK[name], RDFS.range, None) in ontology_graph
        assert has_range or (SK[name], range_includes, None) in ontology_graph, name


def test_object_and_datatype_properties_have_ranges_of_their_sort(ontology_graph: Graph) -> None:
    for prop in ontology_graph.subjects(RDF.type, OWL.DatatypeProperty):
        for range_ in ontology_graph.objects(prop, RDFS.range):
            assert "XMLSchema#" in str(range_) or range_ == RDF.langString, prop
    for prop in ontology_graph.subjects(RDF.type, OWL.ObjectProperty):
        for range_ in ontology_graph.objects(prop, RDFS.range):
            assert "XMLSchema#" not in str(range_), prop


def test_every_own_term_that_is_spoken_of_is_declared(ontology_graph: Graph) -> None:
    declared = _own_terms(ontology_graph)
    spoken_of = {t for triple in ontology_graph for t in triple if isinstance(t, URIRef) and t.startswith(DEF)}
    spoken_of.discard(URIRef(DEF))
    assert spoken_of <= declared


def test_nothing_is_blank(ontology_graph: Graph) -> None:
    assert not [triple for triple in ontology_graph if any(isinstance(term, BNode) for term in triple)]


def test_an_engagement_is_never_inferred_to_be_an_entity(ontology_graph: Graph) -> None:
    """PROV-O holds prov:Activity and prov:Entity apart; prov:wasDerivedFrom makes its subject an entity."""
    assert (SK.Engagement, RDFS.subClassOf, PROV.Activity) in ontology_graph
    assert not list(ontology_graph.subjects(RDFS.subPropertyOf, PROV.wasDerivedFrom))
    for prop in ontology_graph.subjects(RDFS.subPropertyOf, PROV.wasQuotedFrom):
        assert ontology_graph.value(prop, RDFS.domain) == SK.Passage


def test_bodies_and_frameworks_are_trees(ontology_graph: Graph) -> None:
    bodies = {str(c) for c in ontology_graph.subjects(RDFS.subClassOf, SK.Body)}
    assert {b.removeprefix(DEF) for b in bodies} == {
        "Authority",
        "Department",
        "Network",
        "InternationalOrganisation",
        "Association",
    }
    law = URIRef("http://data.europa.eu/eli/ontology#LegalResource")
    assert {str(c).removeprefix(DEF) for c in ontology_graph.subjects(RDFS.subClassOf, law)} == {
        "AdequacyDecision",
        "Treaty",
        "Law",
    }


def test_the_header_names_the_ontology_in_both_languages(ontology_graph: Graph) -> None:
    header = URIRef(ONTOLOGY)
    dcterms = Namespace(PREFIXES["dcterms"])
    assert _languages(ontology_graph, header, dcterms.title) == ["en", "ja"]
    assert _languages(ontology_graph, header, dcterms.description) == ["en", "ja"]
    assert str(ontology_graph.value(header, OWL.versionInfo)) == ONTOLOGY_VERSION
    assert str(ontology_graph.value(header, dcterms.creator)) == "Sankyoku"


def test_inverse_properties_name_each_other(ontology_graph: Graph) -> None:
    for one, other in ontology_graph.subject_objects(OWL.inverseOf):
        assert (other, OWL.inverseOf, one) in ontology_graph


def test_constants_stand_for_the_terms() -> None:
    assert terms.Engagement.value == f"{DEF}Engagement"
    assert terms.from_.value == f"{DEF}from"
    assert terms.SKOS_PREF_LABEL.value == str(SKOS.prefLabel)
    assert terms.RDF_TYPE.value == str(RDF.type)
    for name in {*CLASSES, *PROPERTIES} - {"from"}:
        assert getattr(terms, name).value == DEF + name
