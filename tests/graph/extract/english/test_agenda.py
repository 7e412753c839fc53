"""Agendas and programmes: a day as heading, lines with an hour below it."""

from __future__ import annotations

from tests.graph.extract.conftest import Reader

PROGRAMME = """\
DRAFT PROGRAMME
Mission to Seoul, Republic of Korea
9 - 11 October 2023

Monday, 9 October
  14.55          Arrival at the airport. Transfer to the hotel.

Tuesday, 10 October
  9.30 - 11.00   Personal Information Protection Commission
  13.30 - 15.00  Korea Internet & Security Agency
  afternoon      At the disposal of members

Wednesday, 11 October
  9.00           Korea Communications Commission  CANCELLED
  12.30          Departure

Taxis are paid for by the office.
"""


def test_each_line_of_a_programme_with_whom_is_met_is_an_engagement(read: Reader) -> None:
    found = read(PROGRAMME, publisher="ico-uk", published="2023-10-02")
    told = [(one.when.edtf, one.status, one.place.country) for one in found]
    assert told == [
        ("2023-10-10", "planned", "KR"),
        ("2023-10-10", "planned", "KR"),
        ("2023-10-11", "cancelled", "KR"),
    ]
    named = {one.authority for one in (*found[0].participants, *found[1].participants)}
    assert "kisa-korea" in named
    assert "ppc-japan" not in named  # the commission of another country bears the name, too


def test_a_day_whose_name_does_not_fit_the_dates_of_the_head_is_no_heading(read: Reader) -> None:
    wrong = PROGRAMME.replace("Tuesday, 10", "Sunday, 10").replace("Wednesday, 11", "Sunday, 11")
    assert all(one.when.precision != "day" or one.status_review != "accepted" for one in read(wrong, "ico-uk"))


def test_the_days_of_an_agenda_take_month_and_year_from_its_title(read: Reader) -> None:
    text = (
        "Agenda of the Commissioner, 5 to 16 February 2024\n\n"
        "Monday 5\n  09:00   Staff meeting\n  11:30   Video call with the Privacy Commissioner of Canada\n\n"
        "Tuesday 6 - Wednesday 7\n          Brussels. Meeting with the European Data Protection Supervisor\n"
    )
    call, talks = read(text, publisher="ico-uk", published="2024-02-01")
    assert (call.when.edtf, call.place.mode, call.status) == ("2024-02-05", "online", "planned")
    assert (talks.when.edtf, talks.place.city) == ("2024-02-06/2024-02-07", "Brussels")
