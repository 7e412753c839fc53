"""The overview of a long dialogue as SVG: bars on one axis, their numbers, flags, bands and the key."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from visualizations.dialogue_svg import draw_arrow, draw_band, draw_header, draw_lane, draw_uncertain, patterns
from visualizations.overview import KEY_SIGN, KEY_SIZE, KEY_WHEN, TAG_HIGH
from visualizations.picture import KeyLine, MarkKind, Overview, Panel, Picture, Tag
from visualizations.signs import AMBER, GREEN, MUTED, NAVY, RULE, WHITE, node
from visualizations.svg import circle, diamond, element, group, line, number, polygon, rectangle, text
from visualizations.words import say

COLOURS: Final[dict[MarkKind, str]] = {"meeting": NAVY, "talk": AMBER, "milestone": GREEN}
LEFT: Final = 12.0
TAG_SIZE: Final = 9.0


def draw_overview(picture: Picture, overview: Overview, name: str) -> Markup:
    """All of an overview but its legend; ``name`` is the prefix of the ids of hatches and arrow heads."""
    panel = overview.panel
    return group(
        patterns(name),
        draw_header(panel),
        *(draw_lane(lane) for lane in panel.lanes),
        *(draw_uncertain(one, name) for one in panel.uncertain),
        *(_leader(tag, panel) for tag in overview.tags if tag.kind != "milestone"),
        *_flags(panel, name),
        *(_leader(tag, panel) for tag in overview.tags if tag.kind == "milestone"),
        *(draw_band(band) for band in panel.bands),
        *(draw_arrow(arrow, name) for arrow in panel.arrows),
        *(node(one, panel.lanes) for one in panel.nodes),
        *(_tag(tag) for tag in overview.tags),
        *_row_titles(panel, picture.language),
    )


def draw_key(overview: Overview) -> Markup:
    """The key: sign, number, date and name of everything drawn, in the order of time."""
    return group(*(_key_line(one) for one in overview.key))


def _row_titles(panel: Panel, language: str) -> list[Markup]:
    meetings = any(one.kind == "meeting" for one in panel.nodes)
    talks = any(one.kind == "talk" for one in panel.nodes)
    rows = (
        (meetings, panel.rows.meetings, say(language, "会合", "Meetings")),
        (talks, panel.rows.talks, say(language, "二者間等の対話", "Talks between some of them")),
        (bool(panel.markers), panel.rows.milestones + 12, say(language, "節目", "Milestones")),
    )
    return [text(words, LEFT, y + 11, 11, font_weight="700", fill=MUTED) for used, y, words in rows if used]


def _leader(tag: Tag, panel: Panel) -> Markup:
    """From a number to what it stands for."""
    if tag.kind == "meeting":
        ends = (tag.y + TAG_HIGH - 2, panel.lanes[0].y - 14, panel.lanes[0].y)
    elif tag.kind == "talk":
        ends = (tag.y, panel.lanes[-1].y + 16, panel.lanes[-1].y)
    else:
        ends = (tag.y, panel.rows.milestones + 20, panel.rows.milestones + 14)
    start, turn, end = ends
    path = f"M{number(tag.x)},{number(start)} L{number(tag.target)},{number(turn)} L{number(tag.target)},{number(end)}"
    return element("path", d=path, fill="none", stroke=COLOURS[tag.kind], stroke_width=0.7, stroke_opacity=0.75)


def _flags(panel: Panel, name: str) -> list[Markup]:
    y = panel.rows.milestones + 8
    drawn = [line((panel.axis.left, y), (panel.axis.right, y), stroke=RULE, stroke_width=1)] if panel.markers else []
    for marker in panel.markers:
        if marker.span:
            left, right = marker.span
            drawn.append(
                rectangle(
                    left, y - 5, max(right - left, 2), 10, fill=f"url(#{name}-step)", stroke=GREEN, stroke_width=0.7
                )
            )
        drawn.append(polygon(((marker.x - 4.5, y - 5), (marker.x + 4.5, y - 5), (marker.x, y + 5)), fill=GREEN))
    return drawn


def _tag(tag: Tag) -> Markup:
    return _sign(tag.kind, tag.number, tag.x, tag.y + TAG_HIGH / 2)


def _sign(kind: MarkKind, count: int, x: float, y: float) -> Markup:
    """A number in the shape of its kind: a filled box, an outlined one with cut corners, a plain underlined one."""
    colour = COLOURS[kind]
    wide = 14.0 if count < 100 else 16.0
    words = str(count)
    if kind == "meeting":
        box = rectangle(x - wide / 2, y - 6.5, wide, 13, rx=6, fill=colour)
        return group(box, text(words, x, y + 3.2, TAG_SIZE, fill=WHITE, text_anchor="middle", font_weight="700"))
    if kind == "talk":
        half = wide / 2
        cut = half - 4
        corners = (
            (x - half, y),
            (x - cut, y - 6.5),
            (x + cut, y - 6.5),
            (x + half, y),
            (x + cut, y + 6.5),
            (x - cut, y + 6.5),
        )
        box = polygon(corners, fill=WHITE, stroke=colour, stroke_width=1)
    else:
        box = rectangle(x - wide / 2, y - 6.5, wide, 13, fill=WHITE, stroke=colour, stroke_width=1)
    return group(box, text(words, x, y + 3.2, TAG_SIZE, fill=colour, text_anchor="middle", font_weight="700"))


def _key_line(one: KeyLine) -> Markup:
    y = one.y - 3.5
    return group(
        _key_mark(one.kind, one.x + 5, y),
        _sign(one.kind, one.number, one.x + 20, y),
        text(one.when, one.x + KEY_SIGN, one.y, KEY_SIZE, fill=MUTED),
        text(one.what, one.x + KEY_SIGN + KEY_WHEN, one.y, KEY_SIZE),
    )


def _key_mark(kind: MarkKind, x: float, y: float) -> Markup:
    if kind == "meeting":
        return circle(x, y, 4, fill=NAVY)
    if kind == "talk":
        return diamond(x, y, 4.6, fill=AMBER)
    return polygon(((x - 4.5, y - 4), (x + 4.5, y - 4), (x, y + 4)), fill=GREEN)
