"""An edition: an immutable folder with an RDF store and a search index for each view, and a manifest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from graph.errors import DamagedEdition
from graph.model import Disclosure
from graph.store.disk import file_sha256
from graph.store.manifest import VIEWS, FileEntry, Manifest, identity_of

MANIFEST_NAME = "manifest.json"


@dataclass(frozen=True)
class Edition:
    """A handle on one edition. Opening files below it never changes them."""

    path: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        """The edition's id, which is also its ETag and its place in citations."""
        return self.manifest.id

    def view_path(self, disclosure: Disclosure) -> Path:
        """The folder of one view, with nothing of the other in it."""
        return self.path / disclosure

    def store_path(self, disclosure: Disclosure) -> Path:
        """The RDF store of one view; open it read-only."""
        return _store_path(self.path, disclosure)

    def index_path(self, disclosure: Disclosure) -> Path:
        """The folder of the search index of one view."""
        return self.view_path(disclosure) / "index"

    def verify(self) -> list[str]:
        """Reads every file and compares it with the manifest; one sentence for each thing that is wrong."""
        problems = [problem for view in VIEWS for problem in self._verify_view(view)]
        graphs = {view: self.manifest.view(view).graphs for view in VIEWS}
        if identity_of(graphs, self.manifest.inputs, self.manifest.versions) != self.manifest.identity:
            problems.append(f"{MANIFEST_NAME}: the identity does not follow from graphs, inputs and versions")
        return problems

    def _verify_view(self, disclosure: Disclosure) -> Iterator[str]:
        known = self.manifest.view(disclosure).files
        folder = self.view_path(disclosure)
        present = dict(files_below(folder))
        for name, entry in known.items():
            if name not in present:
                yield f"{disclosure}/{name}: missing"
            elif present[name].stat().st_size != entry.bytes:
                yield f"{disclosure}/{name}: has another size"
            elif file_sha256(present[name]) != entry.sha256:
                yield f"{disclosure}/{name}: has other content"
        yield from (f"{disclosure}/{name}: not in the manifest" for name in sorted(present.keys() - known.keys()))


@lru_cache(maxsize=64)  # asked for with every query
def _store_path(edition: Path, disclosure: Disclosure) -> Path:
    return edition / disclosure / "store"


def read_edition(path: Path) -> Edition:
    """The edition in the folder ``path``. Raises ``DamagedEdition`` when its manifest is not readable."""
    try:
        return Edition(path, Manifest.model_validate_json((path / MANIFEST_NAME).read_bytes()))
    except (OSError, ValidationError) as error:
        raise DamagedEdition(
            f"The manifest of edition {path.name} is missing or damaged; restore the edition from a copy.",
            f"版 {path.name} の目録（manifest.json）が見つからないか、壊れています。控えから復元してください。",
        ) from error


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below ``folder``, as its path with slashes and its path on disk, in order of name."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield path.relative_to(folder).as_posix(), path


def file_entries(folder: Path, known: dict[tuple[int, int], FileEntry]) -> dict[str, FileEntry]:
    """Size and hash of every file below ``folder``.

    ``known`` maps (device, inode) to the entry of a file already hashed: a checkpoint shares most of its
    files with the edition before by hard links, and those need not be read again.
    """
    entries = {}
    for name, path in files_below(folder):
        state = path.stat()
        entry = known.get((state.st_dev, state.st_ino))
        entries[name] = entry or FileEntry(sha256=file_sha256(path), bytes=state.st_size)
    return entries


def hashed_files(edition: Edition) -> dict[tuple[int, int], FileEntry]:
    """The hashes of an edition's files, by (device, inode), for ``file_entries`` of the next."""
    hashed = {}
    for view in VIEWS:
        for name, entry in edition.manifest.view(view).files.items():
            path = edition.view_path(view) / name
            if path.is_file():
                state = path.stat()
                hashed[(state.st_dev, state.st_ino)] = entry
    return hashed
