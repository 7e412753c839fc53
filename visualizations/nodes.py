"""The nodes of a dialogue figure: which lanes they span, where they stand in time, what led to what.

An imprecise date is a hatched stretch over the lanes of those who met; where the node stands within it says
nothing but the order of numbered meetings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.model import Catalogue, Dialogue, Engagement, When
from graph.parties import parties_at
from graph.periods import known_days
from visualizations.panels import Stretch
from visualizations.picture import Arrow, Lane, Node, NodeKind, Uncertain
from visualizations.placing import slots, spread, tracks
from visualizations.timeaxis import TimeAxis
from visualizations.words import when_words

LANE_GAP: Final = 54.0
LANE_PAD: Final = 17.0
NODE_GAP: Final = 34.0
LEAST_GAP: Final = 7.0
NODE_MARGIN: Final = 15.0
TRACK_OFFSETS: Final = (0.0, -11.0, 11.0, -5.5, 5.5, -16.5, 16.5)


def is_exact(when: When) -> bool:
    """Whether the days themselves are known (a range of known days is exact)."""
    return when.precision == "day" and ".." not in when.edtf


def lanes_of(engagement: Engagement, dialogue: Dialogue, catalogue: Catalogue) -> tuple[int, ...]:
    """The lanes of those known to have taken part.

    A meeting of a series with fixed parties of whom fewer than two are known to have come spans all of them, and
    so does, as an empty outline, a meeting of which nobody is known.
    """
    lanes = parties_at(engagement, dialogue.parties, catalogue)
    if any(meeting.slug == engagement.slug for meeting in dialogue.meetings):
        whole = not lanes or (len(lanes) < 2 and bool(dialogue.series.parties))
        return tuple(range(max(len(dialogue.parties), 1))) if whole else lanes
    return lanes


def known_to_have_come(engagement: Engagement, dialogue: Dialogue, catalogue: Catalogue) -> bool:
    """Whether the lanes of an engagement are known: from its participants, or because the parties are fixed."""
    return bool(dialogue.series.parties) or bool(parties_at(engagement, dialogue.parties, catalogue))


def node_half(node: Node) -> float:
    """Half the width at which a node is drawn: its known days, but never too thin to see."""
    return max(node.wide / 2, node.reach / 2)


@dataclass(frozen=True)
class NodePlan:
    """The nodes of one panel, still in the words of the records."""

    dialogue: Dialogue
    catalogue: Catalogue
    language: str
    stretch: Stretch
    axis: TimeAxis
    gap: float = NODE_GAP
    reach: float = 8.0

    def talks(self) -> tuple[Engagement, ...]:
        """The talks that touch a lane; the others are in the table of the page only."""
        return tuple(item for item in self.stretch.talks if lanes_of(item, self.dialogue, self.catalogue))

    def nodes(self) -> tuple[Node, ...]:
        """Talks first, so that meetings are drawn over them."""
        places = self._places()
        talks = [self._node(item, places[item.slug], "talk") for item in self.talks()]
        return (*talks, *(self._node(item, places[item.slug], "meeting") for item in self.stretch.meetings))

    def _items(self) -> list[Engagement]:
        return [*self.stretch.meetings, *self.talks()]

    def _places(self) -> dict[str, float]:
        """Where each node stands: exact days first, then uncertain stretches, the narrowest first."""
        places = {
            item.slug: sum(self.axis.span_of(*known_days(item.when))) / 2
            for item in self._items()
            if is_exact(item.when)
        }
        groups = _groups(item for item in self._items() if not is_exact(item.when))
        for days in sorted(groups, key=lambda days: (days[1] - days[0], days)):
            span = self.axis.span_of(*days)
            found = slots(span, len(groups[days]), tuple(places.values()), NODE_MARGIN)
            places |= {item.slug: x for item, x in zip(groups[days], found, strict=True)}
        order = sorted(places, key=lambda slug: (places[slug], slug))
        left, right = self.axis.left, self.axis.right
        # Nodes of an uncertain stretch stand within it even where they stand close together.
        rooms = [(end - start) / len(groups[days]) for days in groups for start, end in [self.axis.span_of(*days)]]
        gap = min(self.gap, (right - left) / max(len(order), 1), max(min(rooms, default=self.gap), LEAST_GAP))
        moved = spread([places[slug] for slug in order], [gap] * len(order), 0, left, right)
        return dict(zip(order, moved, strict=True))

    def _node(self, item: Engagement, x: float, kind: NodeKind) -> Node:
        left, right = self.axis.span_of(*known_days(item.when))
        parties = self.dialogue.parties
        host = parties.index(item.place.country) if item.place.country in parties else None
        lanes = lanes_of(item, self.dialogue, self.catalogue)
        return Node(
            slug=item.slug,
            kind=kind,
            x=x,
            wide=right - left if is_exact(item.when) else 0,
            lanes=lanes,
            host=host if host in lanes else None,
            mode=item.place.mode,
            status=item.status,
            title=f"{when_words(item.when, self.language)} {item.title.in_language(self.language)}",
            reach=self.reach,
            known=known_to_have_come(item, self.dialogue, self.catalogue),
        )

    def uncertain(self, lanes: Sequence[Lane]) -> tuple[Uncertain, ...]:
        """One hatched stretch for each span of days and lanes; items that share both share it."""
        meetings = {item.slug for item in self.stretch.meetings}
        found: dict[tuple[float, float, int, int], bool] = {}
        for item in self._items():
            if not is_exact(item.when):
                across = lanes_of(item, self.dialogue, self.catalogue)
                key = (*self.axis.span_of(*known_days(item.when)), across[0], across[-1])
                found[key] = found.get(key, False) or item.slug in meetings
        return tuple(
            Uncertain(
                left + 1.5,
                right - 1.5,
                lanes[top].y - LANE_PAD,
                lanes[bottom].y + LANE_PAD,
                "meeting" if found[left, right, top, bottom] else "talk",
            )
            for left, right, top, bottom in sorted(found)
        )


def _groups(items: Iterable[Engagement]) -> dict[tuple[date, date], list[Engagement]]:
    groups: dict[tuple[date, date], list[Engagement]] = {}
    for item in sorted(items, key=lambda item: (item.ordinal or 0, item.slug)):
        groups.setdefault(known_days(item.when), []).append(item)
    return groups


def arrows(led_to: Iterable[tuple[str, str]], nodes: Sequence[Node], lanes: Sequence[Lane]) -> tuple[Arrow, ...]:
    """What led to what within the panel, each arrow on a track of its own where they run side by side."""
    by_slug = {node.slug: node for node in nodes}
    drawn: list[tuple[float, float, float, float]] = []
    for earlier, later in led_to:
        start, end = by_slug.get(earlier), by_slug.get(later)
        if start and end and start.x < end.x:
            y1, y2 = _gap_heights(start, end, lanes)
            drawn.append((start.x + node_half(start), end.x - node_half(end), y1, y2))
    chosen = tracks([(one[0] - 4, one[1] + 4) for one in drawn])
    offsets = [TRACK_OFFSETS[track % len(TRACK_OFFSETS)] for track in chosen]
    return tuple(
        Arrow((x1, y1 + offset), (x2, y2 + offset)) for (x1, x2, y1, y2), offset in zip(drawn, offsets, strict=True)
    )


def _gap_heights(start: Node, end: Node, lanes: Sequence[Lane]) -> tuple[float, float]:
    """Between which two lanes an arrow leaves and arrives: the same gap wherever both nodes span one."""
    top = max(start.lanes[0], end.lanes[0])
    if top < min(start.lanes[-1], end.lanes[-1]):
        y = lanes[top].y + LANE_GAP / 2
        return y, y
    return _own_height(start, lanes), _own_height(end, lanes)


def _own_height(node: Node, lanes: Sequence[Lane]) -> float:
    return lanes[node.lanes[0]].y + (LANE_GAP / 2 if len(node.lanes) > 1 else 0)
