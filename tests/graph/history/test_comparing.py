"""Two bodies side by side."""

from __future__ import annotations

from graph.history import Asked, compare, find
from graph.index import Index


def test_both_sides_and_what_they_had_together(index: Index) -> None:
    told = compare(index, "us-ftc", "ico-uk")
    assert told.one.total == find(index, Asked(with_=("us-ftc",))).total
    assert told.together == find(index, Asked(with_=("us-ftc", "ico-uk"))).total == len(told.newest)
    assert not set(told.met_by_one) & set(told.met_by_other)
    assert "us-ftc" not in told.met_by_one
    assert told.one.first and told.one.last and told.one.first <= told.one.last
