"""What an update may write, and with which dataset it reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInput, BadQuery
from graph.store.updating import ANY, admit_update, keeping_empty_graphs, operations, targets, with_dataset

WHERE = "WHERE { GRAPH ?g { ?s ?p ?o } }"


@pytest.mark.parametrize(
    ("text", "graphs"),
    [
        ("INSERT DATA { <s:s> <p:p> 1 }", set()),
        ("INSERT DATA { GRAPH <g:1> { <s:s> <p:p> 1 } }", {"g:1"}),
        (f"WITH <g:1> DELETE {{ ?s ?p ?o }} {WHERE}", {"g:1"}),
        (f"DELETE {{ GRAPH <g:1> {{ ?s ?p ?o }} }} INSERT {{ GRAPH <g:2> {{ ?s ?p ?o }} }} {WHERE}", {"g:1", "g:2"}),
        ("MOVE SILENT GRAPH <g:1> TO DEFAULT ; CLEAR GRAPH <g:2>", {"g:1", "g:2"}),
        ("DELETE WHERE { GRAPH <g:1> { ?s ?p ?o } }", {"g:1"}),
    ],
)
def test_the_graphs_that_are_named_are_the_targets(text: str, graphs: set[str]) -> None:
    assert targets(text) == graphs


@pytest.mark.parametrize(
    "text",
    [
        "CLEAR ALL",
        "drop silent named",
        f"INSERT {{ GRAPH ?g {{ ?s ?p 1 }} }} {WHERE}",
        "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX e: <e:> INSERT DATA { GRAPH e:g { <s:s> <p:p> 1 } }",
        "PREFIX e: <e:> INSERT DATA { GRAPHe:g { <s:s> <p:p> 1 } }",
        r"INSERT DATA { GRAPH <g:\u0031> { <s:s> <p:p> 1 } }",
        "BASE <http://e/> INSERT DATA { GRAPH <g> { <s:s> <p:p> 1 } }",
    ],
)
def test_where_the_text_does_not_tell_it_may_be_any(text: str) -> None:
    assert targets(text) is ANY


def test_the_dataset_of_the_protocol_stands_before_every_where() -> None:
    text = "INSERT { ?s ?p 1 } WHERE { ?s ?p '}' } ; DELETE WHERE { ?s ?p 2 }"
    clause = "USING <g:1> USING NAMED <g:2> "
    assert with_dataset(text, ["g:1"], ["g:2"]) == (
        f"INSERT {{ ?s ?p 1 }} {clause}WHERE {{ ?s ?p '}}' }} ; DELETE {{ ?s ?p 2 }} {clause}WHERE {{ ?s ?p 2 }}"
    )
    assert with_dataset(text, [], []) == text


@pytest.mark.parametrize(
    "text", ["WITH <g:1> INSERT { ?s ?p 1 } WHERE { }", "INSERT { ?s ?p 1 } USING <g:1> WHERE { }"]
)
def test_two_datasets_are_an_error(text: str) -> None:
    with pytest.raises(BadInput, match="USING"):
        with_dataset(text, ["g:2"], [])


def test_a_graph_of_the_request_cannot_carry_more_than_a_name() -> None:
    with pytest.raises(BadInput):
        with_dataset("INSERT { ?s ?p 1 } WHERE { }", ["g:1> WHERE {} ; DROP ALL #"], [])


@pytest.mark.parametrize(
    "text",
    ["LOAD <http://e/>", "INSERT { ?s ?p 1 } WHERE { SERVICE <http://e/> { ?s ?p ?o } }", "SELECT * { ?s ?p ?o }"],
)
def test_what_fetches_or_asks_is_refused(text: str) -> None:
    with pytest.raises(BadQuery):
        admit_update(text)


def test_clearing_all_keeps_empty_graphs() -> None:
    assert keeping_empty_graphs("CLEAR SILENT ALL; DROP ALL") == "CLEAR SILENT DEFAULT ; CLEAR NAMED; DROP ALL"


@given(st.text(st.sampled_from("{};<>'\"# WHERE"), max_size=60))
def test_any_text_is_taken_apart_without_fail(text: str) -> None:
    list(operations(text))
    targets(text)
