"""Bringing in a list, on the page and by program: looked through, corrected, taken in once, seen by staff alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from httpx2 import Response

from tests.api.browsing import Browser, browsing
from tests.api.conftest import client_of, token_for
from tests.api.pages import seen
from tests.graph.test_importing import CSV

LIST = "/api/v1/engagements/import"
CORRECTED = {
    "heading": ["いつ", "だれと", "どこ"],
    "column": ["date", "name", "place"],
    "unasked": ["unused", "unused", "unused"],
    "publisher": "ppc-japan",
    "disclosure": "internal",
    "name": "list.csv",
}


def upload(browser: Browser, data: bytes = CSV, name: str = "list.csv") -> Response:
    return browser.client.post(
        "/import",
        data={"form_token": browser.form_token("/import"), "publisher": "ppc-japan", "disclosure": "internal"},
        files={"file": (name, data, "text/csv")},
        headers={"Sec-Fetch-Site": "same-origin"},
        follow_redirects=False,
    )


def test_a_list_is_looked_through_corrected_and_taken_in(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser, client_of(dataset_path) as public:
        first = upload(browser)
        assert first.status_code == 200
        assert "say which column holds the date" in first.text
        waiting = seen(first.text).all("input", name="waiting")[0]["value"]
        second = browser.send("/import", {**CORRECTED, "waiting": waiting})
        page = seen(second.text)
        assert second.status_code == 200
        assert "a month or a day is needed." in second.text
        assert "2024-02-30" in second.text
        assert "/engagements/2019-05-29-appa-forum-51" in page.links()
        assert not page.unclosed
        done = browser.send("/import", {**CORRECTED, "waiting": waiting, "confirm": "yes"})
        assert done.status_code == 303
        assert "The list was taken in" in browser.open(done.headers["location"]).text
        inside, outside = (each.get("/api/v1/engagements?q=2024-02-06") for each in (browser.client, public))
        assert inside.json()["total"] == outside.json()["total"] + 1
        gone = browser.send("/import", {**CORRECTED, "waiting": waiting, "confirm": "yes"})
        assert gone.status_code == 400
        assert "choose the file again" in gone.text
        assert "in already" in upload(browser).text


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "", "Choose a file"),
        (b"%PDF-1.7", "a.pdf", "is not a list"),
        (b"PK\x03\x04xx", "a.xlsx", "damaged workbook"),
        (b"date,meeting\n", "a.csv", "no rows below"),
    ],
)
def test_what_is_no_list_is_told_on_the_form(dataset_path: Path, data: bytes, name: str, words: str) -> None:
    with browsing(dataset_path, "staff") as browser:
        answer = upload(browser, data, name)
        assert answer.status_code == (422 if name else 400)
        assert words in answer.text
        assert seen(answer.text).all("input", id="file")


def test_markup_in_names_and_cells_is_shown_not_run(dataset_path: Path) -> None:
    bad = "<script>alert(1)</script>"
    with browsing(dataset_path, "staff") as browser:
        answer = upload(browser, f"開催日,会議名,{bad}\nsoon {bad},FTC {bad},{bad}\n".encode(), f"{bad}.csv")
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def test_only_staff_import_and_only_from_our_own_form(dataset_path: Path) -> None:
    with browsing(dataset_path, "reader") as browser:
        assert browser.open("/import").status_code == 403
    with browsing(dataset_path, "staff") as browser:
        answer = browser.client.post("/import", data={"confirm": "yes"}, files={"file": ("a.csv", CSV)})
        assert answer.status_code == 403


def test_a_program_sends_a_list_itself_or_in_a_form(dataset_path: Path) -> None:
    asked = {"column": ["いつ:date", "だれと:name", "どこ:place"], "dry_run": "true"}
    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'staff')}") as staff:
        plain = staff.post(LIST, params=asked, content=CSV, headers={"Content-Type": "text/csv"})
        assert plain.status_code == 200, plain.text
        told = plain.json()
        assert told["counts"] == {"new": 1, "known": 1, "review": 1, "wrong": 4, "left-out": 1}
        assert (told["dry_run"], told["changed"]) == (True, False)
        assert told["rows"][1]["engagements"] == ["2019-05-29-appa-forum-51"]
        assert told["rows"][3]["column"] == 0
        assert told["rows"][3]["message"]["ja"]
        form = staff.post(LIST, params=asked, files={"file": ("list.csv", CSV, "text/csv")})
        assert form.json() == told
        taken = [
            staff.post(LIST, params={**asked, "dry_run": "false"}, files={"file": ("list.csv", CSV)}).json()
            for _ in range(2)
        ]
        assert [one["changed"] for one in taken] == [True, False]
        assert staff.post(LIST, content=b"{}", headers={"Content-Type": "application/json"}).status_code == 415
        wrong = staff.post(LIST, params={"column": "x:nothing"}, content=CSV, headers={"Content-Type": "text/csv"})
        assert wrong.status_code == 400
        large = staff.post(LIST, content=b"a" * 10_000_001, headers={"Content-Type": "text/csv"})
        assert large.status_code == 413


@pytest.mark.parametrize("role", [None, "reader"])
def test_nobody_else_sends_a_list(dataset_path: Path, role: str | None) -> None:
    headers = {"Authorization": f"Bearer {token_for(dataset_path, role)}"} if role else {}  # type: ignore[arg-type]
    with client_of(dataset_path, **headers) as client:
        answer = client.post(LIST, content=CSV, headers={"Content-Type": "text/csv"})
        assert answer.status_code == (403 if role else 401)
