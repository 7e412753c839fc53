"""One engagement out of all accounts of it: the best-known value of each field, and every passage as a source."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.iri import Iris
from graph.model import Account, Catalogue, DocumentInfo, Engagement, Evidence, Participant, Place, Source, Text, When
from graph.resolve.decisions import Decided
from graph.resolve.kin import Kin
from graph.resolve.marks import mark_of
from graph.resolve.meetings import group
from graph.resolve.slugs import mint
from graph.resolve.statements import in_one_wording, join_statements
from ontology.terms import RANKS, Level, Precision, Role

_FINENESS: Mapping[Precision, int] = {"day": 0, "month": 1, "fiscal-half": 2, "fiscal-year": 3, "year": 4}
_ROLE_WEIGHT: Mapping[Role, int] = {
    "host": 6,
    "organiser": 5,
    "speaker": 4,
    "visitor": 3,
    "guest": 2,
    "observer": 1,
    "participant": 0,
}


@dataclass(frozen=True)
class Resolved:
    """All engagements in order of time, the accounts behind each by slug, and the pairs left to a person."""

    engagements: tuple[Engagement, ...]
    accounts: Mapping[str, tuple[Account, ...]]
    unsure: tuple[tuple[Account, Account], ...]


@dataclass(frozen=True)
class Naming:
    """The slugs given before, by the short mark of the account: one that was given stays. And those of others.

    Those that are ``shown`` in public go before: what both views know bears one name.
    """

    given: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    is_taken: Callable[[str], bool] = lambda slug: False


def resolve(
    accounts: Sequence[Account],
    catalogue: Catalogue,
    iris: Iris,
    decided: Decided | None = None,
    naming: Naming | None = None,
    *,
    only: Container[int] | None = None,
) -> Resolved:
    """Join accounts into engagements. Only accounts whose review status is accepted are joined.

    ``catalogue`` knows the sources by title and address, and what each body is part of. ``decided`` is what
    people decided of these ``accounts``; with ``only``, none but the accounts at these places are joined.
    The same accounts in the same order give the same engagements.
    """
    chosen = range(len(accounts)) if only is None else [place for place in range(len(accounts)) if place in only]
    kept = [place for place in chosen if accounts[place].status_review == "accepted"]
    accepted = [accounts[place] for place in kept]
    said = decided or Decided(tuple(accounts))
    grouping = group(accepted, Kin(catalogue), _among(said.same, kept), _among(said.different, kept))
    by_slug = dict(zip(_slugs(grouping.groups, naming or Naming()), grouping.groups, strict=True))
    engagements = [engagement_told_by(slug, members, catalogue.documents, iris) for slug, members in by_slug.items()]
    told = in_one_wording(sorted(engagements, key=chronological), by_slug)
    return Resolved(tuple(told), by_slug, grouping.unsure)


def chronological(engagement: Engagement) -> tuple[str, str, int, str]:
    """The total order of lists: first possible day, last possible day, ordinal, slug."""
    when = engagement.when
    return when.earliest.isoformat(), when.latest.isoformat(), engagement.ordinal or 0, engagement.slug


def _among(pairs: Sequence[tuple[int, int]], kept: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of places in all accounts as pairs of places in those that are kept."""
    places = {place: index for index, place in enumerate(kept)}
    return [(places[a], places[b]) for a, b in pairs if a in places and b in places]


def _slugs(groups: Sequence[Sequence[Account]], naming: Naming) -> list[str]:
    """A slug for each group: that which facts or an earlier edition gave, before any new one is made."""
    known = [_known(members, naming) for members in groups]
    slugs = [""] * len(groups)
    used: set[str] = set()
    for place in sorted(range(len(groups)), key=lambda place: known[place] is None):
        slug = known[place] or mint(groups[place][0])
        if slug in used or (known[place] is None and naming.is_taken(slug)):
            slug = f"{slug}-{mark_of(groups[place][0]).short}"
        slugs[place] = slug
        used.add(slug)
    return slugs


def _known(members: Sequence[Account], naming: Naming) -> str | None:
    own = next((account.id for account in members if account.id), None)
    marks = [mark_of(account).short for account in members]
    named = (slugs[mark] for slugs in (naming.shown, naming.given) for mark in marks if mark in slugs)
    return own or next(named, None)


def engagement_told_by(
    slug: str, members: Sequence[Account], documents: Mapping[str, DocumentInfo], iris: Iris
) -> Engagement:
    """The engagement that some accounts, all of the same event, tell of; the first is the one followed most."""
    first = members[0]
    levels = [account.level for account in members if account.level]
    notes = dict.fromkeys(account.note for account in members if account.note)
    return Engagement(
        id=iris.thing("engagement", slug).value,
        slug=slug,
        title=_title(members),
        kind=first.kind,
        status=first.status,
        when=_when(members),
        place=_place(members),
        series=next((account.series for account in members if account.series), None),
        ordinal=next((account.ordinal for account in members if account.ordinal), None),
        level=_highest(levels),
        participants=_participants(members),
        frameworks=_union(account.frameworks for account in members),
        topics=_union(account.topics for account in members),
        statements=join_statements(members),
        sources=_sources(members, documents),
        confidence=max(account.confidence for account in members),
        note=" ".join(notes) or None,
    )


