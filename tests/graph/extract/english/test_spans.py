"""Two days told one by one that are the ends of one gathering."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import DateContext, find_english_dates
from graph.edtf import from_edtf
from graph.extract.english.spans import spans_of

JUNE = DateContext(published=date(2024, 6, 6), leaning=-1)  # a Thursday


def spans(text: str, before: str | None = None) -> list[str]:
    found = find_english_dates(text, JUNE)
    return [one.when.edtf for one in spans_of(text, found, from_edtf(before) if before else None)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The forum opened in Oslo on 3 June and closed on 5 June.", ["2024-06-03/2024-06-05"]),
        ("The summit, which began on Monday, wraps up today.", ["2024-06-03/2024-06-06"]),
        ("The seminar drew to a close today in Riga, where it had been going since 4 June.", ["2024-06-04/2024-06-06"]),
        ("They visited the authority in Riga yesterday and today.", ["2024-06-05/2024-06-06"]),
        ("A two-day workshop started in Oslo on 3 June.", ["2024-06-03/2024-06-04"]),
        ("The meeting, three days long, ended yesterday.", ["2024-06-03/2024-06-05"]),
    ],
)
def test_a_first_and_a_last_day_are_one_span(text: str, days: list[str]) -> None:
    assert spans(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The forum opened on 3 June, and the consultation closes on 12 June.", ["2024-06-03", "2024-06-12"]),
        ("They met on 3 June, and on the following day went to Bergen.", ["2024-06-03", "2024-06-04"]),
        ("The office opened on 3 June; the group met on 5 June.", ["2024-06-03", "2024-06-05"]),
        ("They will meet two days later than planned, on 3 June.", ["2024-06-03"]),
    ],
)
def test_days_of_two_things_stay_two_days(text: str, days: list[str]) -> None:
    assert spans(text) == days


def test_what_began_in_the_sentence_before_goes_on_until_a_day() -> None:
    assert spans("The conference goes on until Friday.", "2024-06-05") == ["2024-06-05/2024-06-07"]
    assert spans("The event, which ends today, is free.", "2024-06-05") == ["2024-06-05/2024-06-06"]
    assert spans("The registration goes on until Friday.", "2024-06-05") == ["2024-06-07"]
    assert spans("The conference goes on until Friday.", "2024-04-05") == ["2024-06-07"]
