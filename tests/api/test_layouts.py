"""The same node in the same place: from edition to edition, on disk or not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from api.drawing import network_options
from api.figures import Drawing
from api.layouts import Layouts, layout_for
from api.listing import everything
from api.settings import Settings
from api.state import State
from graph.history import Asked
from graph.store.dataset import Dataset
from visualizations.layout import Layout
from visualizations.network import NetworkOptions


def state_of(path: Path) -> State:
    return State(Settings(dataset=path), Dataset.open(path))


def layout(state: State, edition: str | None = None, options: NetworkOptions | None = None) -> Layout:
    reading = state.reading("public", edition)
    told, _ = everything(Asked(), reading)
    return layout_for(state, reading, Asked(), options or network_options(Drawing()), told)


@pytest.fixture
def copied(mixed: Path, tmp_path: Path) -> Path:
    """Three editions of one's own, of which no layout is kept yet."""
    shutil.copytree(mixed, tmp_path / "dataset", ignore=shutil.ignore_patterns("layouts"))
    return tmp_path / "dataset"


def test_nodes_keep_their_places_from_edition_to_edition(copied: Path) -> None:
    state = state_of(copied)
    ids = state.dataset.edition_ids()
    now, before = layout(state), layout(state, ids[0])
    assert set(before.places) < set(now.places)
    assert all(now.places[node] == place for node, place in before.places.items())


def test_the_order_of_asking_and_what_is_kept_make_no_difference(copied: Path, tmp_path: Path) -> None:
    shutil.copytree(copied, tmp_path / "other")
    forwards, backwards = state_of(copied), state_of(tmp_path / "other")
    ids = forwards.dataset.edition_ids()
    first = [layout(forwards, one) for one in ids]
    assert [layout(backwards, one) for one in reversed(ids)] == first[::-1]
    shutil.rmtree(copied / "layouts")
    assert layout(state_of(copied)) == first[-1]


def test_a_dataset_that_cannot_be_written_is_drawn_all_the_same(copied: Path) -> None:
    kept = layout(state_of(copied))
    shutil.rmtree(copied / "layouts")
    (copied / "layouts").write_text("a file where the folder would be", encoding="utf-8")
    assert layout(state_of(copied)) == kept


def test_a_folder_that_cannot_be_made_is_no_error_and_a_damaged_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "layouts").write_text("a file in the way", encoding="utf-8")
    kept = Layouts(tmp_path / "layouts")
    kept.keep("public", "edition", "question", Layout({"a": (1.0, 2.0)}, 10, 10))
    assert kept.get("public", "edition", "question") == Layout({"a": (1.0, 2.0)}, 10, 10)
    (tmp_path / "more" / "public").mkdir(parents=True)
    (tmp_path / "more" / "public" / "edition-question.json").write_text("{", encoding="utf-8")
    assert Layouts(tmp_path / "more").get("public", "edition", "question") is None


def test_the_views_have_folders_of_their_own(copied: Path) -> None:
    state = state_of(copied)
    reading = state.reading("internal")
    told, _ = everything(Asked(), reading)
    layout_for(state, reading, Asked(), network_options(Drawing()), told)
    assert [one.name for one in (copied / "layouts").iterdir()] == ["internal"]
