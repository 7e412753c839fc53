"""The questions that staff ask, by HTTP: each answers with its edition, and knows what it does not know."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

ADDRESSES = [
    "/api/v1/search?q=会合",
    "/api/v1/search?q=FTC 2019",
    "/api/v1/suggest?q=連邦",
    "/api/v1/path?from=ppc-japan&to=us-ftc",
    "/api/v1/compare?a=us-ftc&b=european-commission",
    "/api/v1/authorities/us-ftc/dossier",
    "/api/v1/authorities/us-ftc/cadence",
    "/api/v1/series/appa-forum/cadence",
    "/api/v1/series/appa-forum/gaps",
    "/api/v1/quiet?home=ppc-japan",
    "/api/v1/statements?type=proposed",
    "/api/v1/commitments",
    "/api/v1/statistics?with=us-ftc",
    "/api/v1/coverage",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_question_is_answered_with_its_edition(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.json()["edition"] == client.get("/health/ready").json()["edition"]
    assert client.get(address, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_two_character_words_are_found_and_marked(client: TestClient) -> None:
    told = client.get("/api/v1/search?q=米国&limit=5").json()
    assert told["places"]["items"][0]["id"] == "US"
    assert told["meetings"]["total"] > 0
    for one in told["meetings"]["items"]:
        assert all(one["title"]["text"][start:end] for start, end in one["title"]["marks"])


def test_the_dossier_knows_the_last_meeting_and_the_proposals(client: TestClient) -> None:
    told = client.get("/api/v1/authorities/us-ftc/dossier").json()
    assert told["last"]["when"]["edtf"] >= "2019-09"
    proposed = client.get("/api/v1/statements?type=proposed&series=jp-eu-us-trilateral").json()
    assert len(proposed["items"]) == 3
    assert all(one["statement"]["by"] == "ppc-japan" for one in proposed["items"])


def test_missing_numbers_of_a_series(client: TestClient) -> None:
    stretches = client.get("/api/v1/series/appa-forum/gaps").json()["items"]
    assert stretches


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/authorities/nobody/dossier", 404),
        ("/api/v1/series/nothing/gaps", 404),
        ("/api/v1/path?from=ppc-japan&to=nobody", 404),
        ("/api/v1/changes?since=nothing", 404),
        ("/api/v1/search?q=" + "あ" * 2000, 413),
        ("/api/v1/statements?type=whispered", 400),
        ("/api/v1/commitments?state=lost", 400),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
