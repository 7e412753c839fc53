"""Tables in English plain text: columns kept by width, cells of several lines, years on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from graph.dates import DateContext, find_english_dates
from graph.document import Document, Line
from graph.english_date_words import MONTH_NAMES
from graph.extract.doubts import MIXED_STATUS
from graph.extract.draft import Draft
from graph.extract.english.bodies import english_ground
from graph.extract.english.clauses import Clause, Trigger, triggers
from graph.extract.english.column_headings import column_headings
from graph.extract.english.dating import day_first, year_of
from graph.extract.english.doubts import NO_YEAR
from graph.extract.english.drafting import drafted, english_place_of
from graph.extract.english.naming import ordinal_of, read_told
from graph.extract.english.outcome import english_status
from graph.extract.english.scope import international
from graph.extract.english.told import Company, Told, tell
from graph.extract.english.words import GATHERING
from graph.extract.headers import Column, Header, read_header
from graph.extract.layout import Section
from graph.extract.measures import grid_spans, outside
from graph.extract.names import Reading
from graph.extract.places import ReadPlace, read_place
from graph.extract.ruling import barred_cells, has_bars, is_rule
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place, When
from graph.text import fold, normal

_TOKEN: Final = re.compile(r"\S+(?: \S+)*")
_RULE: Final = re.compile(r"[\s=_─—–-]*")
_YEAR: Final = re.compile(r"\s*(?P<year>(?:19|20)[0-9]{2})\s*(?:\(.{0,20}\))?\s*")
_MONTH: Final = re.compile(rf"[\s|]*(?P<month>{'|'.join(MONTH_NAMES)})[\s|:]*", re.IGNORECASE)
_DAY_ALONE: Final = re.compile(r"[0-9]{1,2}(?:\s*(?:[-–]|to|and)\s*[0-9]{1,2})?")
_PAGE: Final = re.compile(r"\s*[-– ]*(?:[Pp]age )?[0-9]{1,3}[-– ]*\s*")
_WITH_YEAR: Final = re.compile(r"[0-9]{4}")
_GOES_ON: Final = re.compile(r"(?:[-–—,]|\bto|\band)$")
_NUMBER_ALONE: Final = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)|(?:first|second|third|fourth|fifth)", re.IGNORECASE)
_PLURAL: Final = re.compile(r"\b([Ff]orum|[Mm]eeting|[Cc]onference|[Rr]oundtable|[Pp]lenar|[Aa]ssembl)(?:s|ies)\b")
_PLACE_AND: Final = re.compile(r"\b(?:and|&|\+|/)\s*(?:online|virtual\w*|remote\w*)\b", re.IGNORECASE)
_BY_WIRE: Final = re.compile(r"\b(?:video|phone|telephone|teams|zoom|webex|remote|call)\b", re.IGNORECASE)
_PLANS: Final = re.compile(
    r"\b(?:calendar(?!\s+year)|programme|program|schedule|agenda|ahead|to come)\b", re.IGNORECASE
)
_REPORTED: Final = re.compile(
    r"\b(?:report(?:s|ing)?|attended|attendance|held|participat\w+|took part|received|engagements?|summary|activities"
    r"|calendar\s+year)\b",
    re.IGNORECASE,
)
_FISCAL: Final = re.compile(r"\b(?:fiscal|financial|reporting)\s+year\b|\bFY\s?[0-9]", re.IGNORECASE)
_SLACK: Final = 2
_CAPTION_REACH: Final = 4
_LONGEST_CAPTION: Final = 100
_IN_BRACKETS: Final = re.compile(r"\([^()]{0,80}\)")
_DAY_IN_BRACKETS: Final = re.compile(r"\(([0-9]{1,2}(?:\s*[-–]\s*[0-9]{1,2})?)\)")
_HEADS: Final = 2


@dataclass
class _Row:
    """The words of each column of a row, where it stands, and its year where a line above tells it."""

    start: int
    end: int
    cells: dict[Column, str] = field(default_factory=dict)
    year: str | None = None

    def add(self, cells: dict[Column, str], line: Line) -> None:
        for column, words in cells.items():
            self.cells[column] = f"{self.cells.get(column, '')} {words}".strip()
        self.end = line.end


@dataclass(frozen=True)
class Listing:
    """A table found in the text: what stands above it, its headings, its rows; ``start`` to ``end`` of the document."""

    start: int
    end: int
    caption: str
    lead: str
    header: Header
    rows: tuple[_Row, ...]


def listings(document: Document) -> list[Listing]:
    """The tables of a document."""
    found: list[Listing] = []
    lines = tuple(outside(document.lines, grid_spans(document)))
    index = 0
    while index < len(lines):
        line = lines[index]
        raw = document.text[line.start : line.end]
        header = read_header([raw]) or column_headings(raw)
        told = header is not None and (header.barred or len(header.starts) > 1)
        rows = _rows(document, lines[index + 1 :], header) if header and told else []
        if header is not None and rows:
            start = _caption_start(document, lines[: index + 1])
            above = _above(document, lines[: index + 1]), _lead(document, lines[:index])
            found.append(Listing(start, rows[-1].end, *above, header, tuple(rows)))
            index = next((at for at, one in enumerate(lines) if one.start > rows[-1].end), len(lines))
        else:
            index += 1
    return found


def _above(document: Document, lines: Sequence[Line]) -> str:
    """The last words above a table, with those of its headings."""
    words = [normal(document.text[line.start : line.end]) for line in lines]
    return " ".join([one for one in words if one][-2:])


def _lead(document: Document, lines: Sequence[Line]) -> str:
    """The paragraph above a table, without what it says in brackets."""
    told: list[str] = []
    for line in reversed(lines):
        words = normal(document.text[line.start : line.end])
        if told and not words:
            break
        told += [words] if words else []
    return _IN_BRACKETS.sub(" ", " ".join(reversed(told)))


def _caption_start(document: Document, lines: Sequence[Line]) -> int:
    """Where the title of a table begins, a short line by itself above its headings; else where these do."""
    words = [document.text[line.start : line.end].strip() for line in lines]
    told = [at for at, one in enumerate(words[:-1]) if one][-1:]
    alone = told and (not told[0] or not words[told[0] - 1]) and len(lines) - told[0] <= _CAPTION_REACH
    if not alone or len(words[told[0]]) > _LONGEST_CAPTION or words[told[0]].endswith("."):
        return lines[-1].start
    return lines[told[0]].start


def _rows(document: Document, lines: Sequence[Line], header: Header) -> list[_Row]:
    rows: list[_Row] = []
    year: str | None = None
    month = ""
    parted = False
    for line in _below_rule(document, lines):
        raw = document.text[line.start : line.end]
        told = _YEAR.fullmatch(raw)
        above = _MONTH.fullmatch(raw)
        if told or above or _RULE.fullmatch(raw) or _PAGE.fullmatch(raw) or is_rule(raw):
            year = told["year"] if told else year
            month = above["month"] if above else month
            parted = parted or bool(above) or not raw.strip()
            continue
        cells = _barred(raw, header) if header.barred else _cells(raw, header)
        if cells is None:
            break
        cells = _of_month(_from_to(cells), month)
        cells |= {"date": _DAY_IN_BRACKETS.sub(r"\1", cells["date"])} if "date" in cells else {}
        goes_on = rows and (not cells.get("date") or _GOES_ON.search(rows[-1].cells.get("date", "")))
        if goes_on and not parted:
            rows[-1].add(cells, line)
        elif _dated(cells):
            rows.append(_Row(line.start, line.end, cells, year))
        else:
            break
        parted = False
    return rows


def _below_rule(document: Document, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a table behind the rule below its headings, which may go on for a line."""
    for at, line in enumerate(lines[:_HEADS]):
        raw = document.text[line.start : line.end]
        if raw.strip() and is_rule(raw):
            return lines[at + 1 :]
    return lines


