"""What became of a meeting told in English: by the tense of the word of contact first."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("On 3 March 2023 the ICO met the CNIL in Paris to discuss the upcoming G7 roundtable.", "held"),
        ("On 3 March 2023 the ICO met the CNIL in Paris and agreed to hold a joint workshop.", "held"),
        ("The ICO was to have met the CNIL in Paris on 3 March 2023, but the Commissioner fell ill.", "cancelled"),
        ("The ICO had to cancel its visit to the CNIL on 3 March 2023.", "cancelled"),
        ("A meeting with the CNIL on 3 March 2023 had to be dropped from the programme.", "cancelled"),
        ("The call with the CNIL on 3 March 2023 was pushed out to 6 April 2023.", "postponed"),
        ("The ICO accepted an invitation to visit the CNIL in Paris on 3 May 2023.", "planned"),
        ("If the schedule allows, a meeting with the CNIL may take place in Paris on 3 May 2023.", "planned"),
        ("The CNIL proposed a workshop with the ICO in Paris on 3 May 2023.", "planned"),
    ],
)
def test_only_what_took_place_is_held(read: Reader, words: str, status: str) -> None:
    assert {one.status for one in read(words, publisher="ico-uk")} == {status}


def test_what_was_put_off_bears_its_new_day(read: Reader) -> None:
    [account] = read("The visit of the Garante, planned for 3 March 2023, was moved to 8 May 2023.", publisher="ico-uk")
    assert (account.when.edtf, account.status) == ("2023-05-08", "postponed")


@pytest.mark.parametrize(
    "words",
    [
        "The CNIL declined an invitation to meet the ICO on 3 March 2023.",
        "There will be no meeting with the CNIL on 3 May 2023.",
        "The ICO and the CNIL met weekly from January to March 2023.",
        "The Assembly first met in 1979.",
        "The ICO joined the Global CAPE as a member on 3 March 2023.",
    ],
)
def test_what_was_refused_or_is_a_habit_is_no_meeting(read: Reader, words: str) -> None:
    assert read(words, publisher="ico-uk") == []


def test_a_day_named_behind_words_that_look_ahead_is_ahead(read: Reader) -> None:
    text = "The ICO and the CNIL will meet instead on the eve of the summit, that is on 24 October 2022 in Paris."
    [account] = read(text, publisher="ico-uk")
    assert (account.when.edtf, account.status) == ("2022-10-24", "planned")


def test_the_next_sentence_may_say_that_a_plan_fell_through(read: Reader) -> None:
    text = "A workshop of the ICO with the CNIL had been foreseen for 27 February 2018. It will not go ahead."
    [account] = read(text, publisher="ico-uk")
    assert (account.when.edtf, account.status) == ("2018-02-27", "cancelled")


def test_what_fell_through_and_will_now_take_place_is_planned(read: Reader) -> None:
    text = (
        "A visit of the ICO to the CNIL in Paris did not take place in May 2023 because of a strike; "
        "it will now take place on 11 June 2024."
    )
    *_, account = read(text, publisher="ico-uk")
    assert (account.when.edtf, account.status) == ("2024-06-11", "planned")
