"""The content hash of a graph, and what may not stand in one."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from graph.errors import InvalidGraph
from graph.store.content import graph_content
from tests.graph.store.small_dataset import LABEL, graph_name, labels

GRAPH = graph_name("a")
THING = NamedNode("https://w3id.org/sankyoku/id/thing/1")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))), st.randoms(use_true_random=False))
def test_the_hash_does_not_depend_on_order_or_repetition(words: list[str], order: random.Random) -> None:
    quads = labels(GRAPH, *words)
    shuffled = quads * 2
    order.shuffle(shuffled)
    assert graph_content(GRAPH, quads) == graph_content(GRAPH, shuffled)


def test_the_hash_is_that_of_the_sorted_lines() -> None:
    lines = (
        f'<{THING.value}> <{LABEL.value}> "三極" .\n'.encode(),
        f'<{THING.value}> <{LABEL.value}> "poles"@en .\n'.encode(),
    )
    content = graph_content(
        GRAPH, [Triple(THING, LABEL, Literal("三極")), Triple(THING, LABEL, Literal("poles", language="en"))]
    )
    assert content.sha256 == hashlib.sha256(b"".join(sorted(lines))).hexdigest()


def test_the_hash_does_not_depend_on_the_name_of_the_graph() -> None:
    other = graph_name("b")
    assert graph_content(GRAPH, labels(GRAPH, "x")).sha256 == graph_content(other, labels(other, "x")).sha256


def test_statements_without_a_graph_get_it() -> None:
    for statement in (Triple(THING, LABEL, THING), Quad(THING, LABEL, THING)):
        assert graph_content(GRAPH, [statement]).quads == {Quad(THING, LABEL, THING, GRAPH)}


@pytest.mark.parametrize(
    "statement",
    [
        Triple(BlankNode(), LABEL, THING),
        Triple(THING, LABEL, BlankNode()),
        Triple(THING, LABEL, Triple(THING, LABEL, THING)),
        Quad(THING, LABEL, THING, graph_name("b")),
        Quad(THING, LABEL, THING, BlankNode()),
    ],
)
def test_what_has_no_name_or_another_graph_is_refused(statement: Quad | Triple) -> None:
    with pytest.raises(InvalidGraph) as refused:
        graph_content(GRAPH, [statement])
    assert GRAPH.value in refused.value.message("ja")
    assert refused.value.report == str(statement)
