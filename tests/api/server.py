"""A real server on loopback, for tests that need one: it serves a small dataset made through the front door."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from api.app import create_app
from api.settings import Settings
from graph.store.dataset import Dataset


@contextmanager
def serving(dataset: Dataset, **settings: object) -> Iterator[str]:
    """Serves ``dataset`` for the block; gives the address, without a slash at its end."""
    chosen = Settings.model_validate({"dataset": dataset.path, "workers": 2, **settings})
    config = uvicorn.Config(create_app(chosen, dataset), host="127.0.0.1", port=0, log_level="warning", loop="asyncio")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


def empty_dataset(folder: Path) -> Dataset:
    """A dataset whose one edition holds nothing at all."""
    dataset = Dataset.open_or_create(folder / "dataset")
    return dataset
