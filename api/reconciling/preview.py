"""A thing on a card, small enough for a frame in somebody else's page; and shorter still, for a tip beside a name."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import Final

import jinja2

from api.reconciling.properties import Around, contact, count
from api.reconciling.things import Thing, description
from graph.dates import era

_STYLE: Final = (
    "body{margin:0;padding:12px;font:14px/1.5 system-ui,'Noto Sans JP','Noto Sans CJK JP',sans-serif;"
    "color:#1c2230;background:#fff}h1{font-size:16px;line-height:1.35;margin:0 0 2px}p{margin:0 0 8px}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0 0 8px}dt{color:#4c566a}dd{margin:0}"
    "a{color:#0b4f8a}"
)
_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
#: Nothing but the card's own style is loaded; anybody may frame it, which holds for this page alone.
POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; frame-ancestors *; base-uri 'none'; form-action 'none'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)
_MOST_ALIASES: Final = 6


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("api.reconciling"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def card(one: Thing, around: Around, address: str) -> str:
    """A page about a thing with a way to all that is known, at ``address``."""
    return _environment().get_template("preview.html.j2").render(style=_STYLE, address=address, **_told(one, around))


def tip(one: Thing, around: Around) -> str:
    """A piece of HTML about a thing."""
    return _environment().get_template("tip.html.j2").render(**_told(one, around))


def _told(one: Thing, around: Around) -> dict[str, object]:
    language = around.language
    name, other = one.record.name, "en" if language == "ja" else "ja"
    last = contact(one, around.index, "newest")
    return {
        "language": language,
        "other": other,
        "name": name.in_language(language),
        "other_name": name.in_language(other),
        "about": description(around.index, one, language),
        "aliases": around.index.catalogue.aliases.get(f"{one.type}:{one.record.id}", ())[:_MOST_ALIASES],
        "engagements": count(one, around.index),
        "last": era(last, language) if last else None,
        "iri": around.iris.thing(one.type, one.record.id).value,
        "say": lambda ja, en: ja if language == "ja" else en,
    }
