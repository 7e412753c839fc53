"""Plain text: every character kept, lines and pages counted, hostile files refused at once."""

from __future__ import annotations

import hashlib
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UnreadableDocument
from graph.sources.text import read_text

REPORT = """令和元年度上半期における活動実績について
令和元年 10 月 25 日
試験データ保護委員会
令和元年度上半期（平成31年４月１日～令和元年９月30日）の実績を取りまとめた。
"""


def test_the_text_is_kept_character_for_character_and_its_lines_lead_back() -> None:
    text = "１行目\r\n２行目\r３行目\n\n５行目"
    document = read_text(text.encode(), "a.txt")
    assert document.text == text
    assert [text[line.start : line.end] for line in document.lines] == ["１行目", "２行目", "３行目", "", "５行目"]
    assert [line.number for line in document.lines] == [1, 2, 3, 4, 5]
    assert document.evidence(text.index("５"), len(text)).line_start == 5


def test_a_document_says_of_itself_what_its_head_says() -> None:
    data = REPORT.encode("cp932")
    document = read_text(data, "fy2019-h1.txt")
    assert document.slug == "fy2019-h1"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.title, document.language) == ("令和元年度上半期における活動実績について", "ja")
    assert (document.publisher_words, document.published) == ("試験データ保護委員会", date(2019, 10, 25))
    assert document.period is not None
    assert (document.period.earliest, document.period.latest) == (date(2019, 4, 1), date(2019, 9, 30))
    assert not document.paragraphs


def test_what_the_caller_says_wins() -> None:
    document = read_text(REPORT.encode(), "a.txt", "ppc-japan", date(2020, 1, 1))
    assert (document.publisher, document.published) == ("ppc-japan", date(2020, 1, 1))


def test_an_english_text_is_english() -> None:
    document = read_text(b"Joint statement\nPublished: 28 October 2019\nThey met.", "a.txt")
    assert (document.language, document.published) == ("en", date(2019, 10, 28))


def test_a_name_without_latin_letters_gives_a_slug_from_the_content() -> None:
    assert read_text(b"x", "報告書.txt").slug == f"document-{hashlib.sha256(b'x').hexdigest()[:12]}"


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(str.strip))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_text_comes_back_as_it_was_and_its_lines_cover_it(text: str) -> None:
    document = read_text(text.encode("utf-8"), "a.txt")
    assert document.text == text.removeprefix("\ufeff")
    ends = [line.end for line in document.lines]
    assert all(document.text[end : end + 1] in ("", "\r", "\n") for end in ends)
    assert [line.page for line in document.lines] == sorted(line.page for line in document.lines)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a" * 50_000_001, "is larger than 50 MB"),
        (b"a" * 5_000_000, "a line of more than 1,000,000 characters"),
        ("あ".encode() * 1_000_001, "a line of more than 1,000,000 characters"),
        (b"\n" * 2_000_000, "has more than 500,000 lines"),
    ],
)
def test_hostile_sizes_are_refused_quickly(data: bytes, sentence: str) -> None:
    began = time.perf_counter()
    with pytest.raises(UnreadableDocument, match=sentence):
        read_text(data, "a.txt")
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "line", ["開催日：令和５年６月１日", "最終更新日：令和５年６月１日", "Last updated: 1 June 2023"]
)
def test_the_day_of_a_meeting_or_an_update_is_not_the_day_of_publication(line: str) -> None:
    assert read_text(f"会合について\n{line}\n".encode(), "a.txt").published is None


def test_the_end_of_a_sentence_and_a_day_within_the_period_are_no_day_of_publication() -> None:
    sentence = "The Office accepted the first notices of its counterpart in Seoul as of\n17 July 2023.\n"
    assert read_text(sentence.encode(), "a.txt").published is None
    covered = "Annual report\nFrom 1 April 2023 to 31 March 2024\n\n5 July 2023\n"
    document = read_text(covered.encode(), "a.txt")
    assert document.published is None
    assert document.period is not None


@pytest.mark.parametrize("named", ["Annual Report 2023/24", "Annual Report 2023-2024", "Activity report for 2023"])
def test_a_day_in_the_year_of_an_annual_report_is_not_that_of_its_publication(named: str) -> None:
    assert read_text(f"{named}\n\nThe year in dates\n\n5 July 2023\n".encode(), "a.txt").published is None
    issued = read_text(f"{named}\n\n5 July 2024\n".encode(), "a.txt").published
    assert issued is not None and issued.isoformat() == "2024-07-05"
