"""Level over time: at which level engagements were held, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from graph.model import Catalogue, Engagement
from graph.resolve.engagements import chronological
from ontology.terms import RANKS
from visualizations.engagement_grid import kind_and_status
from visualizations.figure import Figure, Grid, GridRow
from visualizations.lettering import shorten
from visualizations.sheet import SheetWords
from visualizations.signs import MUTED, NAVY, RULE
from visualizations.spans import Years
from visualizations.svg import INK, group, line, rectangle, text
from visualizations.table import Notes
from visualizations.words import label, many, say, when_words

WIDE: Final = 1120.0
LEFT: Final = 150.0
RIGHT: Final = 1104.0
TOP: Final = 30.0
BAND: Final = 78.0
BAR: Final = 52.0
UNKNOWN: Final = "unknown"


def levels_figure(
    engagements: Iterable[Engagement], catalogue: Catalogue, subtitle: str, language: str, years: Years
) -> Figure:
    """A band of bars for each level, the highest first; an engagement counts at its own (the highest known) level."""
    held = sorted((one for one in engagements if one.status == "held"), key=chronological)
    columns = years.range(one.when for one in held)
    counts: Counter[tuple[str, int]] = Counter()
    unsure = 0
    for one in held:
        year = years.certain(one.when)
        if year is None:
            unsure += 1
        else:
            counts[level_of(one), year] += 1
    ranked = sorted(RANKS["level"], key=lambda level: -RANKS["level"][level])
    levels = [level for level in (*ranked, UNKNOWN) if any(level == found for found, _ in counts)]
    notes = Notes(language)
    caption = _caption(len(held), unsure, language)
    title = say(language, "会合等の級の推移", "The level of engagements over time")
    return Figure(
        words=SheetWords(title, subtitle, caption, caption, language),
        drawing=_drawing(levels, columns, counts, language, years),
        size=(WIDE, TOP + BAND * len(levels) + 10),
        legend=(),
        grid=_grid(held, language, notes),
        notes=notes.all(),
        empty=not counts,
    )


def level_of(engagement: Engagement) -> str:
    """The level of an engagement, or the highest of its participants, or unknown."""
    found = [one for one in (engagement.level, *(one.level for one in engagement.participants)) if one]
    if engagement.level:
        return engagement.level
    return max(found, key=lambda level: RANKS["level"].get(level, 0), default=UNKNOWN)


def _caption(held: int, unsure: int, language: str) -> str:
    ja = f"開催された会合等{held}件を、出席者の級（判明している最も高い級）と年ごとに数えた。"
    en = f"{many(held, 'engagement')} held, counted by level (the highest known of those who took part) and year."
    if unsure:
        ja += f"年が特定されない{unsure}件は図に含めない（表に掲げる）。"
        en += f" {many(unsure, 'engagement')} whose year is not certain are in the table only."
    return say(language, ja, en)


def _drawing(
    levels: Sequence[str], columns: Sequence[int], counts: Counter[tuple[str, int]], language: str, years: Years
) -> Markup:
    wide = (RIGHT - LEFT) / max(len(columns), 1)
    most = max(counts.values(), default=1)
    size = min(11.0, wide / 3.6)
    drawn = []
    for column, year in enumerate(columns):
        x = LEFT + (column + 0.5) * wide
        words = shorten(years.words(year, language), wide - 2, size)
        drawn.append(text(words, x, TOP - 12, size, text_anchor="middle", fill=MUTED))
    for row, level in enumerate(levels):
        base = TOP + row * BAND + BAND - 8
        name = label("level", level, language)
        drawn.append(text(shorten(name, LEFT - 24, 12, bold=True), 12, base - 4, 12, font_weight="700"))
        drawn.append(line((LEFT, base), (RIGHT, base), stroke=INK if row == len(levels) - 1 else RULE))
        for column, year in enumerate(columns):
            count = counts[level, year]
            if count:
                high = max(BAR * count / most, 2)
                x = LEFT + (column + 0.5) * wide
                drawn.append(rectangle(x - wide * 0.3, base - high, wide * 0.6, high, fill=NAVY))
                drawn.append(text(str(count), x, base - high - 4, 10.5, text_anchor="middle"))
    return group(*drawn)


def _grid(held: Sequence[Engagement], language: str, notes: Notes) -> Grid:
    listed = held[-500:]
    return Grid(
        heading=say(language, f"会合等（{len(held)}件）", f"Engagements ({len(held)})"),
        columns=(
            say(language, "時期", "When"),
            say(language, "級", "Level"),
            say(language, "内容", "What"),
            say(language, "種別", "Kind"),
        ),
        rows=tuple(
            GridRow(
                (
                    (when_words(one.when, language),),
                    (label("level", level_of(one), language),),
                    (one.title.in_language(language),),
                    (kind_and_status(one, language),),
                ),
                notes.cite(one.sources),
            )
            for one in listed
        ),
        left_out=len(held) - len(listed),
    )
