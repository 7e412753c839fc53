"""What a person is told of a document beside its meetings: dates in it that cannot be.

No day is ever invented for 令和元年13月45日, and 平成32年 lies behind the end of its era; both are slips of the
document, which a person can look up, so they are named in one sentence for each file.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from graph.document import Document
from graph.eras import calendar_year, number, outlived
from graph.extract.gazetteer import Gazetteer
from graph.model import Text
from graph.text import normal

_NUM: Final = r"(?:[0-9]{1,4}|元|[〇零一二三四五六七八九十]{1,4})"
_JAPANESE: Final = re.compile(
    rf"(?:(?P<era>令和|平成|昭和|大正|明治)(?P<era_year>{_NUM})年(?!間|代)|(?<![0-9])(?P<year>[0-9]{{4}})年(?!間|代))"
    rf"(?:(?P<month>{_NUM})月(?!間|額)(?:(?P<day>{_NUM})日(?!間))?)?"
    rf"|(?<![0-9年〇一二三四五六七八九十])(?P<lone_month>{_NUM})月(?P<lone_day>{_NUM})日(?!間)"
)
_ISO: Final = re.compile(
    r"(?<![0-9A-Za-z/.-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])"
)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH: Final = "|".join(_MONTHS)
_ENGLISH: Final = re.compile(
    rf"(?<![0-9-])(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>[0-9]{{4}})"
    rf"|(?<![A-Za-z])(?P<first_month>{_MONTH})\s+(?P<next_day>[0-9]{{1,2}})(?:st|nd|rd|th)?,\s+(?P<next_year>[0-9]{{4}}))(?![0-9])",
    re.IGNORECASE,
)
_LEAP_YEAR: Final = 2000
_MONTHS_OF_YEAR: Final = 12
_SHOWN: Final = 3


def warnings(document: Document, gazetteer: Gazetteer) -> tuple[Text, ...]:
    """One sentence on the impossible dates of a document, in both languages; nothing where it has none.

    The gazetteer is taken as ``extract`` takes it, so that both are called alike.
    """
    text = normal(document.text)
    never = tuple(dict.fromkeys(_never(text)))
    late = tuple(dict.fromkeys(_late(text)))
    if not never and not late:
        return ()
    english = [f"no such day: {_listed(never)}"] if never else []
    english += [f"later than the end of its era: {_listed(late)}"] if late else []
    japanese = [f"存在しない日付（{_listed(never, '、')}）"] if never else []
    japanese += [f"元号の終了後の年（{_listed(late, '、')}）"] if late else []
    return (
        Text(
            en=f"Dates in the document that cannot be right ({'; '.join(english)}); compare them with the original.",
            ja=f"文書中に{'及び'.join(japanese)}があります。原文を確認してください。",
        ),
    )


def _listed(words: tuple[str, ...], parted: str = ", ") -> str:
    more = len(words) - _SHOWN
    return parted.join(words[:_SHOWN]) + (f"{parted}…(+{more})" if more > 0 else "")


def _never(text: str) -> Iterator[str]:
    """Months beyond December and days beyond the month's end, in order of form."""
    for hit in _JAPANESE.finditer(text):
        if hit["lone_month"]:
            possible = _possible(_LEAP_YEAR, number(hit["lone_month"]), number(hit["lone_day"]))
        else:
            written = number(hit["era_year"] or hit["year"])
            year = calendar_year(hit["era"], written or 0) if hit["era"] else written
            possible = not hit["month"] or _possible(year, number(hit["month"]), number(hit["day"] or "1"))
        if not possible:
            yield hit.group()
    for hit in _ISO.finditer(text):
        if not _possible(int(hit["year"]), int(hit["month"]), int(hit["day"])):
            yield hit.group()
    for hit in _ENGLISH.finditer(text):
        month = _MONTHS.index((hit["month"] or hit["first_month"]).lower()) + 1
        if not _possible(int(hit["year"] or hit["next_year"]), month, int(hit["day"] or hit["next_day"])):
            yield hit.group()


def _late(text: str) -> Iterator[str]:
    """Era years that came only after the era had ended."""
    for hit in _JAPANESE.finditer(text):
        if hit["era"]:
            words = outlived(f"{hit['era']}{hit['era_year']}年")
            if words is not None:
                yield words


def _possible(year: int | None, month: int | None, day: int | None) -> bool:
    if year is None or month is None or day is None or not 1 <= month <= _MONTHS_OF_YEAR or not 1 <= year <= 9999:
        return False
    return 1 <= day <= monthrange(year, month)[1]
