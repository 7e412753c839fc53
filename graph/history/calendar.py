"""A month of the calendar: which meetings lie on which day, and which of the month's have no day."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from graph.dates import from_edtf
from graph.history.asked import Asked
from graph.history.finding import find
from graph.index import Index
from graph.model import Engagement, Record

#: As many meetings as one month shows.
MOST = 200


class Day(Record):
    """A day of a grid; days of the months beside it fill its weeks."""

    day: date
    of_month: bool
    engagements: tuple[Engagement, ...]


class Month(Record):
    """A month as weeks of seven days. ``undated`` may lie on any of its days; ``total`` counts both."""

    first: date
    total: int
    weeks: tuple[tuple[Day, ...], ...]
    undated: tuple[Engagement, ...]

    @property
    def before(self) -> date:
        """The first day of the month before."""
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        """The first day of the month after."""
        return (self.first + timedelta(days=31)).replace(day=1)


def month(index: Index, day: date, *, sunday_first: bool = False) -> Month:
    """The month in which ``day`` lies."""
    first = day.replace(day=1)
    found = find(index, Asked(wanted=from_edtf(f"{first:%Y-%m}"), order="oldest"), limit=MOST, facets=False)
    engagements = [one.engagement for one in found.items]
    dated = [one for one in engagements if one.when.precision == "day"]
    weeks = calendar.Calendar(6 if sunday_first else 0).monthdatescalendar(first.year, first.month)
    return Month(
        first=first,
        total=found.total,
        weeks=tuple(tuple(_day(each, first, dated) for each in week) for week in weeks),
        undated=tuple(one for one in engagements if one.when.precision != "day"),
    )


def month_to_show(index: Index, today: date) -> date:
    """The month of today; where it has no meeting, that of the next one, else that of the last one."""
    here = from_edtf(f"{today:%Y-%m}")
    asked: tuple[tuple[Asked, Callable[[Engagement], date]], ...] = (
        (Asked(wanted=here), lambda _: today),
        (Asked(wanted=from_edtf(f"{today.isoformat()}/.."), order="oldest"), lambda one: one.when.earliest),
        (Asked(wanted=from_edtf(f"../{today.isoformat()}")), lambda one: one.when.latest),
    )
    for question, chosen in asked:
        items = find(index, question, limit=1, facets=False).items
        if items:
            return chosen(items[0].engagement)
    return today


def _day(day: date, first: date, dated: list[Engagement]) -> Day:
    own = day.month == first.month
    on = tuple(one for one in dated if own and one.when.earliest <= day <= one.when.latest)
    return Day(day=day, of_month=own, engagements=on)
