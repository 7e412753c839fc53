"""The dataset says of itself what is true: counts, distributions that can be had, and nothing internal."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse
from starlette.testclient import TestClient

from graph.store.dataset import Dataset
from ontology.files import context
from ontology.terms import PREFIXES
from tests.conftest import BASE

VOID, DCAT, DCTERMS = PREFIXES["void"], PREFIXES["dcat"], PREFIXES["dcterms"]
FORMATS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML),
}
DATASET = NamedNode(f"{BASE}dataset")


def described(client: TestClient) -> Store:
    store = Store()
    store.load(client.get("/void.ttl").content, format=RdfFormat.TURTLE)
    return store


def values(store: Store, subject: NamedNode, predicate: str) -> list[str]:
    return [quad.object.value for quad in store.quads_for_pattern(subject, NamedNode(predicate), None)]


@pytest.mark.parametrize("path", ["/void", "/.well-known/void"])
def test_every_rdf_format_says_the_same(anonymous: TestClient, path: str) -> None:
    expected = {quad.triple for quad in parse(anonymous.get("/void.ttl").content, format=RdfFormat.TURTLE)}
    for media_type, form in FORMATS.values():
        answer = anonymous.get(path, headers={"Accept": media_type})
        assert answer.headers["content-type"].partition(";")[0] == media_type
        assert {quad.triple for quad in parse(answer.content, format=form)} == expected
    document = anonymous.get(path, headers={"Accept": "application/ld+json"}).json()
    body = json.dumps({**document, "@context": context()["@context"]}).encode()
    assert {quad.triple for quad in parse(body, format=RdfFormat.JSON_LD)} == expected


def test_titles_licence_period_and_version(anonymous: TestClient, mixed: Path) -> None:
    store = described(anonymous)
    titles = [quad.object for quad in store.quads_for_pattern(DATASET, NamedNode(f"{DCTERMS}title"), None)]
    assert {title.language for title in titles if isinstance(title, Literal)} == {"en", "ja"}
    assert values(store, DATASET, f"{DCTERMS}license") == ["https://www.apache.org/licenses/LICENSE-2.0"]
    assert values(store, DATASET, f"{DCAT}version") == [Dataset.open(mixed).current_id()]
    (period,) = values(store, DATASET, f"{DCTERMS}temporal")
    first = values(store, NamedNode(period), f"{DCAT}startDate")
    assert first[0] < values(store, NamedNode(period), f"{DCAT}endDate")[0]
    assert values(store, DATASET, f"{VOID}sparqlEndpoint") == ["http://testserver/sparql"]


def test_partitions_are_what_a_query_counts(anonymous: TestClient) -> None:
    store = described(anonymous)
    for part in values(store, DATASET, f"{VOID}classPartition"):
        (kind,) = values(store, NamedNode(part), f"{VOID}class")
        (entities,) = values(store, NamedNode(part), f"{VOID}entities")
        query = f"SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE {{ ?s a <{kind}> }}"
        told = anonymous.get("/sparql", params={"query": query, "format": "csv"}).text.split()
        assert told[1] == entities
    query = "SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } }"
    told = anonymous.get("/sparql", params={"query": query, "format": "csv"}).text.split()
    assert values(store, DATASET, f"{VOID}triples") == [told[1]]


def test_distributions_can_be_had_and_are_what_is_said(anonymous: TestClient, mixed: Path) -> None:
    store = described(anonymous)
    edition = NamedNode(f"{BASE}edition/{Dataset.open(mixed).current_id()}")
    parts = values(store, edition, f"{DCAT}distribution")
    assert len(parts) == 2
    for part in parts:
        (address,) = values(store, NamedNode(part), f"{DCAT}downloadURL")
        body = anonymous.get(address).content
        assert values(store, NamedNode(part), f"{DCAT}byteSize") == [str(len(body))]
        (checksum,) = values(store, NamedNode(part), "http://spdx.org/rdf/terms#checksum")
        found = values(store, NamedNode(checksum), "http://spdx.org/rdf/terms#checksumValue")
        assert found == [hashlib.sha256(body).hexdigest()]


def test_the_public_description_counts_nothing_internal(anonymous: TestClient, staff: TestClient) -> None:
    public, internal = described(anonymous), described(staff)
    assert int(values(public, DATASET, f"{VOID}triples")[0]) < int(values(internal, DATASET, f"{VOID}triples")[0])
    assert staff.get("/void").headers["cache-control"].startswith("private")
    assert "Internal" in staff.get("/void").text
    assert "Internal" not in anonymous.get("/void").text


def test_the_page_and_the_iri_of_the_dataset(anonymous: TestClient) -> None:
    page = anonymous.get("/void", headers={"Accept-Language": "ja"})
    assert '<html lang="ja">' in page.text and "クラスごとの件数" in page.text and "会合等" in page.text
    answer = anonymous.get("/dataset", headers={"Accept": "text/turtle"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/void.ttl")
    assert anonymous.get("/void.exe").status_code == 404
    assert anonymous.get("/void", headers={"Accept": "audio/*"}).status_code == 406
