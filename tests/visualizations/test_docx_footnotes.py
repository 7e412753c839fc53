"""Footnotes as Word knows them: a part of their own, one number a source, later citings that refer back."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn

from tests.visualizations.facts import meta, real_facts
from visualizations.briefing import BriefingScope, briefing_of
from visualizations.docx_footnotes import Footnotes, add_footnote_styles
from visualizations.render import render_briefing


def parts_of(word: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(word)) as opened:
        names = [name for name in opened.namelist() if name.endswith((".xml", ".rels"))]
        return {name: ElementTree.fromstring(opened.read(name)) for name in names}  # noqa: S314 - our own output


@pytest.fixture(scope="module")
def parts() -> dict[str, ElementTree.Element]:
    facts = real_facts()
    found = briefing_of("european-commission", facts.engagements, facts.catalogue, BriefingScope(date(2026, 11, 24)))
    return parts_of(render_briefing(found, facts.catalogue, meta(), "en", "docx"))


def test_references_come_in_the_order_of_their_numbers_and_each_has_its_note(
    parts: dict[str, ElementTree.Element],
) -> None:
    referred = [int(one.get(qn("w:id"), "")) for one in parts["word/document.xml"].iter(qn("w:footnoteReference"))]
    assert len(referred) > 10 and referred == list(range(1, len(referred) + 1))
    noted = [int(one.get(qn("w:id"), "")) for one in parts["word/footnotes.xml"].iter(qn("w:footnote"))]
    assert noted == [-1, 0, *referred]


def test_a_source_cited_again_refers_back_to_its_footnote(parts: dict[str, ElementTree.Element]) -> None:
    body = parts["word/document.xml"]
    fields = [one.text or "" for one in body.iter(qn("w:instrText"))]
    again = {found[1] for words in fields if (found := re.match(r" NOTEREF (\S+) ", words))}
    marks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert again and again <= marks


def test_word_finds_the_part_its_separators_and_its_styles(parts: dict[str, ElementTree.Element]) -> None:
    told = [one.get("PartName") for one in parts["[Content_Types].xml"]]
    assert "/word/footnotes.xml" in told
    targets = [one.get("Target") for one in parts["word/_rels/document.xml.rels"]]
    assert "footnotes.xml" in targets
    settings = list(parts["word/settings.xml"])
    names = [one.tag for one in settings]
    assert names.index(qn("w:footnotePr")) < names.index(qn("w:compat"))
    ids = {one.get(qn("w:styleId")) for one in parts["word/styles.xml"].iter(qn("w:style"))}
    used = {one.get(qn("w:val")) for one in parts["word/document.xml"].iter(qn("w:rStyle"))}
    assert {"FootnoteText", "FootnoteReference"} <= ids and used <= ids


def test_markup_in_a_source_stays_words() -> None:
    document = docx.Document()
    add_footnote_styles(document)
    notes = Footnotes({1: "<w:p/> & \x00 “quoted”", 2: "never cited"})
    assert "footnoteReference" in notes.references([1]) and "NOTEREF" in notes.references([1])
    notes.attach(document)
    out = io.BytesIO()
    document.save(out)
    texts = [one.text or "" for one in parts_of(out.getvalue())["word/footnotes.xml"].iter(qn("w:t"))]
    assert any("<w:p/> & \ufffd “quoted”" in text for text in texts)
    assert not any("never" in text for text in texts)
