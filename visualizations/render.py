"""From records to one self-contained file: SVG, or HTML that needs neither a network nor (for dialogues) a script.

All bytes are UTF-8, written here and nowhere else. There is no clock and no chance in them: the same records
and the same edition give the same bytes, so that a figure can be cited and made again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import jinja2
import networkx as nx
from markupsafe import Markup

from graph.model import Catalogue, Dialogue, Text
from visualizations.captions import caption, network_caption, network_title
from visualizations.dialogue import dialogue_picture
from visualizations.dialogue_svg import panel_svg, whole_svg
from visualizations.lettering import break_lines
from visualizations.network import NetworkPicture, network_picture
from visualizations.network_svg import kinds_in
from visualizations.network_svg import network_svg as draw_network
from visualizations.network_table import NetworkTable, network_table
from visualizations.picture import Picture
from visualizations.svg import plain
from visualizations.table import Table, dialogue_table
from visualizations.vis import network_data, page_program, script_hash, vis_program
from visualizations.words import LANGUAGES, say

DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'
NO_SCRIPT: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@dataclass(frozen=True)
class FigureMeta:
    """What a figure must say of itself: the edition, the question it answers, what the sources cover."""

    edition: str
    query: Text
    coverage: Text


@dataclass(frozen=True)
class DialogueView:
    """Everything of a dialogue page in one language."""

    language: str
    picture: Picture
    figures: tuple[Markup, ...]
    caption: str
    table: Table
    query: str
    coverage: str


def dialogue_svg(dialogue: Dialogue, catalogue: Catalogue, meta: FigureMeta, language: str = "ja") -> bytes:
    """The dialogue figure as one SVG file with real text, in ``language``."""
    picture = dialogue_picture(dialogue, catalogue, language)
    said = [
        caption(dialogue, catalogue, language),
        meta.coverage.in_language(language),
        say(language, f"版：{meta.edition}　抽出条件：", f"Edition: {meta.edition}. Query: ")
        + meta.query.in_language(language),
    ]
    footer = [line for words in said for line in break_lines(words, picture.wide - 24, 10)]
    return DECLARATION + _encoded(whole_svg(picture, footer, f"dialogue-{language}"))


def dialogue_html(dialogue: Dialogue, catalogue: Catalogue, meta: FigureMeta, language: str = "ja") -> bytes:
    """The dialogue figure as one HTML file in both languages; ``language`` is the one shown first.

    Complete without script and without network: figure, caption, description, the data as tables, numbered
    sources, edition, query and coverage; printed on A4 landscape in the language that is shown.
    """
    views = [_dialogue_view(dialogue, catalogue, meta, one) for one in LANGUAGES]
    return _page("dialogue.html.j2", language, views=views, meta=meta, csp=NO_SCRIPT)


def _dialogue_view(dialogue: Dialogue, catalogue: Catalogue, meta: FigureMeta, language: str) -> DialogueView:
    picture = dialogue_picture(dialogue, catalogue, language)
    figures = (panel_svg(picture, index, f"figure-{language}-{index}") for index in range(len(picture.panels)))
    return DialogueView(
        language=language,
        picture=picture,
        figures=tuple(figures),
        caption=caption(dialogue, catalogue, language),
        table=dialogue_table(dialogue, catalogue, language),
        query=meta.query.in_language(language),
        coverage=meta.coverage.in_language(language),
    )


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
    return _page("network.html.j2", language, views=views, meta=meta, csp=csp, programs=programs, data=data)


def network_svg(graph: nx.Graph[str], catalogue: Catalogue, language: str = "ja") -> bytes:
    """The network as one SVG file with real text, in ``language``."""
    picture = network_picture(graph, catalogue)
    words = network_caption(picture, language)
    drawn = draw_network(picture, network_title(language), words, language, f"network-{language}")
    return DECLARATION + _encoded(drawn)


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


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("visualizations"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
    )
    environment.globals["say"] = say
    return environment


def _finalize(value: object) -> object:
    """Words for a page: without the characters that no HTML file may hold."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _stylesheet() -> Markup:
    path = resources.files("visualizations") / "templates" / "figure.css"
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _page(template: str, language: str, **values: object) -> bytes:
    shown = language if language in LANGUAGES else "en"
    page = _environment().get_template(template)
    return _encoded(page.render(language=shown, css=_stylesheet(), **values))


def _encoded(words: str) -> bytes:
    return (words.rstrip() + "\n").encode("utf-8")
