"""Meetings told in English prose: a clause with a date, a word of meeting, and somebody or something abroad."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate, find_dates, find_english_dates
from graph.extract.bodies import Named
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.clauses import Clause, clauses
from graph.extract.english.places import english_place
from graph.extract.english.words import (
    CALL,
    DOMESTIC,
    GATHERING,
    NAMED_GATHERING,
    ONLINE,
    TOPIC,
    VIDEO,
    WORLD,
    english_status,
    leaning,
)
from graph.extract.names import Reading, find_ordinal, kind_words, meeting_kind, read_name, without_ordinal
from graph.extract.narrative import MIXED_STATUS, NOT_TOGETHER
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Participant, Place, When
from graph.text import rejoined
from ontology.terms import Kind, Role, Status

INHERITED: Final = "date taken from the words before / 日付は前の文による"
YEAR_ONLY: Final = "known only to the year / 年までしか分からない"
NOT_EACH: Final = "several bodies and days, not said which on which / 複数の機関と日付の対応が不明"
_THEY: Final = re.compile(
    r"\b(?:(?:further|next|another|follow-up|second|third|technical) (?:meeting|round|visit|call|session"
    r"|exchange)|(?:a|the) (?:second|third|further) one|another one|they|both|the two|the three"
    r"|the parties|the sides|their|each other|these|all three|the authorities|the delegations)\b",
    re.IGNORECASE,
)
_WE: Final = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_AGAIN: Final = re.compile(
    r"\b(?:the|this|that|these|those|their|its)\s+(?:[a-z-]+\s+){0,2}(?:meetings?|talks|call|discussions?"
    r"|forum|conference|session|visit|dialogue|roundtable|workshop)\b"
)
_NUMBERS: Final = {
    word: count
    for count, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
}
_NUMBERED: Final = re.compile(
    rf"\b(?P<word>{'|'.join(_NUMBERS)}|inaugural)\s+(?:[\w-]+\s+){{0,4}}?(?=meeting|review|forum|roundtable"
    rf"|round|session|plenary|workshop|conference|assembly|edition|[A-Z])",
    re.IGNORECASE,
)
_RESPECTIVELY: Final = re.compile(r"\brespectively\b|\bin turn\b")
_SEPARATE: Final = re.compile(
    r"\bseparate(?:ly)?\b|\bindividually\b|\bin turn\b|\brespectively\b|\beach of\b|\bone-on-one\b"
    r"|\bbilateral meetings\b"
)
_WITH: Final = re.compile(r"\bwith\s+(?:the\s+)?(?:[\w'-]+\s+){0,3}$")
_LISTED: Final = re.compile(
    r"(?:\s*\([^()]{1,12}\))?\s*(?:,\s*and|,|and|&|as well as)\s+(?:the\s+)?(?:[A-Z][\w']*\s+)?"
)
_HOSTED_BY: Final = re.compile(
    r"(?:hosted|organi[sz]ed|convened|co-hosted|chaired)(?:\s+jointly)?\s+by\s+(?:the\s+)?$"
    r"|at the invitation of\s+(?:the\s+)?$"
)
_VISIT_BY: Final = re.compile(
    r"\bvisits?\s+(?:to\s+[\w ,]{2,40}?\s+)?(?:by|of|from)\b|delegations?\s+(?:from|of|led by)\b|courtesy"
)
_TALKS: Final = frozenset(
    {"bilateral-meeting", "trilateral-meeting", "multilateral-meeting", "visit", "conference-call", "signing"}
)


@dataclass(frozen=True)
class EnglishThread:
    """What a sentence may lean on: the last date, the partners of the last talk."""

    previous: When | None = None
    met: tuple[Named, ...] = ()


@dataclass(frozen=True)
class _Told:
    """A clause as read: its words with dates blanked, the bodies in it, and what it leans on."""

    clause: Clause
    text: str
    core: str
    bodies: tuple[Named, ...]
    subjects: tuple[Named, ...]
    ours: bool


def read_english_sentence(
    sentence: Sentence, setting: Setting, thread: EnglishThread
) -> tuple[list[Draft], EnglishThread]:
    """The meetings that an English sentence tells with a date, and what the next sentence may lean on."""
    text = sentence.text
    ground = english_ground(text, setting)
    dates = english_dates(text, setting, thread.previous)
    drafts: list[Draft] = []
    when: FoundDate | None = None
    for clause in clauses(text, dates):
        met = next((draft.reading.bodies for draft in reversed(drafts) if draft.reading.bodies), thread.met)
        told = _told(text, clause, dates, ground, met)
        own = _days(clause, told) or ([when] if when is not None and _new(told, drafts) else [])
        when = own[-1] if own else when
        if clause.triggers and own:
            inherited = not _days(clause, told)
            drafts += _drafts(sentence, told, own, ground, inherited=inherited)
    talks = [draft for draft in drafts if draft.reading.talk and draft.reading.bodies]
    met = talks[-1].reading.bodies if talks else thread.met
    exact = [one.when for one in dates if one.when.precision in ("day", "month")]
    told_dates = [draft.when for draft in drafts if draft.status == "held"]
    previous = told_dates[-1] if told_dates else (exact[-1] if exact and drafts else thread.previous)
    return drafts, EnglishThread(previous, met)


def english_dates(text: str, setting: Setting, previous: When | None) -> list[FoundDate]:
    """The dates of a sentence; a missing year is settled by its tense."""
    context = replace(setting.document.dates(previous), leaning=leaning(text))
    found = [*find_english_dates(text, context), *find_dates(text, replace(context, previous=None))]
    return sorted(found, key=lambda one: (one.start, one.when.edtf))


def _days(clause: Clause, told: _Told) -> list[FoundDate]:
    """The dates of the clause's meeting: the first, with those that are listed with it."""
    dates = clause.dates or (clause.late if any(one.sort == "off" for one in clause.triggers) else ())
    day = [one for one in dates if one.when.precision != "year"] or list(dates)
    return [one for one in day if one.start == day[0].start]


