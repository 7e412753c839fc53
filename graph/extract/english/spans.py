"""Days told one by one that are one span: opened on 3 June and closed on 5 June; a three-day visit from Monday on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Final

from graph.dates import FoundDate
from graph.edtf import from_edtf
from graph.english_date_words import NUMBERS
from graph.extract.english.words import GATHERING
from graph.model import When

_OPENED: Final = re.compile(
    r"\b(?:open(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|commenc(?:es|ed|ing)|kick(?:s|ed)\s+off"
    r"|g[eo]t(?:s|ting)?\s+(?:under\s+way|underway|going|off\s+the\s+ground))\b[^.;]{0,70}$",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"\b(?:open(?:ed)?|beg[au]n|started|commenced|kicked\s+off|got\s+under\s*way"
    r"|(?:held|going|running|under\s+way|underway|sitting|meeting|together|in\s+session)\s+(?:\w+\s+)?since)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_END: Final = (
    r"(?:clos(?:es?|ed|ing)|ends?|ended|ending|finish(?:es|ed)?|conclud(?:es?|ed|ing)|wraps?\s+up|wrapped\s+up"
    r"|winds\s+up|wound\s+up|adjourn(?:s|ed)|rounded\s+off|dr[ae]ws?\s+to\s+(?:a|its)\s+close|drew\s+to\s+(?:a|its)\s+close"
    r"|c[ao]mes?\s+to\s+(?:an|its)\s+end|came\s+to\s+(?:an|its)\s+end|(?:is|be|was)\s+over|last\s+word)"
)
_GOES_ON: Final = (
    r"(?:(?:go(?:es)?|went|carr(?:y|ies|ied)|will\s+go|will\s+carry)\s+on|lasts?|lasted|continue[sd]?|runs?|ran|stays?"
    r"|stayed|remains?|remained|is\s+on|be\s+in\s+[^.;,]{3,40})\b[^.;]{0,60}?\s(?:until|till|through)"
)
_CLOSED: Final = re.compile(rf"(?:\b{_END}\b|\b{_GOES_ON}\b|\b(?:until|till)\b)[^.;]{{0,40}}$", re.IGNORECASE)
_STILL_ON: Final = re.compile(rf"\b{_GOES_ON}\b[^.;]{{0,30}}$|\blasts?\s+until\b[^.;]{{0,20}}$", re.IGNORECASE)
_ENDED: Final = re.compile(rf"\b{_END}\b[^.;]{{0,40}}$", re.IGNORECASE)
_IT_ENDS: Final = re.compile(
    rf"^\W*(?:It|(?:The|This)\s+(?:[\w-]+\s+){{0,3}}(?:{GATHERING.pattern}|event|week|congress)),?\s+(?:which\s+|that\s+"
    r"|will\s+)?(?:ends?|ended|clos(?:es?|ed)|wraps?\s+up|wrapped\s+up|adjourn(?:s|ed)|finish(?:es|ed)?)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
# What is open for others, or lasts longer than any gathering, and may stand between.
_OTHER: Final = re.compile(
    r"\b(?:consultations?|registrations?|deadlines?|comments?|submissions?|applications?|exhibitions?|mandates?|terms?"
    r"|tickets?|calls?\s+for|surveys?|inquir(?:y|ies)|investigations?|polls?|trial|period|hearings?)\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    r"\b(?P<count>two|three|four|five|[2-5])(?:[- ]day(?:s'|s’)?\s(?![^.;]{0,20}\b(?:ago|later|earlier)\b)"
    r"|\s+days\b(?!\s+(?:ago|later|earlier|after|before)\b))",
    re.IGNORECASE,
)
_CHAINED: Final = re.compile(r"\s*(?:,|,?\s+and|&)\s+(?:on\s+|finally\s+on\s+)?(?:the\s+)?", re.IGNORECASE)
# And on the following day: a day of its own.
_APART: Final = re.compile(r"\b(?:following|next|same|previous|later|earlier|after|before)\b", re.IGNORECASE)
_LONGEST: Final = 14
_REACH: Final = 140


def begun(document: str, when: When | None) -> When | None:
    """A day on which a document says that something opened; None for any other."""
    words = (when.verbatim if when else None) or ""
    hits = re.finditer(rf"\b{re.escape(words)}\b", document) if words else ()
    told = any(_OPENED.search(document[max(0, hit.start() - _REACH) : hit.start()].replace("\n", " ")) for hit in hits)
    return when if told else None


def spans_of(text: str, dates: Sequence[FoundDate], before: When | None) -> list[FoundDate]:
    """The dates of a sentence, those that are the two ends of one gathering as its span.

    ``before`` is the day on which, as a sentence before says, began what goes on until a day told here.
    """
    found = _chained(text, sorted(dates, key=lambda one: (one.start, one.end)))
    joined: list[FoundDate] = []
    for one in found:
        whole = _joined(text, joined[-1], one) if joined else None
        if whole is None:
            joined.append(one)
        else:
            joined[-1] = whole
    if len(joined) == len(found):
        joined = [_going_on(text, one, before) for one in joined]
    return [_counted(text, one, joined) for one in joined]


def _chained(text: str, dates: Sequence[FoundDate]) -> list[FoundDate]:
    """Days of a list that follow each other, as one span: yesterday and today; 20 March, 21 March, 22 March."""
    if any(other.start < one.end for one, other in pairwise(dates)):
        return list(dates)
    groups: list[list[FoundDate]] = []
    for one in dates:
        last = groups[-1][-1] if groups else None
        follows = last is not None and _CHAINED.fullmatch(text, last.end, one.start) and _next(last.when, one.when)
        groups[-1].append(one) if follows else groups.append([one])
    return [_span(group[0], group[-1]) for group in groups]


def _joined(text: str, one: FoundDate, other: FoundDate) -> FoundDate | None:
    """The span of two dates of which one is told as the first day and the other as the last, in either order."""
    between = text[one.end : other.start]
    if not (_day(one.when) and _day(other.when)) or len(between) > _REACH or _OTHER.search(between):
        return None
    head = text[max(0, one.start - _REACH) : one.start]
    if _OTHER.search(head[-_REACH // 2 :]):
        return None
    if _OPENED.search(head) and _CLOSED.search(between) and _fits(one.when, other.when):
        return _span(one, other)
    told = _ENDED.search(head) or "since" in between
    if told and _SINCE.search(between) and _fits(other.when, one.when):
        return FoundDate(one.start, one.end, _when(other.when, one.when, one.when.verbatim))
    return None


def _going_on(text: str, one: FoundDate, before: When | None) -> FoundDate:
    """A day until which goes on, or on which ends, what began on the day told before."""
    if before is None or not (_day(before) and _day(one.when)) or not _fits(before, one.when):
        return one
    head = text[max(0, one.start - _REACH) : one.start]
    return replace(one, when=_when(before, one.when, one.when.verbatim)) if _goes_on(head) else one


def _goes_on(head: str) -> bool:
    return bool(_STILL_ON.search(head) or _IT_ENDS.match(head)) and not _OTHER.search(head)


def _counted(text: str, one: FoundDate, dates: Sequence[FoundDate]) -> FoundDate:
    """A first or last day whose gathering is said to take so many days: a two-day workshop that began on Monday."""
    counts = {_number(hit["count"]) for hit in _COUNT.finditer(text)}
    if not _day(one.when) or len(counts) != 1 or sum(_day(other.when) for other in dates) > 1:
        return one
    head = text[max(0, one.start - _REACH) : one.start]
    length = timedelta(days=counts.pop() - 1)
    if _OTHER.search(head):
        return one
    if _OPENED.search(head):
        last = (one.when.earliest + length).isoformat()
        return replace(one, when=from_edtf(f"{one.when.edtf}/{last}", one.when.verbatim))
    if _ENDED.search(head):
        first = (one.when.earliest - length).isoformat()
        return replace(one, when=from_edtf(f"{first}/{one.when.edtf}", one.when.verbatim))
    return one


def _span(one: FoundDate, other: FoundDate) -> FoundDate:
    return one if one is other else FoundDate(one.start, one.end, _when(one.when, other.when, one.when.verbatim))


def _when(first: When, last: When, words: str | None) -> When:
    return from_edtf(f"{first.earliest.isoformat()}/{last.latest.isoformat()}", words)


def _day(when: When) -> bool:
    return when.precision == "day" and when.earliest == when.latest


def _next(one: When, other: When) -> bool:
    days = one.precision == other.precision == "day"
    apart = _APART.search(f"{one.verbatim} {other.verbatim}")
    return days and not apart and other.earliest == other.latest == one.latest + timedelta(days=1)


def _fits(first: When, last: When) -> bool:
    return 0 < (last.latest - first.earliest).days <= _LONGEST


def _number(words: str) -> int:
    return NUMBERS.get(words.lower()) or int(words)
