"""Puts the words that a reader took out of a file together: one text, its lines, its ruled tables.

A table is written row by row: a line for each row, its cells parted by tabs; a cell of several lines keeps
its line ends. So every cell is one contiguous piece of the text, and a row reads as one in a quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.document import Cell, Grid, Line
from graph.sources.head import Content
from graph.sources.limits import MAX_CELLS, MAX_COLUMNS, MAX_LINES, MAX_TEXT, no_words, too_many


@dataclass(frozen=True, eq=False)
class Box:
    """The words of one cell. A merged cell is one box that stands in several places."""

    words: str


Boxes = Sequence[Sequence[Box]]


class Composer:
    """Takes lines and tables in reading order; ``content`` gives what they make together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._pieces: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._grids: list[Grid] = []
        self._cells = 0
        self._open: tuple[int, int] | None = None  # where the line being written begins, and its page

    def line(self, words: str, page: int = 1) -> None:
        """Add a line, or several where ``words`` holds line feeds."""
        self._write(_clean(words), page)
        self._end()

    def table(self, rows: Boxes, pages: Sequence[int] | None = None) -> None:
        """Add a table; ``pages`` are the pages on which the rows begin. Rows without words are left out."""
        written: dict[Box, Cell] = {}
        grid = []
        for index, row in enumerate(rows):
            if any(box.words.strip() for box in row):
                self._count(len(row))
                grid.append(self._row(row, written, pages[index] if pages else 1))
        if grid:
            self._grids.append(Grid(tuple(grid)))

    def content(self) -> Content:
        """Everything added so far. Raises UnreadableDocument where that is no words at all."""
        text = "".join(self._pieces)
        if not text.strip():
            raise no_words(self.name)
        return Content(text, tuple(self._lines), tuple(self._grids))

    def _row(self, row: Sequence[Box], written: dict[Box, Cell], page: int) -> tuple[Cell, ...]:
        fresh = False
        for box in row:
            if box in written:
                continue
            if fresh:
                self._add("\t")
            start = self._length
            words = _clean(box.words).strip().replace("\t", " ")
            self._write(words, page)
            written[box] = Cell(start, self._length)
            fresh = True
        if fresh:
            self._end()
        return tuple(written[box] for box in row)

    def _write(self, words: str, page: int) -> None:
        """Write words and note the lines that begin in them; the last one stays open until it ends."""
        for index, part in enumerate(words.split("\n")):
            if index:
                self._end()
            if self._open is None:
                self._open = (self._length, page)
            self._add(part)

    def _end(self) -> None:
        start, page = self._open or (self._length, 1)
        if len(self._lines) >= MAX_LINES:
            raise too_many(self.name, MAX_LINES, "lines", "行数")
        self._lines.append(Line(len(self._lines) + 1, page, start, self._length))
        self._add("\n")
        self._open = None

    def _add(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)
        if self._length > MAX_TEXT:
            raise too_many(self.name, MAX_TEXT, "characters", "文字数")

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > MAX_CELLS:
            raise too_many(self.name, MAX_CELLS, "cells", "セル数")
        if cells > MAX_COLUMNS:
            raise too_many(self.name, MAX_COLUMNS, "columns", "列数")


def _clean(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")
