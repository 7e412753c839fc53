"""What rows point to: documents by their address, topics by label or alias, posts by name."""

from __future__ import annotations

import pytest

from graph.errors import FactError
from graph.model import Text
from graph.sources.lookups import REFERENCE_DOCUMENT, Lookups, document_slug, written_title
from graph.sources.rows import Row


def row(**cells: str) -> Row:
    return Row("facts.csv", 2, cells)


def test_one_address_is_one_document() -> None:
    known = Lookups()
    first = known.cited_document(row(source_url="https://example.org/a", source_title="A page"))
    again = known.cited_document(row(source_url="https://example.org/a", source_title="The same page"))
    other = known.cited_document(row(source_url="https://example.org/b", source_title=""))
    assert first == again != other
    assert known.documents[first].title == Text(en="A page")
    assert known.documents[other].title == Text(en="https://example.org/b")


def test_slugs_of_documents() -> None:
    assert document_slug("urn:document:report-2019") == "report-2019"
    assert document_slug("") == REFERENCE_DOCUMENT
    assert document_slug("https://example.org/a").startswith("web-")


def test_a_title_is_kept_in_its_own_language() -> None:
    assert written_title("PPC: 報告") == Text(ja="PPC: 報告")
    assert written_title("A report") == Text(en="A report")


def test_topics_are_known_by_label_and_alias_and_told_once() -> None:
    known = Lookups()
    assert known.topics(row(topics="certification; certification")) == known.topics(row(topics="certification"))
    with pytest.raises(FactError, match='column topics: "gardening" points nowhere'):
        known.topics(row(topics="gardening"))


def test_a_post_has_its_name_and_level() -> None:
    known = Lookups(posts={"委員長": (Text(en="Chairperson", ja="委員長"), "commissioner")})
    assert known.post(row(), "participants", "委員長")[1] == "commissioner"
    with pytest.raises(FactError, match='"局長" points nowhere'):
        known.post(row(), "participants", "局長")
