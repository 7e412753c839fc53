"""Every date of a document's prose, in its sentence: what may tell of an engagement, and what may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.dates import FoundDate
from graph.extract.sentences import Sentence
from graph.model import When


@dataclass(frozen=True)
class Passage:
    """A date where it stands: ``dates`` are all of its sentence, ``first`` says that none stood before it.

    A date without length is that of the heading above.
    """

    sentence: Sentence
    date: FoundDate
    dates: tuple[FoundDate, ...]
    first: bool


def passages_of(
    sentence: Sentence, dates: Sequence[FoundDate], above: When | None, before: Sequence[Passage]
) -> list[Passage]:
    """Each date of a sentence, or the one of the heading above where it has none; ``before`` are those read so far."""
    own = tuple(dates) or ((FoundDate(0, 0, above),) if above else ())
    return [Passage(sentence, date, own, not before and index == 0) for index, date in enumerate(own)]
