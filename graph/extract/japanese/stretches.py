"""The dates of a sentence, and the stretch of words that belongs to each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from graph.dates import DateContext, FoundDate, find_dates, find_english_dates
from graph.extract.japanese.phrases import HEAD
from graph.extract.sentences import Sentence
from graph.extract.setting import Setting
from graph.model import Place, When
from graph.text import rejoined

_ANNOUNCED: Final = re.compile(
    r"^(?:付[けで]*)?(?:に|、|において)*(?:設置|設立|創設|発足|立ち上げ|公表|公布|施行|発効|閣議決定|決定|取りまとめ|改正)"
    r"|^に(?:運用を?)?(?:開始|適用)された(?:こと|の)|^の[^、。]{0,30}(?:施行|発効)(?:を(?:受け|前に|機に)|に(?:伴|先立|合わせ|向け))"
)
_AHEAD: Final = re.compile(
    r"予定|今後|次回|来月|年内|見通し|開催される。|開催します|(?:開く|開催する|行う|実施する)(?:こと|と|方針)"
)
_IN_PREPARATION: Final = re.compile(
    r"[^()]{0,20}\)?(?:に|へ)(?:の参加に)?向け(?!た[^、。]{0,12}(?:会議|会合|協議|対話|会談|意見交換))"
)
_NEW_TIME: Final = re.compile(
    r"(?:以降|以後|頃|中|中旬|上旬|下旬)?(?:に|へ|まで)(?:再?延期|変更|順延|繰り延べ|仕切り直し)"
)
_PUT_OFF: Final = re.compile(r"延期|順延|繰り延べ|日程(?:を|の)?変更")
_WAS_PLANNED: Final = re.compile(r"に?(?:開催(?:が|を)?)?予定(?:されて|して)い?た")
_OFF: Final = re.compile(r"中止|とりやめ|取りやめ|取り止め|見送|代わりに|代えて")
_TOOK_PLACE: Final = re.compile(r"[^、。]{0,20}(?:開催(?:され|し)(?!な|る)|行われ(?!な|る)|実施(?:され|し)(?!な|る))")
_DECIDED_FOR: Final = re.compile(r"[^、。]{0,20}(?:行う|(?:開催|実施)する)こと(?:とし|に(?:し|な)|で|が)")
_THE_SAME: Final = re.compile(r"(?:同|本|この|当該)[^、。]{2,8}(?:は|が)、?$")
_WAS_HELD: Final = re.compile(
    r"(?:に|から)?[^、。]{0,20}?(?:(?:開催|実施|主催)(?:され|し)|行われ|行っ|開かれ)た(?=[一-龥ァ-ヶA-Za-z「])(?!際|後|折|時|場合|結果)"
)
_OF_DATE: Final = re.compile(rf"の[^、。はがをにで]{{0,16}}?(?:{HEAD.pattern})", re.IGNORECASE)
_AND_THEN: Final = re.compile(
    r"(?:を踏まえ|を受けて?|の(?:成果|結果|議論)を[^、。]{1,8}|のフォローアップ[^、。]{0,12})、$"
)
_HOSTS: Final = re.compile(r"開催|主催|実施")
_NEXT_NUMBER: Final = re.compile(r"[^、。]{0,16}第[0-9一二三四五六七八九十]+回[^、。]{0,12}を?開(?:く|催する)こと")
_TO_COME_AT_ALL: Final = re.compile(r"(?:開催|実施)(?:する(?!方向)|され?る|予定)|行うこと|予定")
_WILL_BE: Final = re.compile(
    r"(?:開催|実施|主催)(?:する|される|を)?予定|(?:開催|実施|主催)(?:します|されます|する。|される。)"
)
_FIRST_ONE: Final = re.compile(r"(?:\([^()]{1,10}\))?に第1回目?[のをが][^、。]{0,10}(?:開催|実施|行)(?:し|さ|わ|っ)")
_FIRST_OF_THEM: Final = re.compile(r"第1回目?(?:の?(?:会合|会議|対話|協議))?[をがは]、?$")
_NAME_REACH: Final = 40
_LAST_YEAR: Final = re.compile(r"(?:昨|前|一昨)年")
_ANNOUNCED_FOR: Final = re.compile(r"[^。]{0,60}(?:開く|開催する|行う|実施する)(?:こと|と|方針|予定)")
_NEXT_ONE: Final = re.compile(r"次回[^、。]{0,20}$")
_AND: Final = ("及び", "並びに", "と", "・")
_SINCE: Final = re.compile(
    r"(?:以降|以後|以来)(?!に(?:再?延期|変更)|(?:[^、。]{1,6})?の(?:対面(?:での)?)?(?:開催|会合|実施))"
)
# An issue of a journal has a date too, and a count of meetings has the month from which they were counted.
_COUNTED: Final = re.compile(r"\s*(?:No\.|第[0-9]+号|号|発行|掲載)|(?:から|より)[0-9]+回")
# A line of a list of press releases: …政策対話の結果(平成24年６月21日).
_OF_A_RELEASE: Final = re.compile(r"(?:の(?:開催)?結果|について|公表資料|報道資料|プレスリリース)\s*\($")
# 2010年６月に両国の間で、…対話を行うことが合意された: the day of the agreement, not of the talks.
_AGREED_THEN: Final = re.compile(
    r"に、?[^、。]{1,12}の?間で、[^。]{0,80}を(?:行う|開催する|実施する|始める)こと(?:が|で|を|に)(?:合意|一致|決定|確認)"
)
_TO_COME: Final = re.compile(r"(?:開催|実施)(?!する(?:ことで(?:一致|合意|確認)|方向))")
_STILL_THIS_YEAR: Final = re.compile(r"(?:年度?内|年度?中|年末)$")
_NEAR: Final = 16
_LONGEST_STAY: Final = 27
_ADOPTED: Final = re.compile(r"に(?:採択|認定|承認)され")
_BY_THE_NEWS: Final = re.compile(r"と(?:発表|公表)し(?:た|ました)。?$")
_DAY_ALONE: Final = re.compile(r"(?<![0-9月年第翌同本前])(?P<day>[0-9]{1,2})日(?!間|以|目|分|前|後|程|数)")
_DAY_OF_STAY: Final = re.compile(r"初日|(?<![0-9第])[0-9一二三四五]+日目|最終日")
_MONTH_OR_YEAR: Final = re.compile(r"[0-9]+[月年]|[同本今昨来先翌前当][月年日]")
_BEFORE_DATE: Final = re.compile(
    r"(?:を|は、?|が、?|については、?|につき、?|\()(?:(?:当初|元々|もともと|本来)、?)?(?:[^、。をはが]{1,12}(?:で|において|にて)、?)?$"
)
_PARTNER_FIRST: Final = re.compile(r"(?:とは?|との間で|(?<!回)を|へ|に対し)$")
_NEW_CLAUSE: Final = re.compile(r"(?:[しいてり]|は|また|さらに|ほか|とともに)、|。")
FINITE: Final = re.compile(
    r"(?:開催|実施|出席|参加|訪問|会談|面談|意見交換|議論|署名|参画|登壇|講演|招へい|招待|中止|延期|共有|説明|確認)"
    r"(?:を?行い|を?行っ|し、|した|しま|して|され|とな|を?決|を?見送)|行われ|行い|行っ|交わし|見送|取りや"
    r"|予定(?!され|して|の|であ)"
)
NEXT: Final = re.compile(r"次回|次の(?=[^、。]{0,8}(?:会合|協議|対話|会議))|次期会合|再度|再び")


@dataclass(frozen=True)
class Stretch:
    """A date of a sentence with the words that belong to it, as spans."""

    date: FoundDate
    start: int
    end: int
    heading: Place | None = None


def dates_in(text: str, setting: Setting, previous: When | None, running: When | None = None) -> list[FoundDate]:
    """The dates of a sentence in normalised form; ``previous`` is the date before it, which 同日 leans on, ``running``
    what a day without its month is of."""
    leaning = 0 if _AHEAD.search(text) else -1
    context = replace(setting.document.dates(previous), leaning=leaning, about=setting.about, running=running)
    found = find_dates(text, replace(context, period=setting.year or context.period))
    dates = sorted([*found, *find_english_dates(text)], key=lambda one: one.start)
    return [_to_come(text, date, dates[index - 1].when if index else previous) for index, date in enumerate(dates)]


def leant_on(text: str, previous: When | None, stay: When | None) -> When | None:
    """What a day alone leans on: the days of a stay told before that it lies in, else the date before it."""
    day = _DAY_ALONE.search(text)
    if stay is not None and _DAY_OF_STAY.search(text):
        return stay
    if day is None or stay is None or _MONTH_OR_YEAR.search(text[: day.start()]):
        return previous
    days = range((stay.latest - stay.earliest).days + 1)
    within = any((stay.earliest + timedelta(days=one)).day == int(day["day"]) for one in days)
    return stay if within else previous


def stay_of(dates: list[FoundDate]) -> When | None:
    """The last of the dates that is of several days, as a journey is."""
    told = [one.when for one in dates if one.when.precision == "day" and one.when.earliest < one.when.latest]
    return told[-1] if told and (told[-1].latest - told[-1].earliest).days <= _LONGEST_STAY else None


def _to_come(text: str, date: FoundDate, before: When | None) -> FoundDate:
    """The 10月 of 次回会合を10月に, told without its year: it comes after what was told before."""
    words = text[date.start : date.end]
    behind = before is not None and date.when.latest < before.earliest
    announced = _NEXT_ONE.search(text[: date.start]) or _ANNOUNCED_FOR.match(text, date.end)
    if not behind or "年" in words or not announced:
        return date
    later = find_dates(f"{date.when.earliest.year + 1}年{words}", DateContext())
    return replace(date, when=later[0].when) if len(later) == 1 else date


def anchor(text: str, dates: list[FoundDate], previous: When | None) -> When | None:
    """What 同年 and 同月 of the next sentence lean on: the last day or month, not a year or a law's day in passing."""
    passing = (_ANNOUNCED, _ADOPTED)
    told = [
        date
        for date in dates
        if not any(form.match(text[date.end :]) for form in passing) and not _LAST_YEAR.match(text, date.start)
    ]
    exact = [date.when for date in told if date.when.precision in ("day", "month")]
    return exact[-1] if exact else previous or (dates[-1].when if dates else None)


