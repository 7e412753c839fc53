"""What the clause of a likely date tells where no rule read it: whom it names, where, and what became of it.

What is read so is never accepted by itself; it is put before a person.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.bodies import Named, home_of
from graph.extract.doubts import WORDS_ALONE
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.clauses import Clause, Trigger, clauses
from graph.extract.english.drafting import drafted, english_place_of
from graph.extract.english.naming import read_told
from graph.extract.english.scope import denied
from graph.extract.english.told import Company, tell
from graph.extract.english.words import DOMESTIC
from graph.extract.learned.passages import Passage
from graph.extract.setting import Setting
from graph.text import normal

_REGULAR: Final = re.compile(
    r"\b(?:weekly|monthly|regularly|routinely|every (?:week|month)|each (?:week|month)|on a regular basis)\b",
    re.IGNORECASE,
)


def english_draft(passage: Passage, setting: Setting) -> Draft | None:
    """What the clause of a likely date tells, by its words alone; None for habits, events at home and denials."""
    text = passage.sentence.text
    if _REGULAR.search(text) or DOMESTIC.search(text):
        return None
    ground = english_ground(text, setting)
    parts = clauses(text, list(passage.dates))
    part = next((one for one in parts if passage.date in (*one.dates, *one.late)), None)
    if part is None or not part.triggers:
        trigger = next((one for other in parts for one in other.triggers), Trigger(0, 0, "held"))
        part = Clause(0, len(text), (trigger,), (passage.date,), ())
    told = tell(text, part, list(passage.dates), ground, Company())
    if denied(told):
        return None
    told = replace(told, bodies=told.bodies or _abroad(text, ground) or _of_title(setting))
    reading = read_told(told, ground)
    place = english_place_of(told, reading, ground)
    draft = drafted(passage.sentence, told, (reading, passage.date.when, place), ground, inherited=False)
    return replace(draft, doubts=(*draft.doubts, WORDS_ALONE))


def _abroad(text: str, setting: Setting) -> tuple[Named, ...]:
    """The known bodies of other countries anywhere in the sentence."""
    found = [
        one
        for one in english_bodies(text, setting)
        if one.authority not in (None, setting.publisher) and setting.foreign(home_of(one, setting))
    ]
    return tuple({one.authority: one for one in found}.values())


def _of_title(setting: Setting) -> tuple[Named, ...]:
    """The one other side that the page is about."""
    title = normal(setting.document.title or "")
    named = _abroad(title, english_ground(title, setting))
    return named if len(named) == 1 else ()
