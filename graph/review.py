"""What waits for a person, and what a person decides of it.

Two sorts of things wait: an account that the extractor is unsure of, and a pair of accounts that may tell of
one event. Each has a short key that depends on content alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

from graph.build import Outcome, Run, publish_change
from graph.errors import BadInput, NotFound
from graph.iri import Iris, content_key
from graph.knowledge import Knowledge, know
from graph.ledger import Ledger, facts_folder, read_ledger
from graph.model import Account, Record, Text
from graph.reading import now_utc
from graph.resolve.decisions import Decision, Verdict, corrected, in_force
from graph.resolve.marks import Mark, find, mark_of
from graph.sources.facts import known_facts, reference_folder
from graph.store.dataset import Dataset
from graph.store.edition import Edition, read_edition

UNSURE_PAIR: Final = Text(
    en="These may tell of one event; a person has to say.", ja="同一の会合等である可能性があります。ご判断ください。"
)


class Item(Record):
    """One thing to decide: an account, or two that may be one event (``accounts`` has two then)."""

    key: str
    sort: Literal["account", "pair"]
    accounts: tuple[Account, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Queue:
    """What waits, what was decided (newest first), and decisions that fit nothing any more."""

    items: tuple[Item, ...]
    decisions: tuple[Decision, ...]
    unplaced: tuple[Decision, ...]


@dataclass(frozen=True)
class Verdicts:
    """A person's word on one item, or on two accounts named by their keys."""

    verdict: Verdict
    keys: tuple[str, ...]
    who: str
    reason: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)


def queue(dataset: Dataset, base: str) -> Queue:
    """What waits in the edition being served."""
    edition = dataset.edition()
    ledger = read_ledger(edition)
    known = _internal(edition, base)
    return Queue(tuple(_items(known, ledger)), tuple(reversed(ledger.decisions)), known.decided.unplaced)


def decide(dataset: Dataset, run: Run, said: Verdicts) -> Outcome:
    """Writes a decision down and publishes what follows from it.

    Raises ``NotFound`` for a key that names nothing, ``BadInput`` for a decision that does not fit.
    """

    def change(ledger: Ledger, _: Path) -> Ledger:
        known = _internal(dataset.edition(), run.base)
        return ledger.with_decision(_decision(said, known, ledger))

    return publish_change(dataset, change, run, note=f"review: {said.verdict}")


def undo(dataset: Dataset, run: Run, decision_id: str, reason: str = "") -> Outcome:
    """Takes a decision back. It stays in the record, with who took it back. Raises ``NotFound``."""

    def change(ledger: Ledger, _: Path) -> Ledger:
        if not any(decision.id == decision_id for decision in in_force(ledger.decisions)):
            raise NotFound(
                f"There is no decision {decision_id[:20]} in force; list them with: sankyoku review list --decided",
                f"有効な判断 {decision_id[:20]} はありません。sankyoku review list --decided で確認してください。",
            )
        back = Decision(verdict="undo", undoes=decision_id, who=run.who, at=now_utc(), reason=reason)
        return ledger.with_decision(back)

    return publish_change(dataset, change, run, note="review: undo")


def _internal(edition: Edition, base: str) -> Knowledge:
    return _kept(edition.path, base)


@lru_cache(maxsize=1)  # of an edition, which never changes, all pages of the queue ask for the same
def _kept(path: Path, base: str) -> Knowledge:
    edition = read_edition(path)
    facts = known_facts(facts_folder(edition) or reference_folder())
    return know(facts, read_ledger(edition), Iris(base))["internal"]


def _items(known: Knowledge, ledger: Ledger) -> Iterator[Item]:
    for account in known.decided.accounts:
        if account.status_review == "review":
            yield Item(key=mark_of(account).short, sort="account", accounts=(account,), reasons=account.reasons)
    apart = {_pair_key(*decision.marks) for decision in in_force(ledger.decisions) if decision.verdict == "different"}
    for first, second in known.resolved.unsure:
        key = _pair_key(mark_of(first), mark_of(second))
        if key not in apart:
            reasons = (f"{UNSURE_PAIR.en} / {UNSURE_PAIR.ja}",)
            yield Item(key=key, sort="pair", accounts=(first, second), reasons=reasons)


def _pair_key(*marks: Mark) -> str:
    return content_key(*sorted(mark.short for mark in marks), length=10)


def _decision(said: Verdicts, known: Knowledge, ledger: Ledger) -> Decision:
    marks = _marks(said, known, ledger)
    pair = said.verdict in ("same", "different")
    if pair != (len(marks) == 2):
        raise BadInput(
            f"{said.verdict} needs {'two accounts' if pair else 'one account'}.",
            f"{said.verdict} には{'二つ' if pair else '一つ'}の読取結果を指定してください。",
        )
    if said.verdict == "correct":
        account = find(marks[0], known.accounts)
        if account is not None:
            corrected(account, said.changes)
    return Decision(
        verdict=said.verdict, marks=marks, changes=dict(said.changes), who=said.who, at=now_utc(), reason=said.reason
    )


def _marks(said: Verdicts, known: Knowledge, ledger: Ledger) -> tuple[Mark, ...]:
    """The marks that the keys name: of accounts as they were read, so that they are found again."""
    items = {item.key: item for item in _items(known, ledger)}
    marks: list[Mark] = []
    for key in said.keys:
        item = items.get(key)
        if item is not None and item.sort == "pair":
            marks += [_as_read(account, known) for account in item.accounts]
        else:
            marks.append(_named(key, known))
    return tuple(marks)


def _as_read(decided: Account, known: Knowledge) -> Mark:
    """The mark of an account as it was read, of one that may have been corrected since."""
    place = next(i for i, account in enumerate(known.decided.accounts) if account is decided or account == decided)
    return mark_of(known.accounts[place])


def _named(key: str, known: Knowledge) -> Mark:
    """By the short key of an account, or the slug of an engagement that a single account makes."""
    for read, decided in zip(known.accounts, known.decided.accounts, strict=True):
        if key in (mark_of(read).short, mark_of(decided).short):
            return mark_of(read)
    members = known.resolved.accounts.get(key, ())
    if members:
        return _as_read(members[0], known)
    raise NotFound(
        f"There is nothing to review under {key[:40]}; list it with: sankyoku review list",
        f"{key[:40]} に当たる確認対象はありません。sankyoku review list で確認してください。",
    )
