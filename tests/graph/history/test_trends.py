"""Counts over the years add up."""

from __future__ import annotations

from collections import Counter

from graph.history import Asked, find, levels_over_time, per_year, per_year_by
from graph.index import Index
from tests.graph.index.real import real


def test_years_are_counted_by_first_day_and_none_is_left_out(index: Index) -> None:
    told = per_year(index, Asked())
    expected = Counter(one.when.earliest.year for one in real()[1])
    assert {one.year: one.count for one in told if one.count} == dict(expected)
    assert [one.year for one in told] == list(range(min(expected), max(expected) + 1))


def test_levels_of_a_year_are_its_engagements(index: Index) -> None:
    asked = Asked(with_=("ppc-japan",))
    years = {one.year: one.count for one in per_year(index, asked)}
    assert {one.year: sum(one.levels.values()) for one in levels_over_time(index, asked)} == years


def test_years_by_counterpart_add_up(index: Index) -> None:
    for one in per_year_by(index, Asked(), "with", 4):
        assert sum(year.count for year in one.years) == find(index, Asked(with_=(one.value,))).total


def test_nothing_has_no_years(index: Index) -> None:
    assert per_year(index, Asked(q="存在しない言葉")) == ()
    assert levels_over_time(index, Asked(q="存在しない言葉")) == ()
