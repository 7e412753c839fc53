"""The front door: a figure or a briefing as the bytes of one self-contained file.

Same records, same ``meta``: same bytes. HTML holds both languages, ``language`` being the one shown first; SVG and
PNG are in ``language``. PNG is drawn at 300 dots per inch, ``WIDE_CM`` centimetres wide unless told otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Literal

from graph.model import Catalogue, Dialogue, Engagement
from visualizations.briefing import Briefing
from visualizations.briefing_docx import briefing_docx
from visualizations.briefing_page import briefing_html
from visualizations.dialogue_page import dialogue_html, dialogue_svg
from visualizations.figure import Figure, figure_html, figure_svg
from visualizations.framework_lines import framework_figure
from visualizations.levels import levels_figure
from visualizations.matrix import matrix_figure
from visualizations.network import NetworkOptions
from visualizations.network_page import network_file, network_html
from visualizations.page import FigureMeta
from visualizations.raster import png
from visualizations.spans import Years
from visualizations.timeline import timeline_figure

Format = Literal["html", "svg", "png"]
BriefingFormat = Literal["html", "docx"]
#: The width of the text on A4 landscape.
WIDE_CM: Final = 25.0


def render_dialogue(
    dialogue: Dialogue, catalogue: Catalogue, meta: FigureMeta, language: str = "ja", format: Format = "html"
) -> bytes:
    """The figure of ``graph.dialogue.dialogue_of`` or ``dialogue_between``."""
    if format == "html":
        return dialogue_html(dialogue, catalogue, meta, language)
    return _drawn(dialogue_svg(dialogue, catalogue, meta, language), format)


def render_network(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str = "ja",
    format: Format = "html",
    *,
    options: NetworkOptions = NetworkOptions(),  # noqa: B008 - frozen
) -> bytes:
    """Who met whom; ``options`` add meetings or frameworks, centre it on a body, or compare an earlier edition."""
    if format == "html":
        return network_html(engagements, catalogue, meta, language, options)
    return _drawn(network_file(engagements, catalogue, meta, language, options), format)


def render_timeline(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str = "ja",
    format: Format = "html",
    *,
    fiscal: bool = False,
) -> bytes:
    """Every engagement at its time; ``fiscal`` rules the sheet by Japanese fiscal years."""
    items = tuple(engagements)

    def make(one: str) -> Figure:
        return timeline_figure(items, catalogue, meta.query.in_language(one), one, Years(fiscal))

    return _figure(make, meta, language, format)


def render_framework_lines(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str = "ja",
    format: Format = "html",
    *,
    frameworks: tuple[str, ...] = (),
) -> bytes:
    """The life of the frameworks that ``engagements`` were about, or of those named."""
    items = tuple(engagements)

    def make(one: str) -> Figure:
        return framework_figure(items, catalogue, meta.query.in_language(one), one, frameworks=frameworks)

    return _figure(make, meta, language, format)


def render_matrix(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str = "ja",
    format: Format = "html",
) -> bytes:
    """How often each two jurisdictions took part in the same engagement."""
    items = tuple(engagements)

    def make(one: str) -> Figure:
        return matrix_figure(items, catalogue, meta.query.in_language(one), one)

    return _figure(make, meta, language, format)


def render_levels(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str = "ja",
    format: Format = "html",
    *,
    fiscal: bool = False,
) -> bytes:
    """At which level engagements were held, year by year; ``fiscal`` counts in Japanese fiscal years."""
    items = tuple(engagements)

    def make(one: str) -> Figure:
        return levels_figure(items, catalogue, meta.query.in_language(one), one, Years(fiscal))

    return _figure(make, meta, language, format)


def render_briefing(
    briefing: Briefing,
    catalogue: Catalogue,
    meta: FigureMeta,
    language: str = "ja",
    format: BriefingFormat = "html",
) -> bytes:
    """The briefing of ``visualizations.briefing.briefing_of``, in one language, for a browser or for Word."""
    if format == "docx":
        return briefing_docx(briefing, catalogue, meta, language)
    return briefing_html(briefing, catalogue, meta, language)


def _figure(make: Callable[[str], Figure], meta: FigureMeta, language: str, format: Format) -> bytes:
    if format == "html":
        return figure_html(make, meta, language)
    return _drawn(figure_svg(make(language), meta), format)


def _drawn(svg: bytes, format: Format) -> bytes:
    return png(svg, WIDE_CM) if format == "png" else svg
