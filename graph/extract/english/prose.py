"""The prose of an English document: each sentence to drafts, and what it states to the meetings it speaks of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.doubts import BEGUN, MIXED_STATUS
from graph.extract.draft import Draft
from graph.extract.english.agenda import agenda_of, read_agenda
from graph.extract.english.aside import at_gathering, beside, on_journey
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.chronicle import chronicle_of
from graph.extract.english.clauses import triggers
from graph.extract.english.columns import listings, read_columns
from graph.extract.english.dating import english_dates
from graph.extract.english.doubts import YEAR_ONLY
from graph.extract.english.headings import heading_of
from graph.extract.english.narrative import read_english_sentence
from graph.extract.english.opening import thread_of
from graph.extract.english.paragraphs import read_paragraphs
from graph.extract.english.people import introduced, with_people
from graph.extract.english.places import english_place
from graph.extract.english.recent import Recent
from graph.extract.english.statements import Said, read_english_statements
from graph.extract.english.subject import called_off, put_off_to
from graph.extract.join import join, join_participants
from graph.extract.layout import Layout
from graph.extract.learned.passages import Passage, passages_of
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Evidence, When
from ontology.terms import Role

_FURNITURE: Final = re.compile(
    r"^(?:last (?:updated|modified|reviewed)|page last|date modified|updated|published|publication date"
    r"|copyright|©|contact|"
    r"press contacts?|for (?:more|further) information|media (?:contact|enquiries|inquiries)"
    r"|notes? to editors|related|share this|tags?)\b",
    re.IGNORECASE,
)
_NOTES: Final = re.compile(
    r"^(?:notes? (?:to|for) editors|about (?:the|us)|background|further information)\b", re.IGNORECASE
)
_ATTENDED: Final = re.compile(
    r"\b(?:was|were) (?:also |jointly )?(?:attended|hosted|organi[sz]ed|convened|chaired) by"
    r"|\b(?:was|were) (?:also |both )?(?:represented|present|in attendance)\b(?! in\b| at\b)"
    r"|\b(?:also )?(?:took part|participated|joined"
    r"|attended)\b(?! in\b| at\b)"
    r"|\bparticipants (?:included|were|came from)|\balso joined\b|\bwas represented by",
    re.IGNORECASE,
)
_CAME_ONLINE: Final = re.compile(
    r"\b(?:joined|took part|participated|attended|followed)\b[^.;]{0,60}\b(?:online|remotely|virtually|by video\w*)\b"
    r"|(?<!\b[Aa]ll )\b(?:of them|others|some|members?)\s+(?:joined\s+)?(?:online|remotely|virtually)\b",
    re.IGNORECASE,
)
_CAME: Final = re.compile(
    r"\b(?:attended|took part|participated|came|present)\b[^.;]{0,40}\bin[ -]person\b", re.IGNORECASE
)
_HOSTED: Final = re.compile(r"\b(?:was|were) (?:also |jointly )?(?:hosted|organi[sz]ed|convened) by", re.IGNORECASE)
_CONTINUED: Final = re.compile(
    r"\b(?:they|both|the two|members|participants|observers|attendees|representatives|delegates|the (?:two |three "
    r"|four |[a-z]+(?:-[a-z]+)? )?(?:meeting|talks|forum"
    r"|sides|parties|call|discussions?|commissioners?|visit|"
    r"authorities|offices|workshop|conference|roundtable|dialogue|delegations?|review|plenary|seminar"
    r"|assembly)|commissioner|chair\w*"
    r"|president|director|mr|ms|mrs|dr|he|she|we)\b",
    re.IGNORECASE,
)


def read_english_prose(layout: Layout, drafts: list[Draft], setting: Setting) -> list[Passage]:
    """Read every paragraph of an English document, adding to ``drafts`` and to what they state; returns its dates."""
    tables = listings(setting.document)
    for draft in read_columns(tables, setting):
        join(drafts, draft)
    agenda = agenda_of(setting.document)
    for draft in read_agenda(agenda, setting) if agenda else ():
        join(drafts, draft)
    reader = _Reader(drafts, setting)
    taken = [(one.start, one.end) for one in (*tables, *((agenda,) if agenda else ()))]
    outside = [one for one in layout.blocks if not any(start <= one.start < end for start, end in taken)]
    for first, sentence in read_paragraphs(outside, setting.document):
        if first and _NOTES.match(sentence.text):
            reader.notes = True
        if not _FURNITURE.match(sentence.text):
            reader.read(sentence)
    reader.gather_days()
    reader.settle_doubts()
    reader.look_ahead()
    return reader.passages


class _Reader:
    """Reads sentences in order, remembering which meeting was told of last."""

    def __init__(self, drafts: list[Draft], setting: Setting) -> None:
        self.notes = False
        self._drafts = drafts
        known = introduced(setting)
        self._people = known.people
        self._setting = with_people(setting, known)
        self._plain = self._setting
        self._chronicle = chronicle_of(setting.document)
        self._thread = thread_of(setting)
        self._before: tuple[int, ...] = ()
        self.passages: list[Passage] = []
        self._put_off: int | None = None
        self._recent = Recent(setting.document)

    def read(self, sentence: Sentence) -> None:
        year = self._chronicle.year_at(sentence.span(0, 1)[0])
        self._setting = replace(self._plain, year=year, about=self._recent.about)
        self._thread = self._thread.under(heading_of(sentence, self._thread.heading, self._setting))
        heading = self._thread.heading
        dates = english_dates(sentence.text, self._setting, self._thread.previous, 1 if heading.ahead else None)
        above = heading.date.when if heading.date else None
        self.passages += passages_of(sentence, dates, above, self.passages)
        self._recent.note(sentence.text, dates)
        if self._moved(sentence):
            return
        told, self._thread = read_english_sentence(sentence, self._setting, self._thread)
        if beside(sentence.text) or beside(self._thread.heading.words):
            told = [at_gathering(draft, self._drafts) for draft in told]
        told = [on_journey(draft, self._drafts) for draft in told]
        targets = [index for draft in told for index in self._join(draft)]
        self._put_off = targets[-1] if targets else None
        said = read_english_statements(sentence, self._setting, self._people) if not self.notes else []
        if targets:
            held = [index for index in dict.fromkeys(targets) if self._drafts[index].status == "held"]
            self._state(held[-1:] or list(self._before[-1:]), sentence, said)
            self._before = tuple(held) or self._before
        elif self._before and _CONTINUED.search(sentence.text):
            spoken_of = self._spoken_of(sentence)
            self._place(sentence, spoken_of)
            self._mode(sentence, spoken_of)
            self._company(sentence, spoken_of)
            self._state(spoken_of, sentence, said)

    def _moved(self, sentence: Sentence) -> bool:
        """Whether a sentence but says that the meeting told before fell through, or to which day it was put off."""
        if self._put_off is None:
            return False
        before = self._drafts[self._put_off]
        new = put_off_to(sentence, before, self._setting) or called_off(sentence, before, self._setting)
        if new is not None:
            self._drafts[self._put_off] = new
        return new is not None

    def gather_days(self) -> None:
        """Let what tells but the first day of a gathering be one with the gathering whose days are told there."""
        for index in reversed(range(len(self._drafts))):
            draft = self._drafts[index]
            rest = [at for at, one in enumerate(self._drafts) if at != index and _begins_with(one, draft)]
            if BEGUN in draft.doubts and rest:
                whole = min(rest, key=lambda at: BEGUN in self._drafts[at].doubts)
                self._drafts[whole] = _more(self._drafts[whole], draft)
                del self._drafts[index]

    def settle_doubts(self) -> None:
        """A meeting whose day is told, and which is spoken of again by its year, is known to the day."""
        for index, draft in enumerate(self._drafts):
            if draft.when.precision == "day" and YEAR_ONLY in draft.doubts:
                kept = tuple(doubt for doubt in draft.doubts if doubt != YEAR_ONLY)
                self._drafts[index] = replace(draft, doubts=kept)

    def look_ahead(self) -> None:
        """What a paper without a day of its own, on a meeting, tells of days after that meeting is still to come."""
        if self._setting.document.published is not None or not self._thread.titled:
            return
        own = (self._thread.about, self._thread.number)
        days = [one.when.latest for one in self._drafts if (one.reading.series, one.reading.ordinal) == own]
        for index, draft in enumerate(self._drafts if days else ()):
            if draft.status == "held" and draft.when.earliest > max(days):
                self._drafts[index] = replace(draft, status="planned", doubts=(*draft.doubts, MIXED_STATUS))

    def _join(self, draft: Draft) -> list[int]:
        """Where a draft now stands: with the meeting that it speaks of again, or that it retells, or new."""
        if draft.again:
            same = [index for index, one in enumerate(self._drafts) if one.when.edtf == draft.when.edtf]
            if not same and draft.when.precision == "year" and self._before:
                last = self._before[-1]  # The meeting took place under the presidency of 2022.
                same = [last] if self._drafts[last].when.earliest.year == draft.when.earliest.year else []
            if len(same) == 1 and draft.status == self._drafts[same[0]].status:
                self._drafts[same[0]] = _more(self._drafts[same[0]], draft)
                return same
        for index, one in enumerate(self._drafts):
            if BEGUN in one.doubts and BEGUN not in draft.doubts and _begins_with(draft, one):
                self._drafts[index] = _more(draft, one)
                return [index]
        part = self._part_of(draft)
        return part or join(self._drafts, draft)

    def _part_of(self, draft: Draft) -> list[int]:
        """The gathering of which a session on one of its days, with nobody named, is a part."""
        if draft.reading.bodies or draft.reading.series or draft.status != "held" or draft.when.precision != "day":
            return []
        about = [
            index
            for index, one in enumerate(self._drafts)
            if one.reading.series and one.reading.series == self._thread.about and one.status == "held"
        ]
        days = [index for index in about if _inside(draft.when, self._drafts[index].when)]
        return days[:1]

    def _spoken_of(self, sentence: Sentence) -> list[int]:
        """Of the meetings told last, the one in whose city, or with whom, the sentence is; else the last."""
        ground = english_ground(sentence.text, self._setting)
        named = {body.authority for body in english_bodies(sentence.text, ground)} - {self._setting.publisher}
        for index in self._before:
            draft = self._drafts[index]
            with_them = any(body.authority in named for body in draft.reading.bodies)
            if with_them or (draft.place.city and draft.place.city in sentence.text):
                self._before = (*(one for one in self._before if one != index), index)
                break
        return list(self._before[-1:])

    def _place(self, sentence: Sentence, targets: list[int]) -> None:
        """A meeting told without its place takes it from a sentence that goes on about it."""
        if not triggers(sentence.text):
            return
        place = english_place(sentence.text, (), self._setting)
        for index in targets:
            draft = self._drafts[index]
            if place.countries and not draft.place.countries and draft.place.mode in ("unknown", place.mode):
                evidence = self._setting.document.evidence(*sentence.span(0, len(sentence.text)))
                self._drafts[index] = replace(draft, place=place, evidence=_added(draft.evidence, evidence))

    def _mode(self, sentence: Sentence, targets: list[int]) -> None:
        """A meeting in a place to which some came online is hybrid: three of them took part remotely."""
        if not _CAME_ONLINE.search(sentence.text):
            self._in_person(sentence, targets)
            return
        for index in targets:
            draft = self._drafts[index]
            said = draft.place.mode == "unknown" and "in person" in sentence.text
            if draft.place.mode == "in-person" or said:
                evidence = self._setting.document.evidence(*sentence.span(0, len(sentence.text)))
                place = draft.place.model_copy(update={"mode": "hybrid"})
                self._drafts[index] = replace(draft, place=place, evidence=_added(draft.evidence, evidence))

    def _in_person(self, sentence: Sentence, targets: list[int]) -> None:
        """A meeting of which no way of meeting was told, and of which the next sentence says that they came."""
        if not _CAME.search(sentence.text) or triggers(sentence.text)[1:]:
            return
        for index in targets:
            draft = self._drafts[index]
            if draft.place.mode == "unknown" and draft.kind != "conference-call":
                evidence = self._setting.document.evidence(*sentence.span(0, len(sentence.text)))
                place = draft.place.model_copy(update={"mode": "in-person"})
                self._drafts[index] = replace(draft, place=place, evidence=_added(draft.evidence, evidence))

    def _company(self, sentence: Sentence, targets: list[int]) -> None:
        """Who else took part, where a sentence says so of the meeting told before: it was attended by…"""
        if not _ATTENDED.search(sentence.text):
            return
        ground = english_ground(sentence.text, self._setting)
        bodies = english_bodies(sentence.text, ground)
        role: Role = "host" if _HOSTED.search(sentence.text) else "participant"
        company = tuple(one.as_participant(role) for one in bodies if one.authority is not None)
        for index in targets if company else ():
            draft = self._drafts[index]
            evidence = self._setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
            participants = join_participants(draft.participants, company)
            evidences = _added(draft.evidence, evidence)
            self._drafts[index] = replace(draft, participants=participants, evidence=evidences)

    def _state(self, targets: list[int], sentence: Sentence, said: list[Said]) -> None:
        if not said:
            return
        evidence = self._setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
        for index in targets:
            draft = self._drafts[index]
            if draft.status != "held":
                continue
            statements = (*draft.statements, *(one.statement for one in said))
            self._drafts[index] = replace(
                draft,
                statements=tuple(dict.fromkeys(statements)),
                evidence=_added(draft.evidence, evidence),
            )


def _inside(one: When, other: When) -> bool:
    return other.precision == "day" and other.earliest <= one.earliest and one.latest <= other.latest


def _begins_with(one: Draft, first: Draft) -> bool:
    """Whether a gathering begins on the day that is told as a first day, and in no other country or series."""
    apart = (one.reading.series, first.reading.series), (one.place.country, first.place.country)
    return one.when.earliest == first.when.earliest and all(a == b or not a or not b for a, b in apart)


def _more(one: Draft, again: Draft) -> Draft:
    """A meeting with what a later sentence adds: who else took part, and where."""
    place = again.place if not one.place.countries and again.place.countries else one.place
    return replace(
        one,
        place=place,
        participants=join_participants(one.participants, again.participants),
        evidence=_added(one.evidence, again.evidence[0]),
    )


def _added(passages: tuple[Evidence, ...], new: Evidence) -> tuple[Evidence, ...]:
    return passages if new in passages else (*passages, new)
