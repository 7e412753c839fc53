"""Engagements as networks: who met whom, who took part in what, and where each body stands in a drawing.

Only engagements that were held count; one engagement is one meeting for every pair of bodies that took part,
however many they were. Nodes and edges are added in the order of their names, so that the same engagements give
the same graph, and the same graph the same places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any, Final

import networkx as nx
import numpy as np

from graph.forces import spring
from graph.model import Catalogue, Engagement
from graph.periods import known_days

SEED: Final = 20190529
MOST_EXACT: Final = 150
#: The month in which a Japanese fiscal year begins.
FISCAL_START: Final = 4


def who_met_whom(engagements: Iterable[Engagement], catalogue: Catalogue) -> nx.Graph[str]:
    """Bodies as nodes, joined where they took part in the same engagement.

    Node attributes: ``kind`` and ``jurisdiction`` (None where the catalogue does not know the body), ``count``
    (engagements), ``first`` and ``last`` (earliest dates of the first and last of them), ``engagements`` (slugs
    in order of time). Edge attributes: ``weight`` (engagements that both took part in), ``first``, ``last``,
    ``engagements``. The graph keeps the records by slug in ``graph.graph["engagements"]``.
    """
    held = _held(engagements)
    network: nx.Graph[str] = nx.Graph(engagements={item.slug: item for item in held})
    came: dict[str, list[Engagement]] = {}
    met: dict[tuple[str, str], list[Engagement]] = {}
    for item in held:
        bodies = bodies_of(item)
        for body in bodies:
            came.setdefault(body, []).append(item)
        for pair in combinations(bodies, 2):
            met.setdefault(pair, []).append(item)
    for body in sorted(came):
        known = catalogue.authorities.get(body)
        network.add_node(
            body,
            kind=known.kind if known else None,
            jurisdiction=known.jurisdiction if known else None,
            count=len(came[body]),
            **_when(came[body]),
        )
    for pair in sorted(met):
        network.add_edge(*pair, weight=len(met[pair]), **_when(met[pair]))
    return network


def took_part(engagements: Iterable[Engagement], catalogue: Catalogue) -> nx.Graph[str]:
    """The two-sided network: bodies joined to the engagements they took part in (``engagement:`` and the slug).

    Attributes as in ``who_met_whom``, and ``bipartite``: 0 for bodies, 1 for engagements, whose ``kind`` is
    ``"engagement"``.
    """
    return _two_sided(engagements, catalogue, "engagement", lambda item: (item.slug,))


def worked_on(engagements: Iterable[Engagement], catalogue: Catalogue) -> nx.Graph[str]:
    """Bodies joined to the frameworks (``framework:`` and the id) that their engagements were about."""
    return _two_sided(engagements, catalogue, "framework", lambda item: tuple(sorted(set(item.frameworks))))


def came_in(engagements: Iterable[Engagement], catalogue: Catalogue, *, fiscal: bool = False) -> nx.Graph[str]:
    """Bodies joined to the years in which they took part (``year:2019``; ``fiscal`` ones start on 1 April).

    An engagement that may have fallen into one of two years stands at a node of its own (``year:2018/2019``).
    """

    def years(item: Engagement) -> tuple[str, ...]:
        first, last = (day.year - (fiscal and day.month < FISCAL_START) for day in known_days(item.when))
        return (str(first) if first == last else f"{first}/{last}",)

    network = _two_sided(engagements, catalogue, "year", years)
    network.graph["fiscal"] = fiscal
    return network


def _two_sided(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    sort: str,
    things_of: Callable[[Engagement], tuple[str, ...]],
) -> nx.Graph[str]:
    held = _held(engagements)
    network: nx.Graph[str] = nx.Graph(engagements={item.slug: item for item in held})
    at: dict[str, list[Engagement]] = {}
    joined: dict[tuple[str, str], list[Engagement]] = {}
    for item in held:
        bodies, things = bodies_of(item), [f"{sort}:{thing}" for thing in things_of(item)]
        for node in (*(bodies if things else ()), *things):
            at.setdefault(node, []).append(item)
        for body in bodies:
            for thing in things:
                joined.setdefault((body, thing), []).append(item)
    for node in sorted(at):
        is_thing = node.startswith(f"{sort}:")
        known = None if is_thing else catalogue.authorities.get(node)
        network.add_node(
            node,
            bipartite=int(is_thing),
            kind=sort if is_thing else known.kind if known else None,
            jurisdiction=known.jurisdiction if known else None,
            count=len(at[node]),
            **_when(at[node]),
        )
    for pair in sorted(joined):
        network.add_edge(*pair, weight=len(joined[pair]), **_when(joined[pair]))
    return network


def ego(network: nx.Graph[str], node: str, reach: int = 1) -> nx.Graph[str]:
    """A node, those within ``reach`` ties, and the ties among them; empty where the network does not hold it."""
    kept = set(nx.single_source_shortest_path_length(network, node, reach)) if node in network else set()
    smaller: nx.Graph[str] = nx.Graph(**network.graph)
    smaller.add_nodes_from((one, network.nodes[one]) for one in sorted(kept))
    smaller.add_edges_from((*pair, network.edges[pair]) for pair in strongest_ties(network) if kept.issuperset(pair))
    return smaller


def backbone(network: nx.Graph[str], significance: float) -> nx.Graph[str]:
    """The ties that are stronger than chance would make them for at least one of their two ends.

    The disparity filter (M. A. Serrano, M. Boguna, A. Vespignani, PNAS 106, 2009): a tie that carries the share
    p of the weight of a node with k ties is kept where (1 - p) ** (k - 1) is below ``significance``. Nodes
    without a tie left are dropped; those with a single tie keep it.
    """
    kept = [pair for pair in strongest_ties(network) if min(_chance(network, *pair)) < significance]
    smaller: nx.Graph[str] = nx.Graph(**network.graph)
    ends = sorted({end for pair in kept for end in pair})
    smaller.add_nodes_from((node, network.nodes[node]) for node in ends)
    smaller.add_edges_from((*pair, network.edges[pair]) for pair in kept)
    return smaller


def _chance(network: nx.Graph[str], first: str, second: str) -> tuple[float, float]:
    weight = network.edges[first, second]["weight"]

    def chance(node: str) -> float:
        ties = network.degree(node)
        if ties < 2:
            return 0.0
        return float((1 - weight / network.degree(node, weight="weight")) ** (ties - 1))

    return chance(first), chance(second)


def communities(network: nx.Graph[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of nodes that are joined more among themselves than to others, the largest first.

    Louvain's method (V. D. Blondel and others, 2008) with a fixed seed; nodes without a tie are in no group.
    """
    joined = network.subgraph(node for node in network if network.degree(node))
    if not joined:
        return ()
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(joined))
    ordered.add_weighted_edges_from((*pair, network.edges[pair]["weight"]) for pair in strongest_ties(network))
    found = nx.community.louvain_communities(ordered, weight="weight", seed=SEED)
    groups = (tuple(sorted(group, key=lambda node: (-network.nodes[node]["count"], node))) for group in found)
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def between(network: nx.Graph[str]) -> list[tuple[str, float]]:
    """Nodes by how often they lie on the shortest ways between others (betweenness, 0 to 1), the first ones first.

    Above 150 nodes it is estimated from 24 of them, always the same.
    """
    pivots = 24 if len(network) > MOST_EXACT else None
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(network))
    ordered.add_edges_from(sorted((min(pair), max(pair)) for pair in network.edges))
    found = nx.betweenness_centrality(ordered, k=pivots, seed=SEED)
    return sorted(found.items(), key=lambda item: (-round(item[1], 9), item[0]))


