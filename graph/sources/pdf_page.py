"""One page of a PDF: its lines of print in reading order, and its ruled tables with all their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.sources.compose import Box
from graph.sources.glyphs import Glyph, glyphs_of, joined, lines_of, words_of
from graph.sources.print_columns import in_reading_order

MAX_GLYPHS: Final = 100_000
_MAX_EDGES: Final = 4000  # a page with more is a drawing; pairing its edges would take minutes
_SETTINGS: Final = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
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
    glyphs: int
    unmapped: int
    pictures: int


def read_page(page: Any, number: int) -> PageParts:
    """The parts of a page of pdfplumber's; ``number`` counts from 1."""
    glyphs = glyphs_of(page.chars)
    tables = [(table.bbox, table.cells) for table in _tables(page)]
    parts: list[tuple[float, float, Part]] = []
    for bounds, cells in tables:
        within = [glyph for glyph in glyphs if _inside(glyph, bounds)]
        ruled = _ruled(cells, within, number)
        if ruled is not None:
            parts.append((bounds[1], bounds[0], ruled))
            taken = set(map(id, within))
            glyphs = [glyph for glyph in glyphs if id(glyph) not in taken]
    parts.sort(key=lambda part: part[:2])
    ordered = _with_print([part for _, _, part in parts], glyphs, number)
    unmapped = sum(char["text"].startswith("(cid:") for char in page.chars)
    return PageParts(number, float(page.height), tuple(ordered), len(page.chars), unmapped, len(page.images))


def _tables(page: Any) -> Iterable[Any]:
    """Ruled tables, where the page has rulings that can be paired in a reasonable time."""
    if not (page.lines or page.rects or page.curves) or len(page.edges) > _MAX_EDGES or len(page.chars) > MAX_GLYPHS:
        return []
    found: Iterable[Any] = page.find_tables(_SETTINGS)
    return found


def _with_print(tables: Sequence[Part], glyphs: Sequence[Glyph], number: int) -> list[Part]:
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
    rows = in_reading_order(lines_of(glyphs))
    return [
        Print(joined(row), number, min(one.top for one in row), max(one.bottom for one in row)) for row in rows if row
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
