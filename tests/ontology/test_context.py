"""The JSON-LD context: knows every term, and a graph that goes through it comes back the same."""

from __future__ import annotations

import json
from typing import Any

import pyoxigraph as ox
from rdflib import Graph
from rdflib.compare import isomorphic

from ontology.files import context, context_bytes
from ontology.terms import DEF, PREFIXES

TERMS: dict[str, Any] = context()["@context"]

EXAMPLE = """
@prefix sk: <https://w3id.org/sankyoku/def#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/sankyoku/id/> .

<engagement/2019-05-29-appa-forum-51> a sk:Engagement ;
    rdfs:label "51st APPA Forum"@en , "第51回APPAフォーラム"@ja ;
    sk:kind <https://w3id.org/sankyoku/def/kind/forum> ;
    sk:placeName "Tokyo"@en , "東京"@ja ;
    sk:edtf "2019-05-29/2019-05-30" ;
    sk:earliest "2019-05-29"^^xsd:date ;
    sk:latest "2019-05-30"^^xsd:date ;
    sk:ordinal 51 ;
    sk:confidence 0.97 ;
    sk:participant <authority/ppc-japan> , <authority/ico-uk> ;
    sk:participation <participation/1> ;
    sk:evidence <passage/1> .
<participation/1> a sk:Participation ; sk:body <authority/ppc-japan> .
<authority/ppc-japan> a sk:Authority ;
    rdfs:label "Personal Information Protection Commission"@en , "個人情報保護委員会"@ja ;
    skos:altLabel "PPC"@en , "the Commission"@en , "委員会"@ja ;
    org:subOrganizationOf <authority/japan-government> .
<passage/1> a sk:Passage ; sk:inDocument <document/report> ; sk:page 8 ;
    oa:exact "言葉" ; oa:start 10 ; oa:end 12 .
<framework-participation/1> sk:from "2019" ; sk:fromEarliest "2019-01-01"^^xsd:date .
<framework/f> sk:membersComplete false .
"""


def _expanded(definition: Any) -> str:
    iri: str = definition if isinstance(definition, str) else definition["@id"]
    prefix, _, local = iri.partition(":")
    return PREFIXES.get(prefix, f"{prefix}:") + local


def test_the_context_knows_every_term_and_no_other(ontology_graph: Graph) -> None:
    named = {name: d for name, d in TERMS.items() if name not in ("@version", "sk")}
    own = {name for name, definition in named.items() if _expanded(definition).startswith(DEF)}
    declared = {str(s).removeprefix(DEF) for s in ontology_graph.subjects() if str(s).startswith(DEF)}
    assert own == declared
    for name in own:
        assert _expanded(TERMS[name]) == DEF + name


def test_coercions_agree_with_the_ranges(ontology_graph: Graph) -> None:
    rows = ontology_graph.query(
        """SELECT ?p ?type ?range WHERE {
             ?p a ?type . FILTER(?type IN (owl:ObjectProperty, owl:DatatypeProperty))
             OPTIONAL { ?p rdfs:range ?range } FILTER(STRSTARTS(STR(?p), STR(sk:))) }"""
    )
    for prop, kind, range_ in rows:  # type: ignore[misc]
        definition = TERMS[str(prop).removeprefix(DEF)]
        if str(kind).endswith("ObjectProperty"):
            assert definition["@type"] == "@id", prop
        elif str(range_).endswith("#string"):
            assert isinstance(definition, str), prop
        elif str(range_).endswith("#langString"):
            assert "@language" in definition["@container"], prop
        else:
            assert _expanded(definition["@type"]) == str(range_), prop


def test_a_graph_comes_back_the_same() -> None:
    """Written by rdflib and read by another reader of JSON-LD."""
    graph = Graph().parse(data=EXAMPLE, format="turtle")
    written = graph.serialize(format="json-ld", context=TERMS)
    read = ox.parse(written.encode(), format=ox.RdfFormat.JSON_LD)
    lines = (f"{quad.subject} {quad.predicate} {quad.object} ." for quad in read)
    assert isomorphic(Graph().parse(data="\n".join(lines), format="nt"), graph)


def test_the_json_reads_like_our_words() -> None:
    graph = Graph().parse(data=EXAMPLE, format="turtle")
    nodes = json.loads(graph.serialize(format="json-ld", context=TERMS))["@graph"]
    (engagement,) = [node for node in nodes if node.get("type") == "Engagement"]
    assert engagement["label"] == {"en": "51st APPA Forum", "ja": "第51回APPAフォーラム"}
    assert engagement["kind"] == "https://w3id.org/sankyoku/def/kind/forum"
    assert engagement["earliest"] == "2019-05-29"
    assert engagement["id"].endswith("/2019-05-29-appa-forum-51")


def test_json_written_by_hand_is_read() -> None:
    document = {
        "@context": TERMS,
        "id": "https://w3id.org/sankyoku/id/engagement/x",
        "type": "Engagement",
        "label": {"ja": "会合"},
        "participant": ["https://w3id.org/sankyoku/id/authority/ppc-japan"],
        "ordinal": 3,
        "from": "2019",
    }
    quads = list(ox.parse(json.dumps(document).encode(), format=ox.RdfFormat.JSON_LD))
    assert len(quads) == 5
    assert {str(q.object) for q in quads if q.predicate.value == f"{DEF}ordinal"} == {
        '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'
    }


def test_the_file_is_the_document() -> None:
    assert json.loads(context_bytes()) == context()
