"""vis-network's data and program for a page of our own, through pyvis's builder.

pyvis carries vis-network and checks nodes and edges; its page is not used (it loads from other servers, puts
labels into the page unescaped and writes in the encoding of the machine). Places are ours and physics is off.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any, Final

import networkx as nx
from markupsafe import Markup

from graph.model import Catalogue, Engagement
from visualizations.network import Dot, NetworkPicture
from visualizations.network_svg import NEW, look_of
from visualizations.svg import FONTS, plain
from visualizations.table import Notes
from visualizations.words import LANGUAGES, framework_name, label, when_words

VIS: Final = "vis-9.1.2"
#: More engagements than this are not filtered in the page: it would weigh too much.
MOST_EVENTS: Final = 6000
#: So many of them, the latest, are told with title and sources when a node is chosen.
MOST_TOLD: Final = 800
#: More lines than this are hidden while the drawing is dragged, so that it follows the hand.
MOST_MOVED: Final = 2000
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
    nodes, edges, options = _built(picture)
    records: dict[str, Engagement] = network.graph["engagements"]
    drawn = sorted({slug for dot in picture.dots for slug in network.nodes[dot.node]["engagements"]})
    kept = sorted(drawn, key=lambda slug: (records[slug].when.earliest, slug)) if len(drawn) <= MOST_EVENTS else []
    index = {slug: position for position, slug in enumerate(kept)}
    frameworks = sorted({framework for slug in kept for framework in records[slug].frameworks})
    kinds = sorted({records[slug].kind for slug in kept})
    told = set(kept[-MOST_TOLD:])
    data = {
        "nodes": nodes,
        "edges": edges,
        "options": options,
        "words": {language: [_words(dot, language) for dot in picture.dots] for language in LANGUAGES},
        "names": {language: [plain(dot.names[language]) for dot in picture.dots] for language in LANGUAGES},
        "events": [_event(records[slug], kinds, frameworks, notes if slug in told else None) for slug in kept],
        "of": [_indexes(network.nodes[dot.node]["engagements"], index) for dot in picture.dots],
        "between": [_indexes(network.edges[tie.first, tie.second]["engagements"], index) for tie in picture.ties],
        "kinds": [[kind, *_both(lambda language, kind=kind: label("kind", kind, language))] for kind in kinds],
        "frameworks": [
            [one, *_both(lambda language, one=one: plain(framework_name(one, catalogue, language)))]
            for one in frameworks
        ],
        "looks": [[look_of(dot.kind).shape, look_of(dot.kind).colour] for dot in picture.dots],
    }
    return script_safe(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _built(picture: NetworkPicture) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    from pyvis.network import Network  # noqa: PLC0415 - takes 0.25 s, and only this figure needs it

    # A directed builder, because for an undirected one every new edge is compared with all before it.
    builder = Network(directed=True)
    smooth = {**OPTIONS["interaction"], "hideEdgesOnDrag": len(picture.ties) > MOST_MOVED}
    builder.options = {**OPTIONS, "interaction": smooth}
    position = {dot.node: at for at, dot in enumerate(picture.dots)}
    for at, dot in enumerate(picture.dots):
        builder.add_node(at, label=" ", x=dot.x, y=dot.y, size=dot.reach, shape=look_of(dot.kind).shape, **_style(dot))
    for tie in picture.ties:
        builder.add_edge(position[tie.first], position[tie.second], width=tie.thick)
    nodes, edges, *_, options = builder.get_network_data()
    kept = [{"id": at, **{key: edge[key] for key in ("from", "to", "width")}} for at, edge in enumerate(edges)]
    for edge, tie in zip(kept, picture.ties, strict=True):
        if tie.change:
            edge |= {"color": {"color": NEW, "opacity": 0.7}, "dashes": tie.change == "new"}
    return nodes, kept, json.loads(options)


def _style(dot: Dot) -> dict[str, Any]:
    look = look_of(dot.kind)
    inside = "#ffffff" if look.hollow else look.colour
    border = NEW if dot.change else look.colour if look.hollow else "#ffffff"
    style: dict[str, Any] = {
        "color": {"background": inside, "border": border, "highlight": {"border": "#b45f06", "background": inside}},
        "physics": False,
    }
    if dot.change:
        style |= {"borderWidth": 3, "shapeProperties": {"borderDashes": [4, 2] if dot.change == "new" else False}}
    return style


def _both(words: Any) -> list[str]:
    return [words(language) for language in LANGUAGES]


def _indexes(slugs: tuple[str, ...], index: dict[str, int]) -> list[int]:
    return [index[slug] for slug in slugs if slug in index]


def _event(item: Engagement, kinds: Sequence[str], frameworks: Sequence[str], notes: Notes | None) -> dict[str, Any]:
    """One engagement: day bounds, kind and frameworks to filter by; title and sources where it is told in full."""
    event: dict[str, Any] = {
        "a": item.when.earliest.isoformat(),
        "z": item.when.latest.isoformat(),
        "k": kinds.index(item.kind),
        "f": [frameworks.index(one) for one in sorted(set(item.frameworks))],
    }
    if notes:
        event["t"] = _both(lambda language: plain(item.title.in_language(language)))
        event["w"] = _both(lambda language: when_words(item.when, language))
        event["n"] = list(notes.cite(item.sources))
    return event


def _words(dot: Dot, language: str) -> dict[str, Any]:
    return {"label": plain("\n".join(dot.labels.get(language, ()))) or " "}


def script_safe(code: str) -> Markup:
    """JSON that cannot end the ``<script>`` it stands in: no ``<``, no ``>``, no ``&``."""
    for sign in "<>&":
        code = code.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(plain(code))  # noqa: S704 - no character is left that HTML reads


@cache
def vis_program() -> Markup:
    """vis-network's own program from the copy inside pyvis, safe to stand in a page."""
    path = resources.files("pyvis") / "templates" / "lib" / VIS / "vis-network.min.js"
    code = path.read_text(encoding="utf-8")
    return Markup(code.replace("</script", "<\\/script").replace("<!--", "<\\!--"))  # noqa: S704 - a program


@cache
def page_program() -> Markup:
    """Our own lines that draw the network, filter it, and tell what was chosen."""
    path = resources.files("visualizations") / "templates" / "network.js"
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own file


def script_hash(code: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline script."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii") + "'"
