"""Headings of tables of meetings and of trips, in the words of the trade."""

from __future__ import annotations

from graph.extract.english.column_headings import column_headings
from tests.graph.extract.conftest import Reader


def test_headings_of_more_than_a_word_are_known_by_what_they_are_of() -> None:
    header = column_headings("Date        Name of organisation        Purpose of meeting")
    assert header is not None
    assert (header.columns, header.counterpart) == (("date", "name", "note"), True)


def test_who_travelled_is_no_counterpart() -> None:
    header = column_headings("Dates of trip   Who    Destination   Purpose of trip   Cost")
    assert header is not None
    assert (header.columns, header.counterpart) == (("date", "own", "place", "name", "sort"), False)


def test_gifts_are_no_meetings() -> None:
    assert column_headings("Date    Name of organisation    Type of hospitality received") is None


def test_a_month_beside_its_days_takes_the_year_of_the_words_above(read: Reader) -> None:
    text = (
        "III. International exchange\n\n"
        "From January to September 2025 the Office (set up on 5 May 2023) was in contact abroad.\n\n"
        " Month   Day      Activity\n"
        " ------  -------  ------------------------------------------------\n"
        " Mar.    4-6      Visit to the Office of the Australian Information\n"
        "                  Commissioner, Sydney\n"
        " Jun.    (11)     63rd APPA Forum, Tokyo\n"
    )
    visit, forum = read(text)
    assert visit.when.edtf == "2025-03-04/2025-03-06"
    assert (forum.when.edtf, forum.series) == ("2025-06-11", "appa-forum")


def test_trips_are_told_by_their_purpose_and_destination(read: Reader) -> None:
    text = (
        "Trips outside the country from January to May 2024\n\n"
        "Dates             Who                 Destination   Purpose                  Cost\n"
        "----------------  ------------------  ------------  -----------------------  -----\n"
        "24/01-26/01/2024  Commissioner        Brussels      Speaker, annual          EUR 5\n"
        "                                                    privacy conference\n"
        "31/01/2024        Deputy Head         Dublin        Meeting with the Data    EUR 7\n"
        "                                                    Protection Commission\n"
    )
    conference, talks = read(text, publisher="ico-uk", published="2024-07-09")
    assert (conference.when.edtf, conference.place.city) == ("2024-01-24/2024-01-26", "Brussels")
    assert (talks.when.edtf, talks.place.city, talks.status) == ("2024-01-31", "Dublin", "held")