def _title(members: Sequence[Account]) -> Text:
    return Text(
        en=next((account.title.en for account in members if account.title.en), None),
        ja=next((account.title.ja for account in members if account.title.ja), None),
    )


def _when(members: Sequence[Account]) -> When:
    """The finest date that no finer one contradicts; the words come along where a document gives them.

    Of several as fine, the one that the others lie in: who tells only the first day of a forum does not shorten it.
    """
    finest = min(_FINENESS[account.when.precision] for account in members)
    told = [account.when for account in members if _FINENESS[account.when.precision] == finest]
    best = min(told, key=lambda when: (-sum(_lies_in(other, when) for other in told), when.verbatim is None))
    same = [when for when in told if when.edtf == best.edtf and when.verbatim]
    return same[0] if same else best


def _lies_in(inner: When, outer: When) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _place(members: Sequence[Account]) -> Place:
    countries = _union(account.place.countries for account in members)
    modes = [account.place.mode for account in members if account.place.mode != "unknown"]
    return Place(
        country=countries[0] if len(countries) == 1 else None,
        countries=countries,
        city=next((account.place.city for account in members if account.place.city), None),
        mode=modes[0] if modes else "unknown",
    )


def _highest(levels: Sequence[Level]) -> Level | None:
    return max(levels, key=lambda level: RANKS["level"].get(level or "", 0)) if levels else None


def _participants(members: Sequence[Account]) -> tuple[Participant, ...]:
    """Each body once for each post it was there with, in the strongest role that any account gives it."""
    told: dict[str, list[list[Participant]]] = {}
    for account in members:
        of_account: dict[str, list[Participant]] = {}
        for participant in account.participants:
            of_account.setdefault(participant.authority or f"?{participant.label}", []).append(participant)
        for body, entries in of_account.items():
            told.setdefault(body, []).append(entries)
    return tuple(participant for tellings in told.values() for participant in _one_body(tellings))


def _one_body(tellings: list[list[Participant]]) -> Iterable[Participant]:
    """The fullest telling of one body's part: posts where any account has them, the strongest role."""
    fullest = max(tellings, key=lambda entries: sum(entry.post is not None for entry in entries))
    role = max((entry.role for entries in tellings for entry in entries), key=lambda role: _ROLE_WEIGHT[role])
    for entry in fullest:
        yield entry.model_copy(update={"role": role})


def _union(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for part in parts for item in part))


def _sources(members: Sequence[Account], documents: Mapping[str, DocumentInfo]) -> tuple[Source, ...]:
    """Every passage; a bare locator gives way to the words of the same lines where the text is at hand.

    A document that is not among ``documents`` is not one to tell of: a public note may rest on an internal one.
    """
    passages = [evidence for account in members for evidence in account.evidence if evidence.document in documents]
    quoted = [passage for passage in passages if passage.quote]
    kept = [p for p in passages if p.quote or not any(_covers(q, p) for q in quoted)]
    return tuple(dict.fromkeys(source_of(passage, documents) for passage in kept))


def _covers(quoted: Evidence, bare: Evidence) -> bool:
    if quoted.document != bare.document or None in (quoted.line_start, bare.line_start):
        return False
    return _lines(quoted)[0] <= _lines(bare)[1] and _lines(bare)[0] <= _lines(quoted)[1]


def _lines(evidence: Evidence) -> tuple[int, int]:
    start = evidence.line_start or 0
    return start, evidence.line_end or start


def source_of(evidence: Evidence, documents: Mapping[str, DocumentInfo]) -> Source:
    """The passage as a list shows it: document, locator in words, and the quote where there is one."""
    info = documents[evidence.document]
    return Source(
        document=evidence.document,
        title=info.title,
        url=info.url,
        locator=locator(evidence),
        **evidence.model_dump(include={"quote", "page", "line_start", "line_end", "start", "end"}),
    )


def locator(evidence: Evidence) -> str:
    """Where in its document a passage stands: section, page and lines; else the row of facts that cites it."""
    parts = []
    if evidence.section:
        parts.append(evidence.section)
    if evidence.page:
        parts.append(f"p. {evidence.page}")
    if evidence.line_start:
        start, end = _lines(evidence)
        parts.append(f"l. {start}" if start == end else f"ll. {start}-{end}")
    return ", ".join(parts) or evidence.row or "whole document"
