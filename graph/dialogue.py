"""Lines of talks out of an edition: a series of meetings, or the talks between some parties, and what led to what.

The rules, so that a reader can check them (``docs/decisions/0007-figures.md`` says why):

- A **party** is a jurisdiction or a body. A body comes for itself, for the bodies above it and for its jurisdiction.
- A **talk** is a bilateral or trilateral meeting, a visit, a call or a signing, or any engagement of a series whose
  fixed parties all belong to the figure, in which at least two parties of the figure took part and no other
  jurisdiction did (in a trilateral meeting, one more may). Larger forums, where parties met among many, are not
  talks between them.
- Talks stand **alongside** a series from six months before its first meeting to the end of its last one.
- A meeting **led to** the next one of its series: the one with the next ordinal, or, among meetings without
  ordinals, the next within a year. A talk led to the first meeting that began after it had ended, within six
  months. Where imprecise dates leave the order open, nothing is claimed. It is an order in time, not a proof of
  cause.
- **Milestones** are those of the frameworks that meetings and talks were about (of a forum: two meetings at
  least), and of frameworks from one party to another, within the same period. Steps in which only parties outside
  the figure acted are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from graph.errors import BadInput, NotFound
from graph.model import Catalogue, Dialogue, Engagement, Milestone, Series, Text
from graph.resolve.engagements import chronological
from ontology.terms import Kind

TALK_KINDS: Final[frozenset[Kind]] = frozenset(
    {"bilateral-meeting", "trilateral-meeting", "visit", "conference-call", "signing"}
)
#: How long before the first meeting talks and milestones belong to its story, and how far a talk may lead.
BEFORE: Final = timedelta(days=183)
#: How far one meeting leads to the next of a series whose meetings have no numbers.
UNNUMBERED: Final = timedelta(days=366)
#: As many lanes as an open forum gets: the jurisdictions that came most often.
MOST_PARTIES: Final = 8
WORLD: Final = "INT"


@dataclass(frozen=True)
class Period:
    """First and last day; None leaves that end to the talks themselves."""

    first: date | None = None
    last: date | None = None


def dialogue_of(series: str, engagements: Iterable[Engagement], catalogue: Catalogue) -> Dialogue:
    """The meetings of a series in order, with the talks between its parties beside and before them.

    A series without fixed parties (a forum) has a lane for each of the jurisdictions that came most often, eight
    at most, and no talks beside it. Raises ``NotFound`` for a series that the catalogue does not know.
    """
    known = catalogue.series.get(series)
    if known is None:
        raise NotFound(
            f"There is no series “{series}”; the list of series is at /api/v1/series.",
            f"シリーズ「{series}」は登録されていません。一覧は /api/v1/series を参照してください。",
        )
    every = sorted(engagements, key=chronological)
    meetings = tuple(sorted((one for one in every if one.series == series), key=_in_order))
    parties = known.parties or _most_present(meetings, catalogue)
    period = _around(meetings)
    beside: tuple[Engagement, ...] = ()
    if known.parties and period:
        candidates = (one for one in every if one.series != series and _within(one, period))
        beside = tuple(one for one in candidates if is_talk(one, parties, catalogue))
    return _Story(known, parties, meetings, beside, period).told(catalogue)


def dialogue_between(
    parties: tuple[str, ...],
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    title: Text | None = None,
    period: Period | None = None,
) -> Dialogue:
    """The talks between ``parties`` (jurisdiction codes or bodies), those of all of them as its meetings.

    Talks of at least two of them, but not all, stand alongside. ``period`` narrows both talks and milestones.
    Raises ``BadInput`` for fewer than two parties, ``NotFound`` for one that the catalogue does not know.
    """
    wanted = tuple(dict.fromkeys(parties))
    _check(wanted, catalogue)
    asked = period or Period()
    talks = [
        one
        for one in sorted(engagements, key=chronological)
        if _possible(one, asked) and is_talk(one, wanted, catalogue)
    ]
    meetings = tuple(one for one in talks if len(parties_at(one, wanted, catalogue)) == len(wanted))
    beside = tuple(one for one in talks if len(parties_at(one, wanted, catalogue)) < len(wanted))
    around = _around(talks)
    reach = (asked.first or (around[0] if around else None), asked.last or (around[1] if around else None))
    ends = (reach[0], reach[1]) if reach[0] and reach[1] else None
    return _Story(_series_between(wanted, catalogue, title), wanted, meetings, beside, ends).told(catalogue)


def party_name(party: str, catalogue: Catalogue) -> Text:
    """The name of a jurisdiction or body, or the identifier itself where the catalogue does not know it."""
    jurisdiction, body = catalogue.jurisdictions.get(party), catalogue.authorities.get(party)
    if jurisdiction:
        return jurisdiction.name
    return body.name if body else Text(en=party, ja=party)


def belongs(body: str, party: str, catalogue: Catalogue) -> bool:
    """Whether a body comes for a party: as itself, as part of it, or from its jurisdiction."""
    seen: set[str] = set()
    current: str | None = body
    known = catalogue.authorities.get(body)
    if known and known.jurisdiction == party:
        return True
    while current and current not in seen:
        if current == party:
            return True
        seen.add(current)
        above = catalogue.authorities.get(current)
        current = above.parent if above else None
    return False


def parties_at(engagement: Engagement, parties: Sequence[str], catalogue: Catalogue) -> tuple[int, ...]:
    """Which of ``parties`` are known to have taken part: their indexes, lowest first."""
    bodies = {one.authority for one in engagement.participants if one.authority}
    return tuple(
        index for index, party in enumerate(parties) if any(belongs(body, party, catalogue) for body in bodies)
    )


def is_talk(engagement: Engagement, parties: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether an engagement is a talk between at least two of ``parties`` and nobody else (see the rules above)."""
    if engagement.kind not in TALK_KINDS and not _fixed_between(engagement, parties, catalogue):
        return False
    if len(parties_at(engagement, parties, catalogue)) < 2:
        return False
    homes = {party if party in catalogue.jurisdictions else _home(party, catalogue) for party in parties}
    came = {_home(one.authority, catalogue) for one in engagement.participants if one.authority}
    outside = came - {None, WORLD} - homes
    return not outside or (engagement.kind == "trilateral-meeting" and len(outside) == 1)


