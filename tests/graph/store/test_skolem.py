"""Blank nodes get names on the way in and lose them on the way out."""

from __future__ import annotations

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad

from graph.store.skolem import Skolemiser, without_names

BASE = "https://w3id.org/sankyoku/"
P = NamedNode("http://e/p")
A, B = BlankNode("a"), BlankNode("b")
QUADS = [Quad(A, P, B), Quad(B, P, Literal("x")), Quad(NamedNode("http://e/s"), P, A)]


def test_one_node_has_one_name_and_named_things_keep_theirs() -> None:
    first, second, third = Skolemiser(BASE).named(QUADS)
    assert isinstance(first.subject, NamedNode)
    assert first.subject.value.startswith(f"{BASE}.well-known/genid/")
    assert (first.object, first.subject) == (second.subject, third.object)
    assert third.subject == NamedNode("http://e/s")


def test_the_same_label_in_two_uploads_is_two_nodes() -> None:
    one, other = (next(Skolemiser(BASE).named(QUADS)) for _ in range(2))
    assert one.subject != other.subject


def test_what_was_put_is_what_is_got() -> None:
    back = without_names((quad.triple for quad in Skolemiser(BASE).named(QUADS)), BASE)
    graphs = [Dataset(Quad(*one) for one in back), Dataset(QUADS)]
    for graph in graphs:
        graph.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    assert graphs[0] == graphs[1]
