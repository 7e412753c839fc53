"""What was said at an engagement, told by several accounts: each statement once, with its words."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Account, Statement, Text
from graph.resolve.similarity import alike_text

# Below this the wordings of two statements of one type, by one body, at one meeting are two matters.
_ALIKE = 0.3


def join_statements(members: Sequence[Account]) -> tuple[Statement, ...]:
    """All statements of the accounts; the same matter told twice is one, and keeps the quote that it has."""
    joined: list[Statement] = []
    for account in members:
        of_others = list(joined)
        for statement in account.statements:
            match = _best_match(statement, of_others)
            if match is None:
                joined.append(statement)
            else:
                of_others.remove(match)
                joined[joined.index(match)] = _join(match, statement)
    return tuple(joined)


def _best_match(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    """The likeliest telling of the same matter, if any is alike enough. Each is taken once."""
    candidates = [other for other in others if (other.type, other.by) == (statement.type, statement.by)]
    best = max(candidates, key=lambda other: _likeness(other, statement), default=None)
    return best if best is not None and _likeness(best, statement) >= _ALIKE else None


def _likeness(first: Statement, second: Statement) -> float:
    shared = set(first.frameworks) & set(second.frameworks)
    return alike_text(first.about, second.about) + (0.2 if shared else 0.0)


def _join(first: Statement, second: Statement) -> Statement:
    quoted = first if first.quote else second
    return first.model_copy(
        update={
            "about": Text(en=first.about.en or second.about.en, ja=first.about.ja or second.about.ja),
            "frameworks": tuple(dict.fromkeys((*first.frameworks, *second.frameworks))),
            "topics": tuple(dict.fromkeys((*first.topics, *second.topics))),
            "quote": quoted.quote,
            "evidence": quoted.evidence if quoted.quote else first.evidence or second.evidence,
        }
    )