def _fixed_between(engagement: Engagement, parties: Sequence[str], catalogue: Catalogue) -> bool:
    known = catalogue.series.get(engagement.series or "")
    return bool(known and known.parties) and set(known.parties if known else ()) <= set(parties)


def _home(body: str, catalogue: Catalogue) -> str | None:
    known = catalogue.authorities.get(body)
    return known.jurisdiction if known else None


def _check(parties: tuple[str, ...], catalogue: Catalogue) -> None:
    if len(parties) < 2:
        raise BadInput(
            "A dialogue needs at least two parties: name jurisdictions (JP, US) or bodies (us-ftc).",
            "対話の図には当事者を2以上指定してください（例: JP、US、us-ftc）。",
        )
    for party in parties:
        if party not in catalogue.jurisdictions and party not in catalogue.authorities:
            raise NotFound(
                f"There is no jurisdiction or body “{party}”; the list of bodies is at /api/v1/authorities.",
                f"国・地域又は機関「{party}」は登録されていません。一覧は /api/v1/authorities を参照してください。",
            )


def _series_between(parties: tuple[str, ...], catalogue: Catalogue, title: Text | None) -> Series:
    names = [party_name(party, catalogue) for party in parties]
    en = [one.in_language("en") for one in names]
    said = Text(
        en=f"Talks between {', '.join(en[:-1])} and {en[-1]}",
        ja=f"{'、'.join(one.in_language('ja') for one in names)}の間の対話",
    )
    return Series(
        id=f"between-{'-'.join(parties).lower()}",
        name=title or said,
        kind="bilateral-meeting" if len(parties) == 2 else "multilateral-meeting",
        convened_by=(),
        parties=parties,
        frameworks=(),
        note=None,
    )


def _most_present(meetings: Sequence[Engagement], catalogue: Catalogue) -> tuple[str, ...]:
    """The jurisdictions at most meetings, then by code; international bodies only where nobody else is known."""
    came: Counter[str] = Counter()
    for meeting in meetings:
        homes = {_home(one.authority, catalogue) for one in meeting.participants if one.authority}
        came.update(home for home in homes if home)
    national = {code: count for code, count in came.items() if code != WORLD} or dict(came)
    return tuple(sorted(national, key=lambda code: (-national[code], code))[:MOST_PARTIES])


def _in_order(engagement: Engagement) -> tuple[str, int, str, str]:
    """By first possible day, ordinals deciding between meetings of one month."""
    when = engagement.when
    return when.earliest.isoformat(), engagement.ordinal or 0, when.latest.isoformat(), engagement.slug


def _around(engagements: Sequence[Engagement]) -> tuple[date, date] | None:
    """From six months before the first of ``engagements`` to the end of the last; open ends count as their start."""
    if not engagements:
        return None
    first = min(_first_day(one) for one in engagements)
    last = max(_last_day(one) for one in engagements)
    return (first - BEFORE if first - date.min > BEFORE else date.min), last


