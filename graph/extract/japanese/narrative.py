"""Meetings told in prose: a date, a noun that names a meeting, a verb that says it took place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import named_bodies
from graph.extract.doubts import (
    ABSENT,
    BEGUN,
    GENERAL,
    HALF_ONLY,
    JOURNEY,
    LEANING,
    MERELY_MEANT,
    MIXED_STATUS,
    NOT_TOGETHER,
    SAME_DAY,
    YEAR_OF_PAGE,
)
from graph.extract.draft import Draft
from graph.extract.japanese.chosen import ITSELF, NUMBER_ALONE, captioned, chosen, listed_partner
from graph.extract.japanese.company import fellows, took_part
from graph.extract.japanese.leaning import (
    AGAIN,
    BARE,
    NUMBER_BEHIND,
    leans,
    names_series,
    of_its_name,
    of_the_series,
    since_then,
)
from graph.extract.japanese.locations import location, place_of
from graph.extract.japanese.phrases import HEAD, Phrase, held, masked, phrases
from graph.extract.japanese.scope import BETWEEN_COUNTRIES, in_preparation, international
from graph.extract.japanese.stretches import NEXT, Stretch, anchor, as_written, dates_in, moved_to, stretches
from graph.extract.japanese.telling import LOOKED_BACK, words_that_tell
from graph.extract.japanese.thread import Heading, Thread, followed
from graph.extract.japanese.years import tells_of_plans
from graph.extract.names import Reading, find_ordinal, read_name, spoken_series
from graph.extract.places import read_place
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.status import doubtful, late_in_month, looks_ahead, status_above, told_status, without_absence
from graph.model import Place, When
from graph.text import rejoined
from ontology.terms import Kind

_TALKED: Final = frozenset({"bilateral-meeting", "visit", "conference-call"})
_MEANT: Final = re.compile(r"意向を(?:示|表明|伝)")
# The reason why something else was put off: コミッショナーの来日が難しくなったことから、延期する.
_HINDERED: Final = re.compile(r"(?:する)?(?:こと)?が(?:困難|難し|でき(?:な|ず)|不可能|かなわ|叶わ)")
_OF_DAYS: Final = frozenset({"forum", "conference", "plenary"})
_A_DAY_OF: Final = re.compile(r"開幕|閉幕|開会式|閉会式|初日|最終日|幕を(?:開|閉)|登壇|基調講演|分科会")
_LINE: Final = 80
_RECENT: Final = 4
_ASIDE: Final = re.compile(
    r"に先立ち|に先立って|に引き続き|終了後|の合間|の傍ら|(?:の|この)機会(?:に|を捉え)|に合わせて?、"
)
_IN_THE_PAST: Final = re.compile(r"(?:た|ました|です)。?$")
_JOURNEY: Final = re.compile(r"(?:訪問|出張|訪れ)し?(?:、|て)")
_IN_ORDER_TO: Final = re.compile(r"」?に(?:出席|参加)するため")
_ALSO: Final = re.compile(r"(?:また|このほか|さらに|併せて|加えて|あわせて)、")
_CALL: Final = re.compile("電話(?:会議|会談|会合|で|により|にて)")
_SUMMIT: Final = re.compile(r"首脳(?:会談|会議|会合|協議)")
_RELATIVE: Final = re.compile(r"(?:一昨|[本今昨前来当])年|[本今当先来]月")
# Told of a meeting whose new day is told elsewhere: 本会合は、当初、12月10日に開催する予定でしたが、延期したものです.
_AT_FIRST: Final = re.compile(r"当初|(?:もともと|元々|本来)は?、?")
_EACH: Final = re.compile(r"それぞれ|個別に|各々|バイ会談|二国間会談")


def read_sentence(sentence: Sentence, setting: Setting, thread: Thread) -> tuple[list[Draft], Thread]:
    """The meetings that a sentence tells with a date of its own or of its heading, and what the next may lean on."""
    text = masked(sentence.text)
    dates = dates_in(text, setting, thread.previous, thread.running)
    drafts: list[Draft] = []
    ground = setting.near(text, thread.caption)
    tells = held(text)
    begins = dates[0].when if dates and _begins_line(text, dates[0]) else thread.day
    for part in stretches(text, dates) or (_under_heading(text, thread) if tells else []):
        for phrase in chosen(text, part, ground, thread) if tells else _below(text, part, ground, thread):
            told = _drafts(sentence, text, (part, phrase), ground, thread)
            drafts += told
            thread = followed(thread, told)
    drafts += _aside(sentence, text, drafts, ground, thread) if tells and not dates else []
    thread = replace(thread, together=(*thread.together, *drafts)[-_RECENT:])
    thread = replace(thread, day=begins, spoken=spoken_series(text, len(text), ground) or thread.spoken)
    met = next((draft.reading.bodies for draft in reversed(drafts) if draft.reading.talk), ()) or thread.met
    return drafts, replace(thread, previous=anchor(text, _told_of(dates, setting), thread.previous), met=met)


def _told_of(dates: list[FoundDate], setting: Setting) -> list[FoundDate]:
    """The dates that 同月 of a later sentence may lean on: not those yet to come, where others are told."""
    published = setting.document.published
    past = [date for date in dates if published is None or date.when.earliest <= published]
    return past or ([] if published is not None and dates else dates)


def _begins_line(text: str, date: FoundDate) -> bool:
    """Whether a date begins a short line of which the rest, and what follows on it, tells of that day."""
    return date.start <= 1 and date.end < len(text) < _LINE and bool(re.match(r"[^、。にはのをまで]", text[date.end :]))


def _aside(sentence: Sentence, text: str, told: list[Draft], setting: Setting, thread: Thread) -> list[Draft]:
    """A talk with somebody on the occasion of what was told before: パネル討論に先立ち、…課長との間で打合せが行われ."""
    when = _occasion(text, thread)
    if told or when is None or not _IN_THE_PAST.search(text):
        return []
    part = Stretch(FoundDate(0, 0, when), 0, len(text))
    talks = [one for one in phrases(text, 0, len(text), setting) if one.talk and one.bodies]
    drafts = _drafts(sentence, text, (part, talks[0]), setting, thread) if len(talks) == 1 else []
    return [replace(draft, doubts=(*draft.doubts, SAME_DAY)) for draft in drafts if draft.status == "held"]


def _occasion(text: str, thread: Thread) -> When | None:
    """When it was: on the day of the meeting just told, or of that which 大臣会合の機会に names, of those told last;
    また、…と会談し behind a journey is of its days."""
    mark = _ASIDE.search(text)
    if mark is None:
        journey = next((one.when for one in reversed(thread.together) if JOURNEY in one.doubts), None)
        return journey if _ALSO.match(text) else None
    heads = list(HEAD.finditer(text, 0, mark.start() + 1))
    if not heads or len(thread.together) <= 1:
        return thread.when
    named = {one.when.edtf: one.when for one in thread.together if heads[-1].group() in one.words}
    return next(iter(named.values())) if len(named) == 1 else None


def _below(text: str, part: Stretch, setting: Setting, thread: Thread) -> list[Phrase]:
    """What a line with a date and no verb tells of under its heading."""
    return listed_partner(text, part, setting, thread) or captioned(text, part, setting, thread)


def read_heading(text: str, setting: Setting) -> Heading | None:
    """What a heading in normalised form says of the meeting told under it; None where it names no one date."""
    found = [date for date in dates_in(text, setting, None) if date.when.precision in ("day", "month")]
    moved = [date for date in found[1:] if moved_to(text, date)]
    dates = [date.when for date in moved or found]
    if len(dates) != 1:
        return None
    bodies = tuple(body for body in named_bodies(text, setting.near(text)) if body.authority != setting.publisher)
    bracket = re.search(r"\(([^()]*)\)", text)
    place = read_place(re.sub(r"^.*?[0-9]日[^、。]*", "", bracket[1]), setting.gazetteer) if bracket else None
    return Heading(dates[0], place.place if place else location(text, 0, len(text), setting), bodies)


def _under_heading(text: str, thread: Thread) -> list[Stretch]:
    """A sentence without a date under a heading with one, or on a line that began with one, tells of that day."""
    if thread.day is not None and not NEXT.search(text):
        return [Stretch(FoundDate(0, 0, thread.day), 0, len(text))]
    if thread.heading is None or NEXT.search(text):
        return []
    when = thread.heading.when
    return [Stretch(FoundDate(0, 0, when), 0, len(text), thread.heading.place or Place())]


def _drafts(
    sentence: Sentence, text: str, told: tuple[Stretch, Phrase], setting: Setting, thread: Thread
) -> list[Draft]:
    """The drafts of one phrase: several where several authorities were visited or met one by one."""
    part, phrase = told
    looked_back = LOOKED_BACK.match(text, phrase.end)
    part = replace(part, end=min(part.end, looked_back.end())) if looked_back else part
    bare = BARE.fullmatch(phrase.words) and find_ordinal(phrase.words)
    spoken = (spoken_series(text, phrase.start, setting) or thread.spoken) if bare else since_then(text, told, thread)
    thread = replace(thread, last=spoken, series=spoken) if spoken else thread
    last = thread.last
    reading = of_the_series(phrase, _reading(phrase, setting), thread.series, setting)
    behind = NUMBER_ALONE.match(text, part.date.end) or NUMBER_BEHIND.match(text, part.date.end)
    if behind and reading.series and reading.ordinal is None:
        reading = replace(reading, ordinal=find_ordinal(behind.group()))
    if (
        last is not None
        and leans(text, phrase, reading)
        and (last.series or last.ordinal or not BARE.fullmatch(phrase.words))
    ):
        place = place_of(text, (part, phrase.end), (), setting)
        phrase = replace(phrase, talk=last.talk, bodies=last.bodies)
        number = find_ordinal(text[: phrase.end]) if NEXT.search(text[: phrase.end]) else reading.ordinal
        last = thread.series if thread.series and names_series(text, phrase, thread.series, setting) else last
        draft = _draft(sentence, (part, phrase), replace(last, ordinal=number), place, (setting, thread))
        itself = phrase.words.startswith(("前回", ITSELF))
        if itself and draft.status == "postponed" and _AT_FIRST.search(text, 0, part.date.start):
            return []
        if itself or (of_its_name(phrase, last, setting) and draft.status != "held") or (number and last.series):
            return [draft]
        kept = draft.status != "held" or AGAIN.search(phrase.words) or (number and last.ordinal)
        return [replace(draft, doubts=(*draft.doubts, LEANING))] if kept else []
    listed = len(text) if "。" not in text else phrase.end
    apart = reading.kind == "visit" or bool(_EACH.search(text[phrase.clause : listed]))
    groups = [(body,) for body in phrase.bodies] if apart and len(phrase.bodies) > 1 else [phrase.bodies]
    drafts = []
    for bodies in groups:
        place = place_of(text, (part, phrase.end), bodies, setting)
        place = place if place != Place() else _of_section(sentence, thread, setting)
        one = replace(phrase, bodies=bodies)
        own = _reading_of(reading, one, setting)
        among = bool(BETWEEN_COUNTRIES.search(text[: part.end]))
        if international(text[part.start : part.end], one, own, place, setting, between_countries=among):
            drafts.append(_draft(sentence, (part, one), own, place, (setting, thread)))
        elif in_preparation(text, one, setting, of_series=thread.series is not None):
            draft = _draft(sentence, (part, one), own, place, (setting, thread))
            drafts.append(replace(draft, doubts=(*draft.doubts, GENERAL)))
    return drafts


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


def _draft(
    sentence: Sentence, told: tuple[Stretch, Phrase], reading: Reading, place: Place, ground: tuple[Setting, Thread]
) -> Draft:
    part, phrase = told
    setting, thread = ground
    below = (phrase.start, phrase.end) == (part.date.start, part.date.end)
    name = rejoined(setting.document.text, *sentence.span(phrase.start, phrase.end)).strip("、 ")
    name = phrase.words if below else name
    evidence = setting.document.evidence(*sentence.span(0, len(sentence.text)), sentence.section.label)
    text = masked(sentence.text)
    tail = text[part.start :]
    absent = without_absence(tail)
    spoken = max(part.date.end, phrase.end) - part.start
    telling = absent or words_that_tell(tail, part.end - part.start, spoken)
    status, unsure = told_status(telling, part.date.when, setting.document.published)
    kind: Kind = "conference-call" if _CALL.search(phrase.words + _own_words(tail, part)) else reading.kind
    status = status_above(thread.caption) or status
    if status == "held" and _stands_below_plans(sentence, text, thread):
        status = "planned"
    if status == "postponed" and moved_to(text, part.date):
        status = "planned"
    passed = setting.document.published is not None and part.date.when.latest < setting.document.published
    to_come = late_in_month(text[part.date.end :], part.date.when, setting.document.published)
    if status == "held" and (to_come or looks_ahead(text, part.date.end, phrase.start, phrase.end)):
        status, unsure = "planned", passed
    unsure = unsure or (status == "held" and doubtful(words_that_tell(tail, part.end - part.start, spoken)))
    doubts = [MIXED_STATUS] if unsure or (status == "planned" and passed) else []
    doubts += [ABSENT] if absent else []
    doubts += [BEGUN] if _one_of_several(part.date.when, kind, sentence.text) else []
    doubts += [MERELY_MEANT] if _MEANT.search(telling) or _HINDERED.match(text, phrase.end) else []
    others, ours = fellows(text, phrase, setting)
    own = ours and not absent and not _SUMMIT.search(phrase.words)
    vague = part.date.when.precision in ("fiscal-half", "fiscal-year", "year")
    doubts += [HALF_ONLY] if vague else []
    doubts += [YEAR_OF_PAGE] if setting.about and _RELATIVE.match(text, part.date.start) else []
    on_the_way = _JOURNEY.search(text, part.date.end, phrase.start) or _IN_ORDER_TO.match(text, phrase.end)
    if part.date.when.earliest < part.date.when.latest and on_the_way:
        doubts.append(JOURNEY)
    numbered = reading.series and reading.ordinal
    if phrase.talk and len(reading.bodies) > 1 and reading.kind != "trilateral-meeting" and not numbered:
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


def _stands_below_plans(sentence: Sentence, text: str, thread: Thread) -> bool:
    """Whether a line without a sentence stands below a heading such as 今後の予定."""
    titles = (thread.caption, *sentence.section.titles[-1:])
    return "。" not in text and any(map(tells_of_plans, titles))


def _one_of_several(when: When, kind: Kind, text: str) -> bool:
    """Whether a single day may be only that of the opening, the close or a speech of a gathering of several days."""
    return (
        kind in _OF_DAYS and when.precision == "day" and when.earliest == when.latest and bool(_A_DAY_OF.search(text))
    )


def _own_words(tail: str, part: Stretch) -> str:
    """The words of a date that stand behind it; those before it may tell of another meeting too."""
    return "" if part.end <= part.date.start else tail[: part.end - part.start]


def _of_section(sentence: Sentence, thread: Thread, setting: Setting) -> Place:
    """The place that a heading above the sentence is, with nothing else: ２．オタワ, ○マニラ（２月18日）."""
    if thread.ground is not None:
        return thread.ground
    read = [read_place(title, setting.gazetteer) for title in reversed(sentence.section.titles)]
    return next((one.place for one in read if one is not None and one.whole), Place())


def _talk_words(phrase: Phrase) -> str:
    """A talk by its partners and its noun, in one form however the sentence puts it."""
    partners = "、".join(body.label for body in phrase.bodies)
    heads = [match.group() for match in HEAD.finditer(phrase.words)]
    return f"{partners}との{heads[-1]}" if heads else phrase.words
