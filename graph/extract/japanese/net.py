"""What the sentence of a likely date tells where no rule read it: whom it names, where, and what became of it.

What is read so is never accepted by itself; it is put before a person.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.bodies import Named, home_of, named_bodies
from graph.extract.doubts import WORDS_ALONE
from graph.extract.draft import Draft
from graph.extract.japanese.company import countries_only
from graph.extract.japanese.locations import place_of
from graph.extract.japanese.phrases import HEAD, masked
from graph.extract.japanese.stretches import Stretch, as_written, stretches
from graph.extract.learned.passages import Passage
from graph.extract.names import paired, read_name
from graph.extract.setting import Setting
from graph.extract.status import told_status
from graph.text import rejoined

_CONTACT: Final = re.compile(
    r"参加|出席|参画|登壇|会談|面談|面会|懇談|意見交換|情報交換|対話|協議|会合|会議|フォーラム|ワークショップ|セミナー|総会|ラウンドテーブル|訪問|往訪|来訪|来日|訪日|表敬|話し合|議論を行|署名|調印|電話"
)
_WISHED: Final = re.compile(
    r"(?:参加|出席|登壇|会談|面談|面会|訪問|来訪|来日|訪日|開催|協議|対話)(?:の実施)?(?:を|が|の)"
    r"(?:希望|要請|打診|申し?入れ|提案|検討|期待|求め|呼び?掛け)"
)
_FOUNDED: Final = re.compile(r"(?:設立|創設|発足)(?:に向け|を(?:宣言|発表|公表)|され|し|す|が)")
_MET: Final = re.compile(r"会談|面談|面会|意見交換|協議|会合|訪問|来訪|来日|訪日|表敬|出席|参加し|開催|開か")
_REGULAR: Final = re.compile(r"毎(?:週|月|日)|定期的に|週例|随時|原則として|ごとに")


def japanese_draft(passage: Passage, setting: Setting) -> Draft | None:
    """What the sentence of a likely date tells, read from its words alone; None for habits, and where the date is not
    that of a meeting: since when, of a law, of a founding, or of a meeting that was put off to another."""
    sentence, date = passage.sentence, passage.date
    text = masked(sentence.text)
    parts = stretches(text, list(passage.dates))
    part = next((one for one in parts if one.date == date), None)
    exact = date.when.precision in ("day", "month") and date.start < date.end
    founded = _FOUNDED.search(text) and not _MET.search(text)
    if (part is None and exact) or _REGULAR.search(text) or founded:
        return None
    part = part or Stretch(date, date.end, len(text))
    ground = setting.near(text)
    bodies = _abroad(text, ground)
    start, end = _named(text, part, bodies)
    name = (start, end) if start < end <= len(text) else (0, len(text))
    reading = read_name(text[slice(*name)], ground)
    reading = replace(reading, countries=reading.countries | _countries(text, part, ground))
    return Draft(
        name=rejoined(setting.document.text, *sentence.span(*name)).strip("、 "),
        words=text[slice(*name)],
        when=as_written(sentence, part.date, setting),
        place=place_of(text, (part, name[1]), bodies, ground),
        reading=reading,
        kind=reading.kind,
        status="planned" if _WISHED.search(text) else told_status(text, date.when, setting.document.published)[0],
        evidence=(setting.document.evidence(*sentence.span(0, len(text)), sentence.section.label),),
        origin="prose",
        participants=(*(one.as_participant("participant") for one in bodies), *countries_only(reading, setting)),
        doubts=(WORDS_ALONE,),
    )


def _countries(text: str, part: Stretch, setting: Setting) -> frozenset[str]:
    """The countries that words with a noun of a meeting speak of: 日米の首脳会談, フランスとの間で…意見交換."""
    if not HEAD.search(text, part.start, part.end):
        return frozenset()
    named = {one.id for one in setting.gazetteer.jurisdiction_lexicon.find(text[part.start : part.end])}
    return paired(text, setting) | frozenset(code for code in named if setting.foreign(code))


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
    if not heads:
        return part.start, part.end
    before = [one.start for one in bodies if one.end <= heads[0]]
    start = max(before) if before else max(part.date.end, text.rfind("、", 0, heads[0]) + 1)
    return (start, heads[0]) if start < heads[0] else (part.start, heads[0])