def _from_to(cells: dict[Column, str]) -> dict[Column, str]:
    """The cells with one for the days, where a table gives the first and the last of them in two."""
    ends = [cells[one] for one in ("start", "end") if cells.get(one)]
    return {**cells, "date": " - ".join(dict.fromkeys(ends))} if ends else cells


def _of_month(cells: dict[Column, str], month: str) -> dict[Column, str]:
    """The cells, with the month of a line above where only the day is told."""
    alone = month and _DAY_ALONE.fullmatch(cells.get("date", ""))
    return {**cells, "date": f"{cells['date']} {month}"} if alone else cells


def _dated(cells: dict[Column, str]) -> bool:
    words = cells.get("date", "").rstrip(" -–—")
    return any(find_english_dates(one, DateContext(day_first=True)) for one in (words, f"{words} 2000"))


def _cells(raw: str, header: Header) -> dict[Column, str] | None:
    """The words of a line by column; None where they run across the beginning of a column, as prose does."""
    cells: dict[Column, str] = {}
    starts = header.starts
    for hit in _TOKEN.finditer(raw):
        at = max((one for one, start in enumerate(starts) if start <= hit.start() + _SLACK), default=0)
        if at + 1 < len(starts) and hit.end() > starts[at + 1] + _SLACK:
            return None
        column = header.columns[at]
        cells[column] = f"{cells.get(column, '')} {hit.group()}".strip()
    return cells


def _barred(raw: str, header: Header) -> dict[Column, str] | None:
    """The words of a line by column, parted by bars or tabs; None where none do, or too many."""
    spans = barred_cells(raw, len(header.columns)) if has_bars(raw) else []
    if not spans or len(spans) > len(header.columns):
        return None
    pairs = zip(header.columns, (raw[start:end].strip() for start, end in spans), strict=False)
    return {column: words for column, words in pairs if words}


def read_columns(found: Sequence[Listing], setting: Setting) -> Iterator[Draft]:
    """The rows that tell of engagements."""
    for number, listing in enumerate(found):
        before: When | None = None
        for row in listing.rows:
            dates = _dates(row, before, listing, setting)
            for when in dates:
                draft = _draft(row, when, listing, setting)
                if draft is not None:
                    yield replace(_as_told(draft, listing, setting), tables=frozenset({-number - 1000}))
            before = dates[-1] if dates else before


