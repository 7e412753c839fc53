"""Graphs that people write: each change is an edition; the build's graphs and the other view stay out of reach."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from graph.errors import BadQuery, InvalidGraph, NotFound
from graph.model import Disclosure
from graph.store.dataset import Dataset
from graph.store.limits import QueryLimits
from graph.store.manifest import DEFAULT_GRAPH
from graph.store.protection import OtherDisclosure, ProtectedGraph
from graph.store.user_graphs import Author, Update, add_to_graph, delete_graph, put_graph, update_graphs
from tests.graph.store.small_dataset import BASE, graph_name, publish_labels
from tests.graph.store.test_disclosure import files_with

AUTHOR = Author("a curator", BASE)
MINE = NamedNode("http://example.org/mine")
NOTES = NamedNode(f"{BASE}graph/user/notes")
P = NamedNode("http://e/p")
SECRET = "Quillfeather protocol"  # noqa: S105 - words of a document, no password


def triple(word: str) -> Triple:
    """A statement."""
    return Triple(NamedNode("http://e/s"), P, Literal(word))


def words(dataset: Dataset, view: Disclosure = "public", graph: NamedNode | DefaultGraph | None = None) -> list[str]:
    """The literals in one view of the edition being served."""
    store = Store.read_only(str(dataset.edition().store_path(view)))
    found = store.quads_for_pattern(None, None, None, graph)
    return sorted(quad.object.value for quad in found if isinstance(quad.object, Literal))


def test_a_graph_is_put_added_to_and_deleted(dataset: Dataset) -> None:
    publish_labels(dataset, "facts", "shipped")
    first = put_graph(dataset, MINE, [triple("one")], "public", AUTHOR)
    assert first.created
    assert not put_graph(dataset, MINE, [triple("two")], "public", AUTHOR).created
    add_to_graph(dataset, MINE, [triple("three")], "public", AUTHOR)
    assert words(dataset, graph=MINE) == ["three", "two"]
    assert words(dataset) == ["shipped", "three", "two"]
    gone = delete_graph(dataset, MINE, AUTHOR)
    assert words(dataset) == ["shipped"]
    assert gone.manifest.id == dataset.current_id()
    assert dataset.edition().verify() == []
    assert dataset.audit()[-1]["who"] == "a curator"
    with pytest.raises(NotFound):
        delete_graph(dataset, MINE, AUTHOR)


def test_the_index_goes_along_as_it_is(dataset: Dataset) -> None:
    publish_labels(dataset, "facts", "shipped")
    before = dataset.edition().index_path("public") / "words.txt"
    put_graph(dataset, NOTES, [triple("one")], "public", AUTHOR)
    after = dataset.edition().index_path("public") / "words.txt"
    assert before.stat().st_ino == after.stat().st_ino


def test_putting_the_same_again_makes_no_edition(dataset: Dataset) -> None:
    one = put_graph(dataset, MINE, [triple("one")], "public", AUTHOR)
    again = put_graph(dataset, MINE, [triple("one")], "public", AUTHOR)
    assert (again.manifest.id, again.graphs) == (one.manifest.id, ())


def test_the_graphs_of_the_build_are_refused(dataset: Dataset) -> None:
    publish_labels(dataset, "facts", "shipped")
    facts = graph_name("facts")
    everywhere = "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }"
    disguised = f"PREFIX g: <{BASE}graph/> INSERT DATA {{ GRAPHg:facts {{ <a:a> <b:b> 1 }} }}"
    for change in (
        lambda: put_graph(dataset, facts, [], "public", AUTHOR),
        lambda: add_to_graph(dataset, facts, [triple("more")], "public", AUTHOR),
        lambda: delete_graph(dataset, facts, AUTHOR),
        lambda: update_graphs(dataset, Update(f"CLEAR GRAPH {facts}"), AUTHOR),
        lambda: update_graphs(dataset, Update("DROP ALL"), AUTHOR),
        lambda: update_graphs(dataset, Update(everywhere), AUTHOR),
        lambda: update_graphs(dataset, Update(disguised), AUTHOR),
    ):
        with pytest.raises(ProtectedGraph) as refused:
            change()
        assert facts.value in refused.value.en
    assert words(dataset) == ["shipped"]


def test_an_update_is_done_whole_or_not_at_all(dataset: Dataset) -> None:
    put_graph(dataset, MINE, [triple("one")], "public", AUTHOR)
    before = dataset.current_id()
    insert = f"INSERT DATA {{ GRAPH {MINE} {{ <http://e/s> <http://e/p> 'two' }} }}"
    with pytest.raises(BadQuery):
        update_graphs(dataset, Update(f"{insert} ; CREATE GRAPH {MINE}"), AUTHOR)
    assert dataset.current_id() == before
    written = update_graphs(dataset, Update(insert), AUTHOR)
    assert written.graphs == (MINE.value,)
    assert words(dataset) == ["one", "two"]


def test_an_update_that_takes_too_long_is_ended(dataset: Dataset) -> None:
    many = " ".join(f"<http://e/{n}> <http://e/p> {n} ." for n in range(300))
    update_graphs(dataset, Update(f"INSERT DATA {{ {many} }}"), AUTHOR)
    endless = "INSERT { ?a ?b 1 } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c = ?l + 1000) }"
    before = dataset.current_id()
    with pytest.raises(Exception, match="longer than 1 seconds"):
        update_graphs(dataset, Update(endless, limits=QueryLimits(seconds=1)), AUTHOR)
    assert dataset.current_id() == before


def test_the_unnamed_graph_can_be_written(dataset: Dataset) -> None:
    assert put_graph(dataset, DefaultGraph(), [triple("one")], "public", AUTHOR).created
    assert words(dataset, graph=DefaultGraph()) == ["one"]
    assert dataset.edition().manifest.public.graphs[DEFAULT_GRAPH].quads == 1
    delete_graph(dataset, DefaultGraph(), AUTHOR)
    assert words(dataset) == []


def test_blank_nodes_get_names(dataset: Dataset) -> None:
    put_graph(dataset, MINE, [Triple(BlankNode("x"), P, Literal("one"))], "public", AUTHOR)
    update_graphs(dataset, Update("INSERT DATA { _:x <http://e/p> 'two' }"), AUTHOR)
    for quad in Store.read_only(str(dataset.edition().store_path("public"))):
        assert isinstance(quad.subject, NamedNode)
        assert quad.subject.value.startswith(f"{BASE}.well-known/genid/")


def test_a_quoted_triple_is_refused_and_leaves_nothing(dataset: Dataset) -> None:
    put_graph(dataset, MINE, [triple("one")], "public", AUTHOR)
    with pytest.raises(InvalidGraph):
        add_to_graph(dataset, MINE, [Triple(NamedNode("http://e/s"), P, triple("x"))], "public", AUTHOR)
    assert words(dataset) == ["one"]


def test_what_is_written_for_staff_is_in_no_public_file(dataset: Dataset) -> None:
    put_graph(dataset, MINE, [triple("shown")], "public", AUTHOR)
    put_graph(dataset, NOTES, [triple(SECRET)], "internal", AUTHOR)
    insert = f"INSERT DATA {{ GRAPH {NOTES} {{ <http://e/s> <http://e/p> '{SECRET} two' }} }}"
    update_graphs(dataset, Update(insert, disclosure="internal"), AUTHOR)
    edition = dataset.edition()
    assert words(dataset) == ["shown"]
    assert words(dataset, "internal") == [SECRET, f"{SECRET} two", "shown"]
    assert files_with(edition.view_path("internal"), SECRET)
    assert not files_with(edition.view_path("public"), SECRET)


def test_a_public_update_neither_reads_nor_opens_what_is_internal(dataset: Dataset) -> None:
    put_graph(dataset, NOTES, [triple(SECRET)], "internal", AUTHOR)
    copy = f"INSERT {{ GRAPH {MINE} {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    update_graphs(dataset, Update(copy), AUTHOR)
    assert words(dataset) == []
    with pytest.raises(OtherDisclosure):
        update_graphs(dataset, Update(f"INSERT DATA {{ GRAPH {NOTES} {{ <a:a> <b:b> 1 }} }}"), AUTHOR)
    with pytest.raises(OtherDisclosure):
        add_to_graph(dataset, NOTES, [triple("more")], "public", AUTHOR)
    assert words(dataset, "internal") == [SECRET]


def test_what_becomes_internal_leaves_no_byte_behind(dataset: Dataset) -> None:
    put_graph(dataset, NOTES, [triple(SECRET)], "public", AUTHOR)
    put_graph(dataset, NOTES, [triple(SECRET)], "internal", AUTHOR)
    assert not files_with(dataset.edition().view_path("public"), SECRET)


def test_a_dump_is_loaded_as_if_its_graphs_were_written_one_by_one(dataset: Dataset) -> None:
    put_graph(dataset, MINE, [triple("会合"), triple("two\n"), triple('"three"')], "public", AUTHOR)
    known = dataset.edition().manifest.public.graphs
    file = dataset.path.parent / "dump.nq"
    quads = [Quad(*one, MINE) for one in (triple("会合"), triple("two\n"), triple('"three"'), triple("会合"))]
    file.write_text("".join(f"{quad} .\n" for quad in quads), encoding="utf-8")
    other = Dataset.open_or_create(dataset.path.parent / "other")
    with other.writer() as writer:
        assert writer.load(file) == 3
        assert writer.graphs("internal") == {MINE.value: known[MINE.value].sha256}
