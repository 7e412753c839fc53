"""Meetings told in prose: a date, a noun that names a meeting, a verb that says it took place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import Named, named_bodies
from graph.extract.company import fellows, took_part
from graph.extract.doubts import ABSENT, GENERAL, HALF_ONLY, LEANING, MIXED_STATUS, NOT_TOGETHER
from graph.extract.draft import Draft
from graph.extract.locations import location, place_of
from graph.extract.names import Reading, read_name
from graph.extract.phrases import GENERIC_NAME, HEAD, Phrase, held, in_a_name, masked, phrases
from graph.extract.places import read_place
from graph.extract.scope import in_preparation, international
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.status import doubtful, told_status, without_absence
from graph.extract.stretches import FINITE, NEXT, Stretch, anchor, as_written, dates_in, stretches
from graph.model import Place, When
from graph.text import rejoined
from ontology.terms import Kind

_TALKED: Final = frozenset({"bilateral-meeting", "visit", "conference-call"})
_IN_PLACE_OF: Final = re.compile(r"代わりに|代わって|代えて|替えて|代替として")
_TAKES_PLACE: Final = re.compile(r"開催|実施|行[いっわ]|会談|協議")
_NEAR: Final = 20
_AGREED: Final = re.compile(
    r"(?:(?:を?行い|行って|し|交わし)、|(?:において|で|では)、)(?P<plan>[^。]*(?:こと(?:で|を|と)(?:一致|合意|確認|決)|の開催(?:で|を|に)(?:一致|合意|確認|決)))"
    r"|(?:を?行い|を?行って|し|交わし)、(?P<then>[^。]*(?:次回|年内|今後|改めて|再度)[^。]*)"
)
_SUMMIT: Final = re.compile(r"首脳(?:会談|会議|会合|協議)")
_LEFT_OPEN: Final = re.compile(r"^[^、。]{0,20}(?:と|を|へ)、?(?:同|翌|[0-9])?$")
_EACH: Final = re.compile(r"それぞれ|個別に|各々")


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
    dates = dates_in(text, setting, thread.previous)
    drafts: list[Draft] = []
    ground = setting.near(text)
    for part in (stretches(text, dates) or _under_heading(text, thread)) if held(text) else ():
        for phrase in _chosen(text, part, ground, thread):
            told = _drafts(sentence, text, (part, phrase), ground, thread.last)
            drafts += told
            thread = replace(thread, last=told[-1].reading if told else thread.last)
    met = next((draft.reading.bodies for draft in reversed(drafts) if draft.reading.talk), ()) or thread.met
    return drafts, replace(thread, previous=anchor(text, dates, thread.previous), met=met)


def read_heading(text: str, setting: Setting) -> Heading | None:
    """What a heading in normalised form says of the meeting told under it; None where it names no one date."""
    dates = [date.when for date in dates_in(text, setting, None) if date.when.precision in ("day", "month")]
    if len(dates) != 1:
        return None
    bodies = tuple(body for body in named_bodies(text, setting.near(text)) if body.authority != setting.publisher)
    bracket = re.search(r"\(([^()]*)\)", text)
    place = read_place(re.sub(r"^.*?[0-9]日[^、。]*", "", bracket[1]), setting.gazetteer) if bracket else None
    return Heading(dates[0], place.place if place else location(text, 0, len(text), setting), bodies)


def _under_heading(text: str, thread: Thread) -> list[Stretch]:
    """A sentence without a date under a heading with one tells of that day."""
    if thread.heading is None or NEXT.search(text):
        return []
    when = thread.heading.when
    return [Stretch(FoundDate(0, 0, when), 0, len(text), thread.heading.place or Place())]


def _chosen(text: str, part: Stretch, setting: Setting, thread: Thread) -> list[Phrase]:
    """The phrases of a part that are its meetings: those with a partner or series, else the first held."""
    found = phrases(text, part.start, part.end, setting, thread.met) or _shared(text, part, setting)
    found = _instead(text, part, found, thread) or found or _next_one(text, part, thread)
    if part.end <= part.date.start:
        found = found[-1:]
    talks = [phrase for phrase in found if phrase.talk]
    if talks or part.heading:
        return talks[:1]
    named = [phrase for phrase in found if read_name(phrase.words, setting).series]
    if named:
        return [one for one in named if read_name(one.words, setting).ordinal] or named[:1]
    return [phrase for phrase in found if phrase.bodies or len(phrase.words) > GENERIC_NAME][:1] or found[:1]


def _next_one(text: str, part: Stretch, thread: Thread) -> list[Phrase]:
    """次回は、２月に東京で開催する: the next meeting of the one told before, without a noun of its own."""
    mark = NEXT.match(text) if thread.last is not None else None
    return [Phrase(mark.start(), mark.end(), mark.start(), mark.group(), False, ())] if mark else []


def _instead(text: str, part: Stretch, found: list[Phrase], thread: Thread) -> list[Phrase]:
    """代わりに12日、オンラインで開催した: what took the place of the meeting just told, with its partners."""
    mark = _IN_PLACE_OF.search(text, 0, part.end)
    own = found[0] if found else None
    if mark is None or thread.last is None or mark.end() + _NEAR < part.date.start or (own and own.talk):
        return []
    if own is None and not _TAKES_PLACE.search(text, part.start, part.end):
        return []
    last, start, end = thread.last, own.start if own else mark.start(), own.end if own else mark.end()
    return [Phrase(start, end, part.start, own.words if own else "会合", last.talk or bool(last.bodies), last.bodies)]


def _shared(text: str, part: Stretch, setting: Setting) -> list[Phrase]:
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
    sentence: Sentence, text: str, told: tuple[Stretch, Phrase], setting: Setting, last: Reading | None
) -> list[Draft]:
    """The drafts of one phrase: several where several authorities were visited or met one by one."""
    part, phrase = told
    reading = _reading(phrase, setting)
    if _leans(text, phrase, reading) and last is not None:
        place = place_of(text, part, (), setting)
        phrase = replace(phrase, talk=last.talk, bodies=last.bodies)
        draft = _draft(sentence, (part, phrase), replace(last, ordinal=None), place, setting)
        return [replace(draft, doubts=(*draft.doubts, LEANING))] if draft.status != "held" else []
    apart = reading.kind == "visit" or bool(_EACH.search(text[phrase.clause : phrase.end]))
    groups = [(body,) for body in phrase.bodies] if apart and len(phrase.bodies) > 1 else [phrase.bodies]
    drafts = []
    for bodies in groups:
        place = place_of(text, part, bodies, setting)
        one = replace(phrase, bodies=bodies)
        own = _reading_of(reading, one, setting)
        if international(text[part.start : part.end], one, own, place, setting):
            drafts.append(_draft(sentence, (part, one), own, place, setting))
        elif in_preparation(text, one, setting):
            draft = _draft(sentence, (part, one), own, place, setting)
            drafts.append(replace(draft, doubts=(*draft.doubts, GENERAL)))
    return drafts


def _leans(text: str, phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase says of itself nothing but that it is the next of its kind."""
    return bool(NEXT.search(text[: phrase.end])) and not (reading.series or reading.bodies or reading.countries)


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


