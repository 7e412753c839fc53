"""The layout of a report: sections, paragraphs and tables, found from its lines.

Blank lines mean little in text taken from a PDF, where every line is followed by one; headings, bullets,
short lines and wider gaps are what parts paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from graph.document import Document, Grid, Line
from graph.extract.aligned import stands_in_columns, width
from graph.extract.extents import GROUP, begins_row, ends_table, in_column_of_days
from graph.extract.headers import Header, read_header
from graph.extract.marks import mark_of, spaced_mark
from graph.extract.measures import grid_spans, outside, usual_gap, usual_width
from graph.extract.ruling import is_rule
from graph.text import normal

SHORT_LINE: Final = 0.8
LONGEST_HEADER: Final = 6
LONGEST_CAPTION: Final = 80
LONGEST_TITLES: Final = 4
LONGEST_REACH: Final = 24

_ROW_NUMBER: Final = re.compile(r"\([0-9]{1,2}\)")
_BULLET: Final = re.compile(r"^(?:[○〇●◎◯■□◆◇・※▪•*]|[-–]\s|\(注|\(※|注[0-9]?\)|(?:[a-z]|[ア-ンア-オ])[\s　.)])")
_ONE_DAY: Final = r"[0-9０-９]{1,2}日(?:[(（][月火水木金土日祝・]{1,3}[)）])?"
_SHORT_DAY: Final = r"[0-9０-９]{1,2}(?:[./．／][0-9０-９]{1,2})?[(（][月火水木金土日][)）]"
_DATED: Final = re.compile(
    rf"^[\s　]*(?:(?:令和|平成)?[0-9０-９元]{{1,4}}年)?[0-9０-９]{{1,2}}月{_ONE_DAY}"
    rf"(?:\s*[～〜~・、－-]\s*(?:[0-9０-９]{{1,2}}月)?{_ONE_DAY})?[　\s:：]+\S"
    r"|^[\s　]*[0-9０-９]{1,2}[:：][0-9０-９]{2}[\s　]+\S"
    rf"|^[\s　]*(?:(?:令和|平成)?[0-9０-９元]{{1,4}}年)?[0-9０-９]{{1,2}}月{_ONE_DAY}[\s　]*$"
    rf"|^[\s　]*(?=[0-9０-９]{{1,2}}[./．／]){_SHORT_DAY}(?:[～〜~－-]{_SHORT_DAY})?[　\s]+\S"
)
_TIMED: Final = re.compile(r"^[0-9]{1,2}:[0-9]{2}(?![0-9])(?!.*[、。])")
_NAMED: Final = re.compile(r"^[○〇●◎■□◆◇・].*(?:会談|面談|面会|対話|協議|会合|会議|懇談|意見交換|訪問|来訪|表敬)$")
_GOES_ON: Final = re.compile(r"[ぁ-ん、。)]")
_INDENTED: Final = re.compile(r"　[^\s　]")
_PAGE_NUMBER: Final = re.compile(r"^[-– ]*[0-9]{1,3}[-– ]*(?:/\s*[0-9]{1,3})?$|^(?:Page|p\.)\s*[0-9]+", re.IGNORECASE)
_CONTINUED: Final = re.compile(r"[(（]?(?:続き|つづき|承前|続)[)）]?$")


@dataclass(frozen=True)
class Section:
    """Where in a report: the marks (Ⅲ 参考１) and the words of the headings, outermost first."""

    label: str | None = None
    titles: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All heading words, for what they say of the subject."""
        return " ".join(self.titles)


@dataclass(frozen=True)
class Block:
    """A paragraph: ``text[start:end]`` of the document; ``heading`` where it begins with the mark of one."""

    start: int
    end: int
    section: Section
    heading: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its columns, and its lines without header, repeated headers, drawn lines and page numbers.

    ``rules`` are the numbers of the lines above which a line is drawn, ``breaks`` of those with which a page begins.
    """

    header: Header
    lines: tuple[Line, ...]
    section: Section
    number: int
    rules: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Ruled:
    """A table whose ruling is known, and what stands above it."""

    grid: Grid
    section: Section
    caption: str
    number: int


@dataclass(frozen=True)
class Layout:
    """The parts of a report in order. What a ruled table holds is in no block and no other table."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    ruled: tuple[Ruled, ...] = ()


