"""Tables of a Word file: light rules, headings repeated on every page, columns as wide as their words need."""

from __future__ import annotations

from typing import Any, Final
from xml.sax.saxutils import escape

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from visualizations.docx_footnotes import Footnotes
from visualizations.figure import Grid, GridRow
from visualizations.lettering import pieces, width
from visualizations.svg import plain
from visualizations.words import say

TABLE_STYLE: Final = "Sankyoku Table"
TABLE_TEXT: Final = "Table Text"
TABLE_SIZE: Final = 8.5
TEXT_WIDE_CM: Final = 17.0
SOURCES_WIDE_CM: Final = 1.5
CELL_PADDING_CM: Final = 0.4
POINTS_PER_CM: Final = 28.35
MOST_WORD_CM: Final = 2.4
SHORT_CM: Final = 1.7


def add_table_styles(document: Any) -> None:
    """The style of tables (rules between rows only) and of the text in them."""
    text = document.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.paragraph_format.space_after = Pt(0)
    text.paragraph_format.line_spacing = 1.0
    table = document.styles.add_style(TABLE_STYLE, WD_STYLE_TYPE.TABLE)
    table.base_style = document.styles["Normal Table"]
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", 12, "17406D"), ("bottom", 8, "17406D"), ("insideH", 4, "C9D1DA"))
    )
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in (("top", 40), ("bottom", 40)))
    borders = f"<w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
    table.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}>{borders}</w:tblPr>"))


def add_table(document: Any, grid: Grid, language: str, footnotes: Footnotes) -> None:
    columns = (*grid.columns, say(language, "出典", "Note"))
    widths = (*column_widths(grid, TEXT_WIDE_CM - SOURCES_WIDE_CM), SOURCES_WIDE_CM)
    table = document.add_table(rows=1, cols=len(columns), style=TABLE_STYLE)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, words in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell, words, bold=True)
        _shaded(cell)
    _repeated(table.rows[0])
    set_widths(table, widths)
    for row in grid.rows:
        table._tbl.append(_row(row, widths, footnotes))
    if grid.left_out:
        words = say(language, f"このほか{grid.left_out}件。", f"And {grid.left_out} more.")
        document.add_paragraph(words, style="Caption")


def _row(row: GridRow, widths: tuple[float, ...], footnotes: Footnotes) -> Any:
    """A row as XML of its own: python-docx goes through the whole table for every cell it is asked for."""
    texts = [_runs("\n".join(lines)) for lines in row.cells]
    cells = (*texts, footnotes.references(row.notes))
    columns = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{Cm(wide).twips}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{inside}</w:p></w:tc>'
        for inside, wide in zip(cells, widths, strict=True)
    )
    return parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/></w:trPr>{columns}</w:tr>")


def _runs(words: str) -> str:
    """A run of escaped words; line ends become breaks."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in plain(words).split("\n")]
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def _fill(cell: Any, words: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = TABLE_TEXT
    paragraph.add_run(plain(words)).bold = bold or None


def column_widths(grid: Grid, room: float) -> list[float]:
    """Widths in centimetres that fill ``room``, by what the columns hold.

    No column is narrower than its longest word, or than short words in one line; what is left goes by the mean
    length, a little less than in proportion, so that long columns do not take all.
    """
    least, weights = [], []
    for at, name in enumerate(grid.columns):
        texts = [" ".join(row.cells[at]) for row in grid.rows if at < len(row.cells)]
        least.append(max([_longest(name, bold=True), *(_longest(text) for text in texts)]) + CELL_PADDING_CM)
        mean = sum(width(text, 1) for text in texts) / max(len(texts), 1)
        weights.append(max(mean, 1.0) ** 0.8)
    left = room - sum(least)
    if left < 0:
        return [room * wide / sum(least) for wide in least]
    return [wide + left * weight / sum(weights) for wide, weight in zip(least, weights, strict=True)]


def _longest(words: str, *, bold: bool = False) -> float:
    """The width of the longest word, or of all words where they are few, in centimetres; at most 2.4."""
    wide = max((width(piece.rstrip(), TABLE_SIZE, bold=bold) for piece in pieces(words)), default=0) / POINTS_PER_CM
    whole = min(width(words, TABLE_SIZE, bold=bold) / POINTS_PER_CM, SHORT_CM)
    return min(max(wide, whole), MOST_WORD_CM)


def set_widths(table: Any, widths: tuple[float, ...]) -> None:
    table.autofit = False
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Cm(wide)
    for row in table.rows:
        for cell, wide in zip(row.cells, widths, strict=True):
            cell.width = Cm(wide)


def _shaded(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "EEF1F5")
    cell._tc.get_or_add_tcPr().append(shade)


def _repeated(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
