"""How two bodies are connected: paths through meetings, forums and frameworks."""

from __future__ import annotations

from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING, Final, Literal

from graph.history.asked import Asked
from graph.history.finding import nearest
from graph.history.matching import Part, check_known
from graph.index import Index
from graph.model import Record

if TYPE_CHECKING:
    import networkx as nx

NodeType = Literal["authority", "series", "framework"]

_MOST_PATHS: Final = 10
_TRIED: Final = 200


class Node(Record):
    """A station of a path."""

    type: NodeType
    id: str


class Step(Record):
    """From one station to the next: ``engagements`` they share (0 for a membership), and the last one's slug."""

    by: Literal["meeting", "forum", "membership"]
    engagements: int
    last: str | None


class Path(Record):
    """A way from one body to another: one step fewer than stations."""

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]


def paths(index: Index, one: str, other: str, longest: int = 4) -> tuple[Path, ...]:
    """The shortest ways from one body to another, of at most ``longest`` steps: through meetings, forums, frameworks.

    At most ten, those with the most engagements first among equally long ones. Raises NotFound.
    """
    import networkx as nx  # noqa: PLC0415 - half a second to load, for a question that few ask

    check_known(index, Asked(with_=(one, other)))
    network = index.kept("connections", lambda: _network(index))
    ends = ("authority", one), ("authority", other)
    if one == other or not all(end in network for end in ends):
        return ()
    found = []
    try:
        for nodes in islice(nx.shortest_simple_paths(network, *ends), _TRIED):
            if len(nodes) - 1 > longest:
                break
            found.append(nodes)
    except nx.NetworkXNoPath:
        return ()
    found.sort(key=lambda nodes: (len(nodes), -_least(network, nodes), nodes))
    return tuple(_path(index, network, nodes) for nodes in found[:_MOST_PATHS])


_Node = tuple[str, str]


def _least(network: nx.Graph[_Node], nodes: list[_Node]) -> int:
    return min(int(network.edges[pair]["weight"]) for pair in pairwise(nodes))


def _network(index: Index) -> nx.Graph[_Node]:
    """Bodies joined by engagements held together, to series by taking part, to frameworks by membership."""
    import networkx as nx  # noqa: PLC0415 - as above

    network: nx.Graph[_Node] = nx.Graph()
    bodies, series = index.values("with"), index.values("series")
    for segment in index.segments:
        live = segment.live & segment.posting("status", "held")
        held = {body: segment.posting("with", body) & live for body in bodies}
        for first, second in combinations(bodies, 2):
            _add(
                network, ("authority", first), ("authority", second), held[first].intersection_cardinality(held[second])
            )
        for one in series:
            of_series = segment.posting("series", one)
            for body in bodies:
                _add(network, ("authority", body), ("series", one), held[body].intersection_cardinality(of_series))
    for membership in index.catalogue.memberships:
        if membership.participant in index.catalogue.authorities:
            network.add_edge(("authority", membership.participant), ("framework", membership.of), weight=0)
    return network


def _add(network: nx.Graph[_Node], first: _Node, second: _Node, weight: int) -> None:
    if weight:
        before = network.edges[first, second]["weight"] if network.has_edge(first, second) else 0
        network.add_edge(first, second, weight=before + weight)


def _path(index: Index, network: nx.Graph[_Node], nodes: list[_Node]) -> Path:
    steps = [_step(index, network, pair) for pair in pairwise(nodes)]
    return Path(
        nodes=tuple(Node.model_validate({"type": kind, "id": identifier}) for kind, identifier in nodes),
        steps=tuple(steps),
    )


def _step(index: Index, network: nx.Graph[_Node], pair: tuple[_Node, _Node]) -> Step:
    kinds = {kind for kind, _ in pair}
    if "framework" in kinds:
        return Step(by="membership", engagements=0, last=None)
    fields = [("with" if kind == "authority" else "series", identifier) for kind, identifier in pair]
    parts = []
    for segment in index.segments:
        rows = segment.live & segment.posting("status", "held")
        for field, value in fields:
            rows = rows & segment.posting(field, value)
        parts.append(Part(segment, rows, rows))
    last = nearest(parts, "newest", 1)
    return Step(
        by="forum" if "series" in kinds else "meeting",
        engagements=network.edges[pair]["weight"],
        last=last[0][0].slug(last[0][1]) if last else None,
    )
