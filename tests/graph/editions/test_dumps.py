"""Dumps hold everything of their view and nothing of the other, and are the same bytes whenever they are made."""

from __future__ import annotations

import gzip

import pytest
from pyoxigraph import RdfFormat, Store, parse

from graph.editions import dump, dump_at_hand
from graph.editions.derived import forget_derived
from graph.editions.dumps import DumpForm
from graph.store.dataset import Dataset


def test_a_dump_holds_its_view_whole(dataset: Dataset) -> None:
    edition = dataset.edition()
    for view in ("public", "internal"):
        found = gzip.decompress(dump(dataset, edition, view, "nq").path.read_bytes())
        store = Store.read_only(str(edition.store_path(view)))
        assert set(parse(found, format=RdfFormat.N_QUADS)) == set(store)
        assert (b"hidden words" in found) == (view == "internal")


def test_turtle_has_every_triple_once(dataset: Dataset) -> None:
    edition = dataset.edition()
    found = gzip.decompress(dump(dataset, edition, "internal", "ttl").path.read_bytes())
    triples = [quad.triple for quad in parse(found, format=RdfFormat.TURTLE)]
    store = Store.read_only(str(edition.store_path("internal")))
    assert len(triples) == len(set(triples))
    assert set(triples) == {quad.triple for quad in store}


@pytest.mark.parametrize("form", ["nq", "ttl"])
def test_made_again_it_is_the_same_bytes(dataset: Dataset, form: DumpForm) -> None:
    edition = dataset.edition()
    assert dump_at_hand(dataset, edition, "public", form) is None
    first = dump(dataset, edition, "public", form)
    assert dump_at_hand(dataset, edition, "public", form) == first
    forget_derived(dataset, edition.id)
    assert dump(dataset, edition, "public", form).sha256 == first.sha256
    assert edition.verify() == []
