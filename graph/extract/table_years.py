"""The year that the heading above a table, or the title of its page, gives to days without one."""

from __future__ import annotations

from graph.dates import DateContext, find_dates, from_edtf
from graph.model import When
from graph.text import normal


def titled_year(*titles: str) -> When | None:
    """The year of the first of these titles that names a year, or months of one (平成30年1～3月), and nothing more."""
    for title in titles:
        dates = find_dates(normal(title), DateContext())
        if dates:
            year = dates[0].when
            if len(dates) == 1 and year.precision == "month" and year.earliest < year.latest:
                year = from_edtf(str(year.earliest.year)) if year.earliest.year == year.latest.year else year
            return year if len(dates) == 1 and year.precision == "year" else None
    return None
