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
from visualizations.lettering import balanced_lines, shorten, width
from visualizations.nodes import LANE_GAP, NodePlan, arrows, is_exact, lanes_of
from visualizations.overview import TAG_HIGH, lay_key, lay_tags, numbers, tag_rows
from visualizations.panels import Stretch, stretches
from visualizations.picture import Callout, Lane, Marker, MarkKind, Node, Overview, Panel, Picture, Rows
from visualizations.timeaxis import TimeAxis, whole_months
from visualizations.words import nobody_known, party_words

WIDE: Final = 1120.0
LABELS_WIDE: Final = 258.0
PLOT_LEFT: Final = 278.0
PLOT_RIGHT: Final = 1108.0
HEADER_HIGH: Final = 62.0
LANE_SIZE: Final = 14.0
#: As many boxes of talks and milestones as stand in one row under the lanes; more take two rows.
MOST_IN_ONE_ROW: Final = 5

#: A figure that would need more panels than this is drawn as one overview with a key.
MOST_PANELS: Final = 3
OVERVIEW_NODE_GAP: Final = 7.0
OVERVIEW_REACH: Final = 5.0
FLAGS_HIGH: Final = 26.0

Callouts = tuple[Callout, ...]


def dialogue_picture(dialogue: Dialogue, catalogue: Catalogue, language: str) -> Picture:
    """The picture of a dialogue in ``language`` (``"ja"`` or ``"en"``); one without any date has no panel."""
    things = carried(dialogue, catalogue, language)
    parts = stretches(dialogue)
    long = len(parts) > MOST_PANELS
    makers = [_Maker(dialogue, catalogue, language, part) for part in parts] if not long else []
    return Picture(
        language=language,
        title=dialogue.series.name.in_language(language),
        subtitle=subtitle(dialogue, language),
        description=(describe_long if long else describe)(dialogue, catalogue, language),
        wide=WIDE,
        panels=tuple(_panel(maker, things) for maker in makers),
        legend=legend(dialogue, language),
        left_out=sum(1 for item in dialogue.alongside if not lanes_of(item, dialogue, catalogue)),
        overview=_overview(dialogue, catalogue, language, things) if long else None,
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
                balanced_lines(self._bodies(code), LABELS_WIDE, 10, most=2),
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

    def _bodies(self, code: str) -> str:
        return bodies_of(self.dialogue, code, self.catalogue, self.language)

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
    talks, steps = _below(maker, plan.talks(), nodes, markers, axis)
    lanes = maker.lanes(HEADER_HIGH + 12 + row_high(above) + 34)
    rows = _rows(lanes, talks, steps)
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
        talk_callouts=talks,
        markers=markers,
        marker_callouts=steps,
        arrows=arrows(maker.dialogue.led_to, nodes, lanes),
        bands=bands,
    )


def _overview(dialogue: Dialogue, catalogue: Catalogue, language: str, things: tuple[Carried, ...]) -> Overview:
    """Everything on one panel, numbered in the order of time, with a key below."""
    whole = Stretch(dialogue.meetings, dialogue.alongside, dialogue.milestones)
    maker = _Maker(dialogue, catalogue, language, whole)
    axis = _axis(whole)
    plan = NodePlan(dialogue, catalogue, language, whole, axis, OVERVIEW_NODE_GAP, OVERVIEW_REACH)
    nodes, markers, known = plan.nodes(), maker.markers(axis), numbers(dialogue, catalogue)
    ends, room = (axis.left + 8, axis.right - 8), axis.right - axis.left - 16
    meetings = {node.slug: node.x for node in nodes if node.kind == "meeting"}
    talks = {node.slug: node.x for node in nodes if node.kind == "talk"}
    steps = {marker.id: marker.x for marker in markers}
    top = HEADER_HIGH + 16
    lanes = maker.lanes(top + tag_rows(len(meetings), room) * TAG_HIGH + 26)
    below = lanes[-1].y + 44
    flags = below + (tag_rows(len(talks), room) * TAG_HIGH + 14 if talks else 0)
    marked = flags + FLAGS_HIGH
    ended = marked + tag_rows(len(steps), room) * TAG_HIGH + 16 if steps else flags + 4
    bands = lay_bands(things, _marks(nodes, markers), ended, LABELS_WIDE - 26, language)
    bottom = bands[-1].top + bands[-1].high if bands else ended
    key, key_bottom = lay_key(dialogue, known, WIDE, language)
    arrived = {meeting.slug for meeting in dialogue.meetings} if dialogue.alongside else set()
    panel = Panel(
        axis=axis,
        months=axis.months(language),
        years=axis.years(language),
        fiscal_years=axis.fiscal_years(language),
        rows=Rows(top, lanes[0].y, below, flags, ended, bottom),
        lanes=lanes,
        uncertain=plan.uncertain(lanes),
        nodes=nodes,
        meeting_callouts=(),
        talk_callouts=(),
        markers=markers,
        marker_callouts=(),
        arrows=arrows([pair for pair in dialogue.led_to if pair[1] in arrived], nodes, lanes),
        bands=bands,
    )
    tags = (
        *lay_tags(meetings, known, "meeting", top, ends),
        *lay_tags(talks, known, "talk", below, ends),
        *lay_tags(steps, known, "milestone", marked, ends),
    )
    return Overview(panel, tags, key, key_bottom)


def _below(
    maker: _Maker,
    items: tuple[Engagement, ...],
    nodes: tuple[Node, ...],
    markers: tuple[Marker, ...],
    axis: TimeAxis,
) -> tuple[Callouts, Callouts]:
    """The boxes of talks and of milestones: side by side while they fit in one row, else in a row each."""
    together = len(items) + len(markers)
    if together > MOST_IN_ONE_ROW:
        talks = maker.boxes(items, nodes, box_wide(len(items), TALK_WIDE, axis))
        return lay(talks, axis), lay(maker.steps(markers, box_wide(len(markers), TALK_WIDE, axis)), axis)
    wide = box_wide(together, TALK_WIDE, axis)
    steps = {marker.id for marker in markers}
    laid = lay(maker.boxes(items, nodes, wide) + maker.steps(markers, wide), axis)
    return (
        tuple(one for one in laid if one.slug not in steps),
        tuple(one for one in laid if one.slug in steps),
    )


def _rows(lanes: tuple[Lane, ...], talks: Callouts, steps: Callouts) -> Rows:
    top = lanes[0].y
    below = lanes[-1].y + (50 if steps else 40)
    shared = len(talks) + len(steps) <= MOST_IN_ONE_ROW
    steps_top = below if shared else below + row_high(talks) + 20
    end = max(below + row_high(talks), steps_top + row_high(steps)) if talks or steps else below - 20
    return Rows(HEADER_HIGH + 12, top, below, steps_top, end + 14, end + 14)


def _marks(nodes: tuple[Node, ...], markers: tuple[Marker, ...]) -> dict[str, tuple[MarkKind, float]]:
    marks: dict[str, tuple[MarkKind, float]] = {node.slug: (node.kind, node.x) for node in nodes}
    return marks | {marker.id: ("milestone", marker.x) for marker in markers}
