"""The documentation explains every term in both languages, and every link on the page leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from ontology import terms
from ontology.diagrams import diagrams, hierarchy
from ontology.documentation import anchor, documentation, short
from ontology.files import ontology_turtle
from ontology.glossary import glossary

PAGE = documentation("/style.css")


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.inner: set[str] = set()
        self.tags: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        self.attributes |= told.keys()
        if told.get("id"):
            self.ids.append(told["id"] or "")
        if (told.get("href") or "").startswith("#"):
            self.inner.add((told["href"] or "")[1:])


@pytest.fixture(scope="module")
def read() -> Reader:
    reader = Reader()
    reader.feed(PAGE)
    return reader


def test_every_term_has_its_place(read: Reader) -> None:
    declared = {
        quad.subject.value
        for data in ontology_turtle().values()
        for quad in parse(data, format=RdfFormat.TURTLE)
        if isinstance(quad.subject, NamedNode) and quad.predicate == terms.RDF_TYPE
    }
    ours = {iri for iri in declared if iri.startswith((terms.DEF, terms.VOCABULARY)) and "/prefix/" not in iri}
    assert {anchor(iri) for iri in ours} <= set(read.ids)
    assert len(ours) > 250


def test_links_within_the_page_lead_somewhere_and_names_are_unique(read: Reader) -> None:
    assert read.inner <= set(read.ids)
    assert [name for name, times in Counter(read.ids).items() if times > 1] == []


def test_labels_and_definitions_stand_in_both_languages() -> None:
    told = glossary()
    for term in (*told.classes, *told.properties):
        assert all(term.label) and all(term.definition), term.iri
        for words in (*term.label, *term.definition):
            assert words.replace("&", "&amp;").replace("'", "&#39;") in PAGE
    for scheme in told.schemes:
        assert all(scheme.title) and scheme.entries, scheme.iri
        for entry in scheme.entries:
            assert all(entry.label), entry.iri


def test_the_page_needs_no_script_and_no_style_of_its_own(read: Reader) -> None:
    assert not {"script", "style", "iframe", "img"} & set(read.tags)
    assert not {name for name in read.attributes if name == "style" or name.startswith("on")}


def test_rules_are_told_in_words_for_the_main_classes() -> None:
    rules = glossary().rules
    assert any("exactly one date in EDTF" in rule.said[0] for rule in rules[terms.Engagement.value])
    assert any(rule.wish for rule in rules[terms.Engagement.value])
    assert all(all(rule.said) for found in rules.values() for rule in found)


def test_diagrams_are_well_formed_and_name_what_they_lead_to() -> None:
    drawn = {drawing.of.name: drawing.svg for drawing in diagrams(glossary())}
    assert {"Engagement", "Participation", "Framework", "Statement", "Claim"} <= drawn.keys()
    for svg in drawn.values():
        root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
        box = [float(number) for number in (root.get("viewBox") or "").split()]
        for rectangle in root.iter("rect"):
            assert float(rectangle.get("x") or 0) + float(rectangle.get("width") or 0) <= box[2]
            assert float(rectangle.get("y") or 0) + float(rectangle.get("height") or 0) <= box[3]
    words = re.findall(r">([^<>]+)</text>", drawn["Participation"])
    assert "Body" in words and "機関" in words and "Role in an engagement" in words


def test_the_tree_has_every_class_below_what_it_is() -> None:
    tree = hierarchy(glossary())
    places = {term.name: (depth, number) for number, (depth, term) in enumerate(tree)}
    assert places["Authority"][0] == places["Body"][0] + 1
    assert places["Authority"][1] > places["Body"][1]
    assert {term.name for term in glossary().classes} == set(places)


def test_short_names() -> None:
    assert short("http://www.w3.org/ns/org#Post") == "org:Post"
    assert short("https://example.org/x") == "https://example.org/x"
    assert anchor("https://example.org/x") is None
    assert anchor(terms.VOCABULARY + "kind") == "scheme-kind"
    assert anchor(terms.VOCABULARY + "kind/forum") == "kind/forum"
