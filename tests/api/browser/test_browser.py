"""Pages in Debian's Chromium: checked with axe, at two widths, light and dark, without script, on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pypdfium2 import PdfDocument

from graph.store.dataset import Dataset
from tests.api.conftest import token_for
from tests.api.server import serving

CHROMIUM: Final = shutil.which("chromium")
AXE: Final = Path(__file__).resolve().parents[3] / "api" / "static_vendor" / "axe" / "axe.min.js"
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: One of every sort of page; the last ones need staff.
CHECKED: Final = (
    "/",
    "/engagements?from=2019-05-10&to=2019-06",
    "/engagements?from=2019-13",
    "/engagements/2019-05-jp-eu-us-trilateral-1",
    "/authorities",
    "/authorities/us-ftc",
    "/frameworks",
    "/frameworks/apec-cbpr",
    "/series",
    "/series/jp-eu-us-trilateral",
    "/documents",
    "/documents/ppc-activity-report-fy2019-h1",
    "/topics",
    "/topics/data-flows",
    "/compare?a=ppc-japan&b=us-ftc",
    "/search?q=FTC",
    "/statistics",
    "/figures",
    "/briefings",
    "/changes?since=2026-11-01",
    "/nothing",
    "/authorities/nobody",
    "/search?q=" + "x" * 400,
    "/problems",
    "/problems/bad-input",
    "/api/v1/docs",
    "/reconcile/preview?id=authority/us-ftc",
    "/sign-in",
    "/record?with=us-ftc",
    "/import",
    "/review",
)
#: Those of them whose layout differs most, for the second look.
LOOKED_AT_TWICE: Final = (
    "/?month=2019-05",
    "/engagements?from=2019-05-10&to=2019-06",
    "/authorities/us-ftc",
    "/series/jp-eu-us-trilateral",
    "/compare?a=ppc-japan&b=us-ftc",
    "/statistics",
    "/problems",
    "/import",
    "/record?with=us-ftc",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a server on a dataset of its own, and the token of somebody of staff."""
    path = tmp_path_factory.mktemp("served") / "dataset"
    shutil.copytree(built, path)
    with serving(Dataset.open(path), workers=1) as address:
        yield address, token_for(path, "staff")


def signed_in(page: Page, server: tuple[str, str]) -> None:
    address, token = server
    page.goto(f"{address}/sign-in?lang=en")
    page.fill("#token", token)
    page.press("#token", "Enter")
    page.wait_for_url(f"{address}/**")


