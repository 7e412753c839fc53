"""The overview of a long dialogue as SVG: bars on one axis, their numbers, flags, bands and the key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from visualizations.dialogue_svg import draw_band, draw_header, draw_lane, draw_uncertain, patterns
from visualizations.overview import KEY_LEADING, KEY_SIGN, KEY_SIZE, KEY_WHEN, TAG_HIGH, of_kind
from visualizations.picture import KeyLine, KeyYear, MarkKind, Overview, Panel, Picture, Silence, Tag
from visualizations.signs import AMBER, GREEN, MUTED, NAVY, RULE, WHITE, node
from visualizations.svg import element, group, line, number, rectangle, text
from visualizations.words import say

COLOURS: Final[dict[MarkKind, str]] = {"meeting": NAVY, "talk": AMBER, "milestone": GREEN}
LEFT: Final = 12.0
TAG_SIZE: Final = 9.0
#: The marks on the bands of an overview, as a share of their usual size.
SLIM: Final = 0.66


def draw_overview(picture: Picture, overview: Overview, name: str) -> Markup:
    """All of an overview but its legend; ``name`` is the prefix of the ids of hatches and arrow heads."""
    panel = overview.panel
    return group(
        patterns(name),
        draw_header(panel),
        *(draw_lane(lane) for lane in panel.lanes),
        group(*(draw_uncertain(one, name) for one in panel.uncertain), opacity=0.7),
        *_leaders(overview, ("meeting", "talk")),
        *_flags(panel, name),
        *_leaders(overview, ("milestone",)),
        *(draw_band(band, SLIM) for band in panel.bands),
        *(node(one, panel.lanes) for one in panel.nodes),
        *_signs([(tag.kind, tag.number, tag.x, tag.y + TAG_HIGH / 2) for tag in overview.tags]),
        *(_silence(one, panel) for one in overview.silences),
        *_row_titles(panel, picture.language),
    )


def _silence(silence: Silence, panel: Panel) -> Markup:
    """What is said in the middle of a long stretch of which the sources tell nothing: on the gap between two lanes."""
    y = (panel.lanes[0].y + panel.lanes[-1].y) / 2 + (14 if len(panel.lanes) % 2 else 0)
    words = group(
        text(silence.words, silence.x, y + 4, 10, fill=MUTED, text_anchor="middle"),
        stroke=WHITE,
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
    )
    ends = ((silence.left, y), (silence.right, y))
    return line(*ends, stroke=MUTED, stroke_width=0.8, stroke_dasharray="1 3") + words


def draw_key(overview: Overview) -> Markup:
    """The key: sign, number, date and name of everything drawn, in the order of time."""
    signs = [(one.kind, one.number, one.x + 20, one.y - 3.5) for one in overview.key]
    told = [
        element("text", words, x=one.x + KEY_SIGN + KEY_WHEN, y=one.y + row * KEY_LEADING, font_weight=weight)
        for one in overview.key
        for weight in ["700" if one.kind == "meeting" else None]
        for row, words in enumerate(one.what)
    ]
    return group(
        *(_key_year(year) for year in overview.years),
        *_key_marks(overview.key),
        *_signs(signs),
        group(*(_plain(one.when, one.x + KEY_SIGN, one.y) for one in overview.key), font_size=KEY_SIZE, fill=MUTED),
        group(*told, font_size=KEY_SIZE),
    )


def _key_year(year: KeyYear) -> Markup:
    """The year, with a rule under it as wide as its column."""
    rule = line((year.x, year.y + 4), (year.x + year.wide, year.y + 4), stroke=RULE, stroke_width=0.8)
    return text(year.words, year.x, year.y, 11.5, font_weight="700") + rule


def _plain(words: str, x: float, y: float) -> Markup:
    return element("text", words, x=x, y=y)


def _row_titles(panel: Panel, language: str) -> list[Markup]:
    meetings = any(one.kind == "meeting" for one in panel.nodes)
    talks = any(one.kind == "talk" for one in panel.nodes)
    rows = (
        (meetings, panel.rows.meetings, say(language, "会合", "Meetings")),
        (talks, panel.rows.talks, say(language, "二者間等の対話", "Talks")),
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
    if tag.above:
        start, turn, end = tag.y + TAG_HIGH - 2, panel.lanes[0].y - 14, panel.lanes[0].y
    elif tag.kind == "talk":
        start, turn, end = tag.y, panel.lanes[-1].y + 16, panel.lanes[-1].y
    else:
        start, turn, end = tag.y, panel.rows.milestones + 20, panel.rows.milestones + 14
    return f"M{tag.x:.0f} {start:.0f}L{tag.target:.0f} {turn:.0f}V{end:.0f}"


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
        straight = number(half * 2 - 11)
        start = f"M{number(x - half + 5.5)} {number(y - 6.5)}"
        return f"{start}h{straight}a6.5 6.5 0 0 1 0 13h-{straight}a6.5 6.5 0 0 1 0-13z"
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
