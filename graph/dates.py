"""Dates: read from EDTF, ISO and Japanese words; shown in both languages; compared with a filter.

What a date is made of lives in ``graph.edtf``, eras in ``graph.eras``, the Japanese reader in
``graph.japanese_dates``; this module is the front door to all of them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from graph.edtf import bad_date, between, fiscal_half, fiscal_year, from_edtf
from graph.english_dates import MONTH_NAMES, find_english_dates
from graph.eras import GREGORIAN_SINCE, era_year
from graph.errors import BadDate
from graph.japanese_dates import DateContext, FoundDate, find_dates, read_japanese
from graph.model import When

__all__ = [
    "DateContext",
    "FoundDate",
    "between",
    "era",
    "find_dates",
    "find_english_dates",
    "fiscal_half",
    "fiscal_year",
    "from_edtf",
    "match",
    "parse_filter",
    "read_japanese",
]

Match = Literal["certain", "possible"]

_WIDE: Final = str.maketrans("０１２３４５６７８９／－．　", "0123456789/-. ")
_SINCE: Final = re.compile(r"(?:以降|以後|から)$")
_UNTIL: Final = re.compile(r"(?:以前|まで)$")
FISCAL_MONTH: Final = 4
MID_MONTH: Final = 15


def parse_filter(words: str) -> When:
    """What a person types as a date: ISO, EDTF, English, or Japanese with eras; full width is fine.

    以降 and 以前 leave one end open. Words that need a document to be understood (本年, 同月) are refused:
    raises BadDate.
    """
    asked = words.strip()
    plain = asked.translate(_WIDE)
    try:
        return from_edtf(plain, asked)
    except BadDate:
        pass
    for ending, form in ((_SINCE, "{}/.."), (_UNTIL, "../{}")):
        if ending.search(asked):
            return _open(_closed(ending.sub("", asked), asked), form, asked)
    return _closed(asked, asked)


def _closed(words: str, asked: str) -> When:
    """The date of words in Japanese or English; raises BadDate naming what was asked."""
    when = read_japanese(words, DateContext()) or _english(words)
    if when is None:
        raise bad_date(asked)
    return when.model_copy(update={"verbatim": asked})


def _open(when: When, form: str, asked: str) -> When:
    ends = when.edtf.split("/")
    return from_edtf(form.format(ends[0] if form.endswith("..") else ends[-1]), asked)


def _english(words: str) -> When | None:
    found = find_english_dates(words)
    return found[0].when if len(found) == 1 and found[0].end - found[0].start == len(words) else None


def match(when: When, wanted: When) -> Match | None:
    """Whether a date lies certainly within a filter, possibly (they overlap), or not at all (None)."""
    if wanted.earliest <= when.earliest and when.latest <= wanted.latest:
        return "certain"
    overlaps = when.earliest <= wanted.latest and wanted.earliest <= when.latest
    return "possible" if overlaps else None


def era(when: When, language: str) -> str:
    """A date for display: 令和元年5月29日〜30日 in Japanese, ``29-30 May 2019`` in English."""
    return _japanese(when) if language == "ja" else _in_english(when)


def _japanese(when: When) -> str:
    if when.precision in ("fiscal-half", "fiscal-year"):
        return _fiscal_japanese(when)
    first, _, last = when.edtf.partition("/")
    if first == "..":
        return f"{_point_japanese(last)}以前"
    if last == "..":
        return f"{_point_japanese(first)}以降"
    if not last:
        return _point_japanese(first)
    return f"{_point_japanese(first)}〜{_without_shared(_point_japanese(first), _point_japanese(last))}"


def _fiscal_japanese(when: When) -> str:
    """令和元年度上半期. The era is that of May: fiscal 2019 is 令和元年度, as ministries count it."""
    first = when.earliest
    year = era_year(date(first.year, 5, 1))
    half = "" if when.precision == "fiscal-year" else ("上半期" if first.month == FISCAL_MONTH else "下半期")
    return f"{year}度{half}"


def _point_japanese(point: str) -> str:
    """A year, month or day in words. A month at a change of era takes the era of its middle."""
    parts = [int(part) for part in point.split("-")]
    if len(parts) == 1:
        return _whole_year(parts[0])
    day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else MID_MONTH)
    return f"{era_year(day)}{day.month}月" + (f"{day.day}日" if len(parts) > 2 else "")


def _whole_year(year: int) -> str:
    """平成30年, and both names for a year in which the era changed: 平成31年・令和元年."""
    if year < GREGORIAN_SINCE.year:
        return f"{year:04}年"
    names = dict.fromkeys((era_year(date(year, 1, 1)), era_year(date(year, 12, 31))))
    return "・".join(names)


def _without_shared(first: str, last: str) -> str:
    """The second end of a range without the year and month that it shares with the first."""
    pieces = re.compile(r"[^年月日]+[年月日]")
    one, other = pieces.findall(first), pieces.findall(last)
    shared = 0
    while shared < min(len(one), len(other)) - 1 and one[shared] == other[shared]:
        shared += 1
    return "".join(other[shared:]) if len(one) == len(other) else last


def _in_english(when: When) -> str:
    if when.precision in ("fiscal-half", "fiscal-year"):
        return _fiscal_english(when)
    first, _, last = when.edtf.partition("/")
    if first == "..":
        return f"until {_point_english(last)}"
    if last == "..":
        return f"since {_point_english(first)}"
    if not last:
        return _point_english(first)
    return _range_english(_point_english(first), _point_english(last))


def _fiscal_english(when: When) -> str:
    months = _range_english(_point_english(f"{when.earliest:%Y-%m}"), _point_english(f"{when.latest:%Y-%m}"))
    if when.precision == "fiscal-year":
        return f"fiscal {when.earliest.year} ({months})"
    half = "first" if when.earliest.month == FISCAL_MONTH else "second"
    return f"{half} half of fiscal {when.earliest.year} ({months})"


def _point_english(point: str) -> str:
    parts = [int(part) for part in point.split("-")]
    words = [str(part) for part in parts[2:]] + [MONTH_NAMES[part - 1] for part in parts[1:2]]
    return " ".join([*words, f"{parts[0]:04}"])


def _range_english(first: str, last: str) -> str:
    """``29-30 May 2019``: what the first end shares with the second is said once."""
    one, other = first.split(" "), last.split(" ")
    if len(one) == len(other):
        while len(one) > 1 and one[-1] == other[len(one) - 1]:
            one.pop()
    return f"{' '.join(one)}-{last}"
