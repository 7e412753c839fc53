"""What people decided: records of their own that are applied anew whenever anything is read again.

A decision names what it is about by content (see ``marks.py``), so it holds when the extractor changes. It is
never erased: undoing it is a decision too. Applied in the order in which they were made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from pydantic import Field, ValidationError

from graph.errors import BadInput
from graph.iri import content_key
from graph.model import Account, Record
from graph.resolve.marks import Mark, by_source, find

Verdict = Literal["accept", "reject", "correct", "same", "different", "undo"]
CORRECTABLE: Final = (
    "title",
    "kind",
    "status",
    "when",
    "place",
    "series",
    "ordinal",
    "level",
    "participants",
    "frameworks",
    "topics",
    "statements",
    "note",
)


class Decision(Record):
    """One decision: ``marks`` is the account (or the two accounts) it is about; ``undoes`` another decision's id."""

    verdict: Verdict
    marks: tuple[Mark, ...] = ()
    changes: dict[str, Any] = Field(default_factory=dict)
    undoes: str | None = None
    who: str
    at: datetime
    reason: str = ""

    @property
    def id(self) -> str:
        """The decision's own id, from its content."""
        marks = "|".join(mark.short for mark in self.marks)
        return content_key(self.verdict, marks, self.undoes, self.who, self.at.isoformat(), length=10)


@dataclass(frozen=True)
class Decided:
    """Accounts after all decisions, the pairs that must and must not be one event, and what no longer fits."""

    accounts: tuple[Account, ...]
    same: tuple[tuple[int, int], ...] = ()
    different: tuple[tuple[int, int], ...] = ()
    unplaced: tuple[Decision, ...] = ()
    decided: frozenset[int] = field(default_factory=frozenset)


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not undone, in order."""
    made = list(decisions)
    undone: set[str] = set()
    for decision in reversed(made):
        if decision.verdict == "undo" and decision.id not in undone and decision.undoes:
            undone.add(decision.undoes)
    return [one for one in made if one.verdict != "undo" and one.id not in undone]


def apply(accounts: Sequence[Account], decisions: Iterable[Decision]) -> Decided:
    """The accounts as people decided. A decision that fits nothing any more is kept and told as unplaced."""
    current = list(accounts)
    homes = by_source(accounts)
    places = {id(account): place for place, account in enumerate(accounts)}
    same: list[tuple[int, int]] = []
    different: list[tuple[int, int]] = []
    unplaced: list[Decision] = []
    decided: set[int] = set()
    for decision in in_force(decisions):
        found = [find(mark, homes.get(mark.source, ())) for mark in decision.marks]
        at = [places[id(account)] for account in found if account is not None]
        if not at or len(at) < len(decision.marks):
            unplaced.append(decision)
            continue
        if decision.verdict == "same":
            same += [(at[0], other) for other in at[1:]]
        elif decision.verdict == "different":
            different += [(at[0], other) for other in at[1:]]
        else:
            current[at[0]] = judged(current[at[0]], decision)
            decided.add(at[0])
    return Decided(tuple(current), tuple(same), tuple(different), tuple(unplaced), frozenset(decided))


def judged(account: Account, decision: Decision) -> Account:
    """One account as accepted, rejected or corrected. Raises ``BadInput`` where a correction does not fit."""
    if decision.verdict == "reject":
        return account.model_copy(update={"status_review": "rejected"})
    changed = corrected(account, decision.changes) if decision.verdict == "correct" else account
    return changed.model_copy(update={"status_review": "accepted", "reasons": (), "confidence": 1.0})


def corrected(account: Account, changes: Mapping[str, Any]) -> Account:
    """The account with ``changes``, checked as any account is."""
    unknown = [name for name in changes if name not in CORRECTABLE]
    if unknown:
        raise BadInput(
            f"{', '.join(unknown)} cannot be corrected; these can: {', '.join(CORRECTABLE)}.",
            f"{'、'.join(unknown)} は訂正できません。訂正できる項目：{', '.join(CORRECTABLE)}",
        )
    told = account.model_dump(mode="json") | dict(changes)
    try:
        return Account.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(
            f"The correction does not fit: {where}: {first['msg']}.",
            f"訂正の内容が正しくありません：{where}（{first['msg']}）。",
        ) from error
