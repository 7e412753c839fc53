"""The overview of a long line of talks: all of it on one axis, numbered in the order of time, with a key below.

A figure that would need more than three panels is drawn so. Nothing is left out: every meeting, talk and milestone
has its number, its place in time and a line in the key; the tables bear the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from graph.model import Catalogue, Dialogue, Engagement, Milestone
from graph.periods import known_days
from visualizations.lettering import shorten
from visualizations.nodes import lanes_of
from visualizations.picture import KeyLine, MarkKind, Tag
from visualizations.placing import spread
from visualizations.words import compact_date

TAG_WIDE: Final = 17.0
TAG_HIGH: Final = 15.0
KEY_SIZE: Final = 10.0
KEY_LEADING: Final = 14.5
KEY_COLUMNS: Final = 3
KEY_GAP: Final = 14.0
KEY_LEFT: Final = 12.0
KEY_SIGN: Final = 34.0
KEY_WHEN: Final = 96.0


def numbers(dialogue: Dialogue, catalogue: Catalogue) -> dict[str, int]:
    """The number of every meeting, talk and milestone that is drawn, by slug or id, in the order of time."""
    drawn: list[Engagement | Milestone] = [*dialogue.meetings, *dialogue.milestones]
    drawn += [one for one in dialogue.alongside if lanes_of(one, dialogue, catalogue)]
    ordered = sorted(drawn, key=_time)
    return {_name(one): number for number, one in enumerate(ordered, start=1)}


def _name(thing: Engagement | Milestone) -> str:
    return thing.id if isinstance(thing, Milestone) else thing.slug


def _time(thing: Engagement | Milestone) -> tuple[int, int, int, str]:
    first, last = known_days(thing.when)
    ordinal = 0 if isinstance(thing, Milestone) else thing.ordinal or 0
    return first.toordinal(), last.toordinal(), ordinal, _name(thing)


def tag_rows(count: int, room: float) -> int:
    """How many rows of numbers it takes."""
    return max(ceil(count * TAG_WIDE / room), 1)


def lay_tags(
    places: dict[str, float], known: dict[str, int], kind: MarkKind, top: float, ends: tuple[float, float]
) -> list[Tag]:
    """The numbers of one kind in rows from ``top``, each as near to its place as the row allows."""
    ordered = sorted(places, key=lambda name: (places[name], known[name]))
    rows = tag_rows(len(ordered), ends[1] - ends[0])
    tags = []
    for row in range(rows):
        names = ordered[row::rows]
        xs = spread([places[name] for name in names], [TAG_WIDE - 1] * len(names), 1, *ends)
        tags += [
            Tag(known[name], kind, x, top + row * TAG_HIGH, places[name]) for name, x in zip(names, xs, strict=True)
        ]
    return tags


def lay_key(dialogue: Dialogue, known: dict[str, int], wide: float, language: str) -> tuple[tuple[KeyLine, ...], float]:
    """The key in columns read downwards, and where it ends."""
    things: list[Engagement | Milestone] = [*dialogue.meetings, *dialogue.alongside, *dialogue.milestones]
    ordered = sorted((one for one in things if _name(one) in known), key=lambda one: known[_name(one)])
    rows = ceil(len(ordered) / KEY_COLUMNS)
    column = (wide - 2 * KEY_LEFT - (KEY_COLUMNS - 1) * KEY_GAP) / KEY_COLUMNS
    meetings = {one.slug for one in dialogue.meetings}
    lines = []
    for index, thing in enumerate(ordered):
        what = thing.what.in_language(language) if isinstance(thing, Milestone) else thing.title.in_language(language)
        lines.append(
            KeyLine(
                known[_name(thing)],
                _kind(thing, meetings),
                KEY_LEFT + (index // rows) * (column + KEY_GAP),
                (index % rows + 0.75) * KEY_LEADING,
                shorten(compact_date(thing.when, language), KEY_WHEN - 4, KEY_SIZE),
                shorten(what, column - KEY_SIGN - KEY_WHEN, KEY_SIZE),
            )
        )
    return tuple(lines), rows * KEY_LEADING + 12


def _kind(thing: Engagement | Milestone, meetings: set[str]) -> MarkKind:
    if isinstance(thing, Milestone):
        return "milestone"
    return "meeting" if thing.slug in meetings else "talk"


def of_kind(tags: Sequence[Tag], kind: MarkKind) -> list[Tag]:
    """The numbers that stand for one kind of thing."""
    return [tag for tag in tags if tag.kind == kind]
