"""Entering, changing, withdrawing and deciding by HTTP: with a curator's token only."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import client_of, token_for
from tests.graph.test_recording import CALL


def test_a_meeting_entered_is_read_by_staff_and_by_nobody_else(curator: TestClient, dataset_path: Path) -> None:
    made = curator.post("/api/v1/engagements", json=CALL)
    assert made.status_code == 201
    address = made.headers["location"]
    assert curator.get(address).json()["disclosure"] == "internal"
    with client_of(dataset_path) as anonymous:
        assert anonymous.get(address).status_code == 404
        assert anonymous.get("/api/v1/engagements?limit=1000").json()["total"] == 161
    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'reader')}") as reader:
        assert reader.get(address).status_code == 404


def test_wrong_fields_come_back_each_with_its_sentence(curator: TestClient) -> None:
    answer = curator.post("/api/v1/engagements", json={**CALL, "series": "nothing", "when": "someday"})
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {"series", "when"}


def test_change_and_withdraw(curator: TestClient) -> None:
    curator.post("/api/v1/engagements", json=CALL)
    (entry,) = curator.get("/api/v1/notes").json()["items"]
    address = f"/api/v1/notes/{entry['info']['slug']}"
    changed = {**CALL, "mode": "in-person"}
    assert curator.put(address, params={"revision": 0, "reason": "r"}, json=changed).status_code == 200
    assert curator.put(address, params={"revision": 0, "reason": "r"}, json=changed).status_code == 409
    assert curator.delete(address).status_code == 400
    assert curator.delete(address, params={"reason": "a mistake"}).status_code == 200
    assert curator.delete(address, params={"reason": "again"}).status_code == 404


def test_two_facts_joined_and_parted(curator: TestClient) -> None:
    keys = ["2019-06-jp-eu-us-trilateral-2", "2019-06-jp-eu-us-trilateral-3"]
    assert curator.post("/api/v1/review", json={"verdict": "same", "keys": keys}).json()["changed"]
    decision = curator.get("/api/v1/review").json()["decisions"][0]
    assert decision["who"] == "tester"
    assert curator.post("/api/v1/review", json={"verdict": "undo", "keys": [decision["id"]]}).json()["changed"]


@pytest.mark.parametrize("role", [None, "reader", "staff"])
def test_nobody_else_may_write(dataset_path: Path, role: str | None) -> None:
    headers = {"Authorization": f"Bearer {token_for(dataset_path, role)}"} if role else {}  # type: ignore[arg-type]
    with client_of(dataset_path, **headers) as client:
        answers = [
            client.post("/api/v1/engagements", json=CALL),
            client.post("/api/v1/review", json={"verdict": "accept", "keys": ["x"]}),
            client.delete("/api/v1/notes/x", params={"reason": "r"}),
        ]
        assert {answer.status_code for answer in answers} == {403 if role else 401}


def test_an_unknown_token_is_refused_even_where_none_is_needed(dataset_path: Path) -> None:
    with client_of(dataset_path, Authorization="Bearer sk_wrong") as client:
        answer = client.get("/api/v1/engagements")
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
