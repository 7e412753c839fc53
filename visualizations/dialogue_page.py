"""The dialogue figure as a file: one SVG, or one page in both languages with its tables and sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from graph.model import Catalogue, Dialogue
from visualizations.captions import caption
from visualizations.dialogue import dialogue_picture
from visualizations.dialogue_sheet import figures, whole_svg
from visualizations.lettering import break_lines
from visualizations.page import DECLARATION, MOST_BYTES, FigureMeta, encoded, light_page
from visualizations.picture import Picture
from visualizations.table import Table, dialogue_table
from visualizations.words import LANGUAGES

#: Rows differ in length: so much of the room is given to those that are kept.
SPARE: Final = 0.92


@dataclass(frozen=True)
class DialogueView:
    """Everything of a dialogue page in one language."""

    language: str
    picture: Picture
    figures: tuple[Markup, ...]
    caption: str
    table: Table
    query: str
    coverage: str


def dialogue_svg(dialogue: Dialogue, catalogue: Catalogue, meta: FigureMeta, language: str = "ja") -> bytes:
    """The dialogue figure as one SVG file with real text, in ``language``."""
    picture = dialogue_picture(dialogue, catalogue, language)
    said = [
        caption(dialogue, catalogue, language),
        meta.coverage.in_language(language),
        meta.margin(language),
    ]
    footer = [line for words in said for line in break_lines(words, picture.wide - 24, 10)]
    return DECLARATION + encoded(whole_svg(picture, footer, f"dialogue-{language}"))


def dialogue_html(dialogue: Dialogue, catalogue: Catalogue, meta: FigureMeta, language: str = "ja") -> bytes:
    """The dialogue figure as one HTML file in both languages; ``language`` is the one shown first.

    A figure too long for both in 150 kB has one file a language; one too long even so lists its latest rows, and
    says how many are left out.

    Complete without script and without network: figure, caption, description, the data as tables, numbered
    sources, edition, query and coverage; printed on A4 landscape in the language that is shown.
    """
    views = [_dialogue_view(dialogue, catalogue, meta, one) for one in LANGUAGES]
    whole = light_page("dialogue.html.j2", language, meta, views)
    if len(whole) <= MOST_BYTES:
        return whole
    view = next(one for one in views if one.language == (language if language in LANGUAGES else "en"))
    bare = light_page("dialogue.html.j2", language, meta, [_shortened(view, 0)])
    each = (len(whole) - len(bare)) / max(view.table.count(), 1)
    room = int((MOST_BYTES - len(bare)) / max(each, 1) * SPARE)
    return light_page("dialogue.html.j2", language, meta, [_shortened(view, max(room, 0))])


def _shortened(view: DialogueView, most: int) -> DialogueView:
    return replace(view, table=view.table.shortened(most))


def _dialogue_view(dialogue: Dialogue, catalogue: Catalogue, meta: FigureMeta, language: str) -> DialogueView:
    picture = dialogue_picture(dialogue, catalogue, language)
    return DialogueView(
        language=language,
        picture=picture,
        figures=figures(picture, f"figure-{language}"),
        caption=caption(dialogue, catalogue, language),
        table=dialogue_table(dialogue, catalogue, language),
        query=meta.query.in_language(language),
        coverage=meta.coverage.in_language(language),
    )
