"""Reference facts with few meetings, for tests that publish many editions: all bodies and frameworks, little else."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Final

from graph.sources.facts import copy_facts, reference_folder

_FIRST: Final = "2018-10"
_LAST: Final = "2019-12"


def few_facts(folder: Path) -> Path:
    """A folder of the facts shipped, with the meetings of a little more than a year and no milestones."""
    copy_facts(reference_folder(), folder)
    kept = _keep(folder / "engagements.csv", lambda row: _FIRST <= row["id"] <= _LAST)
    _keep(folder / "statements.csv", lambda row: row["engagement"] in kept)
    for name in ("milestones.csv", "participation.csv", "incomplete_members.csv", "readings.csv"):
        _keep(folder / name, lambda row: False)
    return folder


def _keep(path: Path, wanted: Callable[[dict[str, str]], bool]) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if wanted(row)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames or [])
        writer.writeheader()
        writer.writerows(rows)
    return {next(iter(row.values())) for row in rows}
