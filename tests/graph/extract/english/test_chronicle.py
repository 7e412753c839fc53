"""Chronologies whose years stand once, at the left or on lines of their own."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader

LEFT = """\
FIFTEEN YEARS OF COOPERATION

2022    3 March: the PPC meets the European Data Protection Board in Brussels.
        26-27 April: the PPC hosts a workshop with the Federal Trade
        Commission in Tokyo.

2024    On 16 May, the PPC met the Information Commissioner's Office in London.

WHAT COMES NOW

On 9 June 2025 the PPC will meet the European Commission in Brussels.
"""

ALONE = """\
2023

On 3 March, the PPC met with the European Data Protection Board in Brussels.

2022

On 16 May, the PPC met with the Information Commissioner's Office in London.
"""


def test_a_year_at_the_left_is_that_of_the_days_beside_and_below_it(read: Reader) -> None:
    found = [one.when.edtf for one in read(LEFT)]
    assert found == ["2022-03-03", "2022-04-26/2022-04-27", "2024-05-16", "2025-06-09"]


def test_a_year_on_a_line_of_its_own_holds_up_to_the_next_one(read: Reader) -> None:
    assert [one.when.edtf for one in read(ALONE)] == ["2022-05-16", "2023-03-03"]
