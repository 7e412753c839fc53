"""The matrix of jurisdictions, without a map: how often each two took part in the same engagement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from markupsafe import Markup

from graph.model import Catalogue, Engagement, Framework
from graph.resolve.engagements import chronological
from visualizations.figure import Figure, Grid, GridRow
from visualizations.lettering import shorten
from visualizations.sheet import SheetWords
from visualizations.signs import FAINT, GREEN, MUTED, RULE, WHITE
from visualizations.svg import INK, group, polygon, rectangle, text
from visualizations.table import Notes
from visualizations.words import framework_name, jurisdiction_name, many, say

MOST: Final = 18
LABEL: Final = 150.0
HEAD: Final = 92.0
CELL: Final = 46.0
WORLD: Final = "INT"

Pair = tuple[str, str]


def matrix_figure(engagements: Iterable[Engagement], catalogue: Catalogue, subtitle: str, language: str) -> Figure:
    """The eighteen jurisdictions with the most engagements; international bodies have no row."""
    held = sorted((one for one in engagements if one.status == "held"), key=chronological)
    present, together = _counts(held, catalogue)
    every = sorted(present, key=lambda code: (-present[code], code))
    codes = every[:MOST]
    frameworks = _between(codes, catalogue)
    notes = Notes(language)
    caption = _caption(len(held), len(codes), len(every) - len(codes), language)
    title = say(language, "国・地域間の会合等", "Engagements between jurisdictions")
    return Figure(
        words=SheetWords(title, subtitle, caption, caption, language),
        drawing=_drawing(codes, present, together, frameworks, (catalogue, language)),
        size=(LABEL + CELL * len(codes) + 12, HEAD + CELL * len(codes) + 12),
        legend=_legend(language) if codes else (),
        grid=_grid(codes, together, frameworks, (catalogue, language), (notes, held)),
        notes=notes.all(),
        empty=not codes,
    )


def _counts(held: Sequence[Engagement], catalogue: Catalogue) -> tuple[Counter[str], Counter[Pair]]:
    present: Counter[str] = Counter()
    together: Counter[Pair] = Counter()
    for one in held:
        codes = jurisdictions_of(one, catalogue)
        present.update(codes)
        together.update(combinations(codes, 2))
    return present, together


def jurisdictions_of(engagement: Engagement, catalogue: Catalogue) -> list[str]:
    """The jurisdictions whose bodies are known to have taken part, in order of their codes; no international ones."""
    known = (catalogue.authorities.get(one.authority or "") for one in engagement.participants)
    return sorted({body.jurisdiction for body in known if body} - {WORLD})


def _between(codes: Sequence[str], catalogue: Catalogue) -> dict[Pair, list[Framework]]:
    """Frameworks from one jurisdiction to another that have not ended, by (from, to)."""
    found: dict[Pair, list[Framework]] = {}
    for one in catalogue.frameworks.values():
        if one.to_jurisdiction and one.ended is None and {one.from_jurisdiction, one.to_jurisdiction} <= set(codes):
            found.setdefault((one.from_jurisdiction, one.to_jurisdiction), []).append(one)
    return found


def _caption(held: int, drawn: int, left_out: int, language: str) -> str:
    ja = (
        f"開催された会合等{held}件について、参加の記録がある{drawn}の国・地域の組合せごとに、双方が参加した件数を示す"
        "（対角は参加件数）。多数国間の会合を含む。右下の三角は、行から列への枠組み（十分性認定等）があることを示す。"
    )
    en = (
        f"For {many(held, 'engagement')} held: how many each two of {many(drawn, 'jurisdiction')} took part in "
        "together (on the diagonal: how many at all). Large meetings count. A triangle marks a framework "
        "from the row to the column, such as an adequacy decision."
    )
    if left_out:
        ja += f"件数の少ない{left_out}の国・地域は省いた。"
        en += f" {many(left_out, 'jurisdiction')} with fewer engagements are left out."
    return say(language, ja, en)


def _legend(language: str) -> tuple[tuple[Markup, str], ...]:
    return (
        (
            rectangle(2, 2, 16, 16, fill="#5b7896"),
            say(language, "件数が多いほど濃い", "The more engagements, the darker"),
        ),
        (_corner(20, 20), say(language, "行から列への枠組み", "Framework from the row to the column")),
    )


def _corner(right: float, bottom: float) -> Markup:
    return polygon(
        ((right - 1, bottom - 11), (right - 1, bottom - 1), (right - 11, bottom - 1)), fill=GREEN, stroke=WHITE
    )


def _drawing(
    codes: Sequence[str],
    present: Counter[str],
    together: Counter[Pair],
    frameworks: dict[Pair, list[Framework]],
    names: tuple[Catalogue, str],
) -> Markup:
    most = max((together[pair] for pair in combinations(sorted(codes), 2)), default=1) or 1
    drawn = []
    for column, code in enumerate(codes):
        name = shorten(jurisdiction_name(code, *names), HEAD - 8, 11)
        x = LABEL + (column + 0.5) * CELL
        drawn.append(text(name, x + 3, HEAD - 8, 11, transform=f"rotate(-52 {x:.0f} {HEAD - 8:.0f})"))
    for row, first in enumerate(codes):
        y = HEAD + row * CELL
        name = shorten(jurisdiction_name(first, *names), LABEL - 20, 11.5, bold=True)
        drawn.append(text(name, LABEL - 10, y + CELL / 2 + 4, 11.5, text_anchor="end", font_weight="700"))
        for column, second in enumerate(codes):
            x = LABEL + column * CELL
            if first == second:
                drawn.append(_cell(x, y, present[first], None))
                continue
            drawn.append(_cell(x, y, together[min(first, second), max(first, second)], most))
            if (first, second) in frameworks:
                drawn.append(_corner(x + CELL, y + CELL))
    return group(*drawn)


def _cell(x: float, y: float, count: int, most: int | None) -> Markup:
    """A count on its shade; the diagonal (no ``most``) is plain with a thick edge."""
    share = (count / most) ** 0.5 if most else 0.0
    shade = "#" + "".join(f"{round(255 - (255 - end) * share * 0.95):02x}" for end in (0x17, 0x40, 0x6D))
    box = rectangle(x + 0.5, y + 0.5, CELL - 1, CELL - 1, fill=shade if most else FAINT, stroke=RULE, stroke_width=0.7)
    ink = WHITE if share > 0.55 else INK if most else MUTED
    words = text(str(count), x + CELL / 2, y + CELL / 2 + 4, 11.5, text_anchor="middle", fill=ink)
    return group(box, words) if count else box


def _grid(
    codes: Sequence[str],
    together: Counter[Pair],
    frameworks: dict[Pair, list[Framework]],
    names: tuple[Catalogue, str],
    cited: tuple[Notes, Sequence[Engagement]],
) -> Grid:
    catalogue, language = names
    notes, held = cited
    pairs = [pair for pair in combinations(sorted(codes), 2) if together[pair] or pair in frameworks]
    pairs.sort(key=lambda pair: (-together[pair], pair))
    sources: dict[Pair, list[Engagement]] = {}
    for one in held:
        for pair in combinations(jurisdictions_of(one, catalogue), 2):
            sources.setdefault(pair, []).append(one)
    rows = []
    for first, second in pairs:
        between = [*frameworks.get((first, second), ()), *frameworks.get((second, first), ())]
        cites = [source for one in sources.get((first, second), ())[-12:] for source in one.sources]
        rows.append(
            GridRow(
                (
                    (jurisdiction_name(first, *names),),
                    (jurisdiction_name(second, *names),),
                    (str(together[first, second]),),
                    tuple(framework_name(one.id, *names) for one in between),
                ),
                notes.cite([*cites, *(one.source for one in between)]),
            )
        )
    return Grid(
        heading=say(language, f"組合せ（{len(rows)}）", f"Pairs ({len(rows)})"),
        columns=(
            say(language, "国・地域", "Jurisdiction"),
            say(language, "相手", "With"),
            say(language, "件数", "Engagements"),
            say(language, "枠組み", "Frameworks between them"),
        ),
        rows=tuple(rows),
    )
