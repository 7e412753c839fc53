"""The dates of a sentence, and the stretch of words that belongs to each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from graph.dates import FoundDate, find_dates, find_english_dates
from graph.extract.phrases import HEAD
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place, When
from graph.text import rejoined

_ANNOUNCED: Final = re.compile(
    r"^(?:付[けで]*)?(?:に|、|において)*(?:公表|公布|施行|発効|閣議決定|決定|取りまとめ|改正)"
)
_AHEAD: Final = re.compile(r"予定|今後|次回|来月|開催される。|開催します")
_IN_PREPARATION: Final = re.compile(r"[^()]{0,20}\)?(?:に|へ)(?:の参加に)?向け")
_NEW_TIME: Final = re.compile(r"(?:以降|以後|頃|中|中旬|上旬|下旬)?(?:に|へ|まで)(?:再?延期|変更|順延|繰り延べ)")
_NEAR: Final = 16
_BEFORE_DATE: Final = re.compile(
    r"(?:を|は、?|が、?|については、?|につき、?|\()(?:[^、。をはが]{1,12}(?:で|において|にて)、?)?$"
)
_PARTNER_FIRST: Final = re.compile(r"(?:と|との間で|を|へ|に対し)$")
_NEW_CLAUSE: Final = re.compile(r"(?:[しいてり]|は|また|さらに|ほか|とともに)、|。")
NEXT: Final = re.compile(r"次回|次期会合|再度|再び")


@dataclass(frozen=True)
class Stretch:
    """A date of a sentence with the words that belong to it, as spans."""

    date: FoundDate
    start: int
    end: int
    heading: Place | None = None


def dates_in(text: str, setting: Setting, previous: When | None) -> list[FoundDate]:
    """The dates of a sentence in normalised form; ``previous`` is the date before it, which 同日 leans on."""
    leaning = 0 if _AHEAD.search(text) else -1
    found = find_dates(text, replace(setting.document.dates(previous), leaning=leaning))
    return sorted([*found, *find_english_dates(text)], key=lambda one: one.start)


def anchor(text: str, dates: list[FoundDate], previous: When | None) -> When | None:
    """What 同年 and 同月 of the next sentence lean on: the last day or month, not a year or a law's day in passing."""
    told = [date for date in dates if not _ANNOUNCED.match(text[date.end :])]
    exact = [date.when for date in told if date.when.precision in ("day", "month")]
    return exact[-1] if exact else previous or (dates[-1].when if dates else None)


def stretches(text: str, dates: list[FoundDate]) -> list[Stretch]:
    """The words of each date: those behind it, or those before it in 「〜を５月27日から…設定」."""
    parts = []
    usable = [date for date in dates if date.when.precision != "year" or NEXT.search(text[: date.start])]
    usable = [date for date in usable if not _ANNOUNCED.match(text[date.end :])]
    usable = [date for date in usable if not _IN_PREPARATION.match(text[date.end :])]
    usable = [date for date in usable if not _NEW_TIME.match(text[date.end :])]
    for index, date in enumerate(usable):
        floor = usable[index - 1].end if index else 0
        ceiling = usable[index + 1].start if index + 1 < len(usable) else len(text)
        heads = [head.end() for head in HEAD.finditer(text, floor, date.start)]
        leads = heads and date.start - heads[-1] <= _NEAR and _BEFORE_DATE.search(text[floor : date.start])
        if leads:
            parts.append(Stretch(date, floor, date.start))
        elif _PARTNER_FIRST.search(text[floor : date.start]):
            cuts = [cut.end() for cut in _NEW_CLAUSE.finditer(text, floor, date.start)]
            parts.append(Stretch(date, cuts[-1] if cuts else floor, ceiling))
        else:
            parts.append(Stretch(date, date.end, ceiling))
    return parts


def as_written(sentence: Sentence, date: FoundDate, setting: Setting) -> When:
    """The date with its words as the document has them, not in normal form."""
    if date.start == date.end:
        return date.when
    words = rejoined(setting.document.text, *sentence.span(date.start, date.end))
    return date.when.model_copy(update={"verbatim": words})
