"""A dataset of three small editions, published through the front door."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store.dataset import Dataset
from tests.graph.store.small_dataset import publish_labels


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """Three editions of the graph ``a``; the second has an internal graph beside it."""
    dataset = Dataset.open_or_create(tmp_path / "dataset")
    publish_labels(dataset, "a", "one", "two")
    publish_labels(dataset, "secret", "hidden words", disclosure="internal")
    publish_labels(dataset, "a", "one", "three", "four")
    return dataset
