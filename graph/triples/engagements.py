"""Engagements as triples: the event, who took part, what was said, and the passages that tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from graph.iri import Iris, content_key
from graph.model import Catalogue, Engagement, Participant, Source, Statement
from graph.resolve.engagements import chronological, source_of
from graph.triples.making import (
    Triples,
    bounded,
    dated,
    links,
    named,
    one_of,
    passage,
    passage_triples,
    post_slug,
    share,
    string,
    whole,
    words,
)
from ontology import terms
from ontology.terms import ORG_POST_IN, RDF_TYPE

STATEMENT_CLASS: Final = {
    "proposed": terms.Proposal,
    "explained": terms.Position,
    "shared": terms.Position,
    "promised": terms.Commitment,
}
_DUE: Final = (terms.due, terms.dueEarliest, terms.dueLatest)


def engagement_triples(engagement: Engagement, catalogue: Catalogue, iris: Iris) -> Triples:
    """All that is known of one engagement; the things that it points to are the catalogue's."""
    here = iris.thing("engagement", engagement.slug)
    yield from named(here, terms.Engagement, engagement.title)
    yield from one_of(here, terms.kind, "kind", engagement.kind)
    yield from one_of(here, terms.status, "status", engagement.status)
    yield from one_of(here, terms.mode, "mode", engagement.place.mode)
    yield from one_of(here, terms.level, "level", engagement.level)
    yield from one_of(here, terms.disclosure, "disclosure", engagement.disclosure)
    yield from dated(here, engagement.when)
    yield from links(
        here, terms.jurisdiction, (iris.thing("jurisdiction", code) for code in engagement.place.countries)
    )
    yield from _city(here, engagement, catalogue)
    if engagement.series:
        yield Triple(here, terms.inSeries, iris.thing("series", engagement.series))
    yield from whole(here, terms.ordinal, engagement.ordinal)
    yield from links(here, terms.framework, (iris.thing("framework", one) for one in engagement.frameworks))
    for topic in engagement.topics:
        yield from one_of(here, terms.topic, "topic", topic)
    yield from share(here, terms.confidence, engagement.confidence)
    yield from string(here, terms.note, engagement.note)
    for source in engagement.sources:
        yield Triple(here, terms.evidence, passage(source, iris))
        yield from passage_triples(source, iris)
    for number, participant in enumerate(engagement.participants):
        yield from _participation(here, engagement, participant, number, iris)
    for statement in engagement.statements:
        yield from _statement(here, engagement, statement, catalogue, iris)


def series_order_triples(engagements: Iterable[Engagement], iris: Iris) -> Triples:
    """What came before and after in each series: by ordinal where all have one, else by date.

    ``engagements`` in order of time. A date that two meetings may share tells no order, so it gives none.
    """
    for _, members in groupby(sorted(_numbered(engagements), key=_series_key), key=lambda one: one.series):
        for earlier, later in pairwise(members):
            if _follows(earlier, later):
                before, after = iris.thing("engagement", earlier.slug), iris.thing("engagement", later.slug)
                yield Triple(after, terms.previousEngagement, before)
                yield Triple(before, terms.nextEngagement, after)


def _numbered(engagements: Iterable[Engagement]) -> Iterator[Engagement]:
    return (one for one in engagements if one.series)


def _series_key(engagement: Engagement) -> tuple[str, tuple[str, str, int, str]]:
    return engagement.series or "", chronological(engagement)


def _follows(earlier: Engagement, later: Engagement) -> bool:
    """Whether ``later`` certainly comes next: by neighbouring ordinals, or by days that do not overlap."""
    if earlier.ordinal and later.ordinal:
        return later.ordinal == earlier.ordinal + 1
    return earlier.when.latest < later.when.earliest and not (earlier.ordinal or later.ordinal)


def _city(here: NamedNode, engagement: Engagement, catalogue: Catalogue) -> Triples:
    city = engagement.place.city
    if not city:
        return
    known = catalogue.cities.get(city)
    if known:
        yield from words(here, terms.placeName, known)
    else:
        yield Triple(here, terms.placeName, Literal(city, language="en" if city.isascii() else "ja"))


def _participation(
    here: NamedNode, engagement: Engagement, participant: Participant, number: int, iris: Iris
) -> Triples:
    key = content_key(participant.authority, participant.label, _post_name(participant), length=12)
    part = iris.thing("participation", f"{engagement.slug}-{key}")
    yield Triple(here, terms.participation, part)
    yield Triple(part, RDF_TYPE, terms.Participation)
    yield from one_of(part, terms.role, "role", participant.role)
    yield from one_of(part, terms.participationLevel, "level", participant.level)
    yield from string(part, terms.labelAsWritten, participant.label)
    if participant.authority:
        body = iris.thing("authority", participant.authority)
        yield Triple(part, terms.body, body)
        yield Triple(here, terms.participant, body)
        if participant.role in ("organiser", "host"):
            yield Triple(here, terms.organiser, body)
    if participant.post and (participant.post.en or participant.post.ja):
        yield from _post(part, participant, iris)


def _post_name(participant: Participant) -> str | None:
    return (participant.post.en or participant.post.ja) if participant.post else None


def _post(part: NamedNode, participant: Participant, iris: Iris) -> Triples:
    assert participant.post is not None  # noqa: S101 - the caller has looked
    of = participant.authority or "unknown"
    post = iris.thing("post", f"{of}-{post_slug(participant.post)}")
    yield Triple(part, terms.post, post)
    yield from named(post, terms.Post, participant.post)
    if participant.authority:
        yield Triple(post, ORG_POST_IN, iris.thing("authority", participant.authority))


def _statement(
    here: NamedNode, engagement: Engagement, statement: Statement, catalogue: Catalogue, iris: Iris
) -> Triples:
    key = content_key(statement.type, statement.by, statement.about.en, statement.about.ja, length=12)
    said = iris.thing("statement", f"{engagement.slug}-{key}")
    yield Triple(here, terms.statement, said)
    yield Triple(said, RDF_TYPE, STATEMENT_CLASS.get(statement.type, terms.Outcome))
    yield Triple(said, RDF_TYPE, terms.Statement)
    yield from one_of(said, terms.statementType, "statement-type", statement.type)
    yield from one_of(said, terms.strength, "strength", statement.strength)
    yield from words(said, terms.about, statement.about)
    if statement.by:
        yield Triple(said, terms.by, iris.thing("authority", statement.by))
    yield Triple(said, terms.madeAt, here)
    yield from links(said, terms.framework, (iris.thing("framework", one) for one in statement.frameworks))
    for topic in statement.topics:
        yield from one_of(said, terms.topic, "topic", topic)
    yield from bounded(said, _DUE, statement.due)
    yield from one_of(said, terms.commitmentState, "commitment-state", statement.state)
    for source in _told_in(engagement, statement, catalogue):
        yield Triple(said, terms.evidence, passage(source, iris))
        yield from passage_triples(source, iris)


def _told_in(engagement: Engagement, statement: Statement, catalogue: Catalogue) -> tuple[Source, ...]:
    """The passage of the statement itself, else those of its engagement."""
    if statement.evidence and statement.evidence.document in catalogue.documents:
        return (source_of(statement.evidence, catalogue.documents),)
    return engagement.sources
