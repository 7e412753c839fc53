"""Agendas and programmes: a day as a heading, and below it lines that begin with an hour and say who is met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from graph.dates import DateContext, find_english_dates
from graph.document import Document, Line
from graph.edtf import from_edtf
from graph.english_date_words import MONTH_NAMES, WEEKDAYS
from graph.extract.bodies import home_of
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.clauses import triggers
from graph.extract.english.columns import told_by_row
from graph.extract.english.drafting import drafted, english_place_of
from graph.extract.english.naming import read_told
from graph.extract.english.outcome import english_status
from graph.extract.english.scope import abroad, international
from graph.extract.english.words import GATHERING
from graph.extract.layout import Section
from graph.extract.names import Reading
from graph.extract.places import read_place
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place, When
from graph.text import fold, normal

_HEAD_LINES: Final = 12
_LONGEST: Final = 40
_FEWEST: Final = 2
_AGENDA: Final = re.compile(r"\b(?:agenda|programme|program|schedule|itinerary|diary)\b", re.IGNORECASE)
_NAMES: Final = "|".join(WEEKDAYS)
_ONE_DAY: Final = rf"(?P<name{{0}}>{_NAMES}),?\s+(?P<day{{0}}>[0-9]{{{{1,2}}}})(?:\s+(?:{'|'.join(MONTH_NAMES)}))?"
_DAY: Final = re.compile(
    rf"\s*{_ONE_DAY.format(1)}(?:\s*(?:-|–|to|and)\s*{_ONE_DAY.format(2)})?(?:,?\s+[0-9]{{4}})?\s*:?\s*"
)
_HOUR: Final = re.compile(
    r"\s*(?:[0-9]{1,2}[.:h][0-9]{2}(?:\s*(?:-|–|to)\s*[0-9]{1,2}[.:h][0-9]{2})?(?:\s*[ap]\.?m\.?)?"
    r"|(?:morning|noon|afternoon|evening|all day|CANCELL?ED|POSTPONED))(?:\s{2,}|\t|:?\s+(?=[A-Z]))"
)
_OFF: Final = re.compile(r"\b(?:CANCELL?ED|[Cc]ancell?ed|[Cc]alled off)\b")
_ENDS: Final = re.compile(rf"\b(?:ends\s+on|until|through)\s+(?P<name>{_NAMES}),?\s+(?P<day>[0-9]{{1,2}})\b")
# What a delegation does by itself on the way.
_BY_ITSELF: Final = re.compile(
    r"\b(?:arrivals?|departures?|transfers?|flights?|hotel|check-?(?:in|out)|briefing|debriefing|disposal|free\s+time"
    r"|leisure|internal|preparatory|registration|coffee|lunch|dinner|breakfast|press|interviews?|no\s+(?:public\s+)?"
    r"(?:events?|meetings?|engagements?))\b",
    re.IGNORECASE,
)
_SENT_TO: Final = re.compile(
    r"\b(?:delegation|mission|visit|journey|trip|travel)\s+to\s+(?P<place>[^()]{3,60})$", re.IGNORECASE
)
_PLACE_FIRST: Final = re.compile(r"^(?P<place>[A-Z][\w' -]{2,30}(?:, [A-Z][\w' -]{2,30})?)(?:\.|:|\s[-–])\s+(?=\S)")
_PLACE_LAST: Final = re.compile(r",\s+(?P<place>[A-Z][\w' -]{2,30})\.?$")
_NUMBER: Final = frozenset({-3000})


@dataclass
class _Entry:
    """A line of an agenda with those it goes on in, the line of its day, and that day."""

    start: int
    end: int
    heading: Line
    when: When


@dataclass(frozen=True)
class Agenda:
    """The entries of an agenda, where it stands, and where those who travel go."""

    start: int
    end: int
    entries: tuple[_Entry, ...]
    place: str
    planned: bool


def agenda_of(document: Document) -> Agenda | None:
    """The agenda that a document is: its head tells the days from first to last with their year, the lines each day."""
    head = [normal(document.text[one.start : one.end]) for one in _filled(document, document.lines)[:_HEAD_LINES]]
    days = _days(head)
    entries = list(_entries(document, days)) if days else []
    timed = any(_HOUR.match(document.text, one.start) for one in entries)
    if len({one.heading.start for one in entries}) < _FEWEST or not timed:
        return None
    sent = [hit["place"] for words in head if (hit := _SENT_TO.search(words))]
    planned = any(_AGENDA.search(words) for words in head)
    return Agenda(entries[0].heading.start, entries[-1].end, tuple(entries), next(iter(sent), ""), planned)


def _filled(document: Document, lines: Sequence[Line]) -> list[Line]:
    return [one for one in lines if document.text[one.start : one.end].strip()]


def _days(head: Sequence[str]) -> list[date]:
    """Every day of the one stretch of days that the head tells with its year; none where it tells several."""
    found = [one.when for words in head for one in find_english_dates(words, DateContext())]
    spans = {(one.earliest, one.latest) for one in found if one.precision == "day" and one.earliest < one.latest}
    if len(spans) != 1:
        return []
    first, last = spans.pop()
    count = (last - first).days + 1
    return [first + timedelta(days=step) for step in range(count)] if count <= _LONGEST else []


def _day(name: str, number: str, days: Sequence[date]) -> date | None:
    """The one of the days that bears a name and a number."""
    told = [one for one in days if (WEEKDAYS[one.weekday()], one.day) == (name, int(number))]
    return told[0] if len(told) == 1 else None


def _entries(document: Document, days: Sequence[date]) -> Iterator[_Entry]:
    heading: tuple[Line, When] | None = None
    entry: _Entry | None = None
    for line in document.lines:
        raw = document.text[line.start : line.end]
        hit = _DAY.fullmatch(raw)
        below = raw[:1].isspace() and raw.strip()
        if hit or not below or _HOUR.match(raw):
            if entry is not None:
                yield entry
            entry = None
        if hit:
            heading = _heading(line, hit, days)
        elif heading and below and entry is None:
            entry = _Entry(line.start, line.end, *heading)
        elif entry is not None:
            entry.end = line.end
        elif raw.strip():
            heading = None
    if entry is not None:
        yield entry


def _heading(line: Line, hit: re.Match[str], days: Sequence[date]) -> tuple[Line, When] | None:
    first = _day(hit["name1"], hit["day1"], days)
    last = _day(hit["name2"], hit["day2"], days) if hit["name2"] else first
    if first is None or last is None or last < first:
        return None
    return line, _stretch(first, last, " ".join(hit.group().split()))


def _stretch(first: date, last: date, words: str) -> When:
    ends = dict.fromkeys((first.isoformat(), last.isoformat()))
    return from_edtf("/".join(ends), words)


def read_agenda(agenda: Agenda, setting: Setting) -> Iterator[Draft]:
    """The entries that tell of an engagement with somebody abroad, or of another country."""
    setting = english_ground(agenda.place, setting)
    read = read_place(agenda.place, setting.gazetteer) if agenda.place else None
    there = read.place if read is not None and abroad(read.place, setting) else Place()
    days = _days([normal(setting.document.text[: agenda.start])]) or []
    for entry in agenda.entries:
        draft = _draft(entry, there, days, setting)
        if draft is not None:
            ahead = agenda.planned and draft.status == "held"
            yield replace(draft, status="planned", tables=_NUMBER) if ahead else replace(draft, tables=_NUMBER)


def _draft(entry: _Entry, there: Place, days: Sequence[date], setting: Setting) -> Draft | None:
    document = setting.document
    lead = _HOUR.match(document.text, entry.start, entry.end)
    folded = fold(document.text, lead.end() if lead else entry.start, entry.end)
    whole = normal(document.text[entry.start : entry.end])
    words = " ".join(_OFF.sub(" ", folded.text).split())
    if not words or _BY_ITSELF.search(words):
        return None
    ground = english_ground(words, setting)
    contact = triggers(words) or GATHERING.search(words)
    if not contact and not (english_bodies(words, ground) or there.countries):
        return None
    told = told_by_row(words if contact else f"Meeting with {words}", ground)
    reading = _of_there(read_told(told, ground), there, ground)
    place = _apart(words, setting) or english_place_of(told, reading, ground)
    place = place if place.countries or place.mode == "online" or not there.countries else _in(there)
    if not international(told, reading, place, ground):
        return None
    later = _ENDS.search(words)
    last = _day(later["name"], later["day"], days) if later else None
    when = _stretch(entry.when.earliest, last, whole) if last and last > entry.when.latest else entry.when
    draft = drafted(
        Sentence(folded, 0, len(folded.text), Section(), -1), told, (reading, when, place), ground, inherited=False
    )
    status = "cancelled" if _OFF.search(whole) else english_status(whole)[0] if draft.status == "held" else draft.status
    heading = document.evidence(entry.heading.start, entry.heading.end)
    return replace(draft, status=status, evidence=(*draft.evidence, heading))


def _of_there(reading: Reading, there: Place, setting: Setting) -> Reading:
    """What a delegation meets by a name that bodies of many countries bear is not the one of a third country."""
    if not there.countries:
        return reading
    fitting = {*there.countries, setting.home, "INT", "EU", None}
    known = [one if home_of(one, setting) in fitting else replace(one, authority=None) for one in reading.bodies]
    return replace(reading, bodies=tuple(known))


def _apart(words: str, setting: Setting) -> Place | None:
    """The place that stands first or last, by itself: Brussels. 3rd plenary of the Board; talks with it, Rome."""
    for form in (_PLACE_FIRST, _PLACE_LAST):
        hit = form.search(words)
        read = read_place(hit["place"], setting.gazetteer) if hit else None
        if read is not None and read.whole and read.place.countries:
            return read.place
    return None


def _in(there: Place) -> Place:
    """The country to which a delegation goes: where in it each of its meetings is, is not said."""
    return Place(country=there.country, countries=there.countries, mode="in-person")
