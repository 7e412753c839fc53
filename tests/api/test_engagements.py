"""The list of engagements by HTTP: its shape, its filters, its pages, its formats, its caching."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from starlette.testclient import TestClient

FTC_2019 = "/api/v1/engagements?with=us-ftc&from=2019-01&to=2019-12&order=oldest"


def items(client: TestClient, address: str) -> list[dict[str, Any]]:
    """The items of a list."""
    told: list[dict[str, Any]] = client.get(address).json()["items"]
    return told


def test_the_ftc_in_2019_in_order_each_with_its_source(client: TestClient) -> None:
    told = client.get(FTC_2019).json()
    assert [one["when"]["edtf"] for one in told["items"]] == ["2019-02", "2019-05", "2019-06", "2019-06", "2019-09"]
    assert told["total"] == 5
    for one in told["items"]:
        assert one["sources"]
        assert all(source["document"] and source["locator"] for source in one["sources"])
        assert {"us-ftc", "ppc-japan"} <= {part["authority"] for part in one["participants"]}


def test_a_list_says_edition_coverage_and_facets(client: TestClient) -> None:
    told = client.get(FTC_2019).json()
    assert set(told) >= {"edition", "coverage", "total", "items", "next", "facets"}
    assert "not that they did not meet" in told["coverage"]["text"]["en"]
    assert {one["value"]: one["count"] for one in told["facets"]["kind"]} == {
        "bilateral-meeting": 1,
        "trilateral-meeting": 4,
    }


def test_an_engagement_has_every_field_of_the_contract(client: TestClient) -> None:
    one = client.get("/api/v1/engagements/2019-06-jp-eu-us-trilateral-2").json()
    assert set(one) >= {
        "id", "slug", "title", "kind", "status", "when", "place", "series", "ordinal", "participants", "frameworks",
        "topics", "statements", "sources",
    }  # fmt: skip
    assert one["place"] == {"country": "JP", "countries": ["JP"], "city": None, "mode": "in-person"}
    assert one["when"]["earliest"] == "2019-06-01"
    assert one["title"]["ja"]


@pytest.mark.parametrize(
    ("query", "certain", "possible"),
    [("from=2019-06-01&to=2019-06-30", 6, 1), ("from=2019-06-15&to=2019-06-20", 2, 2), ("date=令和元年6月", 6, 1)],
)
def test_certain_and_possible_are_told_apart(client: TestClient, query: str, certain: int, possible: int) -> None:
    told = client.get(f"/api/v1/engagements?{query}&document=ppc-activity-report-fy2019-h1").json()
    matches = [one["when"]["match"] for one in told["items"]]
    assert (matches.count("certain"), matches.count("possible")) == (certain, possible)
    assert told["certain"] == certain


def test_only_the_certain_ones_on_request(client: TestClient) -> None:
    assert all(
        one["when"]["match"] == "certain"
        for one in items(client, "/api/v1/engagements?from=2019-06-15&to=2019-06-20&match=certain")
    )


def test_pages_follow_each_other_by_link_without_gap_or_repeat(client: TestClient) -> None:
    address: str | None = "/api/v1/engagements?limit=40&facets=false"
    seen: list[str] = []
    while address:
        answer = client.get(address)
        seen += [one["slug"] for one in answer.json()["items"]]
        address = answer.links.get("next", {}).get("url")
    assert len(seen) == len(set(seen)) == 161
    assert seen == [one["slug"] for one in items(client, "/api/v1/engagements?limit=1000")]


def test_the_history_of_a_body_is_the_filtered_list(client: TestClient) -> None:
    whole = client.get("/api/v1/engagements?with=european-commission").json()
    own = client.get("/api/v1/authorities/european-commission/history").json()
    assert own["items"] == whole["items"]
    assert client.get("/api/v1/authorities/nobody/history").status_code == 404


def test_only_the_fields_asked_for(client: TestClient) -> None:
    assert set(items(client, "/api/v1/engagements?limit=1&fields=title,when")[0]) == {"id", "slug", "title", "when"}


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("from=2019-13", 400, "is not a date"),
        ("from=2020&to=2019", 400, "ends"),
        ("with=us-fct", 404, "us-ftc"),
        ("kind=chat", 404, "chat"),
        ("limit=0", 400, "limit"),
        ("limit=many", 400, "limit"),
        ("cursor=broken", 400, "first page"),
        ("colour=red", 400, "colour"),
        ("match=perhaps", 400, "match"),
        ("format=pdf", 400, "format"),
        ("q=" + "x" * 5000, 413, "300"),
        ("edition=20200101T000000Z-00000000", 404, "edition"),
    ],
)
def test_bad_input_gets_one_clear_sentence(client: TestClient, query: str, status: int, words: str) -> None:
    answer = client.get(f"/api/v1/engagements?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert words in told["detail"]
    assert told["title"]["en"]
    assert told["title"]["ja"]


def test_the_sentence_is_in_the_readers_language(client: TestClient) -> None:
    answer = client.get("/api/v1/engagements?from=2019-13", headers={"Accept-Language": "ja"})
    assert "日付" in answer.json()["detail"]


@pytest.mark.parametrize("attack", ["' OR 1=1 --", '"NEAR(', "*", "<script>alert(1)</script>", "a AND b NOT c", "\x00"])
def test_search_syntax_is_only_words(client: TestClient, attack: str) -> None:
    answer = client.get("/api/v1/engagements", params={"q": attack})
    assert answer.status_code == 200
    assert answer.json()["total"] <= 161


def test_csv_holds_what_the_list_holds(client: TestClient) -> None:
    answer = client.get("/api/v1/engagements?with=us-ftc", headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    told = client.get("/api/v1/engagements?with=us-ftc&limit=1000").json()
    assert [row["id"] for row in rows] == [one["slug"] for one in told["items"]]
    assert "attachment" in answer.headers["content-disposition"]


def test_a_workbook_says_what_it_was_drawn_from(client: TestClient) -> None:
    answer = client.get("/api/v1/engagements?series=appa-forum&format=xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["engagements", "about"]
    assert "Edition" in str(book["about"]["A1"].value)


def test_a_calendar_never_invents_a_day(client: TestClient) -> None:
    answer = client.get("/api/v1/engagements?series=jp-eu-us-trilateral&format=ics")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(events) == 4
    for event in events:
        assert (event.decoded("dtend") - event.decoded("dtstart")).days >= 30
        assert "2019" in str(event["summary"])


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get(FTC_2019)
    tag = first.headers["etag"]
    assert not tag.startswith("W/")
    again = client.get(FTC_2019, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(FTC_2019, headers={"If-None-Match": tag, "Accept": "text/csv"})
    assert other.status_code == 200
    assert {"Accept", "Accept-Language"} <= {name.strip() for name in first.headers["vary"].split(",")}


def test_an_address_that_names_its_edition_may_be_kept_for_good(client: TestClient) -> None:
    edition = client.get(FTC_2019).json()["edition"]
    pinned = client.get(f"{FTC_2019}&edition={edition}")
    assert "immutable" in pinned.headers["cache-control"]
    assert "immutable" not in client.get(FTC_2019).headers["cache-control"]


def test_no_format_that_we_do_not_have(client: TestClient) -> None:
    answer = client.get("/api/v1/engagements", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert "application/json" in answer.json()["detail"]
