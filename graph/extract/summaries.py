"""Sentences that sum up what others tell one by one: a journey, a half-year of talks. They are no event."""

from __future__ import annotations

from typing import Final

from graph.extract.draft import Draft
from graph.model import When

LONGEST: Final = 31


def without_summaries(drafts: list[Draft], period: When | None) -> list[Draft]:
    """The drafts that tell of one event each.

    Left out is a draft of prose that names neither a body nor a series where its time is the document's whole
    period, is longer than a month, or holds two events (or one on a single day of it) that are told by name.
    """
    return [
        draft for draft in drafts if not (_nameless(draft) and (_journey(draft) or _sums_up(draft, drafts, period)))
    ]


def _journey(draft: Draft) -> bool:
    """A visit of several days to countries, of which no body is named."""
    return draft.kind == "visit" and draft.when.earliest < draft.when.latest


def _nameless(draft: Draft) -> bool:
    return (
        draft.origin == "prose" and draft.status == "held" and draft.reading.series is None and not draft.reading.bodies
    )


def _sums_up(draft: Draft, drafts: list[Draft], period: When | None) -> bool:
    when = draft.when
    if period is not None and (when.earliest, when.latest) == (period.earliest, period.latest):
        return True
    if (when.latest - when.earliest).days > LONGEST:
        return True
    return any(_within(other.when, when) for other in drafts if other is not draft and not _nameless(other))


def _within(inner: When, outer: When) -> bool:
    inside = outer.earliest <= inner.earliest and inner.latest <= outer.latest
    return inside and outer.earliest < outer.latest
