"""SPARQL 1.1 Protocol: the W3C's tests (by their names), over HTTP.

Written anew from the test descriptions at https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/.
Where a test says ``/sparql`` for both operations, ours are ``/sparql`` and ``/update``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

import httpx2
import pytest
from pyoxigraph import QueryResultsFormat, parse_query_results

DATA = "http://kasei.us/2009/09/sparql/data/"
ONE, TWO, THREE = (f"{DATA}data{number}.rdf" for number in (1, 2, 3))
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
FORM = "application/x-www-form-urlencoded"
RESULTS = {"application/sparql-results+json", "application/sparql-results+xml"}
TABLES = RESULTS | {"text/csv", "text/tab-separated-values"}
GRAPHS = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"}
Pairs = Sequence[tuple[str, str]]


def documents() -> str:
    """INSERT DATA of three graphs, each of which says that it is a document."""
    graphs = " ".join(f"GRAPH <{one}> {{ <{one}> a foaf:Document }}" for one in (ONE, TWO, THREE))
    prefixes = "PREFIX dc: <http://purl.org/dc/terms/> PREFIX foaf: <http://xmlns.com/foaf/0.1/>"
    return f"{prefixes} DROP ALL ; INSERT DATA {{ {graphs} }}"


@pytest.fixture(autouse=True, scope="module")
def data(client: httpx2.Client) -> None:
    """The data that the query tests ask for."""
    send(client, "/update", documents(), UPDATE).raise_for_status()


def send(client: httpx2.Client, path: str, text: str, media: str, pairs: Pairs = ()) -> httpx2.Response:
    """A direct POST."""
    address = f"{path}?{urlencode(pairs)}" if pairs else path
    return client.post(address, content=text.encode(), headers={"Content-Type": media})


def is_true(response: httpx2.Response) -> bool:
    """Whether a response is the answer yes."""
    assert response.status_code == 200, response.text
    media = response.headers["content-type"].partition(";")[0]
    assert media in RESULTS
    return bool(parse_query_results(response.content, format=QueryResultsFormat.from_media_type(media)))


def asks(*graphs: str) -> str:
    """A query for documents, each in a graph of its own."""
    groups = (f"GRAPH ?g{number} {{ <{one}> a ?type }}" for number, one in enumerate(graphs))
    return f"ASK {{ {' '.join(groups)} }}"


BOTH = f"ASK {{ <{ONE}> a ?type . <{TWO}> a ?type }}"
DEFAULTS = [("default-graph-uri", ONE), ("default-graph-uri", TWO)]
NAMED = [("named-graph-uri", ONE), ("named-graph-uri", TWO)]
FULL = [("default-graph-uri", THREE), *NAMED]
FULL_QUERY = f"ASK {{ <{THREE}> a ?type GRAPH ?g1 {{ <{ONE}> a ?type }} GRAPH ?g2 {{ <{TWO}> a ?type }} }}"
OTHERS = f"ASK FROM NAMED <{THREE}> {{ GRAPH ?g1 {{ <{ONE}> a ?t }} GRAPH ?g2 {{ <{TWO}> a ?t }} }}"


def test_query_get(client: httpx2.Client) -> None:
    assert is_true(client.get("/sparql", params={"query": "ASK {}"}))


def test_query_post_form(client: httpx2.Client) -> None:
    address = f"/sparql?{urlencode([('default-graph-uri', DATA + 'data0.rdf')])}"
    assert is_true(client.post(address, data={"query": "ASK {}"}))


def test_query_post_direct(client: httpx2.Client) -> None:
    assert is_true(send(client, "/sparql", "ASK {}", QUERY))


@pytest.mark.parametrize("name", ["query_dataset_default_graphs_get", "query_dataset_named_graphs_get"])
def test_query_dataset_get(client: httpx2.Client, name: str) -> None:
    pairs, query = (DEFAULTS, BOTH) if "default" in name else (NAMED, asks(ONE, TWO))
    assert is_true(client.get(f"/sparql?{urlencode([('query', query), *pairs])}"))


@pytest.mark.parametrize(
    ("name", "pairs", "query"),
    [
        ("query_dataset_default_graphs_post", DEFAULTS, BOTH),
        ("query_dataset_named_graphs_post", NAMED, asks(ONE, TWO)),
        ("query_dataset_full", FULL, FULL_QUERY),
        ("query_multiple_dataset", NAMED, OTHERS),
    ],
)
def test_query_dataset_post(client: httpx2.Client, name: str, pairs: Pairs, query: str) -> None:
    assert is_true(send(client, "/sparql", query, QUERY, pairs)), name


@pytest.mark.parametrize(
    ("name", "query", "allowed"),
    [
        ("query_content_type_select", "SELECT (1 AS ?value) {}", TABLES),
        ("query_content_type_ask", "ASK {}", RESULTS),
        ("query_content_type_describe", "DESCRIBE <http://example.org/>", GRAPHS),
        ("query_content_type_construct", "CONSTRUCT { <s> <p> 1 } WHERE {}", GRAPHS),
    ],
)
def test_query_content_type(client: httpx2.Client, name: str, query: str, allowed: set[str]) -> None:
    response = send(client, "/sparql", query, QUERY)
    assert response.status_code == 200, name
    assert response.headers["content-type"].partition(";")[0] in allowed


INSERT = "INSERT {{ GRAPH <{graph}> {{ ?s a dc:BibliographicResource }} }} WHERE {{ {where} }}"
IN = "INSERT { GRAPH <http://example.org/full/> { ?s <http://example.org/in> ?in } } WHERE { { GRAPH ?g { ?s a foaf:Document } BIND(?g AS ?in) } UNION { ?s a foaf:Document . BIND('default' AS ?in) } }"  # noqa: E501


@pytest.mark.parametrize(
    ("name", "parameter", "graphs", "where"),
    [
        ("update_dataset_default_graph", "using-graph-uri", [ONE], "?s a foaf:Document"),
        ("update_dataset_default_graphs", "using-graph-uri", [ONE, TWO], "?s a foaf:Document"),
        ("update_dataset_named_graphs", "using-named-graph-uri", [ONE, TWO], "GRAPH ?g { ?s a foaf:Document }"),
    ],
)
def test_update_dataset(client: httpx2.Client, name: str, parameter: str, graphs: list[str], where: str) -> None:
    target = f"http://example.org/{name}/"
    text = f"{documents()} ; {INSERT.format(graph=target, where=where)}"
    send(client, "/update", text, UPDATE, [(parameter, one) for one in graphs]).raise_for_status()
    for one in (ONE, TWO, THREE):
        query = f"ASK {{ GRAPH <{target}> {{ <{one}> a <http://purl.org/dc/terms/BibliographicResource> }} }}"
        assert is_true(send(client, "/sparql", query, QUERY)) == (one in graphs)


def test_update_dataset_full(client: httpx2.Client) -> None:
    pairs = [("using-graph-uri", ONE), ("using-named-graph-uri", TWO)]
    send(client, "/update", f"{documents()} ; {IN}", UPDATE, pairs).raise_for_status()
    found = (
        f"ASK {{ GRAPH <http://example.org/full/> {{ <{ONE}> <http://example.org/in> 'default' . "
        f"<{TWO}> <http://example.org/in> <{TWO}> }} "
        f"FILTER NOT EXISTS {{ GRAPH <http://example.org/full/> {{ <{THREE}> ?p ?o }} }} }}"
    )
    assert is_true(send(client, "/sparql", found, QUERY))


def test_update_post_form(client: httpx2.Client) -> None:
    response = client.post("/update", content="update=CLEAR+DEFAULT", headers={"Content-Type": FORM})
    assert response.is_success


def test_update_post_direct(client: httpx2.Client) -> None:
    assert send(client, "/update", "CLEAR DEFAULT", UPDATE).is_success


def test_update_base_uri(client: httpx2.Client) -> None:
    graph = "http://example.org/protocol-base-test/"
    text = f"INSERT DATA {{ GRAPH <{graph}> {{ <http://example.org/s> <http://example.org/p> <test> }} }}"
    send(client, "/update", text, UPDATE).raise_for_status()
    query = f"SELECT ?o {{ GRAPH <{graph}> {{ <http://example.org/s> <http://example.org/p> ?o }} }}"
    rows: list[Mapping[str, Any]] = send(client, "/sparql", query, QUERY).json()["results"]["bindings"]
    assert [row["o"]["type"] for row in rows] == ["uri"]
    assert rows[0]["o"]["value"] != "test"


BAD_REQUESTS = {
    "bad_query_method": ("PUT", "/sparql?query=ASK%20%7B%7D", b"", FORM),
    "bad_multiple_queries": ("GET", "/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", b"", None),
    "bad_query_wrong_media_type": ("POST", "/sparql", b"ASK {}", "text/plain"),
    "bad_query_missing_form_type": ("POST", "/sparql", b"query=ASK%20%7B%7D", None),
    "bad_query_missing_direct_type": ("POST", "/sparql", b"ASK {}", None),
    "bad_query_non_utf8": ("POST", "/sparql", "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16"),
    "bad_query_syntax": ("GET", "/sparql?query=ASK%20%7B", b"", None),
    "bad_update_get": ("GET", "/update?update=CLEAR%20ALL", b"", None),
    "bad_multiple_updates": ("POST", "/update", b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM),
    "bad_update_wrong_media_type": ("POST", "/update", b"CLEAR NAMED", "text/plain"),
    "bad_update_missing_form_type": ("POST", "/update", b"update=CLEAR%20NAMED", None),
    "bad_update_non_utf8": ("POST", "/update", "CLEAR NAMED".encode("utf-16"), f"{UPDATE}; charset=UTF-16"),
    "bad_update_syntax": ("POST", "/update", b"update=CLEAR%20XYZ", FORM),
    "bad_update_dataset_conflict": (
        "POST",
        "/update?using-named-graph-uri=http%3A%2F%2Fexample%2Fpeople",
        b"INSERT { <s> <p> <o> } USING <http://example/addresses> WHERE { ?s ?p ?o }",
        UPDATE,
    ),
}


@pytest.mark.parametrize("name", BAD_REQUESTS)
def test_bad_request(client: httpx2.Client, name: str) -> None:
    method, address, body, media = BAD_REQUESTS[name]
    response = client.request(method, address, content=body, headers={"Content-Type": media} if media else {})
    assert 400 <= response.status_code < 500
    assert response.headers["content-type"] == "application/problem+json"
