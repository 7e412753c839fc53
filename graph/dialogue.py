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
from datetime import date
from typing import Final

from graph.errors import BadInput, NotFound
from graph.model import Catalogue, Dialogue, Engagement, Milestone, Series, Text
from graph.parties import WORLD, belongs, home_of, is_talk, parties_at, party_name
from graph.periods import Period, known_days, possibly_within, starts_within
from graph.resolve.engagements import chronological
from graph.sequence import BEFORE, in_order, led_to

#: As many lanes as an open forum gets: the jurisdictions that came most often.
MOST_PARTIES: Final = 8


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
    meetings = tuple(sorted((one for one in every if one.series == series), key=in_order))
    parties = known.parties or _most_present(meetings, catalogue)
    period = _around(meetings)
    beside: tuple[Engagement, ...] = ()
    if known.parties and period:
        candidates = (one for one in every if one.series != series and starts_within(one, period))
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
        if possibly_within(one, asked) and is_talk(one, wanted, catalogue)
    ]
    meetings = tuple(one for one in talks if len(parties_at(one, wanted, catalogue)) == len(wanted))
    beside = tuple(one for one in talks if len(parties_at(one, wanted, catalogue)) < len(wanted))
    around = _around(talks)
    reach = (asked.first or (around[0] if around else None), asked.last or (around[1] if around else None))
    ends = (reach[0], reach[1]) if reach[0] and reach[1] else None
    return _Story(_series_between(wanted, catalogue, title), wanted, meetings, beside, ends).told(catalogue)


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
        homes = {home_of(one.authority, catalogue) for one in meeting.participants if one.authority}
        came.update(home for home in homes if home)
    national = {code: count for code, count in came.items() if code != WORLD} or dict(came)
    return tuple(sorted(national, key=lambda code: (-national[code], code))[:MOST_PARTIES])


def _around(engagements: Sequence[Engagement]) -> tuple[date, date] | None:
    """From six months before the first of ``engagements`` to the end of the last; open ends count as their start."""
    if not engagements:
        return None
    first = min(known_days(one.when)[0] for one in engagements)
    last = max(known_days(one.when)[1] for one in engagements)
    return (first - BEFORE if first - date.min > BEFORE else date.min), last


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
            led_to=tuple(led_to(self.meetings, self.beside)),
        )

    def _milestones(self, catalogue: Catalogue) -> tuple[Milestone, ...]:
        if not self.period:
            return ()
        about = self._frameworks(catalogue)
        steps = [
            step
            for step in catalogue.milestones
            if about.intersection(step.frameworks)
            and starts_within(step, self.period)
            and _concerns(step, self.parties, catalogue)
        ]
        return tuple(sorted(steps, key=lambda step: (known_days(step.when)[0], step.when.latest, step.id)))

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
    return wide and all(home_of(actor, catalogue) in {None, WORLD} for actor in step.actors)
