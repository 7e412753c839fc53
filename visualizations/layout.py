"""Where the nodes of a network stand on the sheet: worked out once, kept by content, and held between editions.

A layout is a record that can be stored beside an edition and handed to the next one: a node that was there keeps
its place to the pixel, and only new nodes are placed, near those they are joined to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, sin, sqrt
from typing import Final, Protocol

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.errors import BadInput
from graph.forces import GOLDEN_ANGLE
from graph.network import positions

Box = tuple[float, float]
Places = dict[str, tuple[float, float]]

SHORTEST_SIDE: Final = 620.0
LONGEST_SIDE: Final = 2600.0
SHAPE_RATIO: Final = 1.6
MARGIN: Final = 30.0
MOST_ROUNDS: Final = 400
MOST_SPOTS: Final = 20_000
#: Pair tables of so many numbers are gone through while nodes are moved apart, whatever their number.
PAIR_BUDGET: Final = 30_000_000


@dataclass(frozen=True)
class Layout:
    """Places in whole pixels by node, and the size of the sheet that holds them."""

    places: Places
    wide: float
    high: float

    def to_json(self) -> str:
        """The layout as JSON, the same for the same layout."""
        return json.dumps({"high": self.high, "places": self.places, "wide": self.wide}, sort_keys=True)

    @staticmethod
    def from_json(words: str) -> Layout:
        """A layout that was written by ``to_json``; raises ``BadInput`` for anything else."""
        try:
            data = json.loads(words)
            places = {str(node): (float(x), float(y)) for node, (x, y) in data["places"].items()}
            return Layout(places, float(data["wide"]), float(data["high"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInput(
                "This is not a layout that Sankyoku wrote; leave it out and a new one is made.",
                "三極が書き出した配置データではありません。指定を外せば新たに作成します。",
            ) from error


class LayoutCache(Protocol):
    """Where layouts are kept by the hash of what they were worked out from; a dict will do."""

    def get(self, key: str, /) -> Layout | None:
        """The layout kept under ``key``."""
        ...

    def __setitem__(self, key: str, layout: Layout, /) -> None:
        """Keep a layout under ``key``."""
        ...


@dataclass(frozen=True)
class Boxed:
    """A node's sign and label: ``wide`` and ``high`` hold both, ``reach`` is the radius of the sign at the top."""

    wide: float
    high: float
    reach: float


def lay_out(
    network: nx.Graph[str], boxes: Mapping[str, Boxed], before: Layout | None, cache: LayoutCache | None
) -> Layout:
    """A place for every node of ``network``; ``before`` holds those that stood already.

    Where less than half of them did, it is another network, and all are placed anew.
    """
    key = _key(network, boxes, before)
    kept = cache.get(key) if cache is not None else None
    if kept:
        return kept
    old = {node: before.places[node] for node in network if node in before.places} if before else {}
    known = 2 * len(old) >= len(network) > 0
    layout = _continued(network, boxes, old, before) if before and known else _fresh(network, boxes)
    if cache is not None:
        cache[key] = layout
    return layout