def _first_day(thing: Engagement | Milestone) -> date:
    return thing.when.latest if thing.when.edtf.startswith("..") else thing.when.earliest


def _last_day(thing: Engagement | Milestone) -> date:
    return thing.when.earliest if thing.when.edtf.endswith("..") else thing.when.latest


def _within(thing: Engagement | Milestone, period: tuple[date, date]) -> bool:
    return period[0] <= _first_day(thing) and _first_day(thing) <= period[1]


def _possible(engagement: Engagement, period: Period) -> bool:
    """Whether it possibly took place within an asked period (overlap, as in every list)."""
    after = period.first is None or engagement.when.latest >= period.first
    return after and (period.last is None or engagement.when.earliest <= period.last)


@dataclass(frozen=True)
class _Story:
    """The talks of a figure, before what they were about and what led to what has been worked out."""

    series: Series
    parties: tuple[str, ...]
    meetings: tuple[Engagement, ...]
    beside: tuple[Engagement, ...]
    period: tuple[date, date] | None

    def told(self, catalogue: Catalogue) -> Dialogue:
        return Dialogue(
            series=self.series,
            parties=self.parties,
            meetings=self.meetings,
            alongside=self.beside,
            milestones=self._milestones(catalogue),
            led_to=tuple(_led_to(self.meetings, self.beside)),
        )

    def _milestones(self, catalogue: Catalogue) -> tuple[Milestone, ...]:
        if not self.period:
            return ()
        about = self._frameworks(catalogue)
        steps = [
            step
            for step in catalogue.milestones
            if about.intersection(step.frameworks)
            and _within(step, self.period)
            and _concerns(step, self.parties, catalogue)
        ]
        return tuple(sorted(steps, key=lambda step: (_first_day(step), step.when.latest, step.id)))

    def _frameworks(self, catalogue: Catalogue) -> set[str]:
        told = Counter(framework for one in (*self.meetings, *self.beside) for framework in _about(one))
        least = 1 if self.series.parties else 2
        about = {framework for framework, times in told.items() if times >= least}
        ends = set(self.parties)
        between = {
            one.id
            for one in catalogue.frameworks.values()
            if self.series.parties and one.to_jurisdiction and {one.from_jurisdiction, one.to_jurisdiction} <= ends
        }
        return about | between | set(self.series.frameworks)


def _about(engagement: Engagement) -> set[str]:
    """The frameworks that an engagement, or something said at it, was about."""
    return {*engagement.frameworks, *(one for said in engagement.statements for one in said.frameworks)}


def _concerns(step: Milestone, parties: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether a party acted, or, where jurisdictions are the parties, nobody did but international bodies."""
    if any(belongs(actor, party, catalogue) for actor in step.actors for party in parties):
        return True
    wide = any(party in catalogue.jurisdictions for party in parties)
    return wide and all(_home(actor, catalogue) in {None, WORLD} for actor in step.actors)


def _led_to(meetings: Sequence[Engagement], beside: Sequence[Engagement]) -> list[tuple[str, str]]:
    """Talks to meetings first, then one meeting after the other."""
    held = [one for one in meetings if one.status != "cancelled"]
    found = []
    for talk in beside:
        ended, near = _last_day(talk), _last_day(talk) + BEFORE
        later = (one for one in held if ended < _first_day(one) <= near)
        first = min(later, key=_in_order, default=None)
        if first and talk.status == "held":
            found.append((talk.slug, first.slug))
    for series in dict.fromkeys(one.series for one in (*held, *beside) if one.series):
        found.extend(_chain([one for one in (*held, *beside) if one.series == series and one.status != "cancelled"]))
    return found


def _chain(members: Sequence[Engagement]) -> list[tuple[str, str]]:
    """Each to the one with the next ordinal; those without an ordinal in the order of time."""
    ordered = sorted(members, key=_in_order)
    plain = [one for one in ordered if one.ordinal is None]
    numbered: dict[int, Engagement] = {}
    for one in ordered:
        if one.ordinal is not None:
            numbered.setdefault(one.ordinal, one)
    chained = [(one, numbered[ordinal + 1]) for ordinal, one in sorted(numbered.items()) if ordinal + 1 in numbered]
    followed = (pair for pair in pairwise(plain) if _last_day(pair[0]) < _first_day(pair[1]))
    near = ((first, second) for first, second in followed if _first_day(second) - _last_day(first) <= UNNUMBERED)
    steps = [*chained, *near]
    return [(first.slug, second.slug) for first, second in steps if _in_order(first) < _in_order(second)]
