"""Pinned editions are never collected, nor is the one being served; what was collected is known to have been."""

from __future__ import annotations

import pytest

from graph.editions import collect, collected, dump, pin, pins, unpin
from graph.errors import BadInput, DatasetError, NotFound
from graph.store.dataset import Dataset
from graph.store.layout import Layout
from tests.graph.store.small_dataset import publish_labels


def test_a_pinned_edition_stays_and_the_others_go(dataset: Dataset) -> None:
    first, second, third = dataset.edition_ids()
    pin(dataset, first, who="a reader", note="cited")
    dump(dataset, dataset.edition(second), "public", "nq")
    assert collect(dataset, keep=1) == (second,)
    assert dataset.edition_ids() == [first, third]
    assert collected(dataset) == (second,)
    assert pins(dataset)[first].note == "cited"
    assert not (Layout(dataset.path).derived / second).exists()
    assert dataset.edition(first).verify() == []
    with pytest.raises(NotFound):
        dataset.edition(second)


def test_the_edition_being_served_stays_however_old(dataset: Dataset) -> None:
    first, second, third = dataset.edition_ids()
    dataset.restore(first)
    assert collect(dataset, keep=1) == (second,)
    assert dataset.edition_ids() == [first, third]


def test_unpinned_it_goes_with_the_others(dataset: Dataset) -> None:
    first, second, third = dataset.edition_ids()
    pin(dataset, first)
    assert unpin(dataset, first)
    assert not unpin(dataset, first)
    assert collect(dataset, keep=1) == (first, second)
    publish_labels(dataset, "a", "five")  # what is left is a sound base for the next
    assert dataset.edition().verify() == []
    assert [line["what"] for line in dataset.audit()][3:] == ["pin", "unpin", "collect", "collect", "publish"]
    assert third in dataset.edition_ids()


def test_wrong_requests_change_nothing(dataset: Dataset) -> None:
    with pytest.raises(BadInput):
        collect(dataset, keep=0)
    with pytest.raises(NotFound):
        pin(dataset, "20000101T000000Z-00000000")
    Layout(dataset.path).kept.write_text("{", encoding="utf-8")
    with pytest.raises(DatasetError):
        collect(dataset, keep=1)
    assert len(dataset.edition_ids()) == 3
