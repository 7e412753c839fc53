"""One box: who and what is found, in which order, which words are marked."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LimitExceeded
from graph.history import mark, search, suggest
from graph.index import Index, Passage, write_index
from tests.graph.index.real import real


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("FTC", "us-ftc"),
        ("ＦＴＣ", "us-ftc"),
        ("連邦取引委員会", "us-ftc"),
        ("federal trade commission", "us-ftc"),
        ("個人情報保護委員会", "ppc-japan"),
        ("英国", "ico-uk"),
        ("APPA", "appa"),
    ],
)
def test_the_body_meant_comes_first(index: Index, words: str, body: str) -> None:
    assert search(index, words).bodies.items[0].id == body


@pytest.mark.parametrize("typed", ["れんぽう", "れんぽうとりひき", "べいこくれんぽうとりひきいいんかい"])
def test_a_name_is_found_by_how_it_is_read(index: Index, typed: str) -> None:
    assert "us-ftc" in [one.id for one in search(index, typed).bodies.items]
    assert "us-ftc" in [one.id for one in suggest(index, typed, language="ja")]
    marked = next(one for one in search(index, typed).bodies.items if one.id == "us-ftc").matched
    assert [marked.text[start:end] for start, end in marked.marks] == [typed]


def test_a_katakana_name_is_not_found_in_the_middle_of_a_reading(index: Index) -> None:
    assert not search(index, "タイ").frameworks.total  # に対する is read にたいする
    assert "TH" in [one.id for one in search(index, "タイ").places.items]


def test_groups_count_all_and_show_some(index: Index) -> None:
    found = search(index, "十分性", limit=2)
    assert found.frameworks.total > len(found.frameworks.items) == 2
    assert {item.type for item in found.frameworks.items} == {"framework"}
    assert found.frameworks.items[0].engagements >= 0


def test_meetings_newest_first_with_the_words_marked(index: Index) -> None:
    found = search(index, "APPAフォーラム", language="ja")
    days = [one.listed.engagement.when.earliest for one in found.meetings.items]
    assert days == sorted(days, reverse=True)
    title = found.meetings.items[0].title
    assert [title.text[start:end] for start, end in title.marks] == ["APPAフォーラム"]


def test_a_date_among_the_words_is_a_filter(index: Index) -> None:
    found = search(index, "令和元年5月 APPA")
    assert found.words == ("appa",)
    assert found.when and found.when.edtf == "2019-05"
    assert found.meetings.items[0].listed.engagement.slug == "2019-05-29-appa-forum-51"
    assert {one.listed.engagement.when.earliest.year for one in found.meetings.items} == {2019}


def test_passages_of_documents(tmp_path: Path) -> None:
    catalogue, engagements = real()
    document = engagements[0].sources[0].document
    words = "委員会は、個人\n情報の越境移転について説明した。"
    write_index(tmp_path / "i", catalogue, engagements, [Passage(document=document, text=words, page=3)])
    found = search(Index.open(tmp_path / "i", "i"), "個人情報 説明").passages
    assert found.total == 1
    text = found.items[0].text
    assert [text.text[start:end] for start, end in text.marks] == ["個人\n情報", "説明"]


@pytest.mark.parametrize("words", ["", "   ", "、。", "\x00", "%%%", '"'])
def test_nothing_typed_finds_nothing(index: Index, words: str) -> None:
    found = search(index, words)
    assert found.meetings.total == found.bodies.total == found.passages.total == 0


def test_a_million_characters_are_refused(index: Index) -> None:
    with pytest.raises(LimitExceeded):
        search(index, "a" * 1_000_000)
    assert suggest(index, "a" * 1_000_000) == ()


@pytest.mark.parametrize(
    ("typed", "first"),
    [("fed", "us-ftc"), ("英", "GB"), ("ＡＰＰ", "appa"), ("APPAフォ", "appa-forum"), ("connected", None)],
)
def test_suggestions_begin_with_what_was_typed(index: Index, typed: str, first: str | None) -> None:
    found = suggest(index, typed)
    assert (found[0].id if found else None) == first


def test_suggestions_prefer_the_readers_language(index: Index) -> None:
    assert suggest(index, "appa", language="ja")[0].matched.text[0] == "A"
    assert len(suggest(index, "d", limit=3)) == 3


@given(st.text(max_size=40), st.text(max_size=3))
def test_marks_are_within_the_text_and_apart(text: str, word: str) -> None:
    marks = mark(text, (word,) if word else ()).marks
    assert all(0 <= start < end <= len(text) for start, end in marks)
    assert all(one[1] < other[0] for one, other in pairwise(marks))


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Meeting with the FTC", ("ftc",), ["FTC"]),
        ("第５１回ＡＰＰＡフォーラム", ("第51回", "appa"), ["第５１回ＡＰＰＡ"]),
        ("Trade and trademarks", ("trade",), ["Trade", "trade"]),
        ("Ukraine and the UK", ("uk",), ["UK"]),
        ("個人 情報", ("個人情報",), ["個人 情報"]),
    ],
)
def test_the_words_that_were_looked_for_are_marked(text: str, words: tuple[str, ...], marked: list[str]) -> None:
    found = mark(text, words)
    assert [text[start:end] for start, end in found.marks] == marked
