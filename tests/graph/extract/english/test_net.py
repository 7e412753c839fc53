"""Likely dates that no rule reads: they go to a person, and never as more than their words say."""

from __future__ import annotations

from graph.extract.doubts import WORDS_ALONE
from tests.graph.extract.conftest import Reader


def test_a_contact_that_no_rule_reads_goes_to_review(read: Reader) -> None:
    text = "Our Commissioner broke bread with the head of the CNIL in Paris on 15 March 2023 to talk about transfers."
    (told,) = read(text)
    assert (told.when.edtf, told.status, told.status_review) == ("2023-03-15", "held", "review")
    assert WORDS_ALONE in told.reasons
    assert "cnil-france" in {one.authority for one in told.participants}


def test_the_side_that_a_page_is_about_is_taken_for_somebody_whose_body_is_not_told(read: Reader) -> None:
    text = (
        "Meeting with the Italian Data Protection Authority\n\n"
        "On 14 March, our Commissioner visited the office in the old town and exchanged views with Dr Bianchi.\n"
    )
    (told,) = read(text)
    assert told.status_review == "review"
    assert "garante-italy" in {one.authority for one in told.participants}


def test_a_page_with_a_meeting_of_its_own_date_tells_no_other_on_its_own_day(read: Reader) -> None:
    text = (
        "We met with the CNIL in Paris on 14 March.\n\n"
        "We have signed a memorandum of understanding with the Information Commissioner's Office of the UK."
    )
    assert [one.when.edtf for one in read(text)] == ["2023-03-14"]


def test_law_habits_and_events_at_home_are_not_caught(read: Reader) -> None:
    assert read("On 14 March the European Commission adopted its decision on transfers after talks.") == []
    assert read("Since 14 March we have met weekly with the industry on rules of the European Commission.") == []
    assert read("On 14 March we held a public hearing on the plans of the European Commission.") == []


def test_the_first_day_of_a_gathering_is_part_of_the_days_told_of_it(read: Reader) -> None:
    text = (
        "The conference of the Global Privacy Assembly started in Nairobi on 7 March.\n\n"
        "The Global Privacy Assembly gathered in Nairobi from 7 to 9 March, said the ICO of the United Kingdom.\n"
    )
    assert [one.when.edtf for one in read(text)] == ["2023-03-07/2023-03-09"]


def test_who_reports_of_others_is_known_to_the_month_only(read: Reader) -> None:
    text = "The ICO and the CNIL have signed a memorandum of understanding on inquiries."
    assert [one.when.edtf for one in read(text, "")] in ([], ["2023-03"])
