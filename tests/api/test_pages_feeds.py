"""Subscriptions: an Atom feed and a calendar of any filtered list."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from icalendar import Calendar
from starlette.testclient import TestClient

from graph.build import Run
from graph.drafts import draft_of
from graph.recording import record
from graph.store.dataset import Dataset
from tests.api.conftest import client_of
from tests.graph.test_recording import CALL

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_of_a_list_is_atom_with_stable_ids(client: TestClient) -> None:
    answer = client.get("/feeds/engagements.atom?series=jp-eu-us-trilateral&lang=en")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 - our own words
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 4
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert "https://w3id.org/sankyoku/id/engagement/2019-05-jp-eu-us-trilateral-1" in ids
    for one in (feed, *entries):
        assert one.findtext(f"{ATOM}updated")
        assert one.findtext(f"{ATOM}title")
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert client.get(link.attrib["href"].removeprefix("http://testserver")).status_code == 200


def test_an_unchanged_feed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/feeds/engagements.atom")
    again = client.get("/feeds/engagements.atom", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_the_calendar_of_a_list_opens_as_a_calendar(client: TestClient) -> None:
    answer = client.get("/feeds/engagements.ics?series=appa-forum&lang=ja")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "content-disposition" not in answer.headers
    total = client.get("/api/v1/engagements?series=appa-forum&limit=1").json()["total"]
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == total


def test_a_feed_of_a_wrong_filter_is_refused(client: TestClient) -> None:
    assert client.get("/feeds/engagements.atom?from=2019-13").status_code == 400
    assert client.get("/feeds/engagements.ics?with=nobody").status_code == 404


def test_an_entry_is_new_only_where_it_says_something_new(dataset_path: Path, run: Run) -> None:
    def updated() -> dict[str, str]:
        with client_of(dataset_path) as client:
            feed = ElementTree.fromstring(client.get("/feeds/engagements.atom?with=us-ftc").content)  # noqa: S314
            entries = feed.findall(f"{ATOM}entry")
            told = {str(one.findtext(f"{ATOM}title")): str(one.findtext(f"{ATOM}updated")) for one in entries}
            return {**told, "": str(feed.findtext(f"{ATOM}updated"))}

    first = updated()
    record(Dataset.open(dataset_path), run, draft_of({**CALL, "key": "internal-form"}))
    assert updated() == first
    record(Dataset.open(dataset_path), run, draft_of({**CALL, "disclosure": "public"}))
    second = updated()
    new = set(second) - set(first)
    assert len(new) == 1
    assert {name: second[name] for name in first if name} == {name: first[name] for name in first if name}
    assert second[new.pop()] == second[""] > first[""]
