"""Records as JSON, in the one shape that lists have by HTTP and on the command line.

``{"edition", "coverage", "total", "certain", "items", "next", "facets"}``; an engagement in it always says where it
can be read (``sources``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from pydantic import BaseModel

from graph.dates import Match, era
from graph.history import Coverage, Found
from graph.index import Index
from graph.iri import Iris
from graph.model import (
    Authority,
    Catalogue,
    DocumentInfo,
    Engagement,
    Framework,
    Jurisdiction,
    Milestone,
    Participant,
    Series,
    Source,
    Statement,
    Text,
    When,
)
from ontology.terms import LABELS, TOPICS

Json = dict[str, Any]


def found_json(found: Found, index: Index, fields: Collection[str] = ()) -> Json:
    """A page of an answer. ``fields`` keeps only those of each engagement (and its id), where any are named."""
    items = [engagement_json(one.engagement, index.catalogue, one.match) for one in found.items]
    return {
        "edition": found.edition,
        "coverage": coverage_json(found.coverage),
        "total": found.total,
        "certain": found.certain,
        "items": [_only(item, fields) for item in items],
        "next": found.next,
        "previous": found.previous,
        "facets": {
            field: [facet_json(field, one.value, one.count, index.catalogue) for one in values]
            for field, values in found.facets.items()
        },
    }


def coverage_json(coverage: Coverage) -> Json:
    """What an answer is drawn from."""
    return coverage.model_dump(mode="json")


def facet_json(field: str, value: str, count: int, catalogue: Catalogue) -> Json:
    """A value of a facet with its name in both languages."""
    return {"value": value, "label": text_json(value_label(field, value, catalogue)), "count": count}


def engagement_json(engagement: Engagement, catalogue: Catalogue, match: Match | None = None) -> Json:
    """One engagement."""
    when = when_json(engagement.when)
    if match is not None:
        when["match"] = match
    return {
        "id": engagement.id,
        "slug": engagement.slug,
        "title": text_json(engagement.title),
        "kind": engagement.kind,
        "status": engagement.status,
        "when": when,
        "place": engagement.place.model_dump(mode="json"),
        "series": engagement.series,
        "ordinal": engagement.ordinal,
        "level": engagement.level,
        "participants": [participant_json(one, catalogue) for one in engagement.participants],
        "frameworks": list(engagement.frameworks),
        "topics": list(engagement.topics),
        "statements": [statement_json(one) for one in engagement.statements],
        "sources": [source_json(one) for one in engagement.sources],
        "confidence": engagement.confidence,
        "note": engagement.note,
        "disclosure": engagement.disclosure,
    }


def when_json(when: When) -> Json:
    """An imprecise date, with how it reads in both languages."""
    return {**when.model_dump(mode="json"), "display": {"en": era(when, "en"), "ja": era(when, "ja")}}


def participant_json(participant: Participant, catalogue: Catalogue) -> Json:
    """Who took part, as written and by name."""
    known = catalogue.authorities.get(participant.authority or "")
    return {
        "authority": participant.authority,
        "label": participant.label,
        "name": text_json(known.name) if known else None,
        "role": participant.role,
        "post": text_json(participant.post) if participant.post else None,
        "level": participant.level,
    }


def statement_json(statement: Statement) -> Json:
    """What was said, with where it stands."""
    return {
        "type": statement.type,
        "by": statement.by,
        "about": text_json(statement.about),
        "frameworks": list(statement.frameworks),
        "topics": list(statement.topics),
        "strength": statement.strength,
        "due": when_json(statement.due) if statement.due else None,
        "state": statement.state,
        "quote": statement.quote,
        "evidence": statement.evidence.model_dump(mode="json") if statement.evidence else None,
    }


def source_json(source: Source) -> Json:
    """Where a fact can be read."""
    return {**source.model_dump(mode="json", exclude={"title"}), "title": text_json(source.title)}


def authority_json(body: Authority, iris: Iris) -> Json:
    """A body."""
    return _record(body, iris.thing("authority", body.id).value, name=text_json(body.name))


def framework_json(framework: Framework, catalogue: Catalogue, iris: Iris) -> Json:
    """A framework, and whether the list of who takes part in it is known to end early."""
    incomplete = catalogue.incomplete_members.get(framework.id)
    return _record(
        framework,
        iris.thing("framework", framework.id).value,
        name=text_json(framework.name),
        adopted=when_json(framework.adopted) if framework.adopted else None,
        in_force=when_json(framework.in_force) if framework.in_force else None,
        ended=when_json(framework.ended) if framework.ended else None,
        members_incomplete=text_json(incomplete) if incomplete else None,
    )


def members_json(slug: str, catalogue: Catalogue) -> list[Json]:
    """Who takes part in a framework or network, as far as the sources say."""
    told = []
    for one in catalogue.memberships:
        if one.of == slug:
            body = catalogue.authorities.get(one.participant) or catalogue.jurisdictions.get(one.participant)
            told.append({**one.model_dump(mode="json"), "name": text_json(body.name) if body else None})
    return told


def series_json(series: Series, iris: Iris) -> Json:
    """A series of meetings."""
    return _record(series, iris.thing("series", series.id).value, name=text_json(series.name))


def milestone_json(milestone: Milestone, iris: Iris) -> Json:
    """A dated step of a framework."""
    return _record(
        milestone,
        iris.thing("milestone", milestone.id).value,
        what=text_json(milestone.what),
        when=when_json(milestone.when),
    )


def document_json(info: DocumentInfo, iris: Iris) -> Json:
    """A document as it is known."""
    told = info.model_dump(mode="json")
    return {"id": iris.thing("document", info.slug).value, **told, "title": text_json(info.title)}


def topic_json(slug: str) -> Json:
    """A topic of the scheme."""
    en, ja = TOPICS[slug]
    return {"slug": slug, "name": {"en": en, "ja": ja}}


def value_label(field: str, value: str, catalogue: Catalogue) -> Text:
    """How a value of a filter or facet is called; the value itself where nothing else is known."""
    known = _NAMES[field](catalogue).get(value) if field in _NAMES else None
    if known is not None:
        return known if isinstance(known, Text) else known.name
    if field in LABELS and value in LABELS[field]:
        en, ja = LABELS[field][value]
        return Text(en=en, ja=ja)
    return Text(en=value, ja=value)


Named = Authority | Framework | Series | Jurisdiction | Text
#: Where the values of a field are looked up.
_NAMES: Final[Mapping[str, Callable[[Catalogue], Mapping[str, Named]]]] = {
    **dict.fromkeys(("authority", "body", "with", "with_", "organiser"), lambda known: known.authorities),
    "framework": lambda known: known.frameworks,
    "series": lambda known: known.series,
    "country": lambda known: known.jurisdictions,
    "document": lambda known: {slug: info.title for slug, info in known.documents.items()},
}


def _record(record: BaseModel, iri: str, **shown: Any) -> Json:
    """A record of the catalogue: its IRI, its slug, its fields, and ``shown`` in place of theirs."""
    told = record.model_dump(mode="json")
    return {**told, "id": iri, "slug": told["id"], **shown}


def text_json(text: Text) -> Json:
    """Words in both languages."""
    return {"en": text.en, "ja": text.ja}


def _only(item: Json, fields: Collection[str]) -> Json:
    return {name: value for name, value in item.items() if name in fields or name in ("id", "slug")} if fields else item