@dataclass
class _Marks:
    """The marks of the headings that the reader stands under, by rank: Ⅲ, 参考１, １, （１）."""

    marks: list[str | None]
    titles: list[str]

    def enter(self, rank: int, mark: str, title: str) -> None:
        self.marks[rank:] = [mark, *[None] * (len(self.marks) - rank - 1)]
        self.titles[rank:] = [title, *[""] * (len(self.titles) - rank - 1)]

    def extend(self, words: str) -> None:
        rank = max((rank for rank, mark in enumerate(self.marks) if mark), default=None)
        if rank is not None:
            self.titles[rank] += words

    @property
    def section(self) -> Section:
        marks = [mark for mark in self.marks if mark]
        label = "".join(f" {mark}" if mark.startswith("参考") else mark for mark in marks).strip()
        return Section(label or None, tuple(title for title in self.titles if title))


def read_layout(document: Document) -> Layout:
    """Sections, paragraphs and tables of a document."""
    return _Reader(document).read()


class _Reader:
    """Reads lines once, in order."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._paragraphs = document.paragraphs
        self._japanese = document.language == "ja"
        self._grids = grid_spans(document)
        self._ruled: list[Ruled] = []
        self._lines = [line for line in outside(document.lines, self._grids) if self._raw(line).strip()]
        self._lines = [line for at, line in enumerate(self._lines) if not self._parts_pages(at)]
        self._rules = frozenset(self._ruled_lines())
        self._lines = [line for line in self._lines if not is_rule(self._raw(line))]
        self._usual = usual_width([self._words(line) for line in self._lines])
        self._gap = usual_gap(self._lines)
        self._marks = _Marks([None] * 4, [""] * 4)
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._open: list[Line] = []
        self._last: list[Line] = []
        self._heading = False

    def read(self) -> Layout:
        index = 0
        while index < len(self._lines):
            self._pass_grids(self._lines[index].start)
            header = self._header(index)
            if header is None:
                self._paragraph_line(index)
                index += 1
                continue
            self._close()
            index = self._table(index + header.lines, header)
        self._pass_grids(len(self._text) + 1)
        self._close()
        return Layout(tuple(self._blocks), tuple(self._tables), tuple(self._ruled))

    def _parts_pages(self, index: int) -> bool:
        """Whether a line is the number of a page; one with no blank above it may be a day or the end of one (9/18)."""
        line = self._lines[index]
        if not self._numbers_page(line):
            return False
        follows = index > 0 and line.number - self._lines[index - 1].number == 1
        return not (follows and normal(self._raw(line))[:1].isdigit())

    def _numbers_page(self, line: Line) -> bool:
        return _PAGE_NUMBER.match(self._words(line)) is not None

    def _ruled_lines(self) -> Iterator[int]:
        """The numbers of the lines above which a line is drawn."""
        return (after.number for before, after in pairwise(self._lines) if is_rule(self._raw(before)))

    def _pass_grids(self, position: int) -> None:
        """Note the ruled tables that stand before a position, with the line above them as their caption."""
        while len(self._ruled) < len(self._grids) and self._grids[len(self._ruled)][0] < position:
            start, _, grid = self._grids[len(self._ruled)]
            above = [line for line in (self._open[-1:] or self._last) if line.start < start]
            words = self._words(above[-1]) if above else ""
            caption = words if len(words) <= LONGEST_CAPTION and "。" not in words else ""
            self._close()
            number = -1 - len(self._ruled)
            self._ruled.append(Ruled(grid, self._marks.section, caption, number))

    def _words(self, line: Line) -> str:
        return normal(self._text[line.start : line.end])

    def _raw(self, line: Line) -> str:
        return self._text[line.start : line.end]

    def _header(self, index: int) -> Header | None:
        """The header that begins at a line; English tables are read by ``english.columns``."""
        if not self._japanese:
            return None
        last = index + 1
        while last < min(index + LONGEST_HEADER, len(self._lines)) and not self._apart(last):
            last += 1
        return read_header([self._raw(line) for line in self._lines[index:last]])

    def _apart(self, index: int) -> bool:
        """Whether a line is drawn or a wide gap stands above a line."""
        before, line = self._lines[index - 1], self._lines[index]
        return line.number in self._rules or line.number - before.number > self._gap

    def _table(self, index: int, header: Header) -> int:
        lines: list[Line] = []
        rules: set[int] = set()
        breaks: set[int] = set()
        fresh, above = index, list[str]()
        while index < len(self._lines):
            index = self._past_titles(index, header)
            repeated = self._header(index)
            if repeated is not None:
                if repeated.columns != header.columns:
                    break
                index += repeated.lines
                fresh = index
                continue
            raw = self._raw(self._lines[index])
            if self._heads_group(index, header):
                index += 1
                continue
            if self._numbers_page(self._lines[index]) and not in_column_of_days(raw, header):
                index += 1
                continue
            if ends_table(raw, header, above):
                break
            lines.append(self._lines[index])
            above = [*above[1 - LONGEST_REACH :], raw]
            if index == fresh:
                breaks.add(self._lines[index].number)
            elif self._lines[index].number in self._rules:
                rules.add(self._lines[index].number)
            index += 1
        self._tables.append(
            Table(header, tuple(lines), self._marks.section, len(self._tables), frozenset(rules), frozenset(breaks))
        )
        return index

    def _heads_group(self, index: int, header: Header) -> bool:
        """Whether a line is a heading within a table, 【二国間】 or ○延期, the lines below it being rows; or the number
        of the row below it, alone on its line."""
        if index + 1 == len(self._lines):
            return False
        if _ROW_NUMBER.fullmatch(self._words(self._lines[index])):
            return begins_row(self._raw(self._lines[index + 1]), header)
        if not GROUP.fullmatch(self._words(self._lines[index])):
            return False
        line, below = self._raw(self._lines[index]), self._raw(self._lines[index + 1])
        return not stands_in_columns(line, header.starts) and begins_row(below, header)

    def _past_titles(self, index: int, header: Header) -> int:
        """Past what stands between the end of a page and the header repeated on the next: a running title, (続き)."""
        if not index or self._lines[index].number - self._lines[index - 1].number <= self._gap:
            return index
        for ahead in range(index, min(index + LONGEST_TITLES, len(self._lines))):
            words, raw = self._words(self._lines[ahead]), self._raw(self._lines[ahead])
            repeated = self._header(ahead)
            if repeated is not None:
                return ahead if repeated.columns == header.columns else index
            heading = mark_of(words) is not None and not _CONTINUED.search(words)
            if heading or "。" in words or stands_in_columns(raw, header.starts):
                return index
        return index

    def _paragraph_line(self, index: int) -> None:
        line = self._lines[index]
        words = self._words(line)
        if self._numbers_page(line):
            return
        found = mark_of(words) or spaced_mark(self._raw(line))
        if found is not None:
            self._close()
            self._marks.enter(*found)
            self._heading = True
        elif _BULLET.match(words) or _DATED.match(self._raw(line)) or self._parted(index):
            self._close()
        elif self._heading:
            self._marks.extend(words)
        self._open.append(line)

    def _parted(self, index: int) -> bool:
        """Whether a new paragraph begins here for what stands before it: a short line, or a wide gap.

        In text taken from a PDF a space at the end of a line marks the end of a heading.
        """
        if not self._open:
            return False
        before, line = self._lines[index - 1], self._lines[index]
        if self._paragraphs or line.number in self._rules:
            return True
        if self._heading and (self._raw(before).endswith((" ", "　")) or _INDENTED.match(self._raw(line))):
            return True
        if _TIMED.match(self._words(before)):
            return True
        if len(self._open) == 1 and _NAMED.search(self._words(before)) and not _GOES_ON.match(self._words(line)):
            return True
        short = width(self._raw(before).rstrip()) < SHORT_LINE * self._usual
        return short or line.number - before.number > self._gap

    def _close(self) -> None:
        if self._open:
            self._last = self._open[-1:]
            self._blocks.append(Block(self._open[0].start, self._open[-1].end, self._marks.section, self._heading))
        self._open = []
        self._heading = False
