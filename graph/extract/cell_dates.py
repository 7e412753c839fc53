"""Days as the cells of tables give them: shorter than in a sentence, since the heading says that they are days.

7/12, 7.12-13 and 9/26-10/14 are months and days; 4.7.12 is a day of the fourth year of the era; 13日 alone is of the
month of the row above.
"""

from __future__ import annotations

import re
from typing import Final

from graph.date_words import FOLD
from graph.dates import DateContext, find_dates, find_english_dates
from graph.model import When

_MONTH: Final = r"(?:1[0-2]|0?[1-9])"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_MARK: Final = r"[/.]"
_NO_MORE: Final = rf"(?![0-9]|{_MARK}[0-9]|\s*[月日時:%])"
_SHORT: Final = re.compile(
    rf"(?<![0-9A-Za-z./~-])(?<![0-9]年)(?P<month>{_MONTH}){_MARK}(?P<day>{_DAY}){_NO_MORE}"
    rf"(?P<weekday>\s*\([^()]{{1,4}}\))?"
    rf"(?:\s*(?P<sign>[~-]|[・･、,]|及び)\s*(?:(?P<last_month>{_MONTH}){_MARK})?(?P<last>{_DAY}){_NO_MORE}"
    rf"(?P<last_weekday>\s*\([^()]{{1,4}}\))?)?"
)
_OF_YEAR: Final = re.compile(rf"(?P<year>(?:[0-9]{{4}}|(?:令和|平成)\s*[0-9元]{{1,2}})年)\s*(?={_MONTH}{_MARK}{_DAY})")
_OF_ERA: Final = re.compile(
    rf"(?<![0-9A-Za-z./-])(?P<year>[1-9]|[1-3][0-9])(?=(?P<mark>{_MARK}){_MONTH}(?P=mark){_DAY}(?![0-9]))"
)
_BARE_DAY: Final = re.compile(r"\s*(?=[0-9]{1,2}\s*日)")
_BREAK: Final = re.compile(r"\s*\n\s*(?=[)(~、・及-])|(?<=[~、・(-])\s*\n\s*")
# Figures set wide: 30. 6. 6.
_WIDE: Final = re.compile(r"(?<=[0-9][./])\s+(?=[0-9])")
_ERAS: Final = (("R", 2018), ("H", 1988))


def cell_dates(words: str, context: DateContext) -> list[When]:
    """The days of a cell in order, as far as its words and the document's own time give them."""
    folded = _WIDE.sub("", _BREAK.sub("", words.translate(FOLD)))
    plain = _OF_ERA.sub(lambda year: _era(int(year["year"]), context) + year["year"], folded)
    plain = _SHORT.sub(_spelled, _OF_YEAR.sub(r"\g<year> ", plain))
    before = context.previous
    if before is not None and before.precision in ("day", "month") and _BARE_DAY.match(plain):
        plain = f"{before.latest.year}年{before.latest.month}月{plain.strip()}"
    if plain == folded:
        return [one.when for one in find_dates(words, context) or find_english_dates(words, context)]
    return [one.when.model_copy(update={"verbatim": words.strip()}) for one in find_dates(plain, context)]


def _spelled(day: re.Match[str]) -> str:
    """A month and a day with their words, as a sentence would give them."""
    first = f"{day['month']}月{day['day']}日"
    if not day["last"]:
        return first
    month = f"{day['last_month']}月" if day["last_month"] else ""
    sign = "~" if day["sign"] in "~-" else "、"
    return f"{first}{sign}{month}{day['last']}日"


def _era(year: int, context: DateContext) -> str:
    """The letter of the era of whose year the document tells; nothing where it is of another time."""
    period = context.period
    told = [period.earliest.year, period.latest.year] if period else []
    told += [context.published.year] if context.published else []
    return next((letter for letter, base in _ERAS if any(abs(base + year - one) <= 1 for one in told)), "")
