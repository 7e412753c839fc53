"""What operators look at, and what every response carries."""

from __future__ import annotations

from pathlib import Path

import psutil
from starlette.testclient import TestClient

from tests.api.conftest import client_of


def test_alive_and_ready(client: TestClient) -> None:
    assert client.get("/health/live").json() == {"status": "ok"}
    told = client.get("/health/ready").json()
    assert told["workers"] == 1
    assert told["engagements"] == 161


def test_a_worker_that_was_ended_from_outside_is_replaced(built: Path) -> None:
    before = {child.pid for child in psutil.Process().children()}
    with client_of(built) as client:
        assert client.get("/health/ready").json()["workers"] == 1
        (worker,) = [child for child in psutil.Process().children() if child.pid not in before]
        worker.kill()
        worker.wait(5)
        assert client.get("/health/ready").json()["workers"] == 1


def test_every_response_keeps_to_itself(client: TestClient) -> None:
    headers = client.get("/api/v1/engagements?limit=1").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_an_address_without_anything_is_a_problem(client: TestClient) -> None:
    answer = client.get("/nothing/here", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")


def test_a_wrong_method_is_a_problem(client: TestClient) -> None:
    answer = client.delete("/api/v1/engagements")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
