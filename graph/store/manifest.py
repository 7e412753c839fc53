"""What an edition says of itself: what it was made from, what it holds, and the hash of every file in it.

The manifest knows everything and is an internal file. ``Manifest.public_view()`` is what may be shown to
anyone: it names no internal input or graph, and counts nothing internal.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field

from graph.model import Disclosure

DATASET_FORMAT: Final = 1
EDITION_ID: Final = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
# Recorded in every manifest, but not part of an edition's identity: the same facts held by a newer
# interpreter or engine are the same edition.
ENGINE_VERSIONS: Final = frozenset({"pyoxigraph", "python"})
#: The key of the unnamed graph among an edition's graphs: a name that no graph has.
DEFAULT_GRAPH: Final = "urn:x-sankyoku:default-graph"
VIEWS: Final[tuple[Disclosure, ...]] = ("public", "internal")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Input(_Part):
    """Something an edition was made from: a document, a file of facts, a list of decisions."""

    name: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    kind: str
    disclosure: Disclosure


class GraphEntry(_Part):
    """One named graph as one view sees it: the content hash (see ``content.py``) and how many quads.

    ``total`` is the sum behind the hash, in hexadecimal, kept for graphs that are patched.
    """

    sha256: str
    quads: int
    total: str | None = Field(default=None, exclude_if=lambda total: total is None)


class FileEntry(_Part):
    """One file of a view: the SHA-256 of its bytes, and their number."""

    sha256: str
    bytes: int


class View(_Part):
    """What one view holds. Graphs are keyed by IRI, files by their path below the view's folder."""

    quads: int
    graphs: dict[str, GraphEntry]
    counts: dict[str, int]
    validation: dict[str, Any]
    files: dict[str, FileEntry]


class PublicManifest(_Part):
    """What anyone may know of an edition."""

    id: str
    format: int
    created: datetime
    previous: str | None
    versions: dict[str, str]
    inputs: tuple[Input, ...]
    public: View


class Manifest(_Part):
    """Everything about an edition. ``identity`` is the SHA-256 that its id begins; see ``identity_of``."""

    id: str = Field(pattern=f"^{EDITION_ID.pattern}$")
    format: int
    created: datetime
    previous: str | None
    identity: str
    note: str
    versions: dict[str, str]
    inputs: tuple[Input, ...]
    public: View
    internal: View

    def view(self, disclosure: Disclosure) -> View:
        """What the view of ``disclosure`` holds."""
        return self.public if disclosure == "public" else self.internal

    def public_view(self) -> PublicManifest:
        """The manifest without internal inputs, graphs, counts or the publisher's note."""
        return PublicManifest(
            id=self.id,
            format=self.format,
            created=self.created,
            previous=self.previous,
            versions=self.versions,
            inputs=tuple(given for given in self.inputs if given.disclosure == "public"),
            public=self.public,
        )


def identity_of(
    graphs: Mapping[Disclosure, Mapping[str, GraphEntry]],
    inputs: Sequence[Input],
    versions: Mapping[str, str],
) -> str:
    """The SHA-256 over graph hashes, inputs and versions: two editions with one identity say the same."""
    told = {
        "graphs": {view: {iri: entry.sha256 for iri, entry in graphs[view].items()} for view in VIEWS},
        "inputs": sorted([given.name, given.kind, given.sha256, given.disclosure] for given in inputs),
        "versions": {name: version for name, version in versions.items() if name not in ENGINE_VERSIONS},
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def edition_id(created: datetime, identity: str) -> str:
    """``YYYYMMDDTHHMMSSZ-xxxxxxxx``: when it was made (UTC) and the first eight digits of its identity."""
    return f"{created:%Y%m%dT%H%M%SZ}-{identity[:8]}"


def next_moment(now: datetime, existing: Sequence[str]) -> datetime:
    """``now`` in whole seconds, but after the newest of the ``existing`` ids: ids sort as they were made."""
    moment = now.replace(microsecond=0)
    if not existing:
        return moment
    newest = datetime.strptime(max(existing)[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return max(moment, newest + timedelta(seconds=1))
