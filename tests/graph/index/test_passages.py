"""Quoted passages are listed once each; those without words are left out."""

from __future__ import annotations

from graph.index import passages_of
from graph.model import Engagement, Source, Text
from tests.graph.index.real import real


def _quoting(engagement: Engagement, *quotes: str | None) -> Engagement:
    sources = tuple(
        Source(document="d", title=Text(en="D"), locator="p. 1", quote=quote, start=number)
        for number, quote in enumerate(quotes)
    )
    return engagement.model_copy(update={"sources": sources, "statements": ()})


def test_each_quoted_passage_once_in_order() -> None:
    one, other = real()[1][:2]
    passages = passages_of([_quoting(one, "b", None, "c"), _quoting(other, "b")])
    assert [(passage.document, passage.text, passage.start) for passage in passages] == [("d", "b", 0), ("d", "c", 2)]
