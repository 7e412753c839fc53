"""Calls of other servers are found in a query, and their answers put in their place."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from pyoxigraph import QuerySolutions, Store

from graph.errors import BadQuery
from graph.store.federation import LONGEST, MOST_CALLS, block_of, calls_of, inlined, may_call
from graph.store.sparql import admit

BASE = "https://w3id.org/sankyoku/"
JSON = "application/sparql-results+json"


def table(*rows: dict[str, dict[str, str]], names: tuple[str, ...] = ("x", "y")) -> bytes:
    """An answer in SPARQL JSON."""
    return json.dumps({"head": {"vars": names}, "results": {"bindings": rows}}).encode()


def rows_of(query: str) -> list[list[str | None]]:
    """The rows of a query on nothing."""
    found = Store().query(query)
    assert isinstance(found, QuerySolutions)
    return [[None if cell is None else str(cell) for cell in row] for row in found]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c SERVICE <http://e/s> { ?s ?p '}' # }\n } }",
        "PREFIX e: <http://e/> SELECT * { OPTIONAL { SERVICE SILENT e:s { ?s ?p ?o { ?s ?q ?r } } } }",
        "SELECT * { service\n<http://e/s>{ SELECT ?s { ?s ?p ?o } LIMIT 3 } }",
    ],
)
def test_a_call_is_found_whole(query: str) -> None:
    (call,) = calls_of(query, BASE)
    assert call.address == "http://e/s"
    assert call.silent == ("SILENT" in query)
    Store().query(call.query)  # what is asked there is a query
    left = inlined(query, [call], ["VALUES (?s) { (1) }"])
    assert not admit(left).service
    assert rows_of(left) is not None


def test_what_only_looks_like_a_call_is_none() -> None:
    assert calls_of("SELECT * { ?s ?p 'SERVICE <http://e/> { }' } # SERVICE <http://e/> { }", BASE) == []
    assert calls_of("PREFIX service: <http://e/> SELECT * { ?s service:x ?service }", BASE) == []
    assert not may_call("SELECT * { ?s ?p ?o }")
    assert not may_call("SERVICE" + " " * LONGEST)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE ?where { ?s ?p ?o } }",
        "PREFIX e: <http://e/> SELECT * { SERVICE e:a\\-b { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://e/> { SERVICE <http://f/> { ?s ?p ?o } } }",
        "SELECT * { " + "SERVICE <http://e/> { ?s ?p ?o } " * (MOST_CALLS + 1) + "}",
    ],
)
def test_what_cannot_be_bounded_is_refused(query: str) -> None:
    with pytest.raises(BadQuery, match="SERVICE"):
        calls_of(query, BASE)


@pytest.mark.parametrize(
    "part", ["SERVICE <http://e/> { ", "{ SERVICE ", "SERVICE SILENT { } ", "} service <a> {", "{"]
)
def test_a_text_made_to_take_long_does_not(part: str) -> None:
    began = time.process_time()
    with contextlib.suppress(BadQuery):
        calls_of("SELECT * " + part * (LONGEST // len(part)), BASE)
    assert time.process_time() - began < 2


def test_relative_names_are_those_of_the_asker() -> None:
    (call,) = calls_of("SELECT * { SERVICE <http://e/s> { <id/x> ?p ?o } }", BASE)
    assert call.query.startswith(f"BASE <{BASE}>")
    (call,) = calls_of("BASE <http://own/> SELECT * { SERVICE <http://e/s> { <id/x> ?p ?o } }", BASE)
    assert BASE not in call.query


def test_every_kind_of_cell_comes_through() -> None:
    literal = {"type": "literal", "value": 'a "quoted"\n\\ 会合', "xml:lang": "ja"}
    number = {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    blank, iri = {"type": "bnode", "value": "b1"}, {"type": "uri", "value": "http://e/x"}
    block = block_of(table({"x": literal, "y": number}, {"x": blank, "y": blank}, {"y": iri}), JSON)
    told = rows_of(f"SELECT ?x ?y {{ {block} }}")
    assert told[0] == ['"a \\"quoted\\"\\n\\\\ 会合"@ja', '"5"^^<http://www.w3.org/2001/XMLSchema#integer>']
    assert told[1][0] == told[1][1] and str(told[1][0]).startswith("<urn:uuid:")
    assert told[2] == [None, "<http://e/x>"]
    assert rows_of(f"SELECT ?x {{ {block_of(table(), JSON)} }}") == []
    assert len(rows_of(f"SELECT * {{ {block_of(table({}, {}, names=()), JSON)} }}")) == 2


@pytest.mark.parametrize(
    "value", ["http://e/x> } SERVICE <http://inside/> { ?a ?b ?c", "not an iri", "http://e/\u0000", "http://e/>"]
)
def test_an_answer_cannot_write_into_the_query(value: str) -> None:
    try:
        block = block_of(table({"x": {"type": "uri", "value": value}}), JSON)
    except (SyntaxError, ValueError):
        return
    assert not admit(f"SELECT * {{ {block} }}").service


@pytest.mark.parametrize(
    ("answer", "media_type"),
    [(b"<html>", "text/html"), (b'{"head":{},"boolean":true}', JSON), (b'{"head":', JSON), (b"", JSON), (b"x", "")],
)
def test_what_is_no_table_is_told(answer: bytes, media_type: str) -> None:
    with pytest.raises((SyntaxError, ValueError)):
        block_of(answer, media_type)
