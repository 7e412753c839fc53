"""Meetings told in prose: a date, a noun that names a meeting, a verb that says it took place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate, find_dates, find_english_dates
from graph.extract.bodies import Named, named_bodies
from graph.extract.draft import Draft
from graph.extract.names import Reading, read_name, without_ordinal
from graph.extract.phrases import GENERIC_NAME, HEAD, Phrase, held, in_a_name, location, masked, phrases
from graph.extract.places import read_place
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.status import doubtful, told_status, without_absence
from graph.model import Participant, Place, When
from graph.text import rejoined
from ontology.terms import Kind, Role

_DOMESTIC: Final = re.compile(
    r"国内|全国|自治体|地方公共団体|市町村|都道府県|市長会|事業者向け|説明会|研修|一般向け|小学|中学|タウンミーティング|連絡会|閣僚会議|閣議|戦略会議|審議会"
)
_ANNOUNCED: Final = re.compile(
    r"^(?:付[けで]*)?(?:に|、|において)*(?:公表|公布|施行|発効|閣議決定|決定|取りまとめ|改正)"
)
_AHEAD: Final = re.compile(r"予定|今後|次回|来月|開催される。|開催します")
_IN_PREPARATION: Final = re.compile(r"[^()]{0,20}\)?(?:に|へ)(?:の参加に)?向け")
_IN_BRACKET: Final = re.compile(r"、(?P<place>[^()、]{1,20})\)")
_NEW_TIME: Final = re.compile(r"(?:以降|以後|頃|中|中旬|上旬|下旬)?(?:に|へ|まで)(?:再?延期|変更|順延|繰り延べ)")
_NEAR: Final = 16
_BEFORE_DATE: Final = re.compile(
    r"(?:を|は、?|が、?|については、?|につき、?|\()(?:[^、。をはが]{1,12}(?:で|において|にて)、?)?$"
)
_HOSTED: Final = re.compile(
    r"主催|共催|を[^。、]{0,30}(?:開催し|開催する|開催した|設定し|実施し)|をそれぞれ[^。、]{0,10}開催"
)
_GUEST: Final = re.compile(r"招い|招へい|招き|招待")
_CAME: Final = re.compile(
    r"来訪|来日|表敬|受け?入れ|訪問を受け|訪問があ|が、?[^。、]{0,8}(?:当(?:委員会|庁|局|機関)|事務局)[^。、]{0,4}を?(?:訪れ|訪問)"
)
_PARTNER_FIRST: Final = re.compile(r"(?:と|との間で|を|へ|に対し)$")
_NEW_CLAUSE: Final = re.compile(r"(?:[しいてり]|は|また|さらに|ほか|とともに)、|。")
_TALKED: Final = frozenset({"bilateral-meeting", "visit", "conference-call"})
_FINITE: Final = re.compile(
    r"(?:開催|実施|出席|参加|訪問|会談|面談|意見交換|議論|署名|参画|登壇|講演|招へい|招待|中止|延期|共有|説明|確認)"
    r"(?:を?行い|を?行っ|し、|した|しま|して|され|とな|を?決|を?見送)|行われ|行い|行っ|交わし|見送|取りや"
    r"|予定(?!され|して|の|であ)"
)
_LEFT_OPEN: Final = re.compile(r"^[^、。]{0,20}(?:と|を|へ)、?(?:同|翌|[0-9])?$")
_EACH: Final = re.compile(r"それぞれ|個別に|各々")
_PAID: Final = re.compile(r"(?<!委員会)(?<!委員長)(?<!委員)(?<!事務局)(?<!事務局長)(?<!当[庁局])(?:を|への?)表敬")
_TOGETHER_WITH: Final = re.compile(
    r"[^、。]{0,12}(?:とともに|と共に|と共同で|と合同で|と連携して|(?:も|が)同席|の同席)"
)
_NEXT: Final = re.compile(r"次回|次期会合|再度|再び")
_TALK_KINDS: Final = frozenset({"bilateral-meeting", "trilateral-meeting", "multilateral-meeting", "conference-call"})
_GENERAL: Final = re.compile(
    r"(?:事務局(?:級|レベル)|事務(?:級|レベル)|実務者|実務(?:級|レベル)|局長級|課長級|次官級|準備|専門家|担当者)の?(?:会合|会議|協議|対話)$"
)
GENERAL: Final = "the meeting is named only in general words / 会合の名称が一般的な語のみ"
ABSENT: Final = "the publisher says that it did not attend / 発行者は出席していないとある"
LEANING: Final = "the next meeting of what was told before / 直前に述べた会合の次回と読んだ"
HALF_ONLY: Final = "known only to the half-year or year / 半期又は年度までしか分からない"
MIXED_STATUS: Final = "held, but the text also speaks of a plan or delay / 開催とあるが、予定・延期の記載もある"
NOT_TOGETHER: Final = "ambiguous: not said whether they met together / 同席か個別か不明"


@dataclass(frozen=True)
class _Part:
    """A date of a sentence with the words that belong to it, as spans."""

    date: FoundDate
    start: int
    end: int
    heading: Place | None = None


@dataclass(frozen=True)
class Heading:
    """A heading that says when and where: ２．欧州委員会（９月12日、ブリュッセル）."""

    when: When
    place: Place | None
    bodies: tuple[Named, ...]


@dataclass(frozen=True)
class Thread:
    """What a sentence may lean on: the last date, the partners of the last talk, the heading that it stands under."""

    previous: When | None = None
    met: tuple[Named, ...] = ()
    heading: Heading | None = None
    last: Reading | None = None


def read_sentence(sentence: Sentence, setting: Setting, thread: Thread) -> tuple[list[Draft], Thread]:
    """The meetings that a sentence tells with a date of its own or of its heading, and what the next may lean on."""
    text = masked(sentence.text)
    dates = _dates(text, setting, thread.previous)
    drafts: list[Draft] = []
    if held(text):
        ground = setting.near(text)
        drafts = [
            draft
            for part in _parts(text, dates) or _under_heading(text, thread)
            for phrase in _chosen(text, part, ground, thread)
            for draft in _drafts(sentence, text, (part, phrase), ground, thread.last)
        ]
    met = next((draft.reading.bodies for draft in reversed(drafts) if draft.reading.talk), ()) or thread.met
    last = drafts[-1].reading if drafts else thread.last
    return drafts, replace(thread, previous=_anchor(text, dates, thread.previous), met=met, last=last)


def read_heading(text: str, setting: Setting) -> Heading | None:
    """What a heading in normalised form says of the meeting told under it; None where it names no one date."""
    dates = [date.when for date in _dates(text, setting, None) if date.when.precision in ("day", "month")]
    if len(dates) != 1:
        return None
    bodies = tuple(body for body in named_bodies(text, setting.near(text)) if body.authority != setting.publisher)
    bracket = re.search(r"\(([^()]*)\)", text)
    place = read_place(re.sub(r"^.*?[0-9]日[^、。]*", "", bracket[1]), setting.gazetteer) if bracket else None
    return Heading(dates[0], place.place if place else location(text, 0, len(text), setting), bodies)


def _under_heading(text: str, thread: Thread) -> list[_Part]:
    """A sentence without a date under a heading with one tells of that day."""
    if thread.heading is None or _NEXT.search(text):
        return []
    when = thread.heading.when
    return [_Part(FoundDate(0, 0, when), 0, len(text), thread.heading.place or Place())]


def _anchor(text: str, dates: list[FoundDate], previous: When | None) -> When | None:
    """What 同年 and 同月 of the next sentence lean on: the last day or month, not a year or a law's day in passing."""
    told = [date for date in dates if not _ANNOUNCED.match(text[date.end :])]
    exact = [date.when for date in told if date.when.precision in ("day", "month")]
    return exact[-1] if exact else previous or (dates[-1].when if dates else None)


