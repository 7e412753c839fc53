"""From the picture of a dialogue to SVG, with real text: one panel for a page, or the whole figure as one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from visualizations.bands import HEADING_HIGH, LABEL_LEADING, LABEL_SIZE
from visualizations.callouts import DETAIL_SIZE, HEADING_SIZE, LEADING, callout_high
from visualizations.dialogue import HEADER_HIGH, PLOT_LEFT, PLOT_RIGHT
from visualizations.lettering import width
from visualizations.picture import Arrow, Band, Callout, Lane, Marker, Panel, Uncertain
from visualizations.signs import (
    AMBER,
    DASHES,
    FAINT,
    GREEN,
    MUTED,
    NAVY,
    RULE,
    WHITE,
    carrier,
    flag,
    node,
    proposal_sign,
)
from visualizations.svg import (
    INK,
    arrow_head,
    circle,
    element,
    group,
    hatch,
    line,
    lines_of_text,
    number,
    rectangle,
    text,
)
from visualizations.timeaxis import Span
from visualizations.words import say

LEFT: Final = 12.0
PANEL_GAP: Final = 34.0
MARGIN_BELOW: Final = 8.0
FLAG_ABOVE: Final = 20.0


def draw_panel(panel: Panel, language: str, name: str) -> Markup:
    """Everything of one panel; ``name`` is the prefix of the ids of its hatches and arrow heads."""
    return group(
        patterns(name),
        draw_header(panel),
        *(draw_lane(lane) for lane in panel.lanes),
        *(draw_uncertain(one, name) for one in panel.uncertain),
        *_row_titles(panel, language),
        *(_marker(marker, panel, name) for marker in panel.markers),
        *(_leader_up(one, panel) for one in panel.meeting_callouts),
        *(_leader_down(one, panel) for one in panel.talk_callouts),
        *(draw_band(band) for band in panel.bands),
        *(draw_arrow(arrow, name) for arrow in panel.arrows),
        *(node(one, panel.lanes) for one in panel.nodes),
        *(_callout(one, panel.rows.meetings, NAVY) for one in panel.meeting_callouts),
        *(_callout(one, panel.rows.talks, AMBER) for one in panel.talk_callouts),
        *(_callout(one, panel.rows.milestones, GREEN) for one in panel.marker_callouts),
    )


def patterns(name: str) -> Markup:
    """The hatches and arrow heads of a figure, each with an id of its own."""
    return element(
        "defs",
        hatch(f"{name}-meeting", "#9db4cc"),
        hatch(f"{name}-talk", "#d9b98f", angle=-45),
        hatch(f"{name}-step", "#86a88c", angle=90, spacing=4),
        arrow_head(f"{name}-arrow", INK),
    )


def draw_header(panel: Panel) -> Markup:
    """The years, fiscal years and months along the top, and the rules that hang from them."""
    return group(
        element(
            "path",
            d="".join(
                f"M{number(span.left)} 42V{number(panel.rows.bottom)}" for span in panel.months[1:] if span.words
            ),
            stroke=RULE,
            stroke_width=0.6,
        ),
        *(_head_cell(span, 0, 12, bold=True) for span in panel.years),
        *(_head_cell(span, 21, 11, bold=False) for span in panel.fiscal_years),
        group(
            *(element("text", span.words, x=(span.left + span.right) / 2, y=56) for span in panel.months if span.words),
            font_size=11,
            text_anchor="middle",
            fill=MUTED,
        ),
        line((PLOT_LEFT, HEADER_HIGH), (PLOT_RIGHT, HEADER_HIGH), stroke=INK, stroke_width=1.2),
    )


def _head_cell(span: Span, top: float, size: float, *, bold: bool) -> Markup:
    room = span.right - span.left
    tried = [span.words, span.words.split("（", maxsplit=1)[0], ""]
    words = next(words for words in tried if width(words, size, bold=bold) <= room - 6 or not words)
    return group(
        rectangle(span.left + 0.75, top + 1, room - 1.5, 19, fill=FAINT, rx=2),
        text(
            words,
            (span.left + span.right) / 2,
            top + 10.5 + size * 0.36,
            size,
            text_anchor="middle",
            font_weight="700" if bold else None,
        ),
    )


def draw_lane(lane: Lane) -> Markup:
    """The line of a party, its name and the bodies that came for it."""
    return group(
        line((PLOT_LEFT, lane.y), (PLOT_RIGHT, lane.y), stroke="#8794a3", stroke_width=1.4),
        text(lane.name, LEFT, lane.y - 2, 14, font_weight="700"),
        lines_of_text(lane.bodies, (LEFT, lane.y + 13), 10, 13, fill=MUTED),
    )


def draw_uncertain(one: Uncertain, name: str) -> Markup:
    """A hatched stretch within which a day is not known."""
    return rectangle(
        one.left,
        one.top,
        one.right - one.left,
        one.bottom - one.top,
        rx=4,
        fill=f"url(#{name}-{one.kind})",
        stroke=DASHES,
        stroke_width=0.8,
        stroke_dasharray="4 3",
    )


def _row_titles(panel: Panel, language: str) -> Iterable[Markup]:
    shared = panel.talk_callouts and panel.rows.talks == panel.rows.milestones and panel.marker_callouts
    talks = say(language, "二者間等の対話", "Talks beside the meetings")
    steps = say(language, "節目", "Milestones")
    rows = [(panel.meeting_callouts, panel.rows.meetings, say(language, "会合", "Meetings"))]
    if shared:
        rows.append(
            (
                panel.talk_callouts,
                panel.rows.talks,
                say(language, f"{talks}・{steps}", f"Talks, {steps.lower()}"),
            )
        )
    else:
        rows += [
            (panel.talk_callouts, panel.rows.talks, talks),
            (panel.marker_callouts, panel.rows.milestones, steps),
        ]
    for used, top, words in rows:
        if used:
            yield text(words, LEFT, top + 15, 12, font_weight="700", fill=MUTED)


def _inside(one: Callout) -> float:
    """Where a leader line meets its box: as near to its target as the box reaches."""
    return min(max(one.target, one.left + 8), one.left + one.wide - 8)


def _leader_up(one: Callout, panel: Panel) -> Markup:
    lane = next(found for found in panel.nodes if found.slug == one.slug).lanes[0]
    bottom = panel.rows.meetings + callout_high(one)
    turn = panel.lanes[0].y - 20
    return _leader(((_inside(one), bottom), (one.target, turn), (one.target, panel.lanes[lane].y)), NAVY)


def _leader_down(one: Callout, panel: Panel) -> Markup:
    lane = next(found for found in panel.nodes if found.slug == one.slug).lanes[-1]
    turn = panel.lanes[-1].y + 20
    points = ((one.target, panel.lanes[lane].y), (one.target, turn), (_inside(one), panel.rows.talks))
    return _leader(points, AMBER)


def _leader(points: Sequence[tuple[float, float]], colour: str) -> Markup:
    path = "M" + " L".join(f"{number(x)},{number(y)}" for x, y in points)
    return element("path", d=path, fill="none", stroke=colour, stroke_width=1, stroke_dasharray="1.5 2.5")


def _callout(one: Callout, top: float, colour: str) -> Markup:
    first = top + LEADING
    details = first + len(one.heading) * LEADING
    high = callout_high(one)
    return group(
        rectangle(one.left, top, one.wide, high, rx=3, fill=WHITE, stroke=colour, stroke_width=1.1),
        lines_of_text(one.heading, (one.left + 7, first), HEADING_SIZE, LEADING, font_weight="700", fill=colour),
        lines_of_text(one.details, (one.left + 7, details), DETAIL_SIZE, LEADING),
    )


def draw_arrow(arrow: Arrow, name: str) -> Markup:
    """What led to what, with a white edge where it crosses a bar."""
    (x1, y1), (x2, y2) = arrow.start, arrow.end
    start, end = f"{number(x1)},{number(y1)}", f"{number(x2)},{number(y2)}"
    middle = number((x1 + x2) / 2)
    bend = f"C{middle},{number(y1)} {middle},{number(y2)} {end}"
    path = f"M{start} {bend if abs(y1 - y2) > 0.5 else f'L{end}'}"
    halo = element("path", d=path, fill="none", stroke=WHITE, stroke_width=4.5)
    ink = element("path", d=path, fill="none", stroke=INK, stroke_width=1.5, marker_end=f"url(#{name}-arrow)")
    return halo + ink


def _marker(marker: Marker, panel: Panel, name: str) -> Markup:
    """A milestone: a line through all lanes from the axis, its flag under them, and a leader to its box."""
    y = panel.lanes[-1].y + FLAG_ABOVE + 6
    box = next(one for one in panel.marker_callouts if one.slug == marker.id)
    guide = line((marker.x, HEADER_HIGH), (marker.x, y - 6), stroke=GREEN, stroke_width=1, stroke_dasharray="6 3 1 3")
    signs = [
        guide,
        _leader(((marker.x, y + 5), (_inside(box), panel.rows.milestones)), GREEN),
        flag(marker.x, y),
    ]
    if marker.span:
        left, right = marker.span
        signs.insert(0, rectangle(left, y - 8, right - left, 16, rx=3, fill=f"url(#{name}-step)", stroke=GREEN))
    return group(*signs)


def draw_band(band: Band, share: float = 1.0) -> Markup:
    """A thing carried: its label, and a mark at each that carried it, in a ``share`` of its usual size."""
    top = band.top + (HEADING_HIGH if band.heading else 0)
    middle = (top + band.top + band.high) / 2
    xs = [mark.x for mark in band.marks]
    proposal = band.number > 0
    colour = NAVY if proposal else MUTED
    sign = proposal_sign if proposal else None
    first = middle - (len(band.label) - 1) * LABEL_LEADING / 2 + LABEL_SIZE * 0.36
    rule = line((LEFT, top), (PLOT_RIGHT, top), stroke=RULE, stroke_width=0.8)
    return group(
        *([text(band.heading, LEFT, top - 5, 11, fill=MUTED, font_weight="700")] if band.heading else []),
        rule,
        sign(LEFT + 8, middle, band.number)
        if sign
        else circle(LEFT + 8, middle, 6, fill=WHITE, stroke=NAVY, stroke_width=2.2),
        lines_of_text(band.label, (LEFT + 24, first), LABEL_SIZE, LABEL_LEADING),
        line(
            (xs[0], middle),
            (xs[-1], middle),
            stroke=colour,
            stroke_width=5 * share if proposal else 2 * share,
            stroke_opacity=0.35 if proposal else 0.9,
            stroke_dasharray=None if proposal else "7 3",
        ),
        *(carrier(mark, middle, band.number, share) for mark in band.marks),
    )
