"""Real footnotes for Word, which python-docx does not write: their part, its styles and the references to them.

The forks of python-docx that have footnotes take its place under the same import name and lag years behind it, so
the part is written here, as ISO/IEC 29500-1 (17.11) describes it: a separator and a continuation separator, which
the settings name, then one footnote for each source. The first citing of a source is its reference; later ones
refer back to it by its bookmark (NOTEREF), so that each source has one number however often it is cited.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from xml.sax.saxutils import escape

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from visualizations.svg import plain

TEXT_STYLE: Final = "Footnote Text"
REFERENCE_STYLE: Final = "Footnote Reference"
TEXT_SIZE: Final = 8.5
#: The footnotes that Word draws as the rule above the others; no footnote of a source may have their numbers.
SEPARATORS: Final = {-1: "separator", 0: "continuationSeparator"}
_FACE: Final = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'


class Footnotes:
    """The footnotes of one document: ``words`` by number, to be cited in the order of their numbers."""

    def __init__(self, words: Mapping[int, str]) -> None:
        self._words = dict(words)
        self._cited: set[int] = set()

    def references(self, numbers: Iterable[int]) -> str:
        """The runs that cite ``numbers``, as XML to stand in a paragraph; commas between them."""
        comma = f'<w:r>{_FACE}<w:t xml:space="preserve">, </w:t></w:r>'
        return comma.join(self._reference(number) for number in numbers)

    def _reference(self, number: int) -> str:
        name = f"source_{number}"
        if number in self._cited:
            return (
                f'<w:r>{_FACE}<w:fldChar w:fldCharType="begin"/></w:r>'
                f'<w:r>{_FACE}<w:instrText xml:space="preserve"> NOTEREF {name} \\f \\h </w:instrText></w:r>'
                f'<w:r>{_FACE}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{_FACE}<w:t>{number}</w:t></w:r>'
                f'<w:r>{_FACE}<w:fldChar w:fldCharType="end"/></w:r>'
            )
        self._cited.add(number)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
            f'<w:r>{_FACE}<w:footnoteReference w:id="{number}"/></w:r><w:bookmarkEnd w:id="{number}"/>'
        )

    def attach(self, document: Any) -> None:
        """Give ``document`` the part with the footnotes that were cited, and name their separators in its settings."""
        blob = self._xml().encode("utf-8")
        uri = PackURI("/word/footnotes.xml")
        part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        named = "".join(f'<w:footnote w:id="{number}"/>' for number in SEPARATORS)
        told = parse_xml(f"<w:footnotePr {nsdecls('w')}>{named}</w:footnotePr>")
        document.settings.element.find(qn("w:compat")).addprevious(told)

    def _xml(self) -> str:
        rules = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in SEPARATORS.items()
        )
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r>{_FACE}'
            f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(plain(self._words[number]))}</w:t></w:r>'
            "</w:p></w:footnote>"
            for number in sorted(self._cited)
        )
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f"{head}<w:footnotes {nsdecls('w')}>{rules}{notes}</w:footnotes>"


def add_footnote_styles(document: Any) -> None:
    """The two styles of footnotes, under the names that Word itself gives them."""
    text = document.styles.add_style(TEXT_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = document.styles["Normal"]
    text.paragraph_format.space_after = Pt(1)
    text.paragraph_format.left_indent = Cm(0.5)
    text.paragraph_format.first_line_indent = Cm(-0.5)
    text.font.size = Pt(TEXT_SIZE)
    reference = document.styles.add_style(REFERENCE_STYLE, WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
