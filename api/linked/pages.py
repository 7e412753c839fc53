"""Pages of linked data: one layout, everything escaped, no script, words in the reader's language."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Final

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse

from api.language import language_of
from api.state import Reading
from ontology.glossary import glossary

_MEDIA_TYPES: Final = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


@cache
def static_files() -> dict[str, tuple[bytes, str]]:
    """Style sheets and scripts by the name they are served under, which carries a hash of their bytes.

    Those of others (the SPARQL editor) are there where ``tools/browser_libraries.py`` has fetched them.
    """
    found = {}
    room = resources.files("api")
    folders = [room / "linked" / "static", room / "static_vendor" / "yasgui"]
    for file in (file for folder in folders if folder.is_dir() for file in folder.iterdir()):
        stem, _, suffix = file.name.rpartition(".")
        if suffix in _MEDIA_TYPES:
            body = file.read_bytes()
            found[f"{stem}.{hashlib.sha256(body).hexdigest()[:12]}.{suffix}"] = (body, _MEDIA_TYPES[suffix])
    return found


@cache
def static_address(plain: str) -> str:
    """The address of a style sheet or script by its plain name."""
    stem, _, suffix = plain.rpartition(".")
    name = next(name for name in static_files() if name.startswith(f"{stem}.") and name.endswith(f".{suffix}"))
    return f"/linked/{name}"


def has_static(plain: str) -> bool:
    """Whether a style sheet or script is there."""
    stem, _, suffix = plain.rpartition(".")
    return any(name.startswith(f"{stem}.") and name.endswith(f".{suffix}") for name in static_files())


def page(
    request: Request, template: str, headers: dict[str, str], *, reading: Reading | None = None, **values: object
) -> HTMLResponse:
    """A page from a template. ``reading`` marks it as internal where it is."""
    language = language_of(request)
    words = (
        _environment()
        .get_template(template)
        .render(
            language=language,
            say=lambda ja, en: ja if language == "ja" else en,
            other=_other_language(request, language),
            here=request.url.path,
            reading=reading,
            **values,
        )
    )
    return HTMLResponse(words, 200, {"Content-Language": language, **headers})


def _other_language(request: Request, language: str) -> str:
    wanted = "en" if language == "ja" else "ja"
    return str(request.url.include_query_params(lang=wanted).replace(scheme="", netloc=""))


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("api.linked"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.globals.update(static=static_address, label=glossary().label)
    return made
