"""Places as reports write them: a country, a city, several of them, or no place but a way of meeting.

電話会議 and オンライン stand in the country column of many tables: they are modes, not places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.extract.gazetteer import Gazetteer
from graph.extract.lexicon import Mention
from graph.model import Place
from ontology.terms import Mode

_HYBRID: Final = (
    r"ハイブリッド(?:形式|開催|方式)?|(?:対面|オンライン)(?:及び|と|・)(?:対面|オンライン)(?:の?併用)?"
    r"|オンラインを?併用|併用|hybrid"
)
_ONLINE: Final = (
    r"(?:電話|テレビ|TV|ビデオ)(?:会議|会合|会談)|^電話$"
    r"|(?:オンライン|ウェブ|WEB|バーチャル|リモート|遠隔)(?:会議|会合|会談|開催|形式|方式|による開催)?"
    r"|online|virtual|video-?conference|teleconference|web meeting"
)
_MODES: Final[tuple[tuple[Mode, re.Pattern[str]], ...]] = (
    ("hybrid", re.compile(_HYBRID, re.IGNORECASE)),
    ("online", re.compile(_ONLINE, re.IGNORECASE)),
    ("in-person", re.compile(r"対面(?:開催|形式|方式)?|in person|in-person", re.IGNORECASE)),
)
_CALL: Final = re.compile(r"電話会議|電話会合|電話会談|^電話$|teleconference|conference call", re.IGNORECASE)
_BESIDE_A_PLACE: Final = re.compile(
    r"(?:及び|並びに|・|[+＋&/／]|(?<![一-龥])と)\s*(?:オンライン|ウェブ|online)|(?:オンライン|ウェブ会議|online)\s*(?:及び|並びに|[+＋&])",
    re.IGNORECASE,
)
_KATAKANA: Final = re.compile("[ァ-ヺー]+")
_SHORT: Final = 3
_FILLER: Final = re.compile(
    r"(?:[\s、,・/／()\[\]-]|及び|並びに|等|ほか|他|市内|市|都|州|府|近郊|から|にて|\(|\)|and|the|in)+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ReadPlace:
    """A place, whether it was a telephone conference, and whether every word of it was understood."""

    place: Place
    call: bool
    whole: bool


def read_place(words: str, gazetteer: Gazetteer) -> ReadPlace | None:
    """The place that normalised words name; None where they name neither a place nor a mode."""
    rest, mode = _take_mode(words)
    countries, cities, rest = _take_places(rest, gazetteer)
    if mode is None and not countries:
        return None
    if mode is None:
        mode = "in-person"
    if mode == "online" and countries and _BESIDE_A_PLACE.search(words):
        mode = "hybrid"
    place = Place(
        country=countries[0] if len(countries) == 1 else None,
        countries=countries,
        city=cities[0] if len(cities) == 1 else None,
        mode=mode,
    )
    return ReadPlace(place, bool(_CALL.search(words)), not _FILLER.sub("", rest))


def cities_in(words: str, gazetteer: Gazetteer) -> list[Mention]:
    """The cities that words name; none that only ends or begins another word in katakana."""
    return [one for one in gazetteer.city_lexicon.find(words) if not _part_of_word(words, one)]


def _part_of_word(words: str, city: Mention) -> bool:
    """Whether a short name in katakana stands inside a longer word, which is another name."""
    name = words[city.start : city.end]
    if not _KATAKANA.fullmatch(name):
        return False
    before, behind = words[: city.start][-1:], words[city.end :][:1]
    return bool(_KATAKANA.fullmatch(before)) or (len(name) <= _SHORT and bool(_KATAKANA.fullmatch(behind)))


def _take_mode(words: str) -> tuple[str, Mode | None]:
    for mode, form in _MODES:
        match = form.search(words)
        if match is not None:
            rest = words[: match.start()] + " " + words[match.end() :]
            return re.sub(r"\(\s*\)", "", rest), mode
    return words, None


def _take_places(words: str, gazetteer: Gazetteer) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Jurisdictions and cities in the words, and what is left of them."""
    cities = cities_in(words, gazetteer)
    jurisdictions = [
        mention
        for mention in gazetteer.jurisdiction_lexicon.find(words)
        if not any(city.start <= mention.start and mention.end < city.end for city in cities)
    ]
    named = {mention.id for mention in jurisdictions}
    spans = {(one.start, one.end) for one in jurisdictions}
    kept = [c for c in cities if (c.start, c.end) in spans or not any(_overlap(c, one) for one in jurisdictions)]
    codes = [(mention.start, mention.id) for mention in jurisdictions]
    codes += [(c.start, gazetteer.cities[c.id].jurisdiction) for c in kept if _adds(gazetteer, c.id, named)]
    rest, position = [], 0
    for start, end in sorted({(mention.start, mention.end) for mention in (*jurisdictions, *kept)}):
        rest.append(words[position:start])
        position = end
    rest.append(words[position:])
    ordered = dict.fromkeys(code for _, code in sorted(codes))
    return tuple(ordered), tuple(dict.fromkeys(city.id for city in kept)), " ".join(rest)


def _adds(gazetteer: Gazetteer, city: str, named: set[str]) -> bool:
    """Whether a city says more than the countries that are named beside it (EU beside ブリュッセル)."""
    home = gazetteer.cities[city].jurisdiction
    return home not in named


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
