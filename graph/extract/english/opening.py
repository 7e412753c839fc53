"""What the title and the opening of an English document let its sentences lean on."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.bodies import Named
from graph.extract.english.bodies import english_ground
from graph.extract.english.naming import ordinal_in
from graph.extract.english.narrative import EnglishThread, others
from graph.extract.english.places import english_place
from graph.extract.names import without_ordinal
from graph.extract.setting import Setting
from graph.text import normal

_OPENING: Final = 600
_NUMBER_REACH: Final = 40
# What reports of many things is about none of those that its opening names.
_OF_MANY: Final = re.compile(
    r"\b(?:annual\s+report|report\s+to\s+parliament|bulletin|newsletter|diary|round-?up|international\s+update"
    r"|appendix|activity\s+report)\b",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(r"\bjoint(?:ly)?\b", re.IGNORECASE)
_JOINT_STATEMENT: Final = re.compile(r"\b[Jj]oint\s+(?:[Pp]ress\s+)?(?:[Ss]tatement|[Cc]ommuniqu|[Rr]elease)")


def thread_of(setting: Setting) -> EnglishThread:
    """What the title and the opening of a document let its sentences lean on."""
    title, opening = setting.document.title or "", setting.document.text[:_OPENING]
    titled = _about(title, setting)
    about = titled or (None if _OF_MANY.search(opening) else _about(opening, setting))
    return EnglishThread(
        named=_of_title(setting) or others(normal(opening), english_ground(normal(opening), setting)),
        about=about,
        titled=titled is not None,
        joint=bool(_JOINT.search(title) or _JOINT_STATEMENT.search(opening)),
        place=english_place(normal(title), (), setting),
        number=_number(opening, about, setting),
    )


def _of_title(setting: Setting) -> tuple[Named, ...]:
    """The other bodies that the title names, of which the two sides may be said at once."""
    title = normal(setting.document.title or "")
    return others(title, english_ground(title, setting))


def _about(words: str, setting: Setting) -> str | None:
    """The one series that the title or opening of a document speaks of."""
    text = without_ordinal(normal(words))
    near = english_ground(text, setting).nearby
    found = {one.id for one in setting.gazetteer.series_lexicon.find(text, near)}
    # A working party is its own series of meetings.
    found = found or {one.id for one in setting.gazetteer.find_bodies(text, near)} & set(setting.gazetteer.series)
    return found.pop() if len(found) == 1 else None


def _number(words: str, series: str | None, setting: Setting) -> int | None:
    """The number that the opening gives the meeting of the series that the document is about."""
    text = normal(words)
    near = english_ground(text, setting).nearby
    found = [*setting.gazetteer.series_lexicon.find(text, near), *setting.gazetteer.body_lexicon.find(text, near)]
    for hit in found:
        number = ordinal_in(text[max(0, hit.start - _NUMBER_REACH) : hit.end], hit.id) if hit.id == series else None
        if number is not None:
            return number
    return None
