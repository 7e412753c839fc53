"""The draft of a meeting that an English clause tells: place, status, company, and why it needs a second look."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.doubts import ABSENT, BEGUN, DAY_LEANS, MIXED_STATUS, NOT_TOGETHER
from graph.extract.draft import Draft
from graph.extract.english.clauses import Trigger
from graph.extract.english.dating import far
from graph.extract.english.doubts import BARE_EU, FAR, INHERITED, YEAR_ONLY
from graph.extract.english.naming import gathering
from graph.extract.english.outcome import clause_status, doubtful, english_status, past_contact
from graph.extract.english.places import english_place
from graph.extract.english.roles import participants_of, together, took_part
from graph.extract.english.told import Told
from graph.extract.english.words import ONLINE
from graph.extract.names import Reading
from graph.extract.places import read_place
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.status import without_absence
from graph.model import Place, When
from graph.text import rejoined
from ontology.terms import Status

AGAIN: Final = re.compile(
    r"\b(?:[Tt]he|this|that|these|those|their|its)\s+(?:[a-z-]+\s+){0,2}(?:meetings?|talks|call|discussions?"
    r"|forum|conference|session|visit|dialogue|roundtable|workshop|review|round)\b"
)
_NEAR_BY: Final = re.compile(
    r"for [A-Z][a-z]+day|(?:last|this|next|the following|earlier this|later this) (?:week|month)", re.IGNORECASE
)
# What led to the date, which is not among the words: came together in Singapore on.
_LEFT_OPEN: Final = re.compile(r"(?:\s+(?:on|in|at|from|for|of|the|and|to|until))+$")
_BEGUN: Final = re.compile(
    r"\b(?:conference|forum|assembly|summit|congress|symposium|plenary|review|visit|mission|talks|event)\b[^.;]{0,60}?\s"
    r"(?:started|began|begun|kicked off|got under way|commenced|closed|ended|concluded|wrapped up|drew to a close)\b"
    r"|\b(?:first|second|final|last) day of\b"
    r"|\b(?:until|through|till) (?:next )?[a-z]+day\b"
    r"|\b(?:arrives?|arrived|opens?) (?:in [^.;,]{3,40} )?(?:today|tomorrow)\b",
    re.IGNORECASE,
)
_WHERE_BEFORE: Final = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Tt]o|[Aa]t|[Vv]isited)\s+(?P<place>[A-Z][\w' -]{2,30}(?:,\s+[A-Z][\w' -]{2,30})?)"
    r",\s+where\b[^;.]*$"
)
_OUR_OFFICE: Final = re.compile(r"\bvisited\s+(?:our|the)\s+(?:[A-Z]\w+\s+)?(?:offices?|headquarters|premises)\b")


def place_before(text: str, start: int, setting: Setting) -> Place:
    """The place that a clause is told to have been in before it begins: from Rome, where they took part in…"""
    hit = _WHERE_BEFORE.search(text[: start + len("where ")])
    read = read_place(hit["place"], setting.gazetteer) if hit else None
    return read.place if read is not None and read.whole else Place()


def english_place_of(told: Told, reading: Reading, setting: Setting) -> Place:
    """Where a clause says that its meeting was."""
    start = told.clause.start
    spans = [(one, one.start - start, one.end - start) for one in told.bodies if one.start >= start]
    # Those whom "they" stand for are named in another sentence.
    taken = [(first, end) for one, first, end in spans if one.label.split()[-1] in told.text[first:end]]
    taken += [(hit.start, hit.end) for hit in setting.gazetteer.body_lexicon.find(told.text, setting.nearby)]
    place = english_place(told.core, taken, setting)
    if not place.countries:
        place = english_place(told.text, taken, setting)
    if not place.countries and _OUR_OFFICE.search(told.text) and setting.home:
        return Place(country=setting.home, countries=(setting.home,), mode="in-person")
    if place.mode == "unknown" and ONLINE.search(told.text):
        return place.model_copy(update={"mode": "online"})
    return place


def drafted(
    sentence: Sentence, told: Told, read: tuple[Reading, When, Place], setting: Setting, *, inherited: bool
) -> Draft:
    reading, when, place = read
    document = setting.document
    absent = without_absence(told.text) is not None
    status, unsure = _status(sentence.text, told, when, setting)
    passed = document.published is not None and when.latest < document.published
    doubts = [MIXED_STATUS] if unsure or (status == "planned" and passed) else []
    doubts += [ABSENT] if absent else []
    doubts += [FAR] if far(when, document.published) else []
    doubts += [BARE_EU] if any(body.authority == "eu" for body in reading.bodies) else []
    doubts += [INHERITED] if inherited else []
    doubts += [DAY_LEANS] if _NEAR_BY.fullmatch(when.verbatim or "") else []
    doubts += [BEGUN] if when.earliest == when.latest and _BEGUN.search(told.text) else []
    doubts += [YEAR_ONLY] if when.precision == "year" or ("/" in when.edtf and when.precision == "month") else []
    if reading.talk and len(reading.bodies) > 1 and not together(told, reading):
        doubts.append(NOT_TOGETHER)
    partners = " and ".join(body.label for body in reading.bodies)
    name = gathering(told, told.clause.triggers[0].sort) if not reading.talk else ""
    core = _LEFT_OPEN.sub("", told.core.strip(" ,.;"))
    words = name or (f"Meeting with {partners}" if partners else core)
    evidence = document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    return Draft(
        name=words if words != core else rejoined(document.text, *sentence.span(0, len(sentence.text))),
        words=words,
        when=when,
        place=place,
        reading=reading,
        kind=reading.kind,
        status=status,
        evidence=(evidence,),
        origin="prose",
        participants=tuple(
            one for one in participants_of(told, reading, setting) if not absent or one.authority != setting.publisher
        ),
        doubts=tuple(doubts),
        own=not absent and took_part(told, reading),
        again=bool(AGAIN.search(told.core)) and not reading.series,
    )


def _status(text: str, told: Told, when: When, setting: Setting) -> tuple[Status, bool]:
    published = setting.document.published
    absent = without_absence(told.text)
    if absent is not None:
        status, unsure = english_status(absent)
    else:
        status, unsure = clause_status(told.text, told.core, _governing(told, when), told.clause.start)
    if status == "held" and not unsure:
        whole, _ = english_status(text)
        unsure = whole != "held" and told.clause.end - told.clause.start < len(text) and len(told.text) < 40
    unsure = unsure or (status == "held" and doubtful(told.text))
    if status == "held" and _of_what_is_ahead(text, told):
        return "planned", True
    if status == "held" and published is not None and when.earliest > published:
        return "planned", unsure
    return status, unsure


def _of_what_is_ahead(text: str, told: Told) -> bool:
    """Whether a clause shares the word of contact of one before it that looks ahead: we will meet, namely on 3 May."""
    first, before = told.clause.triggers[0], text[: told.clause.start]
    return first.start == first.end and english_status(before)[0] == "planned" and not past_contact(before)


def _governing(told: Told, when: When) -> Trigger:
    """The word of contact that a date goes with: the last before it, else the first."""
    dates = [one.start for one in (*told.clause.dates, *told.clause.late) if one.when.edtf == when.edtf]
    before = [one for one in told.clause.triggers if dates and one.start < dates[0]]
    return before[-1] if before else told.clause.triggers[0]
