"""Meetings told in English prose: a clause with a date, a word of meeting, and somebody or something abroad."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from graph.dates import FoundDate, find_dates, find_english_dates
from graph.english_dates import southern
from graph.extract.bodies import Named
from graph.extract.doubts import ABSENT, LEANING, MIXED_STATUS, NOT_TOGETHER
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.clauses import Clause, Trigger, clauses
from graph.extract.english.naming import countries_of, gathering, read_told
from graph.extract.english.outcome import clause_status, doubtful, english_status, leaning
from graph.extract.english.places import english_place
from graph.extract.english.roles import participants_of, together, took_part
from graph.extract.english.told import Told, tell
from graph.extract.english.words import DOMESTIC, GATHERING, ONLINE, WORLD
from graph.extract.names import Reading
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.status import without_absence
from graph.model import Place, When
from graph.text import rejoined
from ontology.terms import Status

INHERITED: Final = "date taken from the words before / 日付は前の文による"
YEAR_ONLY: Final = "known only to the year / 年までしか分からない"
NOT_EACH: Final = "several bodies and days, not said which on which / 複数の機関と日付の対応が不明"
BARE_EU: Final = "which body of the EU is not said / EUのどの機関か不明"
FAR: Final = "year not written, and far ahead / 年の記載がなく、遠い将来"
ALONE: Final = "no other side is named / 相手方の記載がない"
_AGAIN: Final = re.compile(
    r"\b(?:[Tt]he|this|that|these|those|their|its)\s+(?:[a-z-]+\s+){0,2}(?:meetings?|talks|call|discussions?"
    r"|forum|conference|session|visit|dialogue|roundtable|workshop|review|round)\b"
)
_NONE: Final = re.compile(
    r"\b[Nn](?:o|either|one)\s+(?:of\s+the\s+)?(?:[\w-]+\s+){0,2}(?:meetings?|talks|visits?|calls?|discussions?|dialogue)\b"
    r"[^.;]{0,90}?\b(?:was|were|took|ha[sd]|have|came)\b"
)
_REFUSED: Final = re.compile(
    r"\b(?:declin\w+|refus\w+|turned\s+down|rejected)\s+(?:[\w'-]+\s+){0,4}?(?:invitations?|requests?|meeting|offers?|to\s+(?:meet"
    r"|attend|host|receive|join|take))|\b(?:request|invitation|offer|proposal)\s+(?:was|were|is)\s+(?:not\s+\w+|declined|refused"
    r"|rejected|turned\s+down)"
)
_NEXT: Final = re.compile(
    r"\b(?:[Nn]ext|[Ff]ollow-up|[Ff]urther)\s+(?:[\w-]+\s+){0,3}?(?:meeting|review|round|session|dialogue|talks|visit|forum"
    r"|workshop|conference|roundtable|gathering|plenary|seminar|edition|assembly)\b"
)
_DATELINE: Final = re.compile(r"^\W*(?:[A-Z][\w.]*(?: [A-Z][\w.]*)?,? *)?\(?$")
_DATED: Final = re.compile(r"^\s*(?:\)|[-–—]\s)")
_SOUTH: Final = frozenset(("AU", "NZ", "BR", "AR", "CL", "UY", "PY", "PE", "ZA", "MU"))
_MOST_OF_A_YEAR: Final = 270
_ATTENDEES: Final = re.compile(r"\bparticipation of\b")
_OUR_OFFICE: Final = re.compile(r"\bvisited\s+(?:our|the)\s+(?:[A-Z]\w+\s+)?(?:offices?|headquarters|premises)\b")
_RESPECTIVELY: Final = re.compile(r"\brespectively\b|\bin turn\b")
_SEPARATE: Final = re.compile(
    r"\bseparate(?:ly)?\b|\bindividually\b|\bin turn\b|\brespectively\b|\beach of\b|\bone-on-one\b"
    r"|\bbilateral meetings\b"
)


@dataclass(frozen=True)
class EnglishThread:
    """What a sentence may lean on: the last date, the partners of the last talk, the others named last, and the series
    that the whole document is about."""

    previous: When | None = None
    met: tuple[Named, ...] = ()
    last: Reading | None = None
    named: tuple[Named, ...] = ()
    about: str | None = None


def read_english_sentence(
    sentence: Sentence, setting: Setting, thread: EnglishThread
) -> tuple[list[Draft], EnglishThread]:
    """The meetings that an English sentence tells with a date, and what the next sentence may lean on."""
    text = sentence.text
    ground = english_ground(text, setting)
    dates = [
        replace(one, when=one.when.model_copy(update={"verbatim": _written(sentence, one, setting)}))
        for one in english_dates(text, setting, thread.previous)
    ]
    drafts: list[Draft] = []
    when: FoundDate | None = None
    company = thread.met or thread.named
    for clause in clauses(text, dates):
        told = replace(tell(text, clause, dates, ground, company), about=thread.about)
        company = told.bodies or company
        own = _days(clause, told) or ([when] if when is not None and _new(told, drafts) else [])
        when = own[-1] if own else when
        if clause.triggers and own:
            inherited = not _days(clause, told)
            following = _following(sentence, told, own, ground, thread.last)
            new = following or _drafts(sentence, told, own, (ground, thread.last), inherited=inherited)
            drafts += [one for one in new if not (one.status == "planned" and _in_dateline(text, own[0]))]
    talks = [draft for draft in drafts if draft.reading.talk and draft.reading.bodies]
    met = talks[-1].reading.bodies if talks else thread.met
    met = () if talks and _ATTENDEES.search(text) else met
    exact = [one.when for one in dates if one.when.precision in ("day", "month")]
    told_dates = [draft.when for draft in drafts if draft.status == "held"]
    previous = told_dates[-1] if told_dates else (exact[-1] if exact and drafts else thread.previous)
    last = drafts[-1].reading if drafts else thread.last
    named = () if _ATTENDEES.search(text) else others(text, ground)
    return drafts, EnglishThread(previous, met, last, named or thread.named, thread.about)


def others(text: str, setting: Setting) -> tuple[Named, ...]:
    """The known bodies that a text names beside the publisher, each once."""
    found = [one for one in english_bodies(text, setting) if one.authority not in (None, setting.publisher)]
    return tuple({one.authority: one for one in reversed(found)}.values())[::-1]


def _following(
    sentence: Sentence, told: Told, days: list[FoundDate], setting: Setting, last: Reading | None
) -> list[Draft]:
    """The next meeting of the one told before, where nothing else is said of it: planned, and for a person to see."""
    if last is None or told.bodies or not _NEXT.search(told.core) or read_told(told, setting).series:
        return []
    place = _place(told, last, setting)
    draft = _draft(sentence, told, (replace(last, ordinal=None), days[0].when, place), setting, inherited=False)
    return [replace(draft, doubts=(*draft.doubts, LEANING))] if draft.status in ("planned", "postponed") else []


def _written(sentence: Sentence, date: FoundDate, setting: Setting) -> str:
    """The words of a date as the document has them."""
    return rejoined(setting.document.text, *sentence.span(date.start, date.end))


def english_dates(text: str, setting: Setting, previous: When | None) -> list[FoundDate]:
    """The dates of a sentence; a missing year is settled by its tense."""
    context = replace(setting.document.dates(previous), leaning=leaning(text))
    found = [*find_english_dates(text, context), *find_dates(text, replace(context, previous=None))]
    if setting.home in _SOUTH:
        found = [replace(one, when=southern(one.when)) for one in found]
    if len(found) > 1:
        found = [one for one in found if not _in_dateline(text, one)]
    return sorted(found, key=lambda one: (one.start, one.when.edtf))


def _in_dateline(text: str, date: FoundDate) -> bool:
    """Whether a date opens a press text: Seoul, 27 June 2024 - The Chairperson…"""
    return bool(_DATELINE.match(text[: date.start]) and _DATED.match(text[date.end :]))


def _days(clause: Clause, told: Told) -> list[FoundDate]:
    """The dates of the clause's meeting: the first, with those that are listed with it."""
    said, _ = english_status(told.text)
    ahead = any(one.sort in ("off", "wished") for one in clause.triggers) or said == "planned"
    dates = clause.dates or (clause.late if ahead else ())
    anew = tuple(
        one for one in clause.late if re.search(r"[0-9]", one.when.verbatim or "") or one.when.precision != "year"
    )
    # What was put off bears the day that it was put off to.
    dates = anew if said == "postponed" and anew else dates
    day = [one for one in dates if one.when.precision != "year"] or list(dates)
    first = next((one for one in day if _narrows(one.when, day[0].when)), day[0]) if day else None
    return [one for one in day if first is not None and one.start == first.start]


