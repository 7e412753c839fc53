"""The picture of a network: reduced and said so, the same on every run, compared with an earlier edition."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest

from graph.errors import NotFound
from graph.network import who_met_whom
from tests.visualizations.facts import meta, real_facts
from visualizations.layout import Layout
from visualizations.network import NetworkOptions, NetworkPicture, Previous, network_picture
from visualizations.network_page import chosen_network
from visualizations.network_words import groups, insights, network_caption
from visualizations.render import render_network


def drawn(options: NetworkOptions) -> NetworkPicture:
    facts = real_facts()
    network, before = chosen_network(facts.engagements, facts.catalogue, options)
    return network_picture(network, facts.catalogue, options, before)


def test_signs_and_labels_do_not_cover_each_other() -> None:
    picture = drawn(NetworkOptions())
    for at, one in enumerate(picture.dots):
        for other in picture.dots[at + 1 :]:
            apart = max(abs(one.x - other.x), abs(one.y - other.y))
            assert apart >= (one.reach + other.reach) * 0.7, (one.node, other.node)


def test_a_reduced_drawing_says_what_it_leaves_out() -> None:
    picture = drawn(NetworkOptions(most_bodies=20, most_ties=40))
    assert len(picture.dots) == 20 and len(picture.ties) <= 40
    words = network_caption(picture, "en")
    assert f"{picture.all_nodes - 20} nodes" in words and "left out" in words
    assert f"{picture.all_nodes - 20}点" in network_caption(picture, "ja")


def test_nodes_of_an_earlier_edition_stay_to_the_pixel_and_new_ones_are_marked() -> None:
    facts = real_facts()
    early = tuple(one for one in facts.engagements if one.when.latest.year < 2023)
    first = network_picture(who_met_whom(early, facts.catalogue), facts.catalogue)
    now = drawn(NetworkOptions(previous=Previous("2022-12", early, first.layout)))
    old = {dot.node: (dot.x, dot.y) for dot in first.dots}
    assert {dot.node: (dot.x, dot.y) for dot in now.dots if dot.node in old} == old
    assert {dot.node for dot in now.dots if dot.change == "new"} == {dot.node for dot in now.dots} - set(old)
    assert any(tie.change == "new" for tie in now.ties) and any(tie.change == "changed" for tie in now.ties)
    assert "2022-12" in network_caption(now, "ja")


def test_a_layout_is_kept_by_content_and_survives_being_written_down() -> None:
    cache: dict[str, Layout] = {}
    once = drawn(NetworkOptions(cache=cache)).layout
    assert len(cache) == 1
    assert drawn(NetworkOptions(cache=cache)).layout is once
    assert Layout.from_json(once.to_json()) == once


def test_around_a_body_and_with_frameworks() -> None:
    around = drawn(NetworkOptions(around="us-ftc"))
    assert {dot.node for dot in around.dots} >= {"us-ftc", "ppc-japan"}
    joined = {end for tie in around.ties if "us-ftc" in (tie.first, tie.second) for end in (tie.first, tie.second)}
    assert joined == {dot.node for dot in around.dots}
    kinds = {dot.kind for dot in drawn(NetworkOptions(show="frameworks")).dots}
    assert "framework" in kinds and "data-protection-authority" in kinds
    with pytest.raises(NotFound):
        drawn(NetworkOptions(around="no-such-body"))


def test_what_the_figure_shows_is_said_in_both_languages() -> None:
    facts = real_facts()
    network = who_met_whom(facts.engagements, facts.catalogue)
    assert "個人情報保護委員会" in insights(network, facts.catalogue, "ja")[0]
    assert "Personal Information Protection Commission" in insights(network, facts.catalogue, "en")[0]
    assert len(groups(network, facts.catalogue, "en")) >= 3


def test_the_data_of_the_page_agree_with_the_records() -> None:
    facts = real_facts()
    page = render_network(facts.engagements, facts.catalogue, meta()).decode("utf-8")
    found = re.search(r'<script type="application/json" id="network-data">(.*?)</script>', page, re.DOTALL)
    assert found
    data = json.loads(found.group(1))
    network = who_met_whom(facts.engagements, facts.catalogue)
    at = data["names"][1].index("Personal Information Protection Commission")
    ends = [(one, to) for one, to in zip(_firsts(data["edges"]["from"]), data["edges"]["to"], strict=True)]
    told = {slug for ends, events in zip(ends, data["between"], strict=True) if at in ends for slug in events}
    assert len(told | set(data["beside"][at])) == network.nodes["ppc-japan"]["count"]
    assert [len(one) for one in data["between"]] == [
        network.edges[pair]["weight"] for pair in sorted((min(one), max(one)) for one in network.edges)
    ]
    notes = {int(number) for number in re.findall(r'id="note-en-(\d+)"', page)}
    assert {note for event in data["events"]["told"] for note in event[4]} <= notes
    held = sorted(one.when.earliest.isoformat() for one in facts.engagements if one.status == "held")
    start = date.fromisoformat(data["events"]["start"])
    assert [(start + timedelta(days=days)).isoformat() for days in data["events"]["first"]] == held
    assert "eval(" not in page.split('<script type="application/json"')[0]


def _firsts(runs: list[list[int]]) -> list[int]:
    """The first ends of the edges, from the runs in which the page has them."""
    return [one for one, times in runs for _ in range(times)]
