"""How good an extraction is: precision and recall of events and of each of their fields against a gold file.

A gold file is JSON: ``{"document": slug, "engagements": [{"when": EDTF, "kind", "status", "countries",
"city", "mode", "series", "ordinal", "participants", "statements", "lines", "review"}]}``. ``statements`` lists types,
``lines`` ranges of lines of the evidence. A field that a gold event leaves out is not compared for it. Beside them,
``file`` names the document's file, ``sort`` its kind (report-ja, press-ja, press-en, list), ``held_out`` that it was
written after the rules, ``publisher`` and ``published`` what a person says of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from graph.model import Account

Gold = dict[str, Any]
_Values = Counter[Hashable]


@dataclass(frozen=True)
class GoldFile:
    """What a person reads in a document, and which document that is."""

    name: str
    file: Path
    sort: str
    held_out: bool
    publisher: str | None
    published: date | None
    engagements: list[Gold]


def gold_files(folder: Path, elsewhere: Path | None = None) -> list[GoldFile]:
    """The gold files of a folder whose documents are there or in ``elsewhere``, by name."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.removesuffix(".gold.json")
        places = [place / told.get("file", f"{name}.txt") for place in (folder, elsewhere) if place is not None]
        file = next((place for place in places if place.is_file()), None)
        if file is not None:
            published = date.fromisoformat(told["published"]) if "published" in told else None
            sort, held_out = told.get("sort", "report-ja"), bool(told.get("held_out"))
            found.append(GoldFile(name, file, sort, held_out, told.get("publisher"), published, told["engagements"]))
    return found


@dataclass(frozen=True)
class Score:
    """Counts of one field: right, found but not in the gold, in the gold but not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Right of found; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Right of wanted; 1 where nothing was wanted."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


@dataclass(frozen=True)
class Evaluation:
    """Scores by field (``event`` is finding it at all; ``accepted`` what needs no review, right in date and
    status), every difference in words, and how many meetings that were not held are said to have been."""

    scores: dict[str, Score]
    differences: tuple[str, ...]
    said_held: int = 0

    @property
    def perfect(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def _values(items: Iterable[Hashable | None]) -> _Values:
    return Counter(item for item in items if item is not None)


FIELDS: Final[dict[str, Callable[[Account], _Values]]] = {
    "when": lambda account: _values([account.when.edtf]),
    "kind": lambda account: _values([account.kind]),
    "status": lambda account: _values([account.status]),
    "countries": lambda account: _values(account.place.countries),
    "city": lambda account: _values([account.place.city]),
    "mode": lambda account: _values([account.place.mode]),
    "series": lambda account: _values([account.series]),
    "ordinal": lambda account: _values([account.ordinal]),
    "participants": lambda account: _values(one.authority for one in account.participants),
    "statements": lambda account: _values(one.type for one in account.statements),
    "lines": lambda account: _values({(one.line_start, one.line_end) for one in account.evidence}),
    "review": lambda account: _values([account.status_review == "review"]),
}


def evaluate(accounts: Sequence[Account], gold: Sequence[Gold]) -> Evaluation:
    """Compare accounts with gold events, each paired with the likeliest."""
    pairs = _pairs(accounts, gold)
    scores = {"event": Score(len(pairs), len(accounts) - len(pairs), len(gold) - len(pairs))}
    differences = [f"not found: {_name(one)}" for i, one in enumerate(gold) if i not in {b for _, b in pairs}]
    paired = {a for a, _ in pairs}
    differences += [f"not wanted: {_title(one)}" for i, one in enumerate(accounts) if i not in paired]
    for field, read in FIELDS.items():
        scores[field] = Score()
        for a, b in pairs:
            if field not in gold[b]:
                continue
            found, wanted = read(accounts[a]), _wanted(gold[b][field])
            scores[field] += _score(found, wanted)
            if found != wanted:
                differences.append(f"{_name(gold[b])}: {field}: {_show(found)} instead of {_show(wanted)}")
    scores["accepted"] = _accepted(accounts, gold, pairs)
    said_held = sum(accounts[a].status == "held" != gold[b].get("status", "held") for a, b in pairs)
    return Evaluation(scores, tuple(differences), said_held)


def _accepted(accounts: Sequence[Account], gold: Sequence[Gold], pairs: Sequence[tuple[int, int]]) -> Score:
    """Of the accounts that need no review, those that are in the gold with their date and status."""
    partner = dict(pairs)
    right = wrong = 0
    for index, account in enumerate(accounts):
        if account.status_review != "accepted":
            continue
        wanted = gold[partner[index]] if index in partner else None
        fits = wanted is not None and account.when.edtf == wanted["when"]
        fits = fits and wanted is not None and account.status == wanted.get("status", account.status)
        right, wrong = right + fits, wrong + (not fits)
    return Score(right, wrong, 0)


def _pairs(accounts: Sequence[Account], gold: Sequence[Gold]) -> list[tuple[int, int]]:
    """Greedy pairing: the most shared fields first; without a shared date or series no pair."""
    likeness = [
        (shared, a, b)
        for a, one in enumerate(accounts)
        for b, other in enumerate(gold)
        if (shared := _shared(one, other))
    ]
    pairs: list[tuple[int, int]] = []
    for _, a, b in sorted(likeness, key=lambda item: (-item[0], item[1], item[2])):
        if all(a != first and b != second for first, second in pairs):
            pairs.append((a, b))
    return pairs


def _shared(account: Account, gold: Gold) -> int:
    """How many values two tellings share; 0 where neither date nor numbered series agrees."""
    same_date = account.when.edtf == gold.get("when")
    numbered = account.series is not None and (account.series, account.ordinal) == (
        gold.get("series"),
        gold.get("ordinal"),
    )
    if not (same_date or numbered):
        return 0
    return sum((read(account) & _wanted(gold[field])).total() for field, read in FIELDS.items() if field in gold)


def _wanted(value: object) -> _Values:
    if isinstance(value, list):
        return _values(tuple(item) if isinstance(item, list) else item for item in value)
    return _values([value if isinstance(value, Hashable) else None])


def _score(found: _Values, wanted: _Values) -> Score:
    return Score((found & wanted).total(), (found - wanted).total(), (wanted - found).total())


def _show(values: _Values) -> str:
    return ", ".join(sorted(str(value) for value in values.elements())) or "nothing"


def _name(gold: Gold) -> str:
    number = f" {gold['ordinal']}" if gold.get("ordinal") else ""
    return f"{gold['when']} {gold.get('series') or gold.get('kind')}{number}"


def _title(account: Account) -> str:
    return f"{account.when.edtf} {account.title.ja or account.title.en}"
