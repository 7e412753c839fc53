"""The dataset folder: which editions there are, which one is served, and how to become its writer."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from graph.errors import DamagedEdition, DatasetError, LockHeld, NewerDataset, NotFound
from graph.store.disk import replace_file, room_to_write
from graph.store.edition import Edition, read_edition
from graph.store.layout import Layout
from graph.store.lock import writer_lock
from graph.store.manifest import DATASET_FORMAT, EDITION_ID, Manifest
from graph.store.publishing import append_audit, serve_edition
from graph.store.staging import remove_leftovers
from graph.store.writer import Writer
from ontology.terms import ONTOLOGY_VERSION


class Dataset:
    """A dataset folder, for reading; ``writer`` opens it for writing. Safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._layout = Layout(path)
        self._read: dict[str, Edition] = {}
        # What `current` said when it was read last; the file is never changed, only replaced.
        self._seen: tuple[tuple[int, int, int], str] | None = None

    @classmethod
    def open(cls, path: Path) -> Dataset:
        """The dataset at ``path``. Raises ``NotFound``, ``NewerDataset`` or ``DatasetError``."""
        if not path.exists():
            raise NotFound(
                f"There is no dataset at {path}; make one with: sankyoku build --dataset {path}",
                f"{path} にデータセットがありません。sankyoku build --dataset {path} で作成してください。",
            )
        _check_format(path, Layout(path).format)
        return cls(path)

    @classmethod
    def open_or_create(cls, path: Path) -> Dataset:
        """The dataset at ``path``, made first where there is nothing or an empty folder; else as ``open``."""
        if not path.exists() or (path.is_dir() and _is_empty(path)):
            with room_to_write():
                path.mkdir(parents=True, exist_ok=True)
                replace_file(Layout(path).format, _format_json())
        return cls.open(path)

    @property
    def path(self) -> Path:
        """The folder, as it was given."""
        return self._layout.root

    @property
    def documents_path(self) -> Path:
        """The folder of the documents as received."""
        return self._layout.documents

    def document_path(self, sha256: str) -> Path:
        """The folder of one document, by the SHA-256 of its bytes."""
        return self._layout.document(sha256)

    def current_id(self) -> str | None:
        """The id of the edition being served, or None before the first."""
        try:
            told = self._layout.current.stat()
            state = (told.st_ino, told.st_mtime_ns, told.st_size)
            if self._seen is not None and self._seen[0] == state:
                return self._seen[1]
            name = self._layout.current.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise self._no_current() from error
        if not EDITION_ID.fullmatch(name):
            raise self._no_current()
        self._seen = (state, name)
        return name

    def edition_ids(self) -> list[str]:
        """The ids of all editions, oldest first."""
        return self._layout.edition_ids()

    def editions(self) -> list[Manifest]:
        """The manifests of all editions, oldest first. Raises ``DamagedEdition`` where one cannot be read."""
        return [self.edition(edition_id).manifest for edition_id in self.edition_ids()]

    def edition(self, edition_id: str | None = None) -> Edition:
        """One edition, or the one being served. Raises ``NotFound``, or ``DamagedEdition``."""
        wanted = edition_id if edition_id is not None else self.current_id()
        if wanted is None:
            raise NotFound(
                "The dataset has no edition yet; make one with: sankyoku build",
                "データセットにはまだ版がありません。sankyoku build で作成してください。",
            )
        if wanted in self._read and edition_id is None:
            return self._read[wanted]
        if not EDITION_ID.fullmatch(wanted) or not self._layout.edition(wanted).is_dir():
            if edition_id is None:
                raise self._no_current()
            raise NotFound(
                f"There is no edition {wanted[:40]} in this dataset.",
                f"このデータセットに版 {wanted[:40]} はありません。",
            )
        if wanted not in self._read:  # immutable, so read once
            self._read[wanted] = read_edition(self._layout.edition(wanted))
        return self._read[wanted]

    @contextlib.contextmanager
    def writer(self, *, wait: float | None = 0, waiting: Callable[[LockHeld], None] | None = None) -> Iterator[Writer]:
        """Becomes the one writer for the block; what it has not published at the end is dropped.

        Waits up to ``wait`` seconds (None: without end) for another writer and says so once through
        ``waiting``; raises ``LockHeld`` then. What a writer that was killed left behind is removed first.
        """
        with writer_lock(self._layout.lock, wait, waiting):
            remove_leftovers(self._layout.staging, lambda name: True)
            remove_leftovers(self._layout.editions, lambda name: name.endswith(".tmp"))
            writer = Writer(self._layout, None if self.current_id() is None else self.edition())
            try:
                yield writer
            finally:
                writer.close()

    def restore(self, edition_id: str, *, wait: float | None = 0, who: str = "sankyoku", note: str = "") -> Manifest:
        """Serves an earlier (or later) edition again, as it is.

        Works also where the edition being served is damaged. Raises ``NotFound``, ``LockHeld``, and
        ``DamagedEdition`` when the manifest of the one wanted cannot be read.
        """
        edition = self.edition(edition_id)
        with writer_lock(self._layout.lock, wait), room_to_write():
            serve_edition(self._layout, edition, who, "restore", note)
        return edition.manifest

    def append_audit(self, who: str, what: str, **detail: Any) -> None:
        """Writes down who did what, now, for good."""
        with room_to_write():
            append_audit(self._layout, who, what, detail)

    def audit(self) -> list[dict[str, Any]]:
        """The audit trail, oldest first. A line that a crash cut short is left out."""
        if not self._layout.audit.exists():
            return []
        lines = self._layout.audit.read_text(encoding="utf-8", errors="replace").splitlines()
        return [entry for line in lines if (entry := _entry(line)) is not None]

    def _no_current(self) -> DamagedEdition:
        return DamagedEdition(
            "The file 'current' of the dataset names no edition that is there; choose one with: "
            "sankyoku edition restore",
            "データセットの current が示す版がありません。sankyoku edition restore で版を選び直してください。",
        )


def _format_json() -> bytes:
    return json.dumps({"format": DATASET_FORMAT, "written_by": ONTOLOGY_VERSION}).encode() + b"\n"


def _is_empty(path: Path) -> bool:
    """Nothing in it but, perhaps, what a crash left of the making of a dataset."""
    return all(child.name.startswith("format.json.") for child in path.iterdir())


def _check_format(path: Path, file: Path) -> None:
    try:
        found = json.loads(file.read_bytes())["format"]
        newer = int(found) > DATASET_FORMAT
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(
            f"{path} is not a dataset folder; give the folder that sankyoku build made, or an empty one.",
            f"{path} はデータセットのフォルダーではありません。"
            "sankyoku build で作成したフォルダーか、空のフォルダーを指定してください。",
        ) from error
    if newer:
        raise NewerDataset(
            f"{path} was written by a newer Sankyoku (format {found}); update Sankyoku to read it.",
            f"{path} は新しい版の Sankyoku（形式 {found}）で作成されています。Sankyoku を更新してください。",
        )


def _entry(line: str) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None
