"""A document as read: its words unchanged, its lines and pages, and what it says of itself."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.dates import DateContext
from graph.model import DocumentInfo, Evidence, Text, When

LONGEST_QUOTE: Final = 2000


@dataclass(frozen=True)
class Line:
    """A line: number and page count from 1; ``text[start:end]`` are its words, without the line end."""

    number: int
    page: int
    start: int
    end: int


@dataclass(frozen=True)
class Cell:
    """A cell of a ruled table: its words are ``text[start:end]`` of the document, in one piece; empty when blank."""

    start: int
    end: int


@dataclass(frozen=True)
class Grid:
    """A table whose ruling is known (PDF, HTML, CSV, XLSX): rows of cells, merged cells repeated in each place."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Document:
    """A document. ``publisher`` is an authority's id where known; ``publisher_words`` are as written.

    ``text`` is what was read, character for character: the file itself for plain text, else the words in
    reading order as the reader took them out. All offsets count in it. A grid is one stretch of it: a line
    for each row, cells parted by tabs. ``paragraphs`` says that each line is a whole paragraph, heading or
    list item (as in HTML), not a line of print that the next one goes on from.
    """

    slug: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    language: str
    title: str | None = None
    publisher: str | None = None
    publisher_words: str | None = None
    published: date | None = None
    period: When | None = None
    grids: tuple[Grid, ...] = ()
    paragraphs: bool = False

    def line_at(self, offset: int) -> Line:
        """The line that an offset stands in."""
        return self.lines[max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)]

    def evidence(self, start: int, end: int, section: str | None = None) -> Evidence:
        """The passage ``text[start:end]`` with its page and lines."""
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        return Evidence(
            document=self.slug,
            quote=self.text[start:end],
            section=section,
            page=first.page,
            line_start=first.number,
            line_end=last.number,
            start=start,
            end=end,
        )

    def dates(self, previous: When | None = None) -> DateContext:
        """What incomplete dates of this document are resolved against."""
        return DateContext(self.published, self.period, previous)

    def info(self, publisher: str | None = None) -> DocumentInfo:
        """The document without its text."""
        title = Text(ja=self.title) if self.language == "ja" else Text(en=self.title)
        return DocumentInfo(
            slug=self.slug,
            title=title if self.title else Text(en=self.slug),
            publisher=self.publisher or publisher,
            published=self.published,
            url=None,
            period=self.period,
            sha256=self.sha256,
        )
