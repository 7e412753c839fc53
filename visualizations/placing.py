"""Where things go so that nothing overlaps: boxes along a line, nodes within an uncertain span, arrows on tracks.

All functions are pure and exact: the same input gives the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

MOST_TRIED: Final = 3


@dataclass
class _Cluster:
    """Boxes that touch: they move as one. ``wanted`` sums the left edges that each would like."""

    wanted: float
    size: float
    count: int

    def left(self, low: float, high: float) -> float:
        return max(low, min(self.wanted / self.count, high - self.size))


def spread(centres: Sequence[float], widths: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Centres of boxes in the given order, ``gap`` apart, within ``low`` to ``high``, moved as little as possible.

    Boxes that together are wider than the room keep their order and their distance and pass its right end;
    the caller makes them narrower first.
    """
    clusters: list[_Cluster] = []
    for centre, width in zip(centres, widths, strict=True):
        clusters.append(_Cluster(centre - width / 2, width, 1))
        while len(clusters) > 1 and _touch(clusters[-2], clusters[-1], gap, low, high):
            _join(clusters, gap)
    return _unfold(clusters, widths, gap, low, high)


def _touch(before: _Cluster, after: _Cluster, gap: float, low: float, high: float) -> bool:
    return before.left(low, high) + before.size + gap > after.left(low, high)


def _join(clusters: list[_Cluster], gap: float) -> None:
    after = clusters.pop()
    before = clusters[-1]
    before.wanted += after.wanted - after.count * (before.size + gap)
    before.count += after.count
    before.size += gap + after.size


def _unfold(clusters: Sequence[_Cluster], widths: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    placed: list[float] = []
    for cluster in clusters:
        left = cluster.left(low, high)
        for _ in range(cluster.count):
            width = widths[len(placed)]
            placed.append(left + width / 2)
            left += width + gap
    return placed


def slots(span: tuple[float, float], count: int, taken: Iterable[float], margin: float) -> list[float]:
    """``count`` places in a span whose days are unknown: in order, far from each other and from ``taken``.

    A place within the span claims nothing but the order; ``margin`` keeps it off the ends of the span.
    """
    left, right = span[0] + margin, span[1] - margin
    if right <= left:
        left = right = (span[0] + span[1]) / 2
    even = [left + (right - left) * (index + 0.5) / count for index in range(count)]
    near: Sequence[float] = [place for place in taken if span[0] - margin * 2 < place < span[1] + margin * 2]
    if not near or count > MOST_TRIED:
        return even
    grid = [left + (right - left) * step / 16 for step in range(17)]
    tried = combinations(grid, count)
    return list(max(tried, key=lambda places: _loneliness(tuple(places), near, even)))


def _loneliness(places: Sequence[float], near: Sequence[float], even: Sequence[float]) -> tuple[float, float]:
    """The smallest distance between any two, then how close the places are to an even spread."""
    apart = [abs(place - other) for place in places for other in near]
    apart += [second - first for first, second in pairwise(places)]
    drift = sum(abs(place - wanted) for place, wanted in zip(places, even, strict=True))
    return round(min(*apart, 40), 3), -drift


def tracks(intervals: Sequence[tuple[float, float]]) -> list[int]:
    """A track for each interval so that two on one track never overlap; few tracks, the first ones first."""
    ends: list[float] = []
    chosen = [0] * len(intervals)
    for index in sorted(range(len(intervals)), key=lambda item: (intervals[item], item)):
        start, end = intervals[index]
        free = next((track for track, used in enumerate(ends) if used <= start), len(ends))
        ends[free:] = [end, *ends[free + 1 :]]
        chosen[index] = free
    return chosen
