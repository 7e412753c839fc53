"""The list of meetings on a page: filters, dates of every form, certain and possible, facets, paging, taking away."""

from __future__ import annotations

import csv
import io
import re

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from tests.api.pages import seen


def count(words: str) -> int:
    found = re.search(r"([\d,]+) found", words)
    assert found
    return int(found[1].replace(",", ""))


def test_filters_stand_in_the_address_and_can_be_taken_away(client: TestClient) -> None:
    page = seen(client.get("/engagements?with=us-ftc&kind=trilateral-meeting").text)
    assert count(page.words) == 4
    removing = [link for link in page.links() if link == "/engagements?kind=trilateral-meeting"]
    assert removing
    fewer = seen(client.get("/engagements?with=us-ftc,ppc-japan").text)
    assert "/engagements?with=us-ftc" in fewer.links()


def test_facets_lead_to_as_many_as_they_say(client: TestClient) -> None:
    html = client.get("/engagements?with=us-ftc").text
    found = re.findall(r'<a href="(/engagements\?with=us-ftc&amp;\w+=[^"]+)"><span>.*?</span><span>(\d+)</span>', html)
    assert len(found) > 10
    for link, told in found[:12]:
        assert count(seen(client.get(link.replace("&amp;", "&")).text).words) == int(told), link


@pytest.mark.parametrize("typed", ["2019-05", "令和元年5月", "May 2019", "令和元年５月", "R1.5"])
def test_dates_of_every_form_are_understood(client: TestClient, typed: str) -> None:
    asked = client.get("/engagements", params={"from": typed, "to": typed})
    same = client.get("/engagements", params={"from": "2019-05", "to": "2019-05"})
    assert count(seen(asked.text).words) == count(seen(same.text).words) > 0


def test_what_only_may_lie_in_the_span_is_marked_and_can_be_left_out(client: TestClient) -> None:
    span = {"from": "2019-05-10", "to": "2019-05-31"}
    possible = client.get("/engagements", params=span).text
    certain = client.get("/engagements", params={**span, "match": "certain"}).text
    assert "possibly in the span" in possible
    assert "possibly in the span" not in certain
    assert count(seen(certain).words) < count(seen(possible).words)
    assert f"({count(seen(certain).words)} surely in the span)" in possible


def test_pages_of_the_list_follow_each_other_and_lose_nothing(client: TestClient) -> None:
    total = count(seen(client.get("/engagements").text).words)
    address, slugs = "/engagements?limit=60", []
    while address:
        page = seen(client.get(address).text)
        slugs += [link for link in dict.fromkeys(page.links()) if re.fullmatch(r"/engagements/[^?#]+", link)]
        address = next((told["href"] for told in page.all("a", rel="next")), "")
    assert len(slugs) == len(set(slugs)) == total


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("from=2019-13", 400, "2019-13"),
        ("from=2019-06&to=2019-05", 400, "ends"),
        ("with=us-fct", 404, "us-ftc"),
        ("cursor=abc", 400, ""),
        ("colour=blue", 400, "colour"),
        ("limit=0", 400, "limit"),
        ("match=perhaps", 400, "perhaps"),
    ],
)
def test_what_cannot_be_answered_is_told_above_the_form_that_keeps_it(
    client: TestClient, query: str, status: int, words: str
) -> None:
    answer = client.get(f"/engagements?{query}")
    assert answer.status_code == status
    page = seen(answer.text)
    assert page.all("div", role="alert")
    assert words in page.words
    assert page.all("input", name="from")
    if query.startswith("from=2019-13"):
        assert page.all("input", name="from")[0]["value"] == "2019-13"


def test_nothing_found_says_what_that_means(client: TestClient) -> None:
    page = client.get("/engagements?with=us-ftc&from=1999&to=2000").text
    assert "Nothing in these sources" in page
    assert "That does not say that nothing happened" in page


