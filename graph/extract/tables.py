"""Tables of meetings in text, which has lost their ruling: their cells are found again, and read as those of a grid.

Where neither bars nor columns tell the cells (words run on, or each cell has a line of its own), the dates do.
"""

from __future__ import annotations

from graph.extract.anchors import read_anchored
from graph.extract.columnar import found_cells
from graph.extract.draft import Draft
from graph.extract.grids import Columns, Origin, read_rows
from graph.extract.layout import Table
from graph.extract.region import region_of
from graph.extract.setting import Setting
from graph.extract.wrapping import rows_of


def read_table(table: Table, setting: Setting) -> list[Draft]:
    """The rows of a table that tell of engagements."""
    region = region_of(setting.document.text, table.lines)
    ground = setting.near(*table.section.titles)
    strips = found_cells(region, table)
    rows = rows_of(strips, table.header.columns, region, ground.gazetteer) if strips else ()
    if rows:
        caption = table.section.titles[-1] if table.section.titles else ""
        columns = Columns(table.header.columns, table.header.counterpart, visitors=table.header.visitors)
        return read_rows(rows, columns, region, Origin(table.number, caption, table.section.label), ground)
    return read_anchored(table, region, ground) if "date" in table.header.columns else []
