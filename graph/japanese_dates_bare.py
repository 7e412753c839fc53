"""Years that leave out their era or century: 5年2月 in a text of 平成4年, 50年3月 beside 昭和49年, 22年10月 in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from graph.eras import ERAS, number

_BARE_YEAR: Final = re.compile(
    r"(?<![0-9第約満])(?<!懲役)(?<!禁錮)(?<!拘禁刑)(?<!期間)(?<!任期)"
    r"(?P<year>元|[1-9][0-9]?)\s*年(?=\s*(?:1[0-2]|[1-9])\s*月(?!間|以[上下内]|未満|の(?:懲役|禁錮|拘禁)))"
)
_NEAR: Final = 2
_CENTURY: Final = 2000
_SHORTEST: Final = 10


def _of_the_century(written: int) -> tuple[int, ...]:
    """22年10月 of the news is in 2022."""
    return (_CENTURY + written,) if written >= _SHORTEST else ()


def bare_era_year(folded: str, start: int, told: Iterable[int]) -> tuple[int, int] | None:
    """The calendar year of an era year without its era and where its words end; it lies near the years ``told``."""
    match = _BARE_YEAR.match(folded, start)
    if match is None:
        return None
    written = number(match["year"]) or 0
    near = [
        (abs(year - one), year)
        for one in told
        for year in (*(era.calendar_year(written) for era in ERAS), *_of_the_century(written))
        if abs(year - one) <= _NEAR
    ]
    return (min(near)[1], match.end()) if near else None
