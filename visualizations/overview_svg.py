"""The overview of a long dialogue as SVG: bars on one axis, their numbers, flags, bands and the key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from visualizations.dialogue_svg import draw_arrow, draw_band, draw_header, draw_lane, draw_uncertain, patterns
from visualizations.overview import KEY_SIGN, KEY_SIZE, KEY_WHEN, TAG_HIGH, of_kind
from visualizations.picture import KeyLine, MarkKind, Overview, Panel, Picture, Tag
from visualizations.signs import AMBER, GREEN, MUTED, NAVY, RULE, WHITE, node
from visualizations.svg import element, group, line, number, rectangle, text
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
        *_leaders(overview, ("meeting", "talk")),
        *_flags(panel, name),
        *_leaders(overview, ("milestone",)),
        *(draw_band(band) for band in panel.bands),
        *(draw_arrow(arrow, name) for arrow in panel.arrows),
        *(node(one, panel.lanes) for one in panel.nodes),
        *_signs([(tag.kind, tag.number, tag.x, tag.y + TAG_HIGH / 2) for tag in overview.tags]),
        *_row_titles(panel, picture.language),
    )


def draw_key(overview: Overview) -> Markup:
    """The key: sign, number, date and name of everything drawn, in the order of time."""
    signs = [(one.kind, one.number, one.x + 20, one.y - 3.5) for one in overview.key]
    return group(
        *_key_marks(overview.key),
        *_signs(signs),
        group(*(_plain(one.when, one.x + KEY_SIGN, one.y) for one in overview.key), font_size=KEY_SIZE, fill=MUTED),
        group(*(_plain(one.what, one.x + KEY_SIGN + KEY_WHEN, one.y) for one in overview.key), font_size=KEY_SIZE),
    )


def _plain(words: str, x: float, y: float) -> Markup:
    return element("text", words, x=x, y=y)


def _row_titles(panel: Panel, language: str) -> list[Markup]:
    meetings = any(one.kind == "meeting" for one in panel.nodes)
    talks = any(one.kind == "talk" for one in panel.nodes)
    rows = (
        (meetings, panel.rows.meetings, say(language, "会合", "Meetings")),
        (talks, panel.rows.talks, say(language, "二者間等の対話", "Talks between some of them")),
        (bool(panel.markers), panel.rows.milestones + 12, say(language, "節目", "Milestones")),
    )
    return [text(words, LEFT, y + 11, 11, font_weight="700", fill=MUTED) for used, y, words in rows if used]


def _leaders(overview: Overview, kinds: Sequence[MarkKind]) -> list[Markup]:
    """From the numbers to what they stand for: one path for each kind keeps the file small."""
    return [
        element(
            "path",
            d="".join(_leader(tag, overview.panel) for tag in of_kind(overview.tags, kind)),
            fill="none",
            stroke=COLOURS[kind],
            stroke_width=0.7,
            stroke_opacity=0.75,
        )
        for kind in kinds
        if of_kind(overview.tags, kind)
    ]


def _leader(tag: Tag, panel: Panel) -> str:
    if tag.kind == "meeting":
        start, turn, end = tag.y + TAG_HIGH - 2, panel.lanes[0].y - 14, panel.lanes[0].y
    elif tag.kind == "talk":
        start, turn, end = tag.y, panel.lanes[-1].y + 16, panel.lanes[-1].y
    else:
        start, turn, end = tag.y, panel.rows.milestones + 20, panel.rows.milestones + 14
    return f"M{number(tag.x)} {number(start)}L{number(tag.target)} {number(turn)}V{number(end)}"


def _flags(panel: Panel, name: str) -> list[Markup]:
    y = panel.rows.milestones + 8
    drawn = [line((panel.axis.left, y), (panel.axis.right, y), stroke=RULE, stroke_width=1)] if panel.markers else []
    for marker in panel.markers:
        if marker.span:
            left, right = marker.span
            hatched = f"url(#{name}-step)"
            wide = max(right - left, 2)
            drawn.append(rectangle(left, y - 5, wide, 10, fill=hatched, stroke=GREEN, stroke_width=0.7))
    flags = "".join(f"M{number(marker.x - 4.5)} {number(y - 5)}h9l-4.5 10z" for marker in panel.markers)
    return [*drawn, element("path", d=flags, fill=GREEN)] if flags else drawn


def _signs(signs: Sequence[tuple[MarkKind, int, float, float]]) -> list[Markup]:
    """Numbers in the shape of their kind: a filled pill, an outlined hexagon, an outlined box."""
    drawn = []
    for kind, colour in COLOURS.items():
        mine = [(count, x, y) for one, count, x, y in signs if one == kind]
        if not mine:
            continue
        fill = colour if kind == "meeting" else WHITE
        outlines = "".join(_outline(kind, 7.0 if count < 100 else 8.5, x, y) for count, x, y in mine)
        words = [_plain(str(count), x, y + 3.2) for count, x, y in mine]
        ink = WHITE if kind == "meeting" else colour
        drawn += [
            element("path", d=outlines, fill=fill, stroke=colour),
            group(*words, fill=ink, font_size=TAG_SIZE, font_weight="700", text_anchor="middle"),
        ]
    return drawn


def _outline(kind: MarkKind, half: float, x: float, y: float) -> str:
    left, wide = f"M{number(x - half)} ", number(half * 2 - 8)
    if kind == "meeting":
        return f"M{number(x - half + 4)} {number(y - 6.5)}h{wide}a6.5 6.5 0 0 1 0 13h-{wide}a6.5 6.5 0 0 1 0-13z"
    if kind == "talk":
        return f"{left}{number(y)}l4-6.5h{wide}l4 6.5l-4 6.5h-{wide}z"
    return f"{left}{number(y - 6.5)}h{number(half * 2)}v13h-{number(half * 2)}z"


def _key_marks(key: Sequence[KeyLine]) -> list[Markup]:
    drawn = []
    for kind, colour in COLOURS.items():
        path = "".join(_key_mark(kind, one.x + 5, one.y - 3.5) for one in key if one.kind == kind)
        drawn += [element("path", d=path, fill=colour)] if path else []
    return drawn


def _key_mark(kind: MarkKind, x: float, y: float) -> str:
    if kind == "meeting":
        return f"M{number(x - 4)} {number(y)}a4 4 0 0 1 8 0a4 4 0 0 1-8 0z"
    if kind == "talk":
        return f"M{number(x)} {number(y - 4.6)}l4.6 4.6l-4.6 4.6l-4.6-4.6z"
    return f"M{number(x - 4.5)} {number(y - 4)}h9l-4.5 8z"
