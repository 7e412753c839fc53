"""Days without their month: 26日には, (28日), 4日(火) as a line begins, 18、19の両日, 来週17日, 前日の12日."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.date_words import NUM, WEEKDAY, S
from graph.eras import number

_NO_SPAN: Final = r"(?!間|以|目|分|前|後|程|数|本|系|余|ぶり|連続|ごと|おき|未満|制|経)"
_FREE: Final = r"(?<![0-9〇零一二三四五六七八九十百月年第.,/])"
# Words behind a day that tell that it is one, and not so many days.
_TOLD: Final = re.compile(
    rf"{_FREE}(?P<day>{NUM}){S}日{_NO_SPAN}{WEEKDAY}(?:{S}\([^()0-9]{{2,6}}\))?(?={S}(?:に|は|夕|夜|朝|昼|の?午|の(?:会談|会合|面談|協議|会議|総会|部会|初回|開会|閉会|式典|フォーラム|セミナー|ワークショップ|[朝昼夕]食会?|晩|夜|朝|夕|昼|予定)"
    rf"|から|~|、|及び|までの?[1-9]日間|付け?で|[と・]{S}{NUM}{S}日))"
)
_IN_BRACKET: Final = re.compile(
    rf"(?P<day>{NUM}){S}日{_NO_SPAN}{WEEKDAY}(?={S}(?:[)、・~]|及び|から|夕|夜|朝|昼|午|に|[0-9]+(?:時|:)))"
)
_BRACKET: Final = re.compile(r"\((?:[^()0-9]{0,16}(?:、|以上|いずれも|とも|各|[:：]))?\s*$")
_LEADING: Final = re.compile(
    rf"(?P<day>{NUM}){S}日{_NO_SPAN}{WEEKDAY}(?!{S}(?:[にはのをがで、。もや]|から|まで|とい|締|付|予定|ルール))"
)
_LINE: Final = re.compile(r"(?:^|\n)[\s・▼▽■□◆◇●○◎※(【\[-]*$")
# 31日の「…対話」の会合: a day only where it lies near one that is told; else it may be so many days.
_OF_WEEKDAY: Final = re.compile(
    rf"(?<![0-9〇零一二三四五六七八九十百月年第.])(?P<day>{NUM}){S}日{S}\([月火水木金土日](?:曜日?)?(?:[・、,][祝休])?\)"
)
_OF_DAY: Final = re.compile(
    rf"{_FREE}(?P<day>{NUM}){S}日{_NO_SPAN}{WEEKDAY}(?={S}の(?!間|猶予|期|休|余|うち|予|告|ため|よう|延|遅|差|待|合計))"
)
_PAIR: Final = re.compile(
    rf"{_FREE}(?<![0-9日][、・])(?P<first>{NUM}){S}[、・,]{S}(?P<last>{NUM}){S}"
    r"(?:日?の?両日|日?の2日間|日(?=に(?!わた|も|及)|\)))"
)
_WEEK: Final = re.compile(
    rf"(?P<which>先々|再来|先|今|来)週の?(?:[月火水木金土日]曜日?の?)?{S}(?P<day>{NUM}){S}日{_NO_SPAN}{WEEKDAY}"
)
_BESIDE_WORD: Final = re.compile(
    rf"(?P<which>前日|翌日|一昨日|昨日|明日|本日|あす|きょう|昨)の?{S}(?P<day>{NUM}){S}日{_NO_SPAN}{WEEKDAY}"
)


# 10/3 …, 4/2~4/5 …, 7/5~7 … as a line or a bracket begins.
_SLASHED: Final = re.compile(
    r"(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/年月日%])"
    r"(?:\s*[~-]\s*(?:(?P<last_month>1[0-2]|0?[1-9])/)?(?P<last>3[01]|[12][0-9]|0?[1-9])(?![0-9/年月%:]))?"
    r"(?!\s*(?:ページ|頁|回|人|件|票|枚|以上|程度|の(?:割合|確率)))"
)


@dataclass(frozen=True)
class LoneDay:
    """The number of a day and where its words end; ``near`` where it is one only beside a day that is told."""

    day: int
    end: int
    near: bool = False


def lone_day(folded: str, start: int) -> LoneDay | None:
    """A day without its month that begins here."""
    before = folded[max(0, start - 24) : start]
    forms = (
        (_TOLD.match(folded, start), False),
        (_IN_BRACKET.match(folded, start) if _BRACKET.search(before) else None, True),
        (_LEADING.match(folded, start) if _LINE.search(before) else None, True),
        (_OF_WEEKDAY.match(folded, start), True),
        (_OF_DAY.match(folded, start), True),
    )
    for match, near in forms:
        day = number(match["day"]) if match else None
        if match is not None and day is not None:
            return LoneDay(day, match.end(), near)
    return None


def slashed(folded: str, start: int) -> re.Match[str] | None:
    """10/3 or 7/5~7 where a line begins with it; in a bracket only as a range: (10/10-12、…)."""
    before = folded[max(0, start - 24) : start]
    match = _SLASHED.match(folded, start)
    bracketed = match is not None and match["last"] and _BRACKET.search(before)
    return match if match is not None and (_LINE.search(before) or bracketed) else None


def two_days(folded: str, start: int) -> tuple[int, int, int] | None:
    """The first and the last of 18、19の両日, which follow each other, and where the words end."""
    match = _PAIR.match(folded, start)
    if match is None:
        return None
    first, last = number(match["first"]), number(match["last"])
    return (first, last, match.end()) if first and last and last == first + 1 else None


def day_of_week(folded: str, start: int) -> tuple[str, int, int] | None:
    """来週17日: which week, the number of the day and where the words end."""
    return _numbered(_WEEK.match(folded, start))


def day_beside_word(folded: str, start: int) -> tuple[str, int, int] | None:
    """前日の12日, 明日16日: the word, the number of the day and where the words end."""
    return _numbered(_BESIDE_WORD.match(folded, start))


def _numbered(match: re.Match[str] | None) -> tuple[str, int, int] | None:
    day = number(match["day"]) if match else None
    return (match["which"], day, match.end()) if match is not None and day is not None else None
