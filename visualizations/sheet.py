"""A drawing as one finished SVG file: title above, legend and caption below, edition and query in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from visualizations.lettering import break_lines, width
from visualizations.page import DECLARATION, FigureMeta, encoded
from visualizations.signs import MUTED, WHITE
from visualizations.svg import document, group, lines_of_text, number, rectangle, text

LEFT: Final = 12.0
TOP: Final = 62.0
LEGEND_ROW: Final = 22.0
LEGEND_SIZE: Final = 11.0
SMALL: Final = 10.0
LEADING: Final = 14.0
NARROWEST: Final = 640.0


@dataclass(frozen=True)
class SheetWords:
    """What stands around a drawing in one language."""

    title: str
    subtitle: str
    caption: str
    description: str
    language: str


def sheet_svg(
    words: SheetWords,
    drawing: Markup,
    size: tuple[float, float],
    legend: Sequence[tuple[Markup, str]],
    meta: FigureMeta,
) -> bytes:
    """The file: ``drawing`` of ``size`` pixels between its words; ``legend`` signs are 20 by 20 pixels."""
    wide = max(size[0], NARROWEST)
    title_size = min(20.0, max(11.0, 20.0 * (wide - 2 * LEFT) / max(width(words.title, 20, bold=True), 1)))
    title = break_lines(words.title, wide - 2 * LEFT, title_size, most=2, bold=True)
    subtitle = break_lines(words.subtitle, wide - 2 * LEFT, 12, most=2)
    top = TOP + (len(title) - 1) * title_size * 1.3 + (len(subtitle) - 1) * 16
    below = top + size[1] + 10
    signs, legend_high = sheet_legend(legend, wide)
    margin = [words.caption, meta.coverage.in_language(words.language), meta.margin(words.language)]
    lines = [line for one in margin for line in break_lines(one, wide - 2 * LEFT, SMALL)]
    foot = below + legend_high + 16
    high = foot + len(lines) * LEADING
    drawn = document(
        (wide, high),
        words.title,
        words.description,
        rectangle(0, 0, wide, high, fill=WHITE),
        lines_of_text(title, (LEFT, 30), title_size, title_size * 1.3, font_weight="700"),
        lines_of_text(subtitle, (LEFT, 50 + (len(title) - 1) * title_size * 1.3), 12, 16, fill=MUTED),
        group(drawing, transform=f"translate({number((wide - size[0]) / 2)} {number(top)})"),
        group(signs, transform=f"translate(0 {number(below)})"),
        lines_of_text(lines, (LEFT, foot), SMALL, LEADING, fill=MUTED),
        name=f"sheet-{words.language}",
        language=words.language,
    )
    return DECLARATION + encoded(drawn)


def sheet_legend(entries: Sequence[tuple[Markup, str]], wide: float) -> tuple[Markup, float]:
    """The legend in rows no wider than ``wide``, and its height; signs are 20 by 20 pixels."""
    x, y = LEFT, 0.0
    drawn = []
    for sign, words in entries:
        need = 26 + width(words, LEGEND_SIZE) + 18
        if x > LEFT and x + need > wide - LEFT:
            x, y = LEFT, y + LEGEND_ROW
        drawn.append(group(sign, transform=f"translate({number(x)} {number(y)})"))
        drawn.append(text(words, x + 26, y + 14, LEGEND_SIZE))
        x += need
    return Markup("").join(drawn), y + LEGEND_ROW if entries else 0.0
