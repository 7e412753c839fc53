"""Frameworks two bodies share, themselves or through their economies, and their state on a day."""

from __future__ import annotations

from datetime import date

from graph.history import shared_frameworks
from graph.history.frameworks import state_of
from graph.index import Index
from tests.graph.index.real import real


def test_shared_through_the_economy(index: Index) -> None:
    found = {one.id: one for one in shared_frameworks(index, "ppc-japan", "us-ftc")}
    cbpr = found["apec-cbpr"]
    assert {"JP"} <= {part.through for part in cbpr.one}
    assert {"US", "us-ftc"} <= {part.through for part in cbpr.other}


def test_nothing_is_shared_before_it_began(index: Index) -> None:
    before = {one.id for one in shared_frameworks(index, "ppc-japan", "us-ftc", date(2010, 1, 1))}
    assert "apec-cbpr" not in before
    after = {one.id: one for one in shared_frameworks(index, "ppc-japan", "us-ftc", date(2019, 10, 1))}
    assert {part.standing for part in after["apec-cbpr"].other} == {"certain"}


def test_an_adequacy_decision_joins_its_two_sides(index: Index) -> None:
    found = {one.id: one for one in shared_frameworks(index, "ppc-japan", "european-commission")}
    assert "eu-adequacy-japan-2019" in found


def test_the_state_of_a_framework_on_a_day() -> None:
    shield = real()[0].frameworks["eu-us-privacy-shield"]
    assert state_of(shield, date(2010, 1, 1)) == "not-yet"
    assert state_of(shield, date(2018, 1, 1)) in ("adopted", "in-force")
    assert state_of(shield, date(2024, 1, 1)) == "ended"
