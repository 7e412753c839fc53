"""``/documents``: the sources, and what was read from each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.marking import words_behind
from api.pages.page import CurrentPage, Page
from graph.errors import NotFound
from graph.history import Asked, Marked, find, mark
from graph.index import Index, Passage
from graph.model import Catalogue, DocumentInfo, Engagement, Source, Statement
from graph.text import key, rejoined

router = APIRouter()
#: As many meetings as one page shows of a document.
_MOST: Final = 200


@dataclass
class Read:
    """A passage of a document and what was read from it."""

    source: Source | Passage
    engagements: list[Engagement] = field(default_factory=list)
    statements: list[tuple[Engagement, Statement]] = field(default_factory=list)

    def marked(self, catalogue: Catalogue) -> Marked | None:
        """The passage on one line, the words that the reading rests on marked; None where the text is not at hand."""
        text = self.source.text if isinstance(self.source, Passage) else self.source.quote
        if not text:
            return None
        told = [*self.engagements, *(one for one, _ in self.statements)]
        return mark(rejoined(text, 0, len(text)) or text, words_behind(told, catalogue))


@router.get("/documents")
def documents(page: CurrentPage, q: str = "") -> Response:
    """All documents: those whose text is at hand first, then by how many engagements cite them."""
    index = page.reading.index
    cited = {one.value: one.count for one in find(index, Asked(), limit=1).facets.get("document", ())}
    words = key(q)
    shown = [
        one for one in index.catalogue.documents.values() if words in key(f"{one.title.en} {one.title.ja} {one.url}")
    ]
    shown.sort(key=lambda one: (one.sha256 is None, -cited.get(one.slug, 0), page.names.plain(one.title)))
    return page.show("documents.html.j2", q=q[:300], documents=[(one, cited.get(one.slug, 0)) for one in shown])


@router.get("/documents/{slug}")
def document(slug: str, page: CurrentPage) -> Response:
    """One document: its passages in order, and what was read from each."""
    index = page.reading.index
    info = index.catalogue.documents.get(slug)
    if info is None:
        raise NotFound(
            f"There is no document {slug[:80]} in this edition.", f"この版に文書 {slug[:80]} は収録されていません。"
        )
    engagements, total = _citing(index, slug)
    return page.show(
        "document.html.j2",
        info=info,
        reads=[(read, read.marked(index.catalogue)) for read in _reads(slug, engagements)],
        total=total,
        shown=len(engagements),
        facts=_facts(page, info),
    )


def _citing(index: Index, slug: str) -> tuple[list[Engagement], int]:
    """The first engagements that cite a document, and how many do."""
    if slug not in index.documents:
        return [], 0
    found = find(index, Asked(document=(slug,), order="oldest"), limit=_MOST, facets=False)
    return [one.engagement for one in found.items], found.total


def _reads(slug: str, engagements: Iterable[Engagement]) -> list[Read]:
    """Passages in the order of the document; without an offset (only a locator is known) first."""
    reads: dict[tuple[int, int, int, str], Read] = {}
    for one in engagements:
        for source in one.sources:
            if source.document == slug:
                place = _place(source)
                reads.setdefault(place, Read(source)).engagements.append(one)
        for said in one.statements:
            evidence = said.evidence
            if evidence and evidence.document == slug and evidence.start is not None and evidence.end is not None:
                place = (evidence.line_start or 0, evidence.start, evidence.end, "")
                told = evidence.model_dump(include={"page", "section", "line_start", "line_end", "start", "end"})
                passage = Passage(document=slug, text=evidence.quote or said.quote or "", **told)
                reads.setdefault(place, Read(passage)).statements.append((one, said))
    return [reads[place] for place in sorted(reads)]


def _place(source: Source) -> tuple[int, int, int, str]:
    """Where a passage stands: by line, then by offset; what has neither by its locator, first of all."""
    if source.start is None or source.end is None:
        return source.line_start or 0, -1, -1, source.locator
    return source.line_start or 0, source.start, source.end, ""


def _facts(page: Page, info: DocumentInfo) -> dict[str, list[str]]:
    """The catalogue's records that cite the document, by type."""
    known = page.reading.index.catalogue
    return {
        "authorities": [one.id for one in known.authorities.values() if one.source.document == info.slug],
        "frameworks": [one.id for one in known.frameworks.values() if one.source.document == info.slug],
    }
