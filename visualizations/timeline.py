"""The timeline: every engagement at its time, named while there is room, in lanes by kind, or counted by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from markupsafe import Markup

from graph.model import Catalogue, Engagement
from graph.periods import known_days
from graph.resolve.engagements import chronological
from ontology.terms import LABELS
from visualizations.engagement_grid import engagement_grid
from visualizations.figure import Figure
from visualizations.lettering import shorten, width
from visualizations.nodes import is_exact
from visualizations.placing import tracks
from visualizations.sheet import SheetWords
from visualizations.signs import DASHES, FAINT, MUTED, NAVY, RULE, WHITE
from visualizations.spans import Years
from visualizations.svg import INK, circle, element, group, hatch, line, number, rectangle, text
from visualizations.table import Notes
from visualizations.timeaxis import TimeAxis, whole_months
from visualizations.words import compact_date, label, many, say

WIDE: Final = 1120.0
LEFT: Final = 24.0
LANES_LEFT: Final = 190.0
RIGHT: Final = 1100.0
TOP: Final = 50.0
NAME_SIZE: Final = 10.5
NAME_WIDE: Final = 250.0
ROW: Final = 19.0
MOST_NAMED: Final = 60
MOST_MARKED: Final = 600


def timeline_figure(
    engagements: Iterable[Engagement], catalogue: Catalogue, subtitle: str, language: str, years: Years
) -> Figure:
    """Up to 60 engagements by name, up to 600 as marks in lanes by kind, more as counts by kind and year."""
    items = sorted(engagements, key=chronological)
    notes = Notes(language)
    drawn, high = _drawing(items, language, years)
    caption = _caption(items, language)
    title = say(language, "会合等の年表", "Timeline of engagements")
    return Figure(
        words=SheetWords(title, subtitle, caption, caption, language),
        drawing=drawn,
        size=(WIDE, high),
        legend=_legend(items, language),
        grid=engagement_grid(items, catalogue, language, notes),
        notes=notes.all(),
        empty=not items,
    )


def _caption(items: Sequence[Engagement], language: str) -> str:
    hazy = sum(1 for one in items if not is_exact(one.when))
    other = sum(1 for one in items if one.status != "held")
    ja, en = f"会合等{len(items)}件を時期の順に示す。", f"{many(len(items), 'engagement')} in the order of time."
    if hazy:
        ja += f"このうち{hazy}件は日付が特定されておらず、可能性のある期間を斜線で示す。"
        en += f" For {hazy} the day is not known: the hatched stretch is when it may have been."
    if other:
        ja += f"開催済みでないもの{other}件（白抜き）を含む。"
        en += f" {other} were not (or not yet) held and are drawn empty."
    if len(items) > MOST_MARKED:
        ja += "件数が多いため、種別と年ごとの件数で示す。"
        en += " As there are so many, they are counted by kind and year."
    return say(language, ja, en)


def _legend(items: Sequence[Engagement], language: str) -> tuple[tuple[Markup, str], ...]:
    if not items or len(items) > MOST_MARKED:
        return ()
    entries = [(circle(10, 10, 5, fill=NAVY), say(language, "開催", "Held"))]
    if any(not is_exact(one.when) for one in items):
        box = rectangle(2, 5, 16, 10, fill=f"url(#hazy-sign-{language})", stroke=DASHES, stroke_dasharray="3 2")
        entries.append(
            (
                element("defs", hatch(f"hazy-sign-{language}", "#9db4cc")) + box,
                say(language, "日が特定されない期間", "Day not known"),
            )
        )
    if any(one.status != "held" for one in items):
        empty = circle(10, 10, 5, fill=WHITE, stroke=NAVY, stroke_width=1.5, stroke_dasharray="2.5 1.5")
        entries.append((empty, say(language, "予定・延期・中止", "Planned, postponed or cancelled")))
    return tuple(entries)


def _drawing(items: Sequence[Engagement], language: str, years: Years) -> tuple[Markup, float]:
    if not items:
        return Markup(""), 10.0
    if len(items) > MOST_MARKED:
        return _counted(items, language, years)
    left = LEFT if len(items) <= MOST_NAMED else LANES_LEFT
    first, last = whole_months(known_days(one.when) for one in items)
    axis = TimeAxis(first, last, left, RIGHT)
    body, high = _named(items, axis, language) if len(items) <= MOST_NAMED else _in_lanes(items, axis, language)
    patterns = element("defs", hatch(f"hazy-{language}", "#9db4cc"))
    return group(patterns, axis_head(axis, high, language, years), *body), high


def axis_head(axis: TimeAxis, high: float, language: str, years: Years) -> Markup:
    """The years along the top in both calendars, and a rule at the start of each year as they are counted."""
    spans = axis.fiscal_years(language) if years.fiscal else axis.years(language)
    rules = "".join(f"M{number(span.left)} 40V{number(high)}" for span in spans)
    cells = []
    for row, found in enumerate((axis.years(language), axis.fiscal_years(language))):
        for span in found:
            tried = (span.words, span.words.split("（", maxsplit=1)[0], "")
            room = span.right - span.left - 4
            words = next(one for one in tried if width(one, 10.5, bold=row == 0) <= room or not one)
            cells.append(rectangle(span.left + 0.5, row * 19 + 1, max(span.right - span.left - 1, 0.5), 17, fill=FAINT))
            if words:
                middle = (span.left + span.right) / 2
                bold = "700" if row == 0 else None
                cells.append(text(words, middle, row * 19 + 13.5, 10.5, text_anchor="middle", font_weight=bold))
    foot = line((axis.left, 41), (axis.right, 41), stroke=INK, stroke_width=1.2)
    return group(element("path", d=rules, stroke=RULE, stroke_width=0.8), *cells, foot)


def _named(items: Sequence[Engagement], axis: TimeAxis, language: str) -> tuple[list[Markup], float]:
    """Each with its date and title beside it, on the first row with room."""
    labels = [_label(one, language) for one in items]
    spans = [axis.span_of(*known_days(one.when)) for one in items]
    sides = [
        span[1] + 10 + width(words, NAME_SIZE) <= axis.right + 4 for span, words in zip(spans, labels, strict=True)
    ]
    needs = []
    for span, words, after in zip(spans, labels, sides, strict=True):
        middle, room = (span[0] + span[1]) / 2, width(words, NAME_SIZE) + 12
        start, end = min(span[0], middle - 6), max(span[1], middle + 6)
        needs.append((start, end + room) if after else (start - room, end))
    rows = tracks(needs)
    drawn = []
    for item, span, words, after, row in zip(items, spans, labels, sides, rows, strict=True):
        y = TOP + row * ROW + ROW / 2
        drawn.append(_mark(item, span, y, language))
        middle = (span[0] + span[1]) / 2
        x = max(span[1], middle + 6) + 5 if after else min(span[0], middle - 6) - 5
        drawn.append(text(words, x, y + 3.7, NAME_SIZE, text_anchor=None if after else "end"))
    return drawn, TOP + (max(rows) + 1) * ROW + 6


def _label(item: Engagement, language: str) -> str:
    date = compact_date(item.when, language)
    return f"{date}　{shorten(item.title.in_language(language), NAME_WIDE, NAME_SIZE)}"


def _mark(item: Engagement, span: tuple[float, float], y: float, language: str) -> Markup:
    middle = (span[0] + span[1]) / 2
    title = element("title", item.title.in_language(language))
    held = item.status == "held"
    if not is_exact(item.when):
        hatched = f"url(#hazy-{language})"
        stretch = rectangle(span[0], y - 5, span[1] - span[0], 10, fill=hatched, stroke=DASHES, stroke_dasharray="3 2")
        return group(title, stretch)
    wide = max(span[1] - span[0], 0)
    style = {"fill": NAVY if held else WHITE, "stroke": NAVY, "stroke_width": 1.5}
    dashes = None if held else "2.5 1.5"
    if wide > 9:
        return group(title, rectangle(span[0], y - 4.5, wide, 9, rx=4.5, stroke_dasharray=dashes, **style))
    return group(title, circle(middle, y, 4.5, stroke_dasharray=dashes, **style))


def _in_lanes(items: Sequence[Engagement], axis: TimeAxis, language: str) -> tuple[list[Markup], float]:
    """A lane for each kind, as high as it needs to be for marks not to cover each other."""
    drawn, y = [], TOP
    for kind in (one for one in LABELS["kind"] if any(item.kind == one for item in items)):
        mine = [item for item in items if item.kind == kind]
        spans = [axis.span_of(*known_days(item.when)) for item in mine]
        rows = tracks([(min(a, (a + b) / 2 - 5), max(b, (a + b) / 2 + 5)) for a, b in spans])
        high = (max(rows) + 1) * 11 + 8
        name = shorten(label("kind", kind, language), LANES_LEFT - 60, 11.5)
        drawn.append(text(name, 12, y + high / 2 + 4, 11.5, font_weight="700"))
        drawn.append(text(str(len(mine)), LANES_LEFT - 12, y + high / 2 + 4, 11.5, text_anchor="end", fill=MUTED))
        drawn.append(line((12, y + high), (RIGHT, y + high), stroke=RULE, stroke_width=0.8))
        drawn += [
            _mark(item, span, y + 9.5 + row * 11, language) for item, span, row in zip(mine, spans, rows, strict=True)
        ]
        y += high
    return drawn, y + 4


def _counted(items: Sequence[Engagement], language: str, years: Years) -> tuple[Markup, float]:
    """How many of each kind in each year, as numbers on a shade; what may belong to two years stands apart."""
    columns: list[int | None] = [*years.range(one.when for one in items)]
    if any(years.certain(one.when) is None for one in items):
        columns.append(None)
    counts: dict[tuple[str, int | None], int] = {}
    for one in items:
        key = (one.kind, years.certain(one.when))
        counts[key] = counts.get(key, 0) + 1
    kinds = [kind for kind in LABELS["kind"] if any(kind == one for one, _ in counts)]
    heads = [
        years.words(year, language) if year is not None else say(language, "年不確定", "unsure") for year in columns
    ]
    rows = [(label("kind", kind, language), [counts.get((kind, year), 0) for year in columns]) for kind in kinds]
    return heat(rows, heads)


def heat(rows: Sequence[tuple[str, Sequence[int]]], heads: Sequence[str]) -> tuple[Markup, float]:
    """A table of counts: the number always stands in its cell, the shade behind it grows with it."""
    most = max((count for _, counts in rows for count in counts), default=1) or 1
    wide = (RIGHT - LANES_LEFT) / max(len(heads), 1)
    size = min(11.5, wide / 3.6)
    drawn = []
    for column, words in enumerate(heads):
        x = LANES_LEFT + (column + 0.5) * wide
        shown = shorten(words, wide - 2, size)
        drawn.append(text(shown, x, 30, size, text_anchor="middle", fill=MUTED))
    for row, (name, counts) in enumerate(rows):
        y = 42 + row * 26
        drawn.append(text(shorten(name, LANES_LEFT - 24, 11.5), 12, y + 17, 11.5, font_weight="700"))
        for column, count in enumerate(counts):
            x = LANES_LEFT + column * wide
            share = (count / most) ** 0.5
            shade = "#" + "".join(f"{round(255 - (255 - end) * share * 0.95):02x}" for end in (0x17, 0x40, 0x6D))
            drawn.append(rectangle(x + 0.5, y + 0.5, wide - 1, 25, fill=shade, stroke=RULE, stroke_width=0.5))
            if count:
                ink = WHITE if share > 0.55 else INK
                drawn.append(text(f"{count:,}", x + wide / 2, y + 17, size, text_anchor="middle", fill=ink))
    return group(*drawn), 42 + len(rows) * 26 + 6
