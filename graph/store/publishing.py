"""From working stores to an edition that is served, in an order that a crash cannot hurt.

1. everything is made in ``editions/.<id>.tmp``; 2. every file and name in it reaches the disk; 3. the folder
gets its name; 4. ``current`` is replaced. Until the last step the edition before is served; after it, the
new one.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from graph.model import Disclosure
from graph.store.disk import append_line, remove_tree, replace_file, sync_folder, sync_tree
from graph.store.edition import MANIFEST_NAME, Edition, file_entries, hashed_files, read_edition
from graph.store.layout import Layout
from graph.store.manifest import DATASET_FORMAT, VIEWS, FileEntry, GraphEntry, Input, Manifest, View
from graph.store.staging import Staging


@dataclass(frozen=True)
class Draft:
    """What the next edition is to say of itself."""

    id: str
    created: datetime
    identity: str
    base: Edition | None
    graphs: Mapping[Disclosure, Mapping[str, GraphEntry]]
    inputs: tuple[Input, ...]
    versions: Mapping[str, str]
    counts: Mapping[Disclosure, Mapping[str, int]]
    validation: Mapping[Disclosure, Mapping[str, Any]]
    note: str

    def quads(self, view: Disclosure) -> int:
        """How many quads the view holds."""
        return sum(entry.quads for entry in self.graphs[view].values())


def publish_draft(
    layout: Layout, draft: Draft, staging: Staging, index: Callable[[Disclosure, Path], None], who: str
) -> Edition:
    """Makes the edition and serves it; leaves no trace of it when anything goes wrong before it is whole."""
    layout.editions.mkdir(exist_ok=True)
    folder = layout.edition_draft(draft.id)
    try:
        folder.mkdir()
        for view in VIEWS:
            (folder / view / "index").mkdir(parents=True)
            staging.checkpoint(view, folder / view / "store", draft.quads(view))
            index(view, folder / view / "index")
        known = hashed_files(draft.base) if draft.base else {}
        manifest = _manifest(draft, folder, known)
        (folder / MANIFEST_NAME).write_text(manifest.model_dump_json(indent=1) + "\n", encoding="utf-8")
        sync_tree(folder, known)
        folder.rename(layout.edition(draft.id))
    except BaseException:
        remove_tree(folder)
        raise
    sync_folder(layout.editions)
    edition = read_edition(layout.edition(draft.id))
    serve_edition(layout, edition, who, "publish", draft.note)
    return edition


def serve_edition(layout: Layout, edition: Edition, who: str, what: str, note: str) -> None:
    """Makes ``edition`` the one that new readers get, and writes down who did so."""
    replace_file(layout.current, f"{edition.id}\n".encode())
    append_audit(layout, who, what, {"edition": edition.id, "note": note})


def append_audit(layout: Layout, who: str, what: str, detail: Mapping[str, Any]) -> None:
    """Appends one line to the audit trail: when, who, what, and what more there is to say."""
    entry = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "who": who, "what": what, **detail}
    append_line(layout.audit, json.dumps(entry, ensure_ascii=False))


def _manifest(draft: Draft, folder: Path, known: dict[tuple[int, int], FileEntry]) -> Manifest:
    return Manifest(
        id=draft.id,
        format=DATASET_FORMAT,
        created=draft.created,
        previous=draft.base.id if draft.base else None,
        identity=draft.identity,
        note=draft.note,
        versions={"pyoxigraph": version("pyoxigraph"), "python": platform.python_version(), **draft.versions},
        inputs=draft.inputs,
        public=_view(draft, "public", folder / "public", known),
        internal=_view(draft, "internal", folder / "internal", known),
    )


def _view(draft: Draft, view: Disclosure, folder: Path, known: dict[tuple[int, int], FileEntry]) -> View:
    return View(
        quads=draft.quads(view),
        graphs=dict(sorted(draft.graphs[view].items())),
        counts=dict(draft.counts.get(view, {})),
        validation=dict(draft.validation.get(view, {})),
        files=file_entries(folder, known),
    )
