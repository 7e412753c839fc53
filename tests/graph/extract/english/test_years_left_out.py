"""Years that English days leave out, and days told by their day of the week or in words."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import DateContext, find_english_dates
from graph.edtf import from_edtf

PAST = DateContext(published=date(2025, 10, 9), leaning=-1)  # a Thursday
AHEAD = DateContext(published=date(2025, 10, 9), leaning=1)
UNDATED = DateContext(about=from_edtf("2022-05-12"), leaning=1)


def days(text: str, context: DateContext) -> list[str]:
    return [one.when.edtf for one in find_english_dates(text, context)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rooms were booked from 20 to 22 October", ["2025-10-20/2025-10-22"]),
        ("they met on 5 September", ["2025-09-05"]),
        ("they met on 20 December", ["2025-12-20"]),
        ("signed in March 2023, the partnership met on the 7th of October", ["2023-03", "2025-10-07"]),
    ],
)
def test_no_day_that_lies_near_ahead_is_put_a_year_back(text: str, found: list[str]) -> None:
    assert days(text, PAST) == found


def test_plans_lie_after_the_publication_whatever_was_told_before() -> None:
    assert days("since March 2016 a member, it will come in June", AHEAD) == ["2016-03", "2026-06"]
    assert days("after 14 October they will meet in December", AHEAD) == ["2025-10-14", "2025-12"]
    assert days("The next meeting will be in March", UNDATED) == ["2023-03"]


def test_a_day_leaves_its_year_to_the_one_behind_it() -> None:
    assert days("It opened on 1 May and ended on 2 May 2013.", DateContext()) == ["2013-05-01", "2013-05-02"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chair told members Tuesday that talks go on", ["2025-10-07"]),
        ("It ran Monday through Wednesday", ["2025-10-06/2025-10-08"]),
        ("They sat last week, on Tuesday and Wednesday", ["2025-09-30/2025-10-01"]),
        ("They meet every Tuesday", []),
        ("It was shown around the day before yesterday", ["2025-10-07"]),
        ("He announced on the 8th that they had met on the 20th together", ["2025-10-08", "2025-10-20"]),
        ("in the week of 15 October", ["2025-10-13/2025-10-19"]),
        ("in the latter half of 2024 and the final quarter of this year", ["2024-07/2024-12", "2025-10/2025-12"]),
        ("between January and March 2026", ["2026-01/2026-03"]),
        ("from Tuesday, 7 October, up to and including Thursday, 9 October 2025", ["2025-10-07/2025-10-09"]),
    ],
)
def test_days_of_the_week_weeks_and_parts_of_years(text: str, found: list[str]) -> None:
    assert days(text, PAST) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Done on this the 4th day of June, two thousand and twenty-four, in two copies", ["2024-06-04"]),
        ("the fifteenth day of May in the year 2019", ["2019-05-15"]),
        ("the twenty-fifth day of September in the year two thousand and fourteen", ["2014-09-25"]),
        ("this second day of October, 2024", ["2024-10-02"]),
        ("on the 9th of October of 2025", ["2025-10-09"]),
    ],
)
def test_days_of_deeds_in_words(text: str, found: list[str]) -> None:
    assert days(text, DateContext()) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway will organise the 2026 meeting", ["2026"]),
        ("Privacy Week 2026 is ahead", ["2026"]),
        ("under the Data Protection Act 2018", []),
    ],
)
def test_years_beside_the_name_of_a_gathering(text: str, found: list[str]) -> None:
    assert days(text, PAST) == found
