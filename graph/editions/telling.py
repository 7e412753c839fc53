"""What an edition says of itself in a list: when it was made, how much it holds, its checksum, what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from graph.model import Disclosure
from graph.store.manifest import Manifest, View


def content_checksum(view: View) -> str:
    """One SHA-256 for all that a view says: over ``<graph hash> <graph IRI>`` lines, sorted.

    The hash of a graph follows from its N-Triples lines (see ``graph.store.content``), so anyone can compute this
    from a dump; the researcher's guide says how.
    """
    lines = sorted(f"{entry.sha256} {iri}\n" for iri, entry in view.graphs.items())
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def graph_changes(before: View, after: View) -> dict[str, list[dict[str, Any]]]:
    """Which named graphs came, went or differ, told by their content hashes, with their numbers of quads."""
    old, new = before.graphs, after.graphs
    return {
        "added": [{"graph": iri, "quads": new[iri].quads} for iri in sorted(new.keys() - old.keys())],
        "removed": [{"graph": iri, "quads": old[iri].quads} for iri in sorted(old.keys() - new.keys())],
        "changed": [
            {"graph": iri, "quads": new[iri].quads, "quads_before": old[iri].quads}
            for iri in sorted(new.keys() & old.keys())
            if new[iri].sha256 != old[iri].sha256
        ],
    }


def summary(manifest: Manifest, view: Disclosure, others: Mapping[str, Manifest]) -> dict[str, Any]:
    """An edition in a list; ``others`` are the editions at hand, by id, of which one may be the one before."""
    told = manifest.view(view)
    before = others.get(manifest.previous or "")
    return {
        "id": manifest.id,
        "created": manifest.created.isoformat(),
        "previous": manifest.previous,
        "quads": told.quads,
        "counts": dict(told.counts),
        "checksum": {"algorithm": "sha256", "value": content_checksum(told)},
        "changes": graph_changes(before.view(view), told) if before else None,
    }
