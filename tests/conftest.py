"""Fixtures that several rooms share: one edition of the reference facts, copies to write to, the real report."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from graph.build import Run, build
from graph.reading import Wish
from graph.store.dataset import Dataset

BASE: Final = "https://w3id.org/sankyoku/"
TODAY: Final = date(2026, 11, 24)
# How long an example takes says how busy the machine is, not whether it is right.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
_SHARED: Final = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with one edition of the reference facts. For reading only: tests that write take ``dataset_path``."""
    path = tmp_path_factory.mktemp("built") / "dataset"
    build(Dataset.open_or_create(path), Run(BASE), [], Wish())
    return path


@pytest.fixture
def dataset_path(built: Path, tmp_path: Path) -> Path:
    """A dataset of one's own with one edition of the reference facts."""
    path = tmp_path / "own"
    shutil.copytree(built, path)
    return path


@pytest.fixture
def run() -> Run:
    """How changes are made in tests: by a tester, waiting for nobody."""
    return Run(BASE, who="tester")


@pytest.fixture(scope="session")
def report() -> Path:
    """The real report, which is never part of the project."""
    path = _SHARED / "sources" / "ppc-activity-report-fy2019-h1.txt"
    if not path.is_file():
        pytest.skip("the real report is not beside this checkout (../shared)")
    return path


@pytest.fixture
def write_document(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a document into a file of its own: name, words."""

    def write(name: str, words: str) -> Path:
        path = tmp_path / name
        path.write_text(words, encoding="utf-8")
        return path

    return write
