"""Templates to pages. Everything that stands in a template is escaped, whatever it was written for."""

from __future__ import annotations

from functools import cache

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse

from api.language import language_of
from api.pages.address import Address
from api.pages.assets import asset_path
from graph.model import Text


@cache
def environment() -> jinja2.Environment:
    """The templates, compiled once."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("api.pages"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.do"],
    )
    made.globals.update(asset=asset_path)
    return made


def render(template: str, **values: object) -> str:
    """The words of a page."""
    return environment().get_template(template).render(**values)


def problem_page(request: Request, status: int, title: Text, sentence: str) -> HTMLResponse:
    """A problem as a page in the reader's language, with a way on. It needs no edition: it may be what is missing."""
    language = language_of(request)
    words = render(
        "problem.html.j2",
        language=language,
        say=lambda ja, en: ja if language == "ja" else en,
        here=Address.of(request),
        visitor=None,
        reading=None,
        csrf=None,
        status=status,
        title=title.in_language(language),
        sentence=sentence,
    )
    return HTMLResponse(words, status)
