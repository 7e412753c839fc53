"""Who comes for whom, and what counts as a talk between parties."""

from __future__ import annotations

from graph.parties import belongs, is_talk, parties_at, party_name
from tests.visualizations.records import catalogue, engagement


def test_a_body_comes_for_itself_and_for_its_jurisdiction() -> None:
    known = catalogue()
    assert belongs("us-ftc", "us-ftc", known) and belongs("us-ftc", "US", known)
    assert not belongs("us-ftc", "us-doc", known) and not belongs("nobody", "US", known)


def test_bodies_above_each_other_in_a_circle_end_the_search() -> None:
    known = catalogue()
    circle = {
        "us-doc": known.authorities["us-doc"].model_copy(update={"parent": "us-ntia"}),
        "us-ntia": known.authorities["us-ntia"].model_copy(update={"parent": "us-doc"}),
    }
    turning = known.model_copy(update={"authorities": {**known.authorities, **circle}})
    assert belongs("us-ntia", "us-doc", turning)
    assert not belongs("us-ntia", "us-ftc", turning)


def test_a_third_party_makes_it_no_talk_but_for_a_trilateral_meeting() -> None:
    known = catalogue()
    two = engagement("two", "2019-05", "会談", "Talk", bodies=("ppc-japan", "us-ftc"))
    three = engagement("three", "2019-05", "会談", "Talk", bodies=("ppc-japan", "us-ftc", "european-commission"))
    assert is_talk(two, ("JP", "US"), known) and not is_talk(three, ("JP", "US"), known)
    assert is_talk(three.model_copy(update={"kind": "trilateral-meeting"}), ("JP", "US"), known)
    assert parties_at(three, ("EU", "JP"), known) == (0, 1)


def test_an_unknown_party_is_called_by_its_identifier() -> None:
    assert party_name("XX", catalogue()).in_language("ja") == "XX"
