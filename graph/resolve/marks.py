"""How an account is recognised again when its document was read anew, perhaps by another extractor.

Titles and positions change with the extractor; the passage that tells of an event does not. So an account is
known by its document and the normal form of its passages; date, ordinal and title decide between accounts that
share a passage. Accounts of reference facts have an id of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph.iri import content_key
from graph.model import Account, Record
from graph.resolve.similarity import alike
from graph.text import key

_SAME_DATE = 2.0
_SAME_NUMBER = 2.0


class Mark(Record):
    """By what an account is known again. ``passages`` are keys of the words that tell of the event."""

    source: str
    id: str | None = None
    passages: tuple[str, ...] = ()
    when: str = ""
    ordinal: int | None = None
    title: str = ""

    @property
    def short(self) -> str:
        """A short name for people to type: depends on content alone."""
        told = (self.source, self.id, "|".join(self.passages), self.when, str(self.ordinal), self.title)
        return content_key(*told, length=10)


def mark_of(account: Account) -> Mark:
    """The mark of an account."""
    return Mark(
        source=account.source,
        id=account.id,
        passages=tuple(dict.fromkeys(_passage(e.quote, e.line_start, e.row) for e in account.evidence)),
        when=account.when.edtf,
        ordinal=account.ordinal,
        title=account.title.ja or account.title.en or "",
    )


def find(mark: Mark, accounts: Iterable[Account]) -> Account | None:
    """The account that ``mark`` stands for, or None where there is none, or several that fit equally well."""
    fitting = sorted(
        ((score, place, account) for place, account in enumerate(accounts) if (score := _fit(mark, account)) > 0),
        key=lambda one: (-one[0], one[1]),
    )
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return None
    return fitting[0][2]


def by_source(accounts: Sequence[Account]) -> dict[str, list[Account]]:
    """Accounts by the source that they come from."""
    found: dict[str, list[Account]] = {}
    for account in accounts:
        found.setdefault(account.source, []).append(account)
    return found


def _fit(mark: Mark, account: Account) -> float:
    """How well an account fits: 0 where it is of another source, has another id, or shares no passage."""
    if account.source != mark.source or account.id != mark.id:
        return 0.0
    if mark.id is not None:
        return 1.0
    other = mark_of(account)
    shared = len(set(mark.passages) & set(other.passages))
    if not shared:
        return 0.0
    score = shared / max(len(mark.passages), len(other.passages))
    score += _SAME_DATE * (mark.when == other.when) + _SAME_NUMBER * (mark.ordinal == other.ordinal)
    return score + alike(mark.title, other.title)


def _passage(quote: str | None, line: int | None, row: str | None) -> str:
    """The key of a passage: its words without widths, spaces and line ends; its place where there are no words."""
    return _words_key(quote) if quote else f"{line or ''}{row or ''}"


@lru_cache(maxsize=50_000)  # every account is asked for its mark several times
def _words_key(quote: str) -> str:
    return content_key(key(quote), length=12)
