"""The year that a line of its own, or a heading, gives to the dates below it: ■令和4年度, 2　2023年の会合."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from graph.dates import DateContext, between, find_dates
from graph.document import Document
from graph.extract.layout import Block
from graph.model import When
from graph.text import normal

_BESIDE: Final = 6
_TO_COME_BELOW: Final = re.compile(
    r"(?:今後|これから|次回以降|来月|来年度?|当面|年度?内|後半|[翌次](?:四半期|半期|年度?|月|期))の(?:主な)?(?:[一-龥]{0,4}の?)?(?:予定|スケジュール|日程|会合予定|行事)"
    r"|(?:開催|出席|参加|出張|訪問|行事|会合|会議|国際会議|活動)予定(?:表|一覧)?$|^(?:主な)?予定(?:表|一覧)?$"
)
_A_YEAR: Final = timedelta(days=364)
_YEARS: Final = ("year", "fiscal-year")


def year_above(document: Document, block: Block, before: When | None, *, new_section: bool) -> When | None:
    """The year for the dates of a paragraph: the one that it is itself, or the one ``before`` it in its section."""
    words = normal(document.text[block.start : block.end])
    said = _only_year(words, _BESIDE)
    if said is not None:
        return said
    if not new_section:
        return before
    titles = (_only_year(normal(title), len(title)) for title in reversed(block.section.titles))
    year = next((year for year in titles if year is not None), None)
    return year or (_year_to_come(document) if any(map(tells_of_plans, block.section.titles[-1:])) else None)


def year_of_line(words: str) -> When | None:
    """The year that a line is which stands among others of its paragraph: 令和5年, 【平成30年度】."""
    return _only_year(words, _BESIDE) if "。" not in words else None


def tells_of_plans(title: str) -> bool:
    """Whether a heading is one of meetings to come: 今後の予定."""
    return bool(_TO_COME_BELOW.search(title))


def _year_to_come(document: Document) -> When | None:
    """The year that begins with the day of publication, in which the months below 今後の予定 lie."""
    first = document.published
    return None if first is None else between(first.isoformat(), (first + _A_YEAR).isoformat(), "")


def _only_year(words: str, beside: int) -> When | None:
    """The year that words name, once or twice (平成31年/令和元年), with no other date and few signs ``beside`` it."""
    dates = find_dates(words, DateContext())
    years = {one.when.edtf: one.when for one in dates}
    when = next(iter(years.values()), None)
    if when is None or len(years) != 1 or when.precision not in _YEARS:
        return None
    return when if len(words) - sum(one.end - one.start for one in dates) <= beside else None
