"""The network as SVG with real text: what is printed, and what is shown where no script runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from markupsafe import Markup

from ontology.terms import BodyKind
from visualizations.network import LABEL_LEADING, LABEL_SIZE, BodyDot, NetworkPicture, Tie
from visualizations.svg import Value, circle, document, element, group, lines_of_text, number, polygon, rectangle
from visualizations.words import label, say

Shape = str


@dataclass(frozen=True)
class Look:
    """How a kind of body looks: shape (a name that vis-network knows too) and colour."""

    shape: Shape
    colour: str


LOOKS: Final[dict[BodyKind, Look]] = {
    "data-protection-authority": Look("dot", "#17406d"),
    "government-department": Look("square", "#8a4b08"),
    "regional-body": Look("diamond", "#5b3a86"),
    "international-organisation": Look("hexagon", "#2b5d34"),
    "network": Look("triangle", "#0f6674"),
    "forum": Look("triangleDown", "#8c2f39"),
    "private-association": Look("star", "#4a5563"),
}
UNKNOWN: Final = Look("dot", "#6b7480")


def look_of(kind: BodyKind | None) -> Look:
    """The look of a kind; a body that the catalogue does not know is a grey disc."""
    return LOOKS.get(kind, UNKNOWN) if kind else UNKNOWN


def network_svg(picture: NetworkPicture, title: str, description: str, language: str, name: str) -> Markup:
    """The whole drawing in one language."""
    by_body = {dot.body: dot for dot in picture.dots}
    return document(
        (picture.wide, picture.high),
        title,
        description,
        rectangle(0, 0, picture.wide, picture.high, fill="#ffffff"),
        *_ties(picture.ties, by_body),
        *(_dot(dot, language) for dot in picture.dots),
        *(_label(dot, language) for dot in picture.dots),
        name=name,
        language=language,
    )


def _ties(ties: Sequence[Tie], by_body: dict[str, BodyDot]) -> list[Markup]:
    """One path for each thickness: a line of its own for every tie would make the file four times as large."""
    paths: dict[float, list[str]] = {}
    for tie in ties:
        one, other = by_body[tie.first], by_body[tie.second]
        path = f"M{number(one.x)} {number(one.y)}L{number(other.x)} {number(other.y)}"
        paths.setdefault(tie.thick, []).append(path)
    return [
        element(
            "path",
            d="".join(parts),
            fill="none",
            stroke="#71819a",
            stroke_width=thick,
            stroke_opacity=0.38,
            stroke_linecap="round",
        )
        for thick, parts in sorted(paths.items())
    ]


def _dot(dot: BodyDot, language: str) -> Markup:
    look = look_of(dot.kind)
    words = say(language, f"{dot.names['ja']}：{dot.count}件", f"{dot.names['en']}: {dot.count}")
    return group(element("title", words), draw(look.shape, dot.x, dot.y, dot.reach, look.colour))


def draw(shape: Shape, x: float, y: float, reach: float, colour: str) -> Markup:
    """One of the seven shapes, the same as vis-network draws them."""
    style: dict[str, Value] = {"fill": colour, "stroke": "#ffffff", "stroke_width": 1.5}
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


def _ring(corners: int, turn: float) -> list[tuple[float, float]]:
    angles = [2 * pi * (index + turn) / corners - pi / 2 for index in range(corners)]
    return [(cos(angle), sin(angle)) for angle in angles]


def _star() -> list[tuple[float, float]]:
    outer, inner = _ring(5, 0), _ring(5, 0.5)
    pairs = zip(outer, inner, strict=True)
    return [point for one, other in pairs for point in (one, (other[0] * 0.48, other[1] * 0.48))]


def _label(dot: BodyDot, language: str) -> Markup:
    at = (dot.x, dot.y + dot.reach + LABEL_SIZE + 2)
    style: dict[str, Value] = {"text_anchor": "middle", "stroke": "#ffffff", "stroke_width": 3, "paint_order": "stroke"}
    lines = dot.labels.get(language, ())
    return lines_of_text(lines, at, LABEL_SIZE, LABEL_LEADING, stroke_linejoin="round", **style)


def kind_sign(kind: BodyKind | None) -> Markup:
    """The sign of a kind for a legend in HTML; the words stand beside it."""
    look = look_of(kind)
    sign = draw(look.shape, 10, 10, 7, look.colour)
    return element("svg", sign, viewBox="0 0 20 20", width=20, height=20, aria_hidden="true")


def kinds_in(picture: NetworkPicture, language: str) -> list[tuple[Markup, str]]:
    """The legend: sign and words of every kind that occurs, in the order of the scheme."""
    present = {dot.kind for dot in picture.dots}
    known = [(kind_sign(kind), label("body-kind", kind, language)) for kind in LOOKS if kind in present]
    other = [(kind_sign(None), say(language, "種別不明", "kind not known"))] if None in present else []
    return known + other
