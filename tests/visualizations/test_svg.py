"""The SVG writer escapes everything, and CSS strings cannot end themselves."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from visualizations.page import css_string
from visualizations.svg import element, number, plain, text
from visualizations.vis import script_safe


@given(st.text(max_size=60))
def test_any_words_come_back_from_a_parser_as_they_were(words: str) -> None:
    drawn = element("text", words, x=1.04, title=words)
    read = ElementTree.fromstring(drawn)  # noqa: S314 - our own output
    assert (read.text or "").replace("\r\n", "\n").replace("\r", "\n") == plain(words).replace("\r\n", "\n").replace(
        "\r", "\n"
    )


@given(st.text(max_size=60))
def test_words_in_a_style_end_neither_the_string_nor_the_element(words: str) -> None:
    written = css_string(words)
    assert "<" not in written and "\n" not in written and '"' not in written[1:-1]


@given(st.text(max_size=60))
def test_data_cannot_end_their_script(words: str) -> None:
    assert not set("<>&") & set(str(script_safe(words)))


def test_numbers_are_short() -> None:
    assert [number(value) for value in (1.0, 0.04, -0.04, 12.349)] == ["1", "0", "0", "12.3"]
    assert text("a", 1, 2, 11) == '<text x="1" y="2" font-size="11">a</text>'
