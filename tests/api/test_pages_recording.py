"""Entering a meeting by hand, in the browser: messages beside the fields, nothing lost, nothing told twice."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from graph.recording import entries
from graph.store.dataset import Dataset
from tests.api.browsing import Browser, browsing
from tests.api.conftest import client_of
from tests.api.pages import seen

CALL: dict[str, str | list[str]] = {
    "title_en": "Call with the FTC",
    "kind": "conference-call",
    "when": "令和8年11月20日",
    "status": "held",
    "mode": "online",
    "who": ["Personal Information Protection Commission", "FTC", "", "A new agency"],
    "role": ["participant", "participant", "participant", "observer"],
    "post": ["", "Chairperson", "", ""],
    "rank": ["", "commissioner", "", ""],
    "said": ["promised", "agreed"],
    "by": ["FTC", ""],
    "about": ["Sending draft dates for the next meeting", "日程を調整すること"],
    "due": ["2026-11-22", ""],
    "state": ["", ""],
    "framework": ["apec-cbpr"],
    "topic": ["data-flows"],
    "note": "They promised draft dates by 22 November.",
    "disclosure": "internal",
    "key": "a-key-of-this-form",
}


def entered(browser: Browser, **changed: str | list[str]) -> str:
    """The slug of the engagement that the form makes."""
    answer = browser.send("/record", {**CALL, **changed})
    assert answer.status_code == 303, seen(answer.text).words
    return answer.headers["location"].partition("?")[0].rpartition("/")[2]


def test_a_meeting_is_entered_and_only_staff_see_it(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser, client_of(dataset_path) as public:
        slug = entered(browser)
        page = browser.open(f"/engagements/{slug}")
        for told in ("Call with the FTC", "Chairperson", "Sending draft dates", "A new agency", "not identified"):
            assert told in page.text
        dossier = browser.open("/authorities/us-ftc").text
        assert "1 overdue" in dossier
        for address in ("/", "/engagements", "/authorities/us-ftc", "/documents", "/feeds/engagements.atom"):
            told = public.get(address).text
            assert "Call with the FTC" not in told
            assert "draft dates" not in told
        assert public.get(f"/engagements/{slug}").status_code == 404
        assert public.get("/api/v1/engagements?q=draft dates").json()["total"] == 0


def test_a_form_sent_twice_is_entered_once(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        assert entered(browser) == entered(browser)
        assert len(entries(Dataset.open(dataset_path))) == 1


def test_a_form_sent_again_with_other_words_is_told_so_and_becomes_another_entry(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        entered(browser)
        again = {**CALL, "title_en": "Another call", "when": "2026-11-21"}
        answer = browser.send("/record", again)
        assert answer.status_code == 409
        page = seen(answer.text)
        assert page.all("input", id="title_en")[0]["value"] == "Another call"
        key = page.all("input", name="key")[0]["value"]
        assert browser.send("/record", {**again, "key": key}).status_code == 303
        assert len(entries(Dataset.open(dataset_path))) == 2


def test_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost(dataset_path: Path) -> None:
    wrong = {"when": "2026-13-45", "kind": "", "note": "", "due": ["soon", ""], "by": ["Nobody at all", ""]}
    with browsing(dataset_path, "staff") as browser:
        answer = browser.send("/record", {**CALL, **wrong})
        assert answer.status_code == 422
        page = seen(answer.text)
        invalid = {
            told["id"] for tag in ("input", "select", "textarea") for told in page.all(tag, **{"aria-invalid": "true"})
        }
        assert {"when", "kind", "note", "due-0"} <= invalid
        for told in page.all("input", **{"aria-invalid": "true"}):
            assert f'id="{told["aria-describedby"]}"' in answer.text
        assert page.all("input", id="when")[0]["value"] == "2026-13-45"
        assert page.all("input", id="about-0")[0]["value"] == "Sending draft dates for the next meeting"
        assert page.all("input", id="who-2")[0]["value"] == "A new agency"
        assert any(
            told.get("value") == "apec-cbpr" and "checked" in told for told in page.all("input", name="framework")
        )
        named = browser.send("/record", {**CALL, "by": ["Nobody at all", ""]})
        assert named.status_code == 422
        assert "Nobody at all is not known" in named.text
        assert not entries(Dataset.open(dataset_path))


def test_two_people_who_change_one_entry_are_told(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        slug = entered(browser)
        note = entries(Dataset.open(dataset_path))[0].slug
        page = seen(browser.open(f"/record/{slug}").text)
        assert page.all("input", id="title_en")[0]["value"] == "Call with the FTC"
        assert page.all("input", id="when")[0]["value"] == "令和8年11月20日"
        first = browser.send(f"/record/{note}", {**CALL, "title_en": "Second call", "revision": "0", "reason": "typo"})
        assert first.status_code == 303
        second = browser.send(f"/record/{note}", {**CALL, "title_en": "Third call", "revision": "0"})
        assert second.status_code == 409
        assert "changed this entry meanwhile" in second.text
        assert seen(second.text).all("input", id="title_en")[0]["value"] == "Third call"
        assert "Call with the FTC" in browser.open(f"/record/{note}").text  # what it said before


def test_withdrawing_needs_a_reason_and_keeps_the_entry(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        slug = entered(browser)
        note = entries(Dataset.open(dataset_path))[0].slug
        refused = browser.send(f"/record/{note}", {**CALL, "withdraw": "yes", "reason": ""})
        assert refused.status_code == 422
        assert seen(refused.text).all("input", id="reason", **{"aria-invalid": "true"})
        done = browser.send(f"/record/{note}", {**CALL, "withdraw": "yes", "reason": "entered by mistake"})
        assert done.status_code == 303
        assert browser.open(f"/engagements/{slug}").status_code in (404, 410)
        assert "entered by mistake" in browser.open("/record").text


def test_markup_in_every_field_is_shown_not_run(dataset_path: Path) -> None:
    bad = "<script>alert(1)</script>"
    hostile = dict.fromkeys(("title_en", "city", "note"), bad)
    with browsing(dataset_path, "staff") as browser:
        slug = entered(browser, **hostile, who=[bad, "FTC", "", ""], about=[bad, bad], post=[bad, "", "", ""])
        for address in (f"/engagements/{slug}", f"/record/{slug}", "/", "/record", "/authorities/us-ftc", "/documents"):
            assert "<script>alert" not in browser.open(address).text


def test_more_rows_come_without_script(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        more = seen(browser.send("/record", {**CALL, "more": "yes"}).text)
        assert len(more.all("input", name="who")) == 6
        assert more.all("input", id="title_en")[0]["value"] == "Call with the FTC"


def test_adding_to_a_meeting_begins_with_what_is_known(dataset_path: Path, client: TestClient) -> None:
    slug = "2019-05-jp-eu-us-trilateral-1"
    with browsing(dataset_path, "staff") as browser:
        page = seen(browser.open(f"/record/{slug}").text)
        assert page.all("input", id="when")[0]["value"] == "2019-05"
        assert page.all("input", id="ordinal")[0]["value"] == "1"
        assert browser.open("/record/nothing").status_code == 404
        about = seen(browser.open("/record?with=us-ftc").text)
        assert about.all("input", id="who-1")[0]["value"] == "Federal Trade Commission"
