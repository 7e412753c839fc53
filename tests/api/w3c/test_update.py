"""SPARQL 1.1 Update: evaluation tests after the W3C's groups, over HTTP.

Each case is written anew: what the store holds, the update, what it holds then, in TriG (``:`` is one namespace,
the unnamed graph stands outside braces). The names are those of the W3C's groups and tests.
"""

from __future__ import annotations

from typing import NamedTuple

import httpx2
import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse

NS = "http://example.org/"
PREFIX = f"PREFIX : <{NS}> "


class Case(NamedTuple):
    """What is there, what is done, what is there then."""

    before: str
    update: str
    after: str


THREE = ":g1 { :a :p 1 } :g2 { :b :p 2 }"
ALL = f":d :p 0 . {THREE}"
CASES = {
    # basic-update
    "insert-data-spo1": Case("", "INSERT DATA { :s :p :o }", ":s :p :o ."),
    "insert-data-named1": Case("", "INSERT DATA { GRAPH :g1 { :s :p :o } }", ":g1 { :s :p :o }"),
    "insert-data-named2": Case(
        THREE, "INSERT DATA { GRAPH :g1 { :s :p :o } }", ":g1 { :a :p 1 . :s :p :o } :g2 { :b :p 2 }"
    ),
    "insert-01": Case(":s :p 1 .", "INSERT { ?s :q ?o } WHERE { ?s :p ?o }", ":s :p 1 ; :q 1 ."),
    "insert-02": Case(":s :p 1 .", "INSERT { GRAPH :g1 { ?s :q ?o } } WHERE { ?s :p ?o }", ":s :p 1 . :g1 { :s :q 1 }"),
    "insert-using-01": Case(ALL, "INSERT { ?s :q ?o } USING :g1 WHERE { ?s :p ?o }", f":d :p 0 . :a :q 1 . {THREE}"),
    "insert-where-same-bnode": Case(
        ":s :q 1 .", "INSERT { _:b :p ?o } WHERE { ?s :q ?o } ; INSERT { _:b :p ?o } WHERE { ?s :q ?o }", ":s :q 1 ."
    ),
    # delete, delete-data, delete-where
    "dawg-delete-01": Case(":a :p 1 . :b :p 2 .", "DELETE { ?s :p 1 } WHERE { ?s :p 1 }", ":b :p 2 ."),
    "dawg-delete-with-01": Case(
        ALL, "WITH :g1 DELETE { ?s :p ?o } WHERE { ?s :p ?o }", ":d :p 0 . :g2 { :b :p 2 } :g1 {}"
    ),
    "dawg-delete-using-01": Case(
        ":a :p 1 . :b :p 2 . :g1 { :a :p 1 }",
        "DELETE { ?s :p ?o } USING :g1 WHERE { ?s :p ?o }",
        ":b :p 2 . :g1 { :a :p 1 }",
    ),
    "dawg-delete-data-01": Case(":a :p 1, 2 .", "DELETE DATA { :a :p 1 }", ":a :p 2 ."),
    "dawg-delete-data-03": Case(ALL, "DELETE DATA { GRAPH :g2 { :b :p 2 } }", ":d :p 0 . :g1 { :a :p 1 } :g2 {}"),
    "dawg-delete-where-01": Case(":a :p 1 ; :q 2 .", "DELETE WHERE { :a :p ?o }", ":a :q 2 ."),
    "dawg-delete-where-02": Case(ALL, "DELETE WHERE { GRAPH :g1 { ?s ?p ?o } }", ":d :p 0 . :g1 {} :g2 { :b :p 2 }"),
    # delete-insert
    "dawg-delete-insert-01": Case(
        ":a :knows :b . :b :knows :c .",
        "DELETE { ?a :knows ?b } INSERT { ?b :knows ?a } WHERE { ?a :knows ?b }",
        ":b :knows :a . :c :knows :b .",
    ),
    "dawg-delete-insert-03": Case(
        ":a :p 1 .", "DELETE { ?s :p ?o } INSERT { ?s :p ?n } WHERE { ?s :p ?o BIND(?o + 1 AS ?n) }", ":a :p 2 ."
    ),
    # clear, drop
    "dawg-clear-default-01": Case(ALL, "CLEAR DEFAULT", THREE),
    "dawg-clear-graph-01": Case(ALL, "CLEAR GRAPH :g1", ":d :p 0 . :g1 {} :g2 { :b :p 2 }"),
    "dawg-clear-named-01": Case(ALL, "CLEAR NAMED", ":d :p 0 . :g1 {} :g2 {}"),
    "dawg-clear-all-01": Case(ALL, "CLEAR ALL", ":g1 {} :g2 {}"),
    "dawg-drop-graph-01": Case(ALL, "DROP GRAPH :g1", ":d :p 0 . :g2 { :b :p 2 }"),
    "dawg-drop-named-01": Case(ALL, "DROP NAMED", ":d :p 0 ."),
    "dawg-drop-all-01": Case(ALL, "DROP ALL", ""),
    # add, copy, move
    "add01": Case(ALL, "ADD DEFAULT TO :g1", ":d :p 0 . :g1 { :a :p 1 . :d :p 0 } :g2 { :b :p 2 }"),
    "add04": Case(ALL, "ADD :g1 TO :g3", f"{ALL} :g3 {{ :a :p 1 }}"),
    "copy01": Case(ALL, "COPY DEFAULT TO :g1", ":d :p 0 . :g1 { :d :p 0 } :g2 { :b :p 2 }"),
    "copy03": Case(ALL, "COPY :g1 TO :g2", ":d :p 0 . :g1 { :a :p 1 } :g2 { :a :p 1 }"),
    "move01": Case(ALL, "MOVE DEFAULT TO :g1", ":g1 { :d :p 0 } :g2 { :b :p 2 }"),
    "move03": Case(ALL, "MOVE :g1 TO :g2", ":d :p 0 . :g2 { :a :p 1 }"),
    # update-silent
    "create-silent": Case(ALL, "CREATE SILENT GRAPH :g1", ALL),
    "clear-silent": Case(ALL, "CLEAR SILENT GRAPH :g9", ALL),
    "drop-silent": Case(ALL, "DROP SILENT GRAPH :g9", ALL),
    "copy-silent": Case(THREE, "COPY SILENT :g9 TO :g9", THREE),
}
REFUSED = {
    "load-silent": "LOAD SILENT <http://example.org/x> INTO GRAPH :g1",  # nothing is ever fetched from elsewhere
    "create-existing": "CREATE GRAPH :g1",
    "clear-missing": "CLEAR GRAPH :g9",
    "service": "INSERT { ?s ?p ?o } WHERE { SERVICE <http://example.org/sparql> { ?s ?p ?o } }",
}


