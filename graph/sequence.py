"""The order of the meetings of a dialogue, and which led to which. The rules stand in ``graph.dialogue``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from graph.model import Engagement
from graph.periods import known_days

#: How long before the first meeting talks and milestones belong to its story, and how far a talk may lead.
BEFORE: Final = timedelta(days=183)
#: How far one meeting leads to the next of a series whose meetings have no numbers.
UNNUMBERED: Final = timedelta(days=366)


def in_order(engagement: Engagement) -> tuple[str, int, str, str]:
    """By first possible day, ordinals deciding between meetings of one month."""
    when = engagement.when
    return when.earliest.isoformat(), engagement.ordinal or 0, when.latest.isoformat(), engagement.slug


def led_to(meetings: Sequence[Engagement], beside: Sequence[Engagement]) -> list[tuple[str, str]]:
    """Talks to meetings first, then one meeting after the other."""
    held = [one for one in meetings if one.status != "cancelled"]
    found = []
    for talk in beside:
        ended, near = known_days(talk.when)[1], known_days(talk.when)[1] + BEFORE
        later = (one for one in held if ended < known_days(one.when)[0] <= near)
        first = min(later, key=in_order, default=None)
        if first and talk.status == "held":
            found.append((talk.slug, first.slug))
    for series in dict.fromkeys(one.series for one in (*held, *beside) if one.series):
        found.extend(_chain([one for one in (*held, *beside) if one.series == series and one.status != "cancelled"]))
    return found


def _chain(members: Sequence[Engagement]) -> list[tuple[str, str]]:
    """Each to the one with the next ordinal; those without an ordinal in the order of time."""
    ordered = sorted(members, key=in_order)
    plain = [one for one in ordered if one.ordinal is None]
    numbered: dict[int, Engagement] = {}
    for one in ordered:
        if one.ordinal is not None:
            numbered.setdefault(one.ordinal, one)
    chained = [(one, numbered[ordinal + 1]) for ordinal, one in sorted(numbered.items()) if ordinal + 1 in numbered]
    followed = (pair for pair in pairwise(plain) if known_days(pair[0].when)[1] < known_days(pair[1].when)[0])
    near = (
        (first, second)
        for first, second in followed
        if known_days(second.when)[0] - known_days(first.when)[1] <= UNNUMBERED
    )
    steps = [*chained, *near]
    return [(first.slug, second.slug) for first, second in steps if in_order(first) < in_order(second)]