def _dates(text: str, setting: Setting, previous: When | None) -> list[FoundDate]:
    leaning = 0 if _AHEAD.search(text) else -1
    found = find_dates(text, replace(setting.document.dates(previous), leaning=leaning))
    return sorted([*found, *find_english_dates(text)], key=lambda one: one.start)


def _parts(text: str, dates: list[FoundDate]) -> list[_Part]:
    """The words of each date: those behind it, or those before it in 「〜を５月27日から…設定」."""
    parts = []
    usable = [date for date in dates if date.when.precision != "year" or _NEXT.search(text[: date.start])]
    usable = [date for date in usable if not _ANNOUNCED.match(text[date.end :])]
    usable = [date for date in usable if not _IN_PREPARATION.match(text[date.end :])]
    usable = [date for date in usable if not _NEW_TIME.match(text[date.end :])]
    for index, date in enumerate(usable):
        floor = usable[index - 1].end if index else 0
        ceiling = usable[index + 1].start if index + 1 < len(usable) else len(text)
        heads = [head.end() for head in HEAD.finditer(text, floor, date.start)]
        leads = heads and date.start - heads[-1] <= _NEAR and _BEFORE_DATE.search(text[floor : date.start])
        if leads:
            parts.append(_Part(date, floor, date.start))
        elif _PARTNER_FIRST.search(text[floor : date.start]):
            cuts = [cut.end() for cut in _NEW_CLAUSE.finditer(text, floor, date.start)]
            parts.append(_Part(date, cuts[-1] if cuts else floor, ceiling))
        else:
            parts.append(_Part(date, date.end, ceiling))
    return parts


