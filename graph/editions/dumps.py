"""Dumps: all of one view of an edition as gzipped N-Quads or Turtle, the same bytes whenever they are made.

The N-Quads are canonical (see ``quads.py``). The Turtle has every statement once, without its graph.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import IO, Final, Literal, cast

from pyoxigraph import RdfFormat, Store, Triple, parse, serialize

from graph.editions.derived import derived, derived_at_hand
from graph.editions.quads import sorted_lines
from graph.model import Disclosure
from graph.store.dataset import Dataset
from graph.store.disk import file_sha256
from graph.store.edition import Edition
from ontology.terms import PREFIXES

DumpForm = Literal["nq", "ttl"]
_LEVEL: Final = 6


@dataclass(frozen=True)
class DumpFile:
    """A dump on disk: where it lies, how long it is, and the SHA-256 of its bytes."""

    path: Path
    bytes: int
    sha256: str


def dump(dataset: Dataset, edition: Edition, view: Disclosure, form: DumpForm) -> DumpFile:
    """A dump of one view, made where it is not there yet. Raises ``StorageFull``."""
    if form == "nq":
        return _file(derived(dataset, edition, _name(view, form), partial(_write_quads, edition, view)))
    quads = dump(dataset, edition, view, "nq").path
    return _file(derived(dataset, edition, _name(view, form), partial(_write_turtle, quads)))


def dump_at_hand(dataset: Dataset, edition: Edition, view: Disclosure, form: DumpForm) -> DumpFile | None:
    """A dump, where it has been made already."""
    path = derived_at_hand(dataset, edition.id, _name(view, form))
    return _file(path) if path else None


def _name(view: Disclosure, form: DumpForm) -> str:
    return f"{view}.{form}.gz"


def _file(path: Path) -> DumpFile:
    told = path.stat()
    return DumpFile(path, told.st_size, _hash(path, told.st_mtime_ns, told.st_size))


@lru_cache(maxsize=64)
def _hash(path: Path, _changed: int, _size: int) -> str:
    return file_sha256(path)


def _write_quads(edition: Edition, view: Disclosure, path: Path) -> None:
    store = Store.read_only(str(edition.store_path(view)))
    with _gzip(path) as file:
        for line in sorted_lines(store):
            file.write(line)


def _write_turtle(quads: Path, path: Path) -> None:
    with gzip.open(quads) as source, _gzip(path) as file:
        serialize(_triples(cast("IO[bytes]", source)), file, format=RdfFormat.TURTLE, prefixes=dict(PREFIXES))


def _triples(source: IO[bytes]) -> Iterator[Triple]:
    """Each triple once: in canonical N-Quads those that differ in the graph alone stand next to each other."""
    last: Triple | None = None
    for quad in parse(source, format=RdfFormat.N_QUADS):
        if quad.triple != last:
            last = quad.triple
            yield last


@contextmanager
def _gzip(path: Path) -> Iterator[IO[bytes]]:
    """A gzip file that says neither its name nor when it was made."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as file:
        yield cast("IO[bytes]", file)