def _told(text: str, clause: Clause, dates: list[FoundDate], setting: Setting, met: tuple[Named, ...]) -> _Told:
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
    near = [one for one in inside if one.start < edge or _in_company(blank, edge, one, inside)]
    foreign = [one for one in near if one.authority != setting.publisher]
    if not foreign and not ours:
        foreign = [one for one in inside if one.authority != setting.publisher and one.authority is not None]
    bodies = _unique(foreign, setting)
    if not bodies and _THEY.search(part):
        bodies, ours = met, True
    subjects = tuple(one for one in bodies if first is not None and one.start < first.start)
    return _Told(clause, part, core, bodies, subjects, ours)


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


def _new(told: _Told, drafts: list[Draft]) -> bool:
    """Whether a clause without a date tells of a meeting with somebody else on the same day."""
    if not drafts or not told.bodies:
        return False
    before = {body.authority for draft in drafts for body in draft.reading.bodies}
    return any(body.authority not in before for body in told.bodies)


def _drafts(
    sentence: Sentence, told: _Told, days: list[FoundDate], setting: Setting, *, inherited: bool
) -> list[Draft]:
    reading = _reading(told, setting)
    place = _place(told, reading, setting)
    again = bool(_AGAIN.search(told.core)) and bool(told.bodies)
    if not (again or _international(told, reading, place, setting)):
        return []
    groups = _groups(told, reading, days)
    drafts = []
    for bodies, when in groups:
        one = replace(reading, bodies=bodies, countries=_countries(bodies, setting) or reading.countries)
        drafts.append(_draft(sentence, told, (one, when, place), setting, inherited=inherited))
    if len(groups) > len(days) > 1 and not _RESPECTIVELY.search(told.text):
        drafts = [replace(draft, doubts=(*draft.doubts, NOT_EACH)) for draft in drafts]
    return drafts


