"""Headings that tell the day and the place of what stands below, and whether it is still to come."""

from __future__ import annotations

from graph.extract.english.doubts import NO_YEAR
from tests.graph.extract.conftest import Reader


def test_place_and_day_above_are_those_of_the_paragraph_below_and_go_to_review(read: Reader) -> None:
    text = (
        "Our spring in brief\n\nLisbon, 14 March\nThe Commissioner had talks with the CNPD of Portugal.\n\n"
        "Online, 20 March\nA call with the Irish Data Protection Commission on children's apps.\n"
    )
    first, second = read(text)
    assert (first.when.edtf, first.place.city, first.status_review) == ("2023-03-14", "Lisbon", "review")
    assert (second.when.edtf, second.place.mode, second.status_review) == ("2023-03-20", "online", "review")


def test_a_day_of_the_month_leans_on_the_heading(read: Reader) -> None:
    text = "Paris, 7 and 8 March\nThe Commissioner visited the CNIL on the 7th.\n"
    assert [one.when.edtf for one in read(text)] == ["2023-03-07"]


def test_notes_under_what_is_to_come_are_planned_in_the_year_to_come(read: Reader) -> None:
    text = (
        "COMING UP\n\n30 May - 1 June  59th APPA Forum, Seoul\n5 January  Meeting with the CNIL, Paris (was 13 April)\n"
    )
    forum, talks = read(text)
    assert (forum.when.edtf, forum.status, forum.place.city) == ("2023-05-30/2023-06-01", "planned", "Seoul")
    assert (talks.when.edtf, talks.status) == ("2024-01-05", "planned")
    assert NO_YEAR in forum.reasons and NO_YEAR in talks.reasons


def test_lines_below_the_name_of_a_month_begin_with_its_days(read: Reader) -> None:
    text = "Events of the Commission\n\nApril 2023\n5  Meeting with the CNIL, Paris\n18-19  Workshop of GPEN, Toronto\n"
    assert [one.when.edtf for one in read(text)] == ["2023-04-05", "2023-04-18/2023-04-19"]


def test_the_day_that_the_page_bears_is_no_heading(read: Reader) -> None:
    text = "Tokyo, 27 March 2023\n\nThe PPC had talks with the CNIL about hospitals.\n"
    assert all(one.when.edtf != "2023-03-27" or one.status_review == "review" for one in read(text))
