"""A client of the whole application on the reference facts, and one that may write to a dataset of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store.dataset import Dataset
from graph.store.tokens import Role, Tokens
from tests.conftest import TODAY


def client_of(path: Path, **headers: str) -> TestClient:
    """A client of a dataset; use it as a context manager."""
    settings = Settings(dataset=path, workers=1)
    app = create_app(settings, Dataset.open(path), today=lambda: TODAY)
    return TestClient(app, headers=headers, raise_server_exceptions=False)


def token_for(path: Path, role: Role) -> str:
    """The secret of a new token."""
    return Tokens.of(path).create("tester", role)[1]


@pytest.fixture(scope="session")
def client(built: Path) -> Iterator[TestClient]:
    """An anonymous reader of the reference facts, in English."""
    with client_of(built, **{"Accept-Language": "en"}) as made:
        yield made


@pytest.fixture
def curator(dataset_path: Path) -> Iterator[TestClient]:
    """A curator of a dataset of one's own."""
    with client_of(dataset_path, Authorization=f"Bearer {token_for(dataset_path, 'curator')}") as made:
        yield made
