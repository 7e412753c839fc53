"""The same-event reasoning: which accounts tell of one real engagement.

Evidence for "same": overlapping dates, compatible place, the same series and ordinal, shared bodies, a similar
name. Evidence against that always wins: another ordinal of the same series, dates or places that exclude each
other, talks with others, the same source telling of both as two. Unsure is for a person, never a merge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from graph.model import Account
from graph.resolve.kin import Kin
from graph.resolve.similarity import alike_text, overlap, same_days

#: The version of these rules: with others, accounts may be joined otherwise.
RESOLVER: Final = "meetings/0.2.0"
SAME: Final = 4.0
UNSURE: Final = 3.0

# A talk between a few bodies and a gathering of many are not the same event, even in one town and month.
_TALKS: Final = frozenset({"bilateral-meeting", "trilateral-meeting", "visit", "conference-call", "signing"})


@dataclass(frozen=True)
class Likeness:
    """How strongly two accounts speak of one event; ``score`` is None where something excludes it."""

    score: float | None

    @property
    def same(self) -> bool:
        """Sure enough to join them."""
        return self.score is not None and self.score >= SAME

    @property
    def unsure(self) -> bool:
        """A person has to decide."""
        return self.score is not None and UNSURE <= self.score < SAME


@dataclass(frozen=True)
class Grouping:
    """Accounts by real event, in the order of their first account; and pairs that a person has to look at."""

    groups: tuple[tuple[Account, ...], ...]
    unsure: tuple[tuple[Account, Account], ...]


Pairs = Sequence[tuple[int, int]]


def group(accounts: Sequence[Account], kin: Kin, same: Pairs = (), different: Pairs = ()) -> Grouping:
    """Join the accounts that tell of one event, the likeliest pairs first.

    ``same`` and ``different`` are what people decided of pairs, by their places in ``accounts``; a decision
    wins over every other reason. Two accounts of one source are else never joined: a source tells each event
    once.
    """
    apart = {frozenset(pair) for pair in different}
    pairs = [(inf, first, second) for first, second in same] + _candidate_pairs(accounts, kin)
    member_of = {index: {index} for index in range(len(accounts))}
    unsure: list[tuple[Account, Account]] = []
    for score, first, second in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        left, right = member_of[first], member_of[second]
        if left is right or any(frozenset((a, b)) in apart for a in left for b in right):
            continue
        if score != inf and not _may_join(accounts, left, right, kin):
            continue
        if score < SAME:
            unsure.append((accounts[first], accounts[second]))
            continue
        left |= right
        for index in right:
            member_of[index] = left
    ordered = [members for index, members in member_of.items() if index == min(members)]
    groups = tuple(tuple(accounts[index] for index in sorted(members)) for members in ordered)
    return Grouping(groups, tuple(unsure))


def _candidate_pairs(accounts: Sequence[Account], kin: Kin) -> list[tuple[float, int, int]]:
    """All pairs that may be one event with their scores; a sweep over dates keeps it near linear."""
    order = sorted(range(len(accounts)), key=lambda index: accounts[index].when.earliest)
    pairs: list[tuple[float, int, int]] = []
    open_: list[int] = []
    for index in order:
        earliest = accounts[index].when.earliest
        open_ = [other for other in open_ if accounts[other].when.latest >= earliest]
        for other in open_:
            likeness = compare(accounts[other], accounts[index], kin)
            if likeness.score is not None and likeness.score >= UNSURE:
                pairs.append((likeness.score, min(other, index), max(other, index)))
        open_.append(index)
    return pairs


def _may_join(accounts: Sequence[Account], left: set[int], right: set[int], kin: Kin) -> bool:
    return all(compare(accounts[a], accounts[b], kin).score is not None for a in left for b in right)


def compare(first: Account, second: Account, kin: Kin) -> Likeness:
    """How strongly two accounts speak of one event."""
    if _excluded(first, second, kin):
        return Likeness(None)
    score = 3 * alike_text(first.title, second.title)
    if first.series and first.series == second.series:
        score += 3 if first.ordinal and first.ordinal == second.ordinal else 2
    if same_days(first.when, second.when):
        score += 2
    elif "day" in (first.when.precision, second.when.precision):
        score += 0.5
    else:
        score += 0.8
    if first.place.country and first.place.country == second.place.country:
        score += 1
    if first.place.city and first.place.city == second.place.city:
        score += 0.5
    if first.kind == second.kind:
        score += 0.7
    return Likeness(score + 1.5 * _shared_bodies(first, second))


def _excluded(first: Account, second: Account, kin: Kin) -> bool:
    same_series = first.series is not None and first.series == second.series
    numbered = None not in (first.ordinal, second.ordinal)
    other_place = (
        bool(first.place.countries and second.place.countries)
        and not set(first.place.countries) & set(second.place.countries)
        and "online" not in (first.place.mode, second.place.mode)
    )
    return (
        first.source == second.source
        or not overlap(first.when, second.when)
        or (same_series and numbered and first.ordinal != second.ordinal)
        or other_place
        or (first.kind in _TALKS) != (second.kind in _TALKS)
        or (first.kind in _TALKS and not (same_series and numbered) and _with_others(first, second, kin))
    )


def _with_others(first: Account, second: Account, kin: Kin) -> bool:
    """Whether each tells of somebody whom the other does not, and they share nobody but whoever reports.

    On the margins of one conference a regulator meets several others on one day, under much the same title.
    A body that is not known by name may be anybody.
    """
    a, b = _bodies(first), _bodies(second)
    if None in a or None in b or not a or not b:
        return False
    ours, theirs = ({body for body in told if body} for told in (a, b))
    own, other = kin.without(ours, theirs), kin.without(theirs, ours)
    return bool(own and other) and len(ours - own) <= 1


def _bodies(account: Account) -> set[str | None]:
    return {participant.authority for participant in account.participants}


def _shared_bodies(first: Account, second: Account) -> float:
    """The share of bodies in common (Jaccard), 0 to 1."""
    a, b = ({body for body in _bodies(account) if body} for account in (first, second))
    return len(a & b) / len(a | b) if a | b else 0.0
