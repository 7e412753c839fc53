"""What a text is, told without running it; above all, that no call to another server slips through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadQuery
from graph.store.sparql import admit, inspect, placed_tokens, tokens

CALLS = [
    "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }",
    "SELECT * { service silent ?x { ?s ?p ?o } }",
    "PREFIX e: <http://e/> SELECT * { SERVICE e:x { ?s ?p ?o } }",
    "PREFIX e: <http://e/> SELECT * { SERVICEe:x { ?s ?p ?o } }",
    "PREFIX : <http://e/> SELECT * { service:x { ?s ?p ?o } }",
    r"SELECT * { \u0053ERVICE <http://e/> { ?s ?p ?o } }",
    "SELECT * { ?a ?b ?c FILTER(?a<?b)SERVICE <http://e/> { } }",
    "PREFIX e: <http://e/> SELECT * { ?s ?p e:a.b.SERVICE <http://e/> { } }",
    "SELECT * { # a comment\n SERVICE # another\n <http://e/> { } }",
    "ASK { ?s ?p trueSERVICE <http://e/> { } }",
]
HARMLESS = [
    "SELECT * { ?s ?p 'SERVICE <http://e/> {' }",
    "SELECT * { ?s <http://e/service> ?service } # SERVICE <http://e/> { }",
    "PREFIX service: <http://e/> SELECT * { ?s service:of ?o }",
    "SELECT (COUNT(?service) AS ?n) { ?service ?p ?o }",
]


@pytest.mark.parametrize("text", CALLS)
def test_a_call_to_another_server_is_refused_in_every_disguise(text: str) -> None:
    with pytest.raises(BadQuery) as refused:
        admit(text)
    assert "SERVICE" in refused.value.en
    assert "SERVICE" in refused.value.ja


@pytest.mark.parametrize("text", HARMLESS)
def test_the_word_alone_is_no_call(text: str) -> None:
    assert not admit(text).service


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "select"),
        ("# from\nBASE <http://e/> PREFIX a: <http://select/#x> ask {}", "ask"),
        ("PREFIX construct: <http://e/> CONSTRUCT WHERE { ?s ?p ?o }", "construct"),
        ("describe <http://e/>", "describe"),
        ("PREFIX a: <http://e/> INSERT DATA { a:s a:p 1 }", "update"),
        ("", "unknown"),
        ("nonsense", "unknown"),
    ],
)
def test_the_form_is_the_first_keyword_after_the_prologue(text: str, form: str) -> None:
    assert inspect(text).form == form


def test_a_plain_query_is_told_as_a_long_look_tells_it() -> None:
    plain = "PREFIX a: <http://e/#> PREFIX b: <http://f/> SELECT * { ?s a:p b:o }"
    with_comment = f"# from load service\n{plain}"
    assert inspect(plain) == inspect(with_comment)
    assert inspect(plain).prefixes == (("a", "http://e/#"), ("b", "http://f/"))


def test_a_text_that_chooses_its_graphs_is_known() -> None:
    assert inspect("SELECT * FROM <http://g> { ?s ?p ?o }").dataset
    assert inspect("SELECT * FROM NAMED <http://g> { ?s ?p ?o }").dataset
    assert not inspect("SELECT * { ?s ?from 'FROM <http://g>' }").dataset


def test_an_update_is_no_query() -> None:
    with pytest.raises(BadQuery, match="update"):
        admit("DELETE WHERE { ?s ?p ?o }")


@given(st.text(max_size=200))
def test_any_text_is_read_whole_and_fails_nothing(text: str) -> None:
    inspect(text)
    for less_than in (False, True):
        read = list(placed_tokens(text, less_than=less_than))
        assert all(text.startswith(token.text, token.start) for token in read)
        assert [token.text for token in tokens(text, less_than=less_than)] == [token.text for token in read]
