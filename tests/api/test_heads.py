"""HEAD answers as GET would, without a body; the description of the API names every operation once."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("address", ["/", "/engagements", "/api/v1/engagements", "/feeds/engagements.atom", "/def"])
def test_head_tells_what_get_would(client: TestClient, address: str) -> None:
    got, told = client.get(address), client.head(address)
    assert told.status_code == got.status_code == 200
    assert not told.content
    for name in ("content-type", "content-length", "etag", "cache-control", "vary"):
        assert told.headers.get(name) == got.headers.get(name)


def test_head_of_what_is_not_there_is_told_too(client: TestClient) -> None:
    assert client.head("/authorities/nobody").status_code == 404


def test_every_operation_is_described_once(client: TestClient) -> None:
    told = client.get("/api/v1/openapi.json")
    assert told.status_code == 200
    ids = [one["operationId"] for path in told.json()["paths"].values() for one in path.values()]
    assert len(ids) == len(set(ids))
