"""The picture of a dialogue: what stands in which lane, when, and what is carried."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graph.dialogue import dialogue_of
from tests.visualizations.facts import real_facts
from tests.visualizations.records import SERIES, catalogue, dialogue, engagement
from visualizations.dialogue import dialogue_picture
from visualizations.lettering import width
from visualizations.picture import Panel, Picture


@pytest.fixture(scope="module")
def picture() -> Picture:
    return dialogue_picture(dialogue(), catalogue(), "ja")


@pytest.fixture(scope="module")
def panel(picture: Picture) -> Panel:
    return picture.panels[0]


def test_parties_are_lanes_and_meetings_span_those_who_came(panel: Panel) -> None:
    assert [lane.name for lane in panel.lanes] == ["日本", "米国", "EU"]
    lanes = {node.slug: node.lanes for node in panel.nodes}
    assert lanes["2019-02-us-talks"] == (0, 1)
    assert lanes["2019-09-12-privacy-shield-review-3"] == (1, 2)
    assert lanes["2019-05-jp-eu-us-trilateral-1"] == (0, 1, 2)


def test_an_unknown_day_is_a_hatched_month_and_its_meetings_stand_within_it(panel: Panel) -> None:
    june = [node for node in panel.nodes if node.slug.startswith("2019-06")]
    assert len(june) == 2 and june[0].x < june[1].x
    hatched = [one for one in panel.uncertain if one.kind == "meeting"]
    assert len(hatched) == 3
    assert all(any(one.left <= node.x <= one.right for one in hatched) for node in june)
    assert all(node.wide == 0 for node in june)


def test_hosts_are_marked_where_the_meeting_took_place(panel: Panel) -> None:
    hosts = {node.slug: node.host for node in panel.nodes}
    assert hosts["2019-06-jp-eu-us-trilateral-2"] == 0 and hosts["2019-09-jp-eu-us-trilateral-4"] == 1
    assert hosts["2019-05-jp-eu-us-trilateral-1"] is None


def test_proposals_are_carried_through_all_four_meetings(panel: Panel) -> None:
    proposals = [band for band in panel.bands if band.number]
    assert [band.number for band in proposals] == [1, 2, 3]
    assert all(len(band.marks) == 4 for band in proposals)
    assert proposals[0].heading == "日本からの提案"


def test_in_the_reference_facts_later_meetings_take_the_proposals_up() -> None:
    facts = real_facts()
    found = dialogue_picture(dialogue_of(SERIES, facts.engagements, facts.catalogue), facts.catalogue, "en")
    proposals = [band for band in found.panels[0].bands if band.number]
    assert [len(band.marks) for band in proposals] == [4, 4, 4]


def test_arrows_run_forward_on_tracks_of_their_own(panel: Panel) -> None:
    assert len(panel.arrows) == 5
    assert all(arrow.start[0] < arrow.end[0] for arrow in panel.arrows)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_boxes_do_not_overlap_and_hold_their_words(language: str) -> None:
    drawn = dialogue_picture(dialogue(), catalogue(), language).panels[0]
    for row in (drawn.meeting_callouts, drawn.talk_callouts, drawn.marker_callouts):
        ordered = sorted(row, key=lambda box: box.left)
        assert all(one.left + one.wide <= other.left for one, other in pairwise(ordered))
        for box in row:
            assert all(width(line, 11, bold=True) <= box.wide for line in box.heading)
            assert all(width(line, 10.5) <= box.wide for line in box.details)


def test_a_talk_of_another_series_is_called_by_its_title_not_by_its_number() -> None:
    facts = real_facts()
    found = dialogue_picture(dialogue_of(SERIES, facts.engagements, facts.catalogue), facts.catalogue, "en")
    headings = [" ".join(box.heading) for box in found.panels[0].talk_callouts]
    assert any("Privacy Shield" in heading for heading in headings)


def test_a_long_dialogue_is_one_overview_in_which_everything_has_its_number() -> None:
    facts = real_facts()
    forum = dialogue_of("appa-forum", facts.engagements, facts.catalogue)
    found = dialogue_picture(forum, facts.catalogue, "ja")
    assert not found.panels and found.overview
    count = len(forum.meetings) + len(forum.milestones)
    assert sorted(found.numbers.values()) == list(range(1, count + 1))
    assert sorted(tag.number for tag in found.overview.tags) == list(range(1, count + 1))
    assert sorted(line.number for line in found.overview.key) == list(range(1, count + 1))


def test_a_meeting_of_which_nobody_is_known_claims_no_lane() -> None:
    facts = real_facts()
    forum = dialogue_of("appa-forum", facts.engagements, facts.catalogue)
    overview = dialogue_picture(forum, facts.catalogue, "ja").overview
    assert overview
    known = {node.slug: node.known for node in overview.panel.nodes}
    assert known["2019-05-29-appa-forum-51"] and not known["2018-06-25-appa-forum-49"]


def test_talks_whose_parties_are_not_known_are_counted_as_left_out() -> None:
    hidden = engagement("hidden", "2019-03", "面談", "Talk", bodies=("nobody-known",))
    told = dialogue().model_copy(update={"alongside": (*dialogue().alongside, hidden)})
    assert dialogue_picture(told, catalogue(), "en").left_out == 1


def test_the_description_tells_every_meeting_in_order(picture: Picture) -> None:
    order = [picture.description.index(f"第{ordinal}回日米欧三極") for ordinal in (1, 2, 3, 4)]
    assert order == sorted(order)