def _draft(sentence: Sentence, told: tuple[Stretch, Phrase], reading: Reading, place: Place, setting: Setting) -> Draft:
    part, phrase = told
    name = rejoined(setting.document.text, *sentence.span(phrase.start, phrase.end)).strip("、 ")
    evidence = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    text = masked(sentence.text)
    tail = text[part.start :]
    absent = without_absence(tail)
    telling = absent or _telling(tail, part.end - part.start)
    status, unsure = told_status(telling, part.date.when, setting.document.published)
    kind: Kind = "conference-call" if re.search("電話(?:会議|会談|会合|で|により|にて)", phrase.words) else reading.kind
    unsure = unsure or (status == "held" and doubtful(_telling(tail, part.end - part.start)))
    passed = setting.document.published is not None and part.date.when.latest < setting.document.published
    doubts = [MIXED_STATUS] if unsure or (status == "planned" and passed) else []
    doubts += [ABSENT] if absent else []
    others, ours = fellows(text, phrase, setting)
    own = ours and not absent and not _SUMMIT.search(phrase.words)
    vague = part.date.when.precision in ("fiscal-half", "fiscal-year") or part.date.when.verbatim == "年内"
    doubts += [HALF_ONLY] if vague else []
    if phrase.talk and len(reading.bodies) > 1 and reading.kind != "trilateral-meeting":
        doubts.append(NOT_TOGETHER)
    return Draft(
        name=name,
        words=_talk_words(phrase) if phrase.talk else phrase.words,
        when=as_written(sentence, part.date, setting),
        place=place,
        reading=reading,
        kind=kind,
        status=status,
        evidence=(evidence,),
        origin="prose",
        participants=tuple(
            one
            for one in (*took_part(tail, phrase, reading, setting), *others)
            if own or one.authority != setting.publisher
        ),
        doubts=tuple(doubts),
        own=own,
    )


def _telling(tail: str, own: int) -> str:
    """The words that say whether it took place: the date's own, up to the sentence's end where they have no verb."""
    words = tail[:own] if FINITE.search(tail[:own]) else tail
    agreed = _AGREED.search(words)
    return words[: agreed.start("plan" if agreed["plan"] else "then")] if agreed else words


def _talk_words(phrase: Phrase) -> str:
    """A talk by its partners and its noun, in one form however the sentence puts it."""
    partners = "、".join(body.label for body in phrase.bodies)
    heads = [match.group() for match in HEAD.finditer(phrase.words)]
    return f"{partners}との{heads[-1]}" if heads else phrase.words
