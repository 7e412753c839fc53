"""Japanese eras and numerals: which era year a day falls in, and back.

Era limits are those of the imperial ordinances and of the 元号法 (Act No. 43 of 1979); 令和 began on 1 May
2019 by Cabinet Order No. 143 of 2019. Japan has used the Gregorian calendar since 明治6年1月1日 (1 January
1873); the days and months of earlier era dates belong to another calendar and are not converted here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

GREGORIAN_SINCE: Final = date(1873, 1, 1)
LAST_ERA_YEAR: Final = 99


@dataclass(frozen=True)
class Era:
    """An era: its name, its letter and ligature, and its first day."""

    name: str
    letter: str
    ligature: str
    first_day: date

    def calendar_year(self, era_year: int) -> int:
        """The calendar year of an era year (1 is 元年)."""
        return self.first_day.year + era_year - 1


ERAS: Final = (
    Era("明治", "M", "㍾", date(1868, 1, 25)),
    Era("大正", "T", "㍽", date(1912, 7, 30)),
    Era("昭和", "S", "㍼", date(1926, 12, 25)),
    Era("平成", "H", "㍻", date(1989, 1, 8)),
    Era("令和", "R", "㋿", date(2019, 5, 1)),
)

_BY_WORD: Final = {word: era for era in ERAS for word in (era.name, era.letter, era.ligature)}
_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0}


_ERA_YEAR: Final = re.compile(r"(明治|大正|昭和|平成|令和)\s*([0-9０-９〇一二三四五六七八九十]{1,3})\s*年")
_WIDE_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")


def number(words: str) -> int | None:
    """The value of half- or full-width digits, kanji numerals (二十九, 二〇一九) or 元; None if neither."""
    if words == "元":
        return 1
    if words.isdecimal():
        return int(words)
    if words and set(words) <= _DIGITS.keys():
        return int("".join(str(_DIGITS[digit]) for digit in words))
    return _positional(words)


def _positional(words: str) -> int | None:
    """Kanji numerals with 十 and 百, up to 999."""
    total = 0
    pending: int | None = None
    limit = 1000
    for sign in words:
        if sign in _DIGITS and pending is None:
            pending = _DIGITS[sign]
        elif sign in "百十" and (weight := 100 if sign == "百" else 10) < limit:
            total += (1 if pending is None else pending) * weight
            pending, limit = None, weight
        else:
            return None
    return total + (pending or 0) if words else None


def calendar_year(era_word: str, era_year: int) -> int | None:
    """The calendar year of an era year, or None for an unknown era or an impossible year.

    An era year after the era's end (平成31年5月, 平成32年) or in the era's first year before its first day
    (令和元年4月) names its calendar year without doubt and is accepted: both stand in real documents.
    """
    era = _BY_WORD.get(era_word)
    if era is None or not 1 <= era_year <= LAST_ERA_YEAR:
        return None
    return era.calendar_year(era_year)


def outlived(words: str) -> str | None:
    """The era year in a date's words that came only after the era had ended (平成32年), if there is one."""
    for hit in _ERA_YEAR.finditer(words):
        era, written = _BY_WORD[hit[1]], number(hit[2].translate(_WIDE_DIGITS))
        following = next((one for one in ERAS if one.first_day > era.first_day), None)
        if written is not None and following is not None and era.calendar_year(written) > following.first_day.year:
            return hit.group()
    return None


def era_of(day: date) -> Era | None:
    """The era in force on a day; None before the Gregorian calendar came to Japan."""
    if day < GREGORIAN_SINCE:
        return None
    return next(era for era in reversed(ERAS) if era.first_day <= day)


def era_year(day: date) -> str:
    """The year of a day in words: 令和元年, 平成31年, or 1868年 where no era date can be given."""
    era = era_of(day)
    if era is None:
        return f"{day.year}年"
    count = day.year - era.first_day.year + 1
    return f"{era.name}{'元' if count == 1 else count}年"
