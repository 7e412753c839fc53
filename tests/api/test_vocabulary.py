"""The ontology is served whole and term by term, in every format, and so are its prefixes."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from starlette.testclient import TestClient

from api.linked.vocabulary import ontology_triples
from graph.store.sparql import inspect
from ontology.files import context
from ontology.terms import DEF, ONTOLOGY_VERSION, PREFIXES, SKOS_PREF_LABEL, VOCABULARY

FORMATS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
}


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_whole_ontology_by_accept_and_by_suffix(client: TestClient, suffix: str) -> None:
    media_type, form = FORMATS[suffix]
    named = client.get(f"/def.{suffix}")
    liked = client.get("/def", headers={"Accept": media_type})
    assert named.content == liked.content
    assert named.headers["content-type"].partition(";")[0] == media_type
    body = named.content
    if suffix == "jsonld":
        body = json.dumps({**named.json(), "@context": context()["@context"]}).encode()
    assert {quad.triple for quad in parse(body, format=form)} == set(ontology_triples())


def test_a_browser_gets_the_documentation(client: TestClient) -> None:
    page = client.get("/def", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.status_code == 200
    assert 'id="Engagement"' in page.text and 'id="kind/forum"' in page.text
    sheet = page.text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert client.get(sheet).status_code == 200
    assert client.get("/def.html").text == page.text
    assert "Accept" in page.headers["vary"]


@pytest.mark.parametrize("path", ["kind", "kind/forum", "level/director", "prefix/sk", "0.1.0"])
def test_terms_of_the_ontology_resolve(client: TestClient, path: str) -> None:
    for suffix, (media_type, form) in FORMATS.items():
        answer = client.get(f"/def/{path}", headers={"Accept": media_type}, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/def/{path}.{suffix}")
        if suffix != "jsonld":
            assert list(parse(client.get(f"/def/{path}.{suffix}").content, format=form))
    page = client.get(f"/def/{path}", headers={"Accept": "text/html"}, follow_redirects=False)
    assert page.headers["location"].startswith("/def#")


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_version_is_the_whole_ontology(client: TestClient, suffix: str) -> None:
    named, served = (client.get(f"/def{version}.{suffix}") for version in (f"/{ONTOLOGY_VERSION}", ""))
    assert named.content == served.content
    assert named.headers["content-type"] == served.headers["content-type"]


def test_a_scheme_names_its_concepts(client: TestClient) -> None:
    found = [quad.triple for quad in parse(client.get("/def/level.ttl").content, format=RdfFormat.TURTLE)]
    director = NamedNode(f"{VOCABULARY}level/director")
    assert any(one.subject == director and one.predicate == SKOS_PREF_LABEL for one in found)


def test_shapes_are_served(client: TestClient) -> None:
    answer = client.get("/def/shapes.ttl")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert any(f"{DEF}Engagement" in str(quad) for quad in parse(answer.content, format=RdfFormat.TURTLE))


@pytest.mark.parametrize("path", ["/def/none", "/def/kind/none.ttl", "/def.exe", "/def/kind/"])
def test_what_is_not_there_is_404(client: TestClient, path: str) -> None:
    assert client.get(path, follow_redirects=False).status_code == 404


def test_it_is_not_sent_again(client: TestClient) -> None:
    for path in ("/def", "/def.ttl", "/def/kind.nt"):
        first = client.get(path, headers={"Accept": "text/turtle"})
        again = client.get(path, headers={"Accept": "text/turtle", "If-None-Match": first.headers["etag"]})
        assert again.status_code == 304
    tags = {client.get(f"/def.{suffix}").headers["etag"] for suffix in (*FORMATS, "html")}
    assert len(tags) == 5


def test_prefixes_as_json_turtle_and_sparql(client: TestClient) -> None:
    told = client.get("/prefixes").json()
    assert told["authority"] == "https://w3id.org/sankyoku/id/authority/"
    assert PREFIXES.items() <= told.items()
    turtle = client.get("/prefixes", headers={"Accept": "text/turtle"}).text
    parser = parse(turtle.encode(), format=RdfFormat.TURTLE)
    list(parser)
    assert parser.prefixes == told
    head = client.get("/prefixes", headers={"Accept": "application/sparql-query"}).text
    assert dict(inspect(head + "SELECT * WHERE { ?s ?p ?o }").prefixes) == told
    assert client.get("/prefixes", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("path", ["%7F", "a%3Cb", "%EF%BF%BE"])
def test_a_name_that_no_iri_may_have_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(f"/def/{path}").status_code == 404
