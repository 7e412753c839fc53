"""The overview of a long line of talks: all of it on one axis, numbered in the order of time, with a key below.

A figure that would need more than three panels is drawn so. Nothing is left out: every meeting, talk and milestone
has its number, its place in time and a line in the key; the tables bear the same numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from graph.model import Catalogue, Dialogue, Engagement, Milestone, When
from graph.periods import known_days
from visualizations.lettering import break_lines, shorten
from visualizations.nodes import lanes_of
from visualizations.picture import KeyLine, KeyYear, MarkKind, Tag
from visualizations.placing import spread
from visualizations.spans import Years
from visualizations.words import compact_date

TAG_WIDE: Final = 17.0
TAG_HIGH: Final = 15.0
#: A number stands at most so far aside from what it stands for, unless more than three rows would be needed.
MOST_ASIDE: Final = 20.0
MOST_ROWS: Final = 3
KEY_SIZE: Final = 10.0
KEY_LEADING: Final = 13.0
KEY_APART: Final = 3.5
YEAR_HIGH: Final = 24.0
MOST_KEY_LINES: Final = 4
KEY_COLUMNS: Final = 3
KEY_GAP: Final = 22.0
KEY_LEFT: Final = 12.0
KEY_SIGN: Final = 34.0
KEY_WHEN: Final = 78.0


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


def tag_rows(places: Collection[float], ends: tuple[float, float]) -> int:
    """How many rows of numbers it takes so that none stands far from its place."""
    ordered = sorted(places)
    least = max(ceil(len(ordered) * TAG_WIDE / (ends[1] - ends[0])), 1)
    for rows in range(least, MOST_ROWS + 1):
        aside = [
            abs(x - wanted)
            for row in range(rows)
            for x, wanted in zip(_spread(ordered[row::rows], ends), ordered[row::rows], strict=True)
        ]
        if max(aside, default=0) <= MOST_ASIDE:
            return rows
    return max(least, MOST_ROWS)


def _spread(places: Sequence[float], ends: tuple[float, float]) -> list[float]:
    return spread(places, [TAG_WIDE - 1] * len(places), 1, *ends)


def lay_tags(places: Mapping[str, float], known: Mapping[str, int], blank: Tag, ends: tuple[float, float]) -> list[Tag]:
    """The numbers of one kind in rows from the height of ``blank``, each as near to its place as the row allows.

    ``blank`` says of which kind they are and on which side of the lanes they stand.
    """
    ordered = sorted(places, key=lambda name: (places[name], known[name]))
    rows = tag_rows(places.values(), ends)
    tags = []
    for row in range(rows):
        names = ordered[row::rows]
        for name, x in zip(names, _spread([places[name] for name in names], ends), strict=True):
            y = blank.y + row * TAG_HIGH
            tags.append(replace(blank, number=known[name], x=x, y=y, target=places[name]))
    return tags


def lay_key(
    dialogue: Dialogue, known: Mapping[str, int], wide: float, language: str
) -> tuple[tuple[KeyLine, ...], tuple[KeyYear, ...], float]:
    """The key by years in columns read downwards, every name in full, and where it ends."""
    things: list[Engagement | Milestone] = [*dialogue.meetings, *dialogue.alongside, *dialogue.milestones]
    ordered = sorted((one for one in things if _name(one) in known), key=lambda one: known[_name(one)])
    column = (wide - 2 * KEY_LEFT - (KEY_COLUMNS - 1) * KEY_GAP) / KEY_COLUMNS
    meetings = {one.slug for one in dialogue.meetings}
    entries = [
        _Entry(
            known[_name(thing)],
            _kind(thing, meetings),
            known_days(thing.when)[0].year,
            _within_year(thing.when, language),
            _what_lines(thing, column - KEY_SIGN - KEY_WHEN, language),
        )
        for thing in ordered
    ]
    return _flowed(entries, column, language)


@dataclass(frozen=True)
class _Entry:
    """An entry of the key before it has its place."""

    number: int
    kind: MarkKind
    year: int
    when: str
    what: tuple[str, ...]

    def high(self) -> float:
        return len(self.what) * KEY_LEADING + KEY_APART


def _what_lines(thing: Engagement | Milestone, room: float, language: str) -> tuple[str, ...]:
    what = thing.what if isinstance(thing, Milestone) else thing.title
    return break_lines(what.in_language(language), room, KEY_SIZE, most=MOST_KEY_LINES)


def _within_year(when: When, language: str) -> str:
    """A date without the year that stands above it."""
    year, words = known_days(when)[0].year, compact_date(when, language)
    shorter = words.removeprefix(f"{year}.") if language == "ja" else words.removesuffix(f" {year}")
    return shorten(shorter, KEY_WHEN - 4, KEY_SIZE)


def _flowed(
    entries: Sequence[_Entry], column: float, language: str
) -> tuple[tuple[KeyLine, ...], tuple[KeyYear, ...], float]:
    """Down one column, then the next; a year that goes on in another column is named again there."""
    headings = len({entry.year for entry in entries}) + KEY_COLUMNS - 1
    room = (sum(entry.high() for entry in entries) + headings * YEAR_HIGH) / KEY_COLUMNS
    lines: list[KeyLine] = []
    years: list[KeyYear] = []
    at, y, lowest, year = 0, 0.0, 0.0, None
    for entry in entries:
        if y >= room and at < KEY_COLUMNS - 1:
            at, y, year = at + 1, 0.0, None
        x = KEY_LEFT + at * (column + KEY_GAP)
        if entry.year != year:
            year = entry.year
            years.append(KeyYear(Years().words(year, language), x, y + YEAR_HIGH - 7, column))
            y += YEAR_HIGH
        lines.append(KeyLine(entry.number, entry.kind, x, y + KEY_LEADING * 0.8, entry.when, entry.what))
        y += entry.high()
        lowest = max(lowest, y)
    return tuple(lines), tuple(years), lowest + 10


def _kind(thing: Engagement | Milestone, meetings: set[str]) -> MarkKind:
    if isinstance(thing, Milestone):
        return "milestone"
    return "meeting" if thing.slug in meetings else "talk"


def of_kind(tags: Sequence[Tag], kind: MarkKind) -> list[Tag]:
    """The numbers that stand for one kind of thing."""
    return [tag for tag in tags if tag.kind == kind]
