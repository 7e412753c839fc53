"""vis-network's data and program for a page of our own, through pyvis's builder.

pyvis carries vis-network and checks nodes and edges; its page is not used (it loads from other servers, puts
labels into the page unescaped and writes in the encoding of the machine). Places are ours and physics is off.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib import resources
from typing import Any, Final

from markupsafe import Markup

from visualizations.network import BodyDot, NetworkPicture
from visualizations.network_svg import look_of
from visualizations.svg import FONTS, plain

VIS: Final = "vis-9.1.2"
OPTIONS: Final[dict[str, Any]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "tooltipDelay": 120, "multiselect": False},
    "nodes": {"borderWidth": 1.5, "font": {"face": FONTS, "size": 11, "color": "#1b2430", "strokeWidth": 3}},
    "edges": {"smooth": False, "color": {"color": "#71819a", "opacity": 0.38, "highlight": "#b45f06"}},
}


def network_data(picture: NetworkPicture) -> Markup:
    """Nodes, edges, options and the labels of both languages as JSON that is safe inside a ``<script>``."""
    from pyvis.network import Network  # noqa: PLC0415 - takes 0.25 s, and only this figure needs it

    # A directed builder, because for an undirected one every new edge is compared with all before it.
    builder = Network(directed=True)
    builder.options = OPTIONS
    for dot in picture.dots:
        look = look_of(dot.kind)
        builder.add_node(
            dot.body,
            label=" ",
            x=dot.x,
            y=dot.y,
            size=dot.reach,
            shape=look.shape,
            color={
                "background": look.colour,
                "border": "#ffffff",
                "highlight": {"border": "#b45f06", "background": look.colour},
            },
            physics=False,
        )
    for tie in picture.ties:
        builder.add_edge(tie.first, tie.second, width=tie.thick)
    nodes, edges, *_, options = builder.get_network_data()
    data = {
        "nodes": nodes,
        "edges": [{key: edge[key] for key in ("from", "to", "width")} for edge in edges],
        "options": json.loads(options),
        "words": {language: [_words(dot, language) for dot in picture.dots] for language in ("ja", "en")},
    }
    return script_safe(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _words(dot: BodyDot, language: str) -> dict[str, str]:
    unit = f"{dot.count}件" if language == "ja" else str(dot.count)
    joint = "：" if language == "ja" else ": "
    label = "\n".join(dot.labels.get(language, ()))
    return {"id": dot.body, "label": plain(label) or " ", "title": plain(dot.names[language]) + joint + unit}


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
    """Our own few lines that draw the network and follow the language switch."""
    path = resources.files("visualizations") / "templates" / "network.js"
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own file


def script_hash(code: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline script."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii") + "'"
