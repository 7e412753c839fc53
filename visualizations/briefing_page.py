"""A briefing as one HTML file for A4: a running header, page numbers, and its disclosure on every sheet."""

from __future__ import annotations

from markupsafe import Markup

from graph.model import Catalogue
from visualizations.briefing import Briefing
from visualizations.briefing_model import BriefingDocument
from visualizations.briefing_words import briefing_document
from visualizations.page import NO_SCRIPT, FigureMeta, css_string, encoded, environment, marking, stylesheet
from visualizations.words import LANGUAGES


def briefing_html(briefing: Briefing, catalogue: Catalogue, meta: FigureMeta, language: str) -> bytes:
    """The briefing in ``language``; the disclosure is that of the briefing, whatever ``meta`` says."""
    shown = language if language in LANGUAGES else "en"
    document = briefing_document(briefing, catalogue, meta, shown)
    mark = marking(briefing.scope.disclosure, shown)
    sheet = environment().get_template("briefing.html.j2")
    page = sheet.render(
        language=shown,
        document=document,
        mark=mark,
        disclosure=briefing.scope.disclosure,
        css=stylesheet(),
        running=_running(document, mark),
        csp=NO_SCRIPT,
        meta=meta,
    )
    return encoded(page)


def _running(document: BriefingDocument, mark: str) -> Markup:
    """Header and footer of every sheet; CSS margin boxes, which Chromium prints since version 131."""
    small = "font-size: 8pt; color: #1b2430;"
    number = 'counter(page) " / " counter(pages)'
    rules = (
        f"@top-left {{ content: {css_string(document.title)}; {small} width: 70%; }}"
        f" @top-right {{ content: {css_string(mark)}; {small} font-weight: 700; }}"
        f" @bottom-center {{ content: {number}; {small} }} @bottom-right {{ content: none; }}"
    )
    sheets = f"@page {{ size: A4 portrait; margin: 20mm 18mm 18mm; {rules} }} @page lying {{ size: A4 landscape; }}"
    return Markup(f"@media print {{ {sheets} }}\n")  # noqa: S704 - the words are escaped CSS strings
