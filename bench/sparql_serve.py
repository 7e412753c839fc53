"""Serves a dataset for measuring: ``python -m bench.sparql_serve DATASET PORT WORKERS SECONDS``."""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn

from api.app import create_app
from api.settings import Settings
from graph.store.dataset import Dataset

if __name__ == "__main__":
    folder, port, workers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    settings = Settings(dataset=folder, workers=workers, query_seconds=float(sys.argv[4]), query_per_client=32)
    uvicorn.run(create_app(settings, Dataset.open(folder)), host="127.0.0.1", port=port, log_level="warning")
