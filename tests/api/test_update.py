"""/update over HTTP, beyond what the W3C's tests ask."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest

from graph.store.dataset import Dataset
from graph.store.tokens import Tokens
from tests.api.server import serving


@pytest.fixture
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A dataset without an edition."""
    return Dataset.open_or_create(tmp_path_factory.mktemp("update") / "dataset")


@pytest.fixture
def client(dataset: Dataset) -> Iterator[httpx2.Client]:
    """A curator's client."""
    _, secret = Tokens.of(dataset.path).create("c", "curator")
    headers = {"Authorization": f"Bearer {secret}", "Accept-Language": "en"}
    with (
        serving(dataset, query_seconds_token=2, upload_bytes=4096) as address,
        httpx2.Client(base_url=address, headers=headers, timeout=30) as client,
    ):
        yield client


def test_the_first_write_makes_the_first_edition(client: httpx2.Client, dataset: Dataset) -> None:
    told = client.post("/update", data={"update": "INSERT DATA { GRAPH <http://e/g> { <a> <b> '100%25 a+b' } }"}).json()
    assert told == {"edition": dataset.current_id(), "graphs": ["http://e/g"]}
    rows = client.get("/sparql", params={"query": "SELECT ?o { ?s ?p ?o }"}).json()["results"]["bindings"]
    assert rows[0]["o"]["value"] == "100%25 a+b"
    assert dataset.audit()[-1]["who"] == "c"


def test_limits_hold_and_leave_nothing(client: httpx2.Client, dataset: Dataset) -> None:
    many = " ".join(f"<s{n}> <p> {n} ." for n in range(100))
    client.post("/update", data={"update": f"INSERT DATA {{ {many} }}"}).raise_for_status()
    before = dataset.current_id()
    crossed = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(6))
    slow = client.post(
        "/update", data={"update": f"INSERT {{ ?a0 ?b1 ?c2 }} WHERE {{ {crossed} FILTER(?c0 > ?c5 + 1000) }}"}
    )
    assert (slow.status_code, slow.json()["limit"]) == (503, "seconds")
    large = client.post("/update", data={"update": f"INSERT DATA {{ <s> <p> '{'x' * 5000}' }}"})
    assert (large.status_code, large.json()["limit"]) == (413, "request-bytes")
    assert dataset.current_id() == before


def test_what_is_for_staff_says_so(client: httpx2.Client) -> None:
    insert = "INSERT DATA { GRAPH <http://e/minutes> { <s> <p> 'Quillfeather' } }"
    told = client.post("/update", params={"disclosure": "internal"}, data={"update": insert})
    assert told.status_code == 200
    asked = {"query": "ASK { ?s ?p 'Quillfeather' }"}
    assert client.get("/sparql", params=asked).json()["boolean"]
    conflict = client.post("/update", data={"update": insert})
    assert conflict.status_code == 409
    assert "disclosure=internal" in conflict.json()["detail"]
    del client.headers["Authorization"]
    assert not client.get("/sparql", params=asked).json()["boolean"]


def test_an_update_of_the_edition_that_was_seen(client: httpx2.Client, dataset: Dataset) -> None:
    insert = {"update": "INSERT DATA { <s> <p> 1 }"}
    first = client.post("/update", data=insert).json()["edition"]
    tag = client.get("/graphs").headers["etag"]
    assert client.post("/update", data={"update": "INSERT DATA { <s> <p> 2 }"}, headers={"If-Match": tag}).is_success
    late = client.post("/update", data={"update": "CLEAR ALL"}, headers={"If-Match": f'"{first}"'})
    assert late.status_code == 412
    assert client.post("/update", data={"update": "CLEAR ALL"}, headers={"If-None-Match": "*"}).status_code == 412
    assert dataset.edition().manifest.public.quads == 2
