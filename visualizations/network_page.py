"""The network figure as a file: one SVG, or one page in both languages that can be filtered where scripts run."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
from markupsafe import Markup

from graph.model import Catalogue
from visualizations.captions import network_caption, network_title
from visualizations.network import NetworkPicture, network_picture
from visualizations.network_svg import kinds_in
from visualizations.network_svg import network_svg as draw_network
from visualizations.network_table import NetworkTable, network_table
from visualizations.page import DECLARATION, NO_SCRIPT, FigureMeta, encoded, page
from visualizations.vis import network_data, page_program, script_hash, vis_program
from visualizations.words import LANGUAGES


@dataclass(frozen=True)
class NetworkView:
    """Everything of a network page in one language. ``picture`` has the title that the page is called by."""

    language: str
    picture: Titled
    figure: Markup
    legend: list[tuple[Markup, str]]
    caption: str
    table: NetworkTable
    query: str
    coverage: str


@dataclass(frozen=True)
class Titled:
    """The title and subtitle of a page."""

    title: str
    subtitle: str


def network_html(graph: nx.Graph[str], catalogue: Catalogue, meta: FigureMeta, language: str = "ja") -> bytes:
    """The network of ``graph.network.who_met_whom`` as one HTML file in both languages.

    It can be dragged and searched where scripts run (vis-network, inside the file, allowed by its hash);
    elsewhere and on paper the same drawing is shown as SVG. Tables list every body and the strongest ties.
    """
    picture = network_picture(graph, catalogue)
    views = [_network_view(graph, picture, catalogue, meta, one) for one in LANGUAGES]
    programs = (vis_program(), page_program())
    csp = f"{NO_SCRIPT}; script-src {' '.join(script_hash(program) for program in programs)}"
    data = network_data(picture)
    return page("network.html.j2", language, meta, views=views, csp=csp, programs=programs, data=data)


def network_svg(graph: nx.Graph[str], catalogue: Catalogue, language: str = "ja") -> bytes:
    """The network as one SVG file with real text, in ``language``."""
    picture = network_picture(graph, catalogue)
    words = network_caption(picture, language)
    drawn = draw_network(picture, network_title(language), words, language, f"network-{language}")
    return DECLARATION + encoded(drawn)


def _network_view(
    graph: nx.Graph[str], picture: NetworkPicture, catalogue: Catalogue, meta: FigureMeta, language: str
) -> NetworkView:
    title, words = network_title(language), network_caption(picture, language)
    drawn = frozenset(dot.body for dot in picture.dots)
    return NetworkView(
        language=language,
        picture=Titled(title, meta.query.in_language(language)),
        figure=draw_network(picture, title, words, language, f"network-{language}"),
        legend=kinds_in(picture, language),
        caption=words,
        table=network_table(graph, drawn, catalogue, language),
        query=meta.query.in_language(language),
        coverage=meta.coverage.in_language(language),
    )
