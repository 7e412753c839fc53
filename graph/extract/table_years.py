"""The year that the heading above a table, or the title of its page, gives to days without one."""

from __future__ import annotations

from graph.dates import DateContext, find_dates
from graph.model import When
from graph.text import normal


def titled_year(*titles: str) -> When | None:
    """The year of the first of these titles that names one year, and no other date."""
    for title in titles:
        dates = find_dates(normal(title), DateContext())
        if dates:
            year = dates[0].when
            return year if len(dates) == 1 and year.precision == "year" else None
    return None
