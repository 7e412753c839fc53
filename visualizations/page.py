"""One self-contained page or file: what a figure says of itself, its style, its policy, and its bytes.

All bytes are UTF-8, written here and nowhere else. There is no clock and no chance in them: the same records
and the same edition give the same bytes, so that a figure can be cited and made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Final, Protocol

import jinja2
from markupsafe import Markup

from graph.model import Disclosure, Text
from visualizations.svg import plain
from visualizations.words import LANGUAGES, day_words, say

#: What a page without interaction may weigh.
MOST_BYTES: Final = 150_000
#: A page that weighs as much in one language has no room for the other.
MOST_ALONE: Final = 110_000
DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8"?>\n'
NO_SCRIPT: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class FigureMeta:
    """What a figure must say of itself: the edition, the question it answers, what the sources cover.

    ``made`` is the day that stands in the margin (the day of the edition, not of the clock); ``disclosure`` is
    marked on every page.
    """

    edition: str
    query: Text
    coverage: Text
    disclosure: Disclosure = "public"
    made: date | None = None

    def margin(self, language: str) -> str:
        """Edition, query and date in one line."""
        joint = say(language, "　", ". ")
        said = [say(language, f"版：{self.edition}", f"Edition: {self.edition}")]
        if self.made:
            said.append(say(language, f"作成日：{day_words(self.made, 'ja')}", f"Date: {day_words(self.made, 'en')}"))
        said.append(say(language, "抽出条件：", "Query: ") + self.query.in_language(language))
        if self.disclosure == "internal":
            said.insert(0, marking(self.disclosure, language))
        return joint.join(said)


def marking(disclosure: Disclosure, language: str) -> str:
    """The mark of disclosure that stands on every page."""
    if disclosure == "internal":
        return say(language, "取扱注意・内部限り", "INTERNAL – not for release")
    return say(language, "公開", "Public")


@cache
def environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("visualizations"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
    )
    made.globals.update(say=say, marking=marking, day_words=day_words)
    return made


def _finalize(value: object) -> object:
    """Words for a page: without the characters that no HTML file may hold."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def stylesheet() -> Markup:
    """The style of every page."""
    path = resources.files("visualizations") / "templates" / "figure.css"
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own file


def page(template: str, language: str, meta: FigureMeta, **values: object) -> bytes:
    """A whole page from a template; edition, query, date and disclosure also stand in the margin of every sheet."""
    shown = language if language in LANGUAGES else "en"
    sheet = environment().get_template(template)
    margin = margin_style(meta, shown)
    return encoded(sheet.render(language=shown, css=stylesheet(), meta=meta, margin=margin, **values))


class InLanguage(Protocol):
    """A view of a page in one language."""

    @property
    def language(self) -> str: ...


def light_page(template: str, language: str, meta: FigureMeta, views: Sequence[InLanguage]) -> bytes:
    """A page without script in both languages, or, where that would pass 150 kB, in ``language`` alone."""
    shown = [view for view in views if view.language == language] or views
    alone = page(template, language, meta, views=shown, csp=NO_SCRIPT)
    if len(shown) == len(views) or len(alone) > MOST_ALONE:
        return alone
    whole = page(template, language, meta, views=views, csp=NO_SCRIPT)
    return whole if len(whole) <= MOST_BYTES else alone


def margin_style(meta: FigureMeta, language: str) -> Markup:
    """The rule that prints the margin of a figure on every sheet."""
    small = "font-size: 7pt; color: #4a5563; vertical-align: top; padding-top: 1.5mm;"
    boxes = f"@bottom-left {{ content: {css_string(meta.margin(language))}; width: 85%; {small} }}"
    if meta.disclosure == "internal":
        mark = css_string(marking(meta.disclosure, language))
        boxes += f" @top-right {{ content: {mark}; font-size: 8pt; font-weight: 700; color: #8c1d18; }}"
    return Markup(f"@media print {{ @page {{ {boxes} }} }}\n")  # noqa: S704 - the words are an escaped CSS string


def css_string(words: str) -> str:
    """``words`` as a CSS string that ends neither itself nor the style element: only letters and digits stay bare."""
    kept = (one if one.isalnum() or one in " .,:-" else f"\\{ord(one):x} " for one in plain(words))
    return '"' + "".join(kept) + '"'


def encoded(words: str) -> bytes:
    """The UTF-8 bytes of a page or drawing, ended by one line end."""
    return (words.rstrip() + "\n").encode("utf-8")
