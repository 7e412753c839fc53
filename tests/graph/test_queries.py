"""Stored queries: each header is true, each runs, each is used."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph
from graph.store.queries import check_query, stored_queries

ROOT = Path(graph.__file__).parent.parent
NAMES = sorted(stored_queries())


@pytest.mark.parametrize("name", NAMES)
def test_the_header_says_what_the_query_does(name: str) -> None:
    assert check_query(stored_queries()[name]) == []


def test_no_query_is_an_orphan() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for room in ("graph", "visualizations", "api")
        for path in (ROOT / room).rglob("*.py")
    )
    assert [name for name in NAMES if f'"{name}"' not in code] == []
