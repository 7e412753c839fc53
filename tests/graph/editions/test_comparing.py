"""Differences: applied to the older edition they give the newer one, and the way back is the mirror image."""

from __future__ import annotations

from pyoxigraph import Quad, RdfFormat, Store, parse

from graph.editions import changes, compare
from graph.model import Disclosure
from graph.store.dataset import Dataset
from graph.store.edition import Edition


def quads(edition: Edition, view: Disclosure) -> set[Quad]:
    return set(Store.read_only(str(edition.store_path(view))))


def told(dataset: Dataset, old: Edition, new: Edition, view: Disclosure) -> dict[str, set[Quad]]:
    lines: dict[str, list[bytes]] = {"+": [], "-": []}
    for sign, line in changes(dataset, old, new, view):
        lines[sign].append(line)
    return {sign: set(parse(b"".join(found), format=RdfFormat.N_QUADS)) for sign, found in lines.items()}


def test_a_difference_leads_from_one_edition_to_the_other(dataset: Dataset) -> None:
    first, _, third = (dataset.edition(one) for one in dataset.edition_ids())
    for view in ("public", "internal"):
        found = told(dataset, first, third, view)
        assert (quads(first, view) - found["-"]) | found["+"] == quads(third, view)
        back = told(dataset, third, first, view)
        assert (back["+"], back["-"]) == (found["-"], found["+"])


def test_counts_are_by_graph_and_the_public_ones_know_nothing_internal(dataset: Dataset) -> None:
    first, second, third = (dataset.edition(one) for one in dataset.edition_ids())
    name = "https://w3id.org/sankyoku/graph/a"
    found = compare(dataset, first, third, "public")
    assert (found.added, found.removed, found.graphs) == (2, 1, {name: (2, 1)})
    assert compare(dataset, first, second, "public").graphs == {}
    assert compare(dataset, first, second, "internal").added == 1
