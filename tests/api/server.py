"""A real server on loopback, for tests that need one: it serves a small dataset made through the front door."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from pyoxigraph import Quad

from api.app import create_app
from api.settings import Settings
from graph.store.carry import carry_index
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


def small_dataset(folder: Path, *quads: Quad, internal: Sequence[Quad] = ()) -> Dataset:
    """A dataset with one edition: ``quads`` by their graphs, public; those of ``internal`` for staff only."""
    dataset = Dataset.open_or_create(folder / "dataset")
    with dataset.writer() as writer:
        for disclosure, given in (("public", quads), ("internal", internal)):
            for graph in {quad.graph_name for quad in given}:
                writer.replace_graph(graph, [quad for quad in given if quad.graph_name == graph], disclosure)
        writer.publish(
            versions={"sankyoku": "0.1.0"},
            inputs=[],
            counts={},
            validation={},
            index=carry_index(None),
            note="a small dataset",
        )
    return dataset
