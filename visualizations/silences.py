"""The long stretches of a line of talks of which the sources tell nothing: said in the figure, so that nobody guesses.

That nothing is recorded does not mean that nobody met.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from graph.model import Dialogue
from graph.periods import known_days
from visualizations.lettering import width
from visualizations.picture import Silence
from visualizations.timeaxis import TimeAxis
from visualizations.words import say

#: As long as this without a talk is told.
LEAST_MONTHS: Final = 12
SIZE: Final = 10.0
ASIDE: Final = 9.0


def silences(dialogue: Dialogue, axis: TimeAxis, language: str) -> tuple[Silence, ...]:
    """Every stretch of a year or more between two talks or meetings, where it has room for its words."""
    spans = sorted(known_days(one.when) for one in (*dialogue.meetings, *dialogue.alongside))
    found = []
    latest = spans[:1]
    for span in spans[1:]:
        latest.append((span[0], max(latest[-1][1], span[1])))
    for before, after in pairwise(latest):
        months = (after[0].year - before[1].year) * 12 + after[0].month - before[1].month
        left, right = axis.end_of(before[1]) + ASIDE, axis.start_of(after[0]) - ASIDE
        words = say(language, f"記録なし（{months}か月）", f"no record, {months} months")
        if months >= LEAST_MONTHS and right - left > width(words, SIZE) + 8:
            found.append(Silence(left, right, (left + right) / 2, words))
    return tuple(found)