def _groups(told: _Told, reading: Reading, days: list[FoundDate]) -> list[tuple[tuple[Named, ...], When]]:
    """Who met when: visits to several bodies are several, as are meetings said to be separate."""
    apart = len(told.bodies) > 1 and reading.series is None
    objects = tuple(one for one in told.bodies if one not in told.subjects) or told.bodies
    apart = apart and len(objects) > 1 and (reading.kind == "visit" or bool(_SEPARATE.search(told.text)))
    if not apart:
        return [(reading.bodies, day.when) for day in days]
    if len(days) == len(objects):
        return [((body,), day.when) for body, day in zip(objects, days, strict=True)]
    spread = _each_day(days[0].when, len(objects)) if _RESPECTIVELY.search(told.text) else None
    if spread:
        return [((body,), when) for body, when in zip(objects, spread, strict=True)]
    return [((body,), day.when) for day in days for body in objects]


def _each_day(when: When, count: int) -> list[When] | None:
    """The days of a span, where there are as many as bodies."""
    days = (when.latest - when.earliest).days + 1
    if when.precision != "day" or days != count:
        return None
    points = [when.earliest.fromordinal(when.earliest.toordinal() + step) for step in range(days)]
    return [when.model_copy(update={"edtf": day.isoformat(), "earliest": day, "latest": day}) for day in points]


def _reading(told: _Told, setting: Setting) -> Reading:
    core = told.core
    series = _series(core, setting) or (None if told.bodies else _series(told.text, setting))
    first = told.clause.triggers[0].sort
    gathering = _gathering(told, first)
    countries = _countries(told.bodies, setting)
    named = read_name(gathering or core, setting)
    kind = _kind(told, first, gathering, countries)
    talk = kind in _TALKS and series is None
    kind = setting.gazetteer.series[series].kind if series else kind
    own = series or (_dialogue(told, kind, countries, setting) if talk else None)
    return replace(
        named,
        kind=kind,
        series=own,
        ordinal=_ordinal(core if series else gathering or core, series),
        bodies=told.bodies,
        countries=countries,
        talk=talk,
    )


def _series(words: str, setting: Setting) -> str | None:
    found = setting.gazetteer.series_lexicon.find(without_ordinal(words), setting.nearby)
    return found[-1].id if found else None


def _dialogue(told: _Told, kind: Kind, countries: frozenset[str], setting: Setting) -> str | None:
    """The publisher's own standing dialogue with the other side, as ``names`` settles it."""
    if kind != "bilateral-meeting" or len(countries) != 1 or not told.bodies:
        return None
    talk = read_name("Meeting with " + " and ".join(body.label for body in told.bodies), setting)
    return talk.series


def _ordinal(words: str, series: str | None) -> int | None:
    number = find_ordinal(words)
    if number is not None or series is None:
        return number
    hit = _NUMBERED.search(words)
    return None if hit is None else _NUMBERS.get(hit["word"].lower(), 1)


def _gathering(told: _Told, first: str) -> str:
    """The name of a gathering (Global Privacy Assembly, workshop on AI), blank for talks."""
    hits = list(NAMED_GATHERING.finditer(told.core))
    after = [hit for hit in hits if len(hit.group().split()) > 1]
    if after:
        return after[-1].group().strip()
    plain = list(GATHERING.finditer(told.core))
    if plain and first in ("joined", "place", "off", "held", "received"):
        start = told.core.rfind(",", 0, plain[0].start()) + 1
        return told.core[max(start, plain[0].start() - 60) : plain[0].end()].strip()
    return ""


def _kind(told: _Told, first: str, gathering: str, countries: frozenset[str]) -> Kind:
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
    visit = first == "visited" or (first == "received" and not gathering) or _VISIT_BY.search(core)
    return "visit" if visit or said == "visit" else meeting_kind(countries)


def _countries(bodies: tuple[Named, ...], setting: Setting) -> frozenset[str]:
    known = setting.gazetteer.bodies
    found = {known[one.authority].jurisdiction for one in bodies if one.authority in known}
    return frozenset(code for code in found if setting.foreign(code))


def _place(told: _Told, reading: Reading, setting: Setting) -> Place:
    start = told.clause.start
    taken = [(one.start - start, one.end - start) for one in told.bodies if one.start >= start]
    taken += [(hit.start, hit.end) for hit in setting.gazetteer.body_lexicon.find(told.text, setting.nearby)]
    place = english_place(told.core, taken, setting)
    if not place.countries:
        place = english_place(told.text, taken, setting)
    if place.mode == "unknown" and ONLINE.search(told.text):
        return place.model_copy(update={"mode": "online"})
    return place


