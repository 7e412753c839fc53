"""A gathering told in one sentence, and its days in the next."""

from __future__ import annotations

from graph.extract.english.doubts import DATE_BEHIND
from tests.graph.extract.conftest import Reader


def test_the_days_behind_are_those_of_the_gathering_before(read: Reader) -> None:
    text = (
        "The Global Privacy Assembly came together for its 44th conference in Istanbul. From 25 to 28 October 2022, "
        "some 400 delegates were guests of the KVKK.\n"
    )
    [account] = read(text)
    assert (account.when.edtf, account.place.city, account.series) == (
        "2022-10-25/2022-10-28",
        "Istanbul",
        "gpa-conference",
    )
    assert DATE_BEHIND in account.reasons


def test_what_is_but_called_it_is_of_the_series_named_before(read: Reader) -> None:
    text = "The 58th APPA Forum was hosted by Singapore. It gathered 19 authorities from 29 to 30 November 2022.\n"
    [account] = read(text)
    assert (account.series, account.ordinal, account.when.edtf) == ("appa-forum", 58, "2022-11-29/2022-11-30")


def test_what_was_put_off_is_planned_for_the_day_told_behind(read: Reader) -> None:
    text = (
        "The visit of the Information Commissioner's Office, due on 20 March 2023, has been postponed. "
        "It will now take place on 22 May 2023.\n"
    )
    [account] = read(text)
    assert (account.when.edtf, account.status) == ("2023-05-22", "planned")
    assert DATE_BEHIND in account.reasons
