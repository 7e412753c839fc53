"""People of an English document: their surnames, and the bodies that it says they are of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.english_date_words import MONTH_NAMES
from graph.extract.bodies import Named
from graph.extract.english.bodies import english_bodies, english_ground
from graph.extract.english.demonyms import DEMONYMS
from graph.extract.setting import Setting
from graph.text import normal

_NAME: Final = r"(?P<name>(?:[A-ZÀ-Þ](?:[\w'’-]+|\.)\s+){1,3}[A-ZÀ-Þ][\w'’-]+)"
_TITLE: Final = (
    r"(?:Chair(?:person|man|woman)?|Commissioner|President|Vice-President"
    r"|Director(?:[- ]General)?|Secretary(?:[- ]General)?|Head|Member|Deputy [A-Z]\w+)"
)
_NAME_THEN_POST: Final = re.compile(rf"{_NAME},\s+(?:the\s+)?[A-Z][\w -]{{3,50}}?\s+(?:of|at|from)\s+(?:the\s+)?$")
_POST_NAME_OF: Final = re.compile(rf"{_TITLE}\s+{_NAME}\s+(?:of|from)\s+(?:the\s+)?$")
_THEN_NAME: Final = re.compile(rf"^(?:'s)?\s*,?\s*(?:\([^()]{{1,20}}\)\s*,?\s*)?(?:{_TITLE}\s*,?\s+)?{_NAME}")
# A commission has many commissioners, and one of these.
_ONE_HOLDS: Final = frozenset(
    ("Chairperson", "Chairman", "Chairwoman", "Chair", "President", "Secretary General", "Supervisor")
)
_HOLDER: Final = re.compile(r"Commissioner|Supervisor|Ombudsman|Minister|Secretary")
_CALLED: Final = re.compile(rf"\s*(?:\([^()]{{1,12}}\))?\s*,?\s+{_NAME}(?=\s*[,.]|\s+[a-z])")
_NO_SURNAME: Final = """
    Affairs Agency Assembly Authority Board Chair Chairperson Commission Commissioner Committee Council Data Department
    Director Forum General Group Information International Kingdom Law Meeting Ministry Network Office Policy President
    Privacy Protection Secretariat Secretary She State States The Union Vice-President We Work
"""
_SHORT_MONTHS: Final = (*(name[:3] for name in MONTH_NAMES), "Sept")
_PARTIES: Final = ("delegation", "side", "colleagues", "guests", "visitors", "officials", "experts", "team")
_SHORTEST: Final = 3
_LONGEST_DOCUMENT: Final = 60_000


@dataclass(frozen=True)
class Introduced:
    """Whom a document introduces: surnames with bodies, the posts that one body alone is said to have, and the
    delegations of countries of which it names one body."""

    people: dict[str, str]
    holders: dict[str, str]
    parties: dict[str, str]


def introduced(setting: Setting) -> Introduced:
    """Anu Talus, Chair of the EDPB: later called Ms Talus, or the Chair."""
    text = normal(setting.document.text[:_LONGEST_DOCUMENT])
    people: dict[str, str] = {}
    held: dict[str, set[str]] = {}
    named: set[str] = set()
    for body in english_bodies(text, english_ground(text, setting)):
        if body.authority is None:
            continue
        named.add(body.authority)
        name = _name_beside(text, body)
        if name is not None:
            people.setdefault(name, body.authority)
        if body.post is not None and body.post.en in _ONE_HOLDS:
            held.setdefault(body.post.en, set()).add(body.authority)
    alone = {post: bodies.pop() for post, bodies in held.items() if len(bodies) == 1}
    holders = {f"{article} {post}": body for post, body in alone.items() for article in ("the", "The")}
    return Introduced(people, holders, _parties(text, named, setting))


def _commissioner(setting: Setting) -> dict[str, str]:
    """The Commissioner, or the Privacy Commissioner, in a paper of the National Privacy Commission."""
    body = setting.gazetteer.bodies.get(setting.publisher or "")
    words = (body.name.en or "").split() if body is not None else []
    if setting.publisher is None or "Commission" not in words:
        return {}
    kind = words[words.index("Commission") - 1] if words.index("Commission") else ""
    names = ("Commissioner", *((f"{kind} Commissioner",) if kind in ("Privacy", "Information") else ()))
    return {f"{article} {name}": setting.publisher for name in names for article in ("the", "The")}


def _parties(text: str, named: set[str], setting: Setting) -> dict[str, str]:
    """The Korean delegation is of the one Korean body that a document names."""
    known = setting.gazetteer.bodies
    found: dict[str, str] = {}
    for word, code in DEMONYMS.items():
        said = [f"{word} {noun}" for noun in _PARTIES if f"{word} {noun}" in text]
        theirs = [body for body in named if said and body in known and known[body].jurisdiction == code]
        if len(theirs) == 1 and setting.foreign(code):
            found |= dict.fromkeys(said, theirs[0])
    return found


def _name_beside(text: str, body: Named) -> str | None:
    """The surname of the person whose post a body's name tells."""
    before = text[max(0, body.start - 120) : body.start]
    hit = _NAME_THEN_POST.search(before) or _POST_NAME_OF.search(before)
    if hit and hit["name"].split()[-1] in _NO_SURNAME.split():  # of the Global Privacy Assembly, the Chair of the…
        hit = None
    if hit is None and body.post is not None:
        hit = _THEN_NAME.search(text[body.end : body.end + 100])
    if hit is None and _HOLDER.search(body.label):
        hit = _CALLED.match(text, body.end)
    return hit["name"].split()[-1] if hit else None


def with_people(setting: Setting, known: Introduced) -> Setting:
    """The ground on which a person named by the surname alone stands for the body that the document says she is of."""
    places = setting.gazetteer
    local = {
        name: body
        for name, body in known.people.items()
        if len(name) >= _SHORTEST
        and name not in (*_NO_SURNAME.split(), *MONTH_NAMES, *_SHORT_MONTHS, *DEMONYMS)
        and not places.jurisdiction_lexicon.find(name)
        and not places.city_lexicon.find(name)
        and not places.body_lexicon.find(name)
    }
    local |= known.parties
    # European Commission (Brussels) tells where it is, and no other name of it.
    defined = {name: body for name, body in setting.local.items() if not places.city_lexicon.find(name)}
    return replace(setting, local={**_commissioner(setting), **known.holders, **local, **defined})
