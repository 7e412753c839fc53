"""``/authorities``: the bodies by economy, and the dossier of one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from api.pages.page import CurrentPage, Page
from graph.errors import NotFound
from graph.history import Asked, Path, dossier, find, paths
from graph.history.dossier import HOME
from graph.model import Authority, Membership
from graph.text import key

router = APIRouter()
#: Up to so many engagements the ways between bodies are found within the time of a page.
MOST_AT_ONCE: Final = 50_000
_FIRST_ECONOMIES = ("JP", "US", "EU")


@dataclass(frozen=True)
class Economy:
    """The bodies of one economy, those that stand above others first."""

    code: str
    bodies: list[tuple[Authority, int]]


@router.get("/authorities")
def authorities(page: CurrentPage, q: str = "", kind: str = "") -> Response:
    """All bodies, by economy."""
    met = {one.value: one.count for one in find(page.reading.index, Asked(), limit=1).facets.get("with", ())}
    words = key(q)
    known = page.reading.index.catalogue.authorities.values()
    shown = [one for one in known if (not kind or one.kind == kind) and (not words or words in _words(page, one))]
    economies: dict[str, list[tuple[Authority, int]]] = {}
    for slug in page.names.sorted_bodies(one.id for one in shown):
        body = page.reading.index.catalogue.authorities[slug]
        economies.setdefault(body.jurisdiction, []).append((body, met.get(slug, 0)))
    ordered = sorted(page.names.in_order("jurisdiction", economies), key=_place)
    return page.show(
        "authorities.html.j2",
        q=q[:300],
        kind=kind,
        total=len(shown),
        economies=[Economy(code, economies[code]) for code in ordered],
        kinds=dict(Counter(one.kind for one in known).most_common()),
    )


def _words(page: Page, body: Authority) -> str:
    aliases = page.reading.index.catalogue.aliases.get(f"authority:{body.id}", ())
    reading = page.reading.index.catalogue.readings.get(f"authority:{body.id}", "").replace(" ", "")
    told = (body.name.en, body.name.ja, reading, body.short_name, body.id, *aliases)
    return " ".join(key(one) for one in told if one)


def _place(code: str) -> int:
    """Those economies first that staff deal with most, what belongs to none last."""
    first = _FIRST_ECONOMIES.index(code) if code in _FIRST_ECONOMIES else len(_FIRST_ECONOMIES)
    return first + (code == "INT")


@router.get("/authorities/{slug}")
def authority(slug: str, page: CurrentPage) -> Response:
    """The dossier: everything to know of a body before a call."""
    index, today = page.reading.index, page.state.today()
    body = known_body(page, slug)
    home = HOME if HOME in index.catalogue.authorities else slug
    return page.show(
        "authority.html.j2",
        body=body,
        told=dossier(index, slug, today=today, home=home),
        ways=_ways(page, home, slug),
        units=[one for one in index.catalogue.authorities.values() if one.parent == slug],
        memberships=[one for one in index.catalogue.memberships if one.participant == slug],
        members=members(page, slug),
    )


def _ways(page: Page, home: str, slug: str) -> tuple[Path, ...] | None:
    """How we are connected with a body; None where that would keep the page waiting, so that it is asked for apart."""
    index = page.reading.index
    if home == slug:
        return ()
    if len(index) > MOST_AT_ONCE:
        return None
    return index.kept(f"ways {home} {slug}", lambda: paths(index, home, slug)[:3])


def known_body(page: Page, slug: str) -> Authority:
    """The body of a slug. Raises ``NotFound``."""
    found = page.reading.index.catalogue.authorities.get(slug)
    if found is None:
        raise NotFound(
            f"There is no body {slug[:80]} in this edition.", f"この版に機関 {slug[:80]} は登録されていません。"
        )
    return found


def members(page: Page, slug: str) -> list[Membership]:
    """Who takes part in a framework or network, those from the beginning first; without a date last."""
    found = [one for one in page.reading.index.catalogue.memberships if one.of == slug]
    return sorted(found, key=lambda one: (one.start is None, one.start.earliest if one.start else None, one.id))
