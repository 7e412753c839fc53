"""The passages that engagements and their statements quote, each once: what a search of documents looks through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.index.rows import Passage
from graph.model import Engagement, Evidence, Source


def passages_of(engagements: Iterable[Engagement]) -> list[Passage]:
    """Every quoted passage, in order of document and place; those whose words are not at hand are left out."""
    found = {passage for engagement in engagements for passage in _quoted(engagement)}
    return sorted(found, key=_place)


def _quoted(engagement: Engagement) -> Iterator[Passage]:
    yield from filter(None, map(_passage, engagement.sources))
    evidence = (statement.evidence for statement in engagement.statements)
    yield from filter(None, (_passage(one, one.section) for one in evidence if one))


def _passage(told: Source | Evidence, section: str | None = None) -> Passage | None:
    if not told.quote:
        return None
    places = told.model_dump(include={"document", "page", "line_start", "line_end", "start", "end"})
    return Passage(text=told.quote, section=section, **places)


def _place(passage: Passage) -> tuple[str, int, int, str, str]:
    return passage.document, passage.start or 0, passage.line_start or 0, passage.text, passage.section or ""
