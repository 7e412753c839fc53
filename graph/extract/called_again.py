"""Words that call a meeting by its number or its place in a row, without its name: the 57th Forum, 次回の会議."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.eras import number
from graph.extract.names import ORDINAL_WORDS

_COUNT: Final = r"[0-9]{1,3}|[〇一二三四五六七八九十百]{1,5}"
_JAPANESE_NOUN: Final = (
    r"フォーラム|総会|ラウンドテーブル(?:会合)?|ワークショップ|カンファレンス|コンファレンス|サミット|(?:大臣|閣僚級?)会合|会議|会合|協議|対話"
    r"|大会|集まり|レビュー|セミナー|シンポジウム|ウェビナー"
)
_JAPANESE: Final = re.compile(
    rf"(?:(?P<of>フォーラム|総会|会議|対話|作業部会|グループ|委員会|ワークショップ|ラウンドテーブル)(?:の|\()?)?"
    rf"(?:第(?P<count>{_COUNT})回目?|(?<![0-9第年])(?P<times>{_COUNT})回目|(?P<turn>次回|前回)(?:\(第(?P<same>{_COUNT})回\))?)"
    rf"の?(?:(?P<own>[^、。()「」第回はでにを]{{0,32}}?)(?P<noun>{_JAPANESE_NOUN})|(?=[はがをにでの、。(/|\s]|以来|から|$|[A-Z]))"
)
_MINISTERS_MET: Final = re.compile(r"(?<![一-龥ァ-ヶー])(?P<noun>(?:大臣|閣僚級?)会合)")
_ENGLISH_NOUN: Final = (
    "forum|assembly|conference|roundtable|plenary|council|dialogue|committee|summit|workshop|review|meeting|session"
    "|edition|gathering|time|seminar|webinar|symposium"
)
_WORDS: Final = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True))
_ENGLISH: Final = re.compile(
    rf"(?:\b(?P<of>[A-Za-z]+)'s\s+)?(?<![\w-])(?P<count>[0-9]{{1,3}}(?:st|nd|rd|th)|{_WORDS}|inaugural|next|last|previous|annual)"
    rf"\s+(?P<own>(?:[\w'-]+\s+){{0,3}}?)(?P<noun>{_ENGLISH_NOUN})\b(?!\s+(?:with|between|room)\b)",
    re.IGNORECASE,
)
_NUMBER_ALONE: Final = re.compile(
    r"(?<![\w-])(?P<count>[0-9]{1,3}(?:st|nd|rd|th))(?=\s*(?:[|,;:.(]|$)|\s+(?:in|at|on|was|is|will|took|to|[A-Z]{3,6}\b))"
)
_BODY_MET: Final = re.compile(
    r"\bThe\s+(?:Working\s+|Joint\s+)?(?P<noun>Group|Party|Council|Forum|Assembly|Conference|Roundtable|Committee|Dialogue)\s+(?:(?P<count>first|last|next)\s+)?"
    r"(?:met|meets|will\s+meet|convened|gathered)\b"
)
_SEVERAL: Final = re.compile(
    r"\b(?:the|our|these|those|earlier|past|previous|its)\s+(?P<noun>forum|assemblie|conference|roundtable|workshop|meeting|session)s\b",
    re.IGNORECASE,
)
_MINISTERIAL: Final = re.compile(
    r"\b(?:the|a|its|'s)\s+(?:[a-z]+\s+)?(?P<noun>ministerial(?:\s+meeting)?)\b(?!\s+(?:level|declaration|statement|order))"
)
MINISTERS: Final = re.compile(r"大臣|閣僚|minist", re.IGNORECASE)
# Words between number and noun that are no name.
_PLAIN: Final = re.compile(
    r"年次|全体|定例|正式|公開|本|対面|オンライン|(?:閣僚|大臣|局長|次官|課長|政務|実務者|ハイレベル)級?の?|\b(?:[a-z][\w-]*)\b|の$"
)
_ANY: Final = frozenset(
    {"", "会合", "集まり", "meeting", "session", "edition", "gathering", "time", "ministerial", "ministerial meeting"}
)


@dataclass(frozen=True)
class Call:
    """How ``text[start:end]`` calls a meeting: its number where told, the noun (blank for a number alone), the noun
    of what it is a meeting of (同フォーラムの第46回会合), the words of a name between the number and the noun, whether
    ministers meet, and whether it is several meetings."""

    start: int
    end: int
    ordinal: int | None
    noun: str
    of: str
    own: str
    ministers: bool
    several: bool = False

    @property
    def any_noun(self) -> bool:
        """Whether the noun may be said of any gathering: 会合, session, or none."""
        return self.noun in _ANY

    @property
    def anything(self) -> bool:
        """Whether the call may be of any gathering, nothing saying of what kind."""
        return self.any_noun and not self.of


def calls(text: str, language: str) -> list[Call]:
    """Every such call in a normalised text, in its order."""
    forms = (
        (_JAPANESE, _MINISTERS_MET)
        if language == "ja"
        else (_ENGLISH, _NUMBER_ALONE, _BODY_MET, _SEVERAL, _MINISTERIAL)
    )
    found: list[Call] = []
    for form in forms:
        for hit in form.finditer(text):
            if not any(one.start < hit.end() and hit.start() < one.end for one in found):
                found.append(_call(hit, several=form is _SEVERAL))
    return sorted(found, key=lambda one: one.start)


def _call(hit: re.Match[str], *, several: bool) -> Call:
    told = hit.groupdict()
    count = told.get("count") or told.get("times") or told.get("same")
    noun = (told.get("noun") or "").lower().removesuffix("ie")
    of = (told.get("of") or "").lower()
    of = of if of in _ENGLISH_NOUN.split("|") or not of.isascii() else ""
    noun = "assembly" if noun == "assembl" else noun
    own = _PLAIN.sub("", told.get("own") or "").strip()
    return Call(hit.start(), hit.end(), _number(count), noun, of, own, bool(MINISTERS.search(hit.group())), several)


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    digits = re.match(r"[0-9]+", words)
    if digits:
        return int(digits.group())
    return {"inaugural": 1, **ORDINAL_WORDS}.get(words.lower()) if words.isascii() else number(words)
