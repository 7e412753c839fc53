"""Who of several bodies met on which of several days."""

from __future__ import annotations

import re
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import Named
from graph.extract.english.told import Told
from graph.extract.names import Reading
from graph.model import When

RESPECTIVELY: Final = re.compile(r"\brespectively\b|\bin turn\b")
_SEPARATE: Final = re.compile(
    r"\bseparate(?:ly)?\b|\bindividually\b|\bin turn\b|\brespectively\b|\beach of\b|\bone-on-one\b"
    r"|\bbilateral meetings\b"
)


def groups_of(told: Told, reading: Reading, days: list[FoundDate]) -> list[tuple[tuple[Named, ...], When]]:
    """Who met when: visits to several bodies are several, as are meetings said to be separate."""
    apart = len(told.bodies) > 1 and reading.series is None
    objects = tuple(one for one in told.bodies if one not in told.subjects) or told.bodies
    apart = apart and len(objects) > 1 and (reading.kind == "visit" or bool(_SEPARATE.search(told.text)))
    if not apart:
        return [(reading.bodies, day.when) for day in days]
    if len(days) == len(objects):
        return [((body,), day.when) for body, day in zip(objects, days, strict=True)]
    spread = _each_day(days[0].when, len(objects)) if RESPECTIVELY.search(told.text) else None
    if spread:
        return [((body,), when) for body, when in zip(objects, spread, strict=True)]
    return [((body,), day.when) for day in days for body in objects]


def _each_day(when: When, count: int) -> list[When] | None:
    """The days of a span, where there are as many as bodies."""
    days = (when.latest - when.earliest).days + 1
    if when.precision != "day" or days != count:
        return None
    points = [when.earliest.fromordinal(when.earliest.toordinal() + step) for step in range(days)]
    return [when.model_copy(update={"edtf": day.isoformat(), "earliest": day, "latest": day}) for day in points]
