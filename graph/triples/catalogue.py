"""The catalogue as triples: jurisdictions, bodies, series, frameworks, who takes part in them, milestones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from graph.iri import Iris
from graph.model import Authority, Catalogue, Framework, Jurisdiction, Membership, Milestone, Series
from graph.triples.making import (
    Triples,
    bounded,
    dated,
    links,
    named,
    one_of,
    passage,
    passage_triples,
    string,
    words,
)
from ontology import terms
from ontology.concepts import concept
from ontology.terms import (
    ORG_SUB_ORGANIZATION_OF,
    RDF_TYPE,
    RDFS_LABEL,
    SCHEMA_URL,
    SKOS_ALT_LABEL,
    SKOS_NOTATION,
    SKOS_PREF_LABEL,
)

BODY_CLASS: Final[Mapping[str, NamedNode]] = MappingProxyType(
    {
        "data-protection-authority": terms.Authority,
        "government-department": terms.Department,
        "regional-body": terms.InternationalOrganisation,
        "international-organisation": terms.InternationalOrganisation,
        "network": terms.Network,
        "forum": terms.Network,
        "private-association": terms.Association,
    }
)
FRAMEWORK_CLASS: Final[Mapping[str, NamedNode]] = MappingProxyType(
    {
        "adequacy-decision": terms.AdequacyDecision,
        "certification-system": terms.CertificationSystem,
        "treaty": terms.Treaty,
        "guidelines": terms.Guidelines,
        "enforcement-arrangement": terms.EnforcementArrangement,
        "law": terms.Law,
        "initiative": terms.Initiative,
    }
)
_ADOPTED: Final = (terms.adopted, terms.adoptedEarliest, terms.adoptedLatest)
_IN_FORCE: Final = (terms.inForce, terms.inForceEarliest, terms.inForceLatest)
_ENDED: Final = (terms.ended, terms.endedEarliest, terms.endedLatest)
_FROM: Final = (terms.from_, terms.fromEarliest, terms.fromLatest)
_UNTIL: Final = (terms.until, terms.untilEarliest, terms.untilLatest)


def catalogue_triples(catalogue: Catalogue, iris: Iris) -> Triples:
    """Everything in the catalogue but its documents (see ``documents.py``)."""
    for jurisdiction in catalogue.jurisdictions.values():
        yield from _jurisdiction(jurisdiction, iris)
    for body in catalogue.authorities.values():
        yield from _body(body, iris)
    for series in catalogue.series.values():
        yield from _series(series, iris)
    for framework in catalogue.frameworks.values():
        yield from _framework(framework, iris)
    for membership in catalogue.memberships:
        yield from _membership(membership, catalogue, iris)
    for milestone in catalogue.milestones:
        yield from _milestone(milestone, iris)
    yield from _incomplete(catalogue, iris)
    yield from _aliases(catalogue, iris)
    yield from _readings(catalogue, iris)


def _sourced(thing: NamedNode, of: Authority | Framework | Membership | Milestone, iris: Iris) -> Triples:
    """Where the fact was read, how sure its collector was, and what is doubtful."""
    yield Triple(thing, terms.evidence, passage(of.source, iris))
    yield from passage_triples(of.source, iris)
    yield from string(thing, terms.sourceConfidence, of.confidence)
    yield from string(thing, terms.note, of.note)


def _jurisdiction(jurisdiction: Jurisdiction, iris: Iris) -> Triples:
    here = iris.thing("jurisdiction", jurisdiction.code)
    yield from named(here, terms.Jurisdiction, jurisdiction.name)
    yield Triple(here, SKOS_NOTATION, Literal(jurisdiction.code))


def _body(body: Authority, iris: Iris) -> Triples:
    here = iris.thing("authority", body.id)
    yield from named(here, BODY_CLASS[body.kind], body.name)
    yield from one_of(here, terms.bodyKind, "body-kind", body.kind)
    yield Triple(here, terms.jurisdiction, iris.thing("jurisdiction", body.jurisdiction))
    yield from string(here, terms.shortName, body.short_name)
    yield from string(here, SCHEMA_URL, body.homepage)
    if body.parent:
        yield Triple(here, ORG_SUB_ORGANIZATION_OF, iris.thing("authority", body.parent))
    yield from _sourced(here, body, iris)


def _series(series: Series, iris: Iris) -> Triples:
    here = iris.thing("series", series.id)
    yield from named(here, terms.EngagementSeries, series.name)
    yield from one_of(here, terms.seriesKind, "kind", series.kind)
    yield from links(here, terms.convenedBy, (iris.thing("authority", one) for one in series.convened_by))
    yield from links(here, terms.party, (iris.thing("jurisdiction", one) for one in series.parties))
    yield from links(here, terms.seriesFramework, (iris.thing("framework", one) for one in series.frameworks))
    yield from string(here, terms.note, series.note)


def _framework(framework: Framework, iris: Iris) -> Triples:
    here = iris.thing("framework", framework.id)
    yield from named(here, FRAMEWORK_CLASS[framework.kind], framework.name)
    yield from one_of(here, terms.frameworkKind, "framework-kind", framework.kind)
    yield Triple(here, terms.fromJurisdiction, iris.thing("jurisdiction", framework.from_jurisdiction))
    if framework.to_jurisdiction:
        yield Triple(here, terms.toJurisdiction, iris.thing("jurisdiction", framework.to_jurisdiction))
    yield from string(here, terms.legalReference, framework.legal_reference)
    yield from bounded(here, _ADOPTED, framework.adopted)
    yield from bounded(here, _IN_FORCE, framework.in_force)
    yield from bounded(here, _ENDED, framework.ended)
    yield from string(here, terms.frameworkStatus, framework.status)
    yield from links(here, terms.administeredBy, (iris.thing("authority", one) for one in framework.administered_by))
    yield from _sourced(here, framework, iris)


def _membership(membership: Membership, catalogue: Catalogue, iris: Iris) -> Triples:
    here = iris.thing("framework-participation", membership.id)
    yield Triple(here, RDF_TYPE, terms.FrameworkParticipation)
    yield Triple(here, terms.participatesIn, _framework_or_network(membership.of, catalogue, iris))
    if membership.participant in catalogue.jurisdictions:
        yield Triple(here, terms.participatingJurisdiction, iris.thing("jurisdiction", membership.participant))
    else:
        yield Triple(here, terms.participatingBody, iris.thing("authority", membership.participant))
    yield from one_of(here, terms.membershipRole, "membership-role", membership.role)
    yield from bounded(here, _FROM, membership.start)
    yield from bounded(here, _UNTIL, membership.end)
    yield from _sourced(here, membership, iris)


def _framework_or_network(slug: str, catalogue: Catalogue, iris: Iris) -> NamedNode:
    return iris.thing("framework" if slug in catalogue.frameworks else "authority", slug)


def _milestone(milestone: Milestone, iris: Iris) -> Triples:
    here = iris.thing("milestone", milestone.id)
    yield from named(here, terms.Milestone, milestone.what)
    yield from dated(here, milestone.when)
    yield from links(here, terms.actor, (iris.thing("authority", one) for one in milestone.actors))
    yield from links(here, terms.milestoneOf, (iris.thing("framework", one) for one in milestone.frameworks))
    yield from _sourced(here, milestone, iris)


def _incomplete(catalogue: Catalogue, iris: Iris) -> Triples:
    for slug, why in catalogue.incomplete_members.items():
        here = _framework_or_network(slug, catalogue, iris)
        yield Triple(here, terms.membersComplete, Literal(False))
        yield from words(here, terms.note, why)


def _aliases(catalogue: Catalogue, iris: Iris) -> Triples:
    """Other names; the key of each is ``type:id``. Their language is not said, so a script tells it."""
    for key, names in getattr(catalogue, "aliases", {}).items():
        kind, _, slug = key.partition(":")
        for name in names:
            language = "en" if name.isascii() else "ja"
            yield Triple(iris.thing(kind, slug), SKOS_ALT_LABEL, Literal(name, language=language))


def _readings(catalogue: Catalogue, iris: Iris) -> Triples:
    """How Japanese names are read, in kana (BCP 47: ``ja-Hrkt``). Topics are concepts; cities are words, not things."""
    for key, reading in catalogue.readings.items():
        kind, _, slug = key.partition(":")
        said = Literal(reading, language="ja-Hrkt")
        if kind == "topic":
            yield Triple(concept("topic", slug), SKOS_PREF_LABEL, said)
        elif kind != "city":
            yield Triple(iris.thing(kind, slug), RDFS_LABEL, said)
