"""The same network as tables: every node, and who met whom how often, with the sources that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graph.model import Catalogue, Engagement
from graph.network import busiest, strongest_ties
from visualizations.network import NetworkPicture
from visualizations.network_svg import kind_words
from visualizations.node_names import node_name
from visualizations.table import Notes
from visualizations.words import say, when_words

MOST_TIES_LISTED: Final = 400
MOST_NODES_LISTED: Final = 2000


@dataclass(frozen=True)
class NodeRow:
    """One node of a network: how many engagements, how many others it is joined to, from when to when.

    ``at`` is its number in the drawing, None where it is not drawn; ``change`` says what an earlier edition did not.
    """

    at: int | None
    name: str
    kind: str
    change: str
    count: int
    met: int
    first: str
    last: str


@dataclass(frozen=True)
class TieRow:
    """Two nodes that are joined: how often, from when to when, and the sources that say so."""

    first_node: str
    second_node: str
    count: int
    first: str
    last: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class NetworkTable:
    """The rows of a network, the busiest and strongest first; ``left_out`` counts nodes and ties not listed."""

    nodes: tuple[NodeRow, ...]
    ties: tuple[TieRow, ...]
    nodes_left_out: int
    ties_left_out: int


def network_table(
    network: nx.Graph[str], picture: NetworkPicture, catalogue: Catalogue, language: str, notes: Notes
) -> NetworkTable:
    """Every node up to 2,000, and the 400 strongest ties with their sources."""
    records: dict[str, Engagement] = network.graph["engagements"]
    pairs, order = strongest_ties(network), busiest(network)
    drawn = {dot.node: (at, dot.change) for at, dot in enumerate(picture.dots)}

    def name(node: str) -> str:
        return node_name(node, network, catalogue, language)

    return NetworkTable(
        tuple(
            NodeRow(
                drawn[node][0] if node in drawn else None,
                name(node),
                kind_words(network.nodes[node]["kind"], language),
                _change(drawn[node][1] if node in drawn else "", language),
                network.nodes[node]["count"],
                network.degree(node),
                *_first_and_last(network.nodes[node]["engagements"], records, language),
            )
            for node in order[:MOST_NODES_LISTED]
        ),
        tuple(
            TieRow(
                name(pair[0]),
                name(pair[1]),
                network.edges[pair]["weight"],
                *_first_and_last(network.edges[pair]["engagements"], records, language),
                notes.cite([one for slug in network.edges[pair]["engagements"] for one in records[slug].sources]),
            )
            for pair in pairs[:MOST_TIES_LISTED]
        ),
        max(len(order) - MOST_NODES_LISTED, 0),
        max(len(pairs) - MOST_TIES_LISTED, 0),
    )


def _change(change: str, language: str) -> str:
    return {"new": say(language, "新規", "new"), "changed": say(language, "変更", "changed")}.get(change, "")


def _first_and_last(slugs: Sequence[str], records: dict[str, Engagement], language: str) -> tuple[str, str]:
    """When the first and the last of some engagements took place, as precisely as is known."""
    return when_words(records[slugs[0]].when, language), when_words(records[slugs[-1]].when, language)
