"""Lines of talks out of the reference facts, and the rules by which they are found."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dialogue import dialogue_between, dialogue_of
from graph.errors import BadInput, NotFound
from graph.model import Dialogue, Engagement
from graph.parties import belongs, is_talk
from graph.periods import Period
from tests.visualizations.facts import real_facts
from tests.visualizations.records import AMERICANS, SERIES, catalogue, engagement, trilateral

FEBRUARY = "2019-02-ppc-us-dialogue-exchange-views-ftc-ntia-department-commerce"
MARCH = "2019-03-ppc-eu-dialogue-exchange-views-member-european-commission"


@pytest.fixture(scope="module")
def three() -> Dialogue:
    facts = real_facts()
    return dialogue_of(SERIES, facts.engagements, facts.catalogue)


def slugs(engagements: tuple[Engagement, ...]) -> list[str]:
    return [one.slug for one in engagements]


def test_the_trilateral_has_four_meetings_two_of_them_in_june_in_japan(three: Dialogue) -> None:
    assert [(one.ordinal, one.when.edtf, one.place.country) for one in three.meetings] == [
        (1, "2019-05", "FR"),
        (2, "2019-06", "JP"),
        (3, "2019-06", "JP"),
        (4, "2019-09", "US"),
    ]
    assert three.parties == ("JP", "US", "EU")


def test_the_talks_of_february_and_march_stand_before_it_and_led_to_its_first_meeting(three: Dialogue) -> None:
    assert slugs(three.alongside) == [FEBRUARY, MARCH, "2019-09-12-privacy-shield-review-3"]
    meetings = slugs(three.meetings)
    assert set(three.led_to) == {
        (FEBRUARY, meetings[0]),
        (MARCH, meetings[0]),
        (meetings[0], meetings[1]),
        (meetings[1], meetings[2]),
        (meetings[2], meetings[3]),
    }


def test_milestones_are_those_of_the_frameworks_in_its_time(three: Dialogue) -> None:
    days = [one.when.edtf for one in three.milestones]
    assert "2019-04-12" in days and "2019-01-23" in days
    assert days == sorted(days)
    assert all(date(2018, 10, 1) < one.when.earliest < date(2019, 10, 1) for one in three.milestones)


def test_the_story_from_2016_holds_the_shield_its_successor_adequacy_and_trust() -> None:
    facts = real_facts()
    story = dialogue_between(("JP", "US", "EU"), facts.engagements, facts.catalogue, None, Period(date(2016, 1, 1)))
    assert [one.ordinal for one in story.meetings] == [1, 2, 3, 4]
    told = {framework for one in (*story.meetings, *story.alongside) for framework in one.frameworks}
    told |= {framework for one in story.milestones for framework in one.frameworks}
    assert {"eu-us-privacy-shield", "eu-us-dpf", "eu-adequacy-japan-2019", "dfft", "apec-cbpr"} <= told
    assert all(one.when.latest >= date(2016, 1, 1) for one in story.alongside)
    assert "2017-09-18-privacy-shield-review-1" in slugs(story.alongside)
    assert ("2017-09-18-privacy-shield-review-1", "2018-10-18-privacy-shield-review-2") in story.led_to


def test_a_forum_has_lanes_for_those_who_came_most_and_no_talks_beside_it() -> None:
    facts = real_facts()
    forum = dialogue_of("appa-forum", facts.engagements, facts.catalogue)
    assert forum.parties[0] == "JP" and len(forum.parties) == 8
    assert not forum.alongside
    assert [one.ordinal for one in forum.meetings] == sorted(one.ordinal or 0 for one in forum.meetings)


def test_a_missing_ordinal_leaves_a_gap() -> None:
    facts = real_facts()
    forum = dialogue_of("appa-forum", facts.engagements, facts.catalogue)
    ordinals = {one.slug: one.ordinal for one in forum.meetings}
    assert 50 not in ordinals.values()
    assert all(ordinals[later] == (ordinals[earlier] or 0) + 1 for earlier, later in forum.led_to)


def test_two_bodies_are_two_lanes() -> None:
    facts = real_facts()
    found = dialogue_between(("ppc-japan", "us-ftc"), facts.engagements, facts.catalogue)
    assert found.parties == ("ppc-japan", "us-ftc")
    assert FEBRUARY in slugs(found.meetings) and not found.alongside


def test_larger_forums_are_not_talks_but_a_trilateral_meeting_is_one() -> None:
    facts = real_facts()
    by_slug = {one.slug: one for one in facts.engagements}
    assert not is_talk(by_slug["2021-09-07-g7-dpa-roundtable-1"], ("JP", "US"), facts.catalogue)
    assert is_talk(by_slug["2019-05-jp-eu-us-trilateral-1"], ("JP", "US"), facts.catalogue)


def test_a_body_comes_for_itself_those_above_it_and_its_jurisdiction() -> None:
    facts = real_facts()
    child = next(one for one in facts.catalogue.authorities.values() if one.parent)
    assert belongs(child.id, child.id, facts.catalogue)
    assert belongs(child.id, child.parent or "", facts.catalogue)
    assert belongs(child.id, child.jurisdiction, facts.catalogue)
    assert not belongs("ppc-japan", "US", facts.catalogue)


def test_unknown_names_are_refused_in_both_languages() -> None:
    with pytest.raises(NotFound) as no_series:
        dialogue_of("no-such-series", (), catalogue())
    assert "no-such-series" in no_series.value.ja and "no-such-series" in no_series.value.en
    with pytest.raises(NotFound):
        dialogue_between(("JP", "no-such-body"), (), catalogue())
    with pytest.raises(BadInput):
        dialogue_between(("JP", "JP"), (), catalogue())


def test_no_engagement_at_all_is_an_empty_dialogue() -> None:
    found = dialogue_of(SERIES, (), catalogue())
    assert (found.meetings, found.alongside, found.milestones, found.led_to) == ((), (), (), ())


def test_ordinals_against_the_order_of_time_make_no_cycle() -> None:
    late_first, early_second = trilateral(1, "2019-09", "FR"), trilateral(2, "2019-05", "JP")
    found = dialogue_of(SERIES, (late_first, early_second), catalogue())
    assert found.led_to == ()


def test_an_overlap_of_imprecise_dates_claims_no_order() -> None:
    talk = engagement("talk", "2019-05", "面談", "Talk", bodies=("ppc-japan", *AMERICANS))
    found = dialogue_of(SERIES, (talk, trilateral(1, "2019-05", "FR")), catalogue())
    assert slugs(found.alongside) == ["talk"] and found.led_to == ()


def test_what_is_cancelled_leads_to_nothing() -> None:
    talk = engagement("talk", "2019-03", "面談", "Talk", bodies=("ppc-japan", *AMERICANS), status="cancelled")
    found = dialogue_of(SERIES, (talk, trilateral(1, "2019-05", "FR")), catalogue())
    assert found.led_to == ()