def quads(trig: str) -> set[Quad]:
    """TriG as quads, with blank nodes known by their own content (here each has one statement)."""
    found = parse(f"PREFIX : <{NS}> {trig}", format=RdfFormat.TRIG)
    return {quad for quad in found if not isinstance(quad.subject, BlankNode)}


def held(client: httpx2.Client) -> tuple[set[Quad], set[str]]:
    """Everything in the store, and the named graphs that there are."""
    listed = client.get("/graphs").json()["graphs"]
    found: set[Quad] = set()
    named = {one["graph"] for one in listed if one["graph"].startswith("http")}
    for graph in (DefaultGraph(), *map(NamedNode, sorted(named))):
        where = {"default": ""} if isinstance(graph, DefaultGraph) else {"graph": graph.value}
        content = client.get("/graphs", params={**where, "format": "nt"}).content
        found |= {
            Quad(one.subject, one.predicate, one.object, graph)
            for one in parse(content, format=RdfFormat.N_TRIPLES)
            if not isinstance(one.subject, BlankNode)
        }
    return found, named


@pytest.mark.parametrize("name", CASES)
def test_update(client: httpx2.Client, name: str) -> None:
    case = CASES[name]
    data = "".join(_data(quad) for quad in quads(case.before))
    text = f"{PREFIX} DROP ALL ; INSERT DATA {{ {data} }} ; {case.update}"
    client.post("/update", data={"update": text}).raise_for_status()
    found, named = held(client)
    assert found == quads(case.after)
    if "bnode" in name:
        rows = client.get("/sparql", params={"query": f"SELECT ?s {{ ?s <{NS}p> 1 }}"}).json()["results"]["bindings"]
        assert len(rows) == 2, "the same label in two operations is two nodes"
    expected = {part.split()[-1].replace(":", NS) for part in case.after.split("{")[:-1]}
    assert named == expected, "empty graphs stay, dropped ones go"


@pytest.mark.parametrize("name", REFUSED)
def test_refused_update_leaves_nothing(client: httpx2.Client, name: str) -> None:
    client.post("/update", data={"update": f"{PREFIX} DROP ALL ; INSERT DATA {{ GRAPH :g1 {{ :a :p 1 }} }}"})
    before = held(client)
    response = client.post("/update", data={"update": f"{PREFIX} INSERT DATA {{ :x :p 1 }} ; {REFUSED[name]}"})
    assert response.status_code == 400
    assert held(client) == before


def _data(quad: Quad) -> str:
    if isinstance(quad.graph_name, DefaultGraph):
        return f"{quad.triple} . "
    return f"GRAPH {quad.graph_name} {{ {quad.triple} }} "
