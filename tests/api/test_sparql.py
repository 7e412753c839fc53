"""/sparql over HTTP: what is answered, in which format, how it is cached, what is refused, and who sees what."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.store.dataset import Dataset
from graph.store.tokens import Tokens
from tests.api.server import serving, small_dataset

BASE = "https://w3id.org/sankyoku/"
FACTS, NOTES = NamedNode(f"{BASE}graph/facts"), NamedNode(f"{BASE}graph/notes")
P = NamedNode("http://e/p")
SECRET = "Quillfeather protocol"  # noqa: S105 - words of a document, no password
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"
ROWS = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Two hundred public quads and one internal."""
    public = [Quad(NamedNode(f"http://e/{n}"), P, Literal(f"{n:03}"), FACTS) for n in range(200)]
    internal = [Quad(NamedNode("http://e/secret"), P, Literal(SECRET), NOTES)]
    return small_dataset(tmp_path_factory.mktemp("sparql"), *public, internal=internal)


@pytest.fixture(scope="module")
def address(dataset: Dataset) -> Iterator[str]:
    """A server of little patience over it."""
    limits = {"query_seconds": 2, "query_rows": 150, "query_per_client": 3, "request_bytes": 2048, "cache_bytes": 65536}
    with serving(dataset, **limits) as address:
        yield address


@pytest.fixture
def client(address: str) -> Iterator[httpx2.Client]:
    """An anonymous client."""
    with httpx2.Client(base_url=address, timeout=30) as client:
        yield client


def ask(client: httpx2.Client, query: str, accept: str = "*/*", **more: str) -> httpx2.Response:
    """A GET."""
    return client.get("/sparql", params={"query": query, **more}, headers={"Accept": accept, "Accept-Language": "en"})


@pytest.mark.parametrize(
    ("accept", "query", "media"),
    [
        ("*/*", "SELECT * { ?s ?p '001' }", "application/sparql-results+json"),
        ("application/sparql-results+xml", "ASK {}", "application/sparql-results+xml"),
        ("text/csv;q=0.4, text/tab-separated-values", "SELECT * { ?s ?p '001' }", "text/tab-separated-values"),
        ("text/html, */*;q=0.1", "SELECT * { ?s ?p '001' }", "application/sparql-results+json"),
        ("application/json", "SELECT * { ?s ?p '001' }", "application/json"),
        ("application/json", "CONSTRUCT WHERE { ?s ?p '001' }", "application/json"),
        ("application/n-quads, text/csv", "DESCRIBE <http://e/1>", "application/n-quads"),
        ("application/rdf+xml", "CONSTRUCT WHERE { ?s ?p '001' }", "application/rdf+xml"),
        ("text/csv, application/ld+json", "CONSTRUCT WHERE { ?s ?p '001' }", "application/ld+json"),
    ],
)
def test_the_format_is_the_one_liked_best(client: httpx2.Client, accept: str, query: str, media: str) -> None:
    response = ask(client, query, accept)
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media
    assert response.headers["vary"] == "Accept, Authorization, Cookie"


@pytest.mark.parametrize(
    ("accept", "query"),
    [
        ("image/png", "ASK {}"),
        ("text/csv", "ASK {}"),
        ("text/turtle", "SELECT * { ?s ?p '001' }"),
        ("*/*;q=0", "ASK {}"),
    ],
)
def test_where_nothing_fits_it_says_what_there_is(client: httpx2.Client, accept: str, query: str) -> None:
    response = ask(client, query, accept)
    assert response.status_code == 406
    assert "application/sparql-results+json (format=json)" in response.json()["detail"]


def test_a_format_can_be_asked_for_by_name(client: httpx2.Client) -> None:
    assert ask(client, "SELECT ?o { ?s ?p ?o FILTER(?o = '001') }", format="csv").text == "o\r\n001\r\n"
    assert ask(client, "DESCRIBE <http://e/1>", format="xml").headers["content-type"] == "application/rdf+xml"
    assert ask(client, "ASK {}", format="png").status_code == 406


def test_a_form_is_decoded_once(client: httpx2.Client) -> None:
    query = "SELECT ('100%25 a+b &amp; 会合' AS ?x) {}"
    for response in (ask(client, query), client.post("/sparql", data={"query": query})):
        assert response.json()["results"]["bindings"][0]["x"]["value"] == "100%25 a+b &amp; 会合"


def test_a_head_has_the_headers_of_a_get(client: httpx2.Client) -> None:
    got, head = (client.request(method, "/sparql", params={"query": "ASK {}"}) for method in ("GET", "HEAD"))
    assert head.content == b""
    assert {**got.headers, "date": ""} == {**head.headers, "date": ""}


