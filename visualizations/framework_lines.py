"""The life of frameworks: adoption, entry into force, end, milestones, and when they were met about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from markupsafe import Markup

from graph.model import Catalogue, Engagement, Framework, Milestone, When
from graph.periods import known_days
from graph.resolve.engagements import chronological
from visualizations.figure import Figure, Grid, GridRow
from visualizations.lettering import balanced_lines
from visualizations.nodes import is_exact
from visualizations.sheet import SheetWords
from visualizations.signs import MUTED, NAVY, RULE, WHITE, flag
from visualizations.spans import Years
from visualizations.svg import INK, circle, group, line, lines_of_text, polygon, rectangle, text
from visualizations.table import Notes
from visualizations.timeaxis import TimeAxis, whole_months
from visualizations.timeline import axis_head
from visualizations.words import label, many, say, when_words

WIDE: Final = 1120.0
LEFT: Final = 300.0
RIGHT: Final = 1090.0
TOP: Final = 48.0
ROW: Final = 46.0
MOST_LINES: Final = 30


@dataclass(frozen=True)
class _Life:
    framework: Framework
    milestones: tuple[Milestone, ...]
    engagements: tuple[Engagement, ...]

    def dates(self) -> list[When]:
        ends = [one for one in (self.framework.adopted, self.framework.in_force, self.framework.ended) if one]
        return [*ends, *(one.when for one in self.milestones), *(one.when for one in self.engagements)]


def framework_figure(
    engagements: Iterable[Engagement],
    catalogue: Catalogue,
    subtitle: str,
    language: str,
    *,
    frameworks: tuple[str, ...] = (),
) -> Figure:
    """The frameworks that ``engagements`` were about (or those named), the oldest first, thirty at most."""
    items = sorted(engagements, key=chronological)
    lives, left_out = _lives(items, catalogue, frameworks)
    axis = _axis(items, lives)
    notes = Notes(language)
    caption = _caption(lives, left_out, axis, language)
    title = say(language, "枠組みの推移", "The life of frameworks")
    high = TOP + len(lives) * ROW + 6
    head = axis_head(axis, high, language, Years()) if axis else Markup("")
    lines = [_line(one, TOP + row * ROW, axis, language) for row, one in enumerate(lives)] if axis else []
    return Figure(
        words=SheetWords(title, subtitle, caption, caption, language),
        drawing=group(head, *lines),
        size=(WIDE, high),
        legend=_legend(language) if lives else (),
        grid=_grid(lives, language, notes),
        notes=notes.all(),
        empty=not lives,
    )


def _lives(items: Sequence[Engagement], catalogue: Catalogue, wanted: tuple[str, ...]) -> tuple[list[_Life], int]:
    about: dict[str, list[Engagement]] = {}
    for item in items:
        for framework in dict.fromkeys(item.frameworks):
            about.setdefault(framework, []).append(item)
    chosen = [one for one in dict.fromkeys(wanted or tuple(sorted(about))) if one in catalogue.frameworks]
    busiest = sorted(chosen, key=lambda one: (-len(about.get(one, ())), one))[:MOST_LINES]
    lives = [
        _Life(
            catalogue.frameworks[one],
            tuple(step for step in catalogue.milestones if one in step.frameworks),
            tuple(about.get(one, ())),
        )
        for one in busiest
    ]
    dated = [one for one in lives if one.dates()]
    return sorted(dated, key=lambda life: (min(known_days(when)[0] for when in life.dates()), life.framework.id)), len(
        chosen
    ) - len(dated)


def _axis(items: Sequence[Engagement], lives: Sequence[_Life]) -> TimeAxis | None:
    """From two years before the first engagement to the last date of all; what is older is cut at the left end."""
    dates = [when for life in lives for when in life.dates()]
    if not dates:
        return None
    first, last = whole_months(known_days(when) for when in dates)
    if items:
        first = max(first, known_days(items[0].when)[0] - timedelta(days=730))
    today = max((known_days(one.when)[1] for one in items), default=last)
    furthest = max(min(last, today + timedelta(days=366 * 2)), first + timedelta(days=400))
    return TimeAxis(date(first.year, first.month, 1), furthest, LEFT, RIGHT)


def _caption(lives: Sequence[_Life], left_out: int, axis: TimeAxis | None, language: str) -> str:
    meetings = len({one.slug for life in lives for one in life.engagements})
    steps = len({one.id for life in lives for one in life.milestones})
    ja = f"枠組み{len(lives)}件の採択・発効・終了、節目{steps}件、関係する会合等{meetings}件を示す。"
    en = (
        f"{many(len(lives), 'framework')}: adoption, entry into force and end, {many(steps, 'milestone')}, "
        f"and {many(meetings, 'engagement')} about them."
    )
    early = [life for life in lives if axis and min(known_days(when)[0] for when in life.dates()) < axis.first]
    if early:
        ja += f"図の左端より前に始まったもの{len(early)}件は、左端に「◀」で示す。"
        en += f" {len(early)} began before the left edge, where an arrow says so."
    if left_out:
        ja += f"このほか{left_out}件は、件数が少ない、又は時期が分からないため図に含めない。"
        en += f" {left_out} more, with fewer engagements or without dates, are not drawn."
    return say(language, ja, en)


def _legend(language: str) -> tuple[tuple[Markup, str], ...]:
    return (
        (rectangle(1, 7, 18, 6, fill=NAVY), say(language, "効力のある期間", "In force")),
        (
            line((1, 10), (19, 10), stroke=NAVY, stroke_width=2, stroke_dasharray="4 3"),
            say(language, "採択後（発効前、又は発効日の記載なし）", "Adopted (not in force, or no date recorded)"),
        ),
        (line((10, 2), (10, 18), stroke=INK, stroke_width=3), say(language, "終了・失効", "Ended")),
        (circle(10, 10, 4, fill=WHITE, stroke=NAVY, stroke_width=1.5), say(language, "会合等", "Engagement")),
        (flag(10, 10), say(language, "節目", "Milestone")),
    )


def _line(life: _Life, top: float, axis: TimeAxis | None, language: str) -> Markup:
    assert axis is not None  # noqa: S101 - lines are drawn on an axis only
    y = top + 14
    framework = life.framework
    words = balanced_lines(framework.name.in_language(language), LEFT - 40, 11, most=2, bold=True)
    kind = label("framework-kind", framework.kind, language)
    return group(
        lines_of_text(words, (12, top + 14), 11, 13, font_weight="700"),
        text(kind, 12, top + 14 + len(words) * 12.5, 9.5, fill=MUTED),
        line((12, top + ROW - 1), (RIGHT, top + ROW - 1), stroke=RULE, stroke_width=0.8),
        *_life_line(framework, y, axis),
        *_met(life.engagements, y + 19, axis),
        *(flag(_at(step.when, axis), y - 4) for step in life.milestones if _seen(step.when, axis)),
    )


def _at(when: When, axis: TimeAxis) -> float:
    return sum(axis.span_of(*known_days(when))) / 2


def _seen(when: When, axis: TimeAxis) -> bool:
    first, last = known_days(when)
    return axis.first <= last and first <= axis.last


def _edge(when: When | None, axis: TimeAxis) -> float | None:
    if when is None:
        return None
    first, _ = known_days(when)
    return min(max(axis.start_of(max(first, axis.first)), axis.left), axis.right)


def _life_line(framework: Framework, y: float, axis: TimeAxis) -> list[Markup]:
    adopted, force = _edge(framework.adopted, axis), _edge(framework.in_force, axis)
    ended = _edge(framework.ended, axis)
    end = ended if ended is not None else axis.right
    drawn = []
    if adopted is not None and (force is None or adopted < force):
        waited = min(force if force is not None else end, end)
        drawn.append(line((adopted, y + 7), (waited, y + 7), stroke=NAVY, stroke_width=2, stroke_dasharray="4 3"))
    if force is not None and force < end:
        drawn.append(rectangle(force, y + 4, end - force, 6, fill=NAVY))
    begun = next((one for one in (framework.adopted, framework.in_force) if one), None)
    if begun and known_days(begun)[0] < axis.first:
        drawn.append(polygon(((axis.left - 8, y + 7), (axis.left - 1, y + 2), (axis.left - 1, y + 12)), fill=NAVY))
    past = framework.ended is not None and known_days(framework.ended)[0] > axis.last
    if ended is not None and not past:
        drawn.append(line((ended, y), (ended, y + 14), stroke=INK, stroke_width=3))
    elif begun:
        drawn.append(polygon(((axis.right, y + 2), (axis.right + 8, y + 7), (axis.right, y + 12)), fill=NAVY))
    return drawn


def _met(engagements: Sequence[Engagement], y: float, axis: TimeAxis) -> list[Markup]:
    drawn = []
    for one in engagements:
        if _seen(one.when, axis):
            dashes = None if is_exact(one.when) else "2 1.5"
            drawn.append(circle(_at(one.when, axis), y, 3.6, stroke_dasharray=dashes))
    return [group(*drawn, fill=WHITE, stroke=NAVY, stroke_width=1.5)] if drawn else []


def _grid(lives: Sequence[_Life], language: str, notes: Notes) -> Grid:
    return Grid(
        heading=say(language, f"枠組み（{len(lives)}件）", f"Frameworks ({len(lives)})"),
        columns=(
            say(language, "枠組み", "Framework"),
            say(language, "採択", "Adopted"),
            say(language, "発効", "In force"),
            say(language, "終了", "Ended"),
            say(language, "節目", "Milestones"),
            say(language, "会合等", "Engagements"),
        ),
        rows=tuple(_row(life, language, notes) for life in lives),
    )


def _row(life: _Life, language: str, notes: Notes) -> GridRow:
    framework = life.framework
    steps = tuple(
        f"{when_words(step.when, language)}{say(language, '　', ': ')}{step.what.in_language(language)}"
        for step in sorted(life.milestones, key=lambda step: (known_days(step.when)[0], step.id))
    )
    sources = [framework.source, *(step.source for step in life.milestones)]
    sources += [source for one in life.engagements for source in one.sources]
    return GridRow(
        (
            (framework.name.in_language(language),),
            *((when_words(one, language),) if one else () for one in _ends(framework)),
            steps,
            (str(len(life.engagements)),),
        ),
        notes.cite(sources),
    )


def _ends(framework: Framework) -> tuple[When | None, When | None, When | None]:
    return framework.adopted, framework.in_force, framework.ended
