from __future__ import annotations

import pytest

from graph.index import Index
from tests.graph.index.real import real, written


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """All engagements of the reference facts, written in no good order."""
    return written(tmp_path_factory.mktemp("index") / "index", real()[1][::-1])
