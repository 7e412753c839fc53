"""What is found in one segment is what a plain look at every record finds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.index import Index
from graph.index.folding import folded, is_cjk
from graph.index.reading import read_engagement, recall_engagement
from graph.index.rows import engagement_row
from graph.resolve.engagements import chronological
from tests.graph.index.real import real

TEXTS = [folded(engagement_row(engagement).text) for engagement in real()[1]]
JAPANESE = [text.split("\n")[1] for text in TEXTS]


def _slugs(index: Index, word: str) -> list[str]:
    (segment,) = index.segments
    return [segment.slug(place) for place in segment.word(word)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_japanese_words_of_any_length_are_found_wherever_they_stand(index: Index, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([text for text in JAPANESE if text]))
    start = data.draw(st.integers(0, len(text) - 1))
    word = text[start : start + data.draw(st.integers(1, 8))].strip()
    if any(map(is_cjk, word)) and " " not in word:
        expected = [one.slug for one, text in zip(real()[1], TEXTS, strict=True) if word in text]
        assert _slugs(index, word) == expected


@pytest.mark.parametrize(("word", "found"), [("英国", True), ("会合", True), ("第51回", True), ("存在しない", False)])
def test_two_characters_are_enough(index: Index, word: str, found: bool) -> None:
    assert bool(_slugs(index, word)) is found


def test_latin_words_are_found_by_their_beginning_short_ones_whole(index: Index) -> None:
    assert set(_slugs(index, "forum")) <= set(_slugs(index, "foru"))
    assert "2019-05-29-appa-forum-51" in _slugs(index, "foru")
    assert _slugs(index, "for") != _slugs(index, "foru")
    assert not _slugs(index, "orum")


def test_rows_stand_in_the_total_order_of_lists(index: Index) -> None:
    (segment,) = index.segments
    assert [segment.slug(place) for place in range(segment.rows)] == [one.slug for one in real()[1]]
    keys = [segment.key(place) for place in range(segment.rows)]
    assert keys == sorted(keys)
    assert [segment.rank(key) for key in keys] == list(range(segment.rows))
    assert sorted(real()[1], key=chronological) == list(real()[1])


def test_values_are_counted_alike_by_column_and_by_bitmap(index: Index) -> None:
    (segment,) = index.segments
    rows = segment.posting("kind", "bilateral-meeting")
    for field in ("with", "country", "series", "document", "topic"):
        by_bitmap = {value: len(rows & segment.posting(field, value)) for value in segment.values(field)}
        assert segment.count_values(field, rows) == {value: count for value, count in by_bitmap.items() if count}


def test_places_are_found_by_slug(index: Index) -> None:
    (segment,) = index.segments
    assert all(segment.place(one.slug) == place for place, one in enumerate(real()[1]))
    assert segment.place("no-such-meeting") is None


def test_a_record_that_stays_read_is_the_record(index: Index) -> None:
    (segment,) = index.segments
    for place in (0, len(segment) - 1, 0):
        assert recall_engagement(segment, place) == read_engagement(segment, place)