def _international(told: _Told, reading: Reading, place: Place, setting: Setting) -> bool:
    if reading.series:
        return True
    if any(one.authority is None or setting.foreign(_home(one, setting)) for one in told.bodies):
        return True
    if DOMESTIC.search(told.text):
        return False
    abroad = any(setting.foreign(code) for code in place.countries) and setting.home is not None
    named = _gathering(told, told.clause.triggers[0].sort)
    return abroad or bool(named and WORLD.search(named) and len(named.split()) > 1)


def _home(body: Named, setting: Setting) -> str | None:
    known = setting.gazetteer.bodies.get(body.authority or "")
    return known.jurisdiction if known else None


def _draft(
    sentence: Sentence, told: _Told, read: tuple[Reading, When, Place], setting: Setting, *, inherited: bool
) -> Draft:
    reading, when, place = read
    document = setting.document
    status, unsure = _status(sentence.text, told, when, setting)
    doubts = [MIXED_STATUS] if unsure else []
    doubts += [INHERITED] if inherited else []
    doubts += [YEAR_ONLY] if when.precision == "year" else []
    if reading.talk and len(reading.bodies) > 1 and not _together(told, reading):
        doubts.append(NOT_TOGETHER)
    partners = " and ".join(body.label for body in reading.bodies)
    name = _gathering(told, told.clause.triggers[0].sort) if not reading.talk else ""
    words = name or (f"Meeting with {partners}" if partners else told.core.strip(" ,.;"))
    evidence = document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    return Draft(
        name=words
        if words != told.core.strip(" ,.;")
        else rejoined(document.text, *sentence.span(0, len(sentence.text))),
        words=words,
        when=when,
        place=place,
        reading=reading,
        kind=reading.kind,
        status=status,
        evidence=(evidence,),
        origin="prose",
        participants=_participants(told, reading, setting),
        doubts=tuple(doubts),
        own=_own(told, reading),
        again=bool(_AGAIN.search(told.core)) and not reading.series,
    )


def _status(text: str, told: _Told, when: When, setting: Setting) -> tuple[Status, bool]:
    published = setting.document.published
    status, unsure = english_status(told.text)
    if status == "held" and not unsure:
        whole, _ = english_status(text)
        unsure = whole != "held" and told.clause.end - told.clause.start < len(text) and len(told.text) < 40
    if status == "held" and published is not None and when.earliest > published:
        return "planned", unsure
    return status, unsure


def _together(told: _Told, reading: Reading) -> bool:
    """Whether several partners are said to have met in one meeting: joint, trilateral, or all of them the subject."""
    if reading.kind in ("trilateral-meeting", "signing") or re.search(
        r"\b(?:joint|trilateral|together|jointly|all)\b", told.core
    ):
        return True
    objects = [one for one in reading.bodies if one not in told.subjects]
    return len(objects) <= 1


def _own(told: _Told, reading: Reading) -> bool:
    """Whether the publisher took part: it, we, a person of it, or nobody else is the subject."""
    if told.ours:
        return True
    if any(_WITH.search(told.text[: max(0, body.start - told.clause.start)]) for body in told.bodies):
        return True
    passive = told.clause.triggers[0].sort in ("place", "off")
    if reading.talk:
        return len(reading.bodies) < 2 or not told.subjects
    return not passive and not told.subjects


def _participants(told: _Told, reading: Reading, setting: Setting) -> tuple[Participant, ...]:
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
    if not _own(told, reading) or setting.publisher is None:
        return tuple(others)
    if not reading.talk and told.clause.triggers[0].sort in ("received", "held") and not told.subjects and told.ours:
        own = "host"
    known = setting.gazetteer.bodies.get(setting.publisher)
    label = known.name.in_language(setting.document.language) if known else setting.publisher
    return (*others, Participant(authority=setting.publisher, label=label, role=own))
