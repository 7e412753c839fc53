"""What a list says of an edition."""

from __future__ import annotations

import gzip
import hashlib

from graph.editions import content_checksum, dump, graph_changes, summary
from graph.store.dataset import Dataset


def test_a_summary_tells_what_changed_in_its_view_alone(dataset: Dataset) -> None:
    others = {one.id: one for one in dataset.editions()}
    second, third = dataset.editions()[1:]
    assert summary(second, "public", others)["changes"] == {"added": [], "removed": [], "changed": []}
    (added,) = summary(second, "internal", others)["changes"]["added"]
    assert added == {"graph": "https://w3id.org/sankyoku/graph/secret", "quads": 1}
    (changed,) = summary(third, "public", others)["changes"]["changed"]
    assert (changed["quads_before"], changed["quads"]) == (2, 3)
    assert "secret" not in str(summary(third, "public", others))
    assert summary(third, "public", {})["changes"] is None


def test_the_checksum_can_be_computed_from_a_dump(dataset: Dataset) -> None:
    lines = gzip.decompress(dump(dataset, dataset.edition(), "public", "nq").path.read_bytes()).splitlines()
    graphs: dict[bytes, list[bytes]] = {}
    for line in lines:
        statement, _, graph = line.removesuffix(b" .").rpartition(b" <")
        graphs.setdefault(graph.removesuffix(b">"), []).append(statement + b" .\n")
    hashes = {iri: _hash(found) for iri, found in graphs.items()}
    told = "".join(sorted(f"{digest} {iri.decode()}\n" for iri, digest in hashes.items()))
    view = dataset.edition().manifest.public
    assert hashlib.sha256(told.encode()).hexdigest() == content_checksum(view)
    assert graph_changes(view, view) == {"added": [], "removed": [], "changed": []}


def _hash(lines: list[bytes]) -> str:
    """As the researcher's guide tells it."""
    total = sum(int.from_bytes(hashlib.shake_128(line).digest(256), "little") for line in lines)
    return hashlib.sha256((total % 2**2048).to_bytes(256, "little")).hexdigest()
