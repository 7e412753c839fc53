"""What a clause calls its meeting: its kind, series and number."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.bodies import Named
from graph.extract.english.told import OCCASION, Told
from graph.extract.english.words import (
    CALL,
    GATHERING,
    NAMED_GATHERING,
    VIDEO,
)
from graph.extract.names import (
    ORDINAL_WORDS,
    Reading,
    find_ordinal,
    kind_words,
    meeting_kind,
    read_name,
    without_ordinal,
)
from graph.extract.setting import Setting
from ontology.terms import Kind

_NUMBERS: Final = ORDINAL_WORDS
_WORDS: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NUMBERED: Final = re.compile(
    rf"(?<![\w-])(?P<word>{_WORDS}|inaugural)\s+(?:[\w-]+\s+){{0,4}}?(?=meeting|review|forum|roundtable"
    rf"|round|session|plenary|workshop|conference|assembly|edition|(?-i:[A-Z]))",
    re.IGNORECASE,
)
# The fourth High-Level Dialogue has a number; a second meeting on the same day has none.
_NUMBERED_NAME: Final = re.compile(
    rf"(?<![\w-])(?P<word>{_WORDS}|inaugural)\s+(?:annual\s+|joint\s+"
    rf"|regular\s+)?(?=(?-i:(?:[A-Z][\w-]*[\s–-]+){{1,4}})"
    rf"(?:[\w-]+\s+){{0,3}}?(?:meeting|review|forum|roundtable|round|session|plenary|workshop|conference"
    rf"|dialogue|seminar"
    rf"|consultations|talks|council)\b)",
    re.IGNORECASE,
)
_ROUND: Final = re.compile(rf"(?<![\w-])(?P<word>{_WORDS}|inaugural)\s+(?:round|edition|session)\s+of\b", re.IGNORECASE)
_OWN_GATHERING: Final = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|their|its)\s+(?:[a-z]+\s+|[0-9]+(?:st|nd|rd|th)\s+)?(?P<noun>Roundtable|Forum|Assembly"
    r"|Conference|Plenary)\b"
    r"|\b(?:[Oo]ur|[Tt]his|[Tt]hese|[Ii]ts)\s+(?:[a-z]+\s+)?(?P<common>roundtables?|forums?|assembl(?:y|ies)"
    r"|conferences?|plenar(?:y|ies)"
    r"|workshops?|gatherings?)\b"
)
_EVENT: Final = re.compile(r"\b[Tt]h(?:e|is)\s+(?:[a-z]+-day\s+|annual\s+)?(?:event|gathering)\b")
_OF_YEAR: Final = re.compile(
    r"\b(?:[Ll]ast|[Nn]ext|[Tt]his)\s+year's\s+(?:meeting|session|edition|[Rr]oundtable|[Ff]orum|[Cc]onference|[Aa]ssembly)\b"
)
_OWN_MEETING: Final = re.compile(
    rf"{_OF_YEAR.pattern}|\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s+(?:next|[0-9]{{1,3}}(?:st|nd|rd|th)|{_WORDS})\s+(?:annual\s+"
    rf"|plenary\s+)?(?:meeting|session)\b"
    r"(?!\s+(?:with|between))"
)
_HEAD: Final = re.compile(r"^([A-Z]\w+ [A-Z]\w+) of the\b")
_NUMBER_OF: Final = re.compile(
    rf"\b(?:[0-9]{{1,3}}(?:st|nd|rd|th)|{_WORDS}|inaugural|next|last|previous)\s+"
    r"(?:[A-Z]\w+\s+){0,2}(?P<noun>[A-Z]\w+)\b"
)
_NTH: Final = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa])\s+(?:next|[0-9]{{1,3}}(?:st|nd|rd|th)|{_WORDS})\s+(?:annual\s+)?"
    r"(?P<noun>[Rr]oundtable|[Ff]orum|[Aa]ssembly|[Cc]onference|[Pp]lenary)\b(?!\s+(?:of|on|for|with|between)\b)"
)
_PLAIN_MEETING: Final = re.compile(
    r"(?<![Gg]roup )(?<![Ff]orce )(?<![Cc]ommittee )\b(?:[Mm]eeting|[Ss]ession"
    r"|[Gg]athering)\b(?!\s+with)"
)
_VISIT_BY: Final = re.compile(
    r"\bvisits?\s+(?:to\s+[\w ,]{2,40}?\s+)?(?:by|of|from)\b|delegations?\s+(?:from|of|led by)\b|courtesy"
)
TALKS: Final = frozenset(
    {"bilateral-meeting", "trilateral-meeting", "multilateral-meeting", "visit", "conference-call", "signing"}
)


def read_told(told: Told, setting: Setting) -> Reading:
    """What a clause says of its meeting, as the reading of a name would."""
    core = told.core
    first = told.sort
    series = None
    if first != "signed":  # what is signed at a conference is no part of it
        series = _series(core, setting) or _series_from(told, setting)
        series = series or _own_series(told, setting) or _of_network(told, setting)
    name = gathering(told, first)
    countries = countries_of(told.bodies, setting)
    named = read_name(name or core, setting)
    kind = _kind(told, first, name, countries)
    others = not told.ours and len(told.bodies) == 2 and len(told.subjects) == 1
    if kind == "trilateral-meeting" and others and "rilateral" not in core:
        kind = "bilateral-meeting"  # of two others, told by a third
    talk = kind in TALKS and series is None
    kind = setting.gazetteer.series[series].kind if series and kind != "conference-call" else kind
    own = series or (_dialogue(told, kind, countries, setting) if talk else None)
    return replace(
        named,
        kind=kind,
        series=own,
        ordinal=ordinal_in(core if series else name or core, series) or (None if series else ordinal_in(core, None)),
        bodies=told.bodies,
        countries=countries,
        talk=talk,
    )


def _series(words: str, setting: Setting) -> str | None:
    found = setting.gazetteer.series_lexicon.find(without_ordinal(words), setting.nearby)
    return found[-1].id if found else None


def _series_from(told: Told, setting: Setting) -> str | None:
    """The series whose name goes on where the topic seems to begin: the Dialogue on the Internet Economy."""
    text = OCCASION.sub(lambda hit: " " * len(hit.group()), told.text)
    found = setting.gazetteer.series_lexicon.find(text, setting.nearby)
    inside = [one for one in found if one.start < len(told.core)] if told.bodies else found
    return inside[-1].id if inside else None


def the_event(told: Told) -> bool:
    """Whether a clause speaks of the event that the whole document is about."""
    return told.about is not None and bool(_EVENT.search(told.core))


def _own_series(told: Told, setting: Setting) -> str | None:
    """The first Roundtable, our next gathering, as the network that meets in it calls it."""
    known = setting.gazetteer.series
    own = [one for one in known.values() if one.convened_by == (setting.publisher,)]
    headed = [one.id for one in own if (head := _HEAD.match(one.name.en or "")) and head[1] in told.core]
    if headed:
        return headed[0]
    if the_event(told):
        return told.about
    if told.about and (_OF_YEAR if not told.titled else _OWN_MEETING).search(told.core):
        return told.about
    if told.about and any(kind_words(one["noun"]) == known[told.about].kind for one in _NTH.finditer(told.core)):
        return told.about
    hit = _OWN_GATHERING.search(told.core)
    if hit is None:
        return told.about if told.about and numbered_of(known[told.about].name.en or "", told.core) else None
    own = own if hit["noun"] else []
    own += [known[told.about]] if told.about and known[told.about] not in own else []
    noun = hit["noun"] or hit["common"]
    fitting = [one.id for one in own if noun.startswith("gathering") or one.kind == kind_words(noun)]
    return fitting[0] if len(fitting) == 1 else None


def numbered_of(name: str, words: str) -> bool:
    """Whether words speak of a meeting by its number and the last word of its series: the third Council."""
    hit = _NUMBER_OF.search(words)
    return bool(hit and hit["noun"] in re.sub(r"[()]", "", name).split())


def _of_network(told: Told, setting: Setting) -> str | None:
    """The plenary of the Berlin Group, or its meeting: the one series of that kind which a network named convenes."""
    kinds = {kind_words(hit.group()) for hit in GATHERING.finditer(told.core)}
    networks = [(body.authority,) for body in told.bodies if body.authority is not None]
    itself = [body.authority for body in told.bodies if body.authority in setting.gazetteer.series]
    if itself and (told.clause.triggers[0].sort == "joined" or _named_after_it(told, itself[0])):
        return itself[0]
    convened = [one for one in setting.gazetteer.series.values() if one.convened_by in networks]
    fitting = [one for one in convened if one.kind in kinds]
    alone = len(convened) == 1 and setting.gazetteer.bodies[convened[0].convened_by[0]].jurisdiction == "INT"
    if not fitting and alone and _PLAIN_MEETING.search(told.core):
        fitting = [one for one in convened if one.kind in ("plenary", "roundtable", "forum")]
    return fitting[0].id if len(fitting) == 1 and fitting[0].kind != "bilateral-meeting" else None


def _named_after_it(told: Told, series: str) -> bool:
    """Whether a body that is but the gathering of its members is called by that: the Conference of Authorities."""
    labels = [body.label for body in told.bodies if body.authority == series]
    return told.sort != "noun" and any(NAMED_GATHERING.search(label) for label in labels)


def _dialogue(told: Told, kind: Kind, countries: frozenset[str], setting: Setting) -> str | None:
    """The publisher's own standing dialogue with the other side, as ``names`` settles it."""
    if kind != "bilateral-meeting" or len(countries) != 1 or not told.bodies:
        return None
    talk = read_name("Meeting with " + " and ".join(body.label for body in told.bodies), setting)
    return talk.series


