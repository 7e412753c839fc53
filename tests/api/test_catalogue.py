"""Bodies, frameworks, series, topics, documents and milestones by HTTP."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

LISTS = {"authorities": 148, "frameworks": 58, "series": 51, "milestones": 88}


@pytest.mark.parametrize(("name", "count"), LISTS.items())
def test_every_record_is_listed_and_answers_by_its_slug(client: TestClient, name: str, count: int) -> None:
    told = client.get(f"/api/v1/{name}").json()
    assert told["total"] == count == len(told["items"])
    assert set(told) >= {"edition", "coverage", "next", "facets"}
    one = told["items"][count // 2]
    assert client.get(f"/api/v1/{name}/{one['slug']}").json()["id"] == one["id"]
    assert client.get(f"/api/v1/{name}/nothing").status_code == 404


def test_a_framework_says_who_is_in_it_since_when(client: TestClient) -> None:
    told = client.get("/api/v1/frameworks/apec-cbpr").json()
    us = next(one for one in told["members"] if one["participant"] == "US")
    assert us["start"]["edtf"] == "2012-07-25"
    assert us["name"]["ja"]


def test_a_member_list_that_ends_early_says_so(client: TestClient) -> None:
    assert "Portugal" in client.get("/api/v1/frameworks/convention-108").json()["members_incomplete"]["en"]


def test_a_list_is_filtered_by_words_and_members(client: TestClient) -> None:
    found = client.get("/api/v1/authorities", params={"q": "連邦取引", "kind": "data-protection-authority"}).json()
    assert [one["slug"] for one in found["items"]] == ["us-ftc"]


def test_topics_and_documents(client: TestClient) -> None:
    assert client.get("/api/v1/topics/dfft").json()["name"]["ja"].startswith("信頼性")
    told = client.get("/api/v1/documents/ppc-activity-report-fy2019-h1").json()
    assert told["publisher"] == "ppc-japan"
