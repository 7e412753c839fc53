"""Headings of an English document: the day and place that they give to what stands below, and whether it is to come."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate
from graph.edtf import from_edtf
from graph.english_date_words import MONTH_NAMES
from graph.errors import BadDate
from graph.extract.english.clauses import triggers
from graph.extract.english.dating import english_dates
from graph.extract.places import read_place
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place, When

_LONGEST: Final = 90
_HEAD: Final = 600
_ENDS: Final = re.compile(r"[.;,!]$")
_ITEM: Final = re.compile(r"[-–•*·▪○●◦]\s")
_DATED: Final = re.compile(r"^(?:[0-9]{1,2}|[A-Z][a-z]{2,8}\.?)[\s,–-]")
_DASH: Final = re.compile(r"(?:\s*\([^()]{1,12}\))?\s*[-–—:|]\s")
_AROUND: Final = re.compile(r"^(?:[0-9]{1,2}[.)]\s+)?[\s,:|()–—-]*|[\s,:|()–—-]+$")
_IN_BRACKETS: Final = re.compile(r"\((?P<words>[^()]{3,40})\)$")
_MONTH_ALONE: Final = re.compile(rf"(?:{'|'.join(MONTH_NAMES)})(?:\s+[0-9]{{4}})?:?", re.IGNORECASE)
_DAYS: Final = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?(?P<days>(?P<first>[0-9]{1,2})(?:st|nd|rd|th)?"
    r"(?:\s*(?:[-–]|to|and)\s*(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)?)"
    r"(?:\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?)?(?:\s*[:–—-]|,|\s)\s*(?=[A-Z0-9(\"])"
)
_AHEAD: Final = re.compile(
    r"\b(?:coming\s+up|upcoming|forthcoming|next|future|looking\s+(?:ahead|forward)|ahead|save\s+the\s+dates?|in\s+(?:the|your|our)\s+"
    r"diar(?:y|ies)|(?:events?\s+)?calendar|to\s+come|planned|what(?:'s|\s+is)\s+on)\b",
    re.IGNORECASE,
)


NOWHERE: Final = Place()


@dataclass(frozen=True)
class Heading:
    """What the words under a heading lean on; ``ahead`` says that they tell of what is still to come, ``month`` of
    which month its lines give but the day."""

    date: FoundDate | None = None
    place: Place = NOWHERE
    ahead: bool = False
    words: str = ""
    month: When | None = None


_BEHIND: Final = re.compile(r"\b(?:archive|past|previous|recent|former|earlier)\b", re.IGNORECASE)
NO_HEADING: Final = Heading()


def days_below(text: str, heading: Heading) -> list[FoundDate]:
    """The day or days with which a line under the name of a month begins: 5-6  Berlin Group, Oslo."""
    hit = _DAYS.match(text) if heading.month is not None else None
    if hit is None or heading.month is None:
        return []
    month = heading.month.edtf
    ends = [f"{month}-{int(day):02}" for day in (hit["first"], hit["last"]) if day]
    try:
        return [FoundDate(hit.start("first"), hit.end("days"), from_edtf("/".join(ends), hit["days"]))]
    except BadDate:
        return []


def heading_of(sentence: Sentence, before: Heading, setting: Setting) -> Heading:
    """The heading that a sentence is, else the one that it stands under: 16 May - Visit to Macao; London, 3 May."""
    text = sentence.text
    if len(text) > _LONGEST or _ENDS.search(text) or _ITEM.match(text) or not _alone(sentence, setting):
        return _begun(text, before, setting)
    if _MONTH_ALONE.fullmatch(text):
        return Heading(None, NOWHERE, before.ahead, text, _month(text, before, setting))
    dates = english_dates(text, setting, None, 1 if before.ahead else None)
    return _dated(sentence, dates, before, setting) if dates else _undated(text, before, setting)


def _dated(sentence: Sentence, dates: list[FoundDate], before: Heading, setting: Setting) -> Heading:
    """A line with a day, which is a heading where the day opens it or nothing but a place stands beside it."""
    text, day = sentence.text, dates[0]
    if day.when.precision != "day":
        return before
    below = Heading(day, NOWHERE, before.ahead, text)
    if _DATED.match(text) and day.start == 0 and _DASH.match(text, day.end):
        return replace(below, place=_place(text[day.end :], setting) or NOWHERE)
    if len(dates) > 1 or _of_the_page(sentence, day, setting):
        return before
    bracket = _IN_BRACKETS.search(text)
    if bracket and text.find(day.when.verbatim or "", bracket.start()) >= 0:
        return below
    rest = text[: day.start] + " " + text[day.end :]
    place = _place(rest, setting)
    return replace(below, place=place or NOWHERE) if place or not _AROUND.sub("", rest) else before


def _month(text: str, before: Heading, setting: Setting) -> When | None:
    """The month that a heading is, in the year that it tells, or that the page settles."""
    found = english_dates(f"in {text.title()}", setting, before.month, 1 if before.ahead else None)
    return found[0].when if len(found) == 1 and found[0].when.precision == "month" else None


def _begun(text: str, before: Heading, setting: Setting) -> Heading:
    """A note that begins with a day of its own ends what the heading above it said of the day."""
    if not _DATED.match(text) or before.date is None:
        return before
    dates = english_dates(text, setting, None)
    return replace(before, date=None, place=NOWHERE) if dates and dates[0].start == 0 else before


def _undated(text: str, before: Heading, setting: Setting) -> Heading:
    """A heading without a day: it may name the place in brackets, or be a place; any other ends what was said above."""
    if not text[:1].isupper() and not text[:1].isdigit():
        return before
    bracket = _IN_BRACKETS.search(text)
    place = _place(bracket["words"] if bracket else text, setting)
    if place is not None:
        return replace(before, place=place) if before.date else Heading(None, place, before.ahead, text)
    if triggers(text) or days_below(text, before):
        return before
    return Heading(None, NOWHERE, bool(_AHEAD.search(text)) and not _BEHIND.search(text), text)


def _alone(sentence: Sentence, setting: Setting) -> bool:
    """Whether a sentence is a line of its own."""
    start, end = sentence.span(0, len(sentence.text))
    text = setting.document.text
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end) if text.find("\n", end) >= 0 else len(text)]
    return "\n" not in text[start:end] and len(line.strip()) <= end - start + len("10. ")


def _of_the_page(sentence: Sentence, date: FoundDate, setting: Setting) -> bool:
    """Whether the day is the one that the page bears: that of its publication, or in its head with the year."""
    if setting.document.published is not None and date.when.edtf == setting.document.published.isoformat():
        return True
    return sentence.span(0, 1)[0] < _HEAD and bool(re.search(r"[0-9]{4}", date.when.verbatim or ""))


def _place(words: str, setting: Setting) -> Place | None:
    """The place that words are, all of them; None where they say more, or nothing."""
    rest = _AROUND.sub("", words)
    read = read_place(rest, setting.gazetteer) if rest else None
    return read.place if read is not None and read.whole else None
