"""Which words of a passage a reading rests on: what the page marks in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from graph.index.folding import folded
from graph.model import Account, Catalogue, Engagement

_SHORTEST: Final = 2


def words_behind(told: Iterable[Account | Engagement], catalogue: Catalogue) -> list[str]:
    """Titles, dates as written, names and posts of what was read, folded as ``graph.history.mark`` wants them."""
    forms = (_form(words) for one in told for words in (*_words(one), *_names(one, catalogue)) if words)
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


def _names(one: Account | Engagement, catalogue: Catalogue) -> Iterator[str | None]:
    """Everything that the bodies and the place are called."""
    for participant in one.participants:
        known = catalogue.authorities.get(participant.authority or "")
        if known:
            yield from (known.name.ja, known.name.en, known.short_name)
            yield from catalogue.aliases.get(f"authority:{known.id}", ())
    for code in one.place.countries:
        if code in catalogue.jurisdictions:
            yield catalogue.jurisdictions[code].name.ja
            yield catalogue.jurisdictions[code].name.en
    if one.place.city in catalogue.cities:
        yield catalogue.cities[one.place.city].ja
        yield one.place.city


@lru_cache(maxsize=4096)
def _form(words: str) -> str:
    return folded(words).strip()
