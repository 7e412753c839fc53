"""Who met whom: counted by hand on small records, and held by laws on any."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Engagement
from graph.network import (
    backbone,
    between,
    bodies_of,
    busiest,
    communities,
    ego,
    positions,
    reduced,
    strongest_ties,
    took_part,
    who_met_whom,
    worked_on,
)
from tests.visualizations.facts import real_facts
from tests.visualizations.records import catalogue, engagement

NAMES = [f"body-{letter}" for letter in "abcdefgh"]


def meetings(*guests: tuple[str, ...]) -> list[Engagement]:
    return [
        engagement(f"m{at:02}", f"2019-{at % 12 + 1:02}-01", "会合", "Meeting", bodies=bodies)
        for at, bodies in enumerate(guests)
    ]


def test_one_engagement_counts_once_for_every_pair() -> None:
    network = who_met_whom(meetings(("a", "b", "c"), ("a", "b"), ("d",)), catalogue())
    assert network.edges["a", "b"]["weight"] == 2
    assert network.edges["b", "c"]["engagements"] == ("m00",)
    assert network.nodes["a"]["count"] == 2 and network.degree("d") == 0


def test_only_what_was_held_counts() -> None:
    planned = engagement("p", "2019-05-01", "会合", "Meeting", bodies=("a", "b"), status="planned")
    assert len(who_met_whom([planned], catalogue())) == 0


def test_the_real_network_has_the_commission_of_japan_at_its_centre() -> None:
    facts = real_facts()
    network = who_met_whom(facts.engagements, facts.catalogue)
    assert busiest(network)[0] == "ppc-japan"
    assert between(network)[0][0] == "ppc-japan"
    slugs = network.edges["ppc-japan", "us-ftc"]["engagements"]
    together = [one for one in facts.engagements if {"ppc-japan", "us-ftc"} <= set(bodies_of(one))]
    assert slugs == tuple(one.slug for one in together if one.status == "held")


def test_two_sided_networks_join_bodies_to_meetings_and_frameworks() -> None:
    facts = real_facts()
    met, dealt = took_part(facts.engagements, facts.catalogue), worked_on(facts.engagements, facts.catalogue)
    assert met.has_edge("us-ftc", "engagement:2019-05-jp-eu-us-trilateral-1")
    assert dealt.edges["ppc-japan", "framework:jp-eu-us-trilateral-data-flow"]["weight"] == 4
    for network in (met, dealt):
        sides = {node: network.nodes[node]["bipartite"] for node in network}
        assert all(sides[first] != sides[second] for first, second in network.edges)


def test_around_one_body_stand_those_it_met() -> None:
    network = who_met_whom(meetings(("a", "b"), ("b", "c"), ("c", "d")), catalogue())
    assert set(ego(network, "b")) == {"a", "b", "c"}
    assert set(ego(network, "a", reach=2)) == {"a", "b", "c"}
    assert len(ego(network, "nobody")) == 0


def test_the_backbone_keeps_what_is_stronger_than_chance() -> None:
    often = [("hub", "friend")] * 12 + [("hub", f"guest-{at}") for at in range(8)]
    often += [(f"guest-{at}", f"guest-{at + 1}") for at in range(7)]
    kept = backbone(who_met_whom(meetings(*often), catalogue()), 0.05)
    assert kept.has_edge("friend", "hub")
    assert not kept.has_edge("guest-3", "guest-4")


def test_groups_are_found_and_the_largest_stands_first() -> None:
    one = [tuple(pair) for pair in combinations(("a", "b", "c", "d"), 2)]
    other = [tuple(pair) for pair in combinations(("x", "y", "z"), 2)]
    found = communities(who_met_whom(meetings(*one, *other, ("d", "x")), catalogue()))
    assert [set(group) for group in found] == [{"a", "b", "c", "d"}, {"x", "y", "z"}]


def test_a_reduction_keeps_the_busiest_and_the_strongest() -> None:
    network = who_met_whom(meetings(("a", "b"), ("a", "b"), ("a", "c"), ("d", "e")), catalogue())
    smaller = reduced(network, 3, 1)
    assert set(smaller) == {"a", "b", "c"} and strongest_ties(smaller) == [("a", "b")]
    assert reduced(network, 10, 10) is network


guests = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True).map(tuple), max_size=12)


@given(guests)
@settings(max_examples=40)
def test_order_does_not_matter_and_degrees_add_up(parties: list[tuple[str, ...]]) -> None:
    items = meetings(*parties)
    network, again = who_met_whom(items, catalogue()), who_met_whom(reversed(items), catalogue())
    assert dict(network.nodes(data=True)) == dict(again.nodes(data=True))
    assert list(network.edges(data=True)) == list(again.edges(data=True))
    pairs = sum(len(set(bodies)) * (len(set(bodies)) - 1) // 2 for bodies in parties)
    assert sum(weight for *_, weight in network.edges(data="weight")) == pairs
    places = positions(network)
    assert places == positions(again)
    assert all(-1 <= value <= 1 for place in places.values() for value in place)