def stretches(text: str, dates: list[FoundDate]) -> list[Stretch]:
    """The words of each date: those behind it, or those before it in 「〜を５月27日から…設定」."""
    parts: list[Stretch] = []
    usable = [date for date in dates if _tells(text, date) and not _of_the_news(text, date, dates)]
    for index, date in enumerate(usable):
        floor = usable[index - 1].end if index else 0
        ceiling = usable[index + 1].start if index + 1 < len(usable) else len(text)
        if parts and _new_time(text, usable[index - 1], date, ceiling):
            if _as_exact(date, usable[index - 1]):
                parts[-1] = _moved(parts[-1], date, ceiling)
            continue
        heads = [head.end() for head in HEAD.finditer(text, floor, date.start)]
        object_of = heads and _object_of(text, (floor, date.start), (date.end, ceiling))
        near = heads and date.start - heads[-1] <= _NEAR and not _of_another(text, date, ceiling)
        if object_of or (near and _BEFORE_DATE.search(text[floor : date.start])):
            parts.append(Stretch(date, floor, date.start))
        elif _PARTNER_FIRST.search(text[floor : date.start]):
            cuts = [cut.end() for cut in _NEW_CLAUSE.finditer(text, floor, date.start)]
            parts.append(Stretch(date, cuts[-1] if cuts else floor, ceiling))
        else:
            parts.append(Stretch(date, date.end, ceiling))
    return _listed(text, [_of_what_was_held(text, part) for part in parts])


