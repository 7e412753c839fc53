"""Meetings told in English prose: a clause with a date, a word of meeting, and somebody or something abroad."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import Named, home_of
from graph.extract.doubts import LEANING, NOBODY
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.clauses import clauses
from graph.extract.english.dating import days_of, english_dates, in_dateline
from graph.extract.english.doubts import (
    NOT_EACH,
    NOT_NAMED,
    OF_PRESS_TEXT,
)
from graph.extract.english.drafting import AGAIN, drafted, english_place_of, place_before
from graph.extract.english.grouping import RESPECTIVELY, groups_of
from graph.extract.english.headings import NO_HEADING, Heading, days_below
from graph.extract.english.naming import TALKS, countries_of, gathering, numbered_of, ordinal_of, read_told, the_event
from graph.extract.english.notes import below, said_above, side_of
from graph.extract.english.scope import about_others, abroad, at_home, between, denied, founding, international
from graph.extract.english.subject import Subject, dated_behind, of_subject, subject_of
from graph.extract.english.told import Company, Told, tell
from graph.extract.join import fuller
from graph.extract.names import Reading, kind_words
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place, When
from graph.text import rejoined
from ontology.terms import Kind

_NEXT: Final = re.compile(
    r"\b(?:[Nn]ext|[Ff]ollow-up|[Ff]urther)\s+(?:[\w-]+\s+){0,3}?(?:meeting|review|round|session|dialogue|talks"
    r"|visit|forum"
    r"|workshop|conference|roundtable|gathering|plenary|seminar|edition|assembly)\b"
)
_NUMBER_ALONE: Final = re.compile(
    r"^\W*(?:[Tt]he\s+)?(?P<word>[0-9]{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth)\s+"
    r"(?:one\s+)?(?=(?:is|was|will|took|takes|has|had|to)\b)"
)
_SAME_DAY: Final = re.compile(r"\b(?:today|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_HOSTS: Final = re.compile(r"\b(?:will|to|is)\s+(?:be\s+)?(?:hosting|host|the\s+host)\b|\bhosts\b")
_ATTENDEES: Final = re.compile(r"\bparticipation of\b")


@dataclass(frozen=True)
class EnglishThread:
    """What a sentence may lean on: the last date, the partners of the last talk, what was told, the others named last,
    the series that the whole document is about (``titled``: as its title says; its ``place`` by the title, its
    ``number`` by the opening), whether it is a joint paper, in which we are both sides, the heading above, and the
    gathering (``subject``) that the sentence before told without a day."""

    previous: When | None = None
    met: tuple[Named, ...] = ()
    told: tuple[Reading, ...] = ()
    named: tuple[Named, ...] = ()
    about: str | None = None
    titled: bool = False
    joint: bool = False
    place: Place | None = None
    number: int | None = None
    heading: Heading = NO_HEADING
    subject: Subject | None = None

    @property
    def last(self) -> Reading | None:
        """The meeting told last."""
        return self.told[-1] if self.told else None

    def under(self, heading: Heading) -> EnglishThread:
        """The thread below a heading, whose day the next sentences lean on."""
        new = heading.date is not None and heading.date != self.heading.date
        return replace(self, heading=heading, previous=heading.date.when if new and heading.date else self.previous)


def read_english_sentence(
    sentence: Sentence, setting: Setting, thread: EnglishThread
) -> tuple[list[Draft], EnglishThread]:
    """The meetings that an English sentence tells with a date, and what the next sentence may lean on."""
    text = sentence.text
    ground = english_ground(text, setting)
    ground = replace(ground, nearby=ground.nearby | said_above(thread.heading, setting))
    dates = [
        replace(one, when=one.when.model_copy(update={"verbatim": _written(sentence, one, setting)}))
        for one in english_dates(text, setting, thread.previous, side_of(text, thread.heading))
    ]
    listed = days_below(text, thread.heading)
    dates = [*listed, *(one for one in dates if not listed or one.start >= listed[0].end)]
    drafts: list[Draft] = []
    when: FoundDate | None = None
    company = thread.met or thread.named
    here: tuple[Named, ...] = ()
    tellings: list[Told] = []
    parts = clauses(text, dates)
    dated = any(part.dates or part.late for part in parts)
    for clause in parts:
        told = replace(
            tell(text, clause, dates, ground, Company(company, here, thread.joint)),
            about=thread.about,
            titled=thread.titled,
        )
        tellings.append(told)
        company, here = _foreign(told.bodies, setting) or company, told.bodies or here
        own = days_of(clause, told) or ([when] if when is not None and _new(told, drafts) else [])
        if not own and not dated and thread.heading.date is not None and _of_heading(told, thread.heading, ground):
            own = [thread.heading.date]
        when = own[-1] if own else when
        if clause.triggers and own:
            inherited = not days_of(clause, told)
            following = _following(sentence, told, own, ground, thread.told)
            new = following or _drafts(sentence, told, own, (ground, thread, drafts), inherited=inherited)
            if told.leaned and company == thread.named and company != thread.met:
                new = [replace(one, doubts=(*one.doubts, NOT_NAMED)) for one in new]
            new = [_of_document(one, told, thread) for one in new]
            if own[0].start > 0 and in_dateline(text, own[0]) and not _SAME_DAY.search(text):
                new = [replace(one, doubts=(*one.doubts, OF_PRESS_TEXT)) for one in new]
            if own[0] is thread.heading.date:
                new = [replace(one, again=one.again or (one.reading.talk and not _known(one))) for one in new]
            new = [below(one, thread.heading, text) for one in new]
            drafts += [one for one in new if not (one.status == "planned" and in_dateline(text, own[0]))]
    if thread.subject is not None and not drafts:
        drafts = dated_behind(sentence, parts, thread.subject, ground)
    subject = None if dates else subject_of(sentence, tellings, ground, thread.number) or thread.subject
    talks = [draft for draft in drafts if draft.reading.talk and draft.reading.bodies]
    met = _foreign(talks[-1].reading.bodies, setting) if talks else thread.met
    met = () if talks and _ATTENDEES.search(text) else met
    exact = [one.when for one in dates if one.when.precision in ("day", "month")]
    told_dates = [draft.when for draft in drafts if draft.status == "held"]
    ahead = bool(drafts) and thread.previous is not None
    previous = told_dates[-1] if told_dates else (exact[-1] if exact and drafts and not ahead else thread.previous)
    readings = (*thread.told, *(draft.reading for draft in drafts))
    named = () if _ATTENDEES.search(text) else others(text, ground)
    thread = replace(thread, previous=previous, met=met, told=readings, named=named or thread.named, subject=subject)
    return drafts, thread


def _foreign(bodies: tuple[Named, ...], setting: Setting) -> tuple[Named, ...]:
    """Those of other countries, who are meant by they; all where there is none."""
    known = setting.gazetteer.bodies
    found = tuple(
        one for one in bodies if one.authority not in known or setting.foreign(known[one.authority].jurisdiction)
    )
    return found or bodies


def _of_document(draft: Draft, told: Told, thread: EnglishThread) -> Draft:
    """The event that the whole document is about, with the number of its opening and the place of its title."""
    if thread.about is None or draft.reading.series != thread.about or draft.status != "held":
        return draft
    if the_event(told) and draft.reading.ordinal is None:
        draft = replace(draft, reading=replace(draft.reading, ordinal=thread.number))
    alone = not draft.place.countries and draft.place.mode == "unknown" and thread.titled
    here = draft.reading.ordinal in (None, thread.number)
    return replace(draft, place=thread.place) if alone and here and thread.place and thread.place.countries else draft


def others(text: str, setting: Setting) -> tuple[Named, ...]:
    """The known bodies that a text names beside the publisher, each once."""
    found = [one for one in english_bodies(text, setting) if one.authority not in (None, setting.publisher)]
    known = setting.gazetteer.bodies
    parents = {known[one.authority].parent for one in found if one.authority in known}
    found = [one for one in found if one.authority not in parents]
    return tuple({one.authority: one for one in reversed(found)}.values())[::-1]


def _following(
    sentence: Sentence, told: Told, days: list[FoundDate], setting: Setting, before: tuple[Reading, ...]
) -> list[Draft]:
    """The next meeting of the one told before, where nothing else is said of it: planned, and for a person to see."""
    alone = _NUMBER_ALONE.match(told.core)
    named = _NEXT.search(told.core)
    if not before or told.bodies or not (named or alone) or read_told(told, setting).series:
        return []
    kind = kind_words(named.group()) if named and not alone else None
    last = _of_kind(kind, before)
    # The plenary of a regulator, other than that of a network, is its own affair.
    if last is None or (kind == "plenary" and setting.home != "INT"):
        return []
    place = english_place_of(told, last, setting)
    number = ordinal_of(alone.group()) if alone else None
    draft = drafted(sentence, told, (replace(last, ordinal=number), days[0].when, place), setting, inherited=False)
    if alone and last.series:
        return [draft]
    return [replace(draft, doubts=(*draft.doubts, LEANING))] if draft.status in ("planned", "postponed") else []


def _of_kind(kind: Kind | None, before: tuple[Reading, ...]) -> Reading | None:
    """The last meeting of a kind; talks of whatever kind follow each other, a mere number follows a series."""
    if kind is None:
        return next((one for one in reversed(before) if one.series), before[-1])
    same = next((one for one in reversed(before) if one.kind == kind), None)
    return same or (before[-1] if kind in TALKS else None)


def _written(sentence: Sentence, date: FoundDate, setting: Setting) -> str:
    """The words of a date as the document has them."""
    return rejoined(setting.document.text, *sentence.span(date.start, date.end))


def _new(told: Told, drafts: list[Draft]) -> bool:
    """Whether a clause without a date tells of a meeting with somebody else on the same day."""
    if not drafts or not told.bodies:
        return False
    before = {body.authority for draft in drafts for body in draft.reading.bodies}
    return any(body.authority not in before for body in told.bodies)


def _drafts(
    sentence: Sentence,
    told: Told,
    days: list[FoundDate],
    known: tuple[Setting, EnglishThread, list[Draft]],
    *,
    inherited: bool,
) -> list[Draft]:
    setting, thread, before = known
    reading = _of_series_before(told, _shared(told, read_told(told, setting), before), before, setting)
    reading = of_subject(reading, told, thread.subject)
    place = english_place_of(told, reading, setting)
    if thread.subject is not None and reading.series == thread.subject.reading.series:
        place = fuller(place, thread.subject.place)
    if not place.countries and place.mode == "unknown":
        place = place_before(sentence.text, told.clause.start, setting)
    if not place.countries and place.mode == "unknown" and days[0] is thread.heading.date:
        place = thread.heading.place
    if not place.countries and place.mode == "unknown" and reading.series:
        place = _of_host(told, setting)
    if denied(told) or at_home(told, setting) or founding(told, days[0].when) or about_others(told, setting):
        return []
    again = bool(AGAIN.search(told.core)) and bool(told.bodies)
    alone = between(told, reading, thread.last, setting)
    same_place = bool(before) and abroad(before[-1].place, setting) and not place.countries and not told.bodies
    shares = bool(before) and told.clause.triggers[0].start == told.clause.triggers[0].end
    if setting.home != "INT" and place.countries and not abroad(place, setting) and not told.bodies:
        alone = shares = False  # at home, with nobody of another country
    if not (again or alone or international(told, reading, place, setting) or same_place or shares):
        return []
    groups = groups_of(told, reading, days)
    drafts = []
    for bodies, when in groups:
        one = replace(reading, bodies=bodies, countries=countries_of(bodies, setting) or reading.countries)
        if len(bodies) < len(reading.bodies) and one.kind in ("trilateral-meeting", "multilateral-meeting"):
            one = replace(one, kind="bilateral-meeting")
        drafts.append(drafted(sentence, told, (one, when, place), setting, inherited=inherited))
    if alone or (same_place and not reading.series):
        drafts = [replace(draft, doubts=(*draft.doubts, NOBODY)) for draft in drafts]
    if len(groups) > len(days) > 1 and not RESPECTIVELY.search(told.text):
        drafts = [replace(draft, doubts=(*draft.doubts, NOT_EACH)) for draft in drafts]
    return drafts


def _known(draft: Draft) -> bool:
    """Whether a body of the other side is known, by which a meeting told before is found."""
    return any(body.authority is not None for body in draft.reading.bodies)


def _of_heading(told: Told, heading: Heading, setting: Setting) -> bool:
    """Whether a clause without a day tells of contact on that of the heading: with somebody, or a gathering abroad."""
    if not told.clause.triggers:
        return False
    named = len(gathering(told, told.sort).split()) > 1 and told.sort == "joined"
    return bool(told.bodies) or (named and abroad(heading.place, setting))


def _of_host(told: Told, setting: Setting) -> Place:
    """The country of the one body that is said to host a gathering of which no place is told; whether there or online
    is not said."""
    hosts = [one for one in told.subjects if _HOSTS.search(told.text) and one.authority in setting.gazetteer.bodies]
    homes = {home_of(one, setting) for one in hosts} - {None, "INT", "EU"}
    home = homes.pop() if len(homes) == 1 else None
    return Place(country=home, countries=(home,)) if home else Place()


def _shared(told: Told, reading: Reading, before: list[Draft]) -> Reading:
    """A date and place without words of their own share the name told before: in Bonn (2022), in Rome (2024)."""
    first = told.clause.triggers[0]
    if first.start < first.end or reading.series or told.bodies or not before:
        return reading
    named = before[-1].reading
    return replace(reading, series=named.series, kind=named.kind, talk=named.talk)


def _of_series_before(told: Told, reading: Reading, before: list[Draft], setting: Setting) -> Reading:
    """The 45th Assembly, told behind the 44th Global Privacy Assembly, is of the same series."""
    last = before[-1].reading if before else None
    if reading.series or last is None or last.series is None:
        return reading
    name = setting.gazetteer.series[last.series].name.en or ""
    return replace(reading, series=last.series, kind=last.kind, talk=False) if numbered_of(name, told.core) else reading
