"""What verify finds, and that reading changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Store

from graph.errors import DamagedEdition
from graph.store.dataset import Dataset
from graph.store.edition import read_edition
from tests.graph.store.small_dataset import publish_labels


def first_store_file(dataset: Dataset) -> Path:
    """A file of the public store that is not empty."""
    folder = dataset.edition().store_path("public")
    return sorted(path for path in folder.iterdir() if path.suffix == ".sst")[0]


def test_opening_and_querying_changes_no_file(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    edition = dataset.edition()
    store = Store.read_only(str(edition.store_path("public")))
    assert len(list(store)) == 1
    assert edition.verify() == []


def test_a_changed_byte_is_found(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    path = first_store_file(dataset)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert dataset.edition().verify() == [f"public/store/{path.name}: has other content"]


def test_missing_longer_and_strange_files_are_found(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    edition = dataset.edition()
    first_store_file(dataset).unlink()
    with (edition.index_path("internal") / "words.txt").open("a") as file:
        file.write("more")
    (edition.index_path("public") / "strange").write_text("x")
    problems = edition.verify()
    assert [problem.partition(": ")[2] for problem in problems] == [
        "missing",
        "not in the manifest",
        "has another size",
    ]


def test_a_manifest_that_was_edited_is_found(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    path = dataset.edition().path / "manifest.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["versions"]["extractor"] = "9"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert read_edition(path.parent).verify() == [
        "manifest.json: the identity does not follow from graphs, inputs and versions"
    ]


def test_a_manifest_that_is_broken_or_gone_is_named(dataset: Dataset) -> None:
    manifest = publish_labels(dataset, "a", "one")
    path = dataset.edition().path / "manifest.json"
    path.write_text("{", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DamagedEdition, match=manifest.id):
            Dataset.open(dataset.path).edition()
        path.unlink(missing_ok=True)


def test_files_shared_with_the_edition_before_are_told_rightly(dataset: Dataset) -> None:
    publish_labels(dataset, "a", *(f"word {number}" for number in range(2000)))
    publish_labels(dataset, "b", "one")
    shared = [path for path in dataset.edition().store_path("public").iterdir() if path.stat().st_nlink > 1]
    assert shared, "a small change shares the files of what did not change"
    assert dataset.edition().verify() == []
