"""A briefing as a Word file that can be edited: styles, real tables, pictures with alternative text, linked sources.

python-docx leaves the East Asian font to Word, which falls back to MS Mincho: every style here names one. The file
bears no clock: its properties carry the day the briefing is written for, so that the same briefing is the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime, time
from typing import Any, Final
from xml.sax.saxutils import escape

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from graph.model import Catalogue
from visualizations.briefing import Briefing
from visualizations.briefing_words import BriefingDocument, Part, Shown, briefing_document
from visualizations.figure import Grid, GridRow
from visualizations.lettering import width
from visualizations.page import FigureMeta, marking
from visualizations.raster import png
from visualizations.svg import plain
from visualizations.table import Note
from visualizations.words import LANGUAGES, say

LATIN: Final = "Calibri"
EAST_ASIAN: Final = "Yu Gothic"
NAVY: Final = RGBColor(0x17, 0x40, 0x6D)
GREY: Final = RGBColor(0x4A, 0x55, 0x63)
TEXT_WIDE_CM: Final = 17.0
SOURCES_WIDE_CM: Final = 1.9
TABLE_TEXT: Final = "Table Text"
PICTURE_DPI: Final = 300
EARLIEST_ZIP: Final = (1980, 1, 1, 0, 0, 0)


def briefing_docx(briefing: Briefing, catalogue: Catalogue, meta: FigureMeta, language: str) -> bytes:
    """The briefing in ``language`` as DOCX."""
    shown = language if language in LANGUAGES else "en"
    words = briefing_document(briefing, catalogue, meta, shown)
    mark = marking(briefing.scope.disclosure, shown)
    document = docx.Document()
    _styles(document)
    _sheet(document, words, mark)
    _properties(document, words, briefing.scope.today)
    title = document.add_paragraph(plain(words.title), style="Title")
    title.paragraph_format.space_after = Pt(6)
    _facts(document, words)
    for part in words.parts:
        _part(document, part, words)
    _sources(document, words.notes, shown)
    return _written(document)


def _styles(document: Any) -> None:
    """Fonts of both scripts and the language of the text in every style that is used."""
    document.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    document.styles[TABLE_TEXT].paragraph_format.space_after = Pt(0)
    sizes = {"Normal": 10.5, "Title": 18, "Heading 1": 13, "Heading 2": 11, "List Bullet": 10.5, "List Number": 9}
    for name, size in {**sizes, "Caption": 9, "Header": 9, "Footer": 9, TABLE_TEXT: 8.5}.items():
        style = document.styles[name]
        style.font.name = LATIN
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        fonts.set(qn("w:eastAsia"), EAST_ASIAN)
        fonts.set(qn("w:hAnsi"), LATIN)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = NAVY
        document.styles[name].font.bold = True
    document.styles["Caption"].font.color.rgb = GREY
    properties = document.styles["Normal"].element.get_or_add_rPr()
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "en-GB")
    spoken.set(qn("w:eastAsia"), "ja-JP")
    properties.append(spoken)


def _sheet(document: Any, words: BriefingDocument, mark: str) -> None:
    """A4 with the title and the mark of disclosure above, page numbers below."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    header = section.header.paragraphs[0]
    header.text = ""
    document.styles["Header"].paragraph_format.tab_stops.clear_all()
    header.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_WIDE_CM), WD_TAB_ALIGNMENT.RIGHT)
    header.add_run(f"{plain(words.title)}\t")
    header.add_run(mark).bold = True
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(footer, "PAGE")
    footer.add_run(" / ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Any, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)


def _properties(document: Any, words: BriefingDocument, today: date) -> None:
    known = document.core_properties
    known.title = plain(words.title)
    known.author = known.last_modified_by = "Sankyoku"
    known.language = "ja-JP" if words.language == "ja" else "en-GB"
    known.comments = ""
    known.created = known.modified = datetime.combine(today, time(), UTC)
    known.revision = 1


def _facts(document: Any, words: BriefingDocument) -> None:
    table = document.add_table(rows=0, cols=2)
    for term, said in words.facts:
        cells = table.add_row().cells
        cells[0].text = ""
        cells[0].paragraphs[0].add_run(plain(term)).bold = True
        cells[1].text = plain(said)
    _widths(table, (3.5, TEXT_WIDE_CM - 3.5))


def _part(document: Any, part: Part, words: BriefingDocument) -> None:
    heading = document.add_heading(plain(part.heading), level=1)
    if part.annex:
        heading.paragraph_format.page_break_before = True
    if part.sentences:
        document.add_paragraph(plain(say(words.language, "", " ").join(part.sentences)))
    if part.figure:
        _picture(document, part.figure)
    if part.grid:
        _table(document, part.grid, words.language)
    for point in part.points:
        document.add_paragraph(plain(point), style="List Bullet")


def _picture(document: Any, shown: Shown) -> None:
    """The whole figure as a picture in the width of the text, with its description as alternative text."""
    image = png(shown.whole(), TEXT_WIDE_CM, PICTURE_DPI)
    inline = document.add_picture(io.BytesIO(image), width=Cm(TEXT_WIDE_CM))
    high, room = inline.height, Cm(23)
    if high > room:
        inline.width, inline.height = int(inline.width * room / high), room
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    properties = inline._inline.docPr
    properties.set("descr", plain(shown.description)[:4000])
    document.add_paragraph(plain(shown.caption), style="Caption")


def _table(document: Any, grid: Grid, language: str) -> None:
    columns = (*grid.columns, say(language, "出典", "Sources"))
    widths = (*_shares(grid), SOURCES_WIDE_CM)
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, words in zip(table.rows[0].cells, columns, strict=True):
        _fill(cell, words, bold=True)
        _shaded(cell)
    _repeated(table.rows[0])
    _widths(table, widths)
    for row in grid.rows:
        table._tbl.append(_row(row, widths))
    if grid.left_out:
        words = say(language, f"このほか{grid.left_out}件。", f"And {grid.left_out} more.")
        document.add_paragraph(words, style="Caption")


def _row(row: GridRow, widths: tuple[float, ...]) -> Any:
    """A row as XML of its own: python-docx goes through the whole table for every cell it is asked for."""
    texts = [_words("\n".join(lines)) for lines in row.cells]
    links = [
        f'<w:hyperlink w:anchor="note-{number}" w:history="1"><w:r><w:rPr><w:color w:val="17406D"/></w:rPr>'
        f'<w:t xml:space="preserve">[{number}] </w:t></w:r></w:hyperlink>'
        for number in row.notes
    ]
    cells = (*texts, "".join(links))
    columns = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{Cm(wide).twips}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>{inside}</w:p></w:tc>'
        for inside, wide in zip(cells, widths, strict=True)
    )
    return parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/></w:trPr>{columns}</w:tr>")


