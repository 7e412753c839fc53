"""A real server with the strict default graph that the W3C's tests assume, and a curator to write with."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from graph.store.dataset import Dataset
from graph.store.tokens import Tokens
from tests.api.server import serving


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder in memory where there is one: hundreds of small writes, each of which waits for its disk."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own below it
    home = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="sankyoku-w3c-", dir=home) as made:
        yield Path(made) / "dataset"


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx2.Client]:
    """A curator's client of a server over an empty dataset, one for each file of tests."""
    dataset = Dataset.open_or_create(folder)
    _, secret = Tokens.of(folder).create("w3c", "curator")
    with (
        serving(dataset, default_graph="strict") as address,
        httpx2.Client(base_url=address, headers={"Authorization": f"Bearer {secret}"}, timeout=30) as client,
    ):
        client.post("/update", data={"update": "CLEAR ALL"}).raise_for_status()
        yield client
