"""Pages of a text: by form feeds, or by the mark that text taken from a PDF leaves."""

from __future__ import annotations

import pytest

from graph.sources.text import read_text


def pages(text: str) -> list[int]:
    return [line.page for line in read_text(text.encode(), "a.txt").lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\fc\nd", [1, 1, 2, 2]),
        ("a\f\nb", [1, 2]),
        ("a\n\f\f b", [1, 3]),
        ("a\nb", [1, 1]),
    ],
)
def test_form_feeds_turn_the_page(text: str, expected: list[int]) -> None:
    assert pages(text) == expected


def test_in_double_spaced_text_a_line_that_follows_at_once_with_a_space_begins_a_page() -> None:
    page = "\n\n".join(f" {n}行目の文章" for n in range(15))
    found = pages(f"{page}\n{page}\n{page}")
    assert (found[0], found[-1], len(set(found))) == (1, 3, 3)


def test_in_ordinary_text_a_leading_space_means_nothing() -> None:
    assert set(pages("\n".join(f" {n}行目" for n in range(60)))) == {1}
