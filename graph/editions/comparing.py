"""What changed between two editions: a merge of their canonical N-Quads, so of any size in little memory."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pyoxigraph import NamedNode, RdfFormat, parse

from graph.editions.dumps import dump
from graph.model import Disclosure
from graph.store.dataset import Dataset
from graph.store.edition import Edition
from graph.store.manifest import DEFAULT_GRAPH

Sign = Literal["+", "-"]
Change = tuple[Sign, bytes]


@dataclass(frozen=True)
class Difference:
    """How many quads were added and removed, in all and by graph IRI."""

    added: int
    removed: int
    graphs: dict[str, tuple[int, int]]


def changes(dataset: Dataset, old: Edition, new: Edition, view: Disclosure) -> Iterator[Change]:
    """Every quad that one edition has and the other has not, as a line of N-Quads, in canonical order."""
    if _hashes(old, view) == _hashes(new, view):
        return
    paths = [dump(dataset, edition, view, "nq").path for edition in (old, new)]
    with gzip.open(paths[0]) as before, gzip.open(paths[1]) as after:
        yield from _merged(iter(before), iter(after))


def compare(dataset: Dataset, old: Edition, new: Edition, view: Disclosure) -> Difference:
    """How much changed from ``old`` to ``new``."""
    counts: Counter[tuple[str, Sign]] = Counter()
    for sign, line in changes(dataset, old, new, view):
        counts[(_graph_of(line), sign)] += 1
    graphs = {graph: (counts[(graph, "+")], counts[(graph, "-")]) for graph in sorted({name for name, _ in counts})}
    return Difference(sum(each[0] for each in graphs.values()), sum(each[1] for each in graphs.values()), graphs)


def _merged(before: Iterator[bytes], after: Iterator[bytes]) -> Iterator[Change]:
    old, new = next(before, None), next(after, None)
    while old is not None or new is not None:
        if old == new:
            old, new = next(before, None), next(after, None)
        elif new is None or (old is not None and old < new):
            yield "-", old or b""
            old = next(before, None)
        else:
            yield "+", new
            new = next(after, None)


def _graph_of(line: bytes) -> str:
    """The graph of a line of N-Quads."""
    name = next(iter(parse(line, format=RdfFormat.N_QUADS))).graph_name
    return name.value if isinstance(name, NamedNode) else DEFAULT_GRAPH


def _hashes(edition: Edition, view: Disclosure) -> dict[str, str]:
    return {iri: entry.sha256 for iri, entry in edition.manifest.view(view).graphs.items()}
