"""The headline of an English page among the lines around it."""

from __future__ import annotations

import pytest

from graph.sources.headline import headline


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["INFORMATION BOARD", "News > Statements", "3 May 2024", "We agree on audits"], "We agree on audits"),
        (["GOV.UK", "Department for Testing", "Policy paper", "UK-Japan talks: a record"], "UK-Japan talks: a record"),
        (["Office of the Tester", "Joint statement by the Tester and the", "Chair of the Board", "3 May"],
         "Joint statement by the Tester and the Chair of the Board"),
        (["Berlin Group meets in Oslo", "The 71st meeting took place in Oslo."], None),
        (["MEMORANDUM OF UNDERSTANDING", "between the Board and the Office"], None),
        (["Office of the Tester", "On 3 May the Office met the Board in Rome."], None),
    ],
)  # fmt: skip
def test_mastheads_dates_and_labels_are_passed_over(lines: list[str], found: str | None) -> None:
    assert headline(lines) == found