@pytest.mark.parametrize(
    ("language", "width", "how", "paths"),
    [
        ("ja", 1280, {"color_scheme": "light"}, CHECKED[::2]),
        ("ja", 1280, {"color_scheme": "light"}, CHECKED[1::2]),
        ("en", 390, {"color_scheme": "dark"}, LOOKED_AT_TWICE),
        ("en", 320, {"forced_colors": "active"}, LOOKED_AT_TWICE),  # as 1280 at 400 % (WCAG 1.4.10)
    ],
    ids=["some", "the-others", "on-a-phone", "magnified"],
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, server: tuple[str, str], language: str, width: int, how: dict[str, Any], paths: tuple[str, ...]
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not fetched (make browser-libraries)")
    axe = AXE.read_text(encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True, **how)
    page = context.new_page()
    signed_in(page, server)
    found = []
    for path in paths:
        page.goto(f"{server[0]}{path}{'&' if '?' in path else '?'}lang={language}")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate(axe)
        told = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
        found += [(path, one["id"], one["nodes"][0]["html"][:200]) for one in told["violations"]]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((path, "wider than the screen", ""))
    context.close()
    assert found == []


def test_an_officer_finds_reads_and_takes_away_without_script(browser: Browser, server: tuple[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{server[0]}/")
    page.fill("#home-q", "FTC")
    page.press("#home-q", "Enter")
    page.click("main a:has-text('Federal Trade Commission')")
    assert page.inner_text("h1").startswith("Federal Trade Commission")
    assert "globally interoperable certification system" in page.inner_text("main")
    page.click("main .source a >> nth=0")
    assert "/documents/" in page.url
    page.go_back()
    with page.expect_download() as taken:
        page.click("main a:has-text('CSV')")
    assert taken.value.path().read_bytes().startswith(b"\xef\xbb\xbfid,")
    context.close()


def test_suggestions_come_while_typing_and_are_reached_by_keys(browser: Browser, server: tuple[str, str]) -> None:
    wrong: list[str] = []
    page = browser.new_page(locale="ja-JP")
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(server[0]) else wrong.append(asked.url))
    page.goto(f"{server[0]}/?lang=ja")
    page.locator("#home-q").press_sequentially("米国連邦")
    page.wait_for_selector("#home-q-list [role=option]")
    page.press("#home-q", "ArrowDown")
    page.press("#home-q", "Enter")
    page.wait_for_url("**/authorities/**")
    assert page.inner_text("h1").startswith("米国連邦")
    page.close()
    assert wrong == []


def test_a_meeting_is_entered_with_a_commitment_and_stays_inside(browser: Browser, server: tuple[str, str]) -> None:
    context = browser.new_context(locale="ja-JP")
    page = context.new_page()
    signed_in(page, server)
    page.goto(f"{server[0]}/record?with=us-ftc&lang=ja")
    page.fill("#title_ja", "米国連邦取引委員会との電話会議")
    page.select_option("#kind", "conference-call")
    page.fill("#when", "令和8年11月20日")
    page.click("button[data-more=people]")
    assert page.locator("#people input[name=who]").count() == 4
    page.select_option("#said-0", "promised")
    page.fill("#by-0", "米国連邦取引委員会")
    page.fill("#about-0", "次回会合の日程案の送付")
    page.fill("#note", "先方が日程案の送付を約束した。")
    page.click("button:has-text('記録する')")
    page.wait_for_selector("text=公開の画面には出ません")
    inside = page.url.partition("?")[0]
    assert "次回会合の日程案の送付" in page.inner_text("main")
    outside = browser.new_context().new_page()
    assert outside.goto(inside).status == 404  # type: ignore[union-attr]
    outside.goto(f"{server[0]}/authorities/us-ftc?lang=ja")
    assert "日程案" not in outside.content()
    context.close()


def test_the_marking_stands_on_every_sheet_of_paper(browser: Browser, server: tuple[str, str], tmp_path: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    signed_in(page, server)
    page.goto(f"{server[0]}/authorities/us-ftc?lang=en")
    page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    sheets = PdfDocument(tmp_path / "sheet.pdf")
    assert len(sheets) > 1
    assert all("INTERNAL" in sheet.get_textpage().get_text_range() for sheet in sheets)
    assert [round(side) for side in sheets[0].get_size()] == [595, 842]  # A4
    sheets.close()
    context.close()


def test_a_list_is_looked_through_with_its_mistakes_beside_the_cells(
    browser: Browser, server: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    rows = ("いつ,だれと,どこ", "2024-02-06,米国連邦取引委員会との会談,ワシントン", "2024-02-30,APPAフォーラム,東京")
    path.write_text("\n".join(rows), encoding="utf-8")
    context = browser.new_context(locale="ja-JP", bypass_csp=True)
    page = context.new_page()
    signed_in(page, server)
    page.goto(f"{server[0]}/import?lang=ja")
    page.set_input_files("#file", path)
    page.click("button:has-text('内容を確認する')")
    for number, holds in enumerate(("date", "name", "place")):
        page.select_option(f"#column-{number}", holds)
    page.click("button:has-text('再確認する')")
    page.wait_for_selector("td.slip >> text=2024-02-30")
    if AXE.is_file():
        page.evaluate(AXE.read_text(encoding="utf-8"))
        told = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
        assert [one["id"] for one in told["violations"]] == []
    page.click("button:has-text('取り込む')")
    page.wait_for_selector("text=一覧を取り込み、新しい版を公開しました")
    outside = browser.new_context().new_page()
    outside.goto(f"{server[0]}/engagements?q=2024-02-06&lang=ja")
    assert "連邦取引委員会との会談" not in outside.inner_text("main")
    context.close()
