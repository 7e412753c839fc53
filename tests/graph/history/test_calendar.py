"""A month of the calendar: whole weeks, each meeting on each of its days, those without a day apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.history import Asked, find, month, month_to_show
from graph.index import Index
from tests.conftest import TODAY


def test_a_meeting_stands_on_each_of_its_days(index: Index) -> None:
    told = month(index, date(2019, 5, 10))
    on = {each.day.day: [one.slug for one in each.engagements] for week in told.weeks for each in week if each.of_month}
    assert "2019-05-29-appa-forum-51" in on[29]
    assert "2019-05-29-appa-forum-51" in on[30]
    assert "2019-05-jp-eu-us-trilateral-1" in [one.slug for one in told.undated]
    assert (told.before, told.after) == (date(2019, 4, 1), date(2019, 6, 1))


@pytest.mark.parametrize(("sunday_first", "weekday"), [(True, 6), (False, 0)])
def test_weeks_begin_as_the_reader_is_used_to(index: Index, sunday_first: bool, weekday: int) -> None:
    told = month(index, date(2026, 2, 1), sunday_first=sunday_first)
    assert {week[0].day.weekday() for week in told.weeks} == {weekday}
    assert {len(week) for week in told.weeks} == {7}


def test_the_month_shown_has_a_meeting(index: Index) -> None:
    for today in (TODAY, date(2019, 5, 3), date(1990, 1, 1), date(2100, 1, 1)):
        assert month(index, month_to_show(index, today)).total
    assert month_to_show(index, date(2019, 5, 3)) == date(2019, 5, 3)


@settings(max_examples=40)
@given(st.dates(date(2017, 1, 1), date(2026, 12, 31)))
def test_every_meeting_of_a_month_is_in_it_once_or_on_each_of_its_days(index: Index, day: date) -> None:
    told = month(index, day)
    first, last = told.first, told.after - timedelta(days=1)
    shown = {one.slug for week in told.weeks for each in week for one in each.engagements}
    shown |= {one.slug for one in told.undated}
    all_of_them = [one.engagement for one in find(index, Asked(), limit=1000, facets=False).items]
    assert shown == {one.slug for one in all_of_them if one.when.earliest <= last and one.when.latest >= first}