def _chosen(text: str, part: _Part, setting: Setting, thread: Thread) -> list[Phrase]:
    """The phrases of a part that are its meetings: those with a partner or series, else the first held."""
    found = phrases(text, part.start, part.end, setting, thread.met) or _shared(text, part, setting)
    found = found or _next_one(text, part, thread)
    if part.end <= part.date.start:
        found = found[-1:]
    talks = [phrase for phrase in found if phrase.talk]
    if talks or part.heading:
        return talks[:1]
    named = [phrase for phrase in found if read_name(phrase.words, setting).series]
    if named:
        return [one for one in named if read_name(one.words, setting).ordinal] or named[:1]
    return [phrase for phrase in found if phrase.bodies or len(phrase.words) > GENERIC_NAME][:1] or found[:1]


def _next_one(text: str, part: _Part, thread: Thread) -> list[Phrase]:
    """次回は、２月に東京で開催する: the next meeting of the one told before, without a noun of its own."""
    mark = _NEXT.match(text) if thread.last is not None else None
    return [Phrase(mark.start(), mark.end(), mark.start(), mark.group(), False, ())] if mark else []


def _shared(text: str, part: _Part, setting: Setting) -> list[Phrase]:
    """A partner whose talk is named with the next one: 26日にAと、28日にBとそれぞれ会談を行い."""
    named = named_bodies(text, setting)
    bodies = [one for one in named if part.start <= one.start and one.end <= part.end]
    others = [one for one in bodies if one.authority != setting.publisher]
    heads = HEAD.finditer(text, part.end)
    head = next((one for one in heads if not in_a_name(one, named, setting)), None)
    if not others or head is None or not _LEFT_OPEN.search(text[others[-1].end : part.end]):
        return []
    return [Phrase(others[0].start, part.end, part.start, f"{others[0].label}との{head.group()}", True, tuple(others))]


def _drafts(
    sentence: Sentence, text: str, told: tuple[_Part, Phrase], setting: Setting, last: Reading | None
) -> list[Draft]:
    """The drafts of one phrase: several where several authorities were visited or met one by one."""
    part, phrase = told
    reading = _reading(phrase, setting)
    if _leans(text, phrase, reading) and last is not None:
        place = _place(text, part, (), setting)
        phrase = replace(phrase, talk=last.talk, bodies=last.bodies)
        draft = _draft(sentence, (part, phrase), replace(last, ordinal=None), place, setting)
        return [replace(draft, doubts=(*draft.doubts, LEANING))] if draft.status != "held" else []
    apart = reading.kind == "visit" or bool(_EACH.search(text[phrase.clause : phrase.end]))
    groups = [(body,) for body in phrase.bodies] if apart and len(phrase.bodies) > 1 else [phrase.bodies]
    drafts = []
    for bodies in groups:
        place = _place(text, part, bodies, setting)
        one = replace(phrase, bodies=bodies)
        own = _reading_of(reading, one, setting)
        if _international(text[part.start : part.end], one, own, place, setting):
            drafts.append(_draft(sentence, (part, one), own, place, setting))
        elif _in_preparation(text, one, setting):
            draft = _draft(sentence, (part, one), own, place, setting)
            drafts.append(replace(draft, doubts=(*draft.doubts, GENERAL)))
    return drafts


