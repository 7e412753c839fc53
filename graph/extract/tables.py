"""Tables of meetings in text, which has lost their ruling: their cells are found again, and read as those of a grid.

Where neither bars nor columns tell the cells (words run on, or each cell has a line of its own), the dates do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from graph.extract.aligned import tokens
from graph.extract.anchors import read_anchored
from graph.extract.columnar import Strip, found_cells
from graph.extract.draft import Draft
from graph.extract.grids import Columns, Origin, read_rows
from graph.extract.headers import Header
from graph.extract.layout import Table
from graph.extract.region import Region, region_of
from graph.extract.setting import Setting
from graph.extract.wrapping import rows_of
from graph.text import normal

_NUMBER: Final = re.compile(r"[0-9]{1,3}|[①-⑳]")
_FEWEST_NUMBERS: Final = 3


def read_table(table: Table, setting: Setting) -> list[Draft]:
    """The rows of a table that tell of engagements."""
    region = region_of(setting.document.text, table.lines)
    ground = setting.near(*table.section.titles)
    table = replace(table, header=_with_numbers(table.header, region))
    strips = _above_notes(found_cells(region, table) or (), table.header)
    rows = rows_of(strips, table.header.columns, region, ground.gazetteer) if strips else ()
    if rows:
        caption = table.section.titles[-1] if table.section.titles else ""
        columns = Columns(table.header.columns, table.header.counterpart, visitors=table.header.visitors)
        return read_rows(rows, columns, region, Origin(table.number, caption, table.section.label), ground)
    return read_anchored(table, region, ground) if "date" in table.header.columns else []


def _with_numbers(header: Header, region: Region) -> Header:
    """The header with a column for the numbers of rows, where they stand left of the first heading, under none."""
    if not header.starts or len(header.starts) != len(header.columns) or "number" in header.columns:
        return header
    first = [words[0] for line in region.text.split("\n") if len(words := tokens(line)) > len(header.columns)]
    numbers = [one for one in first if one.right < header.starts[0]]
    if len(numbers) < _FEWEST_NUMBERS or len(numbers) < len(first):
        return header
    lines = [line for line in region.text.split("\n") if len(tokens(line)) > len(header.columns)]
    said = [normal(line[one.start : one.end]) for line, one in zip(lines, numbers, strict=True)]
    if not all(map(_NUMBER.fullmatch, said)) or len(set(said)) < len(said):
        return header
    left = min(one.left for one in numbers)
    return replace(header, columns=("number", *header.columns), starts=(left, *header.starts))


def _above_notes(strips: Sequence[Strip], header: Header) -> tuple[Strip, ...]:
    """The lines of a table without notes below the line drawn at its end: each one run of words, and no day."""
    ruled = [at for at, strip in enumerate(strips) if strip.ruled]
    when = header.columns.index("date" if "date" in header.columns else "start")
    behind = strips[ruled[-1] :] if ruled and ruled[-1] else ()
    notes = all(strip.cells[when] is None and sum(map(bool, strip.cells)) == 1 for strip in behind)
    return tuple(strips[: ruled[-1]] if behind and notes else strips)
