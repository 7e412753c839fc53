"""The review queue in the browser: passage beside claim, decisions that are published at once and can be undone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.build import Run, ingest
from graph.reading import Crew, Wish
from graph.review import queue
from graph.store.dataset import Dataset
from tests.api.browsing import Browser, browsing
from tests.api.pages import seen
from tests.conftest import BASE
from tests.graph.test_review import AMBIGUOUS


@pytest.fixture
def waiting(dataset_path: Path, write_document: object) -> Path:
    """A dataset in which something waits."""
    file = write_document("report.txt", AMBIGUOUS)  # type: ignore[operator]
    ingest(Dataset.open(dataset_path), Run(BASE), [file], Wish(publisher="ppc-japan"), Crew())
    return dataset_path


@pytest.fixture
def browser(waiting: Path) -> Iterator[Browser]:
    with browsing(waiting, "staff") as made:
        yield made


def first_key(path: Path) -> str:
    items = queue(Dataset.open(path), BASE).items
    assert items, "nothing waits"
    return items[0].key


def test_the_passage_stands_beside_the_claim_with_its_words_marked(browser: Browser) -> None:
    page = browser.open("/review")
    assert "1 item waits." in page.text
    assert "<mark>" in page.text
    assert seen(page.text).all("button", name="verdict", value="accept")


def test_accepting_publishes_at_once_and_undoing_brings_it_back(browser: Browser, waiting: Path) -> None:
    key = first_key(waiting)
    before = len(queue(Dataset.open(waiting), BASE).items)
    done = browser.send("/review", {"key": key, "verdict": "accept", "reason": "checked"})
    assert done.status_code == 303
    after = browser.open(done.headers["location"])
    assert "Recorded, and published" in after.text
    assert "checked" in after.text
    assert len(queue(Dataset.open(waiting), BASE).items) == before - 1
    decision = seen(after.text).all("input", name="key")[-1]["value"]
    assert browser.send("/review", {"key": decision, "verdict": "undo"}).status_code == 303
    assert len(queue(Dataset.open(waiting), BASE).items) == before


def test_who_comes_second_is_told(browser: Browser, waiting: Path) -> None:
    key = first_key(waiting)
    assert browser.send("/review", {"key": key, "verdict": "reject"}).status_code == 303
    late = browser.send("/review", {"key": key, "verdict": "accept"})
    assert late.status_code == 409
    assert "decided by somebody else" in late.text


def test_a_correction_changes_what_is_told(browser: Browser, waiting: Path) -> None:
    key = first_key(waiting)
    page = browser.open("/review").text
    values = {
        name: html.unescape(re.search(rf'name="{name}" value="([^"]*)"', page)[1])  # type: ignore[index]
        for name in ("title_ja", "title_en", "country", "city", "series", "ordinal")
    }
    account = queue(Dataset.open(waiting), BASE).items[0].accounts[0]
    fields = {
        **values,
        "kind": account.kind,
        "status": account.status,
        "mode": account.place.mode,
        "level": account.level or "",
    }
    nothing = browser.send("/review", {**fields, "key": key, "verdict": "correct", "when": account.when.edtf})
    assert nothing.status_code == 400
    assert "Nothing was corrected" in nothing.text
    wrong = browser.send("/review", {**fields, "key": key, "verdict": "correct", "when": "2019-99"})
    assert wrong.status_code == 400
    assert 'value="2019-99"' in wrong.text
    right = browser.send(
        "/review", {**fields, "key": key, "verdict": "correct", "when": "令和3年6月3日", "city": "London"}
    )
    assert right.status_code == 303
    assert "3 June 2021" in browser.open("/engagements?from=2021-06-03&to=2021-06-03&match=certain").text


def test_an_unknown_decision_is_refused(browser: Browser, waiting: Path) -> None:
    assert browser.send("/review", {"key": first_key(waiting), "verdict": "burn"}).status_code == 400
    assert browser.send("/review", {"key": "nothing", "verdict": "undo"}).status_code == 404
