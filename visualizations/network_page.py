"""The network figure as a file: one SVG, or one page in both languages that can be filtered where scripts run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import networkx as nx
from markupsafe import Markup

from graph.errors import NotFound
from graph.gathering import by_community
from graph.model import Catalogue, Engagement
from graph.network import backbone, came_in, ego, took_part, who_met_whom, worked_on
from visualizations.layout import Layout
from visualizations.network import MOST_BODIES, NetworkOptions, NetworkPicture, network_picture
from visualizations.network_data import network_data
from visualizations.network_svg import (
    legend_of,
    legend_signs,
    network_drawing,
    network_labels,
    network_shapes,
    network_svg,
)
from visualizations.network_table import NetworkTable, network_table
from visualizations.network_words import groups, insights, network_caption, network_title
from visualizations.page import NO_SCRIPT, FigureMeta, page
from visualizations.sheet import SheetWords, sheet_svg
from visualizations.table import Note, Notes
from visualizations.vis import EARLY, page_program, script_hash, vis_program
from visualizations.words import LANGUAGES

#: What a page with interaction may weigh.
MOST_BYTES: Final = 1_500_000
PROJECTIONS: Final = {"bodies": who_met_whom, "meetings": took_part, "frameworks": worked_on}


@dataclass(frozen=True)
class Titled:
    """The title and subtitle of a page."""

    title: str
    subtitle: str


@dataclass(frozen=True)
class NetworkView:
    """Everything of a network page in one language. ``picture`` has the title that the page is called by."""

    language: str
    picture: Titled
    figure: Markup
    legend: list[tuple[Markup, str]]
    caption: str
    insights: list[str]
    groups: list[str]
    gathered: bool
    table: NetworkTable
    notes: tuple[Note, ...]
    show: str
    query: str
    coverage: str


def chosen_network(
    engagements: Iterable[Engagement], catalogue: Catalogue, options: NetworkOptions
) -> tuple[nx.Graph[str], nx.Graph[str] | None]:
    """The network that ``options`` ask for, and that of the earlier edition where one is compared.

    Raises ``NotFound`` where it is to be drawn around a body that the catalogue does not know.
    """
    if options.around is not None and options.around not in catalogue.authorities:
        raise NotFound(
            f"There is no body “{options.around}”; the list of bodies is at /api/v1/authorities.",
            f"機関「{options.around}」は登録されていません。一覧は /api/v1/authorities を参照してください。",
        )
    before = options.previous.engagements if options.previous else None
    return (
        _projected(engagements, catalogue, options),
        _projected(before, catalogue, options) if before is not None else None,
    )


def _projected(engagements: Iterable[Engagement], catalogue: Catalogue, options: NetworkOptions) -> nx.Graph[str]:
    two_sided = options.show != "bodies" or options.gather == "year"
    if options.gather == "year":
        network = came_in(engagements, catalogue, fiscal=options.fiscal)
    else:
        network = PROJECTIONS[options.show](engagements, catalogue)
    if options.around is not None:
        network = ego(network, options.around, 2 if two_sided else 1)
    if options.backbone is not None:
        network = backbone(network, options.backbone)
    return by_community(network) if options.gather == "community" else network


def network_layout(engagements: Iterable[Engagement], catalogue: Catalogue, options: NetworkOptions) -> Layout:
    """The places that a network is drawn at, to be handed to the next edition as ``options.layout``."""
    network, _ = chosen_network(engagements, catalogue, options)
    return network_picture(network, catalogue, options).layout


def network_html(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str,
    options: NetworkOptions,
) -> bytes:
    """The network as one HTML file in both languages.

    One that would pass 1.5 MB so has one file a language.

    Where scripts run it can be dragged, searched and filtered (vis-network, inside the file, allowed by its hash);
    elsewhere and on paper the same drawing is shown as SVG. Tables list every node and the strongest ties.
    """
    network, before = chosen_network(engagements, catalogue, options)
    picture = network_picture(network, catalogue, options, before)
    notes = {one: Notes(one) for one in LANGUAGES}
    # Both cite the same sources in the same order, so that the data of either have the numbers of both.
    data = {one: network_data(network, picture, catalogue, notes[one]) for one in LANGUAGES}
    views = [_view(network, picture, catalogue, meta, notes[one]) for one in LANGUAGES]
    programs = (vis_program(), page_program())
    csp = f"{NO_SCRIPT}; script-src {' '.join(script_hash(program) for program in (EARLY, *programs))}"
    shared = {"shapes": network_shapes(picture), "early": EARLY, "programs": programs, "data": data["ja"]}
    whole = page("network.html.j2", language, meta, views=views, csp=csp, **shared)
    shown = [view for view in views if view.language == language]
    if len(whole) <= MOST_BYTES or not shown:
        return whole
    return page("network.html.j2", language, meta, views=shown, csp=csp, **shared)


def network_file(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str,
    options: NetworkOptions,
) -> bytes:
    """The network as one SVG file with real text, in ``language``, with its title, legend and margin."""
    network, before = chosen_network(engagements, catalogue, options)
    picture = network_picture(network, catalogue, options, before)
    words = SheetWords(
        title=network_title(picture, catalogue, language),
        subtitle=meta.query.in_language(language),
        caption=network_caption(picture, language),
        description=" ".join([network_caption(picture, language), *_told(network, catalogue, language)]),
        language=language,
    )
    size = (picture.layout.wide, picture.layout.high)
    return sheet_svg(words, network_drawing(picture, language), size, legend_of(picture, language), meta)


def _told(network: nx.Graph[str], catalogue: Catalogue, language: str) -> list[str]:
    """What the drawing shows, for networks small enough to be described; centrality takes long on large ones."""
    return insights(network, catalogue, language) if len(network) <= MOST_BODIES else []


def network_panel(
    engagements: Iterable[Engagement], catalogue: Catalogue, options: NetworkOptions, language: str
) -> tuple[Markup, str, list[str]] | None:
    """The drawing with its legend for a page that describes it as ``network-words``, its caption and what it shows.

    None where nobody met anybody.
    """
    network, before = chosen_network(engagements, catalogue, options)
    if len(network) < 2:
        return None
    picture = network_picture(network, catalogue, options, before)
    title = network_title(picture, catalogue, language)
    drawn = network_svg(picture, title, "network-words", language, "network")
    return drawn, network_caption(picture, language), insights(network, catalogue, language)


def _view(
    network: nx.Graph[str], picture: NetworkPicture, catalogue: Catalogue, meta: FigureMeta, notes: Notes
) -> NetworkView:
    language = notes.language
    title = network_title(picture, catalogue, language)
    table = network_table(network, picture, catalogue, language, notes)
    return NetworkView(
        language=language,
        picture=Titled(title, meta.query.in_language(language)),
        figure=network_labels(picture, title, f"words-{language}", language, f"network-{language}"),
        legend=legend_signs(picture, language),
        caption=network_caption(picture, language),
        insights=insights(network, catalogue, language),
        groups=groups(network, catalogue, language),
        gathered=picture.options.gather == "community",
        table=table,
        notes=notes.all(),
        show=picture.options.show,
        query=meta.query.in_language(language),
        coverage=meta.coverage.in_language(language),
    )
