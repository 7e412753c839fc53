"""What is looked at in a passage: short runs of signs or words around the date, with names told only by their sort.

A body abroad, one at home, a country, the date itself and other dates each stand as one sign, so that what is learned
of the words beside one body holds for every other.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from graph.extract.bodies import home_of, named_bodies
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.learned.passages import Passage
from graph.extract.names import read_name
from graph.extract.setting import Setting
from graph.model import When

Features = dict[str, float]

# Signs of the private use area, which no document has.
_THIS: Final = "\ue000"
_OTHER_DATE: Final = "\ue001"
_BODY_ABROAD: Final = "\ue002"
_BODY_AT_HOME: Final = "\ue003"
_ABROAD: Final = "\ue004"
_AT_HOME: Final = "\ue005"

_DIGITS: Final = re.compile(r"[0-9]+")
_WORD: Final = re.compile(r"[\ue000-\ue005]|[a-z']+|[^\sa-z]")
_YEAR: Final = re.compile(r"[0-9]{4}|[令平昭]")
_BEFORE: Final = 40
_BEHIND: Final = 80
_HEAD_LINES: Final = 8
_SHORT: Final = 25
_NOTHING_ELSE: Final = 4
_LONG: Final = 200
_MANY_DATES: Final = 20
_TOGETHER: Final = 10


def is_run(name: str) -> bool:
    """Whether a feature is a run of signs or words in one of the places of ``_runs``, and no plain fact."""
    return name[1:2] == ":"


def features_of(passages: Sequence[Passage], setting: Setting) -> list[Features]:
    """The features of every date of a document, with what only the whole of it shows."""
    told = Counter(one.date.when.edtf for one in passages)
    many = min(len(passages), _MANY_DATES) / 5
    return [
        {
            **features(one, setting),
            "told again": min(told[one.date.when.edtf], 4),
            "dates of the document": many,
            "how far down": 2 * index / len(passages),
        }
        for index, one in enumerate(passages)
    ]


def features(passage: Passage, setting: Setting) -> Features:
    """The features of a passage by name, each with how strongly it is there."""
    text = passage.sentence.text
    japanese = setting.document.language == "ja"
    ground = setting.near(text) if japanese else english_ground(text, setting)
    masked, count = _masked(passage, ground)
    runs = _runs(masked, japanese)
    # A long sentence has more of them, and says no more by that.
    found: Features = dict.fromkeys(runs, _TOGETHER / math.sqrt(max(1, len(runs))))
    date = passage.date
    named = bool(read_name(text, setting).series)
    found |= {
        f"precision {date.when.precision}": 2,
        f"published {_beside(date.when, setting)}": 2,
        f"publisher {bool(setting.publisher)}": 2,
        f"series {named}": 2,
        "bodies abroad": min(count[_BODY_ABROAD], 3),
        "bodies at home": min(count[_BODY_AT_HOME], 2),
        "countries abroad": min(count[_ABROAD], 3),
        "somebody abroad": 2 * bool(count[_BODY_ABROAD] or count[_ABROAD] or named),
        "dates": min(len(passage.dates), 4) / 2,
        "first": 2 * passage.first,
        "short": 2 * (len(masked) < _SHORT),
        "length": min(len(masked), _LONG) / 100,
        "nothing else": 3 * (len(text) - (date.end - date.start) < _NOTHING_ELSE),
        "no year": 2 * (not _YEAR.search(text[date.start : date.end])),
        "head": 2 * (setting.document.text.count("\n", 0, passage.sentence.span(0, 1)[0]) < _HEAD_LINES),
    }
    return {name: value for name, value in found.items() if value}


def _beside(when: When, setting: Setting) -> str:
    """Where a date lies beside the day of the document."""
    published = setting.document.published
    if published is None:
        return "unknown"
    if when.latest < published:
        return "after"
    if when.earliest > published:
        return "before"
    return "that day" if when.earliest == when.latest else "within"


def _masked(passage: Passage, setting: Setting) -> tuple[str, dict[str, int]]:
    """The sentence with a sign for each name and date, and how many there are of each."""
    text = passage.sentence.text
    japanese = setting.document.language == "ja"
    spans = [(one.start, one.end, _THIS if one == passage.date else _OTHER_DATE) for one in passage.dates]
    for body in named_bodies(text, setting) if japanese else english_bodies(text, setting):
        abroad = body.authority != setting.publisher and setting.foreign(home_of(body, setting))
        spans.append((body.start, body.end, _BODY_ABROAD if abroad else _BODY_AT_HOME))
    for place in setting.gazetteer.jurisdiction_lexicon.find(text):
        spans.append((place.start, place.end, _ABROAD if setting.foreign(place.id) else _AT_HOME))
    words: list[str] = []
    count = dict.fromkeys((_BODY_ABROAD, _BODY_AT_HOME, _ABROAD), 0)
    position = 0
    for start, end, sign in sorted(spans, key=lambda one: (one[0], -one[1])):
        if start >= position:
            words += text[position:start], sign
            position = end
            count[sign] = count.get(sign, 0) + 1
    return _DIGITS.sub("0", "".join(words) + text[position:]), count


def _runs(masked: str, japanese: bool) -> set[str]:
    """Runs of signs (Japanese) or words: in the sentence, before and behind the date, right beside it, at the end."""
    middle = max(masked.find(_THIS), 0)
    before, behind = masked[max(0, middle - _BEFORE) : middle], masked[middle + 1 : middle + 1 + _BEHIND]
    longest = 3 if japanese else 2
    near = (6, 12, 12) if japanese else (25, 40, 30)
    zones: Iterable[tuple[str, str, int]] = (
        ("s", masked, longest),
        ("a", before, longest),
        ("b", behind, longest),
        ("l", before[-near[0] :], 3),
        ("r", behind[: near[1]], 3),
        ("e", masked[-near[2] :], 3),
    )
    return {f"{zone}:{run}" for zone, words, size in zones for run in _split(words, japanese, size)}


def _split(words: str, japanese: bool, longest: int) -> set[str]:
    parts = list(words) if japanese else _WORD.findall(words.lower())
    joint = "" if japanese else " "
    return {
        joint.join(parts[index : index + size])
        for size in range(1, longest + 1)
        for index in range(len(parts) - size + 1)
    }
