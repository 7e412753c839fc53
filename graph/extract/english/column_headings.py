"""The headings of an English table in the words of the trade: Date, Who, Purpose; Dates of trip, Destination, Cost."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.headers import Column, Header

_TOKEN: Final = re.compile(r"\S+(?: \S+)*")
_WORD: Final = re.compile(r"[a-z]+")
_WHOM: Final = (
    "who whom with partner partners counterpart counterparts organisation organization authority body visitor visitors"
)
_WORDS: Final[tuple[tuple[Column, str], ...]] = (
    ("date", "date dates when day"),
    ("name", f"{_WHOM} activity event meeting engagement what"),
    ("place", "place where venue location city country how destination destinations"),
    ("mode", "format mode"),
    ("host", "host organiser organizer"),
    ("note", "purpose topic topics subject agenda remarks notes note lead"),
    ("sort", "cost costs total type status"),
)
_HEADINGS: Final[dict[str, Column]] = {word: column for column, words in _WORDS for word in words.split()}
# What a heading is of: purpose of meeting, dates of trip, name of organisation.
_OF: Final = re.compile(r"^(?P<what>[a-z]+)\s+of\s+(?:the\s+)?(?P<whose>[a-z]+)")
_MONTH_DAY: Final = re.compile(r"\bMonth\s{2,}Days?\b", re.IGNORECASE)
_GIFTS: Final = re.compile(r"\b(?:hospitality|gifts?)\b", re.IGNORECASE)
_TRIP: Final = ("destination", "destinations")
_FEWEST: Final = 3


def column_headings(raw: str) -> Header | None:
    """A line of headings as columns; None where one is not known, or none tells the day or whom one met.

    Month and Day side by side are one column. Where a destination is told, who travelled is no counterpart, and the
    purpose says what the trip was for.
    """
    hits = list(_TOKEN.finditer(_MONTH_DAY.sub(lambda hit: "Date" + " " * (len(hit.group()) - 4), raw)))
    words = [hit.group().strip(" :").lower() for hit in hits]
    trip = len(words) >= _FEWEST and any(one in _TRIP for one in words)
    columns = [_column(one, trip=trip) for one in words]
    known: list[Column] = [one for one in columns if one is not None]
    if _GIFTS.search(raw) or len(known) < len(hits) or known.count("date") != 1 or known.count("name") != 1:
        return None
    whom = bool(set(_WORD.findall(words[known.index("name")])) & set(_WHOM.split()))
    return Header(tuple(known), 1, whom, tuple(hit.start() for hit in hits))


def _column(words: str, *, trip: bool) -> Column | None:
    hit = _OF.match(words)
    first = hit["whose"] if hit and hit["what"] == "name" else hit["what"] if hit else words
    column = _HEADINGS.get(first)
    if trip and column in ("name", "note"):
        return "name" if column == "note" and first == "purpose" else "own"
    return ("sort" if trip else None) if column is None else column
