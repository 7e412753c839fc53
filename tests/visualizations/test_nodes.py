"""Nodes in time: exact days where they are, uncertain ones within their span, arrows only forwards."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from graph.dates import from_edtf
from tests.visualizations.records import catalogue, dialogue, engagement
from visualizations.nodes import NodePlan, arrows, is_exact, lanes_of, node_half
from visualizations.panels import stretches
from visualizations.picture import Lane, Node
from visualizations.timeaxis import TimeAxis

AXIS = TimeAxis(date(2019, 1, 1), date(2019, 12, 31), 278, 1108)
LANES = tuple(Lane(code, code, (), 100 + at * 54.0) for at, code in enumerate(("JP", "US", "EU")))


@pytest.fixture(scope="module")
def plan() -> NodePlan:
    (stretch,) = stretches(dialogue())
    return NodePlan(dialogue(), catalogue(), "ja", stretch, AXIS)


@pytest.fixture(scope="module")
def nodes(plan: NodePlan) -> dict[str, Node]:
    return {node.slug: node for node in plan.nodes()}


def test_each_node_stands_within_the_days_that_are_known(nodes: dict[str, Node]) -> None:
    for item in (*dialogue().meetings, *dialogue().alongside):
        left, right = AXIS.span_of(item.when.earliest, item.when.latest)
        assert left - 20 <= nodes[item.slug].x <= right + 20, item.slug
    review = nodes["2019-09-12-privacy-shield-review-3"]
    assert review.wide == pytest.approx(AXIS.span_of(date(2019, 9, 12), date(2019, 9, 13))[1] - AXIS.start_of(
        date(2019, 9, 12)
    ))  # fmt: skip


def test_numbered_meetings_of_one_month_stand_in_the_order_of_their_numbers(nodes: dict[str, Node]) -> None:
    order = [nodes[one.slug].x for one in dialogue().meetings]
    assert order == sorted(order)
    places = sorted(node.x for node in nodes.values())
    assert all(other - one > 7 for one, other in pairwise(places))


def test_days_that_are_not_known_are_hatched_over_the_lanes_of_those_who_came(plan: NodePlan) -> None:
    hatched = plan.uncertain(LANES)
    assert {one.kind for one in hatched} == {"meeting", "talk"}
    exact = [item for item in (*dialogue().meetings, *dialogue().alongside) if is_exact(item.when)]
    assert len(hatched) == 5 and len(exact) == 1
    february = next(one for one in hatched if one.kind == "talk")
    assert february.bottom < LANES[2].y


def test_arrows_go_forward_and_never_lead_to_what_is_not_drawn(nodes: dict[str, Node]) -> None:
    told = dialogue().led_to
    found = arrows((*told, ("nothing", "elsewhere"), told[0][::-1]), tuple(nodes.values()), LANES)
    assert len(found) == len(told)
    assert all(arrow.start[0] < arrow.end[0] for arrow in found)


def test_lanes_of_a_meeting_of_fixed_parties_are_all_of_them_even_where_one_is_told() -> None:
    alone = dialogue().meetings[0].model_copy(update={"participants": dialogue().meetings[0].participants[:1]})
    told = dialogue().model_copy(update={"meetings": (alone,)})
    assert lanes_of(alone, told, catalogue()) == (0, 1, 2)
    stray = engagement("stray", "2019-05", "会談", "Talk")
    assert lanes_of(stray, told, catalogue()) == ()


def test_an_open_date_is_not_exact_and_a_thin_node_can_be_seen(nodes: dict[str, Node]) -> None:
    assert not is_exact(from_edtf("2019-05-01/..")) and is_exact(from_edtf("2019-05-01"))
    assert all(node_half(node) >= node.reach / 2 for node in nodes.values())
