"""What a document says of itself in its head: language, title, day of publication, publisher, period."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Final

from graph.dates import DateContext, between, find_dates, find_english_dates
from graph.document import Document, Grid, Line
from graph.english_dates_figures import order_of
from graph.model import When
from graph.sources.headline import headline
from graph.sources.issue import day_of_issue
from graph.text import fold, normal

_HEAD_LINES: Final = 40
_HEAD_CHARACTERS: Final = 4000
_TITLE_REACH: Final = 120
_LONGEST_TITLE: Final = 300
_LONGEST_MARK: Final = 80
_LONGEST_HEAD_LINE: Final = 240
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_BODY: Final = re.compile(r".{1,30}(?:委員会|庁|省|局|機関|当局|事務局|機構|協会)")
_PUBLISHING: Final = re.compile(
    r"(?:(?:press|news|media) (?:release|article|statement)|joint statement|news|statement|speech)\s*[-–—:|]?\s*$"
    r"|(?:date\s+of\s+)?(?:published|publication|issued?|posted|released?)(?:\s+(?:date|on))?\s*:?",
    re.IGNORECASE,
)
_FIELDS: Final = re.compile(r"\s*[|｜·•]\s*")
_ROW: Final = re.compile(r"[|｜│┃].*[|｜│┃]$")
_DATELINE: Final = re.compile(r"^[A-Z][A-Za-zÀ-ÿ.' -]{1,30}(?:,\s+[A-Z][A-Za-z.]{1,20})?\s*[,(–—-]\s*$")
_SIGNED: Final = re.compile(r"^[\s　]*[^\s　。、]{1,30}(?:委員会|事務局|庁|省|機関)[\s　]*$")
_OTHER_DAY: Final = re.compile(
    r"更新|開催|日時|期日|会期|日程|実施|施行|updated|modified|held|venue|when", re.IGNORECASE
)
_NEAR_PERIOD: Final = re.compile(r"半期|年度|期間|における|対象")
_FROM: Final = re.compile(r"自\s*$")
_TO: Final = re.compile(r"\s*、?至\s*")
# The last words of a sentence that began in the line above.
_END: Final = re.compile(r"\b(?:19|20)[0-9]{2}\.$")
# Annual Report 2023/24; Activity report for 2019.
_YEARLY: Final = re.compile(
    r"\b(?:annual|yearly|activity)\s+report(?:\s+(?:of|for|on)(?:\s+[a-z]+){0,3})?\s+"
    r"(?P<year>(?:19|20)[0-9]{2})(?:\s?[/–-]\s?(?P<last>(?:20)?[0-9]{2}))?(?![0-9/-])",
    re.IGNORECASE,
)
_YEARLY_REACH: Final = 400
_SHORTEST_PERIOD: Final = 27
# A consultation may be open for a month or two; what a report covers is longer.
_SHORTEST_ENGLISH: Final = 80


@dataclass(frozen=True)
class Told:
    """What is known of a document beside its words.

    ``publisher`` and ``published`` come from the caller and win over everything; the other fields come
    from the file's own markup and win over what its words seem to say.
    """

    publisher: str | None = None
    published: date | None = None
    title: str | None = None
    language: str | None = None
    publisher_words: str | None = None
    marked: date | None = None
    paragraphs: bool = False


@dataclass(frozen=True)
class Content:
    """The words of a document with its lines and ruled tables; ``text[line.start:line.end]`` is a line."""

    text: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()


_COLUMN: Final = re.compile(r"(?:開催|実施|訪問|出席)(?:年月日|年月|日時|時期|日|月)|年月日|日程|日付|月日|Date|Dates")
_MARKED: Final = re.compile(r"\s*(?:[Dd]ate|[Pp]ublished|[Pp]osted)(?:\s+on)?\s*:?\s+(?=[0-9A-Z])")
_OPENING: Final = re.compile(
    r"(?:[A-Z][\w .,'()-]{2,40}?(?:,\s+|\s*\())?[A-Z0-9][\w .,]{7,20}\s*(?:[-–—:]|\)\s*[-–—:.])\s+(?=[\"“A-Z])"
)


def document_of(data: bytes, name: str, content: Content, told: Told) -> Document:
    """The document in ``data`` as it was read, with what it says of itself."""
    text = content.text
    head = [line for line in content.lines if text[line.start : line.end].strip()][:_HEAD_LINES]
    published = told.published or told.marked or publication_date(text, head)
    period = _period(text, published)
    if not (told.published or told.marked) and not could_come_out(published, text, period):
        published = None
    return Document(
        slug=slug_of(name, data),
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        lines=content.lines,
        language=told.language or language_of(text),
        title=told.title or _title(text, head),
        publisher=told.publisher,
        publisher_words=_publisher_words(text, head) or told.publisher_words,
        published=published,
        period=period,
        grids=content.grids,
        paragraphs=told.paragraphs,
    )


def could_come_out(day: date | None, text: str, period: When | None) -> bool:
    """Whether a day that a report's words seem to give may be that on which it came out: after what it covers."""
    if day is None or day < _earliest_issue(text):
        return False
    return period is None or not period.earliest <= day < period.latest


def _earliest_issue(text: str) -> date:
    """The month before which an annual report, named by its year or years in the head, cannot have come out."""
    named = _YEARLY.search(normal(text[:_YEARLY_REACH]))
    if named is None:
        return date.min
    year = int(named["year"])
    last = year // 100 * 100 + int(named["last"][-2:]) if named["last"] else year
    return date(last, 1 if last == year + 1 else 12, 1)


