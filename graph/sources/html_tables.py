"""Tables in HTML: rows of boxes, with merged cells repeated in each place that they take up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from graph.sources.compose import Box
from graph.sources.limits import MAX_CELLS, MAX_COLUMNS
from graph.sources.markup import BLOCKS, Skip, walk

_BLANKS: Final = re.compile(r"[ \t\r\f\v\u00a0\u200b\ufeff]+")
_NUMBER: Final = re.compile(r"\s*(\d{1,5})")
_LEAST_CELLS: Final = 4


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data: not laid out for looks, no table within, at least two rows and columns."""
    if table.attributes.get("role") in ("presentation", "none"):
        return False
    if any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return False
    rows = [sum(1 for _ in _cells(row)) for row in _rows(table)]
    return len(rows) >= 2 and max(rows) >= 2 and sum(rows) >= _LEAST_CELLS


def boxes_of(table: LexborNode, skip: Skip) -> list[list[Box]]:
    """The rows of a table, all of one length; what ``skip`` holds for is left out of the cells.

    Spans are bounded by the table's own rows and by what a table may hold, whatever they say.
    """
    rows = [row for row in _rows(table) if not skip(row)]
    grid: list[dict[int, Box]] = [{} for _ in rows]
    count = 0
    for index, row in enumerate(rows):
        column = 0
        for cell in _cells(row):
            while column in grid[index]:
                column += 1
            box = Box(_words(cell, skip))
            wide = min(_span(cell, "colspan"), MAX_COLUMNS)
            for place in grid[index : index + _span(cell, "rowspan")]:
                count += wide
                if count > MAX_CELLS:
                    break
                place.update((at, box) for at in range(column, column + wide) if at not in place)
            column += wide
    width = min(max((max(places) + 1 for places in grid if places), default=0), MAX_COLUMNS + 1)
    return [[places.get(at) or Box("") for at in range(width)] for places in grid]


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """Heading rows first, footing rows last, as they are shown."""
    rank = {"thead": 0, "tfoot": 2}
    parts = [part for part in table.iter() if part.tag in ("thead", "tbody", "tfoot")]
    for part in sorted(parts, key=lambda part: rank.get(part.tag or "", 1)):
        yield from (row for row in part.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in ("td", "th"))


def _span(cell: LexborNode, mark: str) -> int:
    """A span as written; 0 rows means to the end of the table (HTML, 4.9.11)."""
    found = _NUMBER.match(cell.attributes.get(mark) or "1")
    number = int(found[1]) if found else 1
    return number or (MAX_CELLS if mark == "rowspan" else 1)


def _words(cell: LexborNode, skip: Skip) -> str:
    """The words of a cell, a line for each block and line break in it."""
    pieces: list[str] = []
    for node, entered in walk(cell, skip):
        if node.is_text_node:
            pieces.append((node.text_content or "").replace("\n", " ") if entered else "")
        elif node.tag == "br":
            pieces.append("\n" if entered else "")
        elif node.tag in BLOCKS:
            pieces.append("\n")
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
