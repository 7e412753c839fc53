"""What follows from an edition and is kept beside it, in ``derived/<id>/``: made once, when first asked for.

It lies outside the edition's folder, which never changes, and may be deleted at any time: it is made again. Where the
dataset may only be read, it is kept in a folder for temporary files until the process ends.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from graph.store.dataset import Dataset
from graph.store.disk import is_no_room, remove_tree, room_to_write, sync_folder
from graph.store.edition import Edition
from graph.store.layout import Layout
from graph.store.lock import writer_lock


def derived(dataset: Dataset, edition: Edition, name: str, make: Callable[[Path], None]) -> Path:
    """The file ``name`` that follows from ``edition``; ``make`` writes it, where it is not there yet.

    Others who want it at the same time wait for the one who makes it. Raises ``StorageFull``.
    """
    there = derived_at_hand(dataset, edition.id, name)
    if there is not None:
        return there
    with room_to_write():
        folder = _homes(dataset)[-1] / edition.id
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        with writer_lock(folder / f".{name}.lock", wait=None):
            if not path.exists():
                _make(path, make)
    return path


def derived_at_hand(dataset: Dataset, edition_id: str, name: str) -> Path | None:
    """The file, where it has been made already."""
    places = (home / edition_id / name for home in _homes(dataset))
    return next((place for place in places if place.exists()), None)


def forget_derived(dataset: Dataset, edition_id: str) -> None:
    """Removes all that follows from an edition."""
    for home in _homes(dataset):
        remove_tree(home / edition_id)


def _homes(dataset: Dataset) -> tuple[Path, Path]:
    home = Layout(dataset.path).derived
    return home, _written_home(home)


@cache
def _written_home(home: Path) -> Path:
    """``home``, where it can be written; else a folder for temporary files, which goes when the process does."""
    try:
        home.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            return home
    except OSError as error:
        if is_no_room(error):  # there will be room again
            return home
    folder = Path(tempfile.mkdtemp(prefix="sankyoku-derived-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


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