def _as_told(draft: Draft, listing: Listing, setting: Setting) -> Draft:
    """A row as its table tells of it: of plans where the words above it look ahead, else of what was; where neither
    those nor the document's time say so, it is no surer than a sentence."""
    document = setting.document
    words = f"{normal(document.title or '')} {listing.caption}"
    above = english_status(f"{normal(document.title or '')} {listing.lead}")[0]
    if draft.status == "held" and (above == "planned" or _PLANS.search(words)):
        return replace(draft, status="planned", doubts=(*draft.doubts, MIXED_STATUS))
    sure = document.published or document.period or _REPORTED.search(words)
    return replace(draft, origin="table") if sure else draft


def _dates(row: _Row, before: When | None, listing: Listing, setting: Setting) -> list[When]:
    """The days of a row; a year that it lacks is that of a line above, of the words above the table, of the title."""
    words = normal(row.cells["date"])
    if row.year and not _WITH_YEAR.search(words):
        words = f"{words} {row.year}"
    document = setting.document
    context = replace(document.dates(before), leaning=-1, day_first=day_first(setting))
    fiscal = document.period is not None and _FISCAL.search(f"{listing.lead} {listing.caption}")
    year = (
        None
        if fiscal
        else year_of(listing.lead)
        or year_of(listing.caption)
        or (None if document.published or document.period else year_of(document.title))
    )
    context = replace(context, period=year or context.period)
    return [one.when for one in find_english_dates(words, context) if one.when.precision in ("day", "month")]


def _draft(row: _Row, when: When, listing: Listing, setting: Setting) -> Draft | None:
    folded = fold(setting.document.text, row.start, row.end)
    sentence = Sentence(folded, 0, len(folded.text), Section(), -1)
    words = _words(row, listing)
    ground = english_ground(words, setting)
    told = told_by_row(words, ground)
    reading = _of_series(read_told(told, ground), row, listing, ground)
    place, call = _place(row, told, reading, ground)
    if not international(told, reading, place, ground):
        return None
    if call and reading.talk:
        reading = replace(reading, kind="conference-call")
    draft = drafted(sentence, told, (reading, when, place), ground, inherited=False)
    known = row.year or _WITH_YEAR.search(row.cells["date"]) or setting.document.period or year_of(listing.lead)
    return draft if known else replace(draft, doubts=(*draft.doubts, NO_YEAR))


def _words(row: _Row, listing: Listing) -> str:
    """What a row says of its meeting, as a line of notes would: a body alone is whom one met."""
    name = normal(row.cells.get("name", ""))
    told = triggers(name) or GATHERING.search(name) or _NUMBER_ALONE.fullmatch(name)
    name = name if told or not listing.header.counterpart else f"Meeting with {name}"
    more = [normal(row.cells[one]) for one in ("status", "bodies") if one in row.cells]
    return " ".join([name, *(f"({one})" for one in more)])


def told_by_row(words: str, setting: Setting) -> Told:
    """The words of a row, read as one clause."""
    found = triggers(words)
    noun = GATHERING.search(words)
    first = found or [Trigger(noun.start(), noun.end(), "noun") if noun else Trigger(0, 0, "noun")]
    return tell(words, Clause(0, len(words), tuple(first), (), ()), [], setting, Company())


def _of_series(reading: Reading, row: _Row, listing: Listing, setting: Setting) -> Reading:
    """A number alone is that of a meeting of the series that the words above the table name."""
    name = normal(row.cells.get("name", ""))
    if reading.series or not _NUMBER_ALONE.fullmatch(name):
        return reading
    above = _PLURAL.sub(lambda hit: hit[1] + ("y" if hit.group().endswith("ies") else ""), listing.caption)
    found = {one.id for one in setting.gazetteer.series_lexicon.find(above, setting.nearby)}
    if len(found) != 1:
        return reading
    series = found.pop()
    kind = setting.gazetteer.series[series].kind
    return replace(reading, series=series, kind=kind, ordinal=ordinal_of(name), talk=False, bodies=())


def _place(row: _Row, told: Told, reading: Reading, setting: Setting) -> tuple[Place, bool]:
    """Where a row says its meeting was, and whether it was a call; the host's place where they met in person."""
    words = normal(row.cells.get("place", ""))
    mode = _read(normal(row.cells.get("mode", "")), setting)
    read = _read(words, setting)
    if read is None and mode is not None and mode.place.mode == "in-person":
        read = _read(normal(row.cells.get("host", "")), setting)
    place = read.place if read else english_place_of(told, reading, setting)
    if read is None and _BY_WIRE.search(words):
        place = Place(mode="online")
    if place.countries and _PLACE_AND.search(words):
        place = place.model_copy(update={"mode": "hybrid"})
    elif mode is not None and mode.place.mode != "unknown":
        place = place.model_copy(update={"mode": mode.place.mode})
    return place, bool(read and read.call)


def _read(words: str, setting: Setting) -> ReadPlace | None:
    return read_place(words, setting.gazetteer) if words else None
