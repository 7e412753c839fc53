"""Places by forces, and pairs counted from columns."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.forces import MOST_PAIRWISE, co_participation, spring

rows = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12)), max_size=60)


@given(rows)
@settings(max_examples=60, deadline=None)
def test_pairs_are_those_counted_by_hand(participations: list[tuple[int, int]]) -> None:
    together: dict[int, set[int]] = {}
    for engagement, body in participations:
        together.setdefault(engagement, set()).add(body)
    wanted = Counter(pair for bodies in together.values() for pair in combinations(sorted(bodies), 2))
    columns = np.array(participations, dtype=np.intp).reshape(-1, 2)
    pairs, counts = co_participation(columns[:, 0], columns[:, 1])
    found = {(int(first), int(second)): int(count) for (first, second), count in zip(pairs, counts, strict=True)}
    assert found == dict(wanted)


def test_joined_nodes_stand_nearer_than_others() -> None:
    ends = np.array([(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)])
    places = spring(6, ends, np.ones(6))
    middles = places[:3].mean(axis=0), places[3:].mean(axis=0)
    within = np.linalg.norm(places[:3] - middles[0], axis=1).max()
    assert within < np.linalg.norm(middles[0] - middles[1])


def test_many_nodes_are_laid_out_by_cells_and_spread_over_the_sheet() -> None:
    count = MOST_PAIRWISE + 100
    ends = np.stack([np.arange(count), (np.arange(count) * 7 + 1) % count], axis=1)
    places = spring(count, ends, np.ones(count), rounds=12)
    assert np.isfinite(places).all()
    assert (places.max(axis=0) - places.min(axis=0) > 0.5).all()
