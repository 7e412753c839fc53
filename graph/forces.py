"""Forces that give the nodes of a network their places, in plain numpy; and pairs counted from columns.

Everything is deterministic: the start is a spiral in the order of the nodes, and no random number is drawn.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indexes = NDArray[np.intp]

ROUNDS: Final = 120
GRAVITY: Final = 0.06
#: Up to as many nodes every pair is computed; beyond, a grid stands for what is far.
MOST_PAIRWISE: Final = 1500
CELLS: Final = 28
#: Pairs of bodies are counted in a table of up to as many places (8 bytes each).
MOST_TABLE: Final = 50_000_000
GOLDEN_ANGLE: Final = 2.399963229728653


def spring(count: int, ends: Indexes, pulls: Floats, rounds: int = ROUNDS) -> Floats:
    """Places (``count`` by 2) after ``rounds`` of pushing apart and pulling together along ``ends`` (pairs).

    T. M. J. Fruchterman, E. M. Reingold, Software: Practice and Experience 21 (1991), with a pull to the centre.
    """
    places = _spiral(count)
    ideal = 2.2 / (count + 1) ** 0.5
    pull_centre = GRAVITY * count**0.5
    push = _push_pairwise if count <= MOST_PAIRWISE else _push_by_cells
    heat = 0.2
    cooling = heat / (rounds + 1)
    for _ in range(rounds):
        moves = push(places, ideal)
        apart = places[ends[:, 0]] - places[ends[:, 1]]
        force = apart * (np.sqrt((apart**2).sum(axis=1)) / ideal * pulls)[:, None]
        for axis in (0, 1):
            moves[:, axis] -= np.bincount(ends[:, 0], force[:, axis], count)
            moves[:, axis] += np.bincount(ends[:, 1], force[:, axis], count)
        moves -= places * np.sqrt((places**2).sum(axis=1))[:, None] / ideal * pull_centre
        length = np.maximum(np.sqrt((moves**2).sum(axis=1)), 1e-9)
        places = places + moves * (np.minimum(length, heat) / length)[:, None]
        heat -= cooling
    return places


def _spiral(count: int) -> Floats:
    """Points spread evenly over a disc, as the seeds of a sunflower."""
    steps = np.arange(count)
    radius = np.sqrt((steps + 0.5) / count)
    return np.stack([radius * np.cos(steps * GOLDEN_ANGLE), radius * np.sin(steps * GOLDEN_ANGLE)], axis=1)


def _push_pairwise(places: Floats, ideal: float) -> Floats:
    """The push of every node on every other, ideal squared over distance."""
    x, y = places[:, 0].astype(np.float32), places[:, 1].astype(np.float32)
    dx, dy = x[:, None] - x, y[:, None] - y
    force = dx * dx
    force += dy * dy
    np.maximum(force, np.float32(1e-4), out=force)
    np.divide(np.float32(ideal**2), force, out=force)
    return np.stack([np.einsum("ij,ij->i", dx, force), np.einsum("ij,ij->i", dy, force)], axis=1).astype(np.float64)


def _push_by_cells(places: Floats, ideal: float) -> Floats:
    """The push of the other cells, as if all their nodes stood at their centre, and of the own cell's nodes exactly."""
    low, high = places.min(axis=0), places.max(axis=0)
    scaled = (places - low) / np.maximum(high - low, 1e-9) * (CELLS - 1e-6)
    cell = scaled[:, 0].astype(np.intp) * CELLS + scaled[:, 1].astype(np.intp)
    weights = np.bincount(cell, minlength=CELLS * CELLS).astype(np.float64)
    full = np.flatnonzero(weights)
    sums = [np.bincount(cell, places[:, axis], CELLS * CELLS)[full] for axis in (0, 1)]
    moves = np.zeros_like(places)
    centres = np.stack(sums, axis=1) / weights[full][:, None]
    own = np.searchsorted(full, cell)
    dx, dy = places[:, :1] - centres[:, 0], places[:, 1:] - centres[:, 1]
    force = ideal**2 * weights[full] / np.maximum(dx**2 + dy**2, 1e-4)
    force[np.arange(len(places)), own] = 0
    moves[:, 0], moves[:, 1] = (dx * force).sum(axis=1), (dy * force).sum(axis=1)
    for one in full:
        members = np.flatnonzero(cell == one)
        if len(members) > 1:
            moves[members] += _push_pairwise(places[members], ideal)
    return moves


def co_participation(engagements: Indexes, bodies: Indexes) -> tuple[Indexes, Indexes]:
    """Pairs of bodies that took part in the same engagement, and how many engagements each pair shares.

    ``engagements`` and ``bodies`` are columns of numbers, one row a participation, in any order. The answer is an
    array of pairs (n by 2, the smaller number first, in order) and an array of n counts. A body that stands twice
    in one engagement counts once. Meant for whole editions: a million engagements take a second or two.
    """
    if len(engagements) == 0:
        return np.empty((0, 2), dtype=np.intp), np.empty(0, dtype=np.intp)
    width = int(bodies.max()) + 1
    rows = engagements.astype(np.int64) * width + bodies
    rows.sort(kind="stable")
    rows = rows[np.r_[True, rows[1:] != rows[:-1]]]
    owner = rows // width
    member = rows - owner * width
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    sizes = np.diff(np.r_[starts, len(owner)])
    codes = [_pairs(member, starts[sizes == size], int(size), width) for size in np.unique(sizes) if size > 1]
    if not codes:
        return np.empty((0, 2), dtype=np.intp), np.empty(0, dtype=np.intp)
    found, times = _counted(np.concatenate(codes), width * width)
    return np.stack([found // width, found % width], axis=1).astype(np.intp), times


def _pairs(member: NDArray[np.int64], starts: Indexes, size: int, width: int) -> NDArray[np.int64]:
    """All pairs within the engagements of one size, each pair as one number."""
    first, second = np.triu_indices(size, 1)
    return np.concatenate(
        [member[starts + one] * width + member[starts + other] for one, other in zip(first, second, strict=True)]
    )


def _counted(codes: NDArray[np.int64], limit: int) -> tuple[NDArray[np.int64], Indexes]:
    """The numbers that occur and how often: by a table of all numbers where it fits, else by sorting."""
    if limit <= MOST_TABLE:
        times = np.bincount(codes, minlength=limit)
        found = np.flatnonzero(times)
        return found.astype(np.int64), times[found].astype(np.intp)
    found, counts = np.unique(codes, return_counts=True)
    return found, counts.astype(np.intp)
