"""Every page: whole, in both languages, without inline script or style, light, cached honestly."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from graph.store.dataset import Dataset
from tests.api.conftest import client_of
from tests.api.pages import ADDRESSES, seen

HEAVIEST = 200_000


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_whole_light_and_strict(client: TestClient, address: str, language: str) -> None:
    answer = (
        client.get(address, params={"lang": language})
        if "?" not in address
        else client.get(f"{address}&lang={language}")
    )
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert len(answer.content) < HEAVIEST
    page = seen(answer.text)
    assert not page.unclosed
    assert not page.open_tags
    assert page.all("html")[0]["lang"] == language
    assert len(page.all("h1")) == 1
    assert {told["hreflang"] for told in page.all("link", rel="alternate") if "hreflang" in told} == {
        "ja",
        "en",
        "x-default",
    }
    assert not page.all("style")
    assert all(told.get("src", "").startswith("/static/") for told in page.all("script"))
    assert not [name for _, told in page.tags for name in told if name == "style" or name.startswith("on")]
    ids = [told["id"] for _, told in page.tags if "id" in told]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("address", ["/", "/engagements", "/authorities/us-ftc", "/series/jp-eu-us-trilateral"])
def test_every_link_of_a_page_leads_somewhere(client: TestClient, address: str) -> None:
    links = dict.fromkeys(link.partition("#")[0] for link in seen(client.get(address).text).links())
    plain = [link for link in links if "?" not in link or "lang=" in link or "format=" in link]
    broken = [link for link in plain[:60] if client.get(link).status_code >= 400]
    assert not broken


def test_the_language_follows_the_reader_and_is_kept_by_links(client: TestClient) -> None:
    japanese = client.get("/", headers={"Accept-Language": "ja,en;q=0.5"})
    assert 'lang="ja"' in japanese.text
    assert "今後の予定" in japanese.text
    english = seen(client.get("/?lang=en", headers={"Accept-Language": "ja"}).text)
    assert "Coming up" in english.words
    inside = [link for link in english.links() if link.startswith(("/engagements", "/authorities", "/series"))]
    assert inside
    assert all("lang=en" in link or "lang=ja" in link for link in inside)


def test_pages_and_their_style_are_cached_honestly(client: TestClient) -> None:
    first = client.get("/frameworks")
    again = client.get("/frameworks", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content
    other = client.get("/frameworks?lang=ja", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    style = seen(first.text).all("link", rel="stylesheet")[0]["href"]
    assert re.fullmatch(r"/static/site\.[0-9a-f]{12}\.css", style)
    kept = client.get(style)
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert kept.headers["content-type"] == "text/css; charset=utf-8"
    assert client.get("/static/site.css").status_code == 404
    assert client.get("/static/..%2Fpage.py").status_code == 404


def test_the_footer_tells_edition_coverage_and_how_to_cite(client: TestClient) -> None:
    edition = client.get("/api/v1/engagements?limit=1").json()["edition"]
    page = client.get("/authorities/us-ftc")
    assert edition in page.text
    assert "not that they did not meet" in page.text
    cited = client.get(f"/authorities/us-ftc?edition={edition}")
    assert "You are reading a fixed edition" in cited.text
    assert "immutable" in cited.headers["cache-control"]
    assert f"/engagements?edition={edition}" in cited.text


def test_problems_are_pages_for_people_and_json_for_programs(client: TestClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    for address, status in (
        ("/authorities/nobody", 404),
        ("/series/none", 404),
        ("/frameworks/none", 404),
        ("/documents/none", 404),
        ("/topics/none", 404),
        ("/engagements/none", 404),
        ("/compare?a=nobody&b=us-ftc", 404),
        ("/nothing/here", 404),
        ("/review", 401),
        ("/record", 401),
        ("/?edition=20200101T000000Z-00000000", 404),
    ):
        page = client.get(address, headers=browser)
        assert page.status_code == status, address
        assert page.headers["content-type"].startswith("text/html")
        assert len(seen(page.text).all("h1")) == 1
        program = client.get(address, headers={"Accept": "*/*"})
        assert program.status_code == status
        assert program.headers["content-type"] == "application/problem+json"
    japanese = client.get("/authorities/nobody?lang=ja", headers=browser).text
    assert "この版に機関 nobody は登録されていません" in japanese


def test_markup_in_addresses_is_shown_not_run(client: TestClient) -> None:
    bad = "<script>alert(1)</script>\"'>"
    for address in ("/search", "/authorities", "/documents", "/engagements", "/compare", "/briefings", "/sign-in"):
        for name in ("q", "a", "with", "purpose", "next", "lang", "from"):
            page = client.get(address, params={name: bad}, headers={"Accept": "text/html"})
            assert page.status_code in (200, 400, 404), (address, name)
            assert "<script>alert" not in page.text
    assert "<script>alert" not in client.get(f"/{bad}", headers={"Accept": "text/html"}).text


def test_what_only_staff_may_see_is_marked_and_stays_with_staff(anonymous: TestClient, staff: TestClient) -> None:
    public, internal = (
        set(seen(one.get("/engagements?limit=100&from=2020-10").text).links()) for one in (anonymous, staff)
    )
    hidden = {link.partition("?")[0] for link in internal - public if link.startswith("/engagements/20")}
    assert hidden
    for link in hidden:
        assert anonymous.get(link.partition("#")[0]).status_code == 404
        page = staff.get(link.partition("#")[0])
        assert page.status_code == 200
        assert "INTERNAL" in page.text
        assert page.headers["cache-control"].startswith("private")
    assert "INTERNAL" not in anonymous.get("/").text


def test_a_dataset_without_its_index_says_so_on_a_page(dataset_path: object, tmp_path: object) -> None:
    from pathlib import Path  # noqa: PLC0415

    path = Path(str(dataset_path))
    edition = Dataset.open(path).edition()
    for file in edition.index_path("public").iterdir():
        if file.is_file():
            file.unlink()
    with client_of(path, Accept="text/html") as client:
        page = client.get("/?lang=en")
    assert page.status_code == 500
    assert "Damaged edition" in page.text
