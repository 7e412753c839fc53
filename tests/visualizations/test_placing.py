"""Boxes do not overlap, tracks do not collide."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from visualizations.placing import slots, spread, tracks

CENTRES = st.lists(st.floats(0, 800), min_size=1, max_size=12).map(sorted)


@given(CENTRES)
def test_boxes_are_apart_in_their_order_and_within_the_room(centres: list[float]) -> None:
    widths = [40.0] * len(centres)
    placed = spread(centres, widths, 8, 0, 800)
    assert all(other - one >= 48 - 1e-6 for one, other in pairwise(placed))
    assert placed[0] >= 20 - 1e-6 and placed[-1] <= 780 + 1e-6


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 120)), max_size=15))
def test_intervals_on_one_track_never_overlap(found: list[tuple[float, float]]) -> None:
    intervals = [(start, start + long) for start, long in found]
    rows = tracks(intervals)
    for (one, a), (other, b) in combinations(zip(intervals, rows, strict=True), 2):
        assert a != b or one[1] <= other[0] or other[1] <= one[0]


def test_places_in_a_span_are_in_order_and_within_it() -> None:
    found = slots((100, 200), 2, (120,), 15)
    assert 100 < found[0] < found[1] < 200
