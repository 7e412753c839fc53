"""Briefings: the right facts, in order, and nothing internal in a public one."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from graph.errors import BadInput, NotFound
from graph.model import Engagement, Participant, Source, Statement, Text, When
from tests.visualizations.facts import meta, real_facts
from tests.visualizations.strange import strange_catalogue, strange_engagements
from visualizations.briefing import BriefingScope, briefing_of
from visualizations.briefing_docx import briefing_docx
from visualizations.render import render_briefing

TODAY = date(2026, 11, 24)
HIDDEN = "極秘の会合XYZ"


def scope(first: date | None = None, last: date | None = None, purpose: str = "") -> BriefingScope:
    return BriefingScope(today=TODAY, first=first, last=last, purpose=purpose)


def secret(engagement: Engagement) -> Engagement:
    """An engagement of which an internal document tells."""
    told = Source(document="internal-memo", title=Text(ja=HIDDEN), locator="p. 1", quote=HIDDEN)
    return engagement.model_copy(
        update={"slug": "secret", "title": Text(ja=HIDDEN, en=HIDDEN), "sources": (told,), "disclosure": "internal"}
    )


def test_it_counts_what_was_held_in_the_period() -> None:
    facts = real_facts()
    year = briefing_of("us-ftc", facts.engagements, facts.catalogue, scope(date(2019, 1, 1), date(2019, 12, 31)))
    assert [one.when.edtf for one in year.held] == ["2019-02", "2019-05", "2019-06", "2019-06", "2019-09"]
    assert year.kinds() == [("trilateral-meeting", 4), ("bilateral-meeting", 1)]
    assert year.together() == 5 and year.before >= 4
    assert [post.participant.post.en for post in year.posts if post.participant.post] == [
        "Director of the Bureau of Consumer Protection"
    ]


def test_a_body_without_a_meeting_is_said_to_have_none_in_these_sources() -> None:
    facts = real_facts()
    found = briefing_of("us-ftc", (), facts.catalogue, scope())
    page = render_briefing(found, facts.catalogue, meta(), "ja").decode("utf-8")
    assert "会合がなかったことを意味しない" in page and "収録資料に記載なし" in page


def test_coming_meetings_and_open_commitments_are_told() -> None:
    facts = real_facts()
    last = next(one for one in facts.engagements if one.slug == "2024-07-18-dpf-review-1")
    due = When(edtf="2026-10-01", earliest=date(2026, 10, 1), latest=date(2026, 10, 1), precision="day")
    promised = Statement(type="promised", by="us-ftc", about=Text(en="To send figures", ja="統計の送付"), due=due)
    kept = promised.model_copy(update={"state": "fulfilled"})
    coming = When(edtf="2027-01", earliest=date(2027, 1, 1), latest=date(2027, 1, 31), precision="month")
    items = (
        last.model_copy(update={"statements": (promised, kept)}),
        last.model_copy(update={"slug": "next", "status": "planned", "when": coming, "statements": ()}),
    )
    found = briefing_of("us-ftc", items, facts.catalogue, scope())
    assert [one.statement for one in found.commitments] == [promised]
    assert [one.slug for one in found.coming] == ["next"]
    page = render_briefing(found, facts.catalogue, meta(), "en").decode("utf-8")
    assert "To send figures" in page and "(past)" in page


def test_nothing_internal_is_in_the_bytes_of_a_public_briefing() -> None:
    facts = real_facts()
    items = (*facts.engagements, secret(facts.engagements[-1].model_copy(update={"participants": guests()})))
    public = briefing_of("us-ftc", items, facts.catalogue, scope())
    for form in ("html", "docx"):
        page = render_briefing(public, facts.catalogue, meta(), "ja", "docx" if form == "docx" else "html")
        assert all(HIDDEN.encode() not in part and b"internal-memo" not in part for part in unpacked(page))
    internal = BriefingScope(today=TODAY, disclosure="internal")
    shown = render_briefing(briefing_of("us-ftc", items, facts.catalogue, internal), facts.catalogue, meta(), "ja")
    assert HIDDEN.encode() in shown and "取扱注意・内部限り".encode() in shown


def test_an_internal_source_hides_the_whole_engagement() -> None:
    facts = real_facts()
    memo = next(iter(facts.catalogue.documents.values())).model_copy(
        update={"slug": "internal-memo", "disclosure": "internal"}
    )
    known = facts.catalogue.model_copy(update={"documents": {**facts.catalogue.documents, "internal-memo": memo}})
    item = secret(facts.engagements[-1].model_copy(update={"participants": guests()}))
    assert not briefing_of("us-ftc", (item.model_copy(update={"disclosure": "public"}),), known, scope()).held


def guests() -> tuple[Participant, ...]:
    return tuple(Participant(authority=one, label=one) for one in ("ppc-japan", "us-ftc"))


def unpacked(page: bytes) -> list[bytes]:
    """The parts of a Word file, or the page itself."""
    if not page.startswith(b"PK"):
        return [page]
    with zipfile.ZipFile(io.BytesIO(page)) as parts:
        return [parts.read(name) for name in parts.namelist()]


@pytest.fixture(scope="module")
def word() -> bytes:
    facts = real_facts()
    found = briefing_of("us-ftc", facts.engagements, facts.catalogue, scope(purpose="会談"))
    return briefing_docx(found, facts.catalogue, meta(), "ja")


def test_the_word_file_has_styles_real_tables_and_pictures_with_words(word: bytes) -> None:
    document = docx.Document(io.BytesIO(word))
    assert document.paragraphs[0].style is not None and document.paragraphs[0].style.name == "Title"
    assert len(document.tables) >= 5
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings[0].startswith("１") and headings[-1] == "出典一覧"
    pictures = document.inline_shapes
    assert len(pictures) == 2
    assert all(one._inline.docPr.get("descr") for one in pictures)
    assert "公開" in document.sections[0].header.paragraphs[0].text


def test_every_style_of_the_word_file_names_an_east_asian_font(word: bytes) -> None:
    document = docx.Document(io.BytesIO(word))
    for name in ("Normal", "Title", "Heading 1", "Caption", "Table Text", "List Bullet"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Yu Gothic" and fonts.get(qn("w:eastAsiaTheme")) is None


def test_figures_have_lying_sheets_and_every_sheet_its_header(word: bytes) -> None:
    sections = docx.Document(io.BytesIO(word)).sections
    assert [one.page_width > one.page_height for one in sections] == [False, True, False]
    assert all("公開" in one.header.paragraphs[0].text for one in sections)


def test_the_same_briefing_is_the_same_word_file(word: bytes) -> None:
    facts = real_facts()
    found = briefing_of("us-ftc", facts.engagements, facts.catalogue, scope(purpose="会談"))
    assert briefing_docx(found, facts.catalogue, meta(), "ja") == word


def test_strange_records_make_a_briefing_all_the_same() -> None:
    known = strange_catalogue()
    found = briefing_of("us-ftc", strange_engagements(), known, scope(purpose="<b>&"))
    page = render_briefing(found, known, meta(), "en")
    assert b"<script" not in page and b"<b>&" not in page
    docx.Document(io.BytesIO(render_briefing(found, known, meta(), "en", "docx")))


def test_what_cannot_be_briefed_is_refused() -> None:
    facts = real_facts()
    with pytest.raises(NotFound):
        briefing_of("no-such-body", (), facts.catalogue, scope())
    with pytest.raises(BadInput):
        briefing_of("ppc-japan", (), facts.catalogue, scope())
    with pytest.raises(BadInput):
        briefing_of("us-ftc", (), facts.catalogue, scope(date(2020, 1, 1), date(2019, 1, 1)))
