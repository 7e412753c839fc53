"""How far a change reaches: the accounts that may be joined otherwise because of it, or worded otherwise.

Accounts are tied where they may tell of one event, where a person said so, or where one sentence tells of both.
Everything that is worked out of accounts is worked out of those that are tied, directly or through others; so what
is not tied to anything that a change adds, alters or takes away stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.index import Index
from graph.ledger import Entry, Ledger
from graph.model import Account
from graph.resolve.decisions import Decision, apply, in_force
from graph.resolve.kin import Kin
from graph.resolve.marks import find
from graph.resolve.meetings import UNSURE, compare
from graph.resolve.statements import sentences
from graph.sources.facts import ReferenceFacts
from graph.sources.lookups import REFERENCE_DOCUMENT

Spot = tuple[str, int]
"""An account by its source and its place there."""


@dataclass(frozen=True)
class Reach:
    """The sources that changed, and the accounts of the others that are tied to them."""

    changed: frozenset[str]
    tied: frozenset[Spot]

    @property
    def entries(self) -> tuple[str, ...]:
        """The slugs of the entries concerned, documents and notes."""
        return tuple(sorted((self.changed | {source for source, _ in self.tied}) - {REFERENCE_DOCUMENT}))

    def has(self, source: str, place: int) -> bool:
        """Whether the account at a place of a source is concerned."""
        return source in self.changed or (source, place) in self.tied

    def facts(self, accounts: Iterable[Account]) -> tuple[Account, ...]:
        """Those of the accounts of reference facts that are concerned."""
        return tuple(account for place, account in enumerate(accounts) if self.has(REFERENCE_DOCUMENT, place))


def reach(index: Index, facts: ReferenceFacts, before: Ledger, after: Ledger, looked_at: Collection[str] = ()) -> Reach:
    """How far the change from one ledger to the other reaches; ``index`` is the internal one of the edition before.

    Sources that are ``looked_at`` count as changed, although nothing may be other in them.
    """
    changed = frozenset(after.by_slug.changed.keys() | _redecided(before, after) | set(looked_at))
    old, new = _Said(before, facts), _Said(after, facts)
    tied: set[Spot] = set()
    todo = [(source, place, account) for said in (old, new) for source in changed for place, account in said.of(source)]
    ties = _Ties(index, old, changed, Kin(facts.catalogue))
    while todo:
        source, place, account = todo.pop()
        said = new if source in changed else old
        for spot in {*ties.of(account), *old.joined_by_hand(source, place), *said.joined_by_hand(source, place)}:
            if spot[0] not in changed and spot not in tied:
                tied.add(spot)
                todo.append((*spot, old.account(spot)))
    return Reach(changed, frozenset(tied))


def decisions_within(decisions: Iterable[Decision], sources: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions in force that are about accounts of these sources alone."""
    known = {*sources, REFERENCE_DOCUMENT}
    return tuple(one for one in in_force(decisions) if all(mark.source in known for mark in one.marks))


def _redecided(before: Ledger, after: Ledger) -> set[str]:
    """The sources of which people decided otherwise."""
    old, new = ({one.id: one for one in in_force(ledger.decisions)} for ledger in (before, after))
    other = [one for id_, one in (old | new).items() if (id_ in old) != (id_ in new)]
    return {mark.source for decision in other for mark in decision.marks}


class _Said:
    """The accounts of one ledger as people decided, looked up by source."""

    def __init__(self, ledger: Ledger, facts: ReferenceFacts) -> None:
        self._ledger = ledger
        self._facts = tuple(facts.accounts)
        self._alone: dict[str, list[Decision]] = {}
        self._same: dict[str, list[Decision]] = {}
        for decision in in_force(ledger.decisions):
            kind = self._same if decision.verdict == "same" else self._alone
            for source in {mark.source for mark in decision.marks} if decision.verdict != "different" else ():
                kind.setdefault(source, []).append(decision)
        self.of = cache(self._of)

    def account(self, spot: Spot) -> Account:
        """The account at a spot."""
        return self.of(spot[0])[spot[1]][1]

    def joined_by_hand(self, source: str, place: int) -> Iterator[Spot]:
        """The accounts that a person said tell of the same event as this one."""
        for decision in self._same.get(source, ()):
            found = ((mark.source, find(mark, self._read(mark.source))) for mark in decision.marks)
            spots = [spot for of, account in found if (spot := self._spot(of, account))]
            if (source, place) in spots:
                yield from spots

    def _of(self, source: str) -> tuple[tuple[int, Account], ...]:
        decided = apply(self._read(source), self._alone.get(source, ()))
        return tuple(enumerate(decided.accounts))

    def _read(self, source: str) -> tuple[Account, ...]:
        if source == REFERENCE_DOCUMENT:
            return self._facts
        entry = self._ledger.entry(source)
        return entry.accounts if entry and entry.withdrawn is None else ()

    def _spot(self, source: str, account: Account | None) -> Spot | None:
        places = [place for place, one in enumerate(self._read(source)) if one is account]
        return (source, places[0]) if places else None


class _Ties:
    """What an account is tied to among the sources that did not change."""

    def __init__(self, index: Index, said: _Said, changed: frozenset[str], kin: Kin) -> None:
        self._index, self._said, self._changed = index, said, changed
        self._kin = kin

    def of(self, account: Account) -> Iterator[Spot]:
        """Accounts that may tell of the same event, and those of its own source that one sentence tells of too."""
        if account.status_review != "accepted":
            return
        documents = self._index.documents_between(account.when.earliest, account.when.latest)
        for source in {*documents, REFERENCE_DOCUMENT} - self._changed:
            for place, other in self._said.of(source):
                if other.status_review == "accepted" and _may_be_one(other, account, self._kin):
                    yield source, place
        words = sentences(account)
        for place, other in self._said.of(account.source) if words and account.source not in self._changed else ():
            if other.status_review == "accepted" and words & sentences(other):
                yield account.source, place


def _may_be_one(first: Account, second: Account, kin: Kin) -> bool:
    score = compare(first, second, kin).score
    return score is not None and score >= UNSURE


def entries_of(ledger: Ledger, reached: Reach) -> tuple[Entry, ...]:
    """The entries of a ledger that are concerned, in the order of the ledger."""
    found = [entry for slug in reached.entries if (entry := ledger.entry(slug))]
    return tuple(sorted(found, key=lambda entry: (entry.sort, entry.slug)))
