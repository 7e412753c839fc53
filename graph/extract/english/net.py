"""The second net under English prose: clauses that no rule read, which yet have a day, a side abroad and contact.

What it catches is never accepted by itself; it is put before a person, with a status no bolder than its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from graph.dates import FoundDate, find_english_dates
from graph.edtf import from_edtf
from graph.extract.bodies import Named, home_of
from graph.extract.doubts import WORDS_ALONE
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.clauses import Clause, clauses
from graph.extract.english.dating import english_dates, in_dateline
from graph.extract.english.demonyms import demonyms
from graph.extract.english.drafting import drafted, english_place_of
from graph.extract.english.naming import gathering, read_told
from graph.extract.english.narrative import EnglishThread
from graph.extract.english.outcome import past_contact
from graph.extract.english.scope import abroad, denied
from graph.extract.english.told import Company, Told, tell
from graph.extract.english.words import DOMESTIC, WORLD
from graph.extract.join import same_event
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place

_REGULAR: Final = re.compile(
    r"\b(?:weekly|monthly|regularly|routinely|every (?:week|month|year)|each (?:week|month|year)|annually|on a regular"
    r" basis)\b",
    re.IGNORECASE,
)
_OF_LAW: Final = re.compile(
    r"\b(?:adopt\w*|enact\w*|promulgat\w*|in(?:to)? force|publish\w*|publication|appoint\w*|fin(?:e|ed|es)|ruling"
    r"|judge?ment|complaint\w*|breach\w*|consultation paper|regist(?:er|ration) (?:by|for|is|closes)|deadline)\b",
    re.IGNORECASE,
)
_FIRST_SENTENCES: Final = 8
_HEAD: Final = 400
_QUOTES: Final = ('"', "“", "‘")
_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
# The sorts of contact that are told as facts of the day.
_FACTS: Final = ("met", "held", "signed", "received", "visited", "joined", "place")
_OF_PERSONS: Final = ("met", "visited", "received", "spoke")
_WISHED: Final = re.compile(r"\b(?:hop\w+|wish\w*|propos\w+|request\w*|would|could|might|may|if|whether)\b")


@dataclass(frozen=True)
class Unread:
    """A sentence that told of nothing, and the thread as it stood there."""

    sentence: Sentence
    thread: EnglishThread


def by_words_alone(unread: Sequence[Unread], drafts: list[Draft], setting: Setting) -> list[Draft]:
    """A draft for each sentence whose words are those of a contact with somebody abroad which none told so far is."""
    found: list[Draft] = []
    for one in unread:
        draft = _draft(one.sentence, setting, one.thread)
        # Today is the day of the page, on which something has been told as a rule.
        today = draft is not None and drafts and not re.search(r"[0-9]", draft.when.verbatim or "")
        if draft is not None and not today and not any(_known(draft, other) for other in (*drafts, *found)):
            found.append(draft)
    return found or ([] if drafts else _of_the_page(unread, setting))


def _of_the_page(unread: Sequence[Unread], setting: Setting) -> list[Draft]:
    """What a page that tells no meeting by a date of its own tells first: on the day that the page bears, or before."""
    published = setting.document.published
    if published is None:
        return []
    # Its own day is that of a publisher's own deed; who reports of others may be days late.
    day = published.isoformat()
    when = from_edtf(day if setting.document.publisher else day[:7], _as_written(published, setting))
    for one in unread[:_FIRST_SENTENCES]:
        text = one.sentence.text
        ground = english_ground(text, setting)
        undated = not find_english_dates(text, setting.document.dates(one.thread.previous)) and not _YEAR.search(text)
        if not undated or text.startswith(_QUOTES) or _at_large(text) or _WISHED.search(text):
            continue
        company = Company(one.thread.met or one.thread.named, (), one.thread.joint)
        for clause in clauses(text, []):
            told = tell(text, clause, [], ground, company) if clause.triggers else None
            if told is None or denied(told) or told.sort not in _FACTS or not past_contact(told.core):
                continue
            if not any(body.authority is not None for body in told.bodies):
                continue
            reading = read_told(told, ground)
            place = english_place_of(told, reading, ground)
            draft = drafted(one.sentence, told, (reading, when, place), ground, inherited=True)
            if draft.status == "held":
                return [replace(draft, doubts=(*draft.doubts, WORDS_ALONE))]
    return []


def _as_written(day: date, setting: Setting) -> str | None:
    """The words in which the head of the page has its day, if it has."""
    head = setting.document.text[:_HEAD]
    written = [one.when for one in find_english_dates(head) if one.when.edtf == day.isoformat()]
    return written[0].verbatim if written else None


def _at_large(text: str) -> bool:
    """Whether a sentence speaks of events at home, of habits, or of law."""
    return any(form.search(text) for form in (DOMESTIC, _REGULAR, _OF_LAW))


def _known(new: Draft, other: Draft) -> bool:
    """Whether a meeting in those days has been told already with that side, or with none named."""
    if same_event(other, new):
        return True
    if not (other.when.earliest <= new.when.latest and new.when.earliest <= other.when.latest):
        return False
    ours = {one.authority for one in new.reading.bodies}
    theirs = {one.authority for one in other.participants} | {one.authority for one in other.reading.bodies}
    return not ours or bool(ours & theirs) or new.reading.series == other.reading.series is not None


def _draft(sentence: Sentence, setting: Setting, thread: EnglishThread) -> Draft | None:
    text = sentence.text
    if _at_large(text):
        return None
    ground = english_ground(text, setting)
    dates = english_dates(text, setting, thread.previous)
    for clause in clauses(text, dates) if dates else ():
        days = [one for one in clause.dates if one.when.precision in ("day", "month") and not in_dateline(text, one)]
        if days and clause.triggers:
            draft = _of_clause(sentence, (clause, days[0]), dates, thread, ground)
            if draft is not None:
                return draft
    return None


def _of_clause(
    sentence: Sentence,
    told_on: tuple[Clause, FoundDate],
    dates: list[FoundDate],
    thread: EnglishThread,
    setting: Setting,
) -> Draft | None:
    clause, day = told_on
    told = tell(sentence.text, clause, dates, setting, Company())
    if denied(told):
        return None
    sides = told.bodies or _abroad(sentence.text, setting) or _of_title(told, thread, setting)
    told = replace(told, bodies=sides)
    reading = read_told(told, setting)
    place = english_place_of(told, reading, setting)
    if not (sides or reading.series or _of_the_world(told, place, setting)):
        return None
    draft = drafted(sentence, told, (reading, day.when, place), setting, inherited=False)
    bold = draft.status == "held" and (not past_contact(told.core) or _WISHED.search(told.text))
    return replace(draft, status="planned" if bold else draft.status, doubts=(*draft.doubts, WORDS_ALONE))


def _of_title(told: Told, thread: EnglishThread, setting: Setting) -> tuple[Named, ...]:
    """The one other side that the page is about, for a contact of ours with somebody whose body is not known."""
    ours = setting.publisher is not None and told.ours and told.sort in _OF_PERSONS and past_contact(told.core)
    return thread.named if ours and len(thread.named) == 1 else ()


def _abroad(text: str, setting: Setting) -> tuple[Named, ...]:
    """The known bodies of other countries anywhere in the sentence."""
    found = [
        one
        for one in english_bodies(text, setting)
        if one.authority not in (None, setting.publisher) and setting.foreign(home_of(one, setting))
    ]
    return tuple({one.authority: one for one in found}.values())


def _of_the_world(told: Told, place: Place, setting: Setting) -> bool:
    """Whether a place abroad, countries in an agreement, or a gathering named after the world, is in a clause."""
    named = {one.id for one in setting.gazetteer.jurisdiction_lexicon.find(told.text)}
    if told.sort == "signed" and any(setting.foreign(code) for code in named):
        return True
    name = gathering(told, told.clause.triggers[0].sort)
    if not name:
        return False
    countries = [one.id for one in setting.gazetteer.jurisdiction_lexicon.find(name)]
    foreign = any(setting.foreign(code) for code in (*countries, *(one.code for one in demonyms(name))))
    return bool(foreign or abroad(place, setting) or WORLD.search(name))