def test_a_list_is_taken_away_with_its_filters(client: TestClient) -> None:
    page = seen(client.get("/engagements?series=appa-forum&lang=en").text)
    for form, media in (("csv", "text/csv"), ("xlsx", "spreadsheetml"), ("json", "json"), ("ics", "text/calendar")):
        link = next(link for link in page.links() if f"format={form}" in link)
        answer = client.get(link)
        assert answer.status_code == 200
        assert media in answer.headers["content-type"]
    atom = next(link for link in page.links() if ".atom" in link)
    assert client.get(atom).text.count("<entry>") == count(page.words)


def test_a_meeting_shows_every_source_with_its_words(anonymous: TestClient) -> None:
    found = anonymous.get("/api/v1/engagements?document=fy2017-bilateral&limit=1").json()
    slug = found["items"][0]["slug"] if found["items"] else None
    sources = anonymous.get(f"/api/v1/engagements/{slug}").json()["sources"]
    page = seen(anonymous.get(f"/engagements/{slug}").text)
    assert len([told for told in page.all("li") if told.get("id", "").startswith("source-")]) == len(sources)
    for source in sources:
        assert any(link.startswith(f"/documents/{source['document']}") for link in page.links())


def test_a_meeting_tells_place_and_mode_apart_and_how_exact_its_date_is(client: TestClient) -> None:
    page = client.get("/engagements/2019-05-jp-eu-us-trilateral-1").text
    assert "known to the month" in page
    words = " ".join(seen(page).words.split())
    assert "Where France" in words
    assert "Mode in person" in words
    after = client.get("/engagements/2019-06-jp-eu-us-trilateral-2").text
    assert 'href="/engagements/2019-05-jp-eu-us-trilateral-1"' in after
    assert 'href="/engagements/2019-06-jp-eu-us-trilateral-3"' in after
    assert 'type="application/ld+json"' in page


@pytest.mark.parametrize("name", ["authorities", "frameworks", "series", "documents"])
def test_the_lists_of_the_catalogue_are_taken_away(client: TestClient, name: str) -> None:
    page = seen(client.get(f"/{name}").text)
    assert {f"/{name}.csv", f"/{name}.xlsx", f"/api/v1/{name}"} <= set(page.links())
    total = client.get(f"/api/v1/{name}").json()["total"]
    table = list(csv.DictReader(io.StringIO(client.get(f"/{name}.csv").content.decode("utf-8-sig"))))
    assert len(table) == total
    assert all(
        row["slug"] and (row.get("name_en") or row.get("name_ja") or row.get("title_en") or "slug") for row in table
    )
    sheet = load_workbook(io.BytesIO(client.get(f"/{name}.xlsx").content)).worksheets[0]
    assert sheet.max_row == total + 1


def test_there_is_no_table_of_anything_else(client: TestClient) -> None:
    for address in ("/secrets.csv", "/authorities.exe", "/tokens.json", "/session.key"):
        assert client.get(address).status_code == 404


def test_japanese_lists_are_sorted_as_they_are_read(client: TestClient) -> None:
    def names(path: str) -> list[str]:
        html = client.get(path).text.partition("<main")[2]
        return re.findall(r'<a href="/(?:frameworks|authorities)/[^"]+">([^<]+)</a>', html)

    laws = [
        name
        for name in names("/frameworks?lang=ja")
        if name in ("一般データ保護規則(GDPR)", "法執行指令", "EUデータ保護指令")
    ]
    assert laws == ["EUデータ保護指令", "一般データ保護規則(GDPR)", "法執行指令"]  # いーゆー, いっぱん, ほう
    economies = re.findall(r"<h2>([^<]+)</h2>", client.get("/authorities?lang=ja").text)
    assert economies[:3] == ["日本", "米国", "欧州連合"]
    assert (
        economies.index("英国")
        < economies.index("オーストラリア")
        < economies.index("韓国")
        < economies.index("台湾（チャイニーズ・タイペイ）")
    )
    assert "べいこくれんぽうとりひきいいんかい" in client.get("/authorities/us-ftc?lang=ja").text
    assert "べいこくれんぽうとりひきいいんかい" not in client.get("/authorities/us-ftc?lang=en").text
    assert "Federal Trade Commission" in client.get("/authorities?q=れんぽうとりひき&lang=en").text
