"""When English meetings are: lists of days, seasons, days told by what stands beside them."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in spring 2024", "2024-03/2024-05"),
        ("in the second half of 2024", "2024-07/2024-12"),
        ("in Q1 2024", "2024-01/2024-03"),
        ("on 3 Jul 2024", "2024-07-03"),
    ],
)
def test_a_part_of_a_year_is_told_month_by_month(read: Reader, words: str, edtf: str) -> None:
    [account] = read(f"The ICO will meet the CNIL in Paris {words}.", publisher="ico-uk")
    assert account.when.edtf == edtf


def test_spring_in_the_south_is_autumn_in_the_north(read: Reader) -> None:
    [account] = read("The OAIC will meet the CNIL in Paris in spring 2024.", publisher="oaic-australia")
    assert account.when.edtf == "2024-09/2024-11"


def test_a_list_of_days_is_as_many_talks_in_the_year_of_its_last(read: Reader) -> None:
    text = "Three rounds of talks with the CNIL were held on 24 February, 21 April and 25 August 2022."
    assert [one.when.edtf for one in read(text, publisher="ico-uk")] == ["2022-02-24", "2022-04-21", "2022-08-25"]


def test_places_in_a_list_bear_their_dates_in_brackets(read: Reader) -> None:
    text = "The ICO and the CNIL held talks in London (7-8 September 2021), Bonn (6 May 2022) and Rome (9 May 2023)."
    found = read(text, publisher="ico-uk")
    assert [(one.when.edtf, one.place.city) for one in found] == [
        ("2021-09-07/2021-09-08", "London"),
        ("2022-05-06", "Bonn"),
        ("2023-05-09", "Rome"),
    ]


def test_a_date_over_a_paragraph_is_that_of_its_meeting(read: Reader) -> None:
    text = "16 March 2023 - Exchange with Paris\n\nThe ICO received a delegation from the CNIL at its office."
    [account] = read(text, publisher="ico-uk")
    assert account.when.edtf == "2023-03-16"
