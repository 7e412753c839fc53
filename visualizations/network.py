"""From a network of bodies to its picture: which bodies and ties are drawn, where, how large, with which labels.

Pure. A large network is reduced to its busiest bodies and strongest ties, and the picture says by how much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2, sqrt
from typing import Final

import networkx as nx
import numpy as np

from graph.model import Catalogue
from graph.network import busiest, positions, reduced
from ontology.terms import BodyKind
from visualizations.lettering import balanced_lines, width
from visualizations.words import LANGUAGES, body_name, short_body_name

MOST_BODIES: Final = 300
MOST_TIES: Final = 1500
LABEL_SIZE: Final = 11.0
LABEL_LEADING: Final = 13.5
LABEL_ROOM: Final = 118.0
SHORTEST_SIDE: Final = 620.0
LONGEST_SIDE: Final = 2200.0
SHAPE_RATIO: Final = 1.6
MARGIN: Final = 30.0


@dataclass(frozen=True)
class BodyDot:
    """A body in the drawing. ``reach`` is its radius in pixels; a label is empty where there is no room for it."""

    body: str
    kind: BodyKind | None
    x: float
    y: float
    reach: float
    names: dict[str, str]
    labels: dict[str, tuple[str, ...]]
    count: int
    met: int


@dataclass(frozen=True)
class Tie:
    """Two bodies that met; ``thick`` is the width of their line in pixels."""

    first: str
    second: str
    weight: int
    thick: float


@dataclass(frozen=True)
class NetworkPicture:
    """The drawing in both languages at once: places do not depend on the language."""

    wide: float
    high: float
    dots: tuple[BodyDot, ...]
    ties: tuple[Tie, ...]
    all_bodies: int
    all_ties: int
    all_engagements: int


def network_picture(network: nx.Graph[str], catalogue: Catalogue) -> NetworkPicture:
    """The picture of ``graph.network.who_met_whom``; above 300 bodies or 1,500 ties the strongest of them."""
    drawn = reduced(network, MOST_BODIES, MOST_TIES)
    order = busiest(drawn)
    reaches = {body: _reach(drawn.nodes[body]["count"]) for body in order}
    labels = {body: _labels(body, catalogue) for body in order}
    places, size = _places(drawn, order, reaches, labels)
    shown = _with_room(order, places, reaches, labels)
    return NetworkPicture(
        *size,
        dots=tuple(
            BodyDot(
                body=body,
                kind=drawn.nodes[body]["kind"],
                x=places[body][0],
                y=places[body][1],
                reach=reaches[body],
                names={language: body_name(body, catalogue, language) for language in LANGUAGES},
                labels=labels[body] if body in shown else {},
                count=drawn.nodes[body]["count"],
                met=network.degree(body),
            )
            for body in sorted(order)
        ),
        ties=tuple(
            Tie(first, second, tie["weight"], round(0.9 + 1.3 * log2(tie["weight"]), 2))
            for first, second, tie in sorted(drawn.edges(data=True), key=lambda tie: tie[:2])
        ),
        all_bodies=len(network),
        all_ties=network.number_of_edges(),
        all_engagements=len(network.graph["engagements"]),
    )


def _reach(count: int) -> float:
    return round(min(6 + 2.6 * sqrt(count), 26), 2)


def _labels(body: str, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    return {
        language: balanced_lines(short_body_name(body, catalogue, language), LABEL_ROOM, LABEL_SIZE, most=3)
        for language in LANGUAGES
    }


def _label_box(labels: dict[str, tuple[str, ...]]) -> tuple[float, float]:
    """Width and height that hold the label in either language."""
    lines = [line for words in labels.values() for line in words]
    wide = max((width(line, LABEL_SIZE) for line in lines), default=0)
    return wide, max((len(words) for words in labels.values()), default=0) * LABEL_LEADING


Places = dict[str, tuple[float, float]]
Labels = dict[str, dict[str, tuple[str, ...]]]


def _places(
    drawn: nx.Graph[str], order: Sequence[str], reaches: dict[str, float], labels: Labels
) -> tuple[Places, tuple[float, float]]:
    """Places in pixels in which no two boxes of dot and label overlap, and the size of the sheet."""
    if not order:
        return {}, (SHORTEST_SIDE * SHAPE_RATIO, SHORTEST_SIDE / 2)
    boxes = [_label_box(labels[body]) for body in order]
    wides = np.array([max(box[0], 2 * reaches[body]) for body, box in zip(order, boxes, strict=True)]) + 8
    highs = np.array([box[1] + 2 * reaches[body] for body, box in zip(order, boxes, strict=True)]) + 8
    side = min(max(sqrt(float((wides * highs).sum()) * 2.6 / SHAPE_RATIO), SHORTEST_SIDE / 2), LONGEST_SIDE)
    found = positions(drawn)
    unit = np.array([found[body] for body in order])
    centres = unit * np.array([side * SHAPE_RATIO / 2, side / 2])
    centres = _apart(centres, wides, highs)
    lows, ends = (centres - _halves(wides, highs)).min(axis=0), (centres + _halves(wides, highs)).max(axis=0)
    shift = MARGIN - lows
    places = {}
    for body, centre, high in zip(order, centres + shift, highs, strict=True):
        places[body] = (
            round(float(centre[0]), 1),
            round(float(centre[1]) - float(high) / 2 + 4 + reaches[body], 1),
        )
    size = ends - lows + 2 * MARGIN
    return places, (round(float(size[0]), 1), round(float(size[1]), 1))


def _halves(wides: np.ndarray, highs: np.ndarray) -> np.ndarray:
    return np.stack([wides, highs], axis=1) / 2


def _apart(centres: np.ndarray, wides: np.ndarray, highs: np.ndarray) -> np.ndarray:
    """Boxes pushed apart along the shorter way out until none overlap (or 400 rounds have passed)."""
    moved = centres.copy()
    need_x = (wides[:, None] + wides[None, :]) / 2
    need_y = (highs[:, None] + highs[None, :]) / 2
    for _ in range(400):
        dx = moved[:, None, 0] - moved[None, :, 0]
        dy = moved[:, None, 1] - moved[None, :, 1]
        over_x, over_y = need_x - np.abs(dx), need_y - np.abs(dy)
        touch = (over_x > 0.01) & (over_y > 0.01)
        np.fill_diagonal(touch, False)
        if not touch.any():
            break
        sideways = over_x < over_y
        moved[:, 0] += _push(touch & sideways, over_x, dx)
        moved[:, 1] += _push(touch & ~sideways, over_y, dy)
    return moved


def _push(which: np.ndarray, over: np.ndarray, apart: np.ndarray) -> np.ndarray:
    """How far each box is moved along one axis: half of each overlap, away from the other box."""
    order = np.sign(np.arange(len(apart))[:, None] - np.arange(len(apart))[None, :])
    way = np.where(np.abs(apart) < 1e-6, order, np.sign(apart))
    pushes = np.where(which, way * (over / 2 + 0.2), 0.0)
    return np.asarray(pushes.sum(axis=1) / np.maximum(which.sum(axis=1), 1))


def _with_room(order: Sequence[str], places: Places, reaches: dict[str, float], labels: Labels) -> set[str]:
    """The bodies whose label covers no other dot or label; the busiest choose first."""
    boxes: list[tuple[float, float, float, float]] = []
    shown: set[str] = set()
    dots = [(places[one][0], places[one][1], reaches[one], one) for one in order]
    for body in order:
        wide, high = _label_box(labels[body])
        x, top = places[body][0], places[body][1] + reaches[body] + 2
        box = (x - wide / 2, top, x + wide / 2, top + high)
        free = not any(_meet(box, other) for other in boxes)
        if free and not any(_meet(box, (a - r, b - r, a + r, b + r)) for a, b, r, one in dots if one != body):
            boxes.append(box)
            shown.add(body)
    return shown


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
