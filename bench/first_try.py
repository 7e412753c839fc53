"""How documents were read at the first try: figures of rounds that were each measured once.

Each round was written, or kept aside, until the rules had been mended after the one before it, and was measured with
the rules as they stood before any of its documents was looked into. The rows of ``first_try.csv`` are never measured
again. Rounds of real pages, found in public sources, were read from their beginnings of some 2,000 characters; their
texts are others' and are not kept here.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

Pair = tuple[float, float]
_FILE: Final = Path(__file__).with_suffix(".csv")
_BESIDE: Final = frozenset(["language", "sort", "documents", "accepted", "said_held", "note"])


@dataclass(frozen=True)
class Round:
    """Documents read once, in which language, and precision and recall by field as far as their gold names it.

    ``accepted``: of what needed no review, the share that was right in date and status. ``said_held``: how many
    meetings that were not held were said to have been. ``real``: pages of regulators and of others who write about
    them, and none of our own writing. None: not counted at that time.
    """

    documents: int
    language: str
    fields: dict[str, Pair]
    accepted: float | None
    said_held: int | None
    real: bool


def rounds() -> list[Round]:
    """Every round, in the order of time."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return [_round(row) for row in csv.DictReader(file)]


def _round(row: dict[str, str]) -> Round:
    return Round(
        documents=int(row["documents"]),
        language=row["language"],
        fields={name: _pair(cell) for name, cell in row.items() if name not in _BESIDE and cell},
        accepted=float(row["accepted"]) if row["accepted"] else None,
        said_held=int(row["said_held"]) if row["said_held"] else None,
        real=row["sort"] == "real",
    )


def _pair(cell: str) -> Pair:
    precision, _, recall = cell.partition("/")
    return float(precision), float(recall)


# Events by sort of document, in the rounds that were told apart by it: documents, then precision and recall.
BY_SORT: Final = (
    (
        "report-ja",
        (5, 0.976, 0.930),
        (2, 1.000, 0.789),
        (2, 0.909, 0.588),
        (2, 1.000, 1.000),
        (2, 1.000, 0.870),
        (2, 1.000, 0.714),
    ),
    (
        "press-ja",
        (6, 1.000, 0.533),
        (3, 1.000, 0.875),
        (6, 0.833, 0.455),
        (6, 0.929, 0.433),
        (6, 1.000, 0.231),
        (5, 0.909, 0.455),
        (6, 1.000, 0.677),
    ),
    (
        "press-en",
        (5, 0.944, 0.680),
        (3, 0.714, 0.385),
        (12, 0.958, 0.561),
        (6, 1.000, 0.750),
        (8, 0.909, 0.652),
        (7, 0.839, 0.667),
    ),
)
