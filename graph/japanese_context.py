"""What is known of the time of a Japanese text before its dates are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.model import When


@dataclass(frozen=True)
class DateContext:
    """What a document says of its own time: when it was published, what it covers, which date came before.

    ``leaning`` is -1 for words in the past tense, 1 for the future, 0 where nothing is known of it. ``about`` is the
    first day or month that a document without a day of publication tells with its year: 本年 is then of that year.
    ``day_first`` says whether 11/06/2024 is the 11th of June, as nearly everywhere, or the 6th of November, as in the
    United States; None where that is not known. ``running`` is the last day, or the month that a sentence began with,
    that was told before this text: 26日 is of its month, though a month was named in passing since.
    """

    published: date | None = None
    period: When | None = None
    previous: When | None = None
    leaning: int = 0
    about: When | None = None
    day_first: bool | None = None
    running: When | None = None
