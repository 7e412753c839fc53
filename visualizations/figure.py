"""A figure that is one drawing and one table: as a page in both languages, or as one SVG file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from visualizations.page import MOST_BYTES, FigureMeta, light_page
from visualizations.sheet import SheetWords, sheet_svg
from visualizations.signs import WHITE
from visualizations.svg import document, rectangle
from visualizations.table import Note
from visualizations.words import LANGUAGES


@dataclass(frozen=True)
class GridRow:
    """A row of words, each cell one or several; the first cell names the row. ``notes`` are source numbers."""

    cells: tuple[tuple[str, ...], ...]
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Grid:
    """The data of a figure as a table; ``left_out`` counts rows that are not listed.

    ``latest_last`` says that where rows have to be left out the first ones are, as they are the oldest.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    cited: bool = True
    left_out: int = 0
    latest_last: bool = False

    def shortened(self, most: int) -> Grid:
        """With at most ``most`` rows, the others counted as left out."""
        kept = self.rows[-most:] if self.latest_last else self.rows[:most]
        return replace(self, rows=kept, left_out=self.left_out + len(self.rows) - len(kept))


@dataclass(frozen=True)
class Figure:
    """A drawing in one language with its words, its legend (signs of 20 by 20 pixels), its table and sources."""

    words: SheetWords
    drawing: Markup
    size: tuple[float, float]
    legend: tuple[tuple[Markup, str], ...]
    grid: Grid
    notes: tuple[Note, ...]
    empty: bool = False


@dataclass(frozen=True)
class FigureView:
    """Everything of a page in one language. ``picture`` has the title that the page is called by."""

    language: str
    picture: SheetWords
    figure: Markup
    legend: tuple[tuple[Markup, str], ...]
    caption: str
    grid: Grid
    notes: tuple[Note, ...]
    empty: bool
    query: str
    coverage: str


def figure_html(make: Callable[[str], Figure], meta: FigureMeta, language: str) -> bytes:
    """One HTML file without script, of 150 kB at most; ``make`` gives the figure in a language.

    Past that size it is in ``language`` alone, and past it still the table is shortened and says by how much.
    """
    views = [_view(make(one), meta) for one in LANGUAGES]
    page = light_page("figure.html.j2", language, meta, views)
    while len(page) > MOST_BYTES and max(len(view.grid.rows) for view in views) > 10:
        views = [_shortened(view) for view in views]
        page = light_page("figure.html.j2", language, meta, views)
    return page


def _shortened(view: FigureView) -> FigureView:
    """A view with seven eighths of its rows, and the sources that these cite."""
    grid = view.grid.shortened(len(view.grid.rows) * 7 // 8)
    cited = {number for row in grid.rows for number in row.notes}
    return replace(view, grid=grid, notes=tuple(note for note in view.notes if note.number in cited))


def figure_svg(figure: Figure, meta: FigureMeta) -> bytes:
    """The figure as one SVG file with its title, legend and margin."""
    return sheet_svg(figure.words, figure.drawing, figure.size, figure.legend, meta)


def figure_drawing(figure: Figure, name: str, described_by: str) -> Markup:
    """The drawing alone as an SVG for a page, described by the element with the id ``described_by``."""
    sheet = rectangle(0, 0, *figure.size, fill=WHITE)
    return document(
        figure.size,
        figure.words.title,
        f"#{described_by}",
        sheet,
        figure.drawing,
        name=name,
        language=figure.words.language,
    )


def _view(figure: Figure, meta: FigureMeta) -> FigureView:
    language = figure.words.language
    return FigureView(
        language=language,
        picture=figure.words,
        figure=figure_drawing(figure, f"figure-{language}", f"words-{language}"),
        legend=tuple((_small(sign), words) for sign, words in figure.legend),
        caption=figure.words.caption,
        grid=figure.grid,
        notes=figure.notes,
        empty=figure.empty,
        query=meta.query.in_language(language),
        coverage=meta.coverage.in_language(language),
    )


def _small(sign: Markup) -> Markup:
    return Markup('<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">{}</svg>').format(sign)
