"""Meetings told by leaning on others: the next one, the one before, one that has a number and no other name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from graph.extract.japanese.chosen import ITSELF
from graph.extract.japanese.phrases import HEAD, Phrase
from graph.extract.japanese.stretches import NEXT, Stretch
from graph.extract.japanese.thread import Thread
from graph.extract.names import Reading
from graph.extract.setting import Setting

AGAIN: Final = re.compile(r"[2-9二三四五][度回]目の")
BARE: Final = re.compile(
    r"の?第[0-9一二三四五六七八九十]+回(?:目?の)?(?P<noun>(?:閣僚級|局長級|政務級|次官級)?(?:会合|会議|対話|協議|フォーラム|総会|ワークショップ|ラウンドテーブル)?)(?:\([^()]*\))?"
)
NUMBER_BEHIND: Final = re.compile(r"の第[0-9一二三四五六七八九十]+回(?:会合|会議)?\)")


def since_then(text: str, told: tuple[Stretch, Phrase], thread: Thread) -> Reading | None:
    """Of the meetings told together, the one that 今回の政策対話は2015年3月以来の開催 speaks of."""
    part, phrase = told
    if phrase.words != "前回" or not thread.together:
        return None
    heads = [head.group() for head in HEAD.finditer(text, 0, part.date.start)]
    named = [one for one in thread.together if heads and one.words.rfind(heads[-1]) >= 0]
    return named[0].reading if len(named) == 1 else None


def leans(text: str, phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase says of itself nothing but that it is the next of its kind, or the one before."""
    again = (
        NEXT.search(text[: phrase.end])
        or phrase.words.startswith(("前回", ITSELF))
        or AGAIN.search(phrase.words)
        or BARE.fullmatch(phrase.words)
    )
    return bool(again) and not (reading.series or reading.bodies or reading.countries)


def names_series(text: str, phrase: Phrase, series: Reading, setting: Setting) -> bool:
    """Whether a number, or the noun behind 次回の, is that of the series spoken of."""
    name = setting.gazetteer.series[series.series].name.ja if series.series else None
    head = HEAD.match(text, phrase.end + 1) if text.startswith("の", phrase.end) else None
    return bool(BARE.fullmatch(phrase.words) or (head and head.group() in (name or "")))


def of_its_name(phrase: Phrase, last: Reading, setting: Setting) -> bool:
    """Whether the next one is called by the noun of the series: 次回のラウンドテーブル."""
    series = setting.gazetteer.series.get(last.series or "")
    heads = [head.group() for head in HEAD.finditer(phrase.words)]
    return bool(series and heads and heads[-1] in (series.name.ja or ""))


def of_the_series(phrase: Phrase, reading: Reading, last: Reading | None, setting: Setting) -> Reading:
    """第54回フォーラム behind 第53回APPAフォーラム: of the same series, whose name has that noun."""
    bare = BARE.fullmatch(phrase.words)
    series = setting.gazetteer.series.get(last.series or "") if last else None
    if bare is None or series is None or reading.series or reading.bodies or bare["noun"] not in (series.name.ja or ""):
        return reading
    return replace(reading, series=series.id, kind=series.kind, talk=False)
