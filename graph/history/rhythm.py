"""Rhythm: how often a body is met or a series meets, what is due next, who has gone quiet, which ordinals are missing.

The usual interval is the median of the last twelve intervals between days of contact, and is told from three contacts
on. Somebody has gone quiet when the last contact lies back more than twice the usual interval, and at least sixty
days: shorter silences are holidays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

import numpy as np
from pyroaring import BitMap

from graph.dates import from_edtf
from graph.errors import BadInput
from graph.history.asked import Asked
from graph.history.finding import nearest
from graph.history.matching import Part, matching, within
from graph.index import Index
from graph.index.reading import recall_engagement
from graph.index.segment import Segment
from graph.model import Engagement, Record

_INTERVALS: Final = 12
_FEWEST_CONTACTS: Final = 3
_QUIET_AFTER: Final = 2
_SHORTEST_SILENCE: Final = timedelta(days=60)
_FIRST_TAIL: Final = 32


class Cadence(Record):
    """How regular contact is. ``contacts`` counts engagements held until today; days are their first possible days.

    ``planned`` is the next engagement announced, ``next_expected`` what the usual interval leads to expect.
    """

    contacts: int
    last: date | None
    usual_days: int | None
    next_expected: date | None
    planned: Engagement | None
    quiet_since: date | None


class Quiet(Record):
    """A body that has gone quiet."""

    body: str
    cadence: Cadence


class Gap(Record):
    """Ordinals of a series, ``first`` to ``last``, that no engagement has; the meetings about them give the bounds."""

    first: int
    last: int
    after: Engagement | None
    before: Engagement
    earliest: date | None
    latest: date | None


def cadence(index: Index, *, body: str | None = None, series: str | None = None, today: date) -> Cadence:
    """The rhythm of contact with a body, of a series, or of a body in a series. Raises NotFound, BadInput."""
    if body is None and series is None:
        raise BadInput("Say of which body or series.", "機関または会議体を指定してください。")
    asked = Asked(with_=(body,) if body else (), series=(series,) if series else ())
    return cadence_of(matching(index, asked), today)


def cadence_of(parts: Sequence[Part], today: date) -> Cadence:
    """The rhythm of rows already found."""
    held = [_until(part, today) for part in parts]
    coming = planned(parts, today, 1)
    contacts = sum(map(len, (part.rows for part in held)))
    days = _last_days(held)
    usual = _usual(days)
    last = days[-1] if days else None
    silent = bool(last and usual and today - last > max(timedelta(days=_QUIET_AFTER * usual), _SHORTEST_SILENCE))
    return Cadence(
        contacts=contacts,
        last=last,
        usual_days=usual,
        next_expected=last + timedelta(days=usual) if last and usual else None,
        planned=coming[0] if coming else None,
        quiet_since=last if silent and not coming else None,
    )


def _until(part: Part, today: date) -> Part:
    """The rows of a part that were held, and had begun by today."""
    segment = part.segment
    begun = segment.starting(today.toordinal() + 1)
    held = part.rows & segment.posting("status", "held")
    if begun < segment.rows:
        held = held & BitMap(range(begun))
    return Part(segment, held, held)


def _last_days(parts: Sequence[Part]) -> list[date]:
    """The last days of contact, enough for the intervals that count, in order."""
    days: set[int] = set()
    for segment, rows, _ in parts:
        tail = _FIRST_TAIL
        while True:
            last = np.frombuffer(rows[-tail:].to_array(), dtype=np.uint32)
            found = set(segment.earliest[last].tolist())
            if len(found) > _INTERVALS or tail >= len(rows):
                break
            tail *= 4
        days |= found
    return [date.fromordinal(day) for day in sorted(days)[-_INTERVALS - 1 :]]


def _usual(days: Sequence[date]) -> int | None:
    if len(days) < _FEWEST_CONTACTS:
        return None
    return max(1, round(median((later - earlier).days for earlier, later in pairwise(days))))


def planned(parts: Sequence[Part], today: date, most: int) -> list[Engagement]:
    """The next engagements that are announced and not over, soonest first."""
    coming = []
    for segment, rows, _ in parts:
        announced = rows & segment.posting("status", "planned")
        if announced:
            announced = announced & within(segment, from_edtf(f"{today.isoformat()}/.."))[0]
        coming.append(Part(segment, announced, announced))
    return [recall_engagement(*place) for place in nearest(coming, "oldest", most)]


def quiet(index: Index, today: date, *, home: str | None = None, most: int = 50) -> tuple[Quiet, ...]:
    """Bodies gone quiet, those met most often first. With ``home``, only contact with it counts."""
    lines = index.lines["with"]
    passed_over = {*lines.below(home), *lines.above(home)} if home else set()
    met = [s.live & index.having(s, "with", home) if home else s.live for s in index.segments]
    found = []
    for body in sorted({value for segment in index.segments for value in segment.values("with")} - passed_over):
        pairs = zip(index.segments, met, strict=True)
        parts = [Part(s, rows := s.posting("with", body) & among, rows) for s, among in pairs]
        rhythm = cadence_of(parts, today)
        if rhythm.quiet_since:
            found.append(Quiet(body=body, cadence=rhythm))
    return tuple(sorted(found, key=lambda one: (-one.cadence.contacts, one.body))[:most])


def gaps(index: Index, series: str) -> tuple[Gap, ...]:
    """Stretches of missing ordinals of a series, from 1 to the highest there is. Raises NotFound."""
    known: dict[int, tuple[Segment, int]] = {}
    for segment, rows, _ in matching(index, Asked(series=(series,))):
        for place in rows:
            ordinal = int(segment.ordinal[place])
            if ordinal > 0:
                known.setdefault(ordinal, (segment, place))
    return tuple(_gaps_between(known))


def _gaps_between(known: Mapping[int, tuple[Segment, int]]) -> Iterator[Gap]:
    for earlier, later in pairwise([0, *sorted(known)]):
        if later > earlier + 1:
            after = recall_engagement(*known[earlier]) if earlier else None
            before = recall_engagement(*known[later])
            yield Gap(
                first=earlier + 1,
                last=later - 1,
                after=after,
                before=before,
                earliest=after.when.earliest if after else None,
                latest=before.when.latest,
            )
