"""Fixtures of the store's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store.dataset import Dataset


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    """A new dataset without an edition."""
    return Dataset.open_or_create(tmp_path / "dataset")
