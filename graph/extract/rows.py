"""A row of a table of meetings, its cells known: what it tells as a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.extract.bodies import Named, named_bodies
from graph.extract.draft import Draft
from graph.extract.names import Reading, kind_words, meeting_kind, read_name
from graph.extract.places import ReadPlace, read_place
from graph.extract.setting import Setting
from graph.extract.status import read_note, read_status, without_status
from graph.model import Evidence, Participant, Place, When
from ontology.terms import Kind

SEVERAL_DATES: Final = "one row names several dates / 一行に複数の日付がある"
UNKNOWN_PLACE: Final = "place not known / 場所が未登録"
_VISIT: Final = re.compile(r"訪問|来訪|来日|表敬")
_DIVISION: Final = re.compile(r"(?:局|部|課|室|係|官房)(?:次?長|職員)?$")
_INTERNATIONAL: Final = re.compile(
    r"国際(?:会議|会合)|[多二]国間|海外|外国|international|multilateral|bilateral", re.IGNORECASE
)
_BRACKET: Final = re.compile(r"\(([^()]{1,16})\)$")
NOTHING: Final = re.compile(r"[-ー－―—–/\s]*")


@dataclass(frozen=True)
class Cells:
    """The words of a row's cells. ``name`` is as written, rejoined; all others are normalised.

    ``counterpart`` says that the name column holds whom one talked with, not what the meeting is called; ``home`` is
    the country of the counterpart, where a column gives it; ``sort`` what sort of meeting a column calls it.
    """

    name: str
    words: str
    place: str = ""
    status: str = ""
    note: str = ""
    bodies: str = ""
    host: str = ""
    counterpart: bool = False
    home: str = ""
    sort: str = ""


def row_draft(cells: Cells, when: When, evidence: Evidence, table: tuple[int, str], setting: Setting) -> Draft | None:
    """The draft that a row tells of one date; ``table`` is its number and caption. None for a domestic event."""
    cells = _with_home(cells, setting)
    reading = _reading(cells, setting)
    others = tuple(_others(cells, setting))
    reading = _with_others(reading, others, setting)
    place_words = _there(cells, reading, setting)
    read = read_place(place_words, setting.gazetteer) if place_words else None
    place = read.place if read else Place()
    abroad = any(_abroad(code, setting) for code in place.countries) or place_words.startswith("各国")
    if not (reading.international or abroad or _foreign(others, setting) or _INTERNATIONAL.search(cells.sort)):
        return None
    number, caption = table
    status = read_note(cells.note) or read_status(cells.status, when, setting.document.published)
    return Draft(
        name=cells.name,
        words=cells.words,
        when=when,
        place=place,
        reading=reading,
        kind="conference-call" if read and read.call else _kind(reading, cells),
        status=status,
        evidence=(evidence,),
        origin="table",
        tables=frozenset({number}),
        caption=caption,
        participants=others,
        doubts=(UNKNOWN_PLACE,) if place_words and not _understood(read) else (),
    )


def _abroad(code: str, setting: Setting) -> bool:
    """Whether a country is another; a Japanese text whose publisher is not known is from Japan."""
    home_unknown = setting.home is None and setting.document.language == "ja"
    return setting.foreign(code) and not (home_unknown and code == "JP")


def _there(cells: Cells, reading: Reading, setting: Setting) -> str:
    """The words of the place; 現地 is where the name says in brackets, else the home of the one body of the name."""
    said = _BRACKET.search(cells.words)
    bracket = read_place(said[1], setting.gazetteer) if said else None
    if cells.place != "現地":
        place = "" if NOTHING.fullmatch(cells.place) else without_status(cells.place)
        return said[1] if said and bracket and _closer(bracket, place, setting) else place
    if said and bracket:
        return said[1]
    known = setting.gazetteer.bodies
    homes = {known[one.authority].jurisdiction for one in reading.bodies if one.authority in known}
    names = [setting.gazetteer.jurisdictions[home].ja or "" for home in homes - {"INT", "EU"}]
    return names[0] if len(names) == 1 else ""


def _closer(bracket: ReadPlace, place: str, setting: Setting) -> bool:
    """Whether what a name says in brackets (a town, online) tells more of the place than its column does."""
    if not bracket.whole or bracket.place.mode == "unknown":
        return False
    read = read_place(place, setting.gazetteer) if place else None
    if read is not None and (read.place.city or read.place.mode != "in-person"):
        return False
    return bool(bracket.place.city) or (bracket.place.mode == "online" and not bracket.place.countries)


def _kind(reading: Reading, cells: Cells) -> Kind:
    """A talk whose way of meeting is 訪問 or 来訪 is a visit."""
    return "visit" if reading.kind == "bilateral-meeting" and _VISIT.search(cells.place) else reading.kind


def _with_home(cells: Cells, setting: Setting) -> Cells:
    """A counterpart that is known only by its country, which another column gives: 米国 beside 連邦取引委員会."""
    if not cells.counterpart or read_name(cells.words, setting).bodies:
        return cells
    words = f"{cells.home}{cells.words}"
    if cells.home and read_name(words, setting).bodies:
        return replace(cells, name=f"{cells.home}{cells.name}", words=words)
    return cells


def _reading(cells: Cells, setting: Setting) -> Reading:
    """What the name says; a name that is only whom one talked with (英国情報コミッショナー事務局) is a talk."""
    reading = read_name(cells.words, setting)
    if not cells.counterpart or reading.series or kind_words(cells.words):
        return reading
    if not reading.bodies:
        return _with_country(reading, cells, setting)
    english = cells.words.isascii()
    talk = read_name(f"Meeting with {cells.words}" if english else f"{cells.words}との会談", setting)
    return replace(talk, bodies=talk.bodies or reading.bodies, talk=True)


def _with_country(reading: Reading, cells: Cells, setting: Setting) -> Reading:
    """A talk with somebody who is known only by the country: by that of the name, or of the column of countries."""
    told = (mention.id for mention in setting.gazetteer.jurisdiction_lexicon.find(cells.home))
    countries = reading.countries or frozenset(code for code in told if _abroad(code, setting))
    if not countries:
        return reading
    return replace(reading, kind=meeting_kind(countries), countries=countries, talk=True, international=True)


def _with_others(reading: Reading, others: tuple[Participant, ...], setting: Setting) -> Reading:
    """A meeting whose name says not with whom is bilateral or more by its column of participants."""
    if reading.bodies or reading.series or reading.kind not in ("bilateral-meeting", "multilateral-meeting"):
        return reading
    known = setting.gazetteer.bodies
    homes = {known[one.authority].jurisdiction for one in others if one.authority in known}
    countries = frozenset(code for code in homes if setting.foreign(code))
    return replace(reading, countries=countries, kind=meeting_kind(countries)) if countries else reading


def _others(cells: Cells, setting: Setting) -> list[Participant]:
    """The bodies of the columns of participants and of hosts."""
    ground = setting.near(cells.words, cells.bodies, cells.host, cells.place)
    hosts = [body.as_participant("organiser") for body in named_bodies(cells.host, ground) if _known(body)]
    took_part = [
        body.as_participant("participant") for body in named_bodies(cells.bodies, ground) if not _inner(body, ground)
    ]
    return [*hosts, *took_part]


def _inner(body: Named, setting: Setting) -> bool:
    """Whether an unknown body is a division (国際戦略局) of no country that is named: one of the publisher's own."""
    own = body.authority is None and _DIVISION.search(body.label)
    return bool(own) and not setting.gazetteer.jurisdiction_lexicon.find(body.label)


def _known(body: Named) -> bool:
    return body.authority is not None


def _foreign(participants: tuple[Participant, ...], setting: Setting) -> bool:
    known = setting.gazetteer.bodies
    return any(
        one.authority is None or setting.foreign(known[one.authority].jurisdiction)
        for one in participants
        if one.authority is None or one.authority in known
    )


def _understood(read: ReadPlace | None) -> bool:
    return read is not None
