"""Widths and line ends in Japanese and Latin script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from visualizations.lettering import NEVER_FIRST, NEVER_LAST, balanced_lines, break_lines, shorten, width

WORDS = st.text(alphabet="個人情報保護委員会データ流通（）「」、。・ー第1回年月 abcxyz-", max_size=60)


def test_a_wide_character_takes_a_square_and_a_mark_over_a_letter_nothing() -> None:
    assert width("会", 10) == width("あ", 10) > width("a", 10)
    assert width("e\u0301", 10) == width("e", 10)


@given(WORDS, st.integers(60, 240))
def test_lines_fit_and_hold_every_character_in_order(words: str, room: int) -> None:
    lines = break_lines(words, room, 11)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(width(line, 11) <= room or len(line) <= 3 for line in lines)


def test_closing_marks_do_not_begin_a_line_and_opening_ones_do_not_end_one() -> None:
    lines = break_lines("個人情報の保護に関する法律（以下「法」という。）の運用について、意見交換を行った。", 110, 11)
    assert len(lines) > 3
    assert not any(line[0] in NEVER_FIRST for line in lines) and not any(line[-1] in NEVER_LAST for line in lines)


def test_balancing_does_not_cut_a_word_that_fitted() -> None:
    assert balanced_lines("Philippines, in person", 106, 10.5, most=2) == ("Philippines,", "in person")


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert shorten("長い題名" * 40, 80, 10).endswith("…")
    assert width(shorten("長い題名" * 40, 80, 10), 10) <= 80
    assert shorten("短い", 80, 10) == "短い"