def bodies_of(engagement: Engagement) -> list[str]:
    """The bodies known to have taken part, each once, in order of their names."""
    return sorted({one.authority for one in engagement.participants if one.authority})


def _held(engagements: Iterable[Engagement]) -> list[Engagement]:
    held = (item for item in engagements if item.status == "held")
    return sorted(held, key=lambda item: (item.when.earliest, item.when.latest, item.slug))


def _when(engagements: list[Engagement]) -> dict[str, Any]:
    return {
        "first": engagements[0].when.earliest,
        "last": engagements[-1].when.earliest,
        "engagements": tuple(item.slug for item in engagements),
    }


def busiest(network: nx.Graph[str]) -> list[str]:
    """The bodies by engagements, then by how many others they met, then by name."""
    return sorted(network, key=lambda body: (-network.nodes[body]["count"], -network.degree(body), body))


def strongest_ties(network: nx.Graph[str]) -> list[tuple[str, str]]:
    """The pairs by how often they met, then by names; each pair in order of its names."""
    pairs = [(min(pair), max(pair)) for pair in network.edges]
    return sorted(pairs, key=lambda pair: (-network.edges[pair]["weight"], pair))


def reduced(network: nx.Graph[str], most_bodies: int, most_ties: int) -> nx.Graph[str]:
    """The busiest bodies and the strongest ties between them; the same graph where it is small enough already.

    Of a two-sided network half of the nodes kept are bodies, and the others those that join most of these.
    """
    if len(network) <= most_bodies and network.number_of_edges() <= most_ties:
        return network
    kept = _both_sides(network, most_bodies) or set(busiest(network)[:most_bodies])
    smaller: nx.Graph[str] = nx.Graph(**network.graph)
    smaller.add_nodes_from((body, network.nodes[body]) for body in sorted(kept))
    ties = [pair for pair in strongest_ties(network) if kept.issuperset(pair)][:most_ties]
    smaller.add_edges_from((first, second, network.edges[first, second]) for first, second in sorted(ties))
    return smaller


