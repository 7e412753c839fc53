"""What an endpoint says of itself: the SPARQL 1.1 Service Description of one edition.

The dataset is described as the W3C's vocabulary has it (``sd:``), with counts in VoID's words, and our limits in
our own: a name and a value each, as they stand in the problems that a client gets when it passes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.store.manifest import DEFAULT_GRAPH, View
from ontology.terms import DCTERMS_CREATED, DCTERMS_LICENSE, DCTERMS_TITLE, DEF, RDF_TYPE, XSD_DATE_TIME

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
RESULT_FORMATS: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "N-Quads",
    "JSON-LD",
    "RDF_XML",
)
INPUT_FORMATS: Final = ("Turtle", "N-Triples", "N-Quads", "TriG", "JSON-LD", "RDF_XML")
PREFIXES: Final = {
    "sd": _SD,
    "void": _VOID,
    "formats": _FORMATS,
    "dcterms": "http://purl.org/dc/terms/",
    "sk": DEF,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_Object = NamedNode | BlankNode | Literal


@dataclass(frozen=True)
class Service:
    """An endpoint: its address, what it answers from, how it reads a query without a graph, whether it calls others."""

    address: str
    update_address: str
    edition: NamedNode
    created: str
    licence: str
    union_default_graph: bool
    limits: Mapping[str, float]
    calls: bool = False


def service_description(service: Service, view: View) -> Iterator[Triple]:
    """The description of ``service`` over one view of an edition."""
    node = NamedNode(service.address)
    dataset = BlankNode("dataset")
    yield from _service(node, service)
    yield Triple(node, _sd("defaultDataset"), dataset)
    yield Triple(node, _sd("availableGraphs"), dataset)
    yield from _dataset(dataset, service, view)
    for number, (name, value) in enumerate(service.limits.items()):
        limit = BlankNode(f"limit{number}")
        yield Triple(node, NamedNode(f"{DEF}limit"), limit)
        yield Triple(limit, DCTERMS_TITLE, Literal(name))
        yield Triple(limit, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#value"), Literal(value))


def _service(node: NamedNode, service: Service) -> Iterator[Triple]:
    yield Triple(node, RDF_TYPE, _sd("Service"))
    yield Triple(node, _sd("endpoint"), node)
    yield Triple(node, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    if service.union_default_graph:
        yield Triple(node, _sd("feature"), _sd("UnionDefaultGraph"))
    if service.calls:
        yield Triple(node, _sd("feature"), _sd("BasicFederatedQuery"))
    yield Triple(node, _sd("feature"), _sd("EmptyGraphs"))
    for name in RESULT_FORMATS:
        yield Triple(node, _sd("resultFormat"), NamedNode(_FORMATS + name))
    update = NamedNode(service.update_address)
    yield Triple(update, RDF_TYPE, _sd("Service"))
    yield Triple(update, _sd("endpoint"), update)
    yield Triple(update, _sd("supportedLanguage"), _sd("SPARQL11Update"))
    for name in INPUT_FORMATS:
        yield Triple(update, _sd("inputFormat"), NamedNode(_FORMATS + name))


def _dataset(dataset: BlankNode, service: Service, view: View) -> Iterator[Triple]:
    default = BlankNode("default")
    alone = view.graphs[DEFAULT_GRAPH].quads if DEFAULT_GRAPH in view.graphs else 0
    yield Triple(dataset, RDF_TYPE, _sd("Dataset"))
    yield Triple(dataset, NamedNode("http://purl.org/dc/terms/isVersionOf"), service.edition)
    yield Triple(dataset, DCTERMS_LICENSE, NamedNode(service.licence))
    yield Triple(dataset, DCTERMS_CREATED, Literal(service.created, datatype=XSD_DATE_TIME))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield from _graph(default, view.quads if service.union_default_graph else alone)
    for number, (iri, entry) in enumerate(view.graphs.items()):
        if iri == DEFAULT_GRAPH:
            continue
        named, graph = BlankNode(f"named{number}"), BlankNode(f"graph{number}")
        yield Triple(dataset, _sd("namedGraph"), named)
        yield Triple(named, RDF_TYPE, _sd("NamedGraph"))
        yield Triple(named, _sd("name"), NamedNode(iri))
        yield Triple(named, _sd("graph"), graph)
        yield from _graph(graph, entry.quads)


def _graph(node: BlankNode, triples: int) -> Iterator[Triple]:
    yield Triple(node, RDF_TYPE, _sd("Graph"))
    yield Triple(node, NamedNode(f"{_VOID}triples"), Literal(triples))


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