def ordinal_in(words: str, series: str | None) -> int | None:
    """The number of a meeting in the words that name it."""
    number = find_ordinal(words)
    if number is not None:
        return number
    hit = (_NUMBERED if series else _NUMBERED_NAME).search(words) or _ROUND.search(words)
    return None if hit is None else _NUMBERS.get(hit["word"].lower(), 1)


def ordinal_of(words: str) -> int | None:
    """The number in the words 46th or second."""
    hit = re.search(r"[0-9]+", words)
    word = words.rsplit(maxsplit=1)[-1].lower() if words.split() else ""
    return int(hit.group()) if hit else _NUMBERS.get(word)


def gathering(told: Told, first: str) -> str:
    """The name of a gathering (Global Privacy Assembly, workshop on AI), blank for talks."""
    hits = list(NAMED_GATHERING.finditer(told.core))
    after = [hit for hit in hits if len(hit.group().split()) > 1]
    if after:
        part = GATHERING.search(told.core, after[-1].end()) if told.core.startswith("'s ", after[-1].end()) else None
        return told.core[after[-1].start() : part.end() if part else after[-1].end()].strip()
    plain = list(GATHERING.finditer(told.core))
    first = "joined" if any(one.sort == "joined" for one in told.clause.triggers) else first
    if plain and first in ("joined", "place", "off", "held", "received", "noun"):
        start = told.core.rfind(",", 0, plain[0].start()) + 1
        return told.core[max(start, plain[0].start() - 60) : plain[0].end()].strip()
    return ""


