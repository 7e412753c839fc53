"""An index that goes along to the next edition, as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.index import Index
from graph.store.carry import carry_index
from graph.store.dataset import Dataset
from tests.graph.store.small_dataset import publish_labels


def test_files_are_shared_and_below_their_own_view(dataset: Dataset, tmp_path: Path) -> None:
    publish_labels(dataset, "facts", "one")
    carry = carry_index(dataset.edition())
    for view in ("public", "internal"):
        (tmp_path / view).mkdir()
        carry(view, tmp_path / view)
        file = tmp_path / view / "words.txt"
        assert file.read_text(encoding="utf-8") == view
        assert file.stat().st_nlink == 2


def test_files_are_copied_where_links_cannot_be_made(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_labels(dataset, "facts", "one")

    def refuse(*_: object) -> None:
        raise OSError("no hard links here")

    monkeypatch.setattr("os.link", refuse)
    (tmp_path / "copy").mkdir()
    carry_index(dataset.edition())("public", tmp_path / "copy")
    assert (tmp_path / "copy" / "words.txt").read_text(encoding="utf-8") == "public"


def test_without_a_base_it_is_the_index_of_nothing(tmp_path: Path) -> None:
    carry_index(None)("public", tmp_path)
    assert len(Index.open(tmp_path, "none")) == 0