def _leans(text: str, phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase says of itself nothing but that it is the next of its kind."""
    return bool(_NEXT.search(text[: phrase.end])) and not (reading.series or reading.bodies or reading.countries)


def _reading(phrase: Phrase, setting: Setting) -> Reading:
    reading = read_name(phrase.words, setting)
    if phrase.talk:
        return replace(reading, bodies=phrase.bodies, talk=True)
    return replace(reading, bodies=phrase.bodies or reading.bodies)


def _reading_of(reading: Reading, phrase: Phrase, setting: Setting) -> Reading:
    """The reading narrowed to the phrase's own bodies: met one by one, each talk is bilateral."""
    if not phrase.talk:
        return reading
    partners = "、".join(body.label for body in phrase.bodies)
    talk = read_name(f"{partners}との会談", setting)
    kind = reading.kind if reading.kind not in ("trilateral-meeting", "multilateral-meeting") else talk.kind
    kind = talk.kind if kind == "conference" else kind
    countries = talk.countries or reading.countries
    own = reading.series or (talk.series if kind in _TALKED else None)
    return replace(reading, kind=kind, bodies=phrase.bodies, countries=countries, series=own)


def _place(text: str, part: _Part, bodies: tuple[Named, ...], setting: Setting) -> Place:
    bracket = _IN_BRACKET.match(text, part.date.end)
    inside = read_place(bracket["place"], setting.gazetteer) if bracket else None
    if inside is not None:
        return inside.place
    told = part.heading or location(text, part.start, part.end, setting) or location(text, part.end, len(text), setting)
    if told is not None:
        return told
    visited = re.search(r"(?<!委員会)(?<!事務局)を[^。、]{0,6}訪問", text[part.start :])
    homes = [
        setting.gazetteer.bodies[b.authority].jurisdiction for b in bodies if b.authority in setting.gazetteer.bodies
    ]
    if visited and len(homes) == 1 and setting.foreign(homes[0]) and homes[0] not in ("INT", "EU"):
        return Place(country=homes[0], countries=(homes[0],), mode="in-person")
    if _came(text[part.start : part.end]) and setting.home:
        return Place(country=setting.home, countries=(setting.home,), mode="in-person")
    return Place()


def _international(part: str, phrase: Phrase, reading: Reading, place: Place, setting: Setting) -> bool:
    if reading.series or any(setting.foreign(b.authority and _home(b, setting)) for b in reading.bodies):
        return True
    if any(body.authority is None for body in reading.bodies):
        return True
    if _DOMESTIC.search(part):
        return False
    if reading.countries and reading.kind in _TALK_KINDS:
        return True
    named = reading.international and len(phrase.words) > GENERIC_NAME
    return named or any(setting.foreign(code) for code in place.countries)


def _in_preparation(text: str, phrase: Phrase, setting: Setting) -> bool:
    """A 事務局級会合 or 準備会合 without a name, in a sentence that speaks of an international meeting or body."""
    if not _GENERAL.search(phrase.words) or _DOMESTIC.search(text):
        return False
    known = setting.gazetteer.bodies
    bodies = [known[one.authority] for one in named_bodies(text, setting) if one.authority in known]
    world = any(body.jurisdiction == "INT" for body in bodies)
    return world or bool(setting.gazetteer.series_lexicon.find(without_ordinal(text), setting.nearby))


def _home(body: Named, setting: Setting) -> str | None:
    known = setting.gazetteer.bodies.get(body.authority or "")
    return known.jurisdiction if known else None


def _draft(sentence: Sentence, told: tuple[_Part, Phrase], reading: Reading, place: Place, setting: Setting) -> Draft:
    part, phrase = told
    name = rejoined(setting.document.text, *sentence.span(phrase.start, phrase.end)).strip("、 ")
    evidence = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    tail = masked(sentence.text)[part.start :]
    absent = without_absence(tail)
    telling = absent or _telling(tail, part.end - part.start)
    status, unsure = told_status(telling, part.date.when, setting.document.published)
    kind: Kind = "conference-call" if re.search("電話(?:会議|会談|会合)", phrase.words) else reading.kind
    unsure = unsure or (status == "held" and doubtful(_telling(tail, part.end - part.start)))
    passed = setting.document.published is not None and part.date.when.latest < setting.document.published
    doubts = [MIXED_STATUS] if unsure or (status == "planned" and passed) else []
    doubts += [ABSENT] if absent else []
    doubts += [HALF_ONLY] if part.date.when.precision in ("fiscal-half", "fiscal-year") else []
    if phrase.talk and len(reading.bodies) > 1 and reading.kind != "trilateral-meeting":
        doubts.append(NOT_TOGETHER)
    return Draft(
        name=name,
        words=_talk_words(phrase) if phrase.talk else phrase.words,
        when=_as_written(sentence, part.date, setting),
        place=place,
        reading=reading,
        kind=kind,
        status=status,
        evidence=(evidence,),
        origin="prose",
        participants=tuple(
            one
            for one in _participants(tail, phrase, reading, setting)
            if not absent or one.authority != setting.publisher
        ),
        doubts=tuple(doubts),
        own=not absent,
    )


def _as_written(sentence: Sentence, date: FoundDate, setting: Setting) -> When:
    """The date with its words as the document has them, not in normal form."""
    if date.start == date.end:
        return date.when
    words = rejoined(setting.document.text, *sentence.span(date.start, date.end))
    return date.when.model_copy(update={"verbatim": words})


def _telling(tail: str, own: int) -> str:
    """The words that say whether it took place: the date's own, up to the sentence's end where they have no verb."""
    words = tail[:own]
    return words if _FINITE.search(words) else tail


def _talk_words(phrase: Phrase) -> str:
    """A talk by its partners and its noun, in one form however the sentence puts it."""
    partners = "、".join(body.label for body in phrase.bodies)
    heads = [match.group() for match in HEAD.finditer(phrase.words)]
    return f"{partners}との{heads[-1]}" if heads else phrase.words


def _participants(tail: str, phrase: Phrase, reading: Reading, setting: Setting) -> tuple[Participant, ...]:
    role: Role = "participant" if phrase.talk else "organiser"
    own: Role = "participant"
    if reading.kind == "visit":
        role, own = ("visitor", "host") if _came(tail) else ("host", "visitor")
    elif _GUEST.search(tail) and phrase.talk:
        role, own = "guest", "host"
    elif not phrase.talk and _hosts(tail, reading, setting):
        own = "host"
    ours = [] if setting.publisher is None else [_publisher(setting, own)]
    others = [body.as_participant(role) for body in reading.bodies] or _countries_only(reading, setting)
    return (*others, *_company(tail, setting), *ours)


def _came(words: str) -> bool:
    """Whether somebody came to the publisher, who did not go to them: Xが当委員会を表敬した, not Xを表敬訪問した."""
    return bool(_CAME.search(words)) and not _PAID.search(words)


def _company(tail: str, setting: Setting) -> list[Participant]:
    """Bodies at home that were there too: 経済産業省とともに, 総務省も同席した."""
    named = [one for one in named_bodies(tail, setting) if one.authority not in (None, setting.publisher)]
    home = [one for one in named if not setting.foreign(_home(one, setting))]
    return [one.as_participant("participant") for one in home if _TOGETHER_WITH.match(tail, one.end)]


def _countries_only(reading: Reading, setting: Setting) -> list[Participant]:
    """The other sides of a talk of which only the countries are named: 日英間の協議. Which body it was is not known."""
    if reading.kind not in _TALK_KINDS or reading.bodies or reading.series:
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
