"""Documents and named graphs as triples: what was read, by whom it was published, which graph tells of it."""

from __future__ import annotations

from pyoxigraph import NamedNode, Triple

from graph.iri import Iris
from graph.model import Disclosure, DocumentInfo, Text
from graph.triples.making import Triples, day, named, one_of, string
from ontology import terms
from ontology.terms import DCTERMS_ISSUED, DCTERMS_PUBLISHER, RDF_TYPE, SCHEMA_URL


def document_triples(info: DocumentInfo, iris: Iris) -> Triples:
    """A document as it is known, whether or not its text is at hand."""
    here = iris.thing("document", info.slug)
    yield from named(here, terms.Document, _title(info))
    if info.publisher:
        yield Triple(here, DCTERMS_PUBLISHER, iris.thing("authority", info.publisher))
    if info.published:
        yield Triple(here, DCTERMS_ISSUED, day(info.published))
    if info.period:
        yield Triple(here, terms.periodEarliest, day(info.period.earliest))
        yield Triple(here, terms.periodLatest, day(info.period.latest))
    yield from string(here, SCHEMA_URL, info.url)
    yield from string(here, terms.sha256, info.sha256)
    yield from one_of(here, terms.disclosure, "disclosure", info.disclosure)


def graph_triples(graph: NamedNode, disclosure: Disclosure, document: str | None, iris: Iris) -> Triples:
    """A named graph: what it tells of and who may see it."""
    yield Triple(graph, RDF_TYPE, terms.SourceGraph)
    yield from one_of(graph, terms.disclosure, "disclosure", disclosure)
    if document:
        yield Triple(graph, terms.graphOf, iris.thing("document", document))


def _title(info: DocumentInfo) -> Text:
    return info.title if info.title.en or info.title.ja else Text(en=info.slug)
