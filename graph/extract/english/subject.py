"""A gathering told without a day, and the sentence behind that tells it: It lasted four days, from 6 to 9 May."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.extract.draft import Draft
from graph.extract.english.clauses import Clause
from graph.extract.english.dating import english_dates
from graph.extract.english.doubts import DATE_BEHIND
from graph.extract.english.drafting import drafted, english_place_of
from graph.extract.english.naming import read_told
from graph.extract.english.outcome import english_status, past_contact
from graph.extract.english.told import Told
from graph.extract.names import Reading
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place

_IT: Final = re.compile(
    r"\W*(?:It|This|The\s+(?:[a-z]+-day\s+)?(?:[Ff]orum|[Mm]eeting|[Cc]onference|[Aa]ssembly|[Rr]oundtable|[Pp]lenary|[Ee]vent"
    r"|[Cc]ouncil|[Dd]ialogue|[Ss]ummit|[Ww]orkshop|[Ss]ession))\s"
)


_FELL_THROUGH: Final = re.compile(
    r"\W*(?:It|This|That|The\s+(?:[a-z]+\s+)?(?:meeting|session|visit|call|event|workshop|conference|trip|talks))\s+"
    r"(?:(?:will|did|could|does|would)\s+not\s+(?:now\s+|be\s+)?(?:go|take\s+place|happen|held|proceed)\b"
    r"|(?:has|have|had|was|were)\s+(?:since\s+|now\s+|later\s+|been\s+)*(?:cancell?ed|called\s+off|dropped)\b)"
)
_NOW: Final = re.compile(
    r"\W*(?:It|This|The\s+(?:[\w-]+\s+){1,3}?)\s*(?:(?:should|will|is|are|has|have)\s+(?:now|instead|then|been\s+moved)|is\s+to)\b"
)


@dataclass(frozen=True)
class Subject:
    """A gathering of a series that a sentence told without a day."""

    sentence: Sentence
    told: Told
    reading: Reading
    place: Place


def subject_of(sentence: Sentence, tellings: Sequence[Told], setting: Setting, number: int | None) -> Subject | None:
    """The gathering that a sentence without a day says was held; ``number`` is that of the document's own."""
    for told in tellings:
        if not told.clause.triggers or not past_contact(told.core) or english_status(told.text)[0] != "held":
            continue
        reading = read_told(told, setting)
        if reading.series and not reading.talk:
            if reading.series == told.about and reading.ordinal is None:
                reading = replace(reading, ordinal=number)
            return Subject(sentence, told, reading, english_place_of(told, reading, setting))
    return None


def of_subject(reading: Reading, told: Told, subject: Subject | None) -> Reading:
    """A meeting that is but called it, or by its noun, as the one of the sentence before."""
    if subject is None or reading.series or not _IT.match(told.core):
        return reading
    return replace(subject.reading, bodies=reading.bodies)


def put_off_to(sentence: Sentence, draft: Draft, setting: Setting) -> Draft | None:
    """What was put off, on the day that the next sentence tells: It will now take place on 3 March."""
    days = english_dates(sentence.text, setting, draft.when, 1) if _NOW.match(sentence.text) else []
    later = [one.when for one in days if one.when.earliest > draft.when.earliest]
    if draft.status != "postponed" or len(days) != 1 or not later:
        return None
    behind = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    told = replace(draft, when=later[0], status="planned", evidence=(*draft.evidence, behind))
    return replace(told, doubts=(*told.doubts, DATE_BEHIND))


def called_off(sentence: Sentence, draft: Draft, setting: Setting) -> Draft | None:
    """What was planned, where the next sentence says that it fell through: It will not go ahead."""
    fell = _FELL_THROUGH.match(sentence.text) and not english_dates(sentence.text, setting, draft.when, 1)
    if draft.status != "planned" or not fell:
        return None
    behind = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    return replace(draft, status="cancelled", evidence=(*draft.evidence, behind))


def dated_behind(sentence: Sentence, clauses: Sequence[Clause], subject: Subject, setting: Setting) -> list[Draft]:
    """The gathering of the sentence before on the days that a sentence without any word of contact tells."""
    days = [day for clause in clauses for day in clause.dates if day.when.precision == "day"]
    same = sentence.block == subject.sentence.block
    if not same or len(days) != 1 or any(one.triggers for one in clauses) or english_status(sentence.text)[0] != "held":
        return []
    read = (subject.reading, days[0].when, subject.place)
    draft = drafted(subject.sentence, subject.told, read, setting, inherited=False)
    behind = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    return [replace(draft, evidence=(*draft.evidence, behind), doubts=(*draft.doubts, DATE_BEHIND))]
