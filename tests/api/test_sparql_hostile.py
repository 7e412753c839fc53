"""A few hostile queries of each kind (all hundred are in ``bench/hostile.py``): honest ends, a server that lives."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx2
import pytest

from bench.hostile import HOSTILE, honest, hostile_dataset
from tests.api.server import serving

#: One in nine, so that every kind is among them.
CHOSEN = range(4, len(HOSTILE), 9)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """A client of a server that has no patience."""
    dataset = hostile_dataset(tmp_path_factory.mktemp("hostile"))
    with serving(dataset, query_seconds=0.5) as address, httpx2.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.mark.parametrize("number", CHOSEN)
def test_it_ends_in_a_complete_answer_or_an_honest_error(client: httpx2.Client, number: int) -> None:
    assert honest(client.post("/sparql", data={"query": HOSTILE[number]}))


def test_the_server_answers_afterwards(client: httpx2.Client) -> None:
    response = client.post("/sparql", data={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"})
    assert json.loads(response.content)["results"]["bindings"][0]["n"]["value"] == "2000"
