"""The named graphs of an edition: the ontology, the facts, each document's claims, and the engagements they make.

A document's graph is replaced whole when it is read again. What waits for a person is in the internal view alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from pyoxigraph import Quad, RdfFormat, Triple, parse

from graph.iri import Iris
from graph.knowledge import Knowledge
from graph.ledger import Entry, Ledger
from graph.model import Account, Disclosure
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
Views = Mapping[Disclosure, Knowledge]
Content = Callable[[Knowledge, Iris], Iterable[Triple | Quad]]


def same_to_both(views: Views) -> bool:
    """Whether the views know the same: then it is written and validated once."""
    return views["public"].resolved is views["internal"].resolved


def write_graphs(writer: Writer, views: Views, before: Ledger, iris: Iris) -> None:
    """Every named graph that follows from what the views know; those of documents that are no more are dropped."""
    for slug, content in _COMMON.items():
        internal = list(content(views["internal"], iris))
        public = internal if same_to_both(views) and slug != GRAPHS else list(content(views["public"], iris))
        writer.replace_views(iris.graph(slug), public=public, internal=internal)
    for entry in views["internal"].entries:
        shown = entry.seen_by("public")
        writer.replace_views(
            iris.graph(entry.slug),
            public=list(_entry(entry, views["public"], iris)) if shown else None,
            internal=list(_entry(entry, views["internal"], iris)),
        )
    live = {entry.slug for entry in views["internal"].entries}
    for entry in before.entries:
        if entry.slug not in live:
            writer.drop_graph(iris.graph(entry.slug))


def _ontology(_: Knowledge, __: Iris) -> Iterable[Quad]:
    return _ontology_quads()


@lru_cache(maxsize=1)
def _ontology_quads() -> tuple[Quad, ...]:
    texts = ontology_turtle().values()
    return tuple(quad for data in texts for quad in parse(data, format=RdfFormat.TURTLE))


def _facts(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    yield from catalogue_triples(knowledge.catalogue, iris)
    read = {entry.slug for entry in knowledge.entries}
    for info in knowledge.catalogue.documents.values():
        if info.slug not in read:
            yield from document_triples(info, iris)


def _engagements(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    for engagement in knowledge.engagements:
        yield from engagement_triples(engagement, knowledge.catalogue, iris)
    yield from series_order_triples(knowledge.engagements, iris)


def _graphs(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    for slug in _COMMON:
        yield from graph_triples(iris.graph(slug), "public", None, iris)
    for entry in knowledge.entries:
        yield from graph_triples(iris.graph(entry.slug), entry.info.disclosure, entry.slug, iris)


_COMMON: Final[Mapping[str, Content]] = {
    ONTOLOGY: _ontology,
    FACTS: _facts,
    ENGAGEMENTS: _engagements,
    GRAPHS: _graphs,
}


def _entry(entry: Entry, knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    """A document and the claims read from it; in the public view only those that are accepted."""
    documents = knowledge.catalogue.documents
    yield from document_triples(documents[entry.slug], iris)
    slugs = knowledge.slug_of_accounts()
    seen = (entry.first_seen, entry.last_seen)
    for read, decided in zip(knowledge.accounts, knowledge.decided.accounts, strict=True):
        if read.source != entry.slug:
            continue
        short = mark_of(decided).short
        for account in _tellings(read, decided):
            if knowledge.view == "internal" or account.status_review == "accepted":
                yield from claim_triples(account, slugs.get(short, f"review-{short}"), documents, seen, iris)


def _tellings(read: Account, decided: Account) -> Iterator[Account]:
    """An account as decided; before it, what a person's correction has superseded."""
    kept = {"status_review", "reasons", "confidence"}
    if read.model_dump(exclude=kept) == decided.model_dump(exclude=kept):
        yield decided
        return
    yield read.model_copy(update={"status_review": "superseded"})
    yield decided.model_copy(update={"extractor": "person"})
