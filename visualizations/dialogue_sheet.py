"""A dialogue figure as finished SVG: panel by panel for a page, or whole as one file with title and margin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from visualizations.dialogue_svg import draw_panel
from visualizations.lettering import width
from visualizations.overview_svg import draw_key, draw_overview
from visualizations.picture import Picture
from visualizations.signs import MUTED, WHITE, legend
from visualizations.svg import document, group, lines_of_text, number, rectangle, text

LEFT: Final = 12.0
PANEL_GAP: Final = 34.0
MARGIN_BELOW: Final = 8.0


def figures(picture: Picture, name: str) -> tuple[Markup, ...]:
    """The parts of a figure for a page, each an SVG of its own; none where there is nothing to draw.

    The page describes them in an element with the id ``{name}-words``.
    """
    parts = _parts(picture, name)
    drawn = []
    explained = 0 if picture.overview else len(parts) - 1
    for index, (part, high) in enumerate(parts):
        pieces, bottom = [part], high
        if index == explained:
            signs, legend_high = legend(picture.legend, picture.wide, f"{name}-{index}")
            pieces.append(group(signs, transform=f"translate(0 {number(high)})"))
            bottom += legend_high
        of = f" ({index + 1}/{len(parts)})" if len(parts) > 1 else ""
        size = (picture.wide, bottom)
        drawn.append(
            document(
                size, picture.title + of, f"#{name}-words", *pieces, name=f"{name}-{index}", language=picture.language
            )
        )
    return tuple(drawn)


def _parts(picture: Picture, name: str) -> list[tuple[Markup, float]]:
    """Each part with its height: the overview and its key, or one panel after the other."""
    if picture.overview:
        overview = picture.overview
        drawn = draw_overview(picture, overview, f"{name}-0"), overview.panel.rows.bottom + MARGIN_BELOW
        return [drawn, (draw_key(overview), overview.bottom + MARGIN_BELOW)]
    return [
        (draw_panel(panel, picture.language, f"{name}-{index}"), panel.rows.bottom + MARGIN_BELOW)
        for index, panel in enumerate(picture.panels)
    ]


def whole_svg(picture: Picture, footer: Sequence[str], name: str) -> Markup:
    """The whole figure as one SVG: title, panels, legend, and ``footer`` lines with edition and coverage."""
    y = 62.0
    pieces = [
        text(picture.title, LEFT, 30, _title_size(picture), font_weight="700"),
        text(picture.subtitle, LEFT, 50, 12, fill=MUTED),
    ]
    parts = _parts(picture, name)
    explained = 0 if picture.overview else len(parts) - 1
    for index, (part, high) in enumerate(parts):
        pieces.append(group(part, transform=f"translate(0 {number(y)})"))
        y += high
        if index == explained:
            signs, signs_high = legend(picture.legend, picture.wide, f"{name}-0")
            pieces.append(group(signs, transform=f"translate(0 {number(y)})"))
            y += signs_high + 12
        elif index < len(parts) - 1:
            y += PANEL_GAP
    pieces.append(lines_of_text(footer, (LEFT, y), 10, 14, fill=MUTED))
    size = (picture.wide, y + len(footer) * 14)
    page = rectangle(0, 0, *size, fill=WHITE)
    return document(size, picture.title, picture.description, page, *pieces, name=name, language=picture.language)


def _title_size(picture: Picture) -> float:
    need = width(picture.title, 20, bold=True)
    return min(20.0, max(11.0, 20.0 * (picture.wide - 2 * LEFT) / max(need, 1)))
