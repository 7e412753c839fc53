"""SPARQL 1.1 Graph Store HTTP Protocol: the W3C's tests (by their names), in their order, over HTTP.

Written anew from https://www.w3.org/2009/sparql/docs/tests/data-sparql11/http-rdf-update/. "Mismatched payload" is
told there of a body that does mismatch in no version of the test; ours is Turtle labelled RDF/XML.
"""

from __future__ import annotations

import httpx2
import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

TURTLE = {"Content-Type": "text/turtle; charset=utf-8"}
PREFIXES = "@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix v: <http://www.w3.org/2006/vcard/ns#> . "
ALICE = PREFIXES + '[] a foaf:Person; foaf:businessCard [ a v:VCard; v:given-name "Alice" ] .'


def person(name: str, *more: str) -> str:
    """A person with a business card, in Turtle."""
    told = "".join(f" ; {one}" for one in more)
    return (
        f'{PREFIXES}<http://example.org/person/1> a foaf:Person; foaf:businessCard [ a v:VCard; v:fn "{name}" ]{told} .'
    )


def is_same(response: httpx2.Response, turtle: str) -> bool:
    """Whether a response is a graph equal to ``turtle``, blank nodes apart."""
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/turtle")
    graphs = [Dataset(parse(content, format=RdfFormat.TURTLE)) for content in (response.content, turtle.encode())]
    for graph in graphs:
        graph.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return graphs[0] == graphs[1]


def fetch(client: httpx2.Client, address: str) -> httpx2.Response:
    """A graph in Turtle."""
    return client.get(address, headers={"Accept": "text/turtle"})


@pytest.fixture(scope="module")
def new(client: httpx2.Client) -> str:
    """The address of a graph made by POST to the graph store: "POST - create new graph"."""
    response = client.post("/graphs", content=ALICE, headers=TURTLE)
    assert response.status_code == 201
    return str(response.headers["location"])


def test_put_initial_state(client: httpx2.Client) -> None:
    response = client.put("/graphs/person/1.ttl", content=person("John Doe"), headers=TURTLE)
    assert response.status_code == 201


def test_get_of_put_initial_state(client: httpx2.Client) -> None:
    graph = str(client.base_url.join("/graphs/person/1.ttl"))
    response = client.get("/graphs", params={"graph": graph}, headers={"Accept": "text/turtle"})
    assert is_same(response, person("John Doe"))


def test_put_graph_already_in_store(client: httpx2.Client) -> None:
    response = client.put("/graphs/person/1.ttl", content=person("Jane Doe"), headers=TURTLE)
    assert response.status_code == 204
    assert response.content == b""


def test_get_of_put_graph_already_in_store(client: httpx2.Client) -> None:
    assert is_same(fetch(client, "/graphs/person/1.ttl"), person("Jane Doe"))


def test_put_default_graph(client: httpx2.Client) -> None:
    assert client.put("/graphs?default", content=ALICE, headers=TURTLE).status_code == 201


def test_get_of_put_default_graph(client: httpx2.Client) -> None:
    assert is_same(fetch(client, "/graphs?default"), ALICE)


def test_put_mismatched_payload(client: httpx2.Client) -> None:
    headers = {"Content-Type": "application/rdf+xml"}
    assert client.put("/graphs/person/1.ttl", content=person("Nobody"), headers=headers).status_code == 400
    assert is_same(fetch(client, "/graphs/person/1.ttl"), person("Jane Doe"))


def test_delete_existing_graph(client: httpx2.Client) -> None:
    client.put("/graphs/person/2.ttl", content=person("John Doe"), headers=TURTLE).raise_for_status()
    assert client.delete("/graphs/person/2.ttl").status_code == 200


def test_get_of_delete_existing_graph(client: httpx2.Client) -> None:
    assert fetch(client, "/graphs/person/2.ttl").status_code == 404


def test_delete_nonexistent_graph(client: httpx2.Client) -> None:
    assert client.delete("/graphs/person/2.ttl").status_code == 404


def test_post_existing_graph(client: httpx2.Client) -> None:
    more = f'{PREFIXES}<http://example.org/person/1> foaf:name "Jane Doe" .'
    assert client.post("/graphs/person/1.ttl", content=more, headers=TURTLE).status_code == 200


def test_get_of_post_existing_graph(client: httpx2.Client) -> None:
    assert is_same(fetch(client, "/graphs/person/1.ttl"), person("Jane Doe", 'foaf:name "Jane Doe"'))


def test_post_multipart_formdata(client: httpx2.Client) -> None:
    files = [
        (name, (name, f"{PREFIXES}<http://example.org/person/1> foaf:{said} .", "text/turtle; charset=utf-8"))
        for name, said in (("lastName.ttl", 'familyName "Doe"'), ("firstName.ttl", 'givenName "Jane"'))
    ]
    assert client.post("/graphs/person/1.ttl", files=files).status_code == 200


def test_get_of_post_multipart_formdata(client: httpx2.Client) -> None:
    whole = person("Jane Doe", 'foaf:name "Jane Doe"', 'foaf:familyName "Doe"', 'foaf:givenName "Jane"')
    assert is_same(fetch(client, "/graphs/person/1.ttl"), whole)


def test_post_create_new_graph(client: httpx2.Client, new: str) -> None:
    assert new.startswith(str(client.base_url.join("/graphs/")))


def test_get_of_post_create_new_graph(client: httpx2.Client, new: str) -> None:
    assert is_same(fetch(client, new), ALICE)


def test_get_of_post_after_noop(client: httpx2.Client, new: str) -> None:
    assert client.post(new, content=b"", headers=TURTLE).is_success
    assert is_same(fetch(client, new), ALICE)


def test_head_on_an_existing_graph(client: httpx2.Client) -> None:
    response = client.head("/graphs/person/1.ttl")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/turtle")


def test_head_on_a_nonexisting_graph(client: httpx2.Client) -> None:
    assert client.head("/graphs/person/4.ttl").status_code == 404
