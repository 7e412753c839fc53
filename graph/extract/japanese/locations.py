"""Where a sentence says that a meeting took place: a place, a way of meeting, or the home of whom one visited."""

from __future__ import annotations

import re
from typing import Final

from graph.extract.bodies import Named
from graph.extract.gazetteer import Gazetteer
from graph.extract.japanese.company import came
from graph.extract.japanese.phrases import HEAD
from graph.extract.japanese.stretches import FINITE, Stretch
from graph.extract.places import cities_in, read_place
from graph.extract.setting import Setting
from graph.model import Place

_IN_BRACKET: Final = re.compile(r"、(?P<place>[^()、]{1,20})\)")
_WHERE: Final = re.compile(
    r"(?P<tail>(?:市内|市|都内|都|州|内|会場|(?:連邦)?共和国|連合?王国|合衆国|連邦)?(?:\([^()]{1,12}\))?)(?:・[一-龥ァ-ヶー]{1,8}(?=[のにで]))?"
    r"(?:の[^、。はが]{1,24}?(?=において|にて))?(?:の[^、。はが]{0,16}?(?:本部|本庁|庁舎|事務所|会議場|会館|会場|ホテル|大使館|代表部|センター|大学)(?=で|において|にて))?"
    r"(?P<by>で|と(?=オンライン)|に(?=集|会し|参集)|にお(?:いて|きまして)|にて|に於いて|を訪問|に(?:派遣|出張|渡航|赴|移動|移り|移って)|へ(?:派遣|出張|渡航|赴|移動|移り|移って))"
)
_LISTED: Final = re.compile(r"(?:(?:連邦)?共和国|連合?王国|合衆国|連邦)?(?:\([^()]*\))?(?:・|の|、|及び|並びに)?")
_SHORT: Final = 24
_ONLINE_HEAD: Final = re.compile(r"^(?:電話|ウェブ|WEB|テレビ|ビデオ|オンライン)(?:会議|会合|会談)$")


def place_of(text: str, told: tuple[Stretch, int], bodies: tuple[Named, ...], setting: Setting) -> Place:
    """Where the meeting of a stretch took place: as its words say, else at home with whoever was visited.

    ``told`` is the stretch and where the meeting's name ends, behind which its place may stand in brackets.
    """
    part, end = told
    bracket = _IN_BRACKET.match(text, part.date.end)
    inside = read_place(bracket["place"], setting.gazetteer) if bracket else None
    if inside is not None:
        return inside.place
    bracketed = _bracketed(text, end, setting)
    above = part.heading if part.heading != Place() else None
    place = above or bracketed or _behind_date(text, part, setting) or location(text, part.start, part.end, setting)
    if place is None and not FINITE.search(text, part.start, part.end):
        place = location(text, part.end, len(text), setting)
    if place is not None:
        return place
    visited = re.search(r"(?<!委員会)(?<!事務局)を[^。、]{0,6}訪問", text[part.start :])
    homes = [
        setting.gazetteer.bodies[b.authority].jurisdiction for b in bodies if b.authority in setting.gazetteer.bodies
    ]
    if visited and len(homes) == 1 and setting.foreign(homes[0]) and homes[0] not in ("INT", "EU"):
        return Place(country=homes[0], countries=(homes[0],), mode="in-person")
    if came(text[part.start : part.end], bodies) and setting.home:
        return Place(country=setting.home, countries=(setting.home,), mode="in-person")
    return Place()


def _behind_date(text: str, part: Stretch, setting: Setting) -> Place | None:
    """平成30年12月３日、ニュージーランド・ウェリントン。: the place that stands behind the date, with nothing else."""
    words = text[part.start : part.end].strip("、。 ")
    read = read_place(words, setting.gazetteer) if 0 < len(words) <= _SHORT else None
    return read.place if read is not None and read.whole else None


def _bracketed(text: str, end: int, setting: Setting) -> Place | None:
    """The place in the bracket that a name ends in or is followed by: …との合同会合（東京）."""
    inside = re.search(r"\(([^()]{1,24})\)$", text[:end]) or re.match(r"\(([^()]{1,24})\)", text[end:])
    reads = [read_place(words, setting.gazetteer) for words in re.split("[、,]", inside[1])] if inside else []
    return next((read.place for read in reads if read is not None and read.whole), None)


def location(text: str, start: int, end: int, setting: Setting) -> Place | None:
    """Where ``text[start:end]`` says that it took place: 東京で, パリ（フランス）において."""
    window = text[start:end]
    gazetteer = setting.gazetteer
    spans = [
        (one.start, one.end) for one in (*cities_in(window, gazetteer), *gazetteer.jurisdiction_lexicon.find(window))
    ]
    found: list[tuple[int, int, int]] = []
    for first, last in sorted(spans):
        where = _WHERE.match(window, last)
        if where is not None and found and first < where.end() and found[-1][2] == where.end():
            found[-1] = (first, where.end("tail"), where.end())
        elif where is not None:
            found.append((first, where.end("tail"), where.end()))
    at = re.search(r"\(?於[:は]?\s*", window)
    if at and not found:
        inside = re.match(r"[^()、。]{1,24}", window[at.end() :])
        read = read_place(inside.group(), gazetteer) if inside else None
        return read.place if read else None
    if found:
        first, last, _ = found[0]
        lead = _lead(window, first, spans)
        read = read_place(window[lead:last], gazetteer)
        if read is not None:
            return _held_online(read.place, window, gazetteer)
    read = read_place(_online(window) or _online_head(window), gazetteer)
    return read.place if read is not None else None


def _lead(window: str, first: int, spans: list[tuple[int, int]]) -> int:
    """Where the list of places begins that ends before ``first``: 米国、英国、フランス及びドイツを訪問."""
    lead = first
    for start, end in sorted(spans, reverse=True):
        if end <= lead and _LISTED.fullmatch(window[end:lead]):
            lead = start
    return lead


def _held_online(place: Place, window: str, gazetteer: Gazetteer) -> Place:
    """The place with the way of meeting that the words give beside it: シンガポールで…オンライン形式により."""
    read = read_place(_online(window), gazetteer)
    return place if read is None else place.model_copy(update={"mode": read.place.mode})


def _online_head(window: str) -> str:
    """電話会談を行った, ウェブ会議を行った: the noun of the talk says how it was held."""
    return next((head.group() for head in HEAD.finditer(window) if _ONLINE_HEAD.match(head.group())), "")


def _online(window: str) -> str:
    found = re.search(
        r"対面(?:及び|と|・|又は|並びに)オンライン(?:の?(?:併用|ハイブリッド))?"
        r"|(?<=\()(?:オンライン|ウェブ会議|テレビ会議|電話会議|ハイブリッド)(?:開催|形式|方式)?(?=[)、])"
        r"|(?:ウェブ|オンライン|WEB)開催|ハイブリッド(?:形式|開催|方式)|(?:オンライン|ウェブ会議)(?:を|の)?併用|(?:オンライン|対面)(?:との|及び(?:オンライン|対面)の?)?併用|(?:オンライン(?:会議)?|ウェブ会議|リモート(?:会議)?|(?:WEB|Web|web)会議|テレビ会議|電話会議|電話|ビデオ会議"
        r"|バーチャル)(?:形式|方式)?(?=で|により|にて|による|を通じ|に変更|に切り替え|として)",
        window,
    )
    return found.group() if found else ""
