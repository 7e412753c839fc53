"""What the program of a network page works with: nodes and edges built by pyvis, packed into columns of numbers.

pyvis's builder checks nodes and edges; the page gets what it built in as few bytes as that takes: places in whole
pixels, days as numbers, each look once. ``templates/network.js`` unpacks it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import networkx as nx
from markupsafe import Markup

from graph.model import Catalogue, Engagement
from graph.periods import known_days
from visualizations.network import Dot, NetworkPicture, Tie
from visualizations.network_svg import NEW, look_of
from visualizations.svg import FONTS, plain
from visualizations.table import Notes
from visualizations.vis import script_safe
from visualizations.words import LANGUAGES, framework_name, label, when_words

#: More engagements than this are not filtered in the page: it would weigh too much.
MOST_EVENTS: Final = 6000
#: So many of them, the latest, are told with title and sources when a node is chosen.
MOST_TOLD: Final = 800
#: More lines than this are hidden while the drawing is dragged, so that it follows the hand.
MOST_MOVED: Final = 2000
CHANGES: Final = ("", "new", "changed")
OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "tooltipDelay": 120, "multiselect": False, "hideEdgesOnDrag": False},
    "nodes": {"borderWidth": 1.5, "font": {"face": FONTS, "size": 11, "color": "#1b2430", "strokeWidth": 3}},
    "edges": {"smooth": False, "color": {"color": "#71819a", "opacity": 0.4, "highlight": "#b45f06"}},
}


def network_data(network: nx.Graph[str], picture: NetworkPicture, catalogue: Catalogue, notes: Notes) -> Markup:
    """Nodes, edges, engagements and words of both languages as JSON that is safe inside a ``<script>``.

    ``notes`` numbers the sources of the engagements that are told in full.
    """
    records: dict[str, Engagement] = network.graph["engagements"]
    drawn = {slug for dot in picture.dots for slug in network.nodes[dot.node]["engagements"]}
    kept = sorted(drawn, key=lambda slug: (records[slug].when.earliest, slug)) if len(drawn) <= MOST_EVENTS else []
    index = {slug: position for position, slug in enumerate(kept)}
    data = {
        **_built(picture),
        "labels": [[plain("\n".join(dot.labels.get(one, ()))) for dot in picture.dots] for one in LANGUAGES],
        "names": [[plain(dot.names[one]) for dot in picture.dots] for one in LANGUAGES],
        "beside": _beside(network, picture, index),
        "between": [_indexes(network.edges[tie.first, tie.second]["engagements"], index) for tie in picture.ties],
        "events": _events([records[slug] for slug in kept], catalogue, notes),
        "new": NEW,
    }
    return script_safe(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _built(picture: NetworkPicture) -> dict[str, Any]:
    """What pyvis built of the drawing, in columns."""
    from pyvis.network import Network  # noqa: PLC0415 - takes 0.25 s, and only this figure needs it

    # A directed builder, because for an undirected one every new edge is compared with all before it.
    builder = Network(directed=True)
    smooth = {**OPTIONS["interaction"], "hideEdgesOnDrag": len(picture.ties) > MOST_MOVED}
    builder.options = {**OPTIONS, "interaction": smooth}
    position = {dot.node: at for at, dot in enumerate(picture.dots)}
    for at, dot in enumerate(picture.dots):
        builder.add_node(at, label=" ", x=dot.x, y=dot.y, size=dot.reach, shape=look_of(dot.kind).shape)
    for tie in picture.ties:
        builder.add_edge(position[tie.first], position[tie.second], width=tie.thick)
    nodes, edges, *_, options = builder.get_network_data()
    return {
        "options": json.loads(options),
        "nodes": _node_columns(nodes, picture.dots),
        "edges": _edge_columns(edges, picture.ties),
    }


def _node_columns(nodes: Sequence[dict[str, Any]], dots: Sequence[Dot]) -> dict[str, Any]:
    """Places and radii in whole pixels and tenths; ``look`` counts the distinct looks, ``change`` ``CHANGES``."""
    looks = [[look_of(dot.kind).shape, look_of(dot.kind).colour, int(look_of(dot.kind).hollow)] for dot in dots]
    distinct = sorted({json.dumps(look) for look in looks})
    return {
        "x": [round(node["x"]) for node in nodes],
        "y": [round(node["y"]) for node in nodes],
        "reach": [round(node["size"] * 10) for node in nodes],
        "look": [distinct.index(json.dumps(look)) for look in looks],
        "looks": [json.loads(look) for look in distinct],
        "change": _changes(dots),
    }


def _edge_columns(edges: Sequence[dict[str, Any]], ties: Sequence[Tie]) -> dict[str, Any]:
    """The ends of the edges, those of one node together, and their widths in tenths of a pixel."""
    ends: dict[int, list[int]] = {}
    for edge in edges:
        ends.setdefault(edge["from"], []).append(edge["to"])
    if [(one, other) for one, others in ends.items() for other in others] != [(e["from"], e["to"]) for e in edges]:
        raise AssertionError("the edges of a picture are in the order of their first ends")
    return {
        "from": [[one, len(others)] for one, others in ends.items()],
        "to": [other for others in ends.values() for other in others],
        "width": [round(edge["width"] * 10) for edge in edges],
        "change": _changes(ties),
    }


def _changes(things: Sequence[Dot] | Sequence[Tie]) -> list[int]:
    """What is new and changed as numbers; nothing where no edition is compared."""
    found = [CHANGES.index(one.change) for one in things]
    return found if any(found) else []


def _events(items: Sequence[Engagement], catalogue: Catalogue, notes: Notes) -> dict[str, Any]:
    """The engagements: day bounds as days from ``start``, kinds and frameworks to filter by; the latest in full."""
    frameworks = sorted({one for item in items for one in item.frameworks})
    kinds = sorted({item.kind for item in items})
    start = min((item.when.earliest for item in items), default=date(2000, 1, 1))
    years = [day.year for item in items for day in known_days(item.when)]
    return {
        "start": start.isoformat(),
        "years": [min(years), max(years)] if years else [],
        "first": [(item.when.earliest - start).days for item in items],
        "more": [(item.when.latest - item.when.earliest).days for item in items],
        "kind": [kinds.index(item.kind) for item in items],
        "about": [[frameworks.index(one) for one in sorted(set(item.frameworks))] for item in items],
        "told": [_told(item, notes) for item in items[-MOST_TOLD:]],
        "kinds": [[kind, *(label("kind", kind, one) for one in LANGUAGES)] for kind in kinds],
        "frameworks": [
            [slug, *(plain(framework_name(slug, catalogue, one)) for one in LANGUAGES)] for slug in frameworks
        ],
    }


def _told(item: Engagement, notes: Notes) -> list[Any]:
    """When and what in both languages, and the numbers of its sources."""
    when = [when_words(item.when, one) for one in LANGUAGES]
    return [*when, *(plain(item.title.in_language(one)) for one in LANGUAGES), list(notes.cite(item.sources))]


def _beside(network: nx.Graph[str], picture: NetworkPicture, index: dict[str, int]) -> list[list[int]]:
    """The engagements of each node that no line of it tells: alone, within a group, with nodes that are left out."""
    told: dict[str, set[str]] = {dot.node: set() for dot in picture.dots}
    for tie in picture.ties:
        for end in (tie.first, tie.second):
            told[end].update(network.edges[tie.first, tie.second]["engagements"])
    nodes = network.nodes
    return [
        _indexes(tuple(slug for slug in nodes[dot.node]["engagements"] if slug not in told[dot.node]), index)
        for dot in picture.dots
    ]


def _indexes(slugs: tuple[str, ...], index: dict[str, int]) -> list[int]:
    return [index[slug] for slug in slugs if slug in index]
