"""How alike two names or two imprecise dates are."""

from __future__ import annotations

import unicodedata

from graph.model import Text, When


def bigrams(words: str) -> frozenset[str]:
    """The pairs of neighbouring letters of ``words``, width and case folded, spaces and marks left out."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    letters = "".join(character for character in folded if character.isalnum())
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1)) or frozenset({letters})


def alike(first: str, second: str) -> float:
    """Dice's coefficient over bigrams, 0 to 1 (L. R. Dice, Ecology 26, 1945)."""
    a, b = bigrams(first), bigrams(second)
    return 2 * len(a & b) / (len(a) + len(b))


def alike_text(first: Text, second: Text) -> float:
    """The better of the likenesses in the languages that both have; 0 where they share none."""
    pairs = [(first.ja, second.ja), (first.en, second.en)]
    return max((alike(a, b) for a, b in pairs if a and b), default=0.0)


def overlap(first: When, second: When) -> bool:
    """Whether the two dates can be the same day: their day bounds overlap."""
    return first.earliest <= second.latest and second.earliest <= first.latest


def same_days(first: When, second: When) -> bool:
    """Whether both are known to the day and agree."""
    days = first.precision == second.precision == "day"
    return days and (first.earliest, first.latest) == (second.earliest, second.latest)
