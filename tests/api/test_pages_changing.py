"""What changed, on a page and by program: since a date or an edition, in words, for each reader's own view."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.build import Run
from graph.drafts import draft_of
from graph.recording import entries, record, revise, withdraw
from graph.store.dataset import Dataset
from tests.api.browsing import browsing
from tests.api.conftest import client_of
from tests.graph.test_recording import CALL


def test_new_changed_and_withdrawn_are_told_apart(dataset_path: Path, run: Run) -> None:
    dataset = Dataset.open(dataset_path)
    record(
        dataset, run, draft_of({**CALL, "key": "another-form", "title": {"en": "Short-lived"}, "when": "2026-10-01"})
    )
    record(dataset, run, draft_of(CALL))
    base = dataset.current_id()
    lived, call = sorted(entries(dataset), key=lambda one: one.accounts[0].title.en != "Short-lived")
    withdraw(dataset, run, lived.slug, "a mistake")
    changed = draft_of({**CALL, "mode": "in-person", "country": "US", "statements": []})
    revise(dataset, run, call.slug, changed, revision=0, reason="it was a visit")
    record(dataset, run, draft_of({**CALL, "key": "third-form", "title": {"en": "Third call"}, "when": "2026-11-23"}))
    with browsing(dataset_path, "staff") as browser, client_of(dataset_path) as public:
        page = browser.open(f"/changes?since={base}").text
        for told in ("Third call", "Short-lived", "place", "United States", "(none)"):
            assert told in page
        outside = public.get(f"/changes?since={base}").text
        assert "No meeting changed" in outside or "会合等に変更はありません" in outside
        assert "Third call" not in outside
        json = browser.client.get(f"/api/v1/changes?since={base}").json()
        assert [len(json[name]) for name in ("added", "changed", "removed")] == [1, 1, 1]


@pytest.mark.parametrize("since", ["2026-11-01", "令和8年11月", "1 November 2026", ""])
def test_dates_of_every_form_are_understood(client: TestClient, since: str) -> None:
    answer = client.get("/changes", params={"since": since})
    assert answer.status_code == 200
    if since:
        told = client.get("/api/v1/changes", params={"since": since}).json()
        assert told["since"]["day"] == "2026-11-01"
        assert told["since"]["compared"] == told["older"]


@pytest.mark.parametrize("since", ["0001-01-01", "9999-12-31", "../2019", "2019-05/.."])
def test_the_ends_of_the_calendar_are_dates_too(client: TestClient, since: str) -> None:
    assert client.get("/changes", params={"since": since}).status_code == 200


@pytest.mark.parametrize("since", ["nothing", "2026-13-45", "20200101T000000Z-00000000", "<script>alert(1)</script>"])
def test_what_is_neither_a_date_nor_an_edition_is_told_so(client: TestClient, since: str) -> None:
    answer = client.get("/changes", params={"since": since}, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
    assert client.get("/api/v1/changes", params={"since": since}).status_code == 404
