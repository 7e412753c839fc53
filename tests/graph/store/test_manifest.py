"""Edition ids, identity, and what the public manifest must not tell."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from pydantic import ValidationError

from graph.model import Disclosure
from graph.store.dataset import Dataset
from graph.store.manifest import GraphEntry, Manifest, edition_id, identity_of, next_moment
from tests.graph.store.small_dataset import VERSIONS, given, graph_name, labels, publish

ENTRY = GraphEntry(sha256="a" * 64, quads=1)
GRAPHS: dict[Disclosure, dict[str, GraphEntry]] = {
    "public": {"g": ENTRY},
    "internal": {"g": ENTRY, "h": ENTRY},
}


def test_the_id_says_when_and_begins_the_identity() -> None:
    moment = datetime(2026, 11, 24, 5, 6, 7, tzinfo=UTC)
    assert edition_id(moment, "0123456789abcdef") == "20261124T050607Z-01234567"


def test_identity_follows_graphs_inputs_and_versions_but_not_the_engine() -> None:
    one = identity_of(GRAPHS, [given("a"), given("b")], VERSIONS)
    assert identity_of(GRAPHS, [given("b"), given("a")], {**VERSIONS, "python": "3.99"}) == one
    others = [
        identity_of({**GRAPHS, "public": {}}, [given("a"), given("b")], VERSIONS),
        identity_of(GRAPHS, [given("a")], VERSIONS),
        identity_of(GRAPHS, [given("a"), given("b", "internal")], VERSIONS),
        identity_of(GRAPHS, [given("a"), given("b")], {**VERSIONS, "extractor": "2"}),
    ]
    assert len({one, *others}) == 5


def test_ids_sort_as_they_were_made_whatever_the_clock_says() -> None:
    now = datetime(2026, 1, 1, 0, 0, 0, 999, tzinfo=UTC)
    ids: list[str] = []
    for number in range(3):
        ids.append(edition_id(next_moment(now, ids), f"{3 - number:08x}"))
    assert all(earlier[:16] < later[:16] for earlier, later in pairwise(ids))
    assert next_moment(datetime(2030, 1, 1, tzinfo=UTC), ids) == datetime(2030, 1, 1, tzinfo=UTC)


def test_the_public_manifest_tells_nothing_internal(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        shown, kept = graph_name("shown"), graph_name("secret-talks")
        writer.replace_graph(shown, labels(shown, "shown"), "public")
        writer.replace_graph(kept, labels(kept, "kept"), "internal")
        manifest = publish(
            writer, inputs=[given("report.pdf"), given("secret.pdf", "internal")], note="adds secret.pdf"
        )
    assert manifest is not None
    told = manifest.public_view()
    assert "secret" not in told.model_dump_json()
    assert [each.name for each in told.inputs] == ["report.pdf"]
    assert told.public.quads == 1
    assert told.public.counts == {"engagements": 1}
    assert "secret" in manifest.model_dump_json()
    assert manifest.internal.quads == 2


def test_a_manifest_with_a_field_we_do_not_know_is_refused(dataset: Dataset) -> None:
    with dataset.writer() as writer:
        manifest = publish(writer)
    assert manifest is not None
    with pytest.raises(ValidationError):
        Manifest.model_validate({**manifest.model_dump(), "more": 1})
