"""Meetings called by the name of their series alone: 第82回OECD CDEPが、10月15日から…開催された.

Such a name has no noun of a meeting in it; that it is one is seen from its number, or from being attended.
"""

from __future__ import annotations

import re
from typing import Final

from graph.extract.bodies import home_of, named_bodies
from graph.extract.japanese.phrases import HEAD, Phrase
from graph.extract.japanese.stretches import Stretch
from graph.extract.lexicon import Mention
from graph.extract.setting import Setting

_BRACKET: Final = r"(?:\([^()]{1,40}\))?"
_YEAR_BEHIND: Final = re.compile(r"(?<=[A-Za-z])(?:19|20)[0-9]{2}")
_NUMBER_BEFORE: Final = re.compile(
    r"第\s*[0-9一二三四五六七八九十]+\s*回(?:の|\s)*$|(?<![0-9A-Za-z])[0-9]{1,3}(?:st|nd|rd|th)\s+$"
)
_ATTENDED: Final = re.compile(rf"\s*{_BRACKET}(?:に(?:出席|参加|登壇|参画)|を(?:主催|開催|共催))")
_NUMBERED: Final = re.compile(rf"\s*{_BRACKET}(?:[がはに、と]|を|及び|並びに|において|の(?:総会|会合|年次会合))")
_HELD_BEFORE: Final = re.compile(r"(?:開催|主催)(?:され|し)た$")
_AS_A_MEETING: Final = re.compile(r"(?:の(?:成果|結果|議論)|を踏まえ|を受け|において|及び|、|に(?:出席|参加))")
_TOOK_PLACE: Final = re.compile(r"開催|実施|行[いっわ]|出席|参加|開かれ")


def called_by_series(text: str, part: Stretch, setting: Setting) -> list[Phrase]:
    """The meeting that the words of a date, or the subject before it, call by its series and no other noun."""
    words = _YEAR_BEHIND.sub("    ", text)
    if not _TOOK_PLACE.search(text, part.date.end):
        return []
    found = [_phrase(words, one, part) for one in setting.gazetteer.series_lexicon.find(words, setting.nearby)]
    phrases = [one for one in found if one is not None]
    phrases += _bodies_that_met(words, part, setting)
    own = [one for one in phrases if part.start <= one.start and one.end <= part.end]
    before = [one for one in phrases if one.end <= part.date.start]
    return own[:1] or before[-1:]


def _bodies_that_met(text: str, part: Stretch, setting: Setting) -> list[Phrase]:
    """６月に日本で開催されたG20: a group of states, by the name of which its meeting is called."""
    found = named_bodies(text[: part.end], setting)
    world = [one for one in found if home_of(one, setting) == "INT" and part.start <= one.start]
    return [
        Phrase(one.start, one.end, one.start, text[one.start : one.end], False, (one,))
        for one in world
        if _HELD_BEFORE.search(text[part.date.end : one.start]) and _AS_A_MEETING.match(text, one.end)
    ]


def _phrase(text: str, name: Mention, part: Stretch) -> Phrase | None:
    if HEAD.search(text[name.start : name.end]):
        return None
    number = _NUMBER_BEFORE.search(text[: name.start])
    subject = name.end <= part.date.start
    told = _ATTENDED.match(text, name.end) if not subject else None
    if told is None and not (number and _NUMBERED.match(text, name.end)):
        return None
    start = number.start() if number else name.start
    return Phrase(start, name.end, start, text[start : name.end], False, ())