def slug_of(name: str, data: bytes) -> str:
    """An ASCII slug from the file name's stem; from the content where the name has no ASCII letter."""
    stem = normal(Path(name).stem).casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")
    return slug if re.search(r"[a-z]", slug) else f"document-{hashlib.sha256(data).hexdigest()[:12]}"


def language_of(text: str) -> str:
    """``"ja"`` where at least a tenth of the first pages is kana and kanji, else ``"en"``."""
    sample = text[:20_000].strip()
    return "ja" if len(_JAPANESE.findall(sample)) * 10 >= len(sample) else "en"


def _title(text: str, head: Sequence[Line]) -> str | None:
    """The headline of an English document, else its first line."""
    found = headline([text[line.start : line.end] for line in head]) if language_of(text) == "en" else None
    if found is not None:
        return normal(found)[:_LONGEST_TITLE]
    return normal(text[head[0].start : min(head[0].end, head[0].start + 2000)])[:_LONGEST_TITLE] if head else None


def publication_date(text: str, lines: Sequence[Line], day_first: bool | None = None) -> date | None:
    """The day that stands alone on a line of the head; ``day_first`` as in ``DateContext``."""
    head = [line for line in lines if text[line.start : line.end].strip()][:_HEAD_LINES]
    order = order_of(text)
    context = DateContext(day_first=day_first if order is None else order)
    for index, line in enumerate(head):
        words = text[line.start : line.end].strip()
        if _COLUMN.fullmatch(words):
            return None
        if words.endswith(".") and index and line.number - head[index - 1].number == 1 and _END.search(words):
            continue
        # News article | 20 June 2024 | 2 min read
        fields = [words] if _ROW.match(words) or _in_table(words, head, index, text) else _FIELDS.split(words)
        for field in fields if len(words) <= _LONGEST_HEAD_LINE else ():
            if len(field) > _LONGEST_MARK:
                continue
            found = find_dates(field, context) or find_english_dates(field, context)
            if len(found) != 1 or not _alone(field[: found[0].start], field[found[0].end :]):
                continue
            if "/" in found[0].when.edtf:  # Days of a meeting, or what a report covers: no day that it came out.
                continue
            if found[0].when.precision in ("day", "month"):
                return found[0].when.earliest if found[0].when.precision == "day" else None
    return _dateline(text, head) or day_of_issue(text, lines)


def _in_table(words: str, head: Sequence[Line], index: int, text: str) -> bool:
    """Whether a line is a row: the line before or behind it is parted by as many bars."""
    bars = words.count("|")
    beside = (head[at] for at in (index - 1, index + 1) if 0 <= at < len(head))
    return bars > 0 and any(text[line.start : line.end].count("|") == bars for line in beside)


def _dateline(text: str, head: Sequence[Line]) -> date | None:
    """The day with which a press text opens: Seoul, 27 June 2024 - The Chairperson…; none where a list of days does."""
    found = [when for line in head if (when := _opening_day(text[line.start : line.end])) is not None]
    return found[0] if len(found) == 1 else None


def _opening_day(words: str) -> date | None:
    marked = _MARKED.match(words)
    found = find_dates(words[marked.end() : marked.end() + _LONGEST_MARK], DateContext()) if marked else []
    if found and found[0].start == 0 and found[0].when.precision == "day":
        return found[0].when.earliest
    lead = _OPENING.match(words)
    found = find_english_dates(lead.group()) if lead else []
    return found[0].when.earliest if len(found) == 1 and found[0].when.precision == "day" else None


def _alone(before: str, after: str) -> bool:
    """Whether the date is the whole line but for brackets and words such as 公表 or Published.

    A line that names the day of a meeting or of an update is no day of publication.
    """
    before, after = _DATELINE.sub("", before), _SIGNED.sub("", after)
    if _FROM.search(before) or _TO.search(before):
        return False
    return len(_PUBLISHING.sub("", before) + after) <= 8 and not _OTHER_DAY.search(before + after)


def _publisher_words(text: str, head: Sequence[Line]) -> str | None:
    """The body that stands alone on a line of the head, as a signature does."""
    for line in head:
        if line.end - line.start <= _LONGEST_MARK and _BODY.fullmatch(words := normal(text[line.start : line.end])):
            return words
    return None


def _period(text: str, published: date | None) -> When | None:
    """What the report covers: a fiscal half or year named in its head, or an interval beside such words."""
    head = fold(text, 0, min(len(text), _HEAD_CHARACTERS)).text
    found = find_dates(head, DateContext(published=published))
    years = [one.when for one in found if one.when.precision == "fiscal-year" and one.start < _TITLE_REACH]
    halves = [one for one in found if one.when.precision == "fiscal-half"]
    # 上半期 alone may be a part of the year that the title names.
    named = [one.when for one in halves if not years or "年" in head[one.start : one.end]]
    if named:
        return named[0]
    for one in found:
        around = head[max(0, one.start - 20) : one.end + 12]
        if "/" in one.when.edtf and _long(one.when) and _NEAR_PERIOD.search(around):
            return one.when
    for one, other in pairwise(found):
        if _FROM.search(head[: one.start]) and _TO.fullmatch(head, one.end, other.start):
            return between(one.when.edtf, other.when.edtf, head[one.start : other.end])
    told = [one.when for one in find_english_dates(head) if one.when.precision == "day"]
    covered = [one for one in told if (one.latest - one.earliest).days >= _SHORTEST_ENGLISH]
    return next(iter((*years, *covered)), None)


def _long(when: When) -> bool:
    """Whether days are as many as a report covers; a meeting is over sooner."""
    return when.precision == "day" and (when.latest - when.earliest).days >= _SHORTEST_PERIOD
