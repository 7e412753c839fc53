"""The pages in Debian's Chromium with the network cut: no request, nothing executed, filters that work, paper, axe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.dialogue import dialogue_of
from tests.visualizations.facts import meta, real_facts
from tests.visualizations.records import SERIES
from tests.visualizations.strange import strange_catalogue, strange_engagements
from visualizations.render import render_dialogue, render_matrix, render_network, render_timeline

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).resolve().parents[2] / "api" / "static_vendor" / "axe" / "axe.min.js"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("Debian's Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    facts, known = real_facts(), strange_catalogue()
    items = strange_engagements()
    made = {
        "dialogue": render_dialogue(dialogue_of(SERIES, facts.engagements, facts.catalogue), facts.catalogue, meta()),
        "network": render_network(facts.engagements, facts.catalogue, meta()),
        "timeline": render_timeline(facts.engagements, facts.catalogue, meta()),
        "matrix": render_matrix(facts.engagements, facts.catalogue, meta(), "en"),
        "strange": render_dialogue(dialogue_of(SERIES, items, known), known, meta()),
        "strange-network": render_network(items, known, meta()),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, page in made.items():
        (folder / f"{name}.html").write_bytes(page)
    return {name: folder / f"{name}.html" for name in made}


class Opened:
    """A page that was opened without a network: what it asked for, and what it complained of."""

    def __init__(self, browser: Browser, path: Path, fragment: str = "", *, scripts: bool = True) -> None:
        self.context = browser.new_context(
            offline=True, viewport={"width": 1280, "height": 900}, java_script_enabled=scripts
        )
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.goto(f"file://{path}{fragment}")

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


@pytest.mark.parametrize("name", ["dialogue", "network", "timeline", "matrix", "strange", "strange-network"])
def test_a_page_asks_for_nothing_and_complains_of_nothing(browser: Browser, pages: dict[str, Path], name: str) -> None:
    with Opened(browser, pages[name]) as opened:
        if "network" in name:
            opened.page.wait_for_selector("[data-ready=yes]")
        assert opened.asked == [f"file://{pages[name]}"] and opened.said == []


def test_without_scripts_a_network_is_a_drawing_and_tables(browser: Browser, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["network"], scripts=False) as opened:
        assert opened.page.locator(".view-ja .drawn > svg").is_visible()
        assert not opened.page.locator(".view-en").is_visible()


def test_the_language_switch_works_without_scripts(browser: Browser, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["dialogue"], scripts=False) as opened:
        opened.page.click("text=English")
        assert opened.page.locator(".view-en h1").is_visible() and not opened.page.locator(".view-ja").is_visible()


def test_the_state_of_a_network_lives_in_its_address(browser: Browser, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["network"], "#lang=en&years=fiscal&from=2019&to=2019") as opened:
        page = opened.page
        page.wait_for_selector("[data-ready=yes]")
        counted = page.locator(".view-en .status").inner_text()
        held = [one for one in real_facts().engagements if one.status == "held"]
        within = [one for one in held if one.when.latest.isoformat() >= "2019-04-01"]
        within = [one for one in within if one.when.earliest.isoformat() <= "2020-03-31"]
        assert counted.startswith(f"Showing {len(within)} of {len(held)} engagements")
        page.select_option("select[name=framework]", "apec-cbpr")
        assert "framework=apec-cbpr" in page.evaluate("location.hash")
        page.click("text=Clear filters")
        assert "framework" not in page.evaluate("location.hash")


def test_choosing_a_body_tells_its_meetings_with_their_sources(browser: Browser, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["network"], "#lang=en") as opened:
        page = opened.page
        page.wait_for_selector("[data-ready=yes]")
        page.click("section .find >> text='Federal Trade Commission'")
        listed = page.locator(".view-en .chosen li")
        assert listed.count() >= 10
        assert listed.first.locator("a").first.get_attribute("href").startswith("#note-en-")  # type: ignore[union-attr]


def test_a_network_is_used_by_the_keyboard_alone(browser: Browser, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["network"], "#lang=en") as opened:
        page = opened.page
        page.wait_for_selector("[data-ready=yes]")
        page.focus("input[name=from]")
        for _ in range(6):
            page.keyboard.press("ArrowRight")
        assert "from=2019" in page.evaluate("location.hash")
        page.focus("select[name=years]")
        page.keyboard.press("ArrowDown")
        assert "years=fiscal" in page.evaluate("location.hash")
        page.focus(".view-en .bodies .find >> nth=1")
        page.keyboard.press("Enter")
        link = page.locator(".view-en .chosen a").first
        link.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id").startswith("note-en-")
        assert "node=" in page.evaluate("location.hash") and "from=2019" in page.evaluate("location.hash")
        before = page.locator(".canvas").screenshot()
        page.focus(".canvas")
        page.keyboard.press("+")
        page.keyboard.press("ArrowRight")
        assert page.locator(".canvas").screenshot() != before
        page.keyboard.press("Escape")
        assert page.locator(".view-en .chosen").is_hidden()


def test_a_network_of_nothing_is_a_sentence_and_no_empty_sheet(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "nothing.html").write_bytes(render_network((), strange_catalogue(), meta(), "en"))
    with Opened(browser, tmp_path / "nothing.html") as opened:
        assert opened.page.locator(".view-en figcaption.empty").is_visible() and opened.said == []
        assert opened.page.locator(".canvas, .drawn").count() == 0


def test_filters_that_match_nothing_say_so(browser: Browser, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["network"], "#lang=en&from=2015&to=2015&framework=iap") as opened:
        opened.page.wait_for_selector("[data-ready=yes]")
        assert "no engagement that answers" in opened.page.locator(".view-en .status").inner_text()


def test_paper_has_page_numbers_and_the_figure_fits_a_sheet(browser: Browser, pages: dict[str, Path]) -> None:
    with Opened(browser, pages["dialogue"]) as opened:
        sheets = opened.page.pdf(prefer_css_page_size=True)
        assert sheets.startswith(b"%PDF") and b"/Count" in sheets
        opened.page.emulate_media(media="print")
        high = opened.page.evaluate("document.querySelector('.view-ja .panel svg').getBoundingClientRect().height")
        assert high <= 150 / 25.4 * 96 + 1


def test_axe_finds_nothing(browser: Browser, pages: dict[str, Path]) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed (npm install --no-save axe-core)")
    for name in ("dialogue", "network", "timeline", "matrix"):
        context = browser.new_context(bypass_csp=True, offline=True)
        page = context.new_page()
        page.goto(f"file://{pages[name]}")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run().then(result => JSON.stringify(result.violations.map(one => one.id)))")
        context.close()
        assert json.loads(found) == []
