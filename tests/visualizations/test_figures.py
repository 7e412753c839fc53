"""The data of timeline, framework lines, matrix and levels agree with the records they were drawn from."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from graph.model import Engagement
from graph.network import bodies_of
from tests.visualizations.facts import real_facts
from tests.visualizations.records import catalogue, engagement
from visualizations.framework_lines import framework_figure
from visualizations.levels import level_of, levels_figure
from visualizations.matrix import jurisdictions_of, matrix_figure
from visualizations.spans import Years
from visualizations.timeline import MOST_MARKED, timeline_figure

CALENDAR = Years()


def test_the_matrix_counts_each_pair_once_an_engagement() -> None:
    facts = real_facts()
    figure = matrix_figure(facts.engagements, facts.catalogue, "", "en")
    rows = {(row.cells[0][0], row.cells[1][0]): int(row.cells[2][0]) for row in figure.grid.rows}
    held = [one for one in facts.engagements if one.status == "held"]
    together = sum(1 for one in held if {"JP", "US"} <= set(jurisdictions_of(one, facts.catalogue)))
    assert rows["Japan", "United States"] == together > 10
    adequacy = next(row for row in figure.grid.rows if row.cells[:2] == (("European Union",), ("Japan",)))
    assert "EU adequacy decision for Japan" in adequacy.cells[3]


def test_an_ended_framework_is_no_longer_between_two_jurisdictions() -> None:
    facts = real_facts()
    figure = matrix_figure(facts.engagements, facts.catalogue, "", "en")
    row = next(one for one in figure.grid.rows if one.cells[:2] == (("European Union",), ("United States",)))
    assert not any("Privacy Shield" in one for one in row.cells[3])


def test_levels_count_by_year_and_say_what_is_unsure() -> None:
    facts = real_facts()
    held = [one for one in facts.engagements if one.status == "held"]
    assert len(levels_figure(held, facts.catalogue, "", "en", CALENDAR).grid.rows) == len(held)
    spanning = held[0].when.model_copy(
        update={"edtf": "2019-12/2020-01", "earliest": date(2019, 12, 1), "latest": date(2020, 1, 31)}
    )
    unsure = levels_figure([held[0].model_copy(update={"when": spanning})], facts.catalogue, "", "en", CALENDAR)
    assert "1 engagement whose year is not certain" in unsure.words.caption and unsure.empty


def test_a_level_is_that_of_the_engagement_or_of_its_highest_participant() -> None:
    plain = engagement("one", "2019-05-01", "面談", "Talk", bodies=("ppc-japan", "us-ftc"))
    assert level_of(plain) == "working-level"
    high = tuple(one.model_copy(update={"level": "commissioner"}) for one in plain.participants)
    assert level_of(plain.model_copy(update={"level": None, "participants": high})) == "commissioner"
    assert level_of(plain.model_copy(update={"level": None})) == "unknown"


def test_fiscal_years_begin_in_april() -> None:
    march, april = (engagement(day, day, "面談", "Talk").when for day in ("2019-03-31", "2019-04-01"))
    assert (Years(fiscal=True).certain(march), Years(fiscal=True).certain(april)) == (2018, 2019)
    assert CALENDAR.range([march, april]) == [2019]


def test_frameworks_stand_in_the_order_of_their_beginning() -> None:
    facts = real_facts()
    figure = framework_figure(facts.engagements, facts.catalogue, "", "en")
    names = [row.cells[0][0] for row in figure.grid.rows]
    shield, privacy = (
        names.index("EU-US Privacy Shield adequacy decision"),
        names.index("EU adequacy decision for Japan"),
    )
    assert names.index("EU-US Data Privacy Framework adequacy decision") > shield
    assert privacy >= 0
    row = figure.grid.rows[shield]
    assert [cell[0] for cell in row.cells[1:4]] == ["12 July 2016", "1 August 2016", "16 July 2020"]


def test_named_frameworks_are_drawn_even_where_nobody_met_about_them() -> None:
    facts = real_facts()
    figure = framework_figure((), facts.catalogue, "", "en", frameworks=("eu-us-safe-harbor", "no-such"))
    safe_harbour = facts.catalogue.frameworks["eu-us-safe-harbor"].name.en
    assert [row.cells[0][0] for row in figure.grid.rows] == [safe_harbour]


def test_a_timeline_names_few_marks_more_and_counts_the_rest() -> None:
    facts = real_facts()
    few = timeline_figure(facts.engagements[:20], facts.catalogue, "", "en", CALENDAR)
    assert all(one.title.in_language("en")[:12] in few.drawing for one in facts.engagements[:20])
    crowd = [
        engagement(f"{at}", f"20{10 + at % 9}-05-{at % 28 + 1:02}", "会合", "Meeting") for at in range(MOST_MARKED + 10)
    ]
    assert "counted by kind and year" in timeline_figure(crowd, catalogue(), "", "en", CALENDAR).words.caption
    assert "counted" not in timeline_figure(facts.engagements, facts.catalogue, "", "en", CALENDAR).words.caption


def test_rows_of_a_timeline_are_in_the_order_of_time_with_their_sources() -> None:
    facts = real_facts()
    figure = timeline_figure(reversed(facts.engagements), facts.catalogue, "", "ja", CALENDAR)
    assert len(figure.grid.rows) == len(facts.engagements)
    assert all(row.notes for row in figure.grid.rows)
    firsts = [one.when.earliest for one in sorted(facts.engagements, key=_day)]
    assert all(one <= other for one, other in pairwise(firsts))
    assert all(number <= len(figure.notes) for row in figure.grid.rows for number in row.notes)


def _day(one: Engagement) -> tuple[str, str]:
    return one.when.earliest.isoformat(), one.slug


def test_everybody_known_has_a_jurisdiction_in_the_matrix() -> None:
    facts = real_facts()
    for one in facts.engagements[:30]:
        homes = {facts.catalogue.authorities[body].jurisdiction for body in bodies_of(one)}
        assert set(jurisdictions_of(one, facts.catalogue)) == homes - {"INT"}
