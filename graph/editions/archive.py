"""An edition as one file that can be carried away and restored elsewhere: a tar with its manifest first.

It holds both views, the documents as received, and every hash needed to check them, so it is internal. It is
the same bytes whenever it is made.
"""

from __future__ import annotations

import contextlib
import os
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Final

from pydantic import ValidationError

from graph.editions.keeping import forget_collected
from graph.errors import BadInput, DamagedEdition, NewerDataset
from graph.store.dataset import Dataset
from graph.store.disk import remove_tree, room_to_write, sync_folder, sync_tree
from graph.store.edition import MANIFEST_NAME, Edition, files_below, read_edition
from graph.store.layout import Layout
from graph.store.lock import writer_lock
from graph.store.manifest import DATASET_FORMAT, VIEWS, Manifest
from graph.store.publishing import serve_edition

_DOCUMENTS: Final = "documents"
_LONGEST_MANIFEST: Final = 256 * 1024 * 1024


def export(dataset: Dataset, edition_id: str | None, destination: Path) -> Manifest:
    """Writes an edition (None: the one being served) to the file ``destination``.

    Raises ``NotFound``, ``StorageFull``, and ``DamagedEdition`` where the edition is not what its manifest says.
    """
    edition = dataset.edition(edition_id)
    _refuse_damaged(edition)
    draft = destination.with_name(f".{destination.name}.tmp")
    with room_to_write():
        try:
            with draft.open("wb") as file:
                _write(edition, dataset, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(destination)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
    return edition.manifest


def restore(dataset: Dataset, archive: Path, *, who: str = "sankyoku", note: str = "") -> Manifest:
    """Puts the edition of an archive into the dataset and serves it.

    Raises ``BadInput`` (not such an archive), ``DamagedEdition`` (not what its manifest says), ``LockHeld``,
    ``NewerDataset``, ``StorageFull``; what is served then stays as it was.
    """
    layout = Layout(dataset.path)
    with _opened(archive) as tar, writer_lock(layout.lock), room_to_write():
        manifest = _manifest(tar)
        if not layout.edition(manifest.id).is_dir():
            _unpack(tar, layout, manifest)
        edition = read_edition(layout.edition(manifest.id))
        if edition.manifest != manifest:
            raise DamagedEdition(
                f"The dataset has another edition under the id {manifest.id}.",
                f"同じ識別子 {manifest.id} の別の版がデータセットにあります。",
            )
        forget_collected(dataset, manifest.id)
        serve_edition(layout, edition, who, "restore", note or archive.name)
    return manifest


def _write(edition: Edition, dataset: Dataset, file: IO[bytes]) -> None:
    made = int(edition.manifest.created.timestamp())
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, path in _members(edition, dataset):
            info = tarfile.TarInfo(name)
            info.size, info.mtime, info.mode = path.stat().st_size, made, 0o644
            with path.open("rb") as source:
                tar.addfile(info, source)


def _members(edition: Edition, dataset: Dataset) -> Iterator[tuple[str, Path]]:
    yield MANIFEST_NAME, edition.path / MANIFEST_NAME
    for view in VIEWS:
        for name in sorted(edition.manifest.view(view).files):
            yield f"{view}/{name}", edition.view_path(view) / name
    for digest in sorted({given.sha256 for given in edition.manifest.inputs if given.kind == "document"}):
        for name, path in files_below(dataset.document_path(digest)):
            yield f"{_DOCUMENTS}/{digest}/{name}", path


@contextlib.contextmanager
def _opened(archive: Path) -> Iterator[tarfile.TarFile]:
    try:
        tar = tarfile.open(archive)  # noqa: SIM115 - closed below; here only what opening raises is told
    except (OSError, tarfile.TarError) as error:
        raise _no_archive(archive.name) from error
    with tar:
        yield tar


def _manifest(tar: tarfile.TarFile) -> Manifest:
    first = tar.next()
    if first is None or first.name != MANIFEST_NAME or not first.isfile() or first.size > _LONGEST_MANIFEST:
        raise _no_archive(str(tar.name))
    source = tar.extractfile(first) or BytesIO()
    try:
        manifest = Manifest.model_validate_json(source.read())
    except ValidationError as error:
        raise _no_archive(str(tar.name)) from error
    if manifest.format > DATASET_FORMAT:
        raise NewerDataset(
            f"The edition was written by a newer Sankyoku (format {manifest.format}); update Sankyoku to restore it.",
            f"この版は新しい版の Sankyoku（形式 {manifest.format}）で作成されています。Sankyoku を更新してください。",
        )
    return manifest


def _unpack(tar: tarfile.TarFile, layout: Layout, manifest: Manifest) -> None:
    """Unpacks beside the editions, checks every hash, and only then gives the folder its name."""
    draft = layout.edition_draft(manifest.id)
    layout.editions.mkdir(exist_ok=True)
    remove_tree(draft)
    try:
        tar.extractall(draft, filter="data")
        _refuse_damaged(Edition(draft, manifest))
        _keep_documents(draft / _DOCUMENTS, layout)
        for view in VIEWS:
            (draft / view / "index").mkdir(parents=True, exist_ok=True)
        sync_tree(draft)
        draft.rename(layout.edition(manifest.id))
    except (OSError, tarfile.TarError, EOFError) as error:
        remove_tree(draft)
        if isinstance(error, OSError):
            raise
        raise _no_archive(str(tar.name)) from error
    except BaseException:
        remove_tree(draft)
        raise
    sync_folder(layout.editions)


def _keep_documents(unpacked: Path, layout: Layout) -> None:
    """Moves documents to their place; those that are there already stay, and what is no document is dropped."""
    if not unpacked.is_dir():
        return
    layout.documents.mkdir(exist_ok=True)
    for folder in sorted(unpacked.iterdir()):
        with contextlib.suppress(ValueError):
            home = layout.document(folder.name)
            if not home.exists():
                sync_tree(folder)
                folder.rename(home)
    remove_tree(unpacked)
    sync_folder(layout.documents)


def _refuse_damaged(edition: Edition) -> None:
    wrong = edition.verify()
    if wrong:
        raise DamagedEdition(
            f"The edition {edition.id} is damaged: {wrong[0]}.",
            f"版 {edition.id} は破損しています：{wrong[0]}",
        )


def _no_archive(name: str) -> BadInput:
    return BadInput(
        f"{Path(name).name} is not an exported edition; make one with: sankyoku edition export",
        f"{Path(name).name} は書き出された版ではありません。sankyoku edition export で作成してください。",
    )
