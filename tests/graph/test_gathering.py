"""Groups in place of bodies: nothing is lost, and what is gathered counts each engagement once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.gathering import by_community, members_of
from graph.model import Engagement
from graph.network import who_met_whom
from tests.visualizations.facts import real_facts
from tests.visualizations.records import catalogue, engagement

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=30)


def meetings(pairs: list[tuple[int, int]]) -> list[Engagement]:
    return [
        engagement(f"e{at}", f"2019-05-{at % 28 + 1:02}", "会合", "Meeting", bodies=(f"b{one}", f"b{other}"))
        for at, (one, other) in enumerate(pairs)
    ]


def test_the_reference_facts_fall_into_a_few_groups_that_hold_everybody() -> None:
    facts = real_facts()
    network = who_met_whom(facts.engagements, facts.catalogue)
    gathered = by_community(network)
    assert 2 <= len(gathered) < len(network) / 4
    everybody = [member for node in gathered for member in members_of(gathered, node)]
    assert sorted(everybody) == sorted(network)


@settings(max_examples=40)
@given(PAIRS)
def test_ties_count_the_engagements_that_two_groups_share(pairs: list[tuple[int, int]]) -> None:
    network = who_met_whom(meetings(pairs), catalogue())
    gathered = by_community(network)
    for one, other in gathered.edges:
        first, second = (set(members_of(gathered, node)) for node in (one, other))
        shared = {
            slug
            for pair in network.edges
            if (pair[0] in first and pair[1] in second) or (pair[1] in first and pair[0] in second)
            for slug in network.edges[pair]["engagements"]
        }
        assert set(gathered.edges[one, other]["engagements"]) == shared
        assert gathered.edges[one, other]["weight"] == len(shared)
