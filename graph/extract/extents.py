"""Where a table in the lines of a text ends: at prose, a heading, a note, words that run across its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph.extract.aligned import (
    begins_beside,
    cells,
    column_spans,
    lies_within,
    runs_across,
    stands_in_columns,
    tokens,
)
from graph.extract.headers import Header
from graph.extract.marks import NUMBERED, SPACED_CHAPTER, SPACED_NUMBER, mark_of
from graph.extract.ruling import has_bars
from graph.extract.wording import begins_day
from graph.text import normal

_ROW: Final = 3
_CELLS: Final = re.compile(r"[0-9０-９]+[年月日]|\S[\s　]{2,}\S.*\S[\s　]{2,}\S")
_ALONE: Final = re.compile(r"[\s　]*[0-9０-９]{1,2}　+[^\s　]+")
_POINTED: Final = re.compile(r"[0-9]{1,2}[.、](?![0-9])")
_DECIMAL: Final = re.compile(r"[0-9]{1,2}(?:[.．][0-9]{1,2})+\s*[^\s0-9.~〜(（,、・/-]")
_BULLET: Final = re.compile(r"[○〇●◎◯■□◆◇※]|\(注|[(\[【]?(?:表|図|別表)[0-9]+")
_TITLE: Final = re.compile(r"[【〔<〈《\[].{1,24}[】〕>〉》\]]")
GROUP: Final = re.compile(r"(?:[○〇●◎◯■□◆◇▪]|[【〔<〈《\[]).{1,24}(?<!。)")


def begins_row(line: str, header: Header) -> bool:
    """Whether a line stands in the columns of a table, a day in that of days."""
    if not stands_in_columns(line, header.starts):
        return False
    found, _ = cells(line, header.starts, exact=True)
    day = found[header.columns.index("date")] if "date" in header.columns else None
    return day is not None and begins_day("", line[day[0] : day[1]])


def in_column_of_days(line: str, header: Header) -> bool:
    """Whether the words of a line stand below the heading of the days and nowhere else."""
    if len(header.starts) != len(header.columns) or "date" not in header.columns:
        return False
    found, fits = cells(line, header.starts, exact=True)
    return fits and [at for at, cell in enumerate(found) if cell] == [header.columns.index("date")]


def ends_table(line: str, header: Header, above: Sequence[str]) -> bool:
    """Whether a line is none of a table with such a header and those lines above it."""
    if header.barred or has_bars(line):
        return not has_bars(line)
    beside = begins_beside(line, header.starts)
    if not beside and (SPACED_CHAPTER.match(line) or _numbered_heading(line, header)):
        return True
    if beside or stands_in_columns(line, header.starts):
        return False
    if any(stands_in_columns(one, header.starts) for one in above):
        within = lies_within(line, column_spans(above, len(header.columns)))
        part_of_row = len(tokens(line)) >= min(len(header.columns), _ROW)
        if (not part_of_row and _DECIMAL.match(normal(line))) or (not within and _across(line, header)):
            return True
    return _other_words(normal(line))


def _numbered_heading(line: str, header: Header) -> bool:
    """Whether a line is a heading such as １　主な対話 and no row; the rows may be numbered too."""
    if not SPACED_NUMBER.match(line) or _CELLS.search(line.strip()):
        return False
    if not header.starts:
        return header.lines == 1 and header.columns[0] != "number" and _ALONE.fullmatch(line) is not None
    return header.columns[0] != "number" or not stands_in_columns(line, header.starts)


def _across(line: str, header: Header) -> bool:
    """Whether a line runs across the columns, and is no row whose filled cells touch."""
    when = header.columns.index("date") if "date" in header.columns else -1
    found, fits = cells(line, header.starts, exact=True)
    day = found[when] if when >= 0 else None
    row = fits and day is not None and begins_day("", line[day[0] : day[1]])
    return not row and runs_across(line, header.starts)


def _other_words(words: str) -> bool:
    """Whether words are prose, a heading, a note or the caption of another table."""
    prose = words.endswith("。") or "。" in words.rstrip("。)")
    heading = (mark_of(words) is not None and not NUMBERED.match(words)) or _POINTED.match(words) is not None
    return prose or heading or _BULLET.match(words) is not None or _TITLE.fullmatch(words) is not None
