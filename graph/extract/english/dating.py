"""When an English clause says that its meeting is: its own days, in the years that its tense settles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from graph.dates import FoundDate, find_dates, find_english_dates
from graph.edtf import from_edtf
from graph.english_dates import LISTED
from graph.english_dates_figures import order_of
from graph.english_dates_seasons import southern
from graph.extract.english.clauses import Clause
from graph.extract.english.named_years import named_years
from graph.extract.english.outcome import english_status, leaning, past_contact
from graph.extract.english.spans import begun, spans_of
from graph.extract.english.told import Told
from graph.extract.english.words import GATHERING
from graph.extract.setting import Setting
from graph.model import When

_TITLE_YEAR: Final = re.compile(r"(?<![0-9-])(?:19|20)[0-9]{2}(?![0-9/-])")
_DATELINE: Final = re.compile(r"^\W*(?:[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2},? *){0,3}\(?$")
_MARK: Final = re.compile(r"\W*(?:date|published|posted)(?:\s+on)?\s*:?\s*", re.IGNORECASE)
_DATED: Final = re.compile(r"^\s*(?:\)|[-–—]\s)")
# A newswire sets the city in capitals, and may leave the dash out: MAURITIUS, Oct. 16, 2014 Authorities…
_WIRE: Final = re.compile(r"^\W*[A-Z]{4,}[A-Z .'-]*, *(?:[A-Z][\w.]*, *)?$")
_OPENS_TEXT: Final = re.compile(r"^\s*(?:/[^/]{2,20}/\s*)?[-–—]?\s*[A-Z]")
_OPENS: Final = re.compile(
    r"\b(?:opens|begins|starts|ends|closes|winds\s+up|takes\s+place|(?:is|are)\s+(?:now\s+)?(?:due|set|planned"
    r"|scheduled|foreseen|expected|coming|going|travelling)|(?:is|are)\s+to\s+\w+|(?:plans?|intends?|hopes?|agreed"
    r"|decided|arranged)\s+to\s+\w+"
    r"|will\s+\w+)\b[^.;,]{0,70}$"
)
# What was set for a day, and then called off, may lie on either side.
_SET: Final = re.compile(
    r"\b(?:set|scheduled|planned|due|foreseen|slated|announced|arranged|fixed|pencilled\s+in)\s+(?:for|on|from"
    r"|to)\s+[^.;,]{0,20}$|\b[Tt]his\s+$"
)
# What is told in the present tense may be over or to come: the year is the nearest.
_PRESENT: Final = re.compile(
    r"\b(?:meets?|gathers?|convenes?|reconvenes?|hosts|happens?|follows|comes?\s+together|is\s+(?:held|in|on)|runs?)\b"
    r"[^.;,]{0,60}$"
)
_NEAR_YEAR: Final = re.compile(r"(?:this|next|last|the following) year", re.IGNORECASE)
_A_GATHERING: Final = re.compile(rf"['’]s\s+(?:[\w-]+\s+){{0,3}}?(?:{GATHERING.pattern})", re.IGNORECASE)
_ORIGINAL: Final = re.compile(r"\b(?:originally|initially|previously)\s+\w+\s+(?:for|on)\s*$")
_SOUTH: Final = frozenset(("AU", "NZ", "BR", "AR", "CL", "UY", "PY", "PE", "ZA", "MU"))
_MOST_OF_A_YEAR: Final = 270


def english_dates(text: str, setting: Setting, previous: When | None, side: int | None = None) -> list[FoundDate]:
    """The dates of a sentence; a missing year is settled by its tense, or lies on the ``side`` that is known."""
    lean = leaning(text) if side is None else side
    context = replace(setting.document.dates(previous), leaning=lean, day_first=day_first(setting), about=setting.about)
    if setting.year is not None:
        context = replace(context, period=setting.year, previous=None)
    elif context.published is None and context.period is None:
        context = replace(context, period=year_of(setting.document.title))
    found = [*find_english_dates(text, context), *find_dates(text, replace(context, previous=None, about=None))]
    for form, way in ((_OPENS, 1), (_SET, 0), (_PRESENT, 0)):
        here = [one.start for one in found if context.leaning < (way > 0) and form.search(text[: one.start])]
        told = {one.start: one for one in find_english_dates(text, replace(context, leaning=way))} if here else {}
        found = [told.get(one.start, one) if one.start in here else one for one in found]
    if setting.home in _SOUTH:
        found = [replace(one, when=southern(one.when)) for one in found]
    found += [
        one
        for one in named_years(text, setting.document.text)
        if not any(other.start <= one.start < other.end for other in found)
    ]
    found = [one for one in found if not _MARK.fullmatch(text[: one.start]) and not _owns(text, one)]
    if len(found) > 1:
        found = [one for one in found if not in_dateline(text, one)]
    first = begun(setting.document.text, previous or setting.about)
    return spans_of(text, sorted(found, key=lambda one: (one.start, one.when.edtf)), first)


def day_first(setting: Setting) -> bool | None:
    """How the page writes 11/06/2024: as its other days tell, else as its publisher does."""
    told = order_of(setting.document.text)
    return setting.day_first if told is None else told


def year_of(title: str | None) -> When | None:
    """The one year that the title of a page, or of a table, bears: Annual Report 2023."""
    years = set(_TITLE_YEAR.findall(title or ""))
    return from_edtf(years.pop()) if len(years) == 1 else None


def _owns(text: str, date: FoundDate) -> bool:
    """Whether a year but says of which year something is: the 2023's theme, this year's report; but not this year's
    meeting."""
    owns = date.when.precision == "year" and text.startswith(("'s", "’s"), date.end)
    return owns and not (_NEAR_YEAR.match(date.when.verbatim or "") and _A_GATHERING.match(text, date.end))


def in_dateline(text: str, date: FoundDate) -> bool:
    """Whether a date opens a press text: Seoul, 27 June 2024 - The Chairperson…"""
    before, behind = text[: date.start], text[date.end :]
    wired = _WIRE.match(before) and _OPENS_TEXT.match(behind)
    return bool(wired or (_DATELINE.match(before) and _DATED.match(behind)))


def days_of(clause: Clause, told: Told) -> list[FoundDate]:
    """The dates of the clause's meeting: the first, with those that are listed with it."""
    said, _ = english_status(told.text)
    told_of = clause.triggers[:1] and past_contact(
        told.text[clause.triggers[0].start - clause.start :][:40].split(",")[0]
    )
    ahead = any(one.sort in ("off", "wished") for one in clause.triggers) or (said == "planned" and not told_of)
    dates = clause.dates or (clause.late if ahead else ())
    anew = tuple(
        one for one in clause.late if re.search(r"[0-9]", one.when.verbatim or "") or one.when.precision != "year"
    )
    if said == "postponed" and not anew:
        dates = tuple(one for one in dates if not _ORIGINAL.search(told.text[: one.start - clause.start])) or dates
    # What was put off bears the day that it was put off to.
    dates = anew if said == "postponed" and anew else dates
    day = [one for one in dates if one.when.precision != "year"] or list(dates)
    first = next((one for one in day if _narrows(one.when, day[0].when)), day[0]) if day else None
    if first is None:
        return []
    chain = [first]
    for one in day:
        if (one.start == first.start and one is not first) or (
            one.start > chain[-1].end
            and LISTED.fullmatch(told.text, chain[-1].end - clause.start, one.start - clause.start)
        ):
            chain.append(one)
    return chain


def _narrows(when: When, month: When) -> bool:
    """Whether a day lies in the month that a clause named before it: in October … (25-28 October 2022)."""
    inside = month.earliest <= when.earliest <= month.latest
    return inside and when.precision == "day" and month.precision == "month"


def far(when: When, published: date | None) -> bool:
    """Whether a year that is not written was taken for one that lies most of a year ahead."""
    if published is None or re.search(r"[0-9]{4}", when.verbatim or ""):
        return False
    return (when.earliest - published).days > _MOST_OF_A_YEAR
