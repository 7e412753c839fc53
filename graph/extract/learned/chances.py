"""The chances that the words around a date tell of an engagement, and of one held, from weights that were learned."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Final

from graph.extract.learned.features import Features

CONSTANT: Final = "constant"
_FURTHEST: Final = 30.0


class Weights:
    """A weight for each feature: a logistic regression."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._constant = weights.get(CONSTANT, 0.0)

    def chance(self, features: Features) -> float:
        """Between 0 and 1: how sure the answer is yes for a passage with these features."""
        known = self._weights
        total = self._constant + sum(known.get(name, 0.0) * value for name, value in features.items())
        return 1 / (1 + math.exp(-max(-_FURTHEST, min(_FURTHEST, total))))


@dataclass(frozen=True)
class Taught:
    """What was learned for a language: whether an engagement is told, and whether one that is told was held."""

    told: Weights
    held: Weights


@cache
def taught(language: str) -> Taught:
    """What is shipped for a language (``ja`` or ``en``): lines of a feature and its two weights."""
    told: dict[str, float] = {}
    held: dict[str, float] = {}
    lines = (files(__package__) / f"{language}.csv").read_text(encoding="utf-8")
    for name, for_told, for_held in csv.reader(StringIO(lines, newline="")):
        told[name], held[name] = float(for_told or 0), float(for_held or 0)
    return Taught(Weights(told), Weights(held))
