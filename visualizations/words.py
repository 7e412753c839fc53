"""The words of the figures in both languages: names, ordinals, places, and the labels of concepts."""

from __future__ import annotations

from datetime import date
from typing import Final

from graph.dates import era
from graph.model import Catalogue, Engagement, Place, When
from graph.parties import party_name
from ontology.terms import LABELS

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LANGUAGES: Final = ("ja", "en")
#: Jurisdictions whose English name takes an article within a sentence.
WITH_ARTICLE: Final = frozenset({"AE", "BS", "CZ", "DO", "EU", "GB", "GM", "KR", "MV", "NL", "PH", "SC", "US"})


def say(language: str, ja: str, en: str) -> str:
    """One of two wordings."""
    return ja if language == "ja" else en


def label(scheme: str, concept: str, language: str) -> str:
    """The label of a concept (kind, mode, level...); the concept itself where the scheme does not know it."""
    en, ja = LABELS.get(scheme, {}).get(concept, (concept, concept))
    return say(language, ja, en)


def listed(words: list[str], language: str) -> str:
    """日本、米国、ＥＵ, or ``Japan, the US and the EU``."""
    if language == "ja" or len(words) < 2:
        return "、".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def ordinal_words(ordinal: int, language: str) -> str:
    """第2回, or ``2nd``."""
    if language == "ja":
        return f"第{ordinal}回"
    teen = ordinal % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(ordinal % 10, "th")
    return f"{ordinal}{ending}"


def body_name(body: str, catalogue: Catalogue, language: str) -> str:
    """The full name of a body, or its identifier where the catalogue does not know it."""
    known = catalogue.authorities.get(body)
    return known.name.in_language(language) if known else body


def short_body_name(body: str, catalogue: Catalogue, language: str) -> str:
    """The short name in English where there is one; Japanese readers are given the name."""
    known = catalogue.authorities.get(body)
    if known and known.short_name and language != "ja":
        return known.short_name
    return body_name(body, catalogue, language)


def framework_name(framework: str, catalogue: Catalogue, language: str) -> str:
    """The name of a framework, or its identifier where the catalogue does not know it."""
    known = catalogue.frameworks.get(framework)
    return known.name.in_language(language) if known else framework


def jurisdiction_name(code: str, catalogue: Catalogue, language: str) -> str:
    """The name of a jurisdiction, or its code where the catalogue does not know it."""
    known = catalogue.jurisdictions.get(code)
    return known.name.in_language(language) if known else code


def party_words(party: str, catalogue: Catalogue, language: str) -> str:
    """The name of a party of a dialogue: a jurisdiction, or a body."""
    return party_name(party, catalogue).in_language(language)


def in_a_sentence(party: str, catalogue: Catalogue, language: str) -> str:
    """The name of a party as it reads within a sentence: the United States."""
    name = party_words(party, catalogue, language)
    return f"the {name}" if language != "ja" and party in WITH_ARTICLE else name


def countries_words(place: Place, catalogue: Catalogue, language: str) -> str:
    """Where it took place, at the level of jurisdictions; empty where that is not known."""
    codes = place.countries or ((place.country,) if place.country else ())
    return listed([jurisdiction_name(code, catalogue, language) for code in codes], language)


def place_words(place: Place, catalogue: Catalogue, language: str, *, city: bool = False) -> str:
    """Place and mode together: フランス・対面. What the sources do not say is said to be unknown."""
    where = countries_words(place, catalogue, language)
    if city and place.city:
        known = catalogue.cities.get(place.city)
        town = known.in_language(language) if known else place.city
        where = say(language, f"{where}（{town}）", f"{town}, {where}") if where else town
    mode = label("mode", place.mode, language) if place.mode != "unknown" else _unknown_mode(language)
    if not where and place.mode == "unknown":
        return say(language, "場所・形式の記載なし", "place and mode not stated")
    return say(language, f"{where}・{mode}", f"{where}, {mode[:1].lower()}{mode[1:]}") if where else mode


