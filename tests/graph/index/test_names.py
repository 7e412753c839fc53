"""Which things a word may mean."""

from __future__ import annotations

import pytest

from graph.index import Index
from graph.index.names import Named


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ftc", Named("authority", "us-ftc")),
        ("連邦取引委員会", Named("authority", "us-ftc")),
        ("米連邦取引委員会", Named("authority", "us-ftc")),
        ("英国", Named("jurisdiction", "GB")),
        ("appa-forum", Named("series", "appa-forum")),
        ("cbpr", Named("framework", "apec-cbpr")),
        ("dfft", Named("topic", "dfft")),
        ("singapore", Named("city", "Singapore")),
    ],
)
def test_names_ids_and_aliases_mean_their_things(index: Index, word: str, meant: Named) -> None:
    assert meant in index.names.meant_by(word)


def test_short_latin_words_are_whole(index: Index) -> None:
    assert Named("jurisdiction", "UA") not in index.names.meant_by("uk")
    assert Named("jurisdiction", "UA") in index.names.meant_by("ukra")


def test_titles_of_documents_do_not_speak_for_meetings(index: Index) -> None:
    assert any(named.type == "document" for named in index.names.meant_by("appa"))
    assert all(field != "document" for field, _ in index.names.fields_meant_by("appa"))
