"""Class diagrams, drawn by us as SVG: a class with its values, and the classes its properties lead to.

Every word is text, in both languages; colours come from the page's style sheet, by class.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from ontology.glossary import Glossary, Term, Words
from ontology.terms import DEF

_LINE: Final = 18
_PAD: Final = 10
_LEFT: Final = 330
_GAP: Final = 300
_RIGHT: Final = 300
_BOX: Final = 44
_STEP: Final = 56
_SIZE: Final = 13


@dataclass(frozen=True)
class Diagram:
    """A drawing and what it is of."""

    of: Term
    svg: str


def diagrams(glossary: Glossary) -> tuple[Diagram, ...]:
    """One diagram for each class whose properties lead to at least two other classes or schemes."""
    return tuple(Diagram(term, _svg(term, glossary)) for term in glossary.classes if len(_links(term, glossary)) > 1)


def hierarchy(glossary: Glossary) -> tuple[tuple[int, Term], ...]:
    """The classes as a tree: each with its depth, those below a class right after it."""
    names = {term.iri for term in glossary.classes}
    found: list[tuple[int, Term]] = []

    def add(term: Term, depth: int) -> None:
        found.append((depth, term))
        for child in glossary.classes:
            if term.iri in child.broader:
                add(child, depth + 1)

    for term in glossary.classes:
        if not names.intersection(term.broader):
            add(term, 0)
    return tuple(found)


def _links(term: Term, glossary: Glossary) -> list[tuple[Term, str]]:
    """Properties of the class that lead to a thing: with the class, or the scheme, it leads to."""
    schemes = {scheme.subject: scheme.iri for scheme in glossary.schemes}
    links = [one for one in glossary.properties if one.sort == "link" and term.iri in one.domains]
    return [
        (link, schemes.get(link.iri) or target)
        for link in links
        for target in link.ranges
        if target.startswith(DEF) or link.iri in schemes
    ]


def _svg(term: Term, glossary: Glossary) -> str:
    links = _links(term, glossary)
    values = [one for one in glossary.properties if one.sort == "value" and term.iri in one.domains]
    left_height = max(_BOX + len(values) * _LINE + _PAD, len(links) * _STEP - (_STEP - _BOX))
    height = left_height + 2 * _PAD
    width = _LEFT + _GAP + _RIGHT + 2 * _PAD
    label = f"{term.label[0]} / {term.label[1]}"
    parts = [
        f'<svg class="diagram" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f"aria-label={quoteattr(label)}>",
        f"<title>{escape(label)}</title>",
    ]
    for number, (link, target) in enumerate(links):
        parts.append(_link(link, _name(target, glossary), target, number))
    parts.append(_box(_PAD, _PAD, (_LEFT, left_height), term.iri, term.label))
    for number, value in enumerate(values):
        y = _PAD + _BOX + _PAD + number * _LINE + 6
        parts.append(_text(_PAD * 2, y, f"{value.name}  {value.label[1]}", "value", _LEFT - 2 * _PAD))
    return "".join((*parts, "</svg>"))


def _name(target: str, glossary: Glossary) -> Words:
    return glossary.label(target) or (target, target)


def _link(link: Term, words: Words, target: str, number: int) -> str:
    x = _PAD + _LEFT
    top = _PAD + number * _STEP
    y = top + _BOX // 2
    return (
        f'<path class="link" fill="none" d="M{x} {y} H{x + _GAP - 6}"/>'
        f'<path class="head" d="M{x + _GAP} {y} l-8 -4 v8 z"/>'
        + _text(x + _PAD, y - 5, f"{link.name}  {link.label[1]}", "name", _GAP - 3 * _PAD)
        + _box(x + _GAP, top, (_RIGHT, _BOX), target, words)
    )


def _box(x: int, y: int, size: tuple[int, int], iri: str, words: Words) -> str:
    place = iri.removeprefix(DEF) if iri.startswith(DEF) else f"scheme-{iri.rpartition('/')[2]}"
    sort = "class" if iri.startswith(DEF) else "scheme"
    return (
        f'<a href="#{escape(place)}"><rect class="box {sort}" x="{x}" y="{y}" width="{size[0]}" '
        f'height="{size[1]}" rx="4"/>'
        + _text(x + _PAD, y + 18, words[0], "title", size[0] - 2 * _PAD)
        + _text(x + _PAD, y + 36, words[1], "title", size[0] - 2 * _PAD, "ja")
        + "</a>"
    )


def _text(x: int, y: int, words: str, sort: str, room: int, language: str = "") -> str:  # noqa: PLR0917
    squeezed = f' textLength="{room}" lengthAdjust="spacingAndGlyphs"' if _width(words) > room else ""
    spoken = f' lang="{language}"' if language else ""
    return f'<text class="{sort}" x="{x}" y="{y}" font-size="{_SIZE}"{squeezed}{spoken}>{escape(words)}</text>'


def _width(words: str) -> float:
    """About how wide the words are: a full-width sign is as wide as it is high."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in words)
    return wide * _SIZE + (len(words) - wide) * _SIZE * 0.54
