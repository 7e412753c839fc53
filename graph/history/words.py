"""Words as typed into the search box: what is a date in them, and what is to be looked for."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from graph.dates import parse_filter
from graph.errors import BadDate, LimitExceeded
from graph.index.folding import folded
from graph.model import When

LONGEST_SEARCH: Final = 300
_MOST_WORDS: Final = 16
_DATE_WORDS: Final = 3
_FIRST_YEAR: Final = 1868
_LAST_YEAR: Final = 2200
_MAY_BE_DATE: Final = re.compile(r"\d{4}|[年月日]|[０-９]{4}")
_QUOTES: Final = re.compile("[\"'“”‘’「」『』、。，．()（）*:^?!<>{}\\[\\]|;=]+")


class Words(NamedTuple):
    """What was typed: the folded words, each of which has to be found, and the date, which has to be met."""

    words: tuple[str, ...]
    when: When | None

    @property
    def say_nothing(self) -> bool:
        """Whether there is nothing to look for: signs alone find nothing, rather than everything."""
        return not self.words and self.when is None


def words_of(typed: str) -> Words:
    """Take typed words apart. Signs that mean something to search engines mean nothing here.

    Raises LimitExceeded for more than 300 signs.
    """
    if len(typed) > LONGEST_SEARCH:
        raise LimitExceeded(
            "search_length",
            LONGEST_SEARCH,
            f"A search may have {LONGEST_SEARCH} characters; this one has {len(typed):,}. Use fewer words.",
            f"検索語は{LONGEST_SEARCH}文字までです（入力は{len(typed):,}文字）。語を減らしてください。",
        )
    pieces = typed.replace("\x00", " ").encode("utf-8", "replace").decode().split()
    when, left = _date_in(pieces)
    plain = (folded(piece) for piece in _QUOTES.sub(" ", " ".join(left)).split())
    words = dict.fromkeys(word for piece in plain for word in piece.split() if any(map(str.isalnum, word)))
    return Words(tuple(words)[:_MOST_WORDS], when)


def _date_in(pieces: list[str]) -> tuple[When | None, list[str]]:
    """The first date among the words, up to three words long (29 May 2019), and the words around it."""
    for length in range(min(_DATE_WORDS, len(pieces)), 0, -1):
        for start in range(len(pieces) - length + 1):
            when = _date(" ".join(pieces[start : start + length]))
            if when:
                return when, pieces[:start] + pieces[start + length :]
    return None, pieces


def _date(words: str) -> When | None:
    if not _MAY_BE_DATE.search(words):
        return None
    try:
        when = parse_filter(words)
    except BadDate:
        return None
    ends = (end.year for end in (when.earliest, when.latest) if end not in (date.min, date.max))
    return when if all(_FIRST_YEAR <= year <= _LAST_YEAR for year in ends) else None
