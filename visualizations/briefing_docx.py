"""A briefing as a Word file that can be edited: styles, real tables, pictures with alternative text, footnotes.

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
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from graph.model import Catalogue
from visualizations.briefing import Briefing
from visualizations.briefing_model import BriefingDocument, Part, Shown
from visualizations.briefing_words import briefing_document
from visualizations.docx_footnotes import TEXT_SIZE, TEXT_STYLE, Footnotes, add_footnote_styles
from visualizations.docx_tables import TABLE_SIZE, TABLE_TEXT, TEXT_WIDE_CM, add_table, add_table_styles, set_widths
from visualizations.page import FigureMeta, marking
from visualizations.raster import png
from visualizations.svg import plain
from visualizations.table import Note
from visualizations.words import LANGUAGES, say

LATIN: Final = "Calibri"
EAST_ASIAN: Final = "Yu Gothic"
NAVY: Final = RGBColor(0x17, 0x40, 0x6D)
GREY: Final = RGBColor(0x4A, 0x55, 0x63)
LYING_WIDE_CM: Final = 25.7
LYING_HIGH_CM: Final = 13.4
#: What the sentences and points beside a figure take of its sheet.
BESIDE_CM: Final = 2.6
#: What Word itself keeps of a picture when it saves a file.
PICTURE_DPI: Final = 220
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
    footnotes = Footnotes({note.number: _note_words(note, shown) for note in words.notes})
    body = _Body(document, words, mark, footnotes)
    for part in words.parts:
        body.write(part)
    footnotes.attach(document)
    _sources(document, words.notes, shown)
    return _written(document)


def _styles(document: Any) -> None:
    """Fonts of both scripts and the language of the text in every style that is used."""
    add_table_styles(document)
    add_footnote_styles(document)
    sizes = {"Normal": 10.5, "Title": 18, "Heading 1": 13, "Heading 2": 11, "List Bullet": 10.5, "List Number": 9}
    for name, size in {
        **sizes,
        "Caption": 9,
        "Header": 9,
        "Footer": 9,
        TABLE_TEXT: TABLE_SIZE,
        TEXT_STYLE: TEXT_SIZE,
    }.items():
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
    document.styles["Header"].paragraph_format.tab_stops.clear_all()
    _header(section, words, mark, TEXT_WIDE_CM)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(footer, "PAGE")
    footer.add_run(" / ")
    _field(footer, "NUMPAGES")


def _header(section: Any, words: BriefingDocument, mark: str, wide: float) -> None:
    """The title on the left, the mark of disclosure on the right, whichever way the sheet lies."""
    section.header.is_linked_to_previous = False
    header = section.header.paragraphs[0]
    header.text = ""
    header.paragraph_format.tab_stops.add_tab_stop(Cm(wide), WD_TAB_ALIGNMENT.RIGHT)
    header.add_run(f"{plain(words.title)}\t")
    header.add_run(mark).bold = True


def _turned(document: Any, words: BriefingDocument, mark: str, *, lying: bool) -> None:
    """A new sheet, lying for a wide figure or upright for text."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if lying else (Cm(21), Cm(29.7))
    _header(section, words, mark, LYING_WIDE_CM if lying else TEXT_WIDE_CM)


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
    set_widths(table, (3.5, TEXT_WIDE_CM - 3.5))


class _Body:
    """The body of the document, written part by part; it knows which way the sheet lies."""

    def __init__(self, document: Any, words: BriefingDocument, mark: str, footnotes: Footnotes) -> None:
        self.document, self.words, self.mark, self.footnotes = document, words, mark, footnotes
        self.lying = False

    def write(self, part: Part) -> None:
        """A heading, and what belongs to it; a part with a figure has a lying sheet of its own."""
        if self.lying != bool(part.figure):
            self.lying = bool(part.figure)
            _turned(self.document, self.words, self.mark, lying=self.lying)
            turned = True
        else:
            turned = False
        heading = self.document.add_heading(plain(part.heading), level=1)
        heading.paragraph_format.page_break_before = (not turned and (part.annex or bool(part.figure))) or None
        if part.sentences:
            self.document.add_paragraph(plain(say(self.words.language, "", " ").join(part.sentences)))
        if part.figure:
            self._figure(part.figure, LYING_HIGH_CM - (BESIDE_CM if part.points or part.sentences else 0))
        if part.grid:
            add_table(self.document, part.grid, self.words.language, self.footnotes)
        if part.grid and part.points:
            self.document.add_paragraph().paragraph_format.space_after = Pt(0)
        for point in part.points:
            _paragraph(self.document, plain(point), "ListBullet")

    def _figure(self, shown: Shown, high: float) -> None:
        """The drawings as pictures in the width of the sheet, with the description as alternative text."""
        for drawing in shown.parts:
            image = png(drawing.encode("utf-8"), LYING_WIDE_CM, PICTURE_DPI)
            inline = self.document.add_picture(io.BytesIO(image), width=Cm(LYING_WIDE_CM))
            room = Cm(high)
            if inline.height > room:
                inline.width, inline.height = int(inline.width * room / inline.height), room
            inline._inline.docPr.set("descr", plain(shown.description)[:4000])
            picture = self.document.paragraphs[-1]
            picture.paragraph_format.keep_with_next = True
            picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.document.add_paragraph(plain(shown.caption), style="Caption")


def _sources(document: Any, notes: tuple[Note, ...], language: str) -> None:
    if not notes:
        return
    document.add_heading(say(language, "出典一覧", "Sources"), level=1)
    cited: dict[tuple[str, str | None], list[int]] = {}
    for note in notes:
        cited.setdefault((note.document, note.address), []).append(note.number)
    for (title, address), numbers in cited.items():
        words = plain(title) + say(language, "（注", " (note ") + _ranges(numbers) + say(language, "）", ")")
        paragraph = _paragraph(document, words, "FootnoteText")
        if address:
            paragraph.add_run(" ")
            _link(document, paragraph, address)


def _paragraph(document: Any, words: str, style: str) -> Any:
    """A paragraph in the style with the id ``style``: python-docx goes through all styles for every name."""
    paragraph = document.add_paragraph(words)
    paragraph._p.style = style
    return paragraph


def _ranges(numbers: list[int]) -> str:
    """1–3, 7: numbers that follow each other as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _link(document: Any, paragraph: Any, address: str) -> None:
    """An address that can be followed."""
    target = document.part.relate_to(plain(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}" w:history="1"><w:r><w:rPr><w:color w:val="17406D"/>'
            f'<w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{escape(plain(address))}</w:t></w:r></w:hyperlink>'
        )
    )


def _note_words(note: Note, language: str) -> str:
    """The words of a footnote; the address stands in the list at the end."""
    said = [note.document, note.locator]
    words = say(language, "、", ", ").join(one for one in said if one)
    return words + (say(language, f"「{note.quote}」", f" “{note.quote}”") if note.quote else "")


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
