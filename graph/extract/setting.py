"""What words are read against: the gazetteer, the document's publisher, and what was said nearby."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import DateContext, find_dates, from_edtf
from graph.document import Document
from graph.extract.gazetteer import Gazetteer
from graph.model import When
from graph.sources.head import could_come_out, publication_date
from graph.sources.issue import closing_date
from graph.text import normal

_DEFINED: Final = re.compile(r"\(以下、?「([^「」]{2,40})」という。?\)")
_ENGLISH_DEFINED: Final = re.compile(
    r"\s*\((?:hereinafter(?: referred to as)?,?\s+|\"|“|the "
    r"|)*(?P<name>[A-Z][\w&./-]*(?: [A-Z][\w&-]*){0,2})(?:\"|”|)\)"
)
_GENERIC: Final = (
    "Commission",
    "Commissioner",
    "Office",
    "Authority",
    "Agency",
    "Board",
    "Department",
    "Committee",
    "Supervisor",
)
_KINDS: Final = ("Information", "Privacy")
_LEADING: Final = re.compile(
    r"^(?:the\s+)?(?:communiqu\S+\s+(?:of|from)\s+(?:the\s+)?)?(?:[0-9]+(?:st|nd|rd|th)\s+)?", re.IGNORECASE
)
_ON_MARGINS: Final = re.compile(r"\b(?:margins?|sidelines?|fringes?)\s+of\s+(?:the\s+)?(?:[0-9]\w+\s+)?$")
_OFFICE: Final = re.compile(r"(?:事務局|国際室|国際課|総務課|広報室).{0,12}$")
_OURSELVES: Final = re.compile(r"(?<![一-龥])当(委員会|庁)(?!の?(?:委員|長官)会)")
_HEAD_LINES: Final = 12
# Where both orders are written in English, the year comes first at home, or nobody knows who writes.
_EITHER_ORDER: Final = frozenset((None, "INT", "CA", "PH", "JP", "KR", "CN", "TW"))
_BESIDE: Final = 34
_REACH: Final = 60
_MONTH: Final = re.compile(r"(?<![0-9])[0-9]{1,2}月")
_BARE_YEAR: Final = re.compile(r"(?<![0-9./-])20[0-9]{2}(?![0-9./年-])")
_ABOUT_REACH: Final = 2000
_LAST_LINES: Final = 2
_LONGEST_SIGNATURE: Final = 40


@dataclass(frozen=True)
class Setting:
    """The ground that words stand on. ``local`` maps names that the document defines to bodies; ``about`` is the
    first day or month told with its year, or what the last line says, where the document says neither its own day nor
    a period; ``year`` is the year that the heading above is about."""

    document: Document
    gazetteer: Gazetteer
    publisher: str | None
    local: dict[str, str]
    nearby: frozenset[str] = frozenset()
    about: When | None = None
    year: When | None = None

    @property
    def home(self) -> str | None:
        """The publisher's jurisdiction."""
        body = self.gazetteer.bodies.get(self.publisher or "")
        return body.jurisdiction if body else None

    @property
    def day_first(self) -> bool | None:
        """How the publisher writes 11/06/2024 (see ``DateContext``)."""
        return None if self.home in _EITHER_ORDER else self.home != "US"

    def near(self, *texts: str) -> Setting:
        """The same ground with the jurisdictions that these normalised texts speak of."""
        found = frozenset[str]().union(*(self.gazetteer.nearby(text) for text in texts))
        return replace(self, nearby=self.nearby | found)

    def foreign(self, code: str | None) -> bool:
        """Whether a jurisdiction is not the publisher's own."""
        return code is not None and code != self.home


def setting_of(document: Document, gazetteer: Gazetteer) -> Setting:
    """The ground for a document: its publisher, and the short names that it defines for bodies."""
    publisher = publisher_of(document, gazetteer)
    ground = Setting(document, gazetteer, publisher, _local_names(document, gazetteer, publisher))
    if document.published is None and ground.day_first is not None:
        day = publication_date(document.text, document.lines, ground.day_first)
        if could_come_out(day, document.text, document.period):
            ground = replace(ground, document=replace(document, published=day))
    return replace(ground, about=_about(ground.document))


def _about(document: Document) -> When | None:
    """The date that an undated page closes with, else the first day or month that it tells with its year."""
    if document.language != "ja" or document.published or document.period:
        return None
    closing = closing_date(document.text, document.lines)
    if closing is not None:
        return closing
    text = normal(document.text[:_ABOUT_REACH])
    found = [one for one in find_dates(text, DateContext()) if one.when.precision in ("day", "month")]
    yearless = _MONTH.search(text)
    if not found or (yearless and yearless.start() < found[0].start):
        return _signed_on(document) or _title_year(document)
    return found[0].when


def _signed_on(document: Document) -> When | None:
    """The one date of the last line that is short: (令和4年), 登録:2023年12月7日; not that of an update."""
    lines = [normal(document.text[line.start : line.end]).strip() for line in document.lines]
    for words in [line for line in lines if line][-_LAST_LINES:]:
        dates = find_dates(words, DateContext())
        signature = len(words) <= _LONGEST_SIGNATURE and "更新" not in words and "。" not in words
        if len(dates) == 1 and signature:
            return dates[0].when
    return None


