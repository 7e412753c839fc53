"""Which phrases in the words of a date are its meetings, and what to read where no noun names one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from graph.extract.bodies import named_bodies
from graph.extract.japanese.called import called_by_series
from graph.extract.japanese.phrases import GENERIC_NAME, HEAD, Phrase, in_a_name, is_talk, phrases
from graph.extract.japanese.stretches import Stretch
from graph.extract.japanese.thread import Thread
from graph.extract.names import find_ordinal, read_name
from graph.extract.setting import Setting

_IN_PLACE_OF: Final = re.compile(r"代わりに|代わって|代えて|替えて|代替として")
_TAKES_PLACE: Final = re.compile(r"開催|実施|行[いっわ]|会談|協議")
_NEAR: Final = 20
BEFORE_THIS: Final = re.compile(r"前回(?=\($)|前回(?:の会合|会合)?(?=は?、?$)")
SINCE_THEN: Final = re.compile(
    r"以来(?:[0-9一二三四五六七八九十]+(?:年|か月)(?:ぶり)?)?の(?:対面(?:での)?)?(?:開催|会合|実施)"
)
NUMBER_ALONE: Final = re.compile(r"[にの]?第[0-9一二三四五六七八九十]+回(?=以来|に続|が|は|を)")
_BESIDE: Final = 4
_NUMBER_FIRST: Final = re.compile(r"第[0-9一二三四五六七八九十]+回(?=(?:を|は|が)、?)")
_NUMBER_AND_NOUN: Final = re.compile(r"[はの]?第[0-9一二三四五六七八九十]+回(?:局長級|閣僚級)?(?:会合|会議|対話|協議)")
_GATHERED: Final = re.compile(r"集(?:った|い|まった)|会した|会し、|会合を(?:持|開)")
_WE: Final = re.compile(r"我々|我ら|私たち")
ITSELF: Final = "本会合"
_NEXT_ITSELF: Final = re.compile(
    r"(?:次回|次期会合|再度|再び)(?!の)|次回(?=の(?:会合|会議|協議|対話|会談|フォーラム|総会|ラウンドテーブル))"
)
_TOPIC: Final = re.compile(r"[^。、]{0,60}?(?:\([^()]{1,20}\))?(?:は、|、これ[がは])")
_AND: Final = re.compile(r"[」』]?(?:及び|並びに|と|、)[「『]?")
_LEFT_OPEN: Final = re.compile(r"^[^、。]{0,20}(?:と|を|へ)、?(?:同|翌|[0-9])?$")


def chosen(text: str, part: Stretch, setting: Setting, thread: Thread) -> list[Phrase]:
    """The phrases of a part that are its meetings: those with a partner or series, else the first held."""
    by_pointing = _pointed_at(text, part, thread)
    if by_pointing is not None:
        return [by_pointing]
    found = phrases(text, part.start, part.end, setting, thread.met) or _shared(text, part, setting)
    found = _instead(text, part, found, thread) or found or _next_one(text, part, thread)
    found = (
        found
        or _topic(text, part, setting)
        or _gathered(text, part, thread)
        or listed_partner(text, part, setting, thread)
    )
    if not any(read_name(one.words, setting).series for one in found):
        found = called_by_series(text, part, setting) or found
    several = _together(text, found, setting)
    if several:
        return several
    if part.end <= part.date.start:
        numbered = [one for one in found if find_ordinal(one.words) and read_name(one.words, setting).series]
        found = numbered[-1:] or found[-1:]
    talks = [phrase for phrase in found if phrase.talk] or _with_the_heading(found, part, thread)
    talks = talks or _with_the_caption(found, thread, setting)
    if talks or part.heading:
        return talks[:1]
    named = [phrase for phrase in found if read_name(phrase.words, setting).series]
    if named:
        return [one for one in named if read_name(one.words, setting).ordinal] or named[:1]
    bare = [one for one in found if _NUMBER_AND_NOUN.fullmatch(one.words)] if thread.spoken else []
    return bare[:1] or [one for one in found if one.bodies or len(one.words) > GENERIC_NAME][:1] or found[:1]


def _pointed_at(text: str, part: Stretch, thread: Thread) -> Phrase | None:
    """The meeting before this one, or one that is only numbered: 前回, 2015年3月以来の開催, 第1回を."""
    if thread.last is None and thread.spoken is None:
        return None
    before_this = BEFORE_THIS.search(text, 0, part.date.start)
    if before_this is not None:
        return Phrase(*before_this.span(), before_this.start(), "前回", False, ())
    if SINCE_THEN.match(text, part.date.end):
        return Phrase(part.date.start, part.date.end, part.date.start, "前回", False, ())
    series = thread.spoken or (thread.last if thread.last and thread.last.series else None)
    alone = NUMBER_ALONE.match(text, part.start) if series else None
    return _number(alone) if alone is not None else None


def _together(text: str, found: list[Phrase], setting: Setting) -> list[Phrase]:
    """日EU・ICT政策対話(第22回)及び日EU・ICT戦略ワークショップ(第4回)を開催: numbered meetings of several series."""
    numbered = [one for one in found if find_ordinal(one.words)]
    if len(numbered) < 2:
        return []
    linked = all(_AND.fullmatch(text[a.end : b.start]) for a, b in pairwise(numbered))
    series = [read_name(one.words, setting).series for one in numbered] if linked else []
    return numbered if all(series) and len(set(series)) == len(numbered) > 1 else []


def _with_the_heading(found: list[Phrase], part: Stretch, thread: Thread) -> list[Phrase]:
    """Under １．欧州委員会（２月９日） a talk of which the sentence does not say with whom."""
    if part.heading is None or thread.heading is None or thread.heading.told:
        return []
    bodies = thread.heading.bodies
    return [replace(one, talk=True, bodies=bodies) for one in found if bodies and is_talk(one.words)]


def _with_the_caption(found: list[Phrase], thread: Thread, setting: Setting) -> list[Phrase]:
    """Under (1)欧州委員会 a talk of which the sentence does not say with whom."""
    named = [one for one in named_bodies(thread.caption, setting) if one.authority is not None]
    alone = len(named) == 1 and len(thread.caption) - (named[0].end - named[0].start) <= _BESIDE
    known = setting.gazetteer.bodies.get(named[0].authority or "") if alone else None
    if known is None or not setting.foreign(known.jurisdiction):
        return []
    talks = [one for one in found[:1] if is_talk(one.words) and not one.bodies and len(found) == 1]
    return [replace(one, talk=True, bodies=tuple(named)) for one in talks]


def _gathered(text: str, part: Stretch, thread: Thread) -> list[Phrase]:
    """我々は、９日から11日まで、ローマに集った: the meeting that the communiqué is of."""
    mark = _GATHERED.search(text, part.start, part.end)
    if mark is None or thread.series is None or not _WE.search(text, 0, mark.start()):
        return []
    return [Phrase(*mark.span(), part.start, ITSELF, False, ())]


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


def _next_one(text: str, part: Stretch, thread: Thread) -> list[Phrase]:
    """次回は、２月に東京で開催する: the next meeting of the one told before, without a noun of its own."""
    if thread.last is None:
        return []
    mark = _NEXT_ITSELF.match(text) or NUMBER_ALONE.match(text, part.start) or _number_before(text, part)
    return [_number(mark)] if mark else []


def _number(mark: re.Match[str]) -> Phrase:
    words = mark.group().lstrip("にの")
    start = mark.end() - len(words)
    return Phrase(start, mark.end(), start, words, False, ())


def _number_before(text: str, part: Stretch) -> re.Match[str] | None:
    """第1回を2022年10月に…で行った: a number and no noun right before the date."""
    before = text[: part.date.start]
    start = before.rfind("第")
    mark = _NUMBER_FIRST.match(text, max(start, 0), part.date.start) if start >= 0 else None
    return mark if mark is not None and mark.end() + 2 >= part.date.start else None


def _topic(text: str, part: Stretch, setting: Setting) -> list[Phrase]:
    """第42回世界プライバシー会議は、…13日に…実施された: the numbered meeting that the sentence begins with."""
    begun = _TOPIC.match(text, 0, part.date.start)
    if begun is None or not _TAKES_PLACE.search(text, part.start, part.end):
        return []
    found = [one for one in phrases(text, 0, begun.end(), setting) if find_ordinal(one.words)]
    return found[-1:]


def captioned(text: str, part: Stretch, setting: Setting, thread: Thread) -> list[Phrase]:
    """平成30年12月３日・４日、ウェリントン。 under the heading 第50回APPAフォーラム: the meeting that it names."""
    heads = list(HEAD.finditer(thread.caption))
    verbless = not re.search(r"[たする]。?$|、[^、。]*[ぁ-ん]", text[part.date.end :])
    series = not heads and verbless and bool(setting.gazetteer.series_lexicon.find(thread.caption, setting.nearby))
    if (
        not (series or (heads and not is_talk(heads[-1].group())))
        or part.date.start > 1
        or HEAD.search(text, part.date.end)
    ):
        return []
    return [Phrase(part.date.start, part.date.end, part.start, thread.caption, False, ())]


def listed_partner(text: str, part: Stretch, setting: Setting, thread: Thread) -> list[Phrase]:
    """３月14日　英国…大臣, on a line of its own under the heading 二国間の会談: a talk with whom it names."""
    nouns = [head for head in HEAD.finditer(thread.caption) if is_talk(head.group())]
    if not nouns or part.date.start > 1 or "。" in text or HEAD.search(text):
        return []
    named = [one for one in named_bodies(text, setting) if one.start >= part.start]
    others = tuple(one for one in named if one.authority != setting.publisher)
    if not others:
        return []
    words = f"{others[0].label}との{nouns[-1].group()}"
    return [Phrase(others[0].start, others[-1].end, part.start, words, True, others)]


def _shared(text: str, part: Stretch, setting: Setting) -> list[Phrase]:
    """A partner whose talk is named with the next one: 26日にAと、28日にBとそれぞれ会談を行い."""
    named = named_bodies(text, setting)
    bodies = [one for one in named if part.start <= one.start and one.end <= part.end]
    others = [one for one in bodies if one.authority != setting.publisher]
    heads = HEAD.finditer(text, part.end)
    head = next((one for one in heads if not in_a_name(text, one, named, setting)), None)
    if not others or head is None or not _LEFT_OPEN.search(text[others[-1].end : part.end]):
        return []
    return [Phrase(others[0].start, part.end, part.start, f"{others[0].label}との{head.group()}", True, tuple(others))]
