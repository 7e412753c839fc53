"""One page of a PDF: its lines of print in reading order, and its ruled tables with all their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from graph.sources.compose import Box
from graph.sources.glyphs import Glyph, lines_of, words_of
from graph.sources.pdf_sheet import Edge, Sheet
from graph.sources.print_columns import in_reading_order
from graph.sources.print_tables import set_in_columns

_MAX_EDGES: Final = 1000  # a page with more is a drawing; pairing its edges would take minutes
_MAX_CROSSINGS: Final = 3000
_FEWEST_LEVELS: Final = 3
_NEAR: Final = 3.0  # points: edges closer than this are one ruling

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Print:
    """A line of print: its words and where on the page it stands."""

    words: str
    page: int
    top: float
    bottom: float


@dataclass(frozen=True)
class Ruled:
    """A ruled table or the part of one on a page: rows of boxes, the page of each row, its vertical rulings."""

    rows: tuple[tuple[Box, ...], ...]
    pages: tuple[int, ...]
    rulings: tuple[float, ...]
    top: float
    bottom: float


Part = Print | Ruled


@dataclass(frozen=True)
class PageParts:
    """What stands on a page, in reading order, and how high the page is."""

    number: int
    height: float
    parts: tuple[Part, ...]


def read_page(sheet: Sheet, number: int) -> PageParts:
    """The parts of what stands on a page; ``number`` counts from 1."""
    glyphs = list(sheet.glyphs)
    tables: list[Ruled] = []
    for cells in _tables(sheet):
        bounds = _bounds(cells)
        within = [glyph for glyph in glyphs if _inside(glyph, bounds)]
        ruled = _ruled(cells, within, number)
        if ruled is not None:
            tables.append(ruled)
            glyphs = [glyph for glyph in glyphs if not _inside(glyph, bounds)]
    tables.sort(key=lambda table: (table.top, table.rulings[0]))
    return PageParts(number, sheet.height, tuple(_with_print(tables, glyphs, number)))


def _tables(sheet: Sheet) -> list[list[Bounds]]:
    """The cells of each ruled table, where there are few enough rulings to pair them in a reasonable time."""
    if sheet.crowded or not sheet.edges:
        return []
    edges = merge_edges(list(sheet.edges), _NEAR, _NEAR, _NEAR, _NEAR)
    edges = merge_edges([*edges, *_open_sides(edges)], _NEAR, _NEAR, _NEAR, _NEAR)
    if len(edges) > _MAX_EDGES:
        return []
    crossings = edges_to_intersections(edges, _NEAR, _NEAR)
    if len(crossings) > _MAX_CROSSINGS:
        return []
    found: list[list[Bounds]] = cells_to_tables(intersections_to_cells(crossings))
    return found


def _open_sides(edges: Sequence[Edge]) -> list[Edge]:
    """Edges for the sides of tables that are ruled inside but left open at the left and right."""
    spans: dict[tuple[int, int], list[Edge]] = {}
    for edge in edges:
        if edge["orientation"] == "h":
            spans.setdefault((round(edge["x0"] / _NEAR), round(edge["x1"] / _NEAR)), []).append(edge)
    sides = []
    for level in spans.values():
        left, right = level[0]["x0"], level[0]["x1"]
        top, bottom = min(edge["top"] for edge in level), max(edge["top"] for edge in level)
        within = [
            edge
            for edge in edges
            if edge["orientation"] == "v"
            and left < edge["x0"] < right
            and edge["top"] >= top - _NEAR
            and edge["bottom"] <= bottom + _NEAR
        ]
        if len(level) >= _FEWEST_LEVELS and within:
            top, bottom = min(edge["top"] for edge in within), max(edge["bottom"] for edge in within)
            sides += [
                {"orientation": "v", "x0": x, "x1": x, "top": top, "bottom": bottom, "height": bottom - top}
                for x in (left, right)
            ]
    return sides


def _bounds(cells: Sequence[Bounds]) -> Bounds:
    return (
        min(cell[0] for cell in cells),
        min(cell[1] for cell in cells),
        max(cell[2] for cell in cells),
        max(cell[3] for cell in cells),
    )


def _with_print(tables: Sequence[Ruled], glyphs: Sequence[Glyph], number: int) -> list[Part]:
    """Tables with the print above, between and below them, each stretch in its own reading order."""
    parts: list[Part] = []
    rest = sorted(glyphs, key=lambda glyph: glyph.middle)
    middles = [glyph.middle for glyph in rest]
    start = 0
    for table in tables:
        end = max(start, bisect_right(middles, table.top))
        parts.extend(_print(rest[start:end], number))
        parts.append(table)
        start = end
    parts.extend(_print(rest[start:], number))
    return parts


def _print(glyphs: Sequence[Glyph], number: int) -> list[Print]:
    rows = [row for row in in_reading_order(lines_of(glyphs)) if row]
    return [
        Print(words, number, min(one.top for one in row), max(one.bottom for one in row))
        for words, row in zip(set_in_columns(rows), rows, strict=True)
    ]


def _inside(glyph: Glyph, bounds: Bounds) -> bool:
    return bounds[0] <= glyph.centre < bounds[2] and bounds[1] <= glyph.middle < bounds[3]


def _ruled(cells: Sequence[Bounds], glyphs: Sequence[Glyph], number: int) -> Ruled | None:
    """The table of these cells; None where it is no table but a frame around print, or has no words."""
    xs = _rulings(edge for cell in cells for edge in (cell[0], cell[2]))
    ys = _rulings(edge for cell in cells for edge in (cell[1], cell[3]))
    if len(xs) < 3 or len(ys) < 3 or not glyphs:
        return None
    owners = _owners(cells, xs, ys)
    held: dict[int, list[Glyph]] = {}
    loose: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        row, column = _slot(ys, glyph.middle), _slot(xs, glyph.centre)
        owner = owners[row][column]
        (held.setdefault(owner, []) if owner >= 0 else loose.setdefault((row, column), [])).append(glyph)
    boxes = [Box(words_of(held.get(index, []))) for index in range(len(cells))]
    rows = tuple(
        tuple(
            boxes[owner] if owner >= 0 else Box(words_of(loose.get((row, column), [])))
            for column, owner in enumerate(places)
        )
        for row, places in enumerate(owners)
    )
    return Ruled(rows, (number,) * len(rows), tuple(xs), ys[0], ys[-1])


def _rulings(edges: Iterable[float]) -> list[float]:
    """The distinct rulings; edges drawn twice side by side are one."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _slot(rulings: Sequence[float], at: float) -> int:
    return min(max(bisect_right(rulings, at) - 1, 0), len(rulings) - 2)


def _owners(cells: Sequence[Bounds], xs: Sequence[float], ys: Sequence[float]) -> list[list[int]]:
    """Which cell covers each place between the rulings: merged cells cover several; -1 where none does."""
    owners = [[-1] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    for index, (x0, top, x1, bottom) in enumerate(cells):
        columns = range(_slot(xs, x0 + _NEAR), _slot(xs, x1 - _NEAR) + 1)
        for row in range(_slot(ys, top + _NEAR), _slot(ys, bottom - _NEAR) + 1):
            for column in columns:
                owners[row][column] = index
    return owners
