"""A large network made smaller by gathering: each group of bodies that meet one another becomes one node.

Nothing is left out: a group stands for all its members, and the tie of two groups counts the engagements in which
anyone of the one met anyone of the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import networkx as nx

from graph.model import Engagement
from graph.network import communities

GROUP: Final = "group"


def by_community(network: nx.Graph[str]) -> nx.Graph[str]:
    """The network of the groups that ``graph.network.communities`` finds, each as ``group:`` and its busiest member.

    Group attributes are those of a body, with ``kind`` ``"group"`` and ``members`` (the busiest first). Nodes in
    no group, and groups of one, stay as they are.
    """
    groups = [members for members in communities(network) if len(members) > 1]
    gathered = {node: _name(members) for members in groups for node in members}
    smaller: nx.Graph[str] = nx.Graph(**network.graph)
    for members in sorted(groups, key=_name):
        smaller.add_node(_name(members), **_group(members, network))
    alone = sorted(node for node in network if node not in gathered)
    smaller.add_nodes_from((node, network.nodes[node]) for node in alone)
    joined: dict[tuple[str, str], set[str]] = {}
    for one, other in network.edges:
        first, second = sorted((gathered.get(one, one), gathered.get(other, other)))
        if first != second:
            joined.setdefault((first, second), set()).update(network.edges[one, other]["engagements"])
    for pair in sorted(joined):
        smaller.add_edge(*pair, weight=len(joined[pair]), **_when(joined[pair], network))
    return smaller


def members_of(network: nx.Graph[str], node: str) -> tuple[str, ...]:
    """Whom a node stands for: the members of a group, else itself alone."""
    return tuple(network.nodes[node].get("members", (node,)))


def _name(members: tuple[str, ...]) -> str:
    return f"{GROUP}:{members[0]}"


def _group(members: tuple[str, ...], network: nx.Graph[str]) -> dict[str, Any]:
    slugs = {slug for member in members for slug in network.nodes[member]["engagements"]}
    return {"kind": GROUP, "jurisdiction": None, "members": members, "count": len(slugs), **_when(slugs, network)}


def _when(slugs: Iterable[str], network: nx.Graph[str]) -> dict[str, Any]:
    records: dict[str, Engagement] = network.graph["engagements"]
    ordered = sorted((records[slug] for slug in slugs), key=_time)
    return {
        "first": ordered[0].when.earliest,
        "last": ordered[-1].when.earliest,
        "engagements": tuple(item.slug for item in ordered),
    }


def _time(item: Engagement) -> tuple[Any, ...]:
    return item.when.earliest, item.when.latest, item.slug
