"""How long pages take, and what they weigh: ``python -m bench.pages``.

Over the reference facts, warm, without the network: the whole request, and the part of it that is rendering.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

import api.pages.page
from api.app import create_app
from api.settings import Settings
from graph.build import Run, build
from graph.iri import DEFAULT_BASE
from graph.reading import Wish
from graph.store.dataset import Dataset
from tests.api.pages import ADDRESSES

ROUNDS = 9
_plain_render = api.pages.page.render
_spent: list[float] = []


def _timed(template: str, **values: object) -> str:
    begun = time.perf_counter()
    words = _plain_render(template, **values)
    _spent.append((time.perf_counter() - begun) * 1000)
    return words


def measure(client: TestClient, address: str) -> tuple[float, float, int]:
    """Milliseconds of the request and of rendering (medians), and bytes."""
    client.get(address)
    whole = []
    _spent.clear()
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        answer = client.get(address)
        whole.append((time.perf_counter() - begun) * 1000)
    return median(whole), median(_spent), len(answer.content)


def main() -> None:
    """Prints a table, the slowest to render last."""
    api.pages.page.render = _timed
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dataset"
        build(Dataset.open_or_create(path), Run(DEFAULT_BASE), [], Wish())
        client = TestClient(create_app(Settings(dataset=path, workers=1), Dataset.open(path)))
        rows = [(address, *measure(client, address)) for address in ADDRESSES]
    for address, whole, rendering, size in sorted(rows, key=lambda row: row[2]):
        print(f"{whole:7.1f} ms  rendering {rendering:6.1f} ms  {size / 1024:6.1f} kB  {address}")


if __name__ == "__main__":
    main()
