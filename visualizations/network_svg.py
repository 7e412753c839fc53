"""The network as SVG with real text: what is printed, and what is shown where no script runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin
from typing import Final

from markupsafe import Markup

from visualizations.network import LABEL_LEADING, LABEL_SIZE, Dot, NetworkPicture, Tie
from visualizations.sheet import sheet_legend
from visualizations.signs import WHITE
from visualizations.svg import Value, circle, document, element, group, number, polygon, rectangle
from visualizations.words import label, say

Shape = str


@dataclass(frozen=True)
class Look:
    """How a kind of node looks: shape (a name that vis-network knows too), colour, and whether only outlined."""

    shape: Shape
    colour: str
    hollow: bool = False


LOOKS: Final[dict[str, Look]] = {
    "data-protection-authority": Look("dot", "#17406d"),
    "government-department": Look("square", "#8a4b08"),
    "regional-body": Look("diamond", "#5b3a86"),
    "international-organisation": Look("hexagon", "#2b5d34"),
    "network": Look("triangle", "#0f6674"),
    "forum": Look("triangleDown", "#8c2f39"),
    "private-association": Look("star", "#4a5563"),
    "engagement": Look("dot", "#7a3e9d", hollow=True),
    "framework": Look("square", "#0f6674", hollow=True),
    "year": Look("diamond", "#8a4b08", hollow=True),
    "group": Look("hexagon", "#17406d", hollow=True),
}
UNKNOWN: Final = Look("dot", "#6b7480")
NEW: Final = "#b3261e"


def look_of(kind: str | None) -> Look:
    """The look of a kind; a body that the catalogue does not know is a grey disc."""
    return LOOKS.get(kind, UNKNOWN) if kind else UNKNOWN


#: The id of the shapes that the drawings of both languages on a page have in common.
SHAPES: Final = "shapes"


def network_drawing(picture: NetworkPicture, language: str) -> Markup:
    """The drawing in one language, without its title: what stands on the sheet of the layout."""
    by_node = {dot.node: dot for dot in picture.dots}
    dots = (
        group(element("title", _counted(dot, language)), _dot(dot), data_n=index, **ink(look_of(dot.kind)))
        for index, dot in enumerate(picture.dots)
    )
    return group(group(*_ties(picture.ties, by_node), class_="ties"), *dots, _labels(picture, language))


def network_shapes(picture: NetworkPicture) -> Markup:
    """Lines and signs without a word, once for both languages, to be shown by ``network_labels``."""
    by_node = {dot.node: dot for dot in picture.dots}
    looks = sorted({look_of(dot.kind) for dot in picture.dots}, key=lambda look: (look.shape, look.colour))
    dots = (
        group(*(_dot(dot, index) for index, dot in enumerate(picture.dots) if look_of(dot.kind) == look), **ink(look))
        for look in looks
    )
    return group(group(*_ties(picture.ties, by_node), class_="ties"), *dots, id=SHAPES)


def network_labels(picture: NetworkPicture, title: str, described_by: str, language: str, name: str) -> Markup:
    """The drawing of a page: the labels of one language over the shapes that stand once in the page."""
    size = (picture.layout.wide, picture.layout.high)
    sheet = rectangle(0, 0, *size, fill=WHITE)
    shapes = element("use", href=f"#{SHAPES}")
    drawn = _labels(picture, language)
    return document(size, title, f"#{described_by}", sheet, shapes, drawn, name=name, language=language)


def _labels(picture: NetworkPicture, language: str) -> Markup:
    return group(
        *(line for index, dot in enumerate(picture.dots) if dot.labels for line in _label(dot, index, language)),
        font_size=LABEL_SIZE,
        text_anchor="middle",
        stroke=WHITE,
        stroke_width=3,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def network_svg(picture: NetworkPicture, title: str, described_by: str, language: str, name: str) -> Markup:
    """The drawing and its legend as one SVG for a page, described by the element with the id ``described_by``."""
    wide, high = picture.layout.wide, picture.layout.high
    signs, legend_high = sheet_legend(legend_of(picture, language), wide)
    size = (wide, high + legend_high + 4)
    sheet = rectangle(0, 0, *size, fill=WHITE)
    below = group(signs, transform=f"translate(0 {number(high)})")
    drawn = network_drawing(picture, language)
    return document(size, title, f"#{described_by}", sheet, drawn, below, name=name, language=language)


def _ties(ties: Sequence[Tie], by_node: dict[str, Dot]) -> list[Markup]:
    """One path for each thickness and change: a line of its own for every tie would be four times as large."""
    paths: dict[tuple[float, str], list[str]] = {}
    for tie in ties:
        one, other = by_node[tie.first], by_node[tie.second]
        path = f"M{one.x:.0f} {one.y:.0f}L{other.x:.0f} {other.y:.0f}"
        paths.setdefault((tie.thick, tie.change), []).append(path)
    return [
        element(
            "path",
            d="".join(parts),
            fill="none",
            stroke=NEW if change else "#71819a",
            stroke_width=thick,
            stroke_opacity=0.7 if change else 0.4,
            stroke_dasharray="6 3" if change == "new" else None,
        )
        for (thick, change), parts in sorted(paths.items())
    ]


def _counted(dot: Dot, language: str) -> str:
    return say(language, f"{dot.names['ja']}：{dot.count}件", f"{dot.names['en']}: {dot.count}")


def _dot(dot: Dot, index: int | None = None) -> Markup:
    look = look_of(dot.kind)
    drawn = draw(look.shape, dot.x, dot.y, dot.reach, data_n=index)
    return drawn + _change(dot, index) if dot.change else drawn


def _change(dot: Dot, index: int | None) -> Markup:
    """A dashed ring around what is new, a plain one around what has changed."""
    return circle(
        dot.x,
        dot.y,
        dot.reach + 5,
        fill="none",
        stroke=NEW,
        stroke_width=2,
        stroke_dasharray="4 2.5" if dot.change == "new" else None,
        data_n=index,
    )


def ink(look: Look) -> dict[str, Value]:
    """Fill and stroke of a look, for the group around its shapes; hollow ones are outlined."""
    if look.hollow:
        return {"fill": WHITE, "stroke": look.colour, "stroke_width": 2.5}
    return {"fill": look.colour, "stroke": WHITE, "stroke_width": 1.5}


def draw(shape: Shape, x: float, y: float, reach: float, **style: Value) -> Markup:
    """One of the seven shapes, the same as vis-network draws them, in the ink of the group around it."""
    if shape == "square":
        return rectangle(x - reach, y - reach, reach * 2, reach * 2, **style)
    corners = {
        "diamond": _ring(4, 0),
        "hexagon": _ring(6, 0.5),
        "triangle": _ring(3, 0),
        "triangleDown": _ring(3, 0.5),
        "star": _star(),
    }
    if shape in corners:
        return polygon([(x + a * reach * 1.15, y + b * reach * 1.15) for a, b in corners[shape]], **style)
    return circle(x, y, reach, **style)


@cache
def _ring(corners: int, turn: float) -> list[tuple[float, float]]:
    angles = [2 * pi * (index + turn) / corners - pi / 2 for index in range(corners)]
    return [(cos(angle), sin(angle)) for angle in angles]


@cache
def _star() -> list[tuple[float, float]]:
    outer, inner = _ring(5, 0), _ring(5, 0.5)
    pairs = zip(outer, inner, strict=True)
    return [point for one, other in pairs for point in (one, (other[0] * 0.48, other[1] * 0.48))]


def _label(dot: Dot, index: int, language: str) -> list[Markup]:
    top = dot.y + dot.reach + LABEL_SIZE + 2
    return [
        element("text", words, x=dot.x, y=top + row * LABEL_LEADING, data_n=index)
        for row, words in enumerate(dot.labels.get(language, ()))
    ]


def kind_words(kind: str | None, language: str) -> str:
    """What a kind of node is called."""
    if kind == "engagement":
        return say(language, "会合等", "Engagement")
    if kind == "framework":
        return say(language, "枠組み", "Framework")
    if kind == "year":
        return say(language, "年", "Year")
    if kind == "group":
        return say(language, "同席の多い機関のまとまり", "Group that meets most among itself")
    return label("body-kind", kind, language) if kind else say(language, "種別不明", "Kind not known")


def _sign(drawn: Markup) -> Markup:
    return element("svg", drawn, viewBox="0 0 20 20", width=20, height=20, aria_hidden="true")


def legend_of(picture: NetworkPicture, language: str) -> list[tuple[Markup, str]]:
    """The legend: sign and words of every kind that occurs, in the order of the scheme, and of the changes."""
    present = {dot.kind for dot in picture.dots}
    kinds = [kind for kind in (*LOOKS, None) if kind in present]
    entries = []
    for kind in kinds:
        look = look_of(kind)
        drawn = group(draw(look.shape, 10, 10, 7), **ink(look))
        entries.append((drawn, kind_words(kind, language)))
    changes = {dot.change for dot in picture.dots} | {tie.change for tie in picture.ties}
    if "new" in changes:
        ring = circle(10, 10, 8, fill="none", stroke=NEW, stroke_width=2, stroke_dasharray="4 2.5")
        entries.append((ring, say(language, "新たに現れたもの（破線）", "New (dashed)")))
    if "changed" in changes:
        ring = circle(10, 10, 8, fill="none", stroke=NEW, stroke_width=2)
        entries.append((ring, say(language, "内容が変わったもの", "Changed")))
    return entries


def legend_signs(picture: NetworkPicture, language: str) -> list[tuple[Markup, str]]:
    """The legend for HTML: each sign as a small SVG; the words stand beside it."""
    return [(_sign(drawn), words) for drawn, words in legend_of(picture, language)]
