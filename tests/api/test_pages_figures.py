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
