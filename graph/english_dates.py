"""Dates as English documents write them: 29 May 2019, May 29-30, 2019, 27 May to 3 June 2019, May 2019."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.edtf import from_edtf
from graph.errors import BadDate
from graph.japanese_dates import FoundDate

MONTH_NAMES: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_MONTH: Final = "|".join([*MONTH_NAMES, *(name[:3] + r"\.?" for name in MONTH_NAMES), r"Sept\.?"])
_DASH: Final = r"\s*(?:-|–|—|to|until|and)\s*"
_YEAR: Final = r"(?:,?\s+|\s*,\s*)(?P<year>[0-9]{4})(?![0-9])"
_FIRST_YEAR: Final = _YEAR.replace("year", "y1")
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![0-9A-Za-z])(?P<d1>[0-9]{{1,2}}){_ORDINAL}(?:\s+(?P<m1>{_MONTH}))?(?:{_FIRST_YEAR})?"
        rf"{_DASH}(?P<d2>[0-9]{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<m2>{_MONTH}){_YEAR}",
        rf"(?<![0-9A-Za-z])(?P<d2>[0-9]{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<m2>{_MONTH}){_YEAR}",
        rf"(?<![A-Za-z])(?P<m1>{_MONTH})\s+(?P<d1>[0-9]{{1,2}}){_ORDINAL}{_DASH}"
        rf"(?:(?P<m2>{_MONTH})\s+)?(?P<d2>[0-9]{{1,2}}){_ORDINAL}{_YEAR}",
        rf"(?<![A-Za-z])(?P<m2>{_MONTH})\s+(?P<d2>[0-9]{{1,2}}){_ORDINAL}{_YEAR}",
        rf"(?<![A-Za-z])(?P<m1>{_MONTH})(?:{_FIRST_YEAR})?{_DASH}(?P<m2>{_MONTH}){_YEAR}",
        rf"(?<![A-Za-z])(?P<m2>{_MONTH}){_YEAR}",
    )
)


@dataclass(frozen=True)
class _End:
    year: int
    month: int
    day: int | None

    @property
    def edtf(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


def find_english_dates(text: str) -> list[FoundDate]:
    """Every English date with its year, in order; impossible dates are passed over."""
    found: list[FoundDate] = []
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for hit in form.finditer(text):
            if any(hit.start() < end and start < hit.end() for start, end in taken):
                continue
            taken.append(hit.span())
            date = _read(hit)
            if date is not None:
                found.append(date)
    return sorted(found, key=lambda one: one.start)


def _read(hit: re.Match[str]) -> FoundDate | None:
    parts = hit.groupdict()
    last = _End(int(parts["year"]), _month(parts["m2"] or parts["m1"] or ""), _number(parts.get("d2")))
    edtf = last.edtf
    if parts.get("d1") or parts.get("m1"):
        first = _End(
            int(parts.get("y1") or last.year),
            _month(parts.get("m1") or parts["m2"] or ""),
            _number(parts.get("d1")),
        )
        edtf = f"{first.edtf}/{last.edtf}"
    try:
        return FoundDate(hit.start(), hit.end(), from_edtf(edtf, hit.group()))
    except BadDate:
        return None


def _number(words: str | None) -> int | None:
    return int(words) if words else None


def _month(words: str) -> int:
    return next(index for index, name in enumerate(MONTH_NAMES, 1) if name[:3].lower() == words[:3].lower())
