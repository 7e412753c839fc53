"""Whether what an English clause tells is a meeting of the kind that is kept: with somebody, or something, abroad."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.bodies import home_of
from graph.extract.english.naming import gathering
from graph.extract.english.outcome import english_status
from graph.extract.english.told import Told
from graph.extract.english.words import DOMESTIC, GATHERING, WORLD
from graph.extract.names import Reading
from graph.extract.setting import Setting
from graph.model import Place, When

_NONE: Final = re.compile(
    r"\b[Nn](?:o|either|one)\s+(?:of\s+the\s+)?(?:[\w-]+\s+){0,2}(?:meetings?|talks|visits?|calls?|discussions?"
    r"|dialogue)\b"
    r"[^.;]{0,90}?\b(?:was|were|took|ha[sd]|have|came)\b"
)
_NOT_TO_BE: Final = re.compile(
    r"\b(?:(?:will|would|is|are|was|were|to)\s+(?:be\s+)?no|no\s+(?:date|further|new))\s+(?:[\w-]+\s+){0,3}?"
    r"(?:meetings?|reviews?|talks|visits?|calls?|rounds?|sessions?|dialogue|forum|conference)\b"
)
_FOUNDED: Final = re.compile(
    r"\bfirst\s+(?:met|convened|held|gathered|took\s+place)\b|\bwas\s+first\s+(?:held"
    r"|convened)\b"
)
_DISCUSSED: Final = re.compile(r"discussed|debated|compared\s+notes|took\s+stock|reviewed\s+progress")
_REFUSED: Final = re.compile(
    r"\b(?:declin\w+|refus\w+|turned\s+down|rejected)\s+(?:[\w'-]+\s+){0,4}?(?:invitations?|requests?|meeting"
    r"|offers?|to\s+(?:meet"
    r"|attend|host|receive|join|take))|\b(?:request|invitation|offer|proposal)\s+(?:was|were|is)\s+(?:not\s+\w+"
    r"|declined|refused"
    r"|rejected|turned\s+down)"
)
_NO_MEETING: Final = re.compile(
    r"\b(?:participat\w+|t(?:ook|ake|akes|aking)\s+part)\s+in\s+(?:[\w'-]+\s+){0,4}?(?:sweep|survey|consultation|investigation|pilot|project|campaign)\b"
    r"|\b(?:weekly|monthly|regularly|routinely|every\s+(?:week|month))\s*(?:[,.;]|$|\s{2}|(?:from|since|between"
    r"|during)\b)"
)
_SITTING: Final = re.compile(
    r"\b[0-9]{1,4}(?:st|nd|rd|th)\s+(?:regular\s+|plenary\s+)?(?:meeting|session|sitting)\s+of\s+the\s+"
    r"(?:Commission|Board|Committee|Council|Authority|College)\b(?!\s+of)"
)
_OWN_PLENARY: Final = re.compile(r"\b(?:[Nn]ext|[Oo]ur|[Ii]ts)\s+(?:[\w-]+\s+)?plenary\s+(?:session|meeting)\b")
_TOOK_PART: Final = re.compile(r"\s+(?:also\s+)?(?:took\s+part|participated|was\s+represented|attended)\b")
_MANY: Final = re.compile(
    r"\b(?:representatives|ministers|authorities|regulators|delegates|officials|officers|experts|participants)\s+(?:of"
    r"|from)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:countries|economies|jurisdictions|member\s+states)\b"
    r"|\b(?:data\s+protection|privacy|supervisory|enforcement)\s+(?:and\s+privacy\s+)?authorities\b",
    re.IGNORECASE,
)
_ORGAN: Final = re.compile(
    r"[Ww]orking\s+[Gg]roup|[Ww]orking\s+[Pp]arty|[Tt]ask\s?[Ff]orce|[Cc]ommittee|[Ss]ub-?\s?[Gg]roup"
    r"|\bBureau\b|[Ss]teering\s+[Gg]roup"
)


def at_home(told: Told, setting: Setting) -> bool:
    """Whether a clause that names no other side tells of a sitting of the publisher, or of an event for the public."""
    if told.bodies and not told.leaned:
        return False
    plenary = setting.home not in ("INT", "EU", None) and _OWN_PLENARY.search(told.text)
    return bool(plenary or _SITTING.search(told.text) or DOMESTIC.search(told.core))


# Took part in the following: what follows tells it.
_SUMS_UP: Final = re.compile(r"\b(?:in|at|with)\s+the\s+following\s*[.:]?$")


def denied(told: Told) -> bool:
    """Whether a clause says that there was no meeting, or that one was asked for in vain, or tells of a habit."""
    return any(form.search(told.text) for form in (_NONE, _NOT_TO_BE, _REFUSED, _NO_MEETING, _SUMS_UP))


def about_others(told: Told, setting: Setting) -> bool:
    """Whether something was discussed without anybody of another country among those who did so."""
    first, *others = told.clause.triggers
    if others or told.leaned or setting.home == "INT":
        return False
    return bool(_DISCUSSED.match(told.text, first.start - told.clause.start)) and not any(
        one.authority is None or setting.foreign(home_of(one, setting)) for one in told.subjects
    )


def founding(told: Told, when: When) -> bool:
    """Whether a year alone is told in which something first met: its history, and no meeting."""
    return when.precision == "year" and bool(_FOUNDED.search(told.text))


def between(told: Told, reading: Reading, last: Reading | None, setting: Setting) -> bool:
    """Whether a meeting that names no other side is one for a person to see: a network's own, or a talk called off."""
    if (told.bodies and not told.leaned) or reading.series or DOMESTIC.search(told.text):
        return False
    first = told.clause.triggers[0]
    before = told.text[: first.start - told.clause.start]
    organ = told.titled and (first.sort in ("met", "held", "place") or "to meet" in told.text) and _ORGAN.search(before)
    world = _ORGAN.search(before) and WORLD.search(before) and first.sort in ("met", "held", "place")
    ours_met = setting.home == "INT" and first.sort == "met" and bool(told.ours or _ORGAN.search(before))
    if not (GATHERING.search(told.core) or organ or ours_met or world):
        return False
    if world:
        return True
    off = last is not None and last.talk and english_status(told.text)[0] in ("cancelled", "postponed")
    ours = last is not None and last.talk and told.ours and told.clause.triggers[0].sort == "during"
    return off or ours or setting.home == "INT" or told.titled


def international(told: Told, reading: Reading, place: Place, setting: Setting) -> bool:
    """Whether a series, a body of another country, a place abroad or a name known the world over is in it."""
    if reading.series:
        return True
    if any(one.authority is None or setting.foreign(home_of(one, setting)) for one in told.bodies):
        return True
    if DOMESTIC.search(told.text):
        return False
    meets = GATHERING.search(told.core) or told.clause.triggers[0].sort == "met"
    if meets and (_MANY.search(told.text) or _with_country(told, setting)):
        return True
    named = gathering(told, told.clause.triggers[0].sort)
    return abroad(place, setting) or bool(named and len(named.split()) > 1 and (told.aside or WORLD.search(named)))


def _with_country(told: Told, setting: Setting) -> bool:
    """Whether another country is said to have taken part: a summit in which Japan took part."""
    named = setting.gazetteer.jurisdiction_lexicon.find(told.text)
    return any(_TOOK_PART.match(told.text, one.end) and setting.foreign(one.id) for one in named)


def abroad(place: Place, setting: Setting) -> bool:
    """Whether a place is in another country than the publisher."""
    return any(setting.foreign(code) for code in place.countries) and setting.home is not None
