"""The table in ``docs/conformance.md`` says how many tests there are, and there are as many."""

from __future__ import annotations

import re
from pathlib import Path

from tests.api.w3c import test_graph_store, test_protocol, test_update

DOCS = Path(__file__).parents[3] / "docs" / "conformance.md"


def cases(module: object) -> int:
    """How many tests a module has, each of its parameters counted."""
    total = 0
    for name, function in vars(module).items():
        if name.startswith("test_"):
            marks = [mark for mark in getattr(function, "pytestmark", []) if mark.name == "parametrize"]
            total += len(marks[0].args[1]) if marks else 1
    return total


def test_the_table_counts_what_is_run() -> None:
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \| (\d+) \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    table = {name.strip(): (int(passed), int(run)) for name, passed, run in rows}
    assert table["SPARQL 1.1 Protocol"][1] == cases(test_protocol)
    assert table["Graph Store HTTP Protocol"][1] == cases(test_graph_store)
    assert table["Update, evaluation"][1] == len(test_update.CASES)
    assert all(passed == run for passed, run in table.values())
