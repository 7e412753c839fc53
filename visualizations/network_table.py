"""The same network as tables: every body, and who met whom how often, with the sources that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx

from graph.model import Catalogue, Engagement
from graph.network import busiest, strongest_ties
from visualizations.table import Note, Notes
from visualizations.words import body_name, label, when_words

MOST_TIES_LISTED: Final = 400


@dataclass(frozen=True)
class BodyRow:
    """One body of a network: how many engagements, how many others it met, from when to when."""

    body: str | None
    name: str
    kind: str
    count: int
    met: int
    first: str
    last: str


@dataclass(frozen=True)
class TieRow:
    """Two bodies that met: how often, from when to when, and the sources that say so."""

    first_body: str
    second_body: str
    count: int
    first: str
    last: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class NetworkTable:
    """The rows of a network, the busiest and strongest first; ``ties_left_out`` counts those not listed."""

    bodies: tuple[BodyRow, ...]
    ties: tuple[TieRow, ...]
    ties_left_out: int
    notes: tuple[Note, ...]


def network_table(network: nx.Graph[str], drawn: frozenset[str], catalogue: Catalogue, language: str) -> NetworkTable:
    """Every body, and the strongest ties; ``drawn`` are the bodies that can be found in the drawing."""
    notes = Notes(language)
    records: dict[str, Engagement] = network.graph["engagements"]
    pairs = strongest_ties(network)
    return NetworkTable(
        tuple(
            BodyRow(
                body if body in drawn else None,
                body_name(body, catalogue, language),
                label("body-kind", network.nodes[body]["kind"] or "", language),
                network.nodes[body]["count"],
                network.degree(body),
                *_first_and_last(network.nodes[body]["engagements"], records, language),
            )
            for body in busiest(network)
        ),
        tuple(
            TieRow(
                body_name(pair[0], catalogue, language),
                body_name(pair[1], catalogue, language),
                network.edges[pair]["weight"],
                *_first_and_last(network.edges[pair]["engagements"], records, language),
                notes.cite([one for slug in network.edges[pair]["engagements"] for one in records[slug].sources]),
            )
            for pair in pairs[:MOST_TIES_LISTED]
        ),
        max(len(pairs) - MOST_TIES_LISTED, 0),
        notes.all(),
    )


def _first_and_last(slugs: Sequence[str], records: dict[str, Engagement], language: str) -> tuple[str, str]:
    """When the first and the last of some engagements took place, as precisely as is known."""
    return when_words(records[slugs[0]].when, language), when_words(records[slugs[-1]].when, language)
