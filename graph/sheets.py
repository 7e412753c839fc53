"""A list of meetings as a person sees it: sheets, headings, what each column is taken for, rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.document import Cell, Document
from graph.extract.headers import Column, read_headings
from graph.text import key, normal

_HEADING_REACH = 4
_TABLE_REACH = 30

Cells = Sequence[Cell]


@dataclass(frozen=True)
class SheetRow:
    """A row below the headings; ``number`` counts from 1 in its sheet, ``start`` and ``end`` lie in the text."""

    number: int
    cells: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Sheet:
    """One table: its headings as they stand in the file, and what each column holds (None: not used)."""

    number: int
    headings: tuple[str, ...]
    kinds: tuple[Column | None, ...]
    rows: tuple[SheetRow, ...]

    @property
    def understood(self) -> bool:
        """Whether it is known which columns say when, and what or with whom."""
        return any(self.kinds)


def sheets_of(document: Document, raw: Document, columns: Mapping[str, str]) -> tuple[Sheet, ...]:
    """The sheets of a list read with ``columns``; ``raw`` is the same list read without, for its own headings."""
    return tuple(_sheets(document, raw, columns))


def _sheets(document: Document, raw: Document, columns: Mapping[str, str]) -> Iterator[Sheet]:
    for at, grid in enumerate(document.grids):
        rows = [[_words(document, cell) for cell in row] for row in grid.rows]
        first, kinds = _headings(rows)
        own = raw.grids[at].rows if at < len(raw.grids) else ()
        yield Sheet(
            number=at + 1,
            headings=tuple(_original(raw, own, columns, rows[first])),
            kinds=kinds,
            rows=tuple(
                SheetRow(number, tuple(words), grid.rows[place][0].start, max(cell.end for cell in grid.rows[place]))
                for number, (place, words) in enumerate(list(enumerate(rows))[first + 1 :], 1)
            ),
        )


def _headings(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[Column | None, ...]]:
    """Which row has the headings, and what the columns hold; the first row where nothing is understood."""
    for place, row in enumerate(rows[:_HEADING_REACH]):
        kinds = read_headings([normal(words) for words in row])
        if kinds is not None:
            return place, kinds
    return 0, (None,) * len(rows[0])


def _original(raw: Document, rows: Sequence[Cells], columns: Mapping[str, str], read: Sequence[str]) -> Sequence[str]:
    """The headings before they were renamed; as they were read where they cannot be found again."""
    wanted = {key(heading) for heading in columns}
    reach = [[_words(raw, cell) for cell in row] for row in rows[:_TABLE_REACH]]
    named = next((row for row in reach if wanted & {key(words) for words in row}), None)
    found = named if named is not None else next((row for row in reach if row == list(read)), None)
    return found if found is not None and len(found) == len(read) else read


def _words(document: Document, cell: Cell) -> str:
    return " ".join(document.text[cell.start : cell.end].split())
