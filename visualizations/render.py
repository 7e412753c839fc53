"""The front door: a figure or a briefing as the bytes of one self-contained file.

Same records, same ``meta``: same bytes. HTML holds both languages, ``language`` being the one shown first; SVG and
PNG are in ``language``. PNG is drawn at 300 dots per inch, ``WIDE_CM`` centimetres wide unless told otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from graph.model import Catalogue, Dialogue, Engagement
from visualizations.dialogue_page import dialogue_html, dialogue_svg
from visualizations.network import NetworkOptions
from visualizations.network_page import network_file, network_html
from visualizations.page import FigureMeta
from visualizations.raster import png

Format = Literal["html", "svg", "png"]
MEDIA_TYPES: Final[dict[str, str]] = {
    "html": "text/html; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
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


def _drawn(svg: bytes, format: Format) -> bytes:
    return png(svg, WIDE_CM) if format == "png" else svg
