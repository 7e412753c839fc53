"""How the words of a cell begin and go on: whether they are a day, and whether a line of them goes on from the last."""

from __future__ import annotations

import re
from typing import Final

from graph.date_words import FOLD
from graph.extract.gazetteer import Gazetteer
from graph.text import normal

_NUMBER: Final = r"(?:[0-9]{1,2}|[〇一二三四五六七八九十]{1,3})"
_DAY: Final = re.compile(
    rf"(?:令和|平成|昭和|西暦|[㍻㋿]|[RHS]\.?\s?(?:[0-9]|元)|(?:19|20)[0-9]{{2}}(?:\s*年|[./-])|'?[0-9]{{2}}[./][0-9]"
    rf"|[同翌本今昨前来当]\s*(?:年|月|日|[0-9])|同(?:上|じ)?\s*$|〃|″|々|上記に?同じ"
    rf"|{_NUMBER}\s*[月日]|{_NUMBER}[./]{_NUMBER}|(?:[0-9]{{1,2}} )?[A-Z][a-z]{{2,8}}\.?,? (?:[0-9]|$))"
)
_YEAR_ALONE: Final = re.compile(
    r"[\s【(<]*(?:(?:令和|平成|昭和|西暦)\s*(?:[0-9元〇一二三四五六七八九十]{1,3}\s*年?)?|[0-9]{4}\s*年?|[0-9]{1,2}\s*年)\s*度?[\s】)>]*"
)
_OPEN: Final = re.compile(
    r"(?:[~・、,(-]|から|より|及び|並びに|と|年)\s*$|(?:[年月]|日\s*[~・、-])\s*[0-9〇一二三四五六七八九十]+$"
)
_OF_MONTH: Final = re.compile(rf"{_NUMBER}\s*日")
_GOES_ON_DAY: Final = re.compile(r"[~()（）月日、・-]|から|まで|[上中下]旬|頃|ごろ|予定|[0-9]{1,2}:[0-9]{2}")
_DATE_SIGNS: Final = re.compile(
    r"(?:令和|平成|昭和|西暦|[㍻㋿RHS]|[同翌本今昨前来当](?=[年月日\s0-9])|[0-9元〇一二三四五六七八九十]|年度?|月|日|上旬|中旬|下旬|頃|ごろ"
    r"|予定|延期|中止|から|まで|及び|並びに|と|[./~・･、,:：\s'-]|\([^()]{1,8}\)|同上|〃|″|々"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)+"
)
_JOINS_ON: Final = re.compile(r"[)）」』】〕、。，．・ーァィゥェォャュョッヮヵヶぁぃぅぇぉゃゅょっ々ん]|[（(〔［[]")
_AWAITS: Final = re.compile(
    r"[・、，,「『（(〔&＆/／]$|(?:及び|並びに|に関す|における|ための|の|と|of|and|the|for|on|to|in)$"
)
_PAIRS: Final = ("（）", "()", "「」", "『』", "〔〕")
_LONGEST_JOINT: Final = 80


def begins_day(before: str, words: str) -> bool:
    """Whether a line of a cell begins a day, rather than going on with that of the line ``before`` it."""
    plain, above = words.translate(FOLD).strip(), before.translate(FOLD).strip()
    if above and (is_year(above) or _OPEN.search(above) or (above.endswith("月") and _OF_MONTH.match(plain))):
        return False
    return not _GOES_ON_DAY.match(plain) and _DAY.match(plain) is not None


def is_year(words: str) -> bool:
    """Whether the words are a year alone, as a line above the months and days of it."""
    return _YEAR_ALONE.fullmatch(words.translate(FOLD)) is not None


def fills_cell(words: str) -> bool:
    """Whether the words are a day and nothing else but that it was put off."""
    plain = words.translate(FOLD).strip()
    return begins_day("", plain) and _DATE_SIGNS.fullmatch(plain) is not None


def goes_on(before: str, words: str, gazetteer: Gazetteer) -> bool:
    """Whether a line of a cell must go on from the one before it: by its signs, or since a name lies across both."""
    if not before:
        return False
    if _JOINS_ON.match(words) or _AWAITS.search(before):
        return True
    if any(before.count(one) > before.count(other) for one, other in _PAIRS):
        return True
    return _named_across(normal(before), normal(words), gazetteer)


def _named_across(before: str, words: str, gazetteer: Gazetteer) -> bool:
    seam = len(before)
    joint = (before + words)[: seam + _LONGEST_JOINT]
    lexicons = (
        gazetteer.body_lexicon,
        gazetteer.series_lexicon,
        gazetteer.city_lexicon,
        gazetteer.jurisdiction_lexicon,
    )
    return any(one.start < seam < one.end for lexicon in lexicons for one in lexicon.find(joint))
