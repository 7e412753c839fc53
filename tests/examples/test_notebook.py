"""The notebook runs from its first cell to its last against a server, and keeps no outputs."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store.dataset import Dataset
from tests.api.server import serving

NOTEBOOK = Path(__file__).resolve().parents[2] / "examples" / "from-question-to-plot.ipynb"


@pytest.fixture
def server(built: Path) -> Iterator[str]:
    """The address of a server of the reference facts, on a free port of this machine."""
    with serving(Dataset.open(built), workers=1) as address:
        yield address


def test_every_cell_runs(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANKYOKU", server)
    cells = [cell for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)
    names: dict[str, object] = {}
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        for cell in cells:
            exec(compile("".join(cell["source"]), str(NOTEBOOK), "exec"), names)  # noqa: S102 - our own notebook
    assert isinstance(names["rows"], list) and len(names["rows"]) > 10
    assert str(names["plot"]).startswith("<svg") and str(names["edition"]) in said.getvalue()
