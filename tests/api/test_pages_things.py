"""Dossiers, series, frameworks, documents, search, comparison: what an officer looks for stands there."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.routers.pages import bodies
from tests.api.pages import seen


def words(client: TestClient, address: str) -> str:
    return " ".join(seen(client.get(address).text).words.split())


def test_the_dossier_says_when_where_at_which_level_and_what(client: TestClient) -> None:
    told = words(client, "/authorities/us-ftc")
    history = client.get("/api/v1/authorities/us-ftc/history?limit=1").json()
    assert f"Meetings on record {history['total']}" in told
    assert "Last contact with us 6-7 March 2023" in told
    assert "What was proposed" in told
    assert "Exploring a new, globally interoperable certification system for businesses" in told
    assert "Promoting further flows of personal information" in told
    assert "quiet since" in told


def test_proposals_stand_beside_how_binding_they_are_and_their_source(client: TestClient) -> None:
    page = client.get("/authorities/us-ftc").text
    at = page.index("Exploring a new, globally interoperable")
    block = page[at : at + 2500]
    assert "stated" in block
    assert "/documents/ppc-activity-report-fy2019-h1" in block


def test_a_series_shows_its_gaps_in_the_line(client: TestClient) -> None:
    told = words(client, "/series/appa-forum")
    assert "Missing numbers 1–40" in told
    assert "1st to 40th: nothing in these sources" in told
    dialogue = seen(client.get("/series/jp-eu-us-trilateral").text)
    drawn = dialogue.all("img")[0]
    assert drawn["src"].startswith("/figures/dialogue/jp-eu-us-trilateral.svg")
    assert drawn["alt"]


def test_a_framework_tells_its_life_and_whether_its_members_are_all_there(client: TestClient) -> None:
    told = words(client, "/frameworks/apec-cbpr")
    assert "Life line" in told
    assert "participating economy" in told
    incomplete = next(iter(client.get("/api/v1/frameworks").json()["items"]))
    assert incomplete
    ends_early = [
        one["slug"] for one in client.get("/api/v1/frameworks").json()["items"] if one.get("members_incomplete")
    ]
    for slug in ends_early:
        assert "This list is incomplete." in words(client, f"/frameworks/{slug}")


def test_a_document_marks_the_words_that_a_reading_rests_on(anonymous: TestClient) -> None:
    documents = anonymous.get("/api/v1/documents").json()["items"]
    slug = next(one["slug"] for one in documents if one["sha256"])
    page = anonymous.get(f"/documents/{slug}")
    assert page.text.count("<mark>") > 3
    assert page.text.count('class="passage"') > 3


def test_one_box_finds_bodies_meetings_and_documents_in_both_languages(client: TestClient) -> None:
    japanese = client.get("/search", params={"q": "英国", "lang": "ja"}).text
    assert "<mark>英国</mark>" in japanese
    assert "/authorities/ico-uk" in japanese
    english = client.get("/search", params={"q": "ftc"}).text
    assert "/authorities/us-ftc" in english
    dated = words(client, "/search?q=令和元年5月")
    assert "date: May 2019" in dated
    for hostile in ("' OR 1=1 --", "NEAR(", '"', "%", "AND", "\x00"):
        assert client.get("/search", params={"q": hostile}).status_code == 200


def test_an_endless_search_is_refused_in_words(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "会合" * 3_000})
    assert answer.status_code == 413
    assert seen(answer.text).all("p", role="alert")


def test_suggestions_lead_to_pages(client: TestClient) -> None:
    found = client.get("/search/suggest?q=federal&lang=en").json()
    assert {"name", "kind", "href"} == set(found[0])
    for one in found:
        assert client.get(one["href"]).status_code == 200


def test_two_bodies_stand_side_by_side(client: TestClient) -> None:
    told = words(client, "/compare?a=ppc-japan&b=us-ftc")
    together = client.get("/api/v1/engagements?with=ppc-japan,us-ftc&limit=1").json()["total"]
    assert f"Meetings together {together}" in told
    assert "APEC Cross-Border Privacy Rules System" in told
    assert "Choose two different bodies" in words(client, "/compare?a=us-ftc&b=us-ftc")


def test_statistics_count_one_meeting_once(client: TestClient) -> None:
    total = client.get("/api/v1/engagements?limit=1").json()["total"]
    assert f"Meetings {total}" in words(client, "/statistics")


def test_on_a_large_index_the_ways_between_us_are_asked_for_apart(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "/authorities/us-ftc?lang=en"
    assert "Look up the ways between us" not in client.get(address).text
    monkeypatch.setattr(bodies, "MOST_AT_ONCE", 10)
    page = seen(client.get(address).text)
    assert "Look up the ways between us" in page.words
    assert "/compare?a=ppc-japan&b=us-ftc&lang=en" in page.links()
