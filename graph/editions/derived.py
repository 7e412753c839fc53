"""What follows from an edition and is kept beside it, in ``derived/<id>/``: made once, when first asked for.

It lies outside the edition's folder, which never changes, and may be deleted at any time: it is made again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from graph.store.dataset import Dataset
from graph.store.disk import room_to_write, sync_folder
from graph.store.edition import Edition
from graph.store.lock import writer_lock

FOLDER: Final = "derived"


def derived_folder(dataset: Dataset, edition_id: str) -> Path:
    """Where what follows from an edition is kept."""
    return dataset.path / FOLDER / edition_id


def derived(dataset: Dataset, edition: Edition, name: str, make: Callable[[Path], None]) -> Path:
    """The file ``name`` that follows from ``edition``; ``make`` writes it, where it is not there yet.

    Others who want it at the same time wait for the one who makes it. Raises ``StorageFull``.
    """
    folder = derived_folder(dataset, edition.id)
    path = folder / name
    if path.exists():
        return path
    with room_to_write():
        folder.mkdir(parents=True, exist_ok=True)
        with writer_lock(folder / f".{name}.lock", wait=None):
            if not path.exists():
                _make(path, make)
    return path


def _make(path: Path, make: Callable[[Path], None]) -> None:
    draft = path.with_name(f".{path.name}.tmp")
    try:
        make(draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
