"""How two bodies are connected."""

from __future__ import annotations

import pytest

from graph.errors import NotFound
from graph.history import paths
from graph.index import Index
from tests.graph.index.real import real


def test_every_step_is_true(index: Index) -> None:
    by_slug = {one.slug: one for one in real()[1]}
    found = paths(index, "ppc-japan", "cnil-france")
    assert found
    for path in found:
        assert path.nodes[0].id == "ppc-japan" and path.nodes[-1].id == "cnil-france"
        assert len(path.steps) == len(path.nodes) - 1 <= 4
        for step, here, there in zip(path.steps, path.nodes, path.nodes[1:], strict=False):
            if step.by == "membership":
                continue
            meeting = by_slug[step.last or ""]
            present = {who.authority for who in meeting.participants} | {meeting.series}
            assert {here.id, there.id} <= present
            assert step.engagements > 0


def test_shortest_first_and_bounded(index: Index) -> None:
    lengths = [len(path.steps) for path in paths(index, "us-ftc", "ap-netherlands")]
    assert lengths == sorted(lengths)
    assert lengths[0] == 1
    assert len(lengths) <= 10
    assert all(len(path.steps) == 1 for path in paths(index, "us-ftc", "ap-netherlands", longest=1))


def test_none_to_oneself_and_the_unknown_is_not_found(index: Index) -> None:
    assert paths(index, "us-ftc", "us-ftc") == ()
    with pytest.raises(NotFound):
        paths(index, "us-ftc", "no-such-body")
