"""The boxes of words that belong to meetings, talks and milestones, laid side by side without overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph.model import Catalogue, Engagement, Milestone
from visualizations.lettering import balanced_lines
from visualizations.picture import Callout, Marker, Node
from visualizations.placing import spread
from visualizations.timeaxis import TimeAxis
from visualizations.words import label, place_words, say, short_title, when_words

HEADING_SIZE: Final = 11.0
DETAIL_SIZE: Final = 10.5
LEADING: Final = 15.0
GAP: Final = 8.0
PADDING: Final = 14.0
MEETING_WIDE: Final = 120.0
TALK_WIDE: Final = 172.0
#: Narrower than this, a box keeps its heading alone; the details are in the table.
LEAST_WITH_DETAILS: Final = 84.0


@dataclass(frozen=True)
class Wording:
    """Where the words of a box come from: names, language, and the series in which an ordinal is name enough."""

    catalogue: Catalogue
    language: str
    series: str


def callout_high(callout: Callout) -> float:
    """The height of a box."""
    return (len(callout.heading) + len(callout.details)) * LEADING + 8


def row_high(callouts: Sequence[Callout]) -> float:
    """The height of the tallest box of a row; 0 for an empty row."""
    return max((callout_high(one) for one in callouts), default=0)


def box_wide(count: int, wished: float, axis: TimeAxis) -> float:
    """How wide each of ``count`` boxes may be to stand in one row."""
    return min(wished, (axis.right - axis.left + GAP) / max(count, 1) - GAP)


def of_engagement(item: Engagement, node: Node, wide: float, said: Wording) -> Callout:
    """What is said at a node: its name, when, where and how. ``left`` is filled in by ``lay``."""
    room = wide - PADDING
    catalogue, language = said.catalogue, said.language
    heading = balanced_lines(short_title(item, said.series, language), room, HEADING_SIZE, most=7, bold=True)
    words = [when_words(item.when, language), place_words(item.place, catalogue, language)]
    if item.status != "held":
        words.append(say(language, "（{}）", "({})").format(label("status", item.status, language)))
    details = [line for one in words for line in balanced_lines(one, room, DETAIL_SIZE, most=2)]
    return _callout(item.slug, node.x, wide, heading, details)


def of_milestone(milestone: Milestone, marker: Marker, wide: float, language: str) -> Callout:
    """What is said at a milestone: when, and what happened."""
    room = wide - PADDING
    heading = balanced_lines(when_words(milestone.when, language), room, HEADING_SIZE, most=2, bold=True)
    details = balanced_lines(milestone.what.in_language(language), room, DETAIL_SIZE, most=4)
    return _callout(milestone.id, marker.x, wide, heading, details)


def _callout(slug: str, target: float, wide: float, heading: Sequence[str], details: Sequence[str]) -> Callout:
    kept = tuple(details) if wide >= LEAST_WITH_DETAILS else ()
    return Callout(slug, target - wide / 2, wide, tuple(heading), kept, target)


def lay(callouts: Sequence[Callout], axis: TimeAxis) -> tuple[Callout, ...]:
    """The boxes in the order of what they belong to, moved apart as little as possible."""
    ordered = sorted(callouts, key=lambda one: (one.target, one.slug))
    centres = spread([one.target for one in ordered], [one.wide for one in ordered], GAP, axis.left, axis.right)
    return tuple(
        Callout(one.slug, centre - one.wide / 2, one.wide, one.heading, one.details, one.target)
        for one, centre in zip(ordered, centres, strict=True)
    )
