"""Days to a coordinate, and the years of both calendars along the axis."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizations.timeaxis import (
    TimeAxis,
    fiscal_year,
    fiscal_year_words,
    month_days,
    months_between,
    whole_months,
)

AXIS = TimeAxis(date(2019, 1, 1), date(2019, 12, 31), 0, 365)
DAYS = st.dates(date(1948, 1, 1), date(2100, 12, 31))


def test_a_day_is_as_wide_as_any_other_and_the_axis_ends_with_its_last() -> None:
    assert AXIS.span_of(date(2019, 5, 29), date(2019, 5, 30)) == (148, 150)
    assert AXIS.end_of(date(2019, 12, 31)) == 365
    assert AXIS.span_of(date(2018, 1, 1), date(2030, 1, 1)) == (0, 365)
    assert TimeAxis(date(2019, 1, 1), date.max, 0, 10).end_of(date.max) == 10


def test_a_year_of_two_eras_bears_both() -> None:
    assert [span.words for span in AXIS.years("ja")] == ["2019年（平成31年・令和元年）"]
    assert [span.words for span in AXIS.fiscal_years("ja")] == ["平成30年度（2018年度）", "令和元年度（2019年度）"]
    assert [span.words for span in AXIS.fiscal_years("en")] == ["FY2018", "FY2019"]
    assert fiscal_year_words(2019, "ja") == "令和元年度（2019年度）"


def test_months_on_a_crowded_axis_are_numbers_and_then_every_third_one() -> None:
    wide = TimeAxis(date(2019, 1, 1), date(2019, 12, 31), 0, 800)
    assert [span.words for span in wide.months("ja")][:2] == ["1月", "2月"]
    assert [span.words for span in wide.months("en")][:2] == ["Jan", "Feb"]
    narrow = TimeAxis(date(2019, 1, 1), date(2019, 12, 31), 0, 100)
    assert [span.words for span in narrow.months("ja") if span.words] == ["1", "4", "7", "10"]


@given(DAYS)
def test_a_fiscal_year_starts_in_april(day: date) -> None:
    year = fiscal_year(day)
    assert date(year, 4, 1) <= day <= date(year + 1, 3, 31)


@given(DAYS, st.integers(0, 4000))
def test_later_days_stand_further_right(first: date, more: int) -> None:
    axis = TimeAxis(first, first + timedelta(days=more), 10, 500)
    middle = first + timedelta(days=more // 2)
    assert 10 <= axis.start_of(middle) < axis.end_of(middle) <= 500.0001
    months = months_between(axis.first, axis.last)
    assert months[0] == (first.year, first.month) and len(months) == len(set(months))


@pytest.mark.parametrize(("month", "last"), [((2019, 12), 31), ((2020, 2), 29), ((2019, 2), 28)])
def test_the_days_of_a_month(month: tuple[int, int], last: int) -> None:
    assert month_days(month)[1].day == last
    assert whole_months([(date(2019, 5, 29), date(2019, 6, 2))]) == (date(2019, 5, 1), date(2019, 6, 30))
