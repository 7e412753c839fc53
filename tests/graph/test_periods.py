"""Which days a date leaves, and what falls within a period."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import from_edtf
from graph.periods import Period, known_days, possibly_within, starts_within
from tests.visualizations.records import engagement


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
        ("2019-05-29/2019-05-30", date(2019, 5, 29), date(2019, 5, 30)),
        ("2019-05-01/..", date(2019, 5, 1), date(2019, 5, 1)),
        ("../2019-05-31", date(2019, 5, 31), date(2019, 5, 31)),
    ],
)
def test_of_an_open_date_the_end_that_is_known_counts(edtf: str, first: date, last: date) -> None:
    assert known_days(from_edtf(edtf)) == (first, last)


def test_a_month_is_possibly_within_a_period_that_it_overlaps() -> None:
    may = engagement("may", "2019-05", "会合", "Meeting")
    assert possibly_within(may, Period(date(2019, 5, 20), None))
    assert possibly_within(may, Period(None, date(2019, 5, 1)))
    assert not possibly_within(may, Period(date(2019, 6, 1), None))
    assert starts_within(may, (date(2019, 5, 1), date(2019, 5, 2)))
    assert not starts_within(may, (date(2019, 5, 2), date(2019, 6, 2)))
