"""An exported edition can be restored, in its own dataset and in another, and a damaged one is refused."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from graph.editions import collect, collected, dump, export, restore
from graph.errors import BadInput, DamagedEdition, NotFound
from graph.store.dataset import Dataset


def test_an_archive_restores_what_was_collected(dataset: Dataset, tmp_path: Path) -> None:
    first = dataset.edition_ids()[0]
    digest = dump(dataset, dataset.edition(first), "internal", "nq").sha256
    export(dataset, first, tmp_path / "first.tar")
    collect(dataset, keep=1)
    assert restore(dataset, tmp_path / "first.tar").id == first == dataset.current_id()
    assert dataset.edition().verify() == []
    assert first not in collected(dataset)
    assert dump(dataset, dataset.edition(first), "internal", "nq").sha256 == digest


def test_an_archive_restores_into_another_dataset(dataset: Dataset, tmp_path: Path) -> None:
    document = dataset.document_path("0" * 64)
    document.mkdir(parents=True)
    (document / "original").write_bytes(b"as received")
    manifest = export(dataset, None, tmp_path / "a.tar")
    export(dataset, None, tmp_path / "b.tar")
    assert (tmp_path / "a.tar").read_bytes() == (tmp_path / "b.tar").read_bytes()
    other = Dataset.open_or_create(tmp_path / "other")
    assert restore(other, tmp_path / "a.tar") == manifest == restore(other, tmp_path / "a.tar")
    assert other.edition().verify() == []
    assert [line["what"] for line in other.audit()] == ["restore", "restore"]


def test_what_is_no_archive_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "text.tar").write_text("no archive")
    with tarfile.open(tmp_path / "empty.tar", "w"):
        pass
    for name in ("text.tar", "empty.tar", "missing.tar"):
        with pytest.raises(BadInput):
            restore(dataset, tmp_path / name)
    with pytest.raises(NotFound):
        export(dataset, "20000101T000000Z-00000000", tmp_path / "no.tar")


@pytest.mark.parametrize("harm", ["changed", "dropped", "climbing", "cut"])
def test_a_damaged_archive_is_refused_and_leaves_nothing(dataset: Dataset, tmp_path: Path, harm: str) -> None:
    export(dataset, None, tmp_path / "whole.tar")
    harmed = tmp_path / "harmed.tar"
    with tarfile.open(tmp_path / "whole.tar") as source, tarfile.open(harmed, "w") as target:
        for member in source:
            data = source.extractfile(member).read()  # type: ignore[union-attr]  # all are files
            if member.name.endswith("words.txt"):
                if harm == "dropped":
                    continue
                if harm == "changed":
                    data = b"x" * len(data)
                if harm == "climbing":
                    member.name = "../../climbed"
            target.addfile(member, io.BytesIO(data))
    if harm == "cut":
        harmed.write_bytes((tmp_path / "whole.tar").read_bytes()[:30_000])
    other = Dataset.open_or_create(tmp_path / "other")
    with pytest.raises((BadInput, DamagedEdition)):
        restore(other, harmed)
    assert other.edition_ids() == []
    assert other.current_id() is None
    assert list((other.path / "editions").iterdir()) == []
    assert not (tmp_path / "climbed").exists()


def test_a_damaged_edition_is_not_exported(dataset: Dataset, tmp_path: Path) -> None:
    (dataset.edition().index_path("public") / "words.txt").write_text("altered")
    with pytest.raises(DamagedEdition):
        export(dataset, None, tmp_path / "x.tar")
    assert not (tmp_path / "x.tar").exists()
