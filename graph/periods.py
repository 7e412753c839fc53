"""Stretches of days: an asked period, the days that a date leaves, and what falls within which of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from graph.model import When


class Dated(Protocol):
    """Anything with a date: an engagement, a milestone."""

    @property
    def when(self) -> When: ...


@dataclass(frozen=True)
class Period:
    """First and last day; None leaves that end to the talks themselves."""

    first: date | None = None
    last: date | None = None


def known_days(when: When) -> tuple[date, date]:
    """The bounds of a date; of an open one, the end that is known."""
    first, _, last = when.edtf.partition("/")
    if last == "..":
        return when.earliest, when.earliest
    return (when.latest, when.latest) if first == ".." else (when.earliest, when.latest)


def starts_within(thing: Dated, period: tuple[date, date]) -> bool:
    """Whether the first known day of ``thing`` lies in ``period`` (both ends counted)."""
    return period[0] <= known_days(thing.when)[0] <= period[1]


def possibly_within(thing: Dated, period: Period) -> bool:
    """Whether ``thing`` possibly took place within an asked period (overlap, as in every list)."""
    after = period.first is None or thing.when.latest >= period.first
    return after and (period.last is None or thing.when.earliest <= period.last)
