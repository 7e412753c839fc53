"""Titles in both languages: Japanese as the document names the event, English composed from what is known."""

from __future__ import annotations

import re
from typing import Final

from graph.dates import era
from graph.extract.draft import Draft
from graph.extract.gazetteer import Gazetteer
from graph.model import Participant, Text, When
from ontology.terms import Kind

_NOUNS: Final[dict[Kind, str]] = {
    "bilateral-meeting": "Meeting",
    "trilateral-meeting": "Trilateral meeting",
    "multilateral-meeting": "Multilateral meeting",
    "plenary": "Plenary meeting",
    "forum": "Forum",
    "conference": "Conference",
    "workshop": "Workshop",
    "seminar": "Seminar",
    "roundtable": "Roundtable",
    "visit": "Visit",
    "conference-call": "Conference call",
    "awareness-campaign": "Awareness campaign",
    "signing": "Signing",
}
_JAPANESE_NOUNS: Final[dict[Kind, str]] = {
    "bilateral-meeting": "との会談",
    "conference-call": "との電話会議",
    "signing": "との署名",
}
_LATIN: Final = re.compile(r"[A-Z][A-Za-z'&-]+(?:[ 　]+(?:[A-Za-z0-9'&-]+)){1,}")
_TRAILING: Final = re.compile(r"\s*\((?:annual conference)\)$")
_HEAD: Final = re.compile(r"(?:会談|面談|面会|懇談|意見交換|対話|協議|会合|電話会議|テレビ会議|署名)(?=[^ぁ-ん]*$)")
_MEETING: Final = re.compile(
    r"meeting|forum|conference|workshop|seminar|summit|session|dialogue|roundtable|week|congress|assembly|programme|"
    r"mission|review$|talks|council",
    re.IGNORECASE,
)
_COMMON: Final = frozenset({"Plenary", "Expert", "Volunteer", "Review", "Annual", "Periodic", "Roundtable", "Meeting"})
_WHERE: Final = re.compile(r"[（(]於[:：は].*[）)]$")
_TEENS: Final = (11, 12, 13)
_SHORT: Final = 8


def title(draft: Draft, participants: tuple[Participant, ...], gazetteer: Gazetteer, language: str = "ja") -> Text:
    """The title of an event in both languages: one as the document words it, the other composed."""
    ja = japanese_title(draft) if language == "ja" else composed_japanese(draft, gazetteer)
    return Text(en=english_title(draft, participants, gazetteer), ja=ja)


def composed_japanese(draft: Draft, gazetteer: Gazetteer) -> str | None:
    """第51回…フォーラム, …との会談, …訪問; None where neither series nor all partners have a Japanese name."""
    reading = draft.reading
    series = gazetteer.series.get(reading.series or "")
    if series is not None and series.name.ja and not (reading.talk and reading.bodies):
        number = f"第{reading.ordinal}回" if reading.ordinal else ""
        return f"{number}{series.name.ja}"
    names = [gazetteer.bodies[b.authority].name.ja for b in reading.bodies if b.authority in gazetteer.bodies]
    if not names or len(names) < len(reading.bodies) or not all(names):
        return None
    listed = "、".join(filter(None, names))
    if draft.kind == "visit":
        came = any(one.role == "visitor" and one.authority == reading.bodies[0].authority for one in draft.participants)
        return f"{listed}の来訪" if came else f"{listed}訪問"
    return f"{listed}{_JAPANESE_NOUNS.get(draft.kind, 'との会合')}"


def japanese_title(draft: Draft) -> str:
    """The name as written; talks told in prose are named by their partners."""
    labels = "、".join(body.label for body in draft.reading.bodies)
    if draft.origin == "prose" and draft.reading.kind == "visit" and labels:
        came = any(
            one.role == "visitor" and one.authority == draft.reading.bodies[0].authority for one in draft.participants
        )
        return f"{labels}の来訪" if came else f"{labels}訪問"
    head = _HEAD.search(draft.words)
    if draft.origin == "prose" and draft.reading.talk and labels and head:
        posts = "、".join(body.label + ((body.post.ja or "") if body.post else "") for body in draft.reading.bodies)
        return f"{posts}との{head.group()}"
    if len(draft.words) <= _SHORT and labels and labels not in draft.words:
        return f"{labels}の{draft.name}"
    return _WHERE.sub("", draft.name)


def english_title(draft: Draft, participants: tuple[Participant, ...], gazetteer: Gazetteer) -> str:
    """``51st … Forum``, ``Meeting with … (February 2019)``, ``Visit to … (July 2019)``."""
    reading = draft.reading
    series = gazetteer.series.get(reading.series or "")
    name = _TRAILING.sub("", (series.name.en or "") if series else "")
    if name and reading.ordinal:
        return f"{ordinal(reading.ordinal)} {_numbered(name, draft.kind)}"
    if name and not (reading.talk and reading.bodies):
        year = draft.when.earliest.year
        return name if str(year) in name else f"{name} {year}"
    if reading.bodies and (reading.talk or reading.kind == "visit"):
        return f"{_talk(draft)} {_listed(draft, gazetteer)} ({_brief(draft.when)})"
    latin = _LATIN.search(draft.words)
    if latin is not None:
        return latin.group().strip()
    return _plain(draft, gazetteer)


def _numbered(name: str, kind: Kind) -> str:
    """A series' name behind an ordinal: a group that has no word for its meetings is given one."""
    first, _, rest = name.partition(" ")
    plain = f"{first.lower()} {rest}" if first in _COMMON else name
    if _MEETING.search(name):
        return plain
    return f"{_NOUNS[kind].lower()} of the {plain}" if kind == "conference-call" else f"meeting of the {plain}"


def ordinal(count: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if count % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _talk(draft: Draft) -> str:
    if draft.reading.kind == "visit":
        came = any(p.role == "visitor" and p.authority == draft.reading.bodies[0].authority for p in draft.participants)
        return "Visit by" if came else "Visit to"
    return f"{_NOUNS[draft.kind]} with"


def _listed(draft: Draft, gazetteer: Gazetteer) -> str:
    names = []
    for body in draft.reading.bodies:
        known = gazetteer.bodies.get(body.authority or "")
        names.append((known.name.en if known else None) or body.label)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _plain(draft: Draft, gazetteer: Gazetteer) -> str:
    """``Seminar (Tokyo, 3 June 2019)`` where neither series nor partners are known."""
    noun = _NOUNS[draft.kind]
    if draft.reading.ordinal:
        noun = f"{ordinal(draft.reading.ordinal)} {noun.lower()}"
    bodies = [gazetteer.bodies[b.authority] for b in draft.reading.bodies if b.authority in gazetteer.bodies]
    if bodies:
        noun = f"{noun} of {bodies[0].name.en}"
    country = gazetteer.jurisdictions.get(draft.place.country or "")
    where = draft.place.city or (country.en if country else None)
    return f"{noun} ({', '.join(filter(None, (where, _brief(draft.when))))})"


def _brief(when: When) -> str:
    return era(when, "en")
