"""Stored queries: headers, values bound as terms, rows as Python values."""

from __future__ import annotations

import datetime

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.store.queries import check_query, parse_query, stored_queries

XSD = "http://www.w3.org/2001/XMLSchema#"
HOSTILE = '"1" } UNION { ?a ?b ?c'
TEXT = """# purpose: what was said of a thing since a day
# parameter: thing iri
# parameter: since date optional
# column: day
# column: words
SELECT ?thing ?since ?day ?words {
  ?thing <http://e/day> ?day ; <http://e/words> ?words .
  BIND(COALESCE(?since, ?day) AS ?from)
  FILTER(?day >= ?from)
}
"""


@pytest.fixture
def store() -> Store:
    """Two things."""
    made = Store()
    for n in (1, 2):
        thing, graph = NamedNode(f"http://e/{n}"), NamedNode("http://e/g")
        day = Literal(f"2019-0{n}-01", datatype=NamedNode(f"{XSD}date"))
        made.add(Quad(thing, NamedNode("http://e/day"), day, graph))
        made.add(Quad(thing, NamedNode("http://e/words"), Literal(HOSTILE), graph))
    return made


def test_values_are_bound_as_terms_and_rows_are_python(store: Store) -> None:
    query = parse_query("said", TEXT)
    assert check_query(query) == []
    assert list(query.rows(store, thing="http://e/1")) == [(datetime.date(2019, 1, 1), HOSTILE)]
    assert list(query.rows(store, thing="http://e/1", since=datetime.date(2019, 2, 1))) == []


@pytest.mark.parametrize("values", [{}, {"thing": "http://e/1", "other": 1}, {"thing": 1}])
def test_parameters_are_as_the_header_says(store: Store, values: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"said|thing"):
        parse_query("said", TEXT).rows(store, **values)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * {}",
        "# purpose:\nASK {}",
        "# purpose: x\n# parameter: a\nASK {}",
        "# purpose: x\n# parameter: a colour\nASK {}",
    ],
)
def test_a_header_that_is_not_right_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="q"):
        parse_query("q", text)


def test_a_query_that_is_not_what_its_header_says_is_told() -> None:
    assert check_query(parse_query("q", TEXT.replace("# column: day\n", "")))
    assert check_query(parse_query("q", "# purpose: x\n# column: a\nASK {}"))
    assert check_query(parse_query("q", "# purpose: x\nSELECT {"))


def test_every_query_that_is_shipped_is_right() -> None:
    assert [wrong for query in stored_queries().values() for wrong in check_query(query)] == []


def test_truth_and_triples(store: Store) -> None:
    assert parse_query("q", "# purpose: x\nASK { ?s ?p ?o }").ask(store)
    triples = parse_query("q", "# purpose: x\nCONSTRUCT { ?s <http://e/said> ?o } WHERE { ?s <http://e/words> ?o }")
    assert len(list(triples.triples(store))) == 2
    with pytest.raises(ValueError, match="not a SELECT"):
        triples.rows(store)
