"""Engagements as networks: who met whom, who took part in what, and where each body stands in a drawing.

Only engagements that were held count; one engagement is one meeting for every pair of bodies that took part,
however many they were. Nodes and edges are added in the order of their names, so that the same engagements give
the same graph, and the same graph the same places.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any, Final

import networkx as nx

from graph.model import Catalogue, Engagement

SEED: Final = 20190529
GRAVITY: Final = 0.06
_CENTRE: Final = "\x00centre"


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
    """The two-sided network: ``body:`` nodes (``bipartite=0``) joined to ``engagement:`` nodes (``bipartite=1``).

    Body nodes carry ``kind`` and ``jurisdiction``, engagement nodes ``first`` (earliest day) and ``kind``.
    """
    held = _held(engagements)
    network: nx.Graph[str] = nx.Graph(engagements={item.slug: item for item in held})
    for body in sorted({body for item in held for body in bodies_of(item)}):
        known = catalogue.authorities.get(body)
        network.add_node(
            f"body:{body}",
            bipartite=0,
            kind=known.kind if known else None,
            jurisdiction=known.jurisdiction if known else None,
        )
    for item in held:
        network.add_node(f"engagement:{item.slug}", bipartite=1, kind=item.kind, first=item.when.earliest)
        network.add_edges_from((f"body:{body}", f"engagement:{item.slug}") for body in bodies_of(item))
    return network


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
    """The busiest bodies and the strongest ties between them; the same graph where it is small enough already."""
    if len(network) <= most_bodies and network.number_of_edges() <= most_ties:
        return network
    kept = set(busiest(network)[:most_bodies])
    smaller: nx.Graph[str] = nx.Graph(**network.graph)
    smaller.add_nodes_from((body, network.nodes[body]) for body in sorted(kept))
    ties = [pair for pair in strongest_ties(network) if kept.issuperset(pair)][:most_ties]
    smaller.add_edges_from((first, second, network.edges[first, second]) for first, second in sorted(ties))
    return smaller


def positions(network: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """A place for each body between -1 and 1 in both directions, the same on every run.

    Fruchterman and Reingold's forces with a fixed seed; a weak pull to a centre keeps parts that never met
    together on one sheet. Cost grows with the square of the bodies: 0.1 s for 200, 4 s for 1,000.
    """
    if len(network) < 2:
        return dict.fromkeys(network, (0.0, 0.0))
    pulled: nx.Graph[str] = nx.Graph()
    pulled.add_nodes_from(sorted(network))
    for first, second in sorted((min(pair), max(pair)) for pair in network.edges):
        pulled.add_edge(first, second, pull=1 + 0.35 * (network.edges[first, second]["weight"] - 1))
    pulled.add_edges_from(((_CENTRE, body) for body in sorted(network)), pull=GRAVITY * len(network) ** 0.5)
    spacing = 2.2 / len(pulled) ** 0.5
    found = nx.spring_layout(pulled, k=spacing, iterations=120, weight="pull", seed=SEED, method="force")
    return _framed({body: (float(x), float(y)) for body, (x, y) in found.items() if body != _CENTRE})


def _framed(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Stretched to the frame from -1 to 1, and rounded so that the last bits of a machine do not show."""
    lows = [min(place[axis] for place in places.values()) for axis in (0, 1)]
    highs = [max(place[axis] for place in places.values()) for axis in (0, 1)]

    def framed(value: float, axis: int) -> float:
        reach = highs[axis] - lows[axis]
        return round(2 * (value - lows[axis]) / reach - 1, 4) if reach > 1e-9 else 0.0

    return {body: (framed(x, 0), framed(y, 1)) for body, (x, y) in sorted(places.items())}
