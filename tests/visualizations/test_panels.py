"""Stretches of time that fit a sheet: nothing lost, nothing twice, in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.visualizations.records import dialogue, trilateral
from visualizations.panels import MOST_MEETINGS, MOST_MONTHS, stretches

MONTHS = st.lists(st.tuples(st.integers(1990, 2030), st.integers(1, 12)), max_size=40)


def test_the_talks_of_2019_fit_one_panel() -> None:
    (only,) = stretches(dialogue())
    assert only.fits() and len(only.meetings) == 4 and len(only.talks) == 3


def test_nothing_gives_no_panel() -> None:
    assert stretches(dialogue().model_copy(update={"meetings": (), "alongside": (), "milestones": ()})) == ()


@settings(deadline=None, max_examples=60)
@given(MONTHS)
def test_every_meeting_stands_on_one_panel_in_order_of_time(months: list[tuple[int, int]]) -> None:
    meetings = tuple(
        trilateral(at + 1, f"{year:04}-{month:02}", "JP").model_copy(update={"slug": f"m{at}"})
        for at, (year, month) in enumerate(months)
    )
    panels = stretches(dialogue().model_copy(update={"meetings": meetings, "alongside": (), "milestones": ()}))
    told = [one for panel in panels for one in panel.meetings]
    assert sorted(one.slug for one in told) == sorted(one.slug for one in meetings)
    assert [one.when.earliest for one in told] == sorted(one.when.earliest for one in meetings)
    for panel in panels:
        first, last = panel.meetings[0].when.earliest, panel.meetings[-1].when.earliest
        assert (last.year - first.year) * 12 + last.month - first.month < MOST_MONTHS
        crowded = len({one.when.earliest for one in panel.meetings}) == 1
        assert len(panel.meetings) <= MOST_MEETINGS or crowded
