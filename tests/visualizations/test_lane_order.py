"""Lanes stand so that few bars pass a party that was not there."""

from __future__ import annotations

from datetime import date

from graph.dialogue import dialogue_between
from graph.periods import Period
from tests.visualizations.facts import real_facts
from tests.visualizations.records import catalogue, dialogue, engagement
from visualizations.lane_order import with_ordered_lanes


def test_japan_stands_between_the_two_with_whom_it_talks_most() -> None:
    facts = real_facts()
    story = dialogue_between(("JP", "US", "EU"), facts.engagements, facts.catalogue, None, Period(date(2016, 1, 1)))
    assert with_ordered_lanes(story, facts.catalogue).parties[1] == "JP"


def test_where_no_order_is_better_the_one_given_stays() -> None:
    assert with_ordered_lanes(dialogue(), catalogue()).parties == ("JP", "US", "EU")


def test_two_parties_and_many_stay_as_they_are() -> None:
    known = catalogue()
    two = dialogue().model_copy(update={"parties": ("US", "JP")})
    many = dialogue().model_copy(update={"parties": tuple("ABCDEFG")})
    assert with_ordered_lanes(two, known) == two and with_ordered_lanes(many, known) == many


def test_a_talk_past_the_middle_moves_the_middle_away() -> None:
    talks = tuple(
        engagement(f"t{at}", f"2019-0{at}-01", "会談", "Talk", bodies=("ppc-japan", "european-commission"))
        for at in (1, 2, 3)
    )
    told = dialogue().model_copy(update={"meetings": (), "alongside": talks})
    ordered = with_ordered_lanes(told, catalogue()).parties
    assert abs(ordered.index("JP") - ordered.index("EU")) == 1
