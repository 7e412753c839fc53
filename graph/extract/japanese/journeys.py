"""Where one was for several days, and the meetings of those days that are told without a place of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate
from graph.extract.draft import Draft
from graph.extract.japanese.locations import location
from graph.extract.japanese.stretches import stay_of
from graph.extract.setting import Setting
from graph.model import Place, When

_TO_JAPAN: Final = re.compile(r"来日し|訪日し|日本を?(?:公式)?(?:訪問|訪れ)")
_TRAVELLED: Final = re.compile(r"を(?:公式)?(?:訪問|訪れ)|に(?:出張|渡航|派遣)|へ(?:出張|渡航|派遣)")


@dataclass(frozen=True)
class Journey:
    """The days, or the month, that one was in a place."""

    when: When
    place: Place


def journey_of(text: str, dates: list[FoundDate], setting: Setting) -> Journey | None:
    """What a sentence says of days spent in one country: 4日から6日までペルーを訪問, 上旬に米国を訪問."""
    months = [one.when for one in dates if one.when.precision == "month"] if _TRAVELLED.search(text) else []
    when = stay_of(dates) or (months[0] if len(months) == len(dates) == 1 else None)
    if when is None:
        return None
    if _TO_JAPAN.search(text):
        return Journey(when, Place(country="JP", countries=("JP",), mode="in-person"))
    place = location(text, 0, len(text), setting)
    return Journey(when, place) if place and place.country and place.mode == "in-person" else None


def placed(draft: Draft, journeys: Sequence[Journey]) -> Draft:
    """A meeting of prose without a place, on a day of one journey, took place where that led."""
    if draft.origin != "prose" or draft.place != Place() or draft.when.precision != "day":
        return draft
    around = [one for one in journeys if _within(draft.when, one.when)]
    places = {one.place.country: one.place for one in around}
    return replace(draft, place=next(iter(places.values()))) if len(places) == 1 else draft


def _within(day: When, days: When) -> bool:
    inside = days.earliest <= day.earliest and day.latest <= days.latest
    return inside and (day.earliest, day.latest) != (days.earliest, days.latest)
