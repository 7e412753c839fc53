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


@pytest.mark.parametrize(
    ("published", "words", "edtf"),
    [
        ("2023-09-17", "last spring", "2023-03/2023-05"),
        ("2023-04-17", "last spring", "2022-03/2022-05"),
        ("2023-03-17", "last winter", "2022-12/2023-02"),
        ("2023-01-17", "last winter", "2021-12/2022-02"),
    ],
)
def test_the_last_season_is_the_one_that_was_over_last(read: Reader, published: str, words: str, edtf: str) -> None:
    [account] = read(f"The ICO met the CNIL in Paris {words}.", publisher="ico-uk", published=published)
    assert account.when.edtf == edtf


def test_a_day_of_the_week_may_stand_without_on(read: Reader) -> None:
    [account] = read("The ICO's talks with the CNIL took place Thursday in Paris.", "ico-uk", "2023-03-27")
    assert account.when.edtf == "2023-03-23"


def test_a_day_in_the_words_of_a_deed(read: Reader) -> None:
    text = "This Memorandum of Understanding is entered into this 4th day of June 2022 by the ICO and the CNIL."
    [account] = read(text, "ico-uk")
    assert (account.when.edtf, account.kind) == ("2022-06-04", "signing")


def test_a_statement_bears_its_own_day_and_the_review_another(read: Reader) -> None:
    text = "On 20 March 2023, the ICO issued a statement on the talks with the CNIL, taking place in Paris on 17 March."
    [account] = read(text, "ico-uk")
    assert account.when.edtf == "2023-03-17"


def test_a_near_week_and_a_first_day_alone_go_to_review(read: Reader) -> None:
    for text in (
        "The ICO met the CNIL in Paris last month.",
        "A conference with the CNIL started in Paris on 14 March.",
    ):
        assert [one.status_review for one in read(text, "ico-uk")] == ["review"]
