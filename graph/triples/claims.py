"""Claims: each value that was read from a document, with the passage, the reader, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Triple

from graph.iri import Iris, content_key
from graph.model import Account, DocumentInfo
from graph.resolve.engagements import source_of
from graph.resolve.marks import mark_of
from graph.triples.making import Triples, moment, one_of, passage, passage_triples, share, string
from ontology import terms
from ontology.concepts import concept
from ontology.terms import RDF_TYPE

Value = tuple[NamedNode, NamedNode | Literal, str | None]


def claim_triples(
    account: Account, slug: str, documents: Mapping[str, DocumentInfo], seen: tuple[datetime, datetime], iris: Iris
) -> Triples:
    """The claims of one account of the engagement ``slug``; ``seen`` is when it was first and last read."""
    extractor, _, version = account.extractor.partition("/")
    subject = iris.thing("engagement", slug)
    mark = mark_of(account).short
    sources = [source_of(evidence, documents) for evidence in account.evidence if evidence.document in documents]
    for source in sources:
        yield from passage_triples(source, iris)
    for predicate, value, written in _values(account, iris):
        key = content_key(mark, slug, predicate.value, str(value), extractor)
        here = iris.thing("claim", f"{account.source}-{key}")
        yield Triple(here, RDF_TYPE, terms.Claim)
        yield Triple(here, terms.claimSubject, subject)
        yield Triple(here, terms.claimProperty, predicate)
        yield Triple(here, terms.claimValue, value)
        yield from string(here, terms.valueAsWritten, written)
        yield from string(here, terms.extractor, extractor)
        yield from string(here, terms.extractorVersion, version or None)
        yield from one_of(here, terms.claimStatus, "claim-status", account.status_review)
        yield from share(here, terms.confidence, account.confidence)
        yield Triple(here, terms.firstSeen, moment(seen[0]))
        yield Triple(here, terms.lastSeen, moment(seen[1]))
        for source in sources:
            yield Triple(here, terms.evidence, passage(source, iris))
        for reason in account.reasons:
            yield Triple(here, terms.reviewReason, Literal(reason))


def _values(account: Account, iris: Iris) -> Iterator[Value]:
    """What the account says, as property, value and the words it was read from."""
    title = account.title.ja or account.title.en or ""
    yield terms.titleAsWritten, Literal(title), title
    yield terms.kind, concept("kind", account.kind), None
    yield terms.status, concept("status", account.status), None
    yield terms.edtf, Literal(account.when.edtf), account.when.verbatim
    yield terms.mode, concept("mode", account.place.mode), None
    for code in account.place.countries:
        yield terms.jurisdiction, iris.thing("jurisdiction", code), None
    if account.series:
        yield terms.inSeries, iris.thing("series", account.series), None
    if account.ordinal:
        yield terms.ordinal, Literal(account.ordinal), None
    for participant in account.participants:
        if participant.authority:
            yield terms.participant, iris.thing("authority", participant.authority), participant.label
    for framework in account.frameworks:
        yield terms.framework, iris.thing("framework", framework), None
