"""Which words of a passage a reading rests on: what the page marks in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from graph.index.folding import folded
from graph.model import Account, Engagement

_SHORTEST: Final = 2


def words_behind(told: Iterable[Account | Engagement]) -> list[str]:
    """Titles, dates as written, names and posts of what was read, folded as ``graph.history.mark`` wants them."""
    forms = (_form(words) for one in told for words in _words(one) if words)
    return [form for form in dict.fromkeys(forms) if len(form) >= _SHORTEST]


def _words(one: Account | Engagement) -> Iterator[str | None]:
    yield one.title.ja
    yield one.title.en
    yield one.when.verbatim
    for participant in one.participants:
        yield participant.label
        if participant.post:
            yield participant.post.ja
            yield participant.post.en


@lru_cache(maxsize=4096)
def _form(words: str) -> str:
    return folded(words).strip()