def _of_the_news(text: str, date: FoundDate, dates: list[FoundDate]) -> bool:
    """省は７月19日、会合を18日に開いたと発表した: the day of the news, where another is told for the meeting."""
    subject = text[: date.start].rstrip("、").endswith(("は", "が"))
    return bool(subject and date is not dates[-1] and text.startswith("、", date.end) and _BY_THE_NEWS.search(text))


def _of_what_was_held(text: str, part: Stretch) -> Stretch:
    """本年6月に開催されたG20の成果を踏まえ、次回の会合に…: the date is of what stands right behind it."""
    held = _WAS_HELD.match(text, part.date.end)
    comma = text.find("、", held.end()) if held else -1
    if held is None or comma < 0 or part.end <= comma or not _AND_THEN.search(text[held.end() : comma + 1]):
        return part
    return replace(part, end=comma)


def _listed(text: str, parts: list[Stretch]) -> list[Stretch]:
    """Dates in a list, ４月、７月及び10月に, have the same words: those behind the last, or before the first."""
    shared = list(parts)
    linked = False
    for index in range(len(parts) - 1, 0, -1):
        before, after = shared[index - 1], shared[index]
        link = text[before.date.end : after.date.start]
        alone = link == "、" and text[before.date.start - 1 : before.date.start] == "("
        linked = link in _AND or (linked and link == "、") or (alone and text.startswith(")", after.date.end))
        if linked and before.end <= before.date.start:
            shared[index] = replace(before, date=after.date)
        elif linked:
            shared[index - 1] = replace(after, date=before.date)
    return shared


