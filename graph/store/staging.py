"""The working stores: a private copy of the edition being served, in which a writer prepares the next one.

The copy is made by hard links when the first change comes (milliseconds, whatever the size) and thrown away
when the writer leaves, however it leaves. So nothing has to be repaired after a crash: what was not
published never was. There are two stores from the start, so that no byte of the public one ever held
anything internal.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from graph.model import Disclosure
from graph.store.content import GraphName, Patch
from graph.store.disk import remove_tree
from graph.store.edition import Edition

# Below this many new quads one transaction is quicker, and leaves fewer files, than building sorted files.
_BULK_QUADS = 20_000
# Fewer new quads than this are not worth a compaction, however small the store is.
_SMALL_CHANGE = 1_000


class Staging:
    """The working stores of one writer, below ``folder`` (``dataset/store``)."""

    def __init__(self, folder: Path, base: Edition | None) -> None:
        self._folder = folder
        self._base = base
        self._home: Path | None = None
        self._stores: dict[Disclosure, Store] = {}
        self._written: dict[Disclosure, int] = {"public": 0, "internal": 0}

    def replace(self, disclosure: Disclosure, graph: GraphName, quads: Iterable[Quad] | None) -> None:
        """Makes ``quads`` the whole content of ``graph`` in one view; writes only what differs.

        None removes the graph; a named graph without quads stays one that there is.
        """
        store = self.store(disclosure)
        new, old = frozenset(quads or ()), frozenset(store.quads_for_pattern(None, None, None, graph))
        self.patch(disclosure, Patch(removed=old - new, added=new - old))
        if quads is None:
            store.remove_graph(graph)
        elif isinstance(graph, NamedNode):
            store.add_graph(graph)

    def patch(self, disclosure: Disclosure, patch: Patch) -> None:
        """Takes quads out of one view and puts others in."""
        store = self.store(disclosure)
        for quad in patch.removed:
            store.remove(quad)
        if len(patch.added) < _BULK_QUADS:
            store.extend(patch.added)
        else:
            store.bulk_extend(patch.added)
        self._written[disclosure] += len(patch.added) + len(patch.removed)

    def load(self, quads: Path) -> Store:
        """Fills both working stores, which are empty, with a file of N-Quads; the store of the public view."""
        store = self.store("public")
        store.bulk_load(path=str(quads), format=RdfFormat.N_QUADS)
        store.optimize()
        self._stores["internal"] = Store(str(self.copy("public")))
        return store

    def purge(self, disclosure: Disclosure) -> None:
        """Writes the live quads of one view into new files: the engine keeps the bytes of deleted ones."""
        old = self.store(disclosure)
        clean = Store(str(self._new_folder()))
        clean.bulk_extend(old)
        for graph in old.named_graphs():
            clean.add_graph(graph)
        self._stores[disclosure] = clean

    def checkpoint(self, disclosure: Disclosure, destination: Path, quads: int) -> None:
        """Makes ``destination`` a store of what the working store of one view holds now (``quads`` of them).

        Compacts first when a good part is new, so that readers find few and sorted files; a small change to
        a large store is left as it is, and its files stay shared with the edition before.
        """
        store = self.store(disclosure)
        if self._written[disclosure] >= max(_SMALL_CHANGE, quads / 10):
            store.optimize()
        self._written[disclosure] = 0
        store.flush()
        store.backup(str(destination))

    def copy(self, disclosure: Disclosure) -> Path:
        """A store of its own with what the working store of one view holds now; thrown away with the rest."""
        store, folder = self.store(disclosure), self._new_folder()
        store.flush()
        store.backup(str(folder))
        return folder

    def store(self, disclosure: Disclosure) -> Store:
        """The working store of one view, made from the edition being served when first asked for."""
        if disclosure not in self._stores:
            folder = self._new_folder()
            if self._base is not None:
                Store.read_only(str(self._base.store_path(disclosure))).backup(str(folder))
            self._stores[disclosure] = Store(str(folder))
        return self._stores[disclosure]

    def discard(self) -> None:
        """Forgets everything that was not published."""
        self._stores.clear()
        if self._home is not None:
            remove_tree(self._home)
            self._home = None

    def _new_folder(self) -> Path:
        # A fresh name each time: the engine refuses a path that a store not yet collected still holds.
        if self._home is None:
            self._folder.mkdir(exist_ok=True)
            self._home = Path(tempfile.mkdtemp(dir=self._folder))
        return Path(tempfile.mkdtemp(dir=self._home)) / "store"


def remove_leftovers(folder: Path, is_leftover: Callable[[str], bool]) -> None:
    """Removes what a writer that was killed left below ``folder``; call it only while holding the lock."""
    if folder.is_dir():
        for path in folder.iterdir():
            if is_leftover(path.name):
                remove_tree(path)