def _both_sides(network: nx.Graph[str], most: int) -> set[str]:
    """The nodes kept of a two-sided network; none where the network has one side only."""
    ordered = busiest(network)
    things = [node for node in ordered if network.nodes[node].get("bipartite")]
    bodies = [node for node in ordered if not network.nodes[node].get("bipartite")]
    if not things:
        return set()
    kept = set(bodies[: max(most // 2, most - len(things))])
    joined = {thing: sum(1 for body in network.neighbors(thing) if body in kept) for thing in things}
    best = sorted((thing for thing in things if joined[thing]), key=lambda thing: (-joined[thing], thing))
    return kept | set(best[: most - len(kept)])


def positions(network: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """A place for each node between -1 and 1 in both directions, the same on every run.

    Fruchterman and Reingold's forces with a fixed start; a weak pull to the centre keeps parts that never met
    together on one sheet. Cost grows with the square of the nodes up to 1,500 (1 s for 1,000); beyond, far nodes
    push as the cells of a grid do, and cost grows with their number.
    """
    order = sorted(network)
    if len(order) < 2:
        return dict.fromkeys(order, (0.0, 0.0))
    index = {node: position for position, node in enumerate(order)}
    ties = sorted((min(pair), max(pair)) for pair in network.edges)
    ends = np.array([(index[first], index[second]) for first, second in ties], dtype=np.intp).reshape(-1, 2)
    pulls = np.array([1 + 0.35 * (network.edges[pair]["weight"] - 1) for pair in ties])
    places = spring(len(order), ends, pulls)
    return _framed({node: (float(places[at, 0]), float(places[at, 1])) for node, at in index.items()})


def _framed(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Stretched to the frame from -1 to 1, and rounded so that the last bits of a machine do not show."""
    lows = [min(place[axis] for place in places.values()) for axis in (0, 1)]
    highs = [max(place[axis] for place in places.values()) for axis in (0, 1)]

    def framed(value: float, axis: int) -> float:
        reach = highs[axis] - lows[axis]
        return round(2 * (value - lows[axis]) / reach - 1, 4) if reach > 1e-9 else 0.0

    return {body: (framed(x, 0), framed(y, 1)) for body, (x, y) in sorted(places.items())}