def _title_year(document: Document) -> When | None:
    """The one year that the title names: 令和5年度の活動, 週間2023への参加."""
    title = normal(document.title or "")
    dates = find_dates(title, DateContext())
    if len(dates) == 1 and dates[0].when.precision in ("year", "fiscal-year"):
        return dates[0].when
    bare = set(_BARE_YEAR.findall(title))
    return from_edtf(bare.pop()) if len(bare) == 1 and not dates else None


def publisher_of(document: Document, gazetteer: Gazetteer) -> str | None:
    """The body that published a document: as given, else as it signs itself, else the first it names."""
    if document.publisher:
        return document.publisher
    signed = gazetteer.authority(document.publisher_words) or _signed(document, gazetteer)
    if signed:
        return signed
    if document.language != "ja":
        return _english_publisher(document, gazetteer)
    head = normal(document.text[:2000])
    named = [one for one in gazetteer.find_bodies(head, frozenset()) if one.id in gazetteer.bodies]
    speaking = [one.id for one in named if head.startswith("は、", one.end)]
    home = [one.id for one in named if gazetteer.bodies[one.id].jurisdiction == "JP"]
    ourselves = _ourselves(document.text, gazetteer)
    return next(iter([*(one for one in speaking if one in home), *ourselves, *home, *speaking]), None)


def _ourselves(text: str, gazetteer: Gazetteer) -> list[str]:
    """The one body at home that can call itself 当委員会, where the document does."""
    said = {match[1] for match in _OURSELVES.finditer(text)}
    fitting = [
        body.id
        for body in gazetteer.bodies.values()
        if body.jurisdiction == "JP" and any((body.name.ja or "").endswith(noun) for noun in said)
    ]
    return fitting if len(fitting) == 1 else []


def _signed(document: Document, gazetteer: Gazetteer) -> str | None:
    """The body whose secretariat or division signs on a line of the head: 個人情報保護委員会事務局国際室."""
    for line in document.lines[:_HEAD_LINES] if document.language == "ja" else ():
        words = _OFFICE.sub("", normal(document.text[line.start : line.end]))
        signed = gazetteer.authority(words)
        if signed:
            return signed
    return None


def _english_publisher(document: Document, gazetteer: Gazetteer) -> str | None:
    """A network whose forum the title is about; else a body that a line of the head is, with little beside it;
    else the body named first."""
    network = _network(normal(document.title or ""), gazetteer)
    if network is not None:
        return network
    lines = [normal(document.text[line.start : line.end]) for line in document.lines[:_HEAD_LINES]]
    for words in lines:
        found = [one for one in gazetteer.find_bodies(words, frozenset()) if one.id in gazetteer.bodies]
        if len(found) == 1 and len(words) - (found[0].end - found[0].start) <= _BESIDE:
            return found[0].id
    opening = normal(document.text[:3000])
    named = gazetteer.find_bodies(opening, gazetteer.nearby(opening))
    return next((one.id for one in named if not _ON_MARGINS.search(opening[: one.start])), None)


def _network(title: str, gazetteer: Gazetteer) -> str | None:
    """The network that issues a communiqué of its own forum."""
    plain = _LEADING.sub("", title)
    series = [one for one in gazetteer.series_lexicon.find(plain) if one.start == 0]
    convened = [body for one in series for body in gazetteer.series[one.id].convened_by]
    known = [gazetteer.bodies[body] for body in convened if body in gazetteer.bodies]
    networks = [body.id for body in known if body.jurisdiction == "INT"]
    return networks[0] if len(networks) == 1 else None


def _local_names(document: Document, gazetteer: Gazetteer, publisher: str | None) -> dict[str, str]:
    """Short names that the document defines itself: X（以下「Y」という。）, where X is a known body."""
    text = normal(document.text)
    if document.language != "ja":
        return _english_names(text, gazetteer, publisher)
    local: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        ending = [m for m in gazetteer.find_bodies(before, frozenset()) if m.end == len(before)]
        if ending:
            local[match[1]] = ending[0].id
    body = gazetteer.bodies.get(publisher or "")
    if body is not None and body.name.ja and publisher:
        own = next((end for end in ("委員会", "機関", "庁", "局") if body.name.ja.endswith(end)), None)
        local = {f"当{own}": publisher, own: publisher, **local} if own else local
    return {name: body_id for name, body_id in local.items() if len(name) >= len("委員会") or name.startswith("当")}


def _english_names(text: str, gazetteer: Gazetteer, publisher: str | None) -> dict[str, str]:
    """Short names of an English document: those it defines, and the Commission or the Office for its publisher."""
    local: dict[str, str] = {}
    for one in gazetteer.find_bodies(text, gazetteer.nearby(text)):
        defined = _ENGLISH_DEFINED.match(text, one.end)
        if defined is not None and gazetteer.authority(defined["name"]) is None:
            local.setdefault(defined["name"], one.id)
    body = gazetteer.bodies.get(publisher or "")
    if body is not None and publisher:
        words = (body.name.en or "").replace("'s", "").split()
        for noun in (one for one in _GENERIC if one in words):
            kind = words[words.index(noun) - 1] if words.index(noun) else ""
            for name in (noun, f"{kind} {noun}" if kind in _KINDS else noun):
                local |= {f"the {name}": publisher, f"The {name}": publisher}
        bare = re.sub(r"\s*\([^()]*\)", "", body.name.en or "")
        if bare != body.name.en and len(bare.split()) > 2:
            local[bare] = publisher
        if body.short_name:
            local.setdefault(f"the {body.short_name}", publisher)
    return local
