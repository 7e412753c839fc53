"""The content hash of a graph, and what may not stand in one."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from graph.errors import InvalidGraph
from graph.store.content import Patch, changed_sum, graph_content, hash_of, stored_sum
from ontology.terms import XSD_DECIMAL
from tests.graph.store.small_dataset import LABEL, graph_name, labels

GRAPH = graph_name("a")
THING = NamedNode("https://w3id.org/sankyoku/id/thing/1")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))), st.randoms(use_true_random=False))
def test_the_hash_does_not_depend_on_order_or_repetition(words: list[str], order: random.Random) -> None:
    quads = labels(GRAPH, *words)
    shuffled = quads * 2
    order.shuffle(shuffled)
    assert graph_content(GRAPH, quads) == graph_content(GRAPH, shuffled)


def test_the_hash_is_that_of_the_sum_of_the_lines() -> None:
    lines = (
        f'<{THING.value}> <{LABEL.value}> "三極" .\n'.encode(),
        f'<{THING.value}> <{LABEL.value}> "poles"@en .\n'.encode(),
    )
    content = graph_content(
        GRAPH, [Triple(THING, LABEL, Literal("三極")), Triple(THING, LABEL, Literal("poles", language="en"))]
    )
    numbers = [int.from_bytes(hashlib.shake_128(line).digest(256), "little") for line in lines]
    assert content.sha256 == hashlib.sha256((sum(numbers) % 2**2048).to_bytes(256, "little")).hexdigest()


_WORDS = st.frozensets(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=8)


@given(_WORDS, _WORDS)
def test_a_change_leads_to_the_hash_of_what_it_makes(before: frozenset[str], after: frozenset[str]) -> None:
    old, new = graph_content(GRAPH, labels(GRAPH, *before)), graph_content(GRAPH, labels(GRAPH, *after))
    patch = Patch(removed=old.quads - new.quads, added=new.quads - old.quads)
    assert hash_of(changed_sum(old.total, patch)) == new.sha256


def test_a_graph_in_a_store_has_the_hash_of_its_content(tmp_path: Path) -> None:
    numbers = [Triple(THING, LABEL, Literal(written, datatype=XSD_DECIMAL)) for written in ("1.0", "0.950")]
    content = graph_content(GRAPH, [*labels(GRAPH, "三極", "line\nend", 'quote "'), *numbers])
    store = Store()
    store.extend(content.quads)
    assert stored_sum(store, GRAPH, tmp_path) == (content.total, 5)
    assert frozenset(store) == content.quads
    assert list(tmp_path.iterdir()) == []


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
