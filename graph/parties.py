"""Who the parties of a dialogue are, who comes for them, and what is a talk between them.

The rules stand in the docstring of ``graph.dialogue``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph.model import Catalogue, Engagement, Text
from ontology.terms import Kind

TALK_KINDS: Final[frozenset[Kind]] = frozenset(
    {"bilateral-meeting", "trilateral-meeting", "visit", "conference-call", "signing"}
)
WORLD: Final = "INT"


def party_name(party: str, catalogue: Catalogue) -> Text:
    """The name of a jurisdiction or body, or the identifier itself where the catalogue does not know it."""
    jurisdiction, body = catalogue.jurisdictions.get(party), catalogue.authorities.get(party)
    if jurisdiction:
        return jurisdiction.name
    return body.name if body else Text(en=party, ja=party)


def belongs(body: str, party: str, catalogue: Catalogue) -> bool:
    """Whether a body comes for a party: as itself, as part of it, or from its jurisdiction."""
    seen: set[str] = set()
    current: str | None = body
    known = catalogue.authorities.get(body)
    if known and known.jurisdiction == party:
        return True
    while current and current not in seen:
        if current == party:
            return True
        seen.add(current)
        above = catalogue.authorities.get(current)
        current = above.parent if above else None
    return False


def parties_at(engagement: Engagement, parties: Sequence[str], catalogue: Catalogue) -> tuple[int, ...]:
    """Which of ``parties`` are known to have taken part: their indexes, lowest first."""
    bodies = {one.authority for one in engagement.participants if one.authority}
    return tuple(
        index for index, party in enumerate(parties) if any(belongs(body, party, catalogue) for body in bodies)
    )


def is_talk(engagement: Engagement, parties: Sequence[str], catalogue: Catalogue) -> bool:
    """Whether an engagement is a talk between at least two of ``parties`` and nobody else (see the rules above)."""
    if engagement.kind not in TALK_KINDS and not _fixed_between(engagement, parties, catalogue):
        return False
    if len(parties_at(engagement, parties, catalogue)) < 2:
        return False
    homes = {party if party in catalogue.jurisdictions else home_of(party, catalogue) for party in parties}
    came = {home_of(one.authority, catalogue) for one in engagement.participants if one.authority}
    outside = came - {None, WORLD} - homes
    return not outside or (engagement.kind == "trilateral-meeting" and len(outside) == 1)


def _fixed_between(engagement: Engagement, parties: Sequence[str], catalogue: Catalogue) -> bool:
    known = catalogue.series.get(engagement.series or "")
    return bool(known and known.parties) and set(known.parties if known else ()) <= set(parties)


def home_of(body: str, catalogue: Catalogue) -> str | None:
    """The jurisdiction of a body; None where the catalogue does not know it."""
    known = catalogue.authorities.get(body)
    return known.jurisdiction if known else None
