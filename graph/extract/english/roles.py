"""Who took part in a meeting told in English, and as what."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.english.told import Told
from graph.extract.names import Reading
from graph.extract.setting import Setting
from graph.model import Participant
from ontology.terms import Role

_WITH: Final = re.compile(r"\bwith\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}$")
_HOSTED_BY: Final = re.compile(
    r"(?:hosted|organi[sz]ed|convened|co-hosted|chaired)(?:\s+jointly)?\s+by\s+(?:the\s+)?$"
    r"|at the invitation of\s+(?:the\s+)?$"
)
_VISIT_BY: Final = re.compile(
    r"\bvisits?\s+(?:to\s+[\w ,]{2,40}?\s+)?(?:by|of|from)\b|delegations?\s+(?:from|of|led by)\b|courtesy"
)


def took_part(told: Told, reading: Reading) -> bool:
    """Whether the publisher took part: it, we, a person of it, or nobody else is the subject."""
    if told.ours:
        return True
    if told.subjects and len(told.bodies) > 1 and not told.leaned:
        return False
    if any(_WITH.search(told.text[: max(0, body.start - told.clause.start)]) for body in told.bodies):
        return True
    passive = told.clause.triggers[0].sort in ("place", "off")
    if reading.talk:
        return len(reading.bodies) < 2 or not told.subjects
    return not passive and not told.subjects


def together(told: Told, reading: Reading) -> bool:
    """Whether several partners are said to have met in one meeting: joint, trilateral, or all of them the subject."""
    if reading.kind in ("trilateral-meeting", "signing") or re.search(
        r"\b(?:joint|trilateral|together|jointly|all)\b", told.core
    ):
        return True
    objects = [one for one in reading.bodies if one not in told.subjects]
    return len(objects) <= 1


def participants_of(told: Told, reading: Reading, setting: Setting) -> tuple[Participant, ...]:
    came = told.clause.triggers[0].sort == "received" or bool(_VISIT_BY.search(told.core))
    role: Role = "participant"
    own: Role = "participant"
    if reading.kind == "visit":
        role, own = ("visitor", "host") if came or told.subjects else ("host", "visitor")
    elif came and reading.talk:
        role, own = "guest", "host"
    start = told.clause.start
    others = []
    for body in reading.bodies:
        hosts = body.start >= start and _HOSTED_BY.search(told.text[: body.start - start])
        leads = body in told.subjects and any(one.sort in ("received", "held") for one in told.clause.triggers)
        if not reading.talk and (hosts or leads):
            others.append(body.as_participant("host"))
        else:
            others.append(body.as_participant("host" if hosts else role))
    known_bodies = setting.gazetteer.bodies
    parts = [
        one
        for one in others
        if one.authority in known_bodies and known_bodies[one.authority].parent == setting.publisher
    ]
    publisher = known_bodies.get(setting.publisher or "")
    whole = publisher is not None and any(one.authority == publisher.parent for one in others)
    if not took_part(told, reading) or setting.publisher is None or ((parts or whole) and not told.named):
        return tuple(others)
    if not reading.talk and told.clause.triggers[0].sort in ("received", "held") and not told.subjects and told.ours:
        own = "host"
    known = setting.gazetteer.bodies.get(setting.publisher)
    label = known.name.in_language(setting.document.language) if known else setting.publisher
    return (*others, Participant(authority=setting.publisher, label=label, role=own))
