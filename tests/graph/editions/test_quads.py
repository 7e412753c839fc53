"""Canonical lines: sorted by their bytes, whatever the order they come in and however few fit in memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.editions.quads import sorted_lines

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
QUADS = st.builds(
    lambda number, words, graph: Quad(
        NamedNode(f"urn:s{number}"), NamedNode("urn:p"), Literal(words), NamedNode(f"urn:g{graph}")
    ),
    st.integers(0, 5),
    WORDS,
    st.integers(0, 2),
)


@given(st.sets(QUADS, max_size=30), st.integers(1, 7))
def test_pieces_on_disk_give_the_same_lines(quads: set[Quad], at_once: int) -> None:
    whole = list(sorted_lines(quads))
    assert whole == sorted(whole) == list(sorted_lines(reversed(list(quads)), at_once))
    assert set(parse(b"".join(whole), format=RdfFormat.N_QUADS)) == quads
