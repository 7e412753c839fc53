"""What was said at an engagement, told by several accounts: each statement once, with its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.model import Account, Engagement, Statement, Text
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


def in_one_wording(engagements: Sequence[Engagement], members: Mapping[str, Sequence[Account]]) -> list[Engagement]:
    """The engagements, in which a sentence that tells of several of them says the same at each.

    Where one engagement's account in our own words was joined with such a sentence, those words (and the other
    language that they may have) stand at the others too.
    """
    known: dict[_Telling, Statement] = {}
    for engagement in engagements:
        read = [said for account in members[engagement.slug] for said in account.statements if said.quote]
        for said in read:
            match = _best_match(said, engagement.statements)
            if match is not None and match.about != said.about:
                known.setdefault(_telling(said), match)
    return [_reworded(engagement, known) for engagement in engagements]


def sentences(account: Account) -> frozenset[_Telling]:
    """The sentences of its document in which an account has somebody say something."""
    return frozenset(_telling(said) for said in account.statements if said.quote or said.evidence)


_Telling = tuple[str, str | None, str | None, str | None, str]


def _telling(said: Statement) -> _Telling:
    """A statement as one sentence of one document makes it."""
    place = f"{said.evidence.document} {said.evidence.start} {said.evidence.end}" if said.evidence else ""
    return said.type, said.by, said.about.en, said.about.ja, place


def _reworded(engagement: Engagement, known: Mapping[_Telling, Statement]) -> Engagement:
    told = [known.get(_telling(said)) for said in engagement.statements]
    if not any(told):
        return engagement
    statements = tuple(
        said if words is None else _join(words, said) for said, words in zip(engagement.statements, told, strict=True)
    )
    return engagement.model_copy(update={"statements": statements})


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
