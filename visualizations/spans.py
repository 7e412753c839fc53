"""Years as the figures count them: calendar or Japanese fiscal, and what falls into which of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.model import When
from graph.periods import known_days
from visualizations.timeaxis import fiscal_year
from visualizations.words import say


@dataclass(frozen=True)
class Years:
    """How years are counted: ``fiscal`` ones start on 1 April."""

    fiscal: bool = False

    def of(self, day: date) -> int:
        """The year that a day belongs to."""
        return fiscal_year(day) if self.fiscal else day.year

    def certain(self, when: When) -> int | None:
        """The year that a date certainly belongs to, None where it may be one of two."""
        first, last = (self.of(day) for day in known_days(when))
        return first if first == last else None

    def range(self, dates: Iterable[When]) -> list[int]:
        """Every year from the first to the last that ``dates`` touch."""
        years = [self.of(day) for when in dates for day in known_days(when)]
        return list(range(min(years), max(years) + 1)) if years else []

    def words(self, year: int, language: str) -> str:
        """2019年 or 2019年度; 2019 or FY2019."""
        if self.fiscal:
            return say(language, f"{year}年度", f"FY{year}")
        return say(language, f"{year}年", str(year))
