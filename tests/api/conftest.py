"""A client of the whole application on the reference facts, and one that may write to a dataset of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.build import Run, ingest
from graph.model import Disclosure
from graph.reading import Crew, Wish
from graph.store.dataset import Dataset
from graph.store.tokens import Role, Tokens
from tests.conftest import BASE, TODAY

DOCUMENTS: Final = Path(__file__).parents[1] / "graph" / "extract" / "documents"
PUBLIC_AND_INTERNAL: Final[tuple[tuple[str, Disclosure], ...]] = (
    ("fy2017-bilateral.txt", "public"),
    ("fy2020-h2-online.txt", "internal"),
)


def client_of(path: Path, *, query_seconds: float = 10, public_url: str | None = None, **headers: str) -> TestClient:
    """A client of a dataset; use it as a context manager."""
    settings = Settings(dataset=path, workers=1, query_seconds=query_seconds, public_url=public_url)
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


@pytest.fixture(scope="session")
def mixed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of three editions: facts; a public report as well; an internal one as well. For reading only."""
    path = tmp_path_factory.mktemp("mixed") / "dataset"
    shutil.copytree(built, path)
    for name, disclosure in PUBLIC_AND_INTERNAL:
        wish = Wish(publisher="ppc-japan", disclosure=disclosure)
        outcome = ingest(Dataset.open(path), Run(BASE), [DOCUMENTS / name], wish, Crew())
        assert outcome.files[0].error is None
    return path


@pytest.fixture(scope="session")
def anonymous(mixed: Path) -> Iterator[TestClient]:
    """An anonymous reader of the mixed dataset, in English."""
    with client_of(mixed, **{"Accept-Language": "en"}) as made:
        yield made


@pytest.fixture(scope="session")
def staff(mixed: Path) -> Iterator[TestClient]:
    """A member of staff who reads the mixed dataset, in English."""
    token = token_for(mixed, "staff")
    with client_of(mixed, **{"Accept-Language": "en", "Authorization": f"Bearer {token}"}) as made:
        yield made