def _narrows(when: When, month: When) -> bool:
    """Whether a day lies in the month that a clause named before it: in October … (25-28 October 2022)."""
    inside = month.earliest <= when.earliest and when.latest <= month.latest
    return inside and when.precision == "day" and month.precision == "month"


def _new(told: Told, drafts: list[Draft]) -> bool:
    """Whether a clause without a date tells of a meeting with somebody else on the same day."""
    if not drafts or not told.bodies:
        return False
    before = {body.authority for draft in drafts for body in draft.reading.bodies}
    return any(body.authority not in before for body in told.bodies)


def _drafts(
    sentence: Sentence, told: Told, days: list[FoundDate], known: tuple[Setting, Reading | None], *, inherited: bool
) -> list[Draft]:
    setting, last = known
    reading = read_told(told, setting)
    place = _place(told, reading, setting)
    if _NONE.search(told.text) or _REFUSED.search(told.text):
        return []
    again = bool(_AGAIN.search(told.core)) and bool(told.bodies)
    between = _between(told, reading, last, setting)
    if not (again or between or _international(told, reading, place, setting)):
        return []
    groups = _groups(told, reading, days)
    drafts = []
    for bodies, when in groups:
        one = replace(reading, bodies=bodies, countries=countries_of(bodies, setting) or reading.countries)
        if len(bodies) < len(reading.bodies) and one.kind in ("trilateral-meeting", "multilateral-meeting"):
            one = replace(one, kind="bilateral-meeting")
        drafts.append(_draft(sentence, told, (one, when, place), setting, inherited=inherited))
    if between:
        drafts = [replace(draft, doubts=(*draft.doubts, ALONE)) for draft in drafts]
    if len(groups) > len(days) > 1 and not _RESPECTIVELY.search(told.text):
        drafts = [replace(draft, doubts=(*draft.doubts, NOT_EACH)) for draft in drafts]
    return drafts