def _of_another(text: str, date: FoundDate, ceiling: int) -> bool:
    """同会合は、11月1日に東京で行われた第1回対話から…, 会合では、６月に開催された第3回…: of the one named behind it."""
    told_behind = _WAS_HELD.match(text, date.end)
    of_date = _OF_DATE.match(text, date.end)
    if of_date and of_date.end() <= ceiling:
        return True
    if told_behind and told_behind.end() < ceiling and HEAD.search(text, told_behind.end(), ceiling):
        return True
    return bool(_THE_SAME.search(text[: date.start]) and HEAD.search(text, date.end, ceiling))


def _object_of(text: str, before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """第62回フォーラムを、27日に…主催します: the object that a sentence begins with, nothing else being held."""
    hosted = _HOSTS.search(text, *behind)
    return bool(text[slice(*before)].endswith("を、") and hosted and not HEAD.search(text, *behind))


def _tells(text: str, date: FoundDate) -> bool:
    """Whether a date may be that of a meeting: not of a law, of preparations, since when, or of a year in passing."""
    behind = text[date.end :]
    passing = (_ANNOUNCED, _IN_PREPARATION, _SINCE, _COUNTED, _AGREED_THEN)
    if any(form.match(behind) for form in passing):
        return False
    if _OF_A_RELEASE.search(text[: date.start]) and re.match(r"\)\s*$", behind):
        return False
    if date.when.precision in ("fiscal-half", "fiscal-year") and behind.startswith(("から", "より")):
        return False
    if date.when.precision != "year" or _this_year(text, date):
        return True
    if _FIRST_ONE.match(text, date.end) or _FIRST_OF_THEM.search(text[: date.start]):
        return True
    to_come = NEXT.search(text[: date.start]) or _numbered_to_come(text, date) or _next_year(text, date)
    return bool(to_come) and not _within_year(text, date)


def _numbered_to_come(text: str, date: FoundDate) -> bool:
    """第3回閣僚級会合を来年英国で開催する: a numbered meeting of which only the year is agreed."""
    numbered = re.search(r"第[0-9一二三四五六七八九十]+回[^、。]{0,16}(?:を|は、?)$", text[: date.start])
    behind = _NEXT_NUMBER.match(text, date.end)
    return bool(behind or (numbered and _TO_COME_AT_ALL.search(text, date.end)))


def _next_year(text: str, date: FoundDate) -> bool:
    """来年のG7ラウンドテーブル会合は、…開催する予定です: a meeting named by the year that it will be held in."""
    head = HEAD.search(text, date.end, date.end + _NAME_REACH)
    year_to_come = text[date.start : date.end].startswith(("来年", "翌年"))
    return bool(year_to_come and text.startswith("の", date.end) and head and _WILL_BE.search(text, head.end()))


def _this_year(text: str, date: FoundDate) -> bool:
    """年内に次回会合を開催する, 本年中に: a meeting to come of which only the year is said."""
    return _within_year(text, date) and bool(_TO_COME.search(text, date.end))


def _within_year(text: str, date: FoundDate) -> bool:
    words = text[date.start : date.end] + text[date.end : date.end + 1].strip("にのは、。")
    return bool(_STILL_THIS_YEAR.search(words))


def _as_exact(date: FoundDate, before: FoundDate) -> bool:
    """A day is not given up for the month that the meeting was put off to."""
    days = date.when.latest - date.when.earliest
    if date.when.precision == before.when.precision:
        return True
    return days <= before.when.latest - before.when.earliest or date.when.precision == "day"


def _moved(part: Stretch, date: FoundDate, ceiling: int) -> Stretch:
    """The stretch with the date that its meeting was moved to, and the words of that."""
    return replace(part, date=date, end=part.end if part.end <= part.date.start else ceiling)


def moved_to(text: str, date: FoundDate) -> bool:
    """Whether a meeting is said to have been moved to a date: ３月20日に延期."""
    return bool(_NEW_TIME.match(text, date.end))


def _new_time(text: str, before: FoundDate, date: FoundDate, ceiling: int) -> bool:
    """Whether a date is the one that the meeting of the date before it was moved to."""
    if moved_to(text, date):
        return True
    off = _PUT_OFF.search(text, before.end, date.start)
    if off is not None:
        return HEAD.search(text, off.end(), ceiling) is None
    planned = _WAS_PLANNED.match(text, before.end) and not _OFF.search(text, before.end, date.start)
    instead = _TOOK_PLACE.match(text, date.end) or _DECIDED_FOR.match(text, date.end)
    return bool(planned and instead and not HEAD.search(text, date.end, ceiling))


def as_written(sentence: Sentence, date: FoundDate, setting: Setting) -> When:
    """The date with its words as the document has them, not in normal form."""
    if date.start == date.end:
        return date.when
    words = rejoined(setting.document.text, *sentence.span(date.start, date.end))
    return date.when.model_copy(update={"verbatim": words})
