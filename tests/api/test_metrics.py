"""The numbers that operators watch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from tests.api.conftest import client_of

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture(scope="module")
def watched(built: Path) -> Iterator[TestClient]:
    """A client whose application nobody else asks."""
    with client_of(built) as made:
        yield made


def samples(client: TestClient) -> Samples:
    """Every number by its name and labels, as a collector reads them."""
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    families = text_string_to_metric_families(answer.text)
    return {(one.name, frozenset(one.labels.items())): one.value for family in families for one in family.samples}


def requests(told: Samples, method: str, route: str, status: int) -> float:
    """How many requests were answered so."""
    labels = frozenset({("method", method), ("route", route), ("status", str(status))})
    return told.get(("sankyoku_http_requests_total", labels), 0.0)


@pytest.mark.parametrize(
    ("method", "address", "route", "status"),
    [
        ("GET", "/api/v1/authorities/us-ftc", "/api/v1/authorities/{slug}", 200),
        ("GET", "/api/v1/authorities/nobody-at-all", "/api/v1/authorities/{slug}", 404),
        ("HEAD", "/api/v1/topics", "/api/v1/topics", 200),
        ("GET", "/sparql?query=ASK%7B%7D", "/sparql", 200),
        ("GET", "/no/such/address", "none", 404),
        ("BREW", "/api/v1/topics", "/api/v1/topics", 405),
    ],
)
def test_a_request_is_counted_by_its_route_and_status(
    watched: TestClient, method: str, address: str, route: str, status: int
) -> None:
    shown = "other" if method == "BREW" else method
    before = requests(samples(watched), shown, route, status)
    assert watched.request(method, address).status_code == status
    told = samples(watched)
    assert requests(told, shown, route, status) == before + 1
    assert told["sankyoku_http_request_duration_seconds_count", frozenset({("route", route)})] >= 1


def test_nothing_that_a_reader_sent_is_shown(watched: TestClient) -> None:
    watched.get("/api/v1/search?q=secretword")
    watched.get("/secretpath")
    watched.get("/api/v1/authorities/secretslug")
    assert "secret" not in watched.get("/metrics").text


def test_the_edition_and_the_queries_are_told(watched: TestClient) -> None:
    told = samples(watched)
    edition = watched.get("/health/ready").json()["edition"]
    assert told["sankyoku_edition_info", frozenset({("id", edition)})] == 1
    none: frozenset[tuple[str, str]] = frozenset()
    assert told["sankyoku_engagements", none] == 161
    assert told["sankyoku_quads", none] > 10_000
    assert told["sankyoku_edition_age_seconds", none] >= 0
    assert (told["sankyoku_queries_running", none], told["sankyoku_queries_waiting", none]) == (0, 0)
    assert told["sankyoku_query_workers", none] == 1


def test_a_query_that_is_ended_is_counted(built: Path) -> None:
    none: frozenset[tuple[str, str]] = frozenset()
    with client_of(built, query_seconds=0.3) as hurried:
        endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        assert hurried.get("/sparql", params={"query": endless}).status_code == 503
        assert samples(hurried)["sankyoku_queries_killed_total", none] == 1