def _key(network: nx.Graph[str], boxes: Mapping[str, Boxed], before: Layout | None) -> str:
    ties = sorted((min(pair), max(pair), network.edges[pair]["weight"]) for pair in network.edges)
    nodes = [(node, boxes[node].wide, boxes[node].high) for node in sorted(network)]
    content = json.dumps([nodes, ties, before.to_json() if before else ""], separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def _fresh(network: nx.Graph[str], boxes: Mapping[str, Boxed]) -> Layout:
    order = sorted(network)
    if not order:
        return Layout({}, SHORTEST_SIDE * SHAPE_RATIO, MARGIN)
    sizes = _sizes(order, boxes)
    side = min(max(sqrt(float(sizes.prod(axis=1).sum()) * 2.6 / SHAPE_RATIO), SHORTEST_SIDE / 2), LONGEST_SIDE)
    found = positions(network)
    centres = np.array([found[node] for node in order]) * np.array([side * SHAPE_RATIO / 2, side / 2])
    centres = _apart(centres, sizes)
    lows, ends = (centres - sizes / 2).min(axis=0), (centres + sizes / 2).max(axis=0)
    size = ends - lows + 2 * MARGIN
    places = _signs(order, centres - lows + MARGIN, sizes, boxes)
    return Layout(places, round(float(size[0]), 1), round(float(size[1]), 1))


def _continued(network: nx.Graph[str], boxes: Mapping[str, Boxed], old: Places, before: Layout) -> Layout:
    """The old places as they were; each new node in the nearest free spot to those it is joined to."""
    taken = [(*_centre(old[node], boxes[node]), boxes[node].wide, boxes[node].high) for node in sorted(old)]
    places = dict(old)
    middle = np.mean([(x, y) for x, y, *_ in taken], axis=0)
    for node in (one for one in sorted(network) if one not in old):
        known = [_centre(places[other], boxes[other]) for other in network.neighbors(node) if other in places]
        near = np.mean(known, axis=0) if known else middle
        x, y = _free_spot((float(near[0]), float(near[1])), boxes[node], np.array(taken))
        taken.append((x, y, boxes[node].wide, boxes[node].high))
        places[node] = (float(round(x)), float(round(y - boxes[node].high / 2 + boxes[node].reach)))
    sheet = np.array(taken)
    reach = (sheet[:, :2] + sheet[:, 2:] / 2).max(axis=0) + MARGIN
    wide, high = max(before.wide, round(float(reach[0]), 1)), max(before.high, round(float(reach[1]), 1))
    return Layout(dict(sorted(places.items())), wide, high)


def _free_spot(near: tuple[float, float], box: Boxed, taken: NDArray[np.float64]) -> tuple[float, float]:
    """The first place on a spiral from ``near`` where ``box`` meets no other and stays on the sheet."""
    needs = taken[:, 2:] / 2 + np.array([box.wide / 2, box.high / 2]) + 4
    for step in range(MOST_SPOTS):
        reach = 9 * sqrt(step)
        x, y = near[0] + reach * 1.3 * cos(step * GOLDEN_ANGLE), near[1] + reach * sin(step * GOLDEN_ANGLE)
        inside = x - box.wide / 2 >= MARGIN / 2 and y - box.high / 2 >= MARGIN / 2
        if inside and not (np.abs(taken[:, :2] - np.array([x, y])) < needs).all(axis=1).any():
            return x, y
    return near[0], float((taken[:, 1] + taken[:, 3] / 2).max()) + box.high / 2 + 8


def _sizes(order: Sequence[str], boxes: Mapping[str, Boxed]) -> NDArray[np.float64]:
    return np.array([(boxes[node].wide + 8, boxes[node].high + 8) for node in order])


def _centre(place: tuple[float, float], box: Boxed) -> tuple[float, float]:
    """The middle of a box from the place of the sign at its top."""
    return place[0], place[1] - box.reach + box.high / 2


def _signs(
    order: Sequence[str], centres: NDArray[np.float64], sizes: NDArray[np.float64], boxes: Mapping[str, Boxed]
) -> Places:
    places = {}
    for node, centre, size in zip(order, centres, sizes, strict=True):
        top = float(centre[1]) - float(size[1]) / 2 + 4
        places[node] = (float(round(centre[0])), float(round(top + boxes[node].reach)))
    return places


def _apart(centres: NDArray[np.float64], sizes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Boxes pushed apart along the shorter way out until none overlap, or the rounds are spent."""
    moved = centres.astype(np.float32)
    halves = (sizes / 2).astype(np.float32)
    need_x = halves[:, None, 0] + halves[None, :, 0]
    need_y = halves[:, None, 1] + halves[None, :, 1]
    for _ in range(min(MOST_ROUNDS, max(PAIR_BUDGET // max(len(moved) ** 2, 1), 2))):
        dx = moved[:, None, 0] - moved[None, :, 0]
        dy = moved[:, None, 1] - moved[None, :, 1]
        touch = (np.abs(dx) < need_x - 0.01) & (np.abs(dy) < need_y - 0.01)
        np.fill_diagonal(touch, False)
        if not touch.any():
            break
        rows, columns = np.nonzero(touch)
        _push(moved, (rows, columns), (need_x, need_y), (dx, dy))
    return moved.astype(np.float64)


def _push(
    moved: NDArray[np.float32],
    pairs: tuple[NDArray[np.intp], NDArray[np.intp]],
    needs: tuple[NDArray[np.float32], NDArray[np.float32]],
    ways: tuple[NDArray[np.float32], NDArray[np.float32]],
) -> None:
    """Each box moved by the mean of half its overlaps."""
    rows, columns = pairs
    over = [need[pairs] - np.abs(way[pairs]) for need, way in zip(needs, ways, strict=True)]
    sideways = over[0] < over[1]
    order = np.sign(rows - columns)
    for axis, chosen in ((0, sideways), (1, ~sideways)):
        way = np.where(np.abs(ways[axis][pairs]) < 1e-6, order, np.sign(ways[axis][pairs]))
        push = np.where(chosen, way * (over[axis] / 2 + 0.2), 0.0)
        total = np.bincount(rows, push, len(moved))
        moved[:, axis] += (total / np.maximum(np.bincount(rows, chosen, len(moved)), 1)).astype(np.float32)
