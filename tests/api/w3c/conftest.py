"""A real server with the strict default graph that the W3C's tests assume, and a curator to write with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from graph.store.dataset import Dataset
from graph.store.tokens import Tokens
from tests.api.server import serving


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """A curator's client of a server over an empty dataset, one for each file of tests."""
    folder: Path = tmp_path_factory.mktemp("w3c") / "dataset"
    dataset = Dataset.open_or_create(folder)
    _, secret = Tokens.of(folder).create("w3c", "curator")
    with (
        serving(dataset, default_graph="strict") as address,
        httpx2.Client(base_url=address, headers={"Authorization": f"Bearer {secret}"}, timeout=30) as client,
    ):
        client.post("/update", data={"update": "CLEAR ALL"}).raise_for_status()
        yield client