def test_answers_are_cached_honestly(client: httpx2.Client, dataset: Dataset) -> None:
    response = ask(client, "ASK {}")
    tag = response.headers["etag"]
    assert response.headers["cache-control"] == "public, max-age=60"
    assert response.headers["link"] == f'<{BASE}edition/{dataset.current_id()}>; rel="cite-as"'
    again = client.get("/sparql", params={"query": "ASK {}"}, headers={"If-None-Match": f'W/"x", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert ask(client, "ASK { }").headers["etag"] != tag
    assert ask(client, "ASK {}", format="xml").headers["etag"] != tag
    pinned = ask(client, "ASK {}", edition=str(dataset.current_id()))
    assert pinned.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert ask(client, "ASK {}", edition="20200101T000000Z-00000000").status_code == 404


def test_a_browser_without_a_query_is_shown_the_query_page(client: httpx2.Client) -> None:
    response = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (response.status_code, response.headers["location"]) == (303, "/query")


def test_the_description_says_what_holds(client: httpx2.Client, dataset: Dataset) -> None:
    response = client.get("/sparql")
    assert response.headers["content-type"].startswith("text/turtle")
    told = " ".join(str(triple) for triple in parse(response.content, format=RdfFormat.TURTLE))
    for word in ("UnionDefaultGraph", str(dataset.current_id()), FACTS.value, "per-client", "licenses/LICENSE-2.0"):
        assert word in told
    assert NOTES.value not in told


@pytest.mark.parametrize(
    ("query", "status", "limit", "value"),
    [
        (ENDLESS, 503, "seconds", 2),
        (ROWS, 413, "rows", 150),
        (f"ASK {{ ?s ?p '{'x' * 3000}' }}", 413, "request-bytes", 2048),
    ],
)
def test_a_limit_is_told_with_name_value_and_hint(
    client: httpx2.Client, query: str, status: int, limit: str, value: int
) -> None:
    response = client.post("/sparql", data={"query": query}, headers={"Accept-Language": "en"})
    problem = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert (problem["limit"], problem["value"]) == (limit, value)
    assert problem["hint"]
    assert ("retry-after" in response.headers) == (status == 503)


def test_a_client_may_not_have_too_much_under_way(address: str) -> None:
    async def crowd() -> list[httpx2.Response]:
        async with httpx2.AsyncClient(base_url=address, timeout=30) as client:
            asked = (client.get("/sparql", params={"query": f"{ENDLESS} # {n}"}) for n in range(5))
            return list(await asyncio.gather(*asked))

    refused = [response for response in asyncio.run(crowd()) if response.status_code == 429]
    assert len(refused) == 2
    assert refused[0].json()["limit"] == "per-client"
    assert refused[0].headers["retry-after"]


def test_a_client_that_goes_away_frees_its_worker(client: httpx2.Client, address: str) -> None:
    host, port = address.removeprefix("http://").split(":")
    for number in range(6):  # more than may be under way at once
        with socket.create_connection((host, int(port))) as gone:
            text = (
                f"SELECT%20*%20%7B%20?a%20?b%20?c%20.%20?d%20?e%20?f%20.%20?g%20?h%20?i%20%7D%20LIMIT%2099999{number}"
            )
            gone.sendall(f"GET /sparql?query={text} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(0.15)
    began = time.monotonic()
    while ask(client, "SELECT (1 AS ?one) {}").status_code != 200:
        assert time.monotonic() - began < 2
    assert time.monotonic() - began < 2


def test_web_pages_elsewhere_may_ask(client: httpx2.Client) -> None:
    asked = client.options(
        "/sparql", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    )
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "POST" in asked.headers["access-control-allow-methods"]
    assert ask(client, "ASK {}").headers["access-control-allow-origin"] == "*"


def test_only_staff_see_what_is_internal(client: httpx2.Client, dataset: Dataset) -> None:
    tokens = Tokens.of(dataset.path)
    queries = (
        "SELECT * { ?s ?p ?o FILTER(STRLEN(?o) > 3) }",
        f"SELECT * {{ GRAPH <{NOTES.value}> {{ ?s ?p ?o }} }}",
        "DESCRIBE <http://e/secret>",
        f"CONSTRUCT {{ ?s ?p ?o }} FROM <{NOTES.value}> WHERE {{ ?s ?p ?o }}",
    )
    for role in ("reader", "staff", "curator", "admin"):
        _, secret = tokens.create(role, role)
        client.headers["Authorization"] = f"Bearer {secret}"
        for query in queries:
            response = ask(client, query)
            assert (SECRET in response.text) == (role != "reader")
            assert response.headers["cache-control"].startswith("private")
    del client.headers["Authorization"]
    for query in queries:
        assert SECRET not in ask(client, query).text
        graphs = {"default-graph-uri": NOTES.value, "named-graph-uri": NOTES.value}
        assert SECRET not in ask(client, query, **graphs).text
    assert client.get("/sparql", headers={"Authorization": "Bearer nonsense"}).status_code == 401


def test_the_strict_reading_is_a_setting(dataset: Dataset) -> None:
    with serving(dataset, default_graph="strict") as address, httpx2.Client(base_url=address) as client:
        assert not ask(client, "ASK { ?s ?p ?o }").json()["boolean"]
        assert ask(client, "ASK { GRAPH ?g { ?s ?p ?o } }").json()["boolean"]
        assert "UnionDefaultGraph" not in client.get("/sparql").text


def test_a_relative_iri_is_of_our_base(client: httpx2.Client) -> None:
    assert ask(client, "ASK { GRAPH <graph/facts> { ?s ?p ?o } }").json()["boolean"]


@pytest.mark.parametrize("path", ["/sparql?query=%FF", "/sparql?query=ASK%7B%7D&edition=a&edition=b", "/sparql?query="])
def test_what_cannot_be_read_is_bad_input(client: httpx2.Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 400
    assert set(json.loads(response.content)["title"]) == {"en", "ja"}


def test_a_dataset_without_an_edition_says_so(tmp_path: Path) -> None:
    with serving(Dataset.open_or_create(tmp_path / "new")) as address:
        assert httpx2.get(f"{address}/sparql?query=ASK%7B%7D").status_code == 404
