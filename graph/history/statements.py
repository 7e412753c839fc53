"""What was said and promised: statements with the strength of their wording, commitments with their state."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from graph.history.asked import Asked
from graph.history.cursors import bad_cursor, question_of, read_cursor, seal, unseal, write_cursor
from graph.history.finding import page_of
from graph.history.matching import Part, matching
from graph.index import Index
from graph.index.reading import recall_engagement
from graph.index.segment import Segment
from graph.index.segment_writing import STATES
from graph.model import Engagement, Record, Statement
from ontology.terms import CommitmentState, StatementType

_NO_DUE: Final = 2**31 - 1
_Key = tuple[int, int, int, int, int, str, int]
_FULFILLED: Final = STATES.index("fulfilled")
_WITHDRAWN: Final = STATES.index("withdrawn")


class Said(Record):
    """A statement and the engagement at which it was made, with its sources."""

    engagement: Engagement
    statement: Statement


class Statements(Record):
    """Statements, newest first. ``engagements`` counts those in which there is any such statement."""

    edition: str
    engagements: int
    items: tuple[Said, ...]
    next: str | None
    previous: str | None


class Commitment(Record):
    """A promise: the statement, who has to keep it, until when, its state (None: not told), whether that is past."""

    engagement: Engagement
    statement: Statement
    owner: str | None
    due: date | None
    state: CommitmentState | None
    overdue: bool


class Commitments(Record):
    """Commitments, the most urgent first. What is not told to be fulfilled or withdrawn counts as open."""

    edition: str
    total: int
    open: int
    overdue: int
    items: tuple[Commitment, ...]
    next: str | None


class Wanted(Record):
    """Which statements: of these types, by these bodies (empty: any)."""

    types: tuple[StatementType, ...] = ()
    by: tuple[str, ...] = ()


def statements(
    index: Index, asked: Asked, wanted: Wanted | None = None, *, limit: int = 50, cursor: str | None = None
) -> Statements:
    """Statements made at the engagements asked for: all of a page of at most ``limit`` engagements."""
    which = wanted or Wanted()
    parts = saying(index, matching(index, asked), which)
    at = read_cursor(cursor, asked) if cursor else None
    page = page_of(parts, asked.order, at, limit)
    return Statements(
        edition=index.edition,
        engagements=sum(len(part.rows) for part in parts),
        items=tuple(said_at(page.places, which, index)),
        next=write_cursor(page.next, asked) if page.next else None,
        previous=write_cursor(page.previous, asked) if page.previous else None,
    )


def saying(index: Index, parts: Iterable[Part], wanted: Wanted) -> list[Part]:
    """The rows in which there is such a statement."""
    found = []
    for segment, rows, _ in parts:
        types = wanted.types or segment.values("statement")
        if wanted.by:
            bodies = [unit for body in wanted.by for unit in index.lines["with"].below(body)]
            named = [segment.posting("said", body, kind) for body in bodies for kind in types]
        else:
            named = [segment.posting("statement", kind) for kind in types]
        kept = rows & BitMap.union(*named) if named else BitMap()
        found.append(Part(segment, kept, kept))
    return found


def said_at(places: Iterable[tuple[Segment, int]], wanted: Wanted, index: Index) -> Iterator[Said]:
    """The statements that are wanted of some engagements."""
    bodies = {unit for body in wanted.by for unit in index.lines["with"].below(body)}
    for place in places:
        engagement = recall_engagement(*place)
        for statement in engagement.statements:
            is_type = not wanted.types or statement.type in wanted.types
            if is_type and (not bodies or statement.by in bodies):
                yield Said(engagement=engagement, statement=statement)


class _Promises(NamedTuple):
    """The promises of some rows of a segment, in the order of the list."""

    segment: Segment
    place: NDArray[np.int32]
    statement: NDArray[np.int32]
    due: NDArray[np.int32]
    is_settled: NDArray[np.bool_]
    state: NDArray[np.uint8]

    def key(self, at: int) -> _Key:
        """What promises sort by: open before settled, then what is due first, then the order of time."""
        place, settled = int(self.place[at]), int(self.is_settled[at])
        return settled, int(self.due[at]), *self.segment.key(place), int(self.statement[at])


def commitments(
    index: Index,
    asked: Asked,
    today: date,
    *,
    states: Sequence[CommitmentState] = (),
    limit: int = 50,
    cursor: str | None = None,
) -> Commitments:
    """Commitments made at the engagements asked for; with ``states``, those in one of them (open: not told too).

    Raises as ``find`` does.
    """
    question = question_of(asked) + ",".join(states)
    after = _read_key(cursor, question) if cursor else None
    held = [_promises(index, part, states) for part in matching(index, asked)]
    found = _nearest(held, limit + 1, after)
    last, at = found[limit - 1] if len(found) > limit else (None, 0)
    following = seal(last.key(at), question) if last else None
    return _answer(index, held, found[:limit], today, following)


def commitments_of(index: Index, parts: Iterable[Part], today: date, most: int) -> Commitments:
    """The most urgent commitments of rows already found."""
    held = [_promises(index, part, ()) for part in parts]
    return _answer(index, held, _nearest(held, most, None), today, None)


def _read_key(cursor: str, question: str) -> _Key:
    settled, due, earliest, latest, ordinal, slug, statement = unseal(cursor, question, 7)
    numbers = [value for value in (settled, due, earliest, latest, ordinal, statement) if isinstance(value, int)]
    if len(numbers) < 6:
        raise bad_cursor()
    return (*numbers[:5], str(slug), numbers[5])  # type: ignore[return-value]  # five whole numbers


def _promises(index: Index, part: Part, states: Sequence[CommitmentState]) -> _Promises:
    segment = part.segment
    told = index.kept(f"{segment.name}/promises", lambda: _in_order(segment))
    member = np.zeros(segment.rows, dtype=bool)
    promising = part.rows & segment.posting("statement", "promised")
    member[np.frombuffer(promising.to_array(), dtype=np.uint32)] = True
    chosen = member[told.place]
    if states:
        wanted = np.isin(told.state, [STATES.index(state) for state in states])
        chosen &= wanted | ~told.is_settled if "open" in states else wanted
    place, number, due = told.place[chosen], told.statement[chosen], told.due[chosen]
    return _Promises(segment, place, number, due, told.is_settled[chosen], told.state[chosen])


def _in_order(segment: Segment) -> _Promises:
    """All promises of a segment in the order of the list, which that of any part of them follows."""
    place, number, state = segment.promise_place, segment.promise_statement, segment.promise_state
    settled = (state == _FULFILLED) | (state == _WITHDRAWN)
    due = np.where(segment.promise_due == 0, _NO_DUE, segment.promise_due)
    order = np.lexsort((number, place, due, settled))
    return _Promises(segment, place[order], number[order], due[order], settled[order], state[order])


def _nearest(held: Iterable[_Promises], most: int, after: _Key | None) -> list[tuple[_Promises, int]]:
    """The first promises, or the first ones beyond a key; merged from all segments."""
    runs = []
    for one in held:
        everything = range(len(one.place))
        start = bisect_right(everything, after, key=one.key) if after else 0
        runs.append([(one, at) for at in everything[start : start + most]])
    merged = heapq.merge(*runs, key=lambda found: found[0].key(found[1]))
    return [found for found, _ in zip(merged, range(most), strict=False)]


def _answer(
    index: Index, held: Sequence[_Promises], found: Iterable[tuple[_Promises, int]], today: date, following: str | None
) -> Commitments:
    day = today.toordinal()
    return Commitments(
        edition=index.edition,
        total=sum(len(one.place) for one in held),
        open=sum(int((~one.is_settled).sum()) for one in held),
        overdue=sum(int((~one.is_settled & (one.due < day)).sum()) for one in held),
        items=tuple(_commitment(one, at, day) for one, at in found),
        next=following,
    )


def _commitment(promises: _Promises, at: int, day: int) -> Commitment:
    engagement = recall_engagement(promises.segment, int(promises.place[at]))
    statement = engagement.statements[int(promises.statement[at])]
    due = int(promises.due[at])
    return Commitment(
        engagement=engagement,
        statement=statement,
        owner=statement.by,
        due=date.fromordinal(due) if due != _NO_DUE else None,
        state=statement.state,
        overdue=not promises.is_settled[at] and due < day,
    )
