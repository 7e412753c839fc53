"""Entering, changing, withdrawing and deciding by HTTP: for staff and above."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.ledger import read_ledger
from graph.store.dataset import Dataset
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


def test_staff_enter_change_and_withdraw(dataset_path: Path) -> None:
    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'staff')}") as staff:
        assert staff.post("/api/v1/engagements", json=CALL).status_code == 201
        (entry,) = staff.get("/api/v1/notes").json()["items"]
        address = f"/api/v1/notes/{entry['info']['slug']}"
        changed = {**CALL, "mode": "in-person"}
        assert staff.put(address, params={"revision": 0, "reason": "r"}, json=changed).status_code == 200
        assert staff.put(address, params={"revision": 0, "reason": "r"}, json=changed).status_code == 409
        assert staff.delete(address).status_code == 400
        assert staff.delete(address, params={"reason": "a mistake"}).status_code == 200
        assert staff.delete(address, params={"reason": "again"}).status_code == 404


def test_a_document_is_never_written_over_and_only_a_curator_withdraws_it(mixed: Path, tmp_path: Path) -> None:
    path = tmp_path / "own"
    shutil.copytree(mixed, path)
    document = read_ledger(Dataset.open(path).edition()).entries[0].slug
    address = f"/api/v1/notes/{document}"
    with client_of(path, Authorization=f"Bearer {token_for(path, 'staff')}") as staff:
        assert staff.put(address, params={"revision": 0}, json=CALL).status_code == 404
        assert staff.delete(address, params={"reason": "r"}).status_code == 403
    with client_of(path, Authorization=f"Bearer {token_for(path, 'curator')}") as curator:
        assert curator.delete(address, params={"reason": "sent by mistake"}).json()["changed"]


def test_two_facts_joined_and_parted(dataset_path: Path) -> None:
    keys = ["2019-06-jp-eu-us-trilateral-2", "2019-06-jp-eu-us-trilateral-3"]
    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'staff')}") as staff:
        assert staff.post("/api/v1/review", json={"verdict": "same", "keys": keys}).json()["changed"]
        decision = staff.get("/api/v1/review").json()["decisions"][0]
        assert decision["who"] == "tester"
        assert staff.post("/api/v1/review", json={"verdict": "undo", "keys": [decision["id"]]}).json()["changed"]


@pytest.mark.parametrize("role", [None, "reader"])
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
