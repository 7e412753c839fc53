"""The front door: every figure in every form, from the reference facts and from records made to break it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from graph.dialogue import dialogue_of
from graph.model import Catalogue, Engagement
from tests.visualizations.facts import meta, real_facts
from tests.visualizations.records import SERIES
from tests.visualizations.strange import strange_catalogue, strange_engagements
from visualizations.page import MOST_BYTES
from visualizations.render import (
    render_dialogue,
    render_framework_lines,
    render_levels,
    render_matrix,
    render_network,
    render_timeline,
)

Engagements = tuple[Engagement, ...]
Draw = Callable[[Engagements, Catalogue, str, str], bytes]

FIGURES: dict[str, Draw] = {
    "dialogue": lambda items, known, language, form: render_dialogue(
        dialogue_of(SERIES, items, known), known, meta(), language, "svg" if form == "svg" else "html"
    ),
    "network": lambda items, known, language, form: render_network(
        items, known, meta(), language, "svg" if form == "svg" else "html"
    ),
    "timeline": lambda items, known, language, form: render_timeline(
        items, known, meta(), language, "svg" if form == "svg" else "html"
    ),
    "frameworks": lambda items, known, language, form: render_framework_lines(
        items, known, meta(), language, "svg" if form == "svg" else "html"
    ),
    "matrix": lambda items, known, language, form: render_matrix(
        items, known, meta(), language, "svg" if form == "svg" else "html"
    ),
    "levels": lambda items, known, language, form: render_levels(
        items, known, meta(), language, "svg" if form == "svg" else "html"
    ),
}


class Elements(HTMLParser):
    """Collects what a browser would read: elements with their attributes, and the ids."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.mark.parametrize("figure", FIGURES)
def test_the_same_input_gives_the_same_bytes(figure: str) -> None:
    facts = real_facts()
    once = FIGURES[figure](facts.engagements, facts.catalogue, "ja", "html")
    assert once == FIGURES[figure](facts.engagements, facts.catalogue, "ja", "html")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("figure", FIGURES)
def test_a_page_is_whole_and_says_what_it_is(figure: str, language: str) -> None:
    facts = real_facts()
    page = FIGURES[figure](facts.engagements, facts.catalogue, language, "html")
    words, read = page.decode("utf-8"), Elements(page)
    assert words.startswith("<!doctype html>")
    assert read.named("html")[0]["lang"] == language
    metas = {str(one.get("name") or one.get("http-equiv")): one["content"] for one in read.named("meta")[1:]}
    assert metas["description"] and "default-src 'none'" in str(metas["Content-Security-Policy"])
    assert read.named("title") and read.named("table") and read.named("svg")
    assert meta().edition in words and (meta().query.in_language(language)) in words
    links = [str(one["href"]) for one in read.named("a")]
    ids = {one.get("id") for _, one in read.found}
    assert all(link.startswith("http") or link.removeprefix("#") in ids for link in links)
    assert all("src" not in one for _, one in read.found) and not read.named("link")


@pytest.mark.parametrize("figure", FIGURES)
def test_a_page_keeps_to_its_size(figure: str) -> None:
    facts = real_facts()
    page = FIGURES[figure](facts.engagements, facts.catalogue, "ja", "html")
    limit = 1_500_000 if figure == "network" else MOST_BYTES
    assert len(page) <= limit


@pytest.mark.parametrize("figure", FIGURES)
def test_ids_stand_once_and_patterns_are_found(figure: str) -> None:
    facts = real_facts()
    page = FIGURES[figure](facts.engagements, facts.catalogue, "ja", "html").decode("utf-8")
    body = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    ids = re.findall(r'\sid="([^"]+)"', body)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", body)) <= set(ids)
    described = re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', body)
    assert {one for words in described for one in words.split()} <= set(ids)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("figure", FIGURES)
def test_an_svg_is_well_formed_and_tells_its_margin(figure: str, language: str) -> None:
    facts = real_facts()
    drawn = FIGURES[figure](facts.engagements, facts.catalogue, language, "svg")
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own output
    said = " ".join(words for words in root.itertext())
    assert root.attrib["role"] == "img" and meta().edition in said


@pytest.mark.parametrize("form", ["html", "svg"])
@pytest.mark.parametrize("figure", FIGURES)
def test_strange_records_are_drawn_and_nothing_in_them_is_executed(figure: str, form: str) -> None:
    page = FIGURES[figure](strange_engagements(), strange_catalogue(), "en", form)
    assert b"<script>alert" not in page and b"<img" not in page and b"\x00" not in page and b"\x0b" not in page
    if form == "svg":
        ElementTree.fromstring(page)  # noqa: S314 - our own output
    else:
        read = Elements(page)
        assert not read.named("img") and all(not key.startswith("on") for _, one in read.found for key in one)


@pytest.mark.parametrize("figure", FIGURES)
def test_nothing_found_is_said(figure: str) -> None:
    known = strange_catalogue()
    page = FIGURES[figure]((), known, "ja", "html").decode("utf-8")
    assert "収録資料にはない" in page
    ElementTree.fromstring(FIGURES[figure]((), known, "ja", "svg"))  # noqa: S314 - our own output


def test_an_internal_figure_is_marked_on_screen_and_on_every_sheet() -> None:
    facts = real_facts()
    page = render_timeline(facts.engagements, facts.catalogue, meta("internal"), "ja").decode("utf-8")
    assert "取扱注意・内部限り" in page and "@top-right" in page
    public = render_timeline(facts.engagements, facts.catalogue, meta(), "ja").decode("utf-8")
    assert "内部限り" not in public and "@top-right" not in public


def test_a_png_is_300_dots_an_inch_and_25_centimetres_wide() -> None:
    facts = real_facts()
    image = render_levels(facts.engagements, facts.catalogue, meta(), "ja", "png")
    assert image.startswith(b"\x89PNG")
    at = image.index(b"pHYs")
    per_metre = int.from_bytes(image[at + 4 : at + 8], "big")
    wide = int.from_bytes(image[16:20], "big")
    assert round(per_metre * 0.0254) == 300 and round(wide / 300 * 2.54, 1) == 25.0
