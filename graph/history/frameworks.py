"""Frameworks and networks that two bodies share, and what state they are in on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from graph.history.asked import Asked
from graph.history.matching import check_known, matching
from graph.index import Index
from graph.model import Framework, Membership, Record, Source, When

Standing = Literal["certain", "possible"]
State = Literal["not-yet", "adopted", "in-force", "ended", "unknown"]


class PartIn(Record):
    """How a body takes part in a framework or network: itself, or through ``through`` (its economy, what it is of)."""

    role: str
    through: str
    start: When | None
    end: When | None
    standing: Standing
    source: Source | None


class SharedFramework(Record):
    """A framework or network that two bodies take part in; ``state`` is the framework's at the day asked about."""

    id: str
    state: State
    one: tuple[PartIn, ...]
    other: tuple[PartIn, ...]
    meetings: int


def shared_frameworks(index: Index, one: str, other: str, at: date | None = None) -> tuple[SharedFramework, ...]:
    """Frameworks and networks both take part in, and their state on a day (with none: at any time).

    A body takes part itself, through what it is a unit of, or through its economy. Raises NotFound.
    """
    check_known(index, Asked(with_=(one, other)))
    parts = matching(index, Asked(with_=(one, other)))
    ours, theirs = _parts_of(index, one, at), _parts_of(index, other, at)
    found = []
    for framework in sorted(ours.keys() & theirs.keys()):
        known = index.catalogue.frameworks.get(framework)
        meetings = sum(rows.intersection_cardinality(s.posting("framework", framework)) for s, rows, _ in parts)
        state = state_of(known, at) if known else "unknown"
        found.append(
            SharedFramework(
                id=framework,
                state=state,
                one=tuple(ours[framework]),
                other=tuple(theirs[framework]),
                meetings=meetings,
            )
        )
    return tuple(found)


def state_of(framework: Framework, at: date | None) -> State:
    """The state of a framework on a day, as far as its dates tell; with no day, the latest there is."""
    day = at or date.max
    if framework.ended and framework.ended.latest <= day:
        return "ended"
    if framework.in_force and framework.in_force.latest <= day:
        return "in-force"
    if framework.adopted and framework.adopted.latest <= day:
        return "adopted"
    return "not-yet" if framework.adopted or framework.in_force else "unknown"


def _parts_of(index: Index, body: str, at: date | None) -> dict[str, list[PartIn]]:
    """What a body takes part in, by framework or network."""
    catalogue = index.catalogue
    names = _standing_for(index, body)
    found: dict[str, list[PartIn]] = {}
    for membership in catalogue.memberships:
        if membership.participant in names:
            standing = _standing(membership, at)
            if standing:
                found.setdefault(membership.of, []).append(_part_in(membership, standing))
    for framework in catalogue.frameworks.values():
        for role, through in _sides(framework):
            if through in names:
                part = PartIn(role=role, through=through, start=None, end=None, standing="certain", source=None)
                found.setdefault(framework.id, []).append(part)
    return found


def _standing_for(index: Index, body: str) -> tuple[str, ...]:
    known = index.catalogue.authorities.get(body)
    economy = (known.jurisdiction,) if known and known.jurisdiction != "INT" else ()
    return (body, *index.lines["with"].above(body), *economy)


def _sides(framework: Framework) -> Iterator[tuple[str, str]]:
    if framework.to_jurisdiction:
        yield "from", framework.from_jurisdiction
        yield "to", framework.to_jurisdiction
    for body in framework.administered_by:
        yield "administrator", body


def _part_in(membership: Membership, standing: Standing) -> PartIn:
    return PartIn(
        role=membership.role,
        through=membership.participant,
        start=membership.start,
        end=membership.end,
        standing=standing,
        source=membership.source,
    )


def _standing(membership: Membership, at: date | None) -> Standing | None:
    """Whether a membership held on a day: surely, possibly (its dates are imprecise or not told), or not."""
    if at is None:
        return "certain"
    start, end = membership.start, membership.end
    if (start and start.earliest > at) or (end and end.latest < at):
        return None
    surely_begun = start is not None and start.latest <= at
    surely_lasting = end is None or end.earliest > at
    return "certain" if surely_begun and surely_lasting else "possible"