def _kind(told: Told, first: str, gathering: str, countries: frozenset[str]) -> Kind:
    core = told.core
    if re.search(r"trilateral", core, re.IGNORECASE):
        return "trilateral-meeting"
    if first == "signed" or (first in ("place", "off") and re.search(r"sign(?:ing|ed|ature)", core)):
        return "signing"
    if CALL.search(core) or VIDEO.search(core):
        return "conference-call" if CALL.search(core) else meeting_kind(countries)
    said = kind_words(gathering) if gathering else None
    if said not in (None, "bilateral-meeting", "visit"):
        return said
    took = any(one.sort == "joined" for one in told.clause.triggers)
    visit = (
        (first == "visited" and not (took and gathering))
        or (first == "received" and not gathering)
        or _VISIT_BY.search(core)
    )
    return "visit" if visit or said == "visit" else meeting_kind(countries)


def countries_of(bodies: tuple[Named, ...], setting: Setting) -> frozenset[str]:
    """The foreign jurisdictions of some bodies."""
    known = setting.gazetteer.bodies
    found = {known[one.authority].jurisdiction for one in bodies if one.authority in known}
    alone = [one.label for one in bodies if one.authority is None]
    found |= {one.id for label in alone for one in setting.gazetteer.jurisdiction_lexicon.find(label)}
    return frozenset(code for code in found if setting.foreign(code))