def _words(words: str) -> str:
    """A run of escaped words; line ends become breaks."""
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in plain(words).split("\n")]
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def _fill(cell: Any, words: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = TABLE_TEXT
    paragraph.add_run(plain(words)).bold = bold or None


def _shares(grid: Grid) -> list[float]:
    """Widths by what the columns hold: the square root of their mean length, so that long ones do not take all."""
    weights = []
    for at, name in enumerate(grid.columns):
        lengths = [width(" ".join(row.cells[at]), 1) for row in grid.rows if at < len(row.cells)]
        mean = sum(lengths) / max(len(lengths), 1)
        weights.append(max(mean, width(name, 1) + 1, 4.0) ** 0.5)
    room = TEXT_WIDE_CM - SOURCES_WIDE_CM
    return [room * weight / sum(weights) for weight in weights]


def _widths(table: Any, widths: tuple[float, ...]) -> None:
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


def _sources(document: Any, notes: tuple[Note, ...], language: str) -> None:
    if not notes:
        return
    document.add_heading(say(language, "出典", "Sources"), level=1)
    for note in notes:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(1)
        paragraph.paragraph_format.first_line_indent = Cm(-1)
        paragraph.paragraph_format.space_after = Pt(2)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(note.number))
        start.set(qn("w:name"), f"note-{note.number}")
        paragraph._p.append(start)
        run = paragraph.add_run(f"[{note.number}] {plain(_note_words(note, language))}")
        run.font.size = Pt(9)
        paragraph._p.append(end)


def _note_words(note: Note, language: str) -> str:
    said = [note.document, note.locator]
    words = say(language, "、", ", ").join(one for one in said if one)
    quote = say(language, f"「{note.quote}」", f" “{note.quote}”") if note.quote else ""
    return words + quote + (f" {note.address}" if note.address else "")


def _written(document: Any) -> bytes:
    """The file with every part dated alike, so that the same document gives the same bytes."""
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, EARLIEST_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(item.filename))
    return out.getvalue()