def _unknown_mode(language: str) -> str:
    return say(language, "形式の記載なし", "mode not stated")


def when_words(when: When, language: str) -> str:
    """A date for display; the months and years of imprecise dates stay imprecise."""
    words = era(when, language)
    return words if language == "ja" else words.replace("-", "–")


def short_title(engagement: Engagement, series: str, language: str) -> str:
    """第2回 or ``2nd meeting`` within its own series, else the title."""
    if engagement.ordinal is None or engagement.series != series:
        return engagement.title.in_language(language)
    ordinal = ordinal_words(engagement.ordinal, language)
    return say(language, ordinal, f"{ordinal} meeting")


def day_words(day: date, language: str) -> str:
    """A known day in words: 令和元年５月29日 or 29 May 2019."""
    return when_words(When(edtf=day.isoformat(), earliest=day, latest=day, precision="day"), language)


def many(count: int, what: str, several: str = "") -> str:
    """``1 meeting``, ``2 meetings``, ``1,204 bodies``."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {several or what + 's'}"


def nobody_known(language: str) -> str:
    """What a lane is called where the sources name no party."""
    return say(language, "当事者の記載なし", "Parties not recorded")


def compact_date(when: When, language: str) -> str:
    """A date for a narrow column, as precise as it is known: 2016.2.25–26, 2019.5, or 25–26 Feb 2016."""
    first, _, last = when.edtf.partition("/")
    one, other = _numbers(first), _numbers(last)
    if not one or (last and not other):
        return when_words(when, language)
    if language == "ja":
        return ".".join(map(str, one)) + (f"–{_rest(one, other, '.')}" if other else "")
    if not other:
        return _english_point(one)
    if len(one) == len(other) == 3 and one[:2] == other[:2]:
        return f"{one[2]}–{_english_point(other)}"
    start = _english_point(one[1:], head=True) if one[0] == other[0] and len(one) > 1 else _english_point(one)
    return f"{start}–{_english_point(other)}"


def _numbers(point: str) -> list[int]:
    parts = point.split("-")
    return [int(part) for part in parts] if all(part.isdecimal() for part in parts) else []


def _rest(one: list[int], other: list[int], joint: str) -> str:
    """The second end of a range without what it shares with the first."""
    shared = 0
    while len(one) == len(other) and shared < len(one) - 1 and one[shared] == other[shared]:
        shared += 1
    return joint.join(map(str, other[shared:]))


def _english_point(parts: list[int], *, head: bool = False) -> str:
    """``25 Feb 2016``; with ``head`` the parts begin at the month, the year being said at the other end."""
    if head:
        return " ".join([*map(str, parts[1:]), MONTHS[parts[0] - 1]])
    named = [MONTHS[parts[1] - 1]] if len(parts) > 1 else []
    return " ".join([*map(str, parts[2:]), *named, str(parts[0])])


#: What the reference facts say of the state of a framework, in Japanese.
STATES: Final = {
    "in force": "効力あり",
    "active": "実施中",
    "invalidated": "無効",
    "superseded": "後継の枠組みに移行",
    "repealed": "廃止",
    "unknown": "不明",
    "revised": "改正",
    "open, not yet in force": "署名開放・未発効",
    "renewed": "更新",
    "as of the source": "出典の時点",
}


def state_words(state: str, language: str) -> str:
    """The state of a framework; what the list of states does not know stays as the source has it."""
    if language != "ja":
        return state
    head, _, note = state.partition(" (")
    main, _, year = head.partition(" in ")
    if main in STATES and year.isdecimal():
        return f"{year}年に{STATES[main]}"
    known = STATES.get(head, head)
    first, _, rest = note.rstrip(")").partition(" ")
    said = STATES.get(note.rstrip(")")) or (f"{rest} {STATES[first]}" if first in STATES else note.rstrip(")"))
    return f"{known}（{said}）" if said else known
