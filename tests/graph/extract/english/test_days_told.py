"""Days told from a month, a week or a day before them, and days in figures."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import DateContext, find_english_dates
from graph.english_dates_figures import order_of

OCTOBER = DateContext(published=date(2025, 10, 9), leaning=-1)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("In July she went to Rome for the forum of the 23rd of that month", ["2025-07", "2025-07-23"]),
        ("In September he saw the assembly, from the 15th to the 19th.", ["2025-09", "2025-09-15/2025-09-19"]),
        ("They met on 12 August 2025 and, on Friday of that week, again", ["2025-08-12", "2025-08-15"]),
        ("On Monday of this week they met", ["2025-10-06"]),
        ("On Thursday of last week they met", ["2025-10-02"]),
        ("The third round was held in February last year", ["2024-02"]),
        ("on February 5 (Wed.) and 6 (Thu.), 2025", ["2025-02-05/2025-02-06"]),
    ],
)
def test_days_lean_on_the_month_week_or_year_that_is_told(words: str, days: list[str]) -> None:
    assert [one.when.edtf for one in find_english_dates(words, OCTOBER)] == days


def test_days_in_figures_may_end_a_sentence_and_their_order_is_that_of_the_page() -> None:
    text = "Rounds were held on 08/02/2024, 16/05/2024 and 03/10/2024."
    assert order_of(text) is True
    assert order_of("08/02/2024") is None
    found = find_english_dates(text, DateContext(day_first=order_of(text)))
    assert [one.when.edtf for one in found] == ["2024-02-08", "2024-05-16", "2024-10-03"]


def test_months_of_a_list_bear_the_year_of_the_last() -> None:
    found = find_english_dates("The group met twice, in June and in November 2023.", OCTOBER)
    assert [one.when.edtf for one in found] == ["2023-06", "2023-11"]
