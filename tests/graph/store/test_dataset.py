"""Opening a dataset folder, its editions, restoring one, and the audit trail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import DamagedEdition, DatasetError, LockHeld, NewerDataset, NotFound
from graph.store.dataset import Dataset
from tests.graph.store.small_dataset import publish_labels


def test_what_is_not_there_is_said_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="sankyoku build") as missing:
        Dataset.open(tmp_path / "nothing")
    assert "sankyoku build" in missing.value.message("ja")


def test_an_empty_folder_becomes_a_dataset_and_opens_again(tmp_path: Path) -> None:
    (tmp_path / "format.json.99.tmp").write_text("half")  # what a crash may leave of the first attempt
    Dataset.open_or_create(tmp_path)
    assert Dataset.open_or_create(tmp_path).current_id() is None
    assert json.loads((tmp_path / "format.json").read_text())["format"] == 1


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("x")
    with pytest.raises(DatasetError, match="not a dataset"):
        Dataset.open_or_create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]
    with pytest.raises(DatasetError):
        Dataset.open_or_create(tmp_path / "thesis.docx")


def test_a_dataset_of_a_newer_version_is_refused(dataset: Dataset) -> None:
    (dataset.path / "format.json").write_text('{"format": 2, "written_by": "9.0"}')
    with pytest.raises(NewerDataset, match="update"):
        Dataset.open(dataset.path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "x"}', "\x00"])
def test_a_broken_format_file_is_no_dataset(dataset: Dataset, content: str) -> None:
    (dataset.path / "format.json").write_text(content)
    with pytest.raises(DatasetError):
        Dataset.open(dataset.path)


def test_a_dataset_without_editions_says_so(dataset: Dataset) -> None:
    assert dataset.editions() == []
    with pytest.raises(NotFound, match="no edition yet"):
        dataset.edition()


@pytest.mark.parametrize("wanted", ["20200101T000000Z-00000000", "", "..", "../../etc", "x" * 5000, "a\x00b"])
def test_an_edition_that_is_not_there_is_not_found(dataset: Dataset, wanted: str) -> None:
    publish_labels(dataset, "a", "one")
    with pytest.raises(NotFound):
        dataset.edition(wanted)


@pytest.mark.parametrize("content", [b"", b"../..\n", b"\xff", b"20200101T000000Z-00000000\n"])
def test_a_broken_current_is_said_and_mended_by_restore(dataset: Dataset, content: bytes) -> None:
    manifest = publish_labels(dataset, "a", "one")
    (dataset.path / "current").write_bytes(content)
    with pytest.raises(DamagedEdition, match="restore"):
        dataset.edition()
    with pytest.raises(DamagedEdition), dataset.writer():
        pass
    dataset.restore(manifest.id)
    assert dataset.edition().id == manifest.id


def test_an_earlier_edition_is_served_again_and_written_on(dataset: Dataset) -> None:
    first = publish_labels(dataset, "a", "one")
    second = publish_labels(dataset, "a", "two")
    dataset.restore(first.id, who="keiko", note="the second was wrong")
    assert dataset.edition().id == first.id
    with dataset.writer() as writer:
        assert [quad.object.value for quad in writer.quads("public")] == ["one"]  # type: ignore[union-attr]
    third = publish_labels(dataset, "a", "three")
    assert third.previous == first.id
    assert dataset.edition_ids() == [first.id, second.id, third.id]
    with pytest.raises(NotFound):
        dataset.restore("20200101T000000Z-00000000")


def test_restoring_waits_for_the_writer(dataset: Dataset) -> None:
    first = publish_labels(dataset, "a", "one")
    with dataset.writer(), pytest.raises(LockHeld):
        dataset.restore(first.id)


def test_the_audit_trail_tells_who_did_what(dataset: Dataset) -> None:
    assert dataset.audit() == []
    manifest = publish_labels(dataset, "a", "one")
    dataset.append_audit("keiko", "accept", claim="c1", reason="原文のとおり")
    with (dataset.path / "audit.jsonl").open("a") as file:
        file.write('{"at": "2026-')
    dataset.restore(manifest.id, who="keiko", note="again")
    trail = dataset.audit()
    assert [(entry["who"], entry["what"]) for entry in trail] == [
        ("a tester", "publish"),
        ("keiko", "accept"),
        ("keiko", "restore"),
    ]
    assert trail[0]["edition"] == manifest.id
    assert trail[1]["reason"] == "原文のとおり"


def test_documents_are_kept_by_their_hash(dataset: Dataset) -> None:
    assert dataset.document_path("ab" * 32) == dataset.documents_path / ("ab" * 32)
    with pytest.raises(ValueError, match="SHA-256"):
        dataset.document_path("../x")


def test_what_a_killed_writer_left_is_removed_by_the_next(dataset: Dataset) -> None:
    publish_labels(dataset, "a", "one")
    half = dataset.path / "editions" / ".20260101T000000Z-00000000.tmp"
    (half / "public").mkdir(parents=True)
    (dataset.path / "store" / "left").mkdir()
    with dataset.writer():
        assert not half.exists()
        assert not list((dataset.path / "store").iterdir())
    assert len(dataset.edition_ids()) == 1
