"""Tables in English text: cells over several lines, years between the rows, prose behind."""

from __future__ import annotations

import pytest

from tests.graph.extract.conftest import Reader

TABLE = """\
Meetings abroad

Date              Activity                                     Place
-----------------------------------------------------------------------
2022
30 Nov-1 Dec      58th APPA Forum                              Singapore
2023
9 Jan             Meeting with the Commission Nationale de     Online
                  l'Informatique et des Libertés
6 Feb             Visit of the Information Commissioner's      Tokyo
                  Office, UK [cancelled]

B. Domestic affairs

On 3 March 2023, the PPC met with the European Data Protection Board in Brussels, as told in the news of that day.
"""


def test_rows_keep_their_year_and_their_lines_and_prose_behind_is_prose(read: Reader) -> None:
    forum, call, visit, talks = read(TABLE)
    assert (forum.when.edtf, forum.series, forum.ordinal) == ("2022-11-30/2022-12-01", "appa-forum", 58)
    assert (call.when.edtf, call.place.mode) == ("2023-01-09", "online")
    assert (visit.when.edtf, visit.status, visit.kind) == ("2023-02-06", "cancelled", "visit")
    assert (talks.when.edtf, talks.status, talks.place.city) == ("2023-03-03", "held", "Brussels")


def test_a_number_alone_is_that_of_the_series_named_above(read: Reader) -> None:
    text = (
        "The Office took part in both APPA forums:\n\n"
        "    Forum     Dates                     Host            Format\n"
        "    57th      July 12-13, 2022          Hong Kong       virtual\n"
        "    58th      November 29-30, 2022      Singapore       in person\n"
    )
    first, second = read(text)
    assert (first.series, first.ordinal, first.place.mode) == ("appa-forum", 57, "online")
    assert (second.ordinal, second.place.country, second.place.mode) == (58, "SG", "in-person")


def test_the_words_above_a_table_tell_the_year_of_its_days(read: Reader) -> None:
    text = (
        "Table 7. Meetings attended in 2019\n\n"
        "No.  Date              Event                                  Place\n"
        "---  ----------------  -------------------------------------  ----------\n"
        " 1.  22-23 January     Meeting with the European Data         Brussels\n"
        "                       Protection Board\n"
        " 2.  4 June            51st APPA Forum                        Tokyo\n"
    )
    talks, forum = read(text)
    assert talks.when.edtf == "2019-01-22/2019-01-23"
    assert (forum.when.edtf, forum.series) == ("2019-06-04", "appa-forum")


BARS = """\
International meetings in 2023

| Date       | Event                 | Place    |
|------------|-----------------------|----------|
| 14 March   | Meeting with the CNIL | Paris    |
| 21-22 June | 59th APPA Forum       | Auckland |
"""
TABS = """\
International meetings in 2023

Date\tEvent\tPlace
14 March\tMeeting with the CNIL\tParis
21-22 June\t59th APPA Forum\tAuckland
"""
MONTHS_ABOVE = """\
International meetings in 2023

Date      Event                    Place
March
14        Meeting with the CNIL    Paris
June
21-22     59th APPA Forum          Auckland
"""
FIRST_AND_LAST = """\
International meetings

Start          End            Event                    City
14 March 2023  14 March 2023  Meeting with the CNIL    Paris
21 June 2023   22 June 2023   59th APPA Forum          Auckland
"""


@pytest.mark.parametrize("text", [BARS, TABS, MONTHS_ABOVE, FIRST_AND_LAST])
def test_cells_are_parted_by_bars_tabs_or_width_and_days_told_in_many_ways(read: Reader, text: str) -> None:
    talks, forum = read(text, publisher="ico-uk")
    assert (talks.when.edtf, talks.place.city) == ("2023-03-14", "Paris")
    assert (forum.when.edtf, forum.place.city, forum.ordinal) == ("2023-06-21/2023-06-22", "Auckland", 59)


def test_a_table_whose_title_looks_ahead_tells_of_plans(read: Reader) -> None:
    talks, forum = read(BARS.replace("International meetings in", "Meetings planned for"), publisher="ico-uk")
    assert (talks.status, forum.status) == ("planned", "planned")
