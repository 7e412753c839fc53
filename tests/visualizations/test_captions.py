"""What a figure says of itself: counts, what is uncertain, what was not held, every meeting in order."""

from __future__ import annotations

import pytest

from graph.dialogue import dialogue_of
from graph.model import Dialogue
from tests.visualizations.facts import real_facts
from tests.visualizations.records import catalogue, dialogue
from visualizations.captions import caption, describe, describe_long, legend, subtitle


def test_the_caption_counts_and_says_what_hatching_means() -> None:
    english = caption(dialogue(), catalogue(), "en")
    assert english.startswith("January–September 2019: 4 meetings between Japan, the United States and the")
    assert "3 talks between some of them and 2 milestones" in english
    assert "For 6 of them the day is not known" in english
    assert "会合4件、関係する二者間等の対話3件、節目となる出来事2件" in caption(dialogue(), catalogue(), "ja")


@pytest.mark.parametrize(("status", "said"), [("planned", "planned"), ("cancelled", "cancelled")])
def test_what_was_not_held_is_counted_apart(status: str, said: str) -> None:
    last = dialogue().meetings[-1].model_copy(update={"status": status})
    told = dialogue().model_copy(update={"meetings": (*dialogue().meetings[:-1], last)})
    assert f"1 of them {said}." in caption(told, catalogue(), "en")
    assert any(entry.sign == "not-held" for entry in legend(told, "en"))


def test_a_forum_says_what_its_lanes_are() -> None:
    facts = real_facts()
    forum = dialogue_of("appa-forum", facts.engagements, facts.catalogue)
    assert "The lanes are the 8 jurisdictions most often recorded" in caption(forum, facts.catalogue, "en")
    assert "drawn as outlines" in caption(forum, facts.catalogue, "en")


def test_the_description_tells_everything_in_order_and_the_long_one_the_meetings() -> None:
    words = describe(dialogue(), catalogue(), "en")
    told = ["EU-Japan mutual adequacy", "US FTC", "Member of the European Commission", "no. 1", "no. 4"]
    places = [words.index(one) for one in told]
    assert places == sorted(places)
    long = describe_long(dialogue(), catalogue(), "en")
    assert "no. 4" in long and "Member of the European Commission" not in long and "tables" in long


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    signs = [entry.sign for entry in legend(dialogue(), "ja")]
    assert signs == ["meeting", "talk", "uncertain", "host", "arrow", "milestone", "band"]
    assert "arrow" not in [entry.sign for entry in legend(dialogue(), "ja", arrows=False)]
    nothing = Dialogue(series=dialogue().series, parties=(), meetings=(), alongside=(), milestones=(), led_to=())
    assert legend(nothing, "en") == () and subtitle(nothing, "en") == "nothing recorded"
