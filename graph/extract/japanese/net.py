"""The second net: sentences that no rule read, which yet have a date, a side abroad and a word of contact.

What it catches is never accepted by itself; it is put before a person, with a status no bolder than its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate
from graph.extract.bodies import Named, home_of, named_bodies
from graph.extract.doubts import WORDS_ALONE
from graph.extract.draft import Draft
from graph.extract.japanese.company import countries_only
from graph.extract.japanese.locations import place_of
from graph.extract.japanese.phrases import HEAD, masked
from graph.extract.japanese.stretches import Stretch, as_written, dates_in, stretches
from graph.extract.japanese.thread import Thread
from graph.extract.join import same_event
from graph.extract.names import paired, read_name
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.extract.status import doubtful, told_status
from graph.model import Participant
from graph.text import rejoined
from ontology.terms import Status

_CONTACT: Final = re.compile(
    r"参加|出席|参画|登壇|会談|面談|面会|懇談|意見交換|情報交換|対話|協議|会合|会議|フォーラム|ワークショップ|セミナー|総会|ラウンドテーブル|訪問|往訪|来訪|来日|訪日|表敬|話し合|議論を行|署名|調印|電話"
)
_NO_MEETING: Final = re.compile(
    r"[^。]{0,40}?(?:公表|公布|施行|発効|採択|改正|閣議決定|決定|公開|掲載|発行|寄稿|提出|答申|意見募集|パブリック・?コメント|募集|設置|設立|発足|加盟|加入|承認|認定|指定|勧告|命令|制裁|処分|訴|判決|報道|発表|通知|就任|任命|着任)"
)
_ENDS: Final = re.compile(
    r"(?:公表|公開|発表|宣言|採択|決定|施行|発効|改正|設立|創設|発足|立ち上げ|承認|認定|提案|加盟|宣言に合意|合意が確認|を聴い)(?:を行い?|が?され|し|られ)?[^。、]{0,8}。?$"
)
_REGULAR: Final = re.compile(
    r"毎(?:週|月|年|日)|お話し|御?ご?紹介(?:し|いた|させ)|定期的に|週例|随時|原則として|ごとに"
)
_AT_HOME: Final = re.compile(
    r"国内|全国|自治体|地方公共団体|市町村|都道府県|事業者向け|説明会|研修|審議会|検討会|有識者|国会|閣議"
)
_PAST: Final = re.compile(
    r"(?:し|され|行われ|行い|行っ|開かれ|持たれ|訪れ|会っ|会い|設けられ|交わされ|務め)(?:た|まし)|(?:開催|実施|出席|参加|訪問|会談|面談|一致|合意|確認)(?:。|$)"
)
_WISHED: Final = re.compile(r"たい|希望|意向|検討|べき|呼び掛け|呼びかけ|提案|要請|求め|期待|可能性|かどうか|場合")


@dataclass(frozen=True)
class Unread:
    """A sentence that told of nothing, and the thread as it stood there."""

    sentence: Sentence
    thread: Thread


def by_words_alone(unread: Iterable[Unread], drafts: list[Draft], setting: Setting) -> list[Draft]:
    """A draft for each sentence on which none rests and whose words are those of a contact with somebody abroad."""
    resting = [(one.start, one.end) for draft in drafts for one in draft.evidence]
    found: list[Draft] = []
    for one in unread:
        start, end = one.sentence.span(0, len(one.sentence.text))
        if any(a is not None and b is not None and a < end and start < b for a, b in resting):
            continue
        draft = _draft(one.sentence, setting, one.thread)
        if draft is not None and not any(_known(draft, other) for other in (*drafts, *found)):
            found.append(draft)
    return found


def _known(new: Draft, other: Draft) -> bool:
    """Whether a meeting of that day with that side, or of that series, has been told already."""
    if same_event(other, new):
        return True
    overlap = other.when.earliest <= new.when.latest and new.when.earliest <= other.when.latest
    ours = {body.authority for body in new.reading.bodies}
    theirs = {one.authority for one in other.participants} | {body.authority for body in other.reading.bodies}
    return overlap and (not ours or bool(ours & theirs) or new.reading.series == other.reading.series is not None)


def _draft(sentence: Sentence, setting: Setting, thread: Thread) -> Draft | None:
    text = masked(sentence.text)
    ground = setting.near(text)
    if not _CONTACT.search(text) or any(form.search(text) for form in (_AT_HOME, _REGULAR, _ENDS)):
        return None
    dates = [one for one in dates_in(text, ground, thread.previous) if one.when.precision in ("day", "month")]
    for part in stretches(text, dates)[:1]:
        if _NO_MEETING.match(text, part.date.end) or not _near_contact(text, part):
            return None
        bodies = _abroad(text, ground)
        name = _named(text, part, bodies)
        reading = read_name(text[slice(*name)], ground)
        sides = _countries(text, part, ground)
        if not (bodies or reading.series or sides):
            return None
        reading = replace(reading, countries=reading.countries | sides)
        status = _status(text, part.date, setting)
        return Draft(
            name=rejoined(setting.document.text, *sentence.span(*name)).strip("、 "),
            words=text[slice(*name)],
            when=as_written(sentence, part.date, setting),
            place=place_of(text, (part, name[1]), bodies, ground),
            reading=reading,
            kind=reading.kind,
            status=status,
            evidence=(setting.document.evidence(*sentence.span(0, len(text)), sentence.section.label),),
            origin="prose",
            participants=(*_participants(bodies), *countries_only(reading, setting)),
            doubts=(WORDS_ALONE,),
        )
    return None


def _countries(text: str, part: Stretch, setting: Setting) -> frozenset[str]:
    """The countries that words with a noun of a meeting speak of: 日米の首脳会談, フランスとの間で…意見交換."""
    if not HEAD.search(text, part.start, part.end):
        return frozenset()
    named = {one.id for one in setting.gazetteer.jurisdiction_lexicon.find(text[part.start : part.end])}
    return paired(text, setting) | frozenset(code for code in named if setting.foreign(code))


def _participants(bodies: tuple[Named, ...]) -> tuple[Participant, ...]:
    return tuple(one.as_participant("participant") for one in bodies)


def _near_contact(text: str, part: Stretch) -> bool:
    """Whether the word of contact belongs to the date: behind it in its clause, or its object before it."""
    return bool(_CONTACT.search(text, part.start, part.end) or _CONTACT.search(text, part.date.end))


def _abroad(text: str, setting: Setting) -> tuple[Named, ...]:
    found = [
        one
        for one in named_bodies(text, setting)
        if one.authority not in (None, setting.publisher) and setting.foreign(home_of(one, setting))
    ]
    return tuple({one.authority: one for one in found}.values())


def _named(text: str, part: Stretch, bodies: tuple[Named, ...]) -> tuple[int, int]:
    """The words that stand for the meeting: from the side abroad to the noun of contact behind it."""
    heads = [head.end() for head in HEAD.finditer(text, part.start, part.end)] or [
        word.end() for word in _CONTACT.finditer(text)
    ]
    before = [one.start for one in bodies if one.end <= heads[0]]
    start = max(before) if before else max(part.date.end, text.rfind("、", 0, heads[0]) + 1)
    return (start, heads[0]) if start < heads[0] else (part.start, heads[0])


def _status(text: str, date: FoundDate, setting: Setting) -> Status:
    status, unsure = told_status(text, date.when, setting.document.published)
    if status != "held":
        return status
    certain = _PAST.search(text, date.end) and not _WISHED.search(text) and not unsure and not doubtful(text)
    return "held" if certain else "planned"
