"""EDTF to imprecise dates: the words of EDTF (ISO 8601-2:2019, levels 0 and 1) that Sankyoku uses.

A year, a month, a day, an interval of these, and an interval open at one end. Every result carries two day
bounds, first and last, that contain whatever day is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from graph.errors import BadDate
from graph.model import When
from ontology.terms import Precision

FIRST_DAY: Final = date.min
LAST_DAY: Final = date.max

_POINT: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_COARSENESS: Final[dict[Precision, int]] = {"day": 0, "month": 1, "year": 2}
_PRECISION_BY_LENGTH: Final[dict[int, Precision]] = {4: "year", 7: "month", 10: "day"}


def bad_date(words: str) -> BadDate:
    """The error for words that are not a date."""
    shown = words if len(words) <= 60 else words[:60] + "…"
    return BadDate(
        f"“{shown}” is not a date; write 2019-05-29, 2019-05, 2019-05-16/2019-05-17 or 令和元年5月29日.",
        f"「{shown}」は日付として読み取れません。2019-05-29、2019-05、2019-05-16/2019-05-17、"
        "令和元年5月29日のように入力してください。",
    )


def from_edtf(edtf: str, verbatim: str | None = None) -> When:
    """The imprecise date of an EDTF string; raises BadDate where it is none.

    Equal ends collapse to one date. An open end (``2019-05-01/..``, ``../2019``) has the bound 9999-12-31
    or 0001-01-01.
    """
    first, slash, last = edtf.partition("/")
    if not slash or first == last:
        earliest, latest = _bounds(first, edtf)
        return _when(first, (earliest, latest), _precision(first), verbatim)
    if first == last == "..":
        raise bad_date(edtf)
    earliest = FIRST_DAY if first == ".." else _bounds(first, edtf)[0]
    latest = LAST_DAY if last == ".." else _bounds(last, edtf)[1]
    if _reversed(first, last):
        raise bad_date(edtf)
    precision = max((_precision(end) for end in (first, last) if end != ".."), key=_coarseness)
    return _when(edtf, (earliest, latest), precision, verbatim)


def between(start: str, end: str | None, verbatim: str | None = None) -> When:
    """The date or interval of two ISO columns; a blank or equal end is no interval. Raises BadDate."""
    return from_edtf(f"{start}/{end}" if end else start, verbatim)


def fiscal_year(year: int, verbatim: str | None = None) -> When:
    """The Japanese fiscal year that begins on 1 April of ``year`` (財政法 art. 11). Raises BadDate."""
    return _fiscal(year, ("04-01", "03-31"), "fiscal-year", verbatim)


def fiscal_half(year: int, half: int, verbatim: str | None = None) -> When:
    """The first (1: April to September) or second (2: October to March) half of a fiscal year."""
    days = ("04-01", "09-30") if half == 1 else ("10-01", "03-31")
    return _fiscal(year, days, "fiscal-half", verbatim)


def _fiscal(year: int, days: tuple[str, str], precision: Precision, verbatim: str | None) -> When:
    last_year = year + 1 if days[1] == "03-31" else year
    interval = from_edtf(f"{year:04}-{days[0]}/{last_year:04}-{days[1]}", verbatim)
    return interval.model_copy(update={"precision": precision})


def _when(edtf: str, bounds: tuple[date, date], precision: Precision, verbatim: str | None) -> When:
    return When(edtf=edtf, earliest=bounds[0], latest=bounds[1], precision=precision, verbatim=verbatim)


def _bounds(point: str, whole: str) -> tuple[date, date]:
    """First and last day of a year, month or day; BadDate (naming the whole) where there is none."""
    found = _POINT.fullmatch(point)
    if found is None:
        raise bad_date(whole)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return date(year or 0, month or 1, day or 1), _last_day(year or 0, month or 12, day)
    except ValueError:
        raise bad_date(whole) from None


def _last_day(year: int, month: int, day: int | None) -> date:
    if day is None and 1 <= month <= 12:
        day = monthrange(year, month)[1]
    return date(year, month, day or 1)


def _reversed(first: str, last: str) -> bool:
    """Whether an interval ends before it can have begun."""
    if ".." in (first, last):
        return False
    return _bounds(last, last)[1] < _bounds(first, first)[0]


def _precision(point: str) -> Precision:
    return _PRECISION_BY_LENGTH[len(point)]


def _coarseness(precision: Precision) -> int:
    return _COARSENESS[precision]
