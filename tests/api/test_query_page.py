"""The query page: a plain form that works without script, the editor where it is installed, queries to share."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from starlette.testclient import TestClient

from api.linked.pages import has_static
from api.linked.sharing import LONGEST, share, shared
from api.linked.snippets import snippets
from graph.errors import BadQuery, LimitExceeded
from graph.store.dataset import Dataset
from ontology.terms import Engagement
from tests.api.conftest import client_of
from tests.api.server import serving

QUERY = "SELECT ?s WHERE { ?s a <https://w3id.org/sankyoku/def#Engagement> } # \"会合\" \\ 'quoted'\nLIMIT 3"
SPARQL = {"Content-Type": "application/sparql-query"}
CHROMIUM = shutil.which("chromium")


@pytest.fixture
def reader(dataset_path: Path) -> Iterator[TestClient]:
    """An anonymous reader of a dataset of one's own."""
    with client_of(dataset_path, **{"Accept-Language": "en"}) as client:
        yield client


def test_the_plain_form_asks_the_endpoint(client: TestClient) -> None:
    page = client.get("/query").text
    assert '<form id="plain" action="/sparql" method="get">' in page
    text = unescape(re.search(r'<textarea id="query"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1])  # type: ignore[index]
    for name in re.findall(r"<option>(\w+)</option>", page)[:4]:
        answer = client.get("/sparql", params={"query": text, "format": name})
        assert answer.status_code == 200


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_is_in_the_readers_language_and_lists_every_example(client: TestClient, language: str) -> None:
    answer = client.get("/query", headers={"Accept-Language": language})
    assert f'<html lang="{language}">' in answer.text
    assert ("検索の例" in answer.text) == (language == "ja")
    assert len(re.findall(r"data-example=", answer.text)) >= 25
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert not re.search(r"<script(?![^>]* src=\"/linked/)", answer.text)
    assert " style=" not in answer.text and "<style" not in answer.text


def test_it_begins_with_what_the_address_says(client: TestClient) -> None:
    assert "ASK { ?x a ?y }" in unescape(client.get("/query", params={"query": "ASK { ?x a ?y }"}).text)
    assert "series:appa-forum" in client.get("/query?example=11-a-series-in-order").text
    assert client.get("/query?example=none").status_code == 404
    evil = client.get("/query", params={"query": "</textarea><script>alert(1)</script>"}).text
    assert "<script>alert" not in evil


def test_a_query_is_shared_by_short_address(reader: TestClient) -> None:
    answer = reader.post("/q", content=QUERY.encode(), headers=SPARQL)
    assert answer.status_code == 201
    key = answer.json()["key"]
    assert re.fullmatch(r"[a-z2-7]{12}", key)
    assert answer.json()["url"] == f"http://testserver/q/{key}"
    assert reader.post("/q", data={"query": QUERY}).json()["key"] == key
    text = reader.get(f"/q/{key}", headers={"Accept": "application/sparql-query"})
    assert text.text == QUERY
    page = reader.get(f"/q/{key}", headers={"Accept": "text/html"}, follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (303, f"/query?q={key}")
    assert QUERY in unescape(reader.get(f"/query?q={key}").text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("DELETE WHERE { ?s ?p ?o }", 400),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 400),
        ("hello", 400),
        ("SELECT * WHERE { ?s ?p ?o } #" + "x" * LONGEST, 413),
        ("", 400),
    ],
)
def test_what_may_not_run_is_not_kept(reader: TestClient, text: str, status: int) -> None:
    assert reader.post("/q", content=text.encode(), headers=SPARQL).status_code == status


def test_there_is_an_end_to_what_is_kept(dataset_path: Path) -> None:
    dataset = Dataset.open(dataset_path)
    keys = [share(dataset, f"ASK {{ ?x ?y {number} }}", most=3) for number in range(3)]
    with pytest.raises(LimitExceeded):
        share(dataset, "ASK { ?x ?y 3 }", most=3)
    assert share(dataset, "ASK { ?x ?y 0 }", most=3) == keys[0]
    assert shared(dataset, keys[2]) == "ASK { ?x ?y 2 }"
    with pytest.raises(BadQuery):
        share(dataset, "CLEAR ALL")


def test_wrong_keys_and_wrong_bodies(reader: TestClient) -> None:
    for key in ("none", "..%2f..%2fcurrent", "a" * 12):
        assert reader.get(f"/q/{key}").status_code == 404
        assert reader.get("/query", params={"q": key}).status_code == 404
    assert reader.post("/q", content=b"{}", headers={"Content-Type": "application/json"}).status_code == 415
    assert reader.post("/q", content=b"\xff", headers=SPARQL).status_code == 400
    assert reader.post("/q", data={"other": "x"}).status_code == 400


def test_completion_knows_what_the_edition_holds(anonymous: TestClient, staff: TestClient) -> None:
    told = anonymous.get("/query/terms.json").json()
    assert Engagement.value in [one["iri"] for one in told["classes"]]
    assert all(one["count"] > 0 for one in told["properties"])
    assert told["prefixes"]["authority"].endswith("/id/authority/")
    more = {one["iri"]: one["count"] for one in staff.get("/query/terms.json").json()["classes"]}
    counts = {one["iri"]: one["count"] for one in told["classes"]}
    assert more[Engagement.value] > counts[Engagement.value]


def test_snippets_pin_the_edition(client: TestClient) -> None:
    told = client.post("/query/snippets", content=QUERY.encode(), headers=SPARQL).json()
    edition = client.get("/query/terms.json").headers["x-sankyoku-edition"]
    assert set(told) == {"curl", "python", "r"}
    assert all(f"http://testserver/sparql?edition={edition}" in text for text in told.values())


@pytest.fixture(scope="module")
def server(built: Path) -> Iterator[str]:
    """The address of a server of the reference facts, on a free port of this machine."""
    with serving(Dataset.open(built), workers=1) as address:
        yield address


@pytest.mark.parametrize(
    "query",
    [
        QUERY,
        "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 2",
        "ASK { FILTER('it is \\u0022' = 'x') }",
        'SELECT ?s { ?s ?p """say ""so""" }',
        "SELECT (')-' AS ?x) {}",
    ],
)
def test_the_lines_to_copy_run(server: str, query: str) -> None:
    told = snippets(query, f"{server}/sparql")
    python = subprocess.run(["python3", "-c", told["python"]], capture_output=True, text=True, timeout=60, check=True)
    assert python.stdout.strip()
    curl = subprocess.run(["sh", "-c", told["curl"]], capture_output=True, text=True, timeout=60, check=True)
    assert curl.stdout.strip()
    assert query in told["r"]


@pytest.fixture
def page(server: str) -> Iterator[Page]:
    """The query page in Chromium; what it complains of, and every foreign request, fails the test."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    if not has_static("yasgui.min.js"):
        pytest.skip("the SPARQL editor is not fetched (make browser-libraries)")
    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page(locale="ja-JP")
        opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("request", lambda asked: None if asked.url.startswith((server, "data:")) else wrong.append(asked.url))
        opened.goto(f"{server}/query?lang=ja")
        opened.wait_for_selector("#editor:not([hidden]) .CodeMirror")
        yield opened
        browser.close()
    assert wrong == []


def test_the_editor_asks_shows_completes_and_shares(page: Page) -> None:
    page.select_option("#example", "06-engagements-per-year")
    page.wait_for_selector("table.dataTable tbody tr")
    page.click(".select_chart")
    assert page.locator("svg.chart rect").count() > 5
    page.select_option("#example", "11-a-series-in-order")
    page.wait_for_selector(".select_timeline:not(.disabled)")
    page.click(".select_timeline")
    assert page.locator("svg.timeline circle").count() > 10
    page.select_option("#example", "30-network-as-graph")
    page.wait_for_selector(".select_graph:not(.disabled)")
    page.click(".select_graph")
    assert page.locator("svg.network circle").count() > 10
    page.click("[data-do=share]")
    page.locator("#said", has_text="/q/").wait_for()
    page.evaluate(
        """() => {
            const editor = sankyokuQuery.yasgui.getTab().getYasqe();
            editor.setValue('PREFIX sk: <https://w3id.org/sankyoku/def#>\\nSELECT * { ?s a sk:Engagem');
            editor.getDoc().setCursor(1, 26);
            editor.focus();
            editor.autocomplete();
        }"""
    )
    page.wait_for_selector(".CodeMirror-hint")
    assert "sk:Engagement" in page.locator(".CodeMirror-hint").first.inner_text()


ENGLISH_LEFT = """() => {
    const left = [], words = (text) => /[A-Za-z]{2}/.test(text || "") && !/[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(text);
    const theirs = "td, th, pre, textarea, option, svg, .CodeMirror, .yasr_results table, .selectorButton";
    for (const element of document.querySelectorAll("#editor *, .context-menu-item")) {
        for (const name of ["title", "aria-label", "placeholder"]) {
            const said = element.getAttribute(name);
            if (words(said) && !element.closest("svg, .CodeMirror")) left.push(said);
        }
        if (element.closest(theirs)) continue;
        for (const child of element.childNodes) {
            if (child.nodeType === Node.TEXT_NODE && words(child.data)) left.push(child.data.trim());
        }
    }
    return left.filter((one) => !/^(ASK|CONSTRUCT)・/.test(one));
}"""


def test_the_editor_speaks_japanese_on_a_japanese_page(page: Page) -> None:
    assert page.evaluate(ENGLISH_LEFT) == []
    ask = "query => { const at = sankyokuQuery.yasgui.getTab().getYasqe(); at.setValue(query); at.query() }"
    for query, waits, shown in (
        ("SELECT * { ?s ?p ?o } LIMIT 60", ".dt-info", "60件中 1～50件を表示"),
        ("SELECT * { ?s ?p <http://e/none> }", ".dt-empty", "該当する結果はありません"),
        ("ASK { ?s ?p ?o }", ".yasr_response_chip", "応答（"),
    ):
        page.evaluate(ask, query)
        page.locator(waits, has_text=shown).wait_for()
        assert page.evaluate(ENGLISH_LEFT) == []
    page.locator(".tab").first.click(button="right")
    page.locator(".context-menu-item", has_text="タブ名を変更").wait_for()
    assert page.evaluate(ENGLISH_LEFT) == []


def test_on_an_english_page_the_editor_stays_english(page: Page, server: str) -> None:
    page.goto(f"{server}/query?lang=en")
    page.wait_for_selector("#editor:not([hidden]) .CodeMirror")
    assert page.locator(".yasqe_queryButton").get_attribute("title") == "Run query"
