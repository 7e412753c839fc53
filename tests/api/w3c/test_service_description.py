"""SPARQL 1.1 Service Description: the W3C's three tests (by their names), over HTTP."""

from __future__ import annotations

import httpx2
import pytest
from pyoxigraph import RdfFormat, Store, parse

SD = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
RDF_TYPES = [
    "text/turtle",
    "application/rdf+xml",
    "application/n-triples",
    "application/ld+json",
    "application/n-quads",
]


def description(client: httpx2.Client, media: str) -> Store:
    """The service description in one RDF format, in a store."""
    response = client.get("/sparql", headers={"Accept": media})
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media
    store = Store()
    store.extend(parse(response.content, format=RdfFormat.from_media_type(media)))
    return store


@pytest.mark.parametrize("media", RDF_TYPES)
def test_returns_rdf(client: httpx2.Client, media: str) -> None:
    """GET on endpoint returns RDF."""
    assert len(description(client, media)) > 10


def test_has_endpoint_triple(client: httpx2.Client) -> None:
    """Service description contains a matching sd:endpoint triple."""
    here = client.base_url.join("/sparql")
    assert description(client, "text/turtle").query(f"{SD} ASK {{ ?service sd:endpoint <{here}> }}")


def test_conforms_to_schema(client: httpx2.Client) -> None:
    """Service description conforms to schema: classes and ranges of the properties it uses."""
    store = description(client, "text/turtle")
    wrong = f"""{SD} SELECT ?s {{
        {{ ?s sd:endpoint ?o FILTER(!isIRI(?o)) }} UNION {{ ?s sd:feature ?o FILTER(!isIRI(?o)) }}
        UNION {{ ?s sd:defaultDataset ?o FILTER NOT EXISTS {{ ?o a sd:Dataset ; sd:defaultGraph ?g . ?g a sd:Graph }} }}
        UNION {{ ?s sd:namedGraph ?o
                 FILTER NOT EXISTS {{ ?o a sd:NamedGraph ; sd:name ?n ; sd:graph ?g . ?g a sd:Graph }} }}
        UNION {{ ?s a sd:Service FILTER NOT EXISTS {{ ?s sd:supportedLanguage ?l }} }}
    }}"""
    assert list(store.query(wrong)) == []  # type: ignore[arg-type]
    assert store.query(f"{SD} ASK {{ ?s a sd:Service ; sd:resultFormat ?f ; sd:defaultDataset ?d }}")
