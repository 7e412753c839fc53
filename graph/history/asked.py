"""A question about engagements, and what an answer to it is made of."""

from __future__ import annotations

from datetime import date
from typing import Literal

from graph.dates import Match
from graph.model import Engagement, Record, Text, When

Order = Literal["newest", "oldest"]


class Asked(Record):
    """Which engagements are wanted: all fields must hold, and in a field with several values any of them.

    ``with_`` is the exception: each of the bodies must have taken part, itself or one of its units (a bureau of the
    FTC is the FTC; the FTC is not its bureau). ``wanted`` keeps what may lie within, ``certain_only`` what surely does.
    ``q`` holds words as typed into the search box.
    """

    with_: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    organiser: tuple[str, ...] = ()
    wanted: When | None = None
    certain_only: bool = False
    q: str | None = None
    order: Order = "newest"


class Listed(Record):
    """An engagement in a list; ``match`` says how surely its date lies in the filter, where there is one."""

    engagement: Engagement
    match: Match | None = None


class FacetValue(Record):
    """A value of a field, and how many of the engagements found have it."""

    value: str
    count: int


class Coverage(Record):
    """What an answer is drawn from, and that nothing found means nothing in these sources.

    ``incomplete`` says which member lists, among those asked about, are known to end early.
    """

    documents: int
    engagements: int
    earliest: date | None
    latest: date | None
    incomplete: tuple[Text, ...]
    text: Text


class Found(Record):
    """A page of an answer. ``certain`` counts those whose dates surely lie in the filter (all, where there is none)."""

    edition: str
    coverage: Coverage
    total: int
    certain: int
    items: tuple[Listed, ...]
    next: str | None
    previous: str | None
    facets: dict[str, tuple[FacetValue, ...]]
