"""Who took part in a meeting told in prose, and in which role: who came, who was visited, who was there too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.bodies import Named, home_of, named_bodies
from graph.extract.japanese.phrases import Phrase
from graph.extract.japanese.scope import TALK_KINDS
from graph.extract.names import Reading
from graph.extract.setting import Setting
from graph.model import Participant
from ontology.terms import Role

_HOSTED: Final = re.compile(
    r"主催|共催|を[^。、]{0,30}(?:開催し|開催する|開催した|設定し|実施し)|をそれぞれ[^。、]{0,10}開催"
)
_GUEST: Final = re.compile(r"招い|招へい|招き|招待")
_CAME: Final = re.compile(
    r"来訪|来庁|来所|来日|訪日|表敬|受け?入れ|訪問を受け|訪問があ|が、?[^。、]{0,8}(?:当(?:委員会|庁|局|機関)|事務局)[^。、]{0,4}を?(?:訪れ|訪問)"
)
_PAID: Final = re.compile(r"(?<!委員会)(?<!委員長)(?<!委員)(?<!事務局)(?<!事務局長)(?<!当[庁局])(?:を|への?)表敬")
_PAID_TO: Final = "[^、。がは]{0,12}(?:を|への?)表敬"
_TOGETHER_WITH: Final = re.compile(
    r"[^、。]{0,12}(?:とともに|と共に|と共同で|と合同で|と連携して|(?:も|が)同席|の同席)"
)
_ATTENDED: Final = re.compile(
    r"(?:側)?(?:(?:から|より)(?:は|も)?、?(?:(?!から|より)[^。]){0,60}?|(?:も|及び[^、。]{1,20}も)、?[^、。]{0,12})"
    r"(?:出席|参加|同席|陪席|応対)(?:し(?!な|ませ|てい?な)|$)"
    r"|[^、。]{0,24}が(?:共同)?議長を務め|[^、。]{0,16}が[^、。]{0,10}(?:講演|登壇|挨拶|あいさつ)し(?!な|ませ)|等?の(?:協力|参加|出席)を得て"
)
_SIDE_LIST: Final = re.compile(r"^[^、。:]{1,8}側(?:出席者|参加者)?:")
_SUBJECT: Final = re.compile(r"(?:\([^()]{1,20}\))?(?:は|が)(?!じめ)、?")
_OWN: Final = re.compile(r"当(?:委員会|庁|局|機関|省)|(?<![一-龥ァ-ヶーの])(?:委員長|委員|事務局長)(?:は|が|から)")
SIDES: Final = ("EU", "欧州連合")
_NEXT_PERSON: Final = re.compile(r"^[一-龥]{0,6}(?:、|と|及び)[ァ-ヶー=]{1,12}・[ァ-ヶー=・]{1,20}$")
_LISTED: Final = re.compile(r"^(?:、|及び|並びに|と|・)$")


def took_part(tail: str, phrase: Phrase, reading: Reading, setting: Setting) -> tuple[Participant, ...]:
    """The participants of a meeting; ``tail`` are the words from its date on."""
    role: Role = "participant" if phrase.talk else "organiser"
    own: Role = "participant"
    if reading.kind == "visit":
        role, own = ("visitor", "host") if came(tail, reading.bodies) else ("host", "visitor")
    elif _GUEST.search(tail) and phrase.talk:
        role, own = "guest", "host"
    elif not phrase.talk and _hosts(tail, reading, setting):
        own = "host"
    ours = [] if setting.publisher is None else [_publisher(setting, own)]
    there = attendees(tail, setting)
    others = [body.as_participant(role) for body in reading.bodies] or _sides(reading, there, setting)
    return (*others, *there, *_company(tail, setting), *ours)


def attendees(text: str, setting: Setting) -> list[Participant]:
    """Who a sentence says was there beside the publisher: 欧州委員会からは司法総局の課長が出席し, 総務省も同席した."""
    named = [one for one in named_bodies(text, setting) if one.authority != setting.publisher]
    if _SIDE_LIST.match(text):
        return [one.as_participant("participant") for one in named if one.authority is not None]
    found = [one for one in named if _ATTENDED.match(text, one.end) and one.label not in SIDES]
    for one in reversed(named):
        if found and one.end < found[0].start and _LISTED.match(text[one.end : found[0].start]):
            found.insert(0, one)
    return [one.as_participant("participant") for one in found]


def fellows(text: str, phrase: Phrase, setting: Setting) -> tuple[list[Participant], bool]:
    """The bodies at home that are the subject of a sentence, and whether the publisher is among them.

    総務省及び経済産業省は、英国…との会合を開催した: where others alone did it, the publisher took no part.
    """
    named = named_bodies(text, setting)
    groups: list[list[Named]] = []
    for one in named:
        between = text[groups[-1][-1].end : one.start] if groups else ""
        if groups and (_LISTED.match(between) or _NEXT_PERSON.match(between)):
            groups[-1].append(one)
        else:
            groups.append([one])
    subject = next((group for group in groups if _SUBJECT.match(text, group[-1].end)), [])
    home = [one for one in subject if one.authority and home_of(one, setting) == setting.home]
    if not home:
        return [], True
    ours = any(one.authority == setting.publisher for one in named) or bool(_OWN.search(text))
    met = {one.authority for one in phrase.bodies}
    others = [one for one in home if one.authority != setting.publisher and one.authority not in met]
    return [one.as_participant("participant") for one in others], ours


def came(words: str, bodies: tuple[Named, ...] = ()) -> bool:
    """Whether somebody came to the publisher, who did not go to them: Xが当委員会を表敬した, not Xを表敬訪問した."""
    paid = _PAID.search(words) or any(re.search(f"{re.escape(one.label)}{_PAID_TO}", words) for one in bodies)
    return bool(_CAME.search(words)) and not paid


def _company(tail: str, setting: Setting) -> list[Participant]:
    """Bodies at home that were there too: 経済産業省とともに, 総務省も同席した."""
    named = [one for one in named_bodies(tail, setting) if one.authority not in (None, setting.publisher)]
    home = [one for one in named if not setting.foreign(home_of(one, setting))]
    return [one.as_participant("participant") for one in home if _TOGETHER_WITH.match(tail, one.end)]


def _sides(reading: Reading, there: list[Participant], setting: Setting) -> list[Participant]:
    """The other sides by their countries, but those of which a body is named as attending."""
    known = setting.gazetteer.bodies
    homes = {known[one.authority].jurisdiction for one in there if one.authority in known}
    return countries_only(replace(reading, countries=reading.countries - homes), setting)


def countries_only(reading: Reading, setting: Setting) -> list[Participant]:
    """The other sides of a talk of which only the countries are named: 日英間の協議. Which body it was is not known."""
    if reading.kind not in TALK_KINDS or reading.bodies or reading.series:
        return []
    names = [setting.gazetteer.jurisdictions[code] for code in sorted(reading.countries)]
    labels = [name.in_language(setting.document.language) for name in names]
    return [Participant(authority=None, label=label, role="participant") for label in labels]


def _hosts(tail: str, reading: Reading, setting: Setting) -> bool:
    """Whether the publisher held the meeting itself: it is the silent subject of を…開催した."""
    return bool(_HOSTED.search(tail)) and reading.kind not in ("trilateral-meeting", "plenary")


def _publisher(setting: Setting, role: Role) -> Participant:
    body = setting.gazetteer.bodies.get(setting.publisher or "")
    language = setting.document.language
    label = body.name.in_language(language) if body else setting.publisher or ""
    return Participant(authority=setting.publisher, label=label, role=role)
