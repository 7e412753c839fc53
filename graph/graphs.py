"""The named graphs of an edition: the ontology, the facts, each document's claims, and the engagements they make.

A document's graph is replaced whole when it is read again. What waits for a person is in the internal view alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from pyoxigraph import Quad, RdfFormat, Triple, parse

from graph.iri import Iris
from graph.knowledge import Knowledge, Views
from graph.ledger import Entry
from graph.model import Account
from graph.resolve.decisions import Decided
from graph.resolve.marks import mark_of
from graph.store.writer import Writer
from graph.triples import (
    catalogue_triples,
    claim_triples,
    document_triples,
    engagement_triples,
    graph_triples,
    series_order_triples,
)
from ontology.files import ontology_turtle

ONTOLOGY: Final = "ontology"
FACTS: Final = "reference-facts"
ENGAGEMENTS: Final = "engagements"
GRAPHS: Final = "graphs"
COMMON: Final = (ONTOLOGY, FACTS, ENGAGEMENTS, GRAPHS)


def same_to_both(views: Views) -> bool:
    """Whether the views know the same: then it is written and validated once."""
    return views["public"].resolved is views["internal"].resolved


def write_graphs(writer: Writer, views: Views, before: Iterable[str], iris: Iris) -> None:
    """Every named graph that follows from what the views know.

    ``before`` are the slugs of the documents that had a graph; those of documents that are no more are dropped.
    """
    internal = common_graphs(views["internal"], iris)
    public = internal if same_to_both(views) else common_graphs(views["public"], iris)
    for slug in COMMON:
        writer.replace_views(iris.graph(slug), public=public[slug], internal=internal[slug])
    told = {view: dict(entry_graphs(views[view], iris)) for view in views}
    for slug, triples in told["internal"].items():
        writer.replace_views(iris.graph(slug), public=told["public"].get(slug), internal=triples)
    for slug in before:
        if slug not in told["internal"]:
            writer.drop_graph(iris.graph(slug))


def entry_graphs(knowledge: Knowledge, iris: Iris) -> Iterator[tuple[str, list[Triple]]]:
    """The graph of every entry that the view sees, by its slug: the document and the claims read from it.

    In the public view only those claims are told that are accepted.
    """
    slugs = knowledge.slug_of_accounts()
    accounts = _by_source(knowledge.accounts, knowledge.decided)
    for entry in knowledge.entries:
        yield entry.slug, list(_entry(entry, knowledge, accounts.get(entry.slug, ()), slugs, iris))


def described(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """What the graph of graphs says of those of the entries that the view sees."""
    for entry in knowledge.entries:
        yield from graph_triples(iris.graph(entry.slug), entry.info.disclosure, entry.slug, iris)


def unread(knowledge: Knowledge, among: Iterable[str], iris: Iris) -> Iterator[Triple]:
    """The documents ``among`` some that the view knows of, but has not read: what facts say of them."""
    read = {entry.slug for entry in knowledge.entries}
    for slug in among:
        info = knowledge.catalogue.documents.get(slug)
        if info is not None and slug not in read:
            yield from document_triples(info, iris)


def common_graphs(knowledge: Knowledge, iris: Iris) -> Mapping[str, list[Triple] | tuple[Quad, ...]]:
    """The graphs that are not of one document: the ontology, the facts, the engagements, and what tells of graphs."""
    return {
        ONTOLOGY: _ontology(),
        FACTS: [
            *catalogue_triples(knowledge.catalogue, iris),
            *unread(knowledge, knowledge.catalogue.documents, iris),
        ],
        ENGAGEMENTS: list(_engagements(knowledge, iris)),
        GRAPHS: list(_graphs(knowledge, iris)),
    }


@lru_cache(maxsize=1)
def _ontology() -> tuple[Quad, ...]:
    texts = ontology_turtle().values()
    return tuple(quad for data in texts for quad in parse(data, format=RdfFormat.TURTLE))


def _engagements(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    for engagement in knowledge.engagements:
        yield from engagement_triples(engagement, knowledge.catalogue, iris)
    yield from series_order_triples(knowledge.engagements, iris)


def _graphs(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    for slug in COMMON:
        yield from graph_triples(iris.graph(slug), "public", None, iris)
    yield from described(knowledge, iris)


_Tellings = Iterable[tuple[Account, Account]]


def _by_source(accounts: Iterable[Account], decided: Decided) -> dict[str, list[tuple[Account, Account]]]:
    """Accounts as read and as decided, by the source that they come from."""
    found: dict[str, list[tuple[Account, Account]]] = {}
    for read, judged in zip(accounts, decided.accounts, strict=True):
        found.setdefault(read.source, []).append((read, judged))
    return found


def _entry(
    entry: Entry, knowledge: Knowledge, accounts: _Tellings, slugs: Mapping[str, str], iris: Iris
) -> Iterator[Triple]:
    documents = knowledge.catalogue.documents
    yield from document_triples(documents[entry.slug], iris)
    seen = (entry.first_seen, entry.last_seen)
    for read, decided in accounts:
        short = mark_of(decided).short
        for account in _tellings(read, decided):
            if knowledge.view == "internal" or account.status_review == "accepted":
                yield from claim_triples(account, slugs.get(short, f"review-{short}"), documents, seen, iris)


def _tellings(read: Account, decided: Account) -> Iterator[Account]:
    """An account as decided; before it, what a person's correction has superseded."""
    kept = {"status_review", "reasons", "confidence"}
    if read == decided or read.model_dump(exclude=kept) == decided.model_dump(exclude=kept):
        yield decided
        return
    yield read.model_copy(update={"status_review": "superseded"})
    yield decided.model_copy(update={"extractor": "person"})
