"""The year that a line of its own, or a heading, gives to the dates below it: ■令和4年度, 2　2023年の会合."""

from __future__ import annotations

from typing import Final

from graph.dates import DateContext, find_dates
from graph.document import Document
from graph.extract.layout import Block
from graph.model import When
from graph.text import normal

_BESIDE: Final = 6
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
    return next((year for year in titles if year is not None), None)


def _only_year(words: str, beside: int) -> When | None:
    """The year that words name, once or twice (平成31年/令和元年), with no other date and few signs ``beside`` it."""
    dates = find_dates(words, DateContext())
    years = {one.when.edtf: one.when for one in dates}
    when = next(iter(years.values()), None)
    if when is None or len(years) != 1 or when.precision not in _YEARS:
        return None
    return when if len(words) - sum(one.end - one.start for one in dates) <= beside else None
