"""The second net under English prose: clauses that no rule read, which yet have a day, a side abroad and contact.

What it catches is never accepted by itself; it is put before a person, with a status no bolder than its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import Named
from graph.extract.doubts import WORDS_ALONE
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.clauses import Clause, clauses
from graph.extract.english.dating import english_dates, in_dateline
from graph.extract.english.demonyms import demonyms
from graph.extract.english.naming import gathering, read_told
from graph.extract.english.narrative import EnglishThread, drafted, english_place_of
from graph.extract.english.outcome import past_contact
from graph.extract.english.scope import abroad, denied
from graph.extract.english.told import Company, Told, tell
from graph.extract.english.words import DOMESTIC, WORLD
from graph.extract.join import same_event
from graph.extract.scope import home_of
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
_WISHED: Final = re.compile(r"\b(?:hop\w+|wish\w*|propos\w+|request\w*|would|could|might|may|if|whether)\b")


@dataclass(frozen=True)
class Unread:
    """A sentence that told of nothing, and the thread as it stood there."""

    sentence: Sentence
    thread: EnglishThread


def by_words_alone(unread: Iterable[Unread], drafts: list[Draft], setting: Setting) -> list[Draft]:
    """A draft for each sentence whose words are those of a contact with somebody abroad which none told so far is."""
    found: list[Draft] = []
    for one in unread:
        draft = _draft(one.sentence, setting, one.thread)
        # Today is the day of the page, on which something has been told as a rule.
        today = draft is not None and drafts and not re.search(r"[0-9]", draft.when.verbatim or "")
        if draft is not None and not today and not any(_known(draft, other) for other in (*drafts, *found)):
            found.append(draft)
    return found


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
    if DOMESTIC.search(text) or _REGULAR.search(text) or _OF_LAW.search(text):
        return None
    ground = english_ground(text, setting)
    dates = english_dates(text, setting, thread.previous)
    for clause in clauses(text, dates) if dates else ():
        days = [one for one in clause.dates if one.when.precision in ("day", "month") and not in_dateline(text, one)]
        if days and clause.triggers:
            draft = _of_clause(sentence, (clause, days[0]), dates, ground)
            if draft is not None:
                return draft
    return None


def _of_clause(
    sentence: Sentence, told_on: tuple[Clause, FoundDate], dates: list[FoundDate], setting: Setting
) -> Draft | None:
    clause, day = told_on
    told = tell(sentence.text, clause, dates, setting, Company())
    if denied(told):
        return None
    sides = told.bodies or _abroad(sentence.text, setting)
    told = replace(told, bodies=sides)
    reading = read_told(told, setting)
    place = english_place_of(told, reading, setting)
    if not (sides or reading.series or _of_the_world(told, place, setting)):
        return None
    draft = drafted(sentence, told, (reading, day.when, place), setting, inherited=False)
    bold = draft.status == "held" and (not past_contact(told.core) or _WISHED.search(told.text))
    return replace(draft, status="planned" if bold else draft.status, doubts=(*draft.doubts, WORDS_ALONE))


def _abroad(text: str, setting: Setting) -> tuple[Named, ...]:
    """The known bodies of other countries anywhere in the sentence."""
    found = [
        one
        for one in english_bodies(text, setting)
        if one.authority not in (None, setting.publisher) and setting.foreign(home_of(one, setting))
    ]
    return tuple({one.authority: one for one in found}.values())


def _of_the_world(told: Told, place: Place, setting: Setting) -> bool:
    """Whether a place abroad, or a gathering named after the world or another country, is in a clause."""
    name = gathering(told, told.clause.triggers[0].sort)
    if not name:
        return False
    countries = [one.id for one in setting.gazetteer.jurisdiction_lexicon.find(name)]
    foreign = any(setting.foreign(code) for code in (*countries, *(one.code for one in demonyms(name))))
    return bool(foreign or abroad(place, setting) or WORLD.search(name))
