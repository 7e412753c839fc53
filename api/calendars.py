"""A list of engagements as a calendar (RFC 5545).

It never invents a day: an imprecise date covers all of its days and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from api.downloads import label, names_of
from graph.dates import era
from graph.model import Catalogue, Engagement


def to_ics(engagements: Iterable[Engagement], catalogue: Catalogue, name: str, language: str) -> bytes:
    """A calendar of the list (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Sankyoku//Engagements//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for engagement in engagements:
        calendar.add_component(_event(engagement, catalogue, language))
    return bytes(calendar.to_ical())


def _event(engagement: Engagement, catalogue: Catalogue, language: str) -> Event:
    event = Event()
    when, title = engagement.when, engagement.title.in_language(language)
    exact = when.precision == "day"
    shown = title if exact else f"{title}（{era(when, 'ja')}）" if language == "ja" else f"{title} ({era(when, 'en')})"
    event.add("uid", f"{engagement.slug}@sankyoku")
    event.add("dtstamp", datetime(when.earliest.year, when.earliest.month, when.earliest.day, tzinfo=UTC))
    event.add("summary", shown)
    event.add("dtstart", when.earliest)
    event.add("dtend", when.latest + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", {"cancelled": "CANCELLED", "planned": "TENTATIVE"}.get(engagement.status, "CONFIRMED"))
    event.add("url", engagement.id)
    where = ", ".join(names_of(engagement.place.countries, catalogue.jurisdictions, language))
    if where:
        event.add("location", where)
    told = [label("kind", engagement.kind, language), *(f"{one.locator}" for one in engagement.sources)]
    event.add("description", "\n".join(told))
    return event
