"""Where a talk was that is told to have been beside a gathering, on its margins or eve, or on a journey."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from graph.extract.draft import Draft
from graph.model import Place

_BESIDE: Final = re.compile(
    r"\b(?:margins?|sidelines?|fringes?|eve)\b(?:\s+of\b|,|$)|\b(?:prior\s+to|ahead\s+of|before|after|alongside|during)"
    r"\s+(?:the|this)\s+(?:meeting|conference|forum|assembly|roundtable|summit|plenary|event)\b"
    r"|\b(?:used|during)\s+(?:his|her|their|our|the)\s+(?:stay|visit|trip)\b|\bwhile\s+(?:there|in)\b",
    re.IGNORECASE,
)
_DAY: Final = timedelta(days=1)


def beside(words: str) -> bool:
    """Whether words place a talk beside a gathering."""
    return bool(_BESIDE.search(words))


def at_gathering(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A talk without a place of its own, in the place of the one gathering on whose days, or next to them, it was."""
    if _placed(draft) or draft.reading.series or draft.when.precision != "day":
        return draft
    hosts = {one.place.country: one.place for one in drafts if _gathered(one, draft)}
    if len(hosts) != 1:
        return draft
    place = next(iter(hosts.values()))
    return replace(
        draft, place=Place(country=place.country, countries=place.countries, city=place.city, mode="in-person")
    )


def on_journey(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A talk without a place of its own, on a day of the one journey of several days that was told before."""
    if (
        _placed(draft)
        or not draft.reading.talk
        or not draft.own
        or draft.status != "held"
        or draft.when.precision != "day"
    ):
        return draft
    journeys = [one.place for one in drafts if _travelled(one, draft)]
    return replace(draft, place=journeys[0]) if len(journeys) == 1 else draft


def _placed(draft: Draft) -> bool:
    """Whether a talk has a place, or needs none."""
    return bool(draft.place.countries) or draft.place.mode != "unknown" or draft.kind == "conference-call"


def _travelled(one: Draft, talk: Draft) -> bool:
    inside = one.when.earliest <= talk.when.earliest and talk.when.latest <= one.when.latest
    days = one.when.precision == "day" and one.when.earliest < one.when.latest
    return inside and days and one.kind == "visit" and one.status == "held" and one.place.country is not None


def _gathered(one: Draft, talk: Draft) -> bool:
    near = one.when.earliest - _DAY <= talk.when.earliest and talk.when.latest <= one.when.latest + _DAY
    known = one.place.country is not None and one.place.mode in ("in-person", "hybrid")
    return near and known and one.reading.series is not None and one.when.precision == "day"
