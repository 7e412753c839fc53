"""The day, or month, that runs through a text, which days without their month are of: 22日には behind 6月21日."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from graph.dates import FoundDate
from graph.model import When

_PASSING: Final = re.compile(
    r"(?:付[けで]*)?(?:に|、|の|まで)?[^、。()]{0,6}(?:設置|設立|創設|発足|公表|公布|施行|発効|決定|採択|改正|改定|改訂|可決|成立|提出|発行|告示|制定|認定)"
    r"|に[^。、]{0,40}(?:た|だ)こと(?:を|に|へ)|(?:以来|以降|現在|時点|付け|締切|まで(?:に|の?(?:募集|意見)))"
)
_OTHER_YEAR: Final = re.compile(r"(?:一昨|昨|前|来|明|翌)年")
_OTHER_ONE: Final = re.compile(r"(?:前回|前々回|次回|次の|次期|初回|第1回|発足)[^。]{0,40}$")
_FIRST: Final = re.compile(r"[【〔\[(]?(?:また|なお|さらに|次いで|続いて|その後|このほか)?、?$")
_LONGEST_TITLE: Final = 40
_FAR: Final = 200
_NEAR: Final = 62


def running_on(text: str, dates: Sequence[FoundDate], before: When | None, published: date | None) -> When | None:
    """What runs on behind a sentence: its last day, a month that it begins with or is a title of, else as before."""
    told = [one for one in dates if not _in_passing(text, one) and not _far_off(one.when, before, published)]
    free = [one for one in told if not _aside(text, one)]
    days = [one for one in free if one.when.precision == "day"]
    months = [one for one in free if one.when.precision == "month"]
    title = told if len(dates) == 1 and "。" not in text and len(text) <= _LONGEST_TITLE else []
    opening = [one for one in months if _FIRST.fullmatch(text[: one.start])] or [
        one for one in title if one.when.precision in ("day", "month")
    ]
    found = days or opening
    if not found and before is None:
        found = months or [one for one in told if one.when.precision == "day"]
    return found[-1].when if found else before


def _in_passing(text: str, one: FoundDate) -> bool:
    """Whether a date is that of a law or a deadline, of another year, or of the meeting before or after."""
    return bool(
        _PASSING.match(text, one.end) or _OTHER_YEAR.match(text, one.start) or _OTHER_ONE.search(text[: one.start])
    )


def _aside(text: str, one: FoundDate) -> bool:
    """Whether a date stands in brackets or in somebody's words."""
    before = text[: one.start]
    return any(before.count(opened) > before.count(closed) for opened, closed in ("()", "「」"))


def _far_off(when: When, before: When | None, published: date | None) -> bool:
    """Whether a date is far from the day of publication, while the text runs on near it."""
    if published is None or before is None:
        return False
    return abs((when.latest - published).days) > _FAR and abs((before.latest - published).days) <= _NEAR
