"""The signs of the dialogue figure: how a meeting, a talk, a milestone and a carried thing look, and the legend.

Each differs in shape and pattern, not in colour alone, so that the figure reads in black and white. All ink on
white keeps a contrast of at least 4.5 to 1 (WCAG 2.2, AA).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from visualizations.lettering import width
from visualizations.nodes import node_half
from visualizations.picture import Lane, LegendEntry, Mark, Node
from visualizations.svg import INK, circle, diamond, element, group, line, polygon, rectangle, text

NAVY: Final = "#17406d"
AMBER: Final = "#8a4b08"
GREEN: Final = "#2b5d34"
MUTED: Final = "#4a5563"
RULE: Final = "#c9d1da"
FAINT: Final = "#eef1f5"
DASHES: Final = "#7d8896"
WHITE: Final = "#ffffff"
#: With a smaller reach than this a talk is drawn as a line.
LEAST_WITH_BAR: Final = 6.0
LEGEND_LEFT: Final = 12.0
LEGEND_ROW: Final = 21.0
LEGEND_SIZE: Final = 10.5


def node(one: Node, lanes: Sequence[Lane]) -> Markup:
    """A bar over the lanes of those who took part, with a sign where it meets each of them."""
    colour = NAVY if one.kind == "meeting" else AMBER
    top, bottom = lanes[one.lanes[0]].y, lanes[one.lanes[-1]].y
    if one.kind == "talk" and one.reach < LEAST_WITH_BAR:
        return _slim(one, lanes)
    half = node_half(one)
    solid = one.kind == "meeting" and one.status == "held" and one.known
    ends = [_end(one, lanes[index].y, hosted=index == one.host) for index in one.lanes if one.known]
    behind = rectangle(one.x - half - 2.5, top - 2, half * 2 + 5, bottom - top + 4, fill=WHITE, stroke="none")
    return group(
        element("title", one.title),
        behind,
        rectangle(
            one.x - half,
            top - 4,
            half * 2,
            bottom - top + 8,
            rx=min(half, 4),
            fill=None if solid else WHITE,
            stroke_width=1.5,
            stroke_dasharray=None if one.status == "held" and one.known else "3 2",
        ),
        *ends,
        fill=colour,
        stroke=colour,
        stroke_width=one.reach / 4,
    )


def _slim(one: Node, lanes: Sequence[Lane]) -> Markup:
    """A talk too small for a bar: a line between its signs, dashed where it was not held."""
    top, bottom = lanes[one.lanes[0]].y, lanes[one.lanes[-1]].y
    ends = [_end(one, lanes[index].y, hosted=index == one.host) for index in one.lanes if one.known]
    dashes = None if one.status == "held" else "3 2"
    return group(
        element("title", one.title),
        line((one.x, top), (one.x, bottom), stroke=WHITE, stroke_width=5),
        line((one.x, top), (one.x, bottom), stroke_width=1.8, stroke_dasharray=dashes),
        *ends,
        fill=AMBER,
        stroke=AMBER,
        stroke_width=one.reach / 4,
    )


def _end(one: Node, y: float, *, hosted: bool) -> Markup:
    """A disc for a meeting, a diamond for a talk; white when online, with a kernel when hybrid, ringed for the host.

    Colours are those of the group around it, white ones apart.
    """
    meeting = one.kind == "meeting"
    draw = circle if meeting else diamond
    white = one.mode in ("online", "hybrid") or one.status != "held"
    signs = [draw(one.x, y, one.reach if meeting else one.reach * 1.06, fill=WHITE if white else None)]
    if one.mode == "hybrid":
        signs.append(circle(one.x, y, one.reach * 0.4, stroke="none"))
    if hosted:
        signs.insert(0, draw(one.x, y, one.reach * (1.5 if meeting else 1.65), fill=WHITE))
    return Markup("").join(signs)


def flag(x: float, y: float, share: float = 1.0) -> Markup:
    """A milestone: a triangle on its tip."""
    half, high = 7.5 * share, 6.5 * share
    return polygon(
        ((x - half, y - high), (x + half, y - high), (x, y + high)), fill=GREEN, stroke=WHITE, stroke_width=1
    )


def carrier(mark: Mark, y: float, proposal: int, share: float = 1.0) -> Markup:
    """Who carried a band: the sign of a milestone, a talk or a meeting, in a ``share`` of its usual size.

    A small sign of a proposal has no room for its number.
    """
    if mark.kind == "milestone":
        return flag(mark.x, y, share)
    if mark.kind == "talk":
        return diamond(mark.x, y, 7 * share, fill=WHITE, stroke=AMBER, stroke_width=2 * share)
    if proposal and share < 1:
        side = 12 * share
        return rectangle(mark.x - side / 2, y - side / 2, side, side, fill=NAVY, stroke=WHITE, stroke_width=1)
    if proposal:
        return proposal_sign(mark.x, y, proposal)
    return circle(mark.x, y, 6 * share, fill=WHITE, stroke=NAVY, stroke_width=2.2 * share)


def proposal_sign(x: float, y: float, number: int) -> Markup:
    """A proposal: its number in a square."""
    return group(
        rectangle(x - 8, y - 8, 16, 16, rx=2, fill=NAVY, stroke=WHITE, stroke_width=1),
        text(str(number), x, y + 4, 11, fill=WHITE, font_weight="700", text_anchor="middle"),
    )


def legend_rows(entries: Sequence[LegendEntry], wide: float) -> list[list[tuple[float, LegendEntry]]]:
    """The legend in lines: each entry with its left edge."""
    rows: list[list[tuple[float, LegendEntry]]] = [[]]
    x = LEGEND_LEFT
    for entry in entries:
        need = 42 + width(entry.words, LEGEND_SIZE) + 16
        if rows[-1] and x + need > wide:
            rows.append([])
            x = LEGEND_LEFT
        rows[-1].append((x, entry))
        x += need
    return rows


def legend(entries: Sequence[LegendEntry], wide: float, name: str) -> tuple[Markup, float]:
    """The legend under a rule, and its height. ``name`` is the prefix of the ids of hatches and arrow heads."""
    rows = legend_rows(entries, wide)
    drawn = [
        group(
            _sign(entry.sign, x, 17 + index * LEGEND_ROW, name),
            text(entry.words, x + 42, 21 + index * LEGEND_ROW, LEGEND_SIZE),
        )
        for index, row in enumerate(rows)
        for x, entry in row
    ]
    rule = line((LEGEND_LEFT, 0), (wide - LEGEND_LEFT, 0), stroke=INK, stroke_width=1.2)
    return group(rule, *drawn), len(rows) * LEGEND_ROW + 12


def _sign(sign: str, x: float, y: float, name: str) -> Markup:
    middle = x + 18
    if sign in ("meeting", "talk", "not-held"):
        return _bar_sign(sign, middle, y)
    if sign in ("uncertain", "arrow"):
        return _pattern_sign(sign, x, y, name)
    if sign == "host":
        return circle(middle, y, 9, fill=WHITE, stroke=NAVY, stroke_width=1.8) + circle(middle, y, 5.5, fill=NAVY)
    if sign == "online":
        return circle(middle, y, 6.5, fill=WHITE, stroke=NAVY, stroke_width=2)
    if sign == "milestone":
        return flag(middle, y)
    band = line((x + 2, y), (x + 34, y), stroke=NAVY, stroke_width=5, stroke_opacity=0.35)
    return band + rectangle(middle - 6, y - 6, 12, 12, rx=2, fill=NAVY)


def _bar_sign(sign: str, middle: float, y: float) -> Markup:
    if sign == "talk":
        return group(
            rectangle(middle - 12, y - 3.5, 24, 7, fill=WHITE, stroke=AMBER, stroke_width=1.5),
            diamond(middle - 12, y, 7, fill=AMBER),
            diamond(middle + 12, y, 7, fill=AMBER),
        )
    held = sign == "meeting"
    ends = [circle(middle + side, y, 6.5, fill=NAVY) for side in (-12, 12)] if held else []
    bar = rectangle(
        middle - 14,
        y - 4,
        28,
        8,
        rx=4,
        fill=NAVY if held else WHITE,
        stroke=NAVY,
        stroke_width=1.5,
        stroke_dasharray=None if held else "3 2",
    )
    return group(bar, *ends)


def _pattern_sign(sign: str, x: float, y: float, name: str) -> Markup:
    if sign == "arrow":
        return line((x, y), (x + 34, y), stroke=INK, stroke_width=1.5, marker_end=f"url(#{name}-arrow)")
    return rectangle(x, y - 8, 36, 16, rx=3, fill=f"url(#{name}-meeting)", stroke=DASHES, stroke_dasharray="4 3")
