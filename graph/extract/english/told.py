"""An English clause as read: its words with dates blanked, and the bodies that it tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import Named
from graph.extract.english.bodies import english_bodies
from graph.extract.english.clauses import Clause
from graph.extract.english.words import (
    TOPIC,
)
from graph.extract.setting import Setting

_THEY: Final = re.compile(
    r"\b(?:(?:further|next|another|follow-up|second|third|technical) (?:meeting|round|visit|call|session"
    r"|exchange|review)|(?:a|the) (?:second|third|further) one|another one|they|both|the two|the three"
    r"|the parties|the sides|their|each other|these|all three|the authorities|the delegations)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"(?:sidelines?|margins?|framework|occasion|fringes?)\s+of\s+(?:the\s+)?(?:[0-9]\w+\s+)?$")
_WE: Final = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_WITH: Final = re.compile(r"\bwith\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}$")
_LISTED: Final = re.compile(
    r"(?:\s*\([^()]{1,12}\))?\s*(?:,\s*and|,|and|&|as well as)\s+(?:the\s+)?(?:[A-Z][\w']*\s+)?"
)


@dataclass(frozen=True)
class Told:
    """A clause as read: its words with dates blanked, the bodies in it, and what it leans on."""

    clause: Clause
    text: str
    core: str
    bodies: tuple[Named, ...]
    subjects: tuple[Named, ...]
    ours: bool


def tell(text: str, clause: Clause, dates: list[FoundDate], setting: Setting, met: tuple[Named, ...]) -> Told:
    """Read a clause; ``met`` are the partners that they and both speak of."""
    words = list(text)
    for one in dates:
        words[one.start : one.end] = " " * (one.end - one.start)
    blank = "".join(words)
    part = blank[clause.start : clause.end]
    first = clause.triggers[0] if clause.triggers else None
    topic = TOPIC.search(blank, first.end if first else clause.start, clause.end)
    core = part[: topic.start() - clause.start] if topic else part
    named = english_bodies(text, setting)
    inside = [one for one in named if clause.start <= one.start < clause.end]
    ours = any(one.authority == setting.publisher for one in inside) or bool(_WE.search(part))
    edge = clause.start + len(core)
    inside = [one for one in inside if not _ASIDE.search(blank[: one.start])]
    near = [one for one in inside if one.start < edge or _in_company(blank, edge, one, inside)]
    foreign = [one for one in near if one.authority != setting.publisher]
    if not foreign and not ours:
        foreign = [one for one in inside if one.authority != setting.publisher and one.authority is not None]
    bodies = _unique(foreign, setting)
    if not bodies and _THEY.search(part):
        bodies, ours = met, True
    subjects = tuple(one for one in bodies if first is not None and one.start < first.start)
    return Told(clause, part, core, bodies, subjects, ours)


def _in_company(text: str, edge: int, body: Named, inside: list[Named]) -> bool:
    """Whether a body behind the topic is one of those met: a workshop on cookies with A and B."""
    before = [one for one in inside if edge <= one.start < body.start]
    lead = text[before[-1].end : body.start] if before else text[edge : body.start]
    if before and _LISTED.fullmatch(lead):
        return _in_company(text, edge, before[-1], inside)
    return bool(_WITH.search(lead))


def _unique(bodies: list[Named], setting: Setting) -> tuple[Named, ...]:
    """Each body once; a union or department beside its own part is left out."""
    known = setting.gazetteer.bodies
    parents = {known[one.authority].parent for one in bodies if one.authority in known}
    kept: dict[str, Named] = {}
    for one in bodies:
        if one.authority not in parents:
            kept.setdefault(one.authority or one.label, one)
    return tuple(kept.values())
