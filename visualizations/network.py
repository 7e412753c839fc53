"""From a network to its picture: which nodes and ties are drawn, where, how large, with which labels and marks.

Pure. A large network is reduced to its busiest nodes and strongest ties, or gathered by groups or years, and the
picture says by how much. Against an earlier edition, new and changed nodes and ties are marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log2, sqrt
from typing import Final, Literal

import networkx as nx

from graph.gathering import GROUP, members_of
from graph.model import Catalogue, Engagement
from graph.network import busiest, reduced
from visualizations.layout import Boxed, Layout, LayoutCache, lay_out
from visualizations.lettering import balanced_lines, width
from visualizations.node_names import label_words, node_name
from visualizations.words import LANGUAGES

Show = Literal["bodies", "meetings", "frameworks"]
Gather = Literal["community", "year"]
Change = Literal["", "new", "changed"]

MOST_BODIES: Final = 300
MOST_TIES: Final = 1500
LABEL_SIZE: Final = 11.0
LABEL_LEADING: Final = 13.5
LABEL_ROOM: Final = 118.0


@dataclass(frozen=True)
class Previous:
    """An earlier edition to compare with: its id, its engagements (chosen alike), and its layout where kept."""

    edition: str
    engagements: tuple[Engagement, ...]
    layout: Layout | None = None


@dataclass(frozen=True)
class NetworkOptions:
    """What is drawn: bodies alone, or with meetings or frameworks; all, or around one body; all ties, or a backbone.

    ``gather`` makes one node of each group of bodies, or joins the bodies to years (``fiscal`` ones, if so asked)
    in place of meetings. ``backbone`` is the significance of the disparity filter (0.05 is usual). ``layout`` has
    the places where they are known already; ``cache`` keeps layouts by content.
    """

    show: Show = "bodies"
    gather: Gather | None = None
    fiscal: bool = False
    around: str | None = None
    backbone: float | None = None
    most_bodies: int = MOST_BODIES
    most_ties: int = MOST_TIES
    previous: Previous | None = None
    layout: Layout | None = field(default=None, compare=False)
    cache: LayoutCache | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Dot:
    """A node in the drawing. ``reach`` is its radius in pixels; a label is empty where there is no room for it."""

    node: str
    kind: str | None
    x: float
    y: float
    reach: float
    names: dict[str, str]
    labels: dict[str, tuple[str, ...]]
    count: int
    met: int
    change: Change


@dataclass(frozen=True)
class Tie:
    """Two nodes that are joined; ``thick`` is the width of their line in pixels."""

    first: str
    second: str
    weight: int
    thick: float
    change: Change


@dataclass(frozen=True)
class NetworkPicture:
    """The drawing in both languages at once: places do not depend on the language."""

    layout: Layout
    dots: tuple[Dot, ...]
    ties: tuple[Tie, ...]
    all_nodes: int
    all_ties: int
    all_engagements: int
    all_groups: int
    gathered: int
    options: NetworkOptions
    gone: int


def network_picture(
    network: nx.Graph[str],
    catalogue: Catalogue,
    options: NetworkOptions = NetworkOptions(),
    before: nx.Graph[str] | None = None,
) -> NetworkPicture:
    """The picture of a network; above the limits of ``options`` the strongest of it. ``before`` is the earlier one."""
    drawn = reduced(network, options.most_bodies, options.most_ties)
    order = busiest(drawn)
    reaches = {node: _reach(node, drawn) for node in order}
    labels = {node: _labels(node, drawn, catalogue) for node in order}
    boxes = {node: _boxed(labels[node], reaches[node]) for node in order}
    layout = _layout(drawn, boxes, options)
    shown = _with_room(order, layout, reaches, labels)
    return NetworkPicture(
        layout=layout,
        dots=tuple(
            Dot(
                node=node,
                kind=drawn.nodes[node]["kind"],
                x=layout.places[node][0],
                y=layout.places[node][1],
                reach=reaches[node],
                names={language: node_name(node, network, catalogue, language) for language in LANGUAGES},
                labels=labels[node] if node in shown else {},
                count=drawn.nodes[node]["count"],
                met=network.degree(node),
                change=_node_change(node, network, before),
            )
            for node in sorted(order)
        ),
        ties=tuple(
            Tie(first, second, weight, _thick(weight), _tie_change((first, second), network, before))
            for first, second in sorted((min(pair), max(pair)) for pair in drawn.edges)
            for weight in [drawn.edges[first, second]["weight"]]
        ),
        all_nodes=len(network),
        all_ties=network.number_of_edges(),
        all_engagements=_told(network, options),
        all_groups=sum(1 for node in network if network.nodes[node]["kind"] == GROUP),
        gathered=sum(len(members_of(network, node)) for node in network),
        options=options,
        gone=len(set(before) - set(network)) if before is not None else 0,
    )


def _told(network: nx.Graph[str], options: NetworkOptions) -> int:
    """How many engagements the network was made of; around a body, those of the ties that are drawn."""
    if options.around is None:
        return len(network.graph["engagements"])
    return len({slug for pair in network.edges for slug in network.edges[pair]["engagements"]})


def _layout(drawn: nx.Graph[str], boxes: dict[str, Boxed], options: NetworkOptions) -> Layout:
    """The places that are known already where they hold every node, else new ones."""
    if options.layout and all(node in options.layout.places for node in drawn):
        return options.layout
    before = options.layout or (options.previous.layout if options.previous else None)
    return lay_out(drawn, boxes, before, options.cache)


@cache
def _thick(weight: int) -> float:
    return round(0.9 + 1.3 * log2(weight), 1)


def _reach(node: str, network: nx.Graph[str]) -> float:
    if network.nodes[node]["kind"] == "engagement":
        return 5.0
    return round(min(6 + 2.6 * sqrt(network.nodes[node]["count"]), 26), 1)


def _node_change(node: str, network: nx.Graph[str], before: nx.Graph[str] | None) -> Change:
    if before is None:
        return ""
    if node not in before:
        return "new"
    return "changed" if before.nodes[node]["engagements"] != network.nodes[node]["engagements"] else ""


def _tie_change(pair: tuple[str, str], network: nx.Graph[str], before: nx.Graph[str] | None) -> Change:
    if before is None:
        return ""
    if not before.has_edge(*pair):
        return "new"
    return "changed" if before.edges[pair]["engagements"] != network.edges[pair]["engagements"] else ""


def _labels(node: str, network: nx.Graph[str], catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    return {
        language: balanced_lines(label_words(node, network, catalogue, language), LABEL_ROOM, LABEL_SIZE, most=3)
        for language in LANGUAGES
    }


def _label_box(labels: dict[str, tuple[str, ...]]) -> tuple[float, float]:
    """Width and height that hold the label in either language."""
    lines = [line for words in labels.values() for line in words]
    wide = max((width(line, LABEL_SIZE) for line in lines), default=0)
    return wide, max((len(words) for words in labels.values()), default=0) * LABEL_LEADING


def _boxed(labels: dict[str, tuple[str, ...]], reach: float) -> Boxed:
    wide, high = _label_box(labels)
    return Boxed(round(max(wide, 2 * reach), 2), round(high + 2 * reach, 2), reach)


class _Taken:
    """Boxes already drawn, found by the squares of a grid that they touch."""

    SQUARE: Final = 120.0

    def __init__(self) -> None:
        self._squares: dict[tuple[int, int], list[tuple[str, tuple[float, float, float, float]]]] = {}

    def add(self, owner: str, box: tuple[float, float, float, float]) -> None:
        for square in self._touched(box):
            self._squares.setdefault(square, []).append((owner, box))

    def free_for(self, owner: str, box: tuple[float, float, float, float]) -> bool:
        found = (one for square in self._touched(box) for one in self._squares.get(square, ()))
        return not any(other != owner and _meet(box, taken) for other, taken in found)

    def _touched(self, box: tuple[float, float, float, float]) -> list[tuple[int, int]]:
        left, top, right, bottom = (int(one // self.SQUARE) for one in box)
        return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def _with_room(
    order: Sequence[str], layout: Layout, reaches: dict[str, float], labels: dict[str, dict[str, tuple[str, ...]]]
) -> set[str]:
    """The nodes whose label covers no other dot or label; the busiest choose first."""
    taken = _Taken()
    for node in order:
        (x, y), reach = layout.places[node], reaches[node]
        taken.add(node, (x - reach, y - reach, x + reach, y + reach))
    shown: set[str] = set()
    for node in order:
        wide, high = _label_box(labels[node])
        (x, y), reach = layout.places[node], reaches[node]
        box = (x - wide / 2, y + reach + 2, x + wide / 2, y + reach + 2 + high)
        if taken.free_for(node, box):
            taken.add(node, box)
            shown.add(node)
    return shown


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
