"""A long line of talks on one sheet: every name in full, every number near what it stands for."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dialogue import dialogue_between
from graph.periods import Period
from tests.visualizations.facts import real_facts
from visualizations.dialogue import dialogue_picture
from visualizations.lettering import ELLIPSIS, width
from visualizations.overview import KEY_LEADING, KEY_SIZE, TAG_WIDE, lay_tags, tag_rows
from visualizations.picture import Overview, Tag

ENDS = (286.0, 1100.0)


@pytest.fixture(scope="module", params=["ja", "en"])
def overview(request: pytest.FixtureRequest) -> Overview:
    facts = real_facts()
    story = dialogue_between(("JP", "US", "EU"), facts.engagements, facts.catalogue, None, Period(date(2016, 1, 1)))
    found = dialogue_picture(story, facts.catalogue, request.param).overview
    assert found
    return found


def test_the_key_cuts_no_name_and_its_lines_do_not_overlap(overview: Overview) -> None:
    assert not any(line.endswith(ELLIPSIS) for entry in overview.key for line in (entry.when, *entry.what))
    for one, other in pairwise(overview.key):
        if one.x == other.x:
            assert other.y - one.y >= len(one.what) * KEY_LEADING
    assert max(width(line, KEY_SIZE) for entry in overview.key for line in entry.what) < 260


def test_every_year_stands_above_its_entries(overview: Overview) -> None:
    firsts = {entry.x: min(other.y for other in overview.key if other.x == entry.x) for entry in overview.key}
    for x, y in firsts.items():
        assert any(year.x == x and year.y < y for year in overview.years)


def test_numbers_of_one_row_do_not_cover_each_other(overview: Overview) -> None:
    rows: dict[float, list[Tag]] = {}
    for tag in overview.tags:
        rows.setdefault(tag.y, []).append(tag)
    for row in rows.values():
        places = sorted(tag.x for tag in row)
        assert all(other - one >= TAG_WIDE - 1e-6 for one, other in pairwise(places))


def test_talks_of_the_upper_parties_have_their_numbers_above_the_lanes(overview: Overview) -> None:
    top, bottom = overview.panel.lanes[0].y, overview.panel.lanes[-1].y
    talks = [tag for tag in overview.tags if tag.kind == "talk"]
    assert {tag.above for tag in talks} == {True, False}
    assert all((tag.y < top) if tag.above else (tag.y > bottom) for tag in talks)


@given(st.lists(st.floats(286, 1100), max_size=60))
def test_numbers_stay_on_the_sheet_in_as_few_rows_as_do(places: list[float]) -> None:
    named = {f"n{at}": place for at, place in enumerate(places)}
    known = {name: at for at, name in enumerate(named, start=1)}
    tags = lay_tags(named, known, Tag(0, "talk", 0, 100, 0), ENDS)
    assert sorted(tag.number for tag in tags) == sorted(known.values())
    assert len({tag.y for tag in tags}) <= tag_rows(places, ENDS) <= 3
    assert all(ENDS[0] - 1 <= tag.x <= ENDS[1] + 1 for tag in tags)
