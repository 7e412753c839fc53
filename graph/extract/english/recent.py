"""What a date that leaves out its year, or its month and day, leans on where no meeting was told before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from graph.dates import FoundDate
from graph.document import Document
from graph.extract.english.clauses import background
from graph.model import When


class Recent:
    """The dates read so far: the last day, and the last date of the year that is told most."""

    def __init__(self, document: Document) -> None:
        self._dated = document.published is not None
        self._day: When | None = None
        self._years: Counter[int] = Counter()
        self._last: dict[int, When] = {}

    def note(self, text: str, dates: Iterable[FoundDate]) -> None:
        """Remember the dates of a sentence, but for those of laws and papers; a year counts where it is written, that
        of a day or month twice."""
        for when in (one.when for one in dates if not background(text, one)):
            year = when.latest.year
            exact = when.precision in ("day", "month")
            if re.search(r"[0-9]{4}", when.verbatim or ""):
                self._years[year] += 1 + exact
            if exact or year not in self._last:
                self._last[year] = when
            if when.precision == "day":
                self._day = when

    @property
    def about(self) -> When | None:
        """The last day where the publication settles the year, else the last date of the year told most."""
        if self._dated or not self._years:
            return self._day
        most = max(self._years.values())
        year = next(year for year in reversed(self._last) if self._years[year] == most)
        return self._last[year]
