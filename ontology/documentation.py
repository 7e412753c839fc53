"""The documentation of the ontology: one page, both languages, drawn from the Turtle that the programs use.

It has an anchor for every term (``#Engagement``), scheme (``#scheme-kind``) and concept (``#kind/forum``).
"""

from __future__ import annotations

from functools import cache

import jinja2

from ontology.diagrams import diagrams, hierarchy
from ontology.glossary import glossary
from ontology.terms import DEF, PREFIXES, VOCABULARY


@cache
def documentation(stylesheet: str, base: str = "") -> str:
    """The page. ``stylesheet`` is the address of its style sheet, ``base`` what downloads are below."""
    told = glossary()
    return (
        _environment()
        .get_template("documentation.html.j2")
        .render(
            told=told,
            diagrams=diagrams(told),
            tree=hierarchy(told),
            prefixes=PREFIXES,
            stylesheet=stylesheet,
            base=base,
        )
    )


def anchor(iri: str) -> str | None:
    """The place on the page of a term of ours: ``Engagement``, ``scheme-kind``, ``kind/forum``; None for others."""
    if iri.startswith(DEF):
        return iri.removeprefix(DEF)
    if not iri.startswith(VOCABULARY):
        return None
    place = iri.removeprefix(VOCABULARY)
    return place if "/" in place else f"scheme-{place}"


def short(iri: str) -> str:
    """An IRI with a prefix for its beginning, where there is one."""
    name = next((name for name, base in PREFIXES.items() if iri.startswith(base)), None)
    return f"{name}:{iri.removeprefix(PREFIXES[name])}" if name else iri


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("ontology"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.globals.update(anchor=anchor, short=short)
    return made
