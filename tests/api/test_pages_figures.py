"""Figures and briefings at their addresses: self-contained, under a policy of their own."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    "what", ["network", "timeline", "matrix", "levels", "frameworks", "dialogue/jp-eu-us-trilateral"]
)
def test_a_figure_is_a_drawing_and_a_page(client: TestClient, what: str) -> None:
    drawing = client.get(f"/figures/{what}.svg?lang=en")
    assert drawing.status_code == 200
    assert drawing.headers["content-type"] == "image/svg+xml"
    assert b"<svg" in drawing.content
    page = client.get(f"/figures/{what}?lang=en", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy
    assert "ETag" in page.headers


def test_a_figure_takes_the_filters_of_lists(client: TestClient) -> None:
    everything = client.get("/figures/timeline.svg").content
    some = client.get("/figures/timeline.svg?with=us-ftc&from=2019").content
    assert len(some) < len(everything)
    assert client.get("/figures/timeline.svg?from=2019-13").status_code == 400
    assert client.get("/figures/nothing.svg").status_code == 404
    assert client.get("/figures/network.docx").status_code == 404
    assert client.get("/figures/dialogue/nothing.svg").status_code == 404


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("show=meetings", b"Who took part in which engagement"),
        ("show=frameworks&backbone=0.2", b"Only the backbone is shown"),
        ("around=us-ftc", b"Federal Trade Commission at the centre"),
        ("gather=community", b"by groups that meet most"),
        ("gather=year&years=fiscal", b"FY2019"),
        ("most=10", b"the 10 busiest nodes"),
    ],
)
def test_a_network_is_drawn_as_its_address_says(client: TestClient, query: str, said: bytes) -> None:
    assert said in client.get(f"/figures/network.svg?lang=en&{query}").content


def test_a_network_marks_what_the_edition_before_did_not_know(anonymous: TestClient) -> None:
    compared = anonymous.get("/figures/network.svg?lang=en&compare=previous&edition=" + _editions(anonymous)[1])
    assert b"New (dashed)" in compared.content and b"Compared with edition" in compared.content
    assert anonymous.get("/figures/network.svg?compare=20000101T000000Z-00000000").status_code == 404


def _editions(client: TestClient) -> list[str]:
    return [one["id"] for one in client.get("/editions", headers={"Accept": "application/json"}).json()["items"]][::-1]


@pytest.mark.parametrize(
    "address",
    [
        "network.svg?show=people",
        "network.svg?backbone=2",
        "network.svg?backbone=nan",
        "network.svg?most=0",
        "network.svg?gather=moon",
        "timeline.svg?show=meetings",
        "levels.svg?years=lunar",
        "dialogue.svg?between=JP",
        "dialogue.svg",
    ],
)
def test_what_cannot_be_drawn_is_said(client: TestClient, address: str) -> None:
    assert client.get(f"/figures/{address}").status_code == 400


def test_the_dialogue_of_any_parties_is_drawn(client: TestClient) -> None:
    drawn = client.get("/figures/dialogue.svg?between=JP,US,EU&from=2016&lang=en").content
    assert b"Talks between Japan, United States and European Union" in drawn
    assert client.get("/figures/dialogue.svg?between=us-ftc&between=ppc-japan").status_code == 200
    assert client.get("/figures/dialogue.svg?between=us-ftc,nobody").status_code == 404


def test_the_page_of_figures_keeps_how_they_are_drawn_in_its_address(client: TestClient) -> None:
    page = client.get("/figures?lang=en&with=us-ftc&show=meetings&around=us-ftc&between=JP,US").text
    assert "/figures/network.svg?lang=en&amp;with=us-ftc&amp;show=meetings&amp;around=us-ftc" in page
    assert "/figures/timeline.svg?lang=en&amp;with=us-ftc" in page
    assert "/figures/dialogue.svg?lang=en&amp;with=us-ftc&amp;between=JP%2CUS" in page
    assert '<option value="meetings" selected>' in page


def test_a_picture_is_made_for_paper(client: TestClient) -> None:
    answer = client.get("/figures/dialogue/jp-eu-us-trilateral.png?lang=ja")
    assert answer.content.startswith(b"\x89PNG")


def test_a_briefing_is_a_page_or_a_document(client: TestClient) -> None:
    page = client.get("/briefings.html?with=us-ftc&lang=en&purpose=Call+of+1+December")
    assert page.status_code == 200
    assert "Call of 1 December" in page.text
    document = client.get("/briefings.docx?with=us-ftc&lang=ja")
    assert document.content.startswith(b"PK")
    assert document.headers["content-disposition"] == 'attachment; filename="briefing-us-ftc.docx"'
    assert client.get("/briefings.html").status_code == 400
    assert client.get("/briefings.html?with=nobody").status_code == 404
    assert client.get("/briefings.png?with=us-ftc").status_code == 400
