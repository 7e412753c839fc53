"""Where things lie in a dataset folder. Nothing here opens or changes a file.

::

    format.json  writer.lock  current  audit.jsonl  kept.json
    store/       working copies, while a writer is at work
    documents/<sha256>/
    editions/<id>/{public,internal}/{store,index}  editions/<id>/manifest.json
    derived/<id>/         what follows from an edition; may be deleted at any time
    shared-queries/       queries with a short address
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from graph.store.manifest import EDITION_ID

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Layout:
    """The paths of the dataset at ``root``."""

    root: Path

    @property
    def format(self) -> Path:
        """Which layout this is, and what wrote it."""
        return self.root / "format.json"

    @property
    def lock(self) -> Path:
        """The lock of the one writer."""
        return self.root / "writer.lock"

    @cached_property
    def current(self) -> Path:
        """Names the edition being served."""
        return self.root / "current"

    @property
    def audit(self) -> Path:
        """Who changed what, and when; appended to, never changed."""
        return self.root / "audit.jsonl"

    @property
    def staging(self) -> Path:
        """The working stores."""
        return self.root / "store"

    @property
    def documents(self) -> Path:
        """The documents as received."""
        return self.root / "documents"

    @property
    def kept(self) -> Path:
        """Which editions are pinned, and which were there once."""
        return self.root / "kept.json"

    @property
    def derived(self) -> Path:
        """What follows from editions, a folder each."""
        return self.root / "derived"

    @property
    def shared_queries(self) -> Path:
        """Queries that were given a short address."""
        return self.root / "shared-queries"

    @property
    def editions(self) -> Path:
        """The editions, one folder each."""
        return self.root / "editions"

    def document(self, sha256: str) -> Path:
        """The folder of the document whose bytes have this hash. ``ValueError`` for what is no hash."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError("a document is kept under the SHA-256 of its bytes")
        return self.documents / sha256

    def edition(self, edition_id: str) -> Path:
        """The folder of an edition. Raises ``ValueError`` for what is not an edition id."""
        if not EDITION_ID.fullmatch(edition_id):
            raise ValueError("not an edition id")
        return self.editions / edition_id

    def edition_draft(self, edition_id: str) -> Path:
        """Where an edition is made before it gets its name."""
        return self.editions / f".{edition_id}.tmp"

    def edition_ids(self) -> list[str]:
        """The ids of the editions there are, oldest first."""
        if not self.editions.is_dir():
            return []
        return sorted(path.name for path in self.editions.iterdir() if EDITION_ID.fullmatch(path.name))