def _between(told: Told, reading: Reading, last: Reading | None, setting: Setting) -> bool:
    """Whether a meeting that names no other side is one for a person to see: a network's own, or a talk called off."""
    if told.bodies or reading.series or DOMESTIC.search(told.text) or not GATHERING.search(told.core):
        return False
    off = last is not None and last.talk and english_status(told.text)[0] in ("cancelled", "postponed")
    ours = last is not None and last.talk and told.ours and told.clause.triggers[0].sort == "during"
    return off or ours or setting.home == "INT" or told.about is not None


def _groups(told: Told, reading: Reading, days: list[FoundDate]) -> list[tuple[tuple[Named, ...], When]]:
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


def _place(told: Told, reading: Reading, setting: Setting) -> Place:
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


def _international(told: Told, reading: Reading, place: Place, setting: Setting) -> bool:
    if reading.series:
        return True
    if any(one.authority is None or setting.foreign(_home(one, setting)) for one in told.bodies):
        return True
    if DOMESTIC.search(told.text):
        return False
    abroad = any(setting.foreign(code) for code in place.countries) and setting.home is not None
    named = gathering(told, told.clause.triggers[0].sort)
    return abroad or bool(named and len(named.split()) > 1 and (told.aside or WORLD.search(named)))


def _home(body: Named, setting: Setting) -> str | None:
    known = setting.gazetteer.bodies.get(body.authority or "")
    return known.jurisdiction if known else None


def _draft(
    sentence: Sentence, told: Told, read: tuple[Reading, When, Place], setting: Setting, *, inherited: bool
) -> Draft:
    reading, when, place = read
    document = setting.document
    absent = without_absence(told.text) is not None
    status, unsure = _status(sentence.text, told, when, setting)
    passed = document.published is not None and when.latest < document.published
    doubts = [MIXED_STATUS] if unsure or (status == "planned" and passed) else []
    doubts += [ABSENT] if absent else []
    doubts += [FAR] if _far(when, document.published) else []
    doubts += [BARE_EU] if any(body.authority == "eu" for body in reading.bodies) else []
    doubts += [INHERITED] if inherited else []
    doubts += [YEAR_ONLY] if when.precision == "year" or ("/" in when.edtf and when.precision == "month") else []
    if reading.talk and len(reading.bodies) > 1 and not together(told, reading):
        doubts.append(NOT_TOGETHER)
    partners = " and ".join(body.label for body in reading.bodies)
    name = gathering(told, told.clause.triggers[0].sort) if not reading.talk else ""
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
        participants=tuple(
            one for one in participants_of(told, reading, setting) if not absent or one.authority != setting.publisher
        ),
        doubts=tuple(doubts),
        own=not absent and took_part(told, reading),
        again=bool(_AGAIN.search(told.core)) and not reading.series,
    )


def _far(when: When, published: date | None) -> bool:
    """Whether a year that is not written was taken for one that lies most of a year ahead."""
    if published is None or re.search(r"[0-9]{4}", when.verbatim or ""):
        return False
    return (when.earliest - published).days > _MOST_OF_A_YEAR


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
    if status == "held" and published is not None and when.earliest > published:
        return "planned", unsure
    return status, unsure


def _governing(told: Told, when: When) -> Trigger:
    """The word of contact that a date goes with: the last before it, else the first."""
    dates = [one.start for one in (*told.clause.dates, *told.clause.late) if one.when.edtf == when.edtf]
    before = [one for one in told.clause.triggers if dates and one.start < dates[0]]
    return before[-1] if before else told.clause.triggers[0]
