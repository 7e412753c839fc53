"""The year behind the short name of a gathering that a page spells out once: Privacy Awareness Week (PAW), PAW 2018."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from graph.dates import FoundDate
from graph.edtf import from_edtf

_SPELT: Final = re.compile(
    r"\b(?:Week|Forum|Assembly|Conference|Summit|Symposium|Roundtable|Workshop|Congress|Dialogue|Sweep)\s*"
    r"\(\W?(?P<name>[A-Z][A-Za-z]{1,7})\W?\)"
)
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])"


def named_years(text: str, document: str) -> list[FoundDate]:
    """The years that stand behind such a name, or behind the bracket that gives it."""
    form = _form(document)
    hits = form.finditer(text) if form else ()
    return [FoundDate(hit.start("year"), hit.end("year"), from_edtf(hit["year"], hit["year"])) for hit in hits]


@lru_cache(maxsize=8)
def _form(document: str) -> re.Pattern[str] | None:
    names = "|".join(sorted({hit["name"] for hit in _SPELT.finditer(document)}))
    return re.compile(rf"\b(?:{names})\)?\s+{_YEAR}") if names else None
