"""From a line of talks to its picture: lanes for the parties, meetings and talks in time, what they carried.

Pure: records in, a picture model out. Nodes are in ``nodes``, words in boxes in ``callouts``, what is carried
in ``bands``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph.model import Catalogue, Dialogue, Engagement, Milestone
from graph.periods import known_days
from visualizations.bands import Carried, bodies_of, carried, lay_bands
from visualizations.callouts import (
    GAP as BOX_GAP,
)
from visualizations.callouts import (
    MEETING_WIDE,
    TALK_WIDE,
    Wording,
    box_wide,
    lay,
    of_engagement,
    of_milestone,
    row_high,
)
from visualizations.captions import describe, describe_long, legend, subtitle
from visualizations.lane_order import with_ordered_lanes
from visualizations.lettering import ELLIPSIS, balanced_lines, shorten, width
from visualizations.nodes import LANE_GAP, NodePlan, arrows, is_exact, lanes_of
from visualizations.overview import TAG_HIGH, lay_key, lay_tags, numbers, tag_rows
from visualizations.panels import Stretch, stretches
from visualizations.picture import Callout, Lane, Marker, MarkKind, Node, Overview, Panel, Picture, Rows, Tag
from visualizations.silences import silences
from visualizations.timeaxis import TimeAxis, whole_months
from visualizations.words import nobody_known, party_words, say

WIDE: Final = 1120.0
LABELS_WIDE: Final = 258.0
PLOT_LEFT: Final = 278.0
PLOT_RIGHT: Final = 1108.0
HEADER_HIGH: Final = 62.0
LANE_SIZE: Final = 14.0
#: In a row that they share, a talk has so much more room than a milestone, if its name is long.
TALK_SHARES: Final = (1.35, 1.0)
#: As many boxes of talks and milestones as stand in one row under the lanes; more take two rows.
MOST_IN_ONE_ROW: Final = 8

#: A figure that would need more panels than this is drawn as one overview with a key.
MOST_PANELS: Final = 3
OVERVIEW_NODE_GAP: Final = 9.5
OVERVIEW_REACH: Final = 5.0
FLAGS_HIGH: Final = 26.0

Callouts = tuple[Callout, ...]


def dialogue_picture(dialogue: Dialogue, catalogue: Catalogue, language: str) -> Picture:
    """The picture of a dialogue in ``language`` (``"ja"`` or ``"en"``); one without any date has no panel."""
    drawn = with_ordered_lanes(dialogue, catalogue)
    things = carried(drawn, catalogue, language)
    parts = stretches(drawn)
    long = len(parts) > MOST_PANELS
    makers = [_Maker(drawn, catalogue, language, part) for part in parts] if not long else []
    return Picture(
        language=language,
        title=dialogue.series.name.in_language(language),
        subtitle=subtitle(dialogue, language),
        description=(describe_long if long else describe)(dialogue, catalogue, language),
        wide=WIDE,
        panels=tuple(_panel(maker, things) for maker in makers),
        legend=legend(dialogue, language, arrows=not long),
        left_out=sum(1 for item in dialogue.alongside if not lanes_of(item, dialogue, catalogue)),
        overview=_overview(drawn, catalogue, language, things) if long else None,
        numbers=numbers(dialogue, catalogue) if long else {},
    )


def _axis(stretch: Stretch) -> TimeAxis:
    things: list[Engagement | Milestone] = [*stretch.meetings, *stretch.talks, *stretch.milestones]
    first, last = whole_months(known_days(thing.when) for thing in things)
    return TimeAxis(first, last, PLOT_LEFT, PLOT_RIGHT)


@dataclass(frozen=True)
class _Maker:
    """What the parts of a panel are made from."""

    dialogue: Dialogue
    catalogue: Catalogue
    language: str
    stretch: Stretch

    def lanes(self, top: float) -> tuple[Lane, ...]:
        return tuple(
            Lane(
                code,
                self._name(code),
                self._bodies(code),
                top + index * LANE_GAP,
            )
            for index, code in enumerate(self.dialogue.parties or ("",))
        )

    def _name(self, code: str) -> str:
        """The name of a party on one line: the short name of a body where the full one is too wide."""
        if not code:
            return nobody_known(self.language)
        name = party_words(code, self.catalogue, self.language)
        if width(name, LANE_SIZE, bold=True) > LABELS_WIDE and code in self.catalogue.authorities:
            name = self.catalogue.authorities[code].short_name or name
        return shorten(name, LABELS_WIDE, LANE_SIZE, bold=True)

    def _bodies(self, code: str) -> tuple[str, ...]:
        """Who came for a party, in two lines: as many as fit, and how many more."""
        names = bodies_of(self.dialogue, code, self.catalogue, self.language)
        joint = say(self.language, "、", ", ")
        for count in range(len(names), 0, -1):
            rest = len(names) - count
            more = say(self.language, f"ほか{rest}", f" and {rest} more") if rest else ""
            lines = balanced_lines(joint.join(names[:count]) + more, LABELS_WIDE, 10, most=3)
            if len(lines) <= 2:
                return lines
        return balanced_lines(joint.join(names[:1]), LABELS_WIDE, 10, most=2)

    def boxes(self, items: tuple[Engagement, ...], nodes: tuple[Node, ...], wide: float) -> list[Callout]:
        by_slug = {node.slug: node for node in nodes}
        said = Wording(self.catalogue, self.language, self.dialogue.series.id)
        return [of_engagement(one, by_slug[one.slug], wide, said) for one in items]

    def markers(self, axis: TimeAxis) -> tuple[Marker, ...]:
        markers = []
        for milestone in self.stretch.milestones:
            left, right = axis.span_of(*known_days(milestone.when))
            span = None if is_exact(milestone.when) else (left, right)
            markers.append(Marker(milestone.id, (left + right) / 2, span))
        return tuple(markers)

    def steps(self, markers: tuple[Marker, ...], wide: float) -> list[Callout]:
        by_id = {marker.id: marker for marker in markers}
        return [of_milestone(one, by_id[one.id], wide, self.language) for one in self.stretch.milestones]


def _panel(maker: _Maker, things: tuple[Carried, ...]) -> Panel:
    axis = _axis(maker.stretch)
    plan = NodePlan(maker.dialogue, maker.catalogue, maker.language, maker.stretch, axis)
    nodes, markers = plan.nodes(), maker.markers(axis)
    meetings = maker.stretch.meetings
    above = lay(maker.boxes(meetings, nodes, box_wide(len(meetings), MEETING_WIDE, axis)), axis)
    boxes = _below(maker, plan.talks(), nodes, markers, axis)
    lanes = maker.lanes(HEADER_HIGH + 12 + row_high(above) + 34)
    rows = _rows(lanes, boxes)
    bands = lay_bands(things, _marks(nodes, markers), rows.bands, LABELS_WIDE - 26, maker.language)
    bottom = bands[-1].top + bands[-1].high if bands else rows.bands
    return Panel(
        axis=axis,
        months=axis.months(maker.language),
        years=axis.years(maker.language),
        fiscal_years=axis.fiscal_years(maker.language),
        rows=Rows(rows.meetings, rows.lanes, rows.talks, rows.milestones, rows.bands, bottom),
        lanes=lanes,
        uncertain=plan.uncertain(lanes),
        nodes=nodes,
        meeting_callouts=above,
        talk_callouts=boxes.talks,
        markers=markers,
        marker_callouts=boxes.steps,
        arrows=arrows(maker.dialogue.led_to, nodes, lanes),
        bands=bands,
    )


def _overview(dialogue: Dialogue, catalogue: Catalogue, language: str, things: tuple[Carried, ...]) -> Overview:
    """Everything on one panel, numbered in the order of time, with a key below.

    Numbers of talks between the upper parties stand above the lanes, those of the lower ones below. What led to
    what is not drawn: at this scale arrows would be as short as their heads.
    """
    whole = Stretch(dialogue.meetings, dialogue.alongside, dialogue.milestones)
    maker = _Maker(dialogue, catalogue, language, whole)
    axis = _axis(whole)
    plan = NodePlan(dialogue, catalogue, language, whole, axis, OVERVIEW_NODE_GAP, OVERVIEW_REACH)
    nodes, markers, known = plan.nodes(), maker.markers(axis), numbers(dialogue, catalogue)
    ends = (axis.left + 8, axis.right - 8)
    places = _Places.of(nodes, markers, len(dialogue.parties))
    top = HEADER_HIGH + 14
    upper = top + _tags_high(places.meetings, ends)
    lanes = maker.lanes(upper + _tags_high(places.upper, ends) + 24)
    below = lanes[-1].y + 36
    flags = below + _tags_high(places.lower, ends) + (10 if places.lower else 0)
    marked = flags + FLAGS_HIGH
    ended = marked + _tags_high(places.steps, ends) + 12 if markers else flags + 4
    bands = lay_bands(things, _marks(nodes, markers), ended, LABELS_WIDE - 26, language)
    key, years, key_bottom = lay_key(dialogue, known, WIDE, language)
    panel = Panel(
        axis=axis,
        months=axis.months(language),
        years=axis.years(language),
        fiscal_years=axis.fiscal_years(language),
        rows=Rows(top, lanes[0].y, below, flags, ended, bands[-1].top + bands[-1].high if bands else ended),
        lanes=lanes,
        uncertain=plan.uncertain(lanes),
        nodes=nodes,
        meeting_callouts=(),
        talk_callouts=(),
        markers=markers,
        marker_callouts=(),
        arrows=(),
        bands=bands,
    )
    tags = (
        *lay_tags(places.meetings, known, Tag(0, "meeting", 0, top, 0, above=True), ends),
        *lay_tags(places.upper, known, Tag(0, "talk", 0, upper, 0, above=True), ends),
        *lay_tags(places.lower, known, Tag(0, "talk", 0, below, 0), ends),
        *lay_tags(places.steps, known, Tag(0, "milestone", 0, marked, 0), ends),
    )
    return Overview(panel, tags, key, years, silences(dialogue, axis, language), key_bottom)


@dataclass(frozen=True)
class _Places:
    """Where everything of an overview stands in time, by the row in which its number goes."""

    meetings: dict[str, float]
    upper: dict[str, float]
    lower: dict[str, float]
    steps: dict[str, float]

    @staticmethod
    def of(nodes: tuple[Node, ...], markers: tuple[Marker, ...], parties: int) -> _Places:
        talks = [node for node in nodes if node.kind == "talk"]
        upper = {node.slug: node.x for node in talks if node.lanes[0] + node.lanes[-1] < parties - 1}
        return _Places(
            {node.slug: node.x for node in nodes if node.kind == "meeting"},
            upper,
            {node.slug: node.x for node in talks if node.slug not in upper},
            {marker.id: marker.x for marker in markers},
        )


def _tags_high(places: dict[str, float], ends: tuple[float, float]) -> float:
    return tag_rows(places.values(), ends) * TAG_HIGH + 4 if places else 0.0


@dataclass(frozen=True)
class _Below:
    """The boxes under the lanes; ``shared`` says that talks and milestones stand in one row."""

    talks: Callouts
    steps: Callouts
    shared: bool


def _below(
    maker: _Maker,
    items: tuple[Engagement, ...],
    nodes: tuple[Node, ...],
    markers: tuple[Marker, ...],
    axis: TimeAxis,
) -> _Below:
    """The boxes of talks and of milestones: side by side where all their words fit in one row, else in a row each."""
    together = len(items) + len(markers)
    steps = {marker.id for marker in markers}
    room = axis.right - axis.left - (together - 1) * BOX_GAP
    for share in TALK_SHARES if together <= MOST_IN_ONE_ROW else ():
        wide = min(room / max(len(items) * share + len(markers), 1), TALK_WIDE / share)
        laid = lay(maker.boxes(items, nodes, wide * share) + maker.steps(markers, wide), axis)
        if all(_whole(one) for one in laid):
            return _Below(
                tuple(one for one in laid if one.slug not in steps),
                tuple(one for one in laid if one.slug in steps),
                shared=True,
            )
    talks = lay(maker.boxes(items, nodes, box_wide(len(items), TALK_WIDE, axis)), axis)
    milestones = lay(maker.steps(markers, box_wide(len(markers), TALK_WIDE, axis)), axis)
    return _Below(talks, milestones, shared=False)


def _whole(box: Callout) -> bool:
    """Whether a box says all that it has to say."""
    return bool(box.details) and not any(line.endswith(ELLIPSIS) for line in (*box.heading, *box.details))


def _rows(lanes: tuple[Lane, ...], boxes: _Below) -> Rows:
    talks, steps = boxes.talks, boxes.steps
    top = lanes[0].y
    below = lanes[-1].y + (50 if steps else 40)
    steps_top = below if boxes.shared or not talks else below + row_high(talks) + 20
    end = max(below + row_high(talks), steps_top + row_high(steps)) if talks or steps else below - 20
    return Rows(HEADER_HIGH + 12, top, below, steps_top, end + 14, end + 14)


def _marks(nodes: tuple[Node, ...], markers: tuple[Marker, ...]) -> dict[str, tuple[MarkKind, float]]:
    marks: dict[str, tuple[MarkKind, float]] = {node.slug: (node.kind, node.x) for node in nodes}
    return marks | {marker.id: ("milestone", marker.x) for marker in markers}
