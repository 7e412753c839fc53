"""The one writer: replaces named graphs whole, and publishes what they make as a new edition.

A writer is a transaction. Its changes are seen by nobody until ``publish``, and are gone if it ends without.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from graph.errors import DatasetError
from graph.model import Disclosure
from graph.store.content import (
    GraphContent,
    GraphName,
    Patch,
    changed_sum,
    file_sums,
    graph_content,
    hash_of,
    key_of,
    placed,
    stored_sum,
    sum_of,
)
from graph.store.disk import room_to_write
from graph.store.edition import Edition
from graph.store.layout import Layout
from graph.store.manifest import VIEWS, GraphEntry, Input, Manifest, edition_id, identity_of, next_moment
from graph.store.publishing import Draft, publish_draft
from graph.store.staging import Staging

#: Of a graph with more quads the sum behind its hash is kept: making it again would take a while.
_LARGE: Final = 5_000


class Writer:
    """What may be changed, while the lock is held. Made by ``Dataset.writer``."""

    def __init__(self, layout: Layout, base: Edition | None) -> None:
        self._layout = layout
        self._base = base
        self._staging = Staging(layout.staging, base)
        self._graphs = _graphs_of(base)
        self._purge = False
        self._broken = False

    def graphs(self, disclosure: Disclosure) -> dict[str, str]:
        """The content hash of every named graph that the view of ``disclosure`` has now, by IRI."""
        return {iri: entry.sha256 for iri, entry in self._graphs[disclosure].items()}

    def quads(self, disclosure: Disclosure, graph: GraphName | None = None) -> Iterator[Quad]:
        """What one view holds now, unpublished changes included: of one graph, or of all."""
        return iter(self._staging.store(disclosure).quads_for_pattern(None, None, None, graph))

    def matching(
        self,
        disclosure: Disclosure,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
    ) -> Iterator[Quad]:
        """What one view holds now, of all graphs, that fits a pattern."""
        return iter(self._staging.store(disclosure).quads_for_pattern(subject, predicate, value, None))

    def size(self, disclosure: Disclosure) -> int:
        """How many quads one view has now."""
        return sum(entry.quads for entry in self._graphs[disclosure].values())

    def replace_graph(self, graph: GraphName, statements: Iterable[Quad | Triple], disclosure: Disclosure) -> bool:
        """Replaces ``graph`` whole. A public graph is in both views, an internal one only in the internal.

        Returns False, having done nothing, when both views have this content already. Raises
        ``InvalidGraph`` (blank nodes, quads of another graph) and ``StorageFull``.
        """
        content = graph_content(graph, statements)
        return self._replace(graph, content if disclosure == "public" else None, content)

    def replace_views(
        self,
        graph: GraphName,
        *,
        public: Iterable[Quad | Triple] | None,
        internal: Iterable[Quad | Triple],
    ) -> bool:
        """Replaces ``graph`` with a content of its own for each view.

        So it is with what was resolved from the sources that each view may see. None for ``public``: that
        view does not have the graph. Else as ``replace_graph``.
        """
        shown = None if public is None else graph_content(graph, public)
        return self._replace(graph, shown, graph_content(graph, internal))

    def set_graph(self, disclosure: Disclosure, graph: GraphName, quads: Iterable[Quad | Triple] | None) -> bool:
        """Replaces ``graph`` whole in one view, or takes it out of it (None). Else as ``replace_graph``."""
        if quads is None and key_of(graph) not in self._graphs[disclosure]:
            return False
        if disclosure == "public" and quads is None:
            self._purge = True
        return self._set(disclosure, graph, None if quads is None else graph_content(graph, quads))

    def patch_graph(
        self,
        disclosure: Disclosure,
        graph: GraphName,
        *,
        removed: Iterable[Quad | Triple],
        added: Iterable[Quad | Triple],
    ) -> Patch:
        """Changes part of ``graph`` in one view; its cost is that of the change, not of the graph.

        Returns what really changes: statements that are there already are not added, those that are not there
        are not removed. Raises as ``replace_graph``.
        """
        store = self._staging.store(disclosure)
        gone, new = ({placed(graph, one) for one in told} for told in (removed, added))
        patch = Patch(
            removed=frozenset(quad for quad in gone - new if quad in store),
            added=frozenset(quad for quad in new if quad not in store),
        )
        if patch:
            self._write(lambda: self._staging.patch(disclosure, patch))
            before = self._graphs[disclosure].get(key_of(graph))
            if before is None or before.total is None:
                total = sum_of(store.quads_for_pattern(None, None, None, graph))
            else:
                total = changed_sum(int(before.total, 16), patch)
            quads = (before.quads if before else 0) + len(patch.added) - len(patch.removed)
            self._graphs[disclosure][key_of(graph)] = _entry(total, quads, patched=True)
        return patch

    def drop_graph(self, graph: GraphName, *, purge: bool = True) -> bool:
        """Removes ``graph`` from both views. Returns False when neither had it.

        Without ``purge`` the bytes of what was public may stay in the public files, unreadable by queries.
        """
        if self.disclosure_of(graph) is None:
            return False
        return self._replace(graph, None, None, purge=purge)

    def load(self, quads: Path) -> int:
        """Fills an empty dataset with a file of N-Quads (a dump), all of it public; how many quads there are.

        Memory does not grow with the file. Raises ``DatasetError`` where the dataset holds anything,
        ``InvalidGraph`` for blank nodes, which no dump of ours has, and ``StorageFull``.
        """
        if any(self._graphs[view] for view in VIEWS):
            raise DatasetError(
                "A dump is loaded into an empty dataset only; give a new folder.",
                "ダンプは空のデータセットにのみ読み込めます。新しいフォルダーを指定してください。",
            )
        self._broken = True
        with room_to_write(), ThreadPoolExecutor(1) as beside:
            summing = beside.submit(file_sums, quads)  # the engine works without the interpreter's lock
            store = self._staging.load(quads)
            sums = summing.result()
            if sum(count for _, count in sums.values()) != len(store):  # something stands there twice
                sums = self._stored_sums(store, sums)
        for graph, (total, count) in sums.items():
            for view in VIEWS:
                self._graphs[view][key_of(graph)] = _entry(total, count, patched=count > _LARGE)
        self._broken = False
        return sum(entry.quads for entry in self._graphs["public"].values())

    def _stored_sums(self, store: Store, graphs: Iterable[GraphName]) -> dict[GraphName, tuple[int, int]]:
        with tempfile.TemporaryDirectory(dir=self._layout.root) as folder:
            return {graph: stored_sum(store, graph, Path(folder)) for graph in graphs}

    def disclosure_of(self, graph: GraphName) -> Disclosure | None:
        """Whether ``graph`` is public or internal now; None when there is no such graph."""
        return next((view for view in VIEWS if key_of(graph) in self._graphs[view]), None)

    def copy(self, disclosure: Disclosure) -> Path:
        """A store of its own with what one view holds now, to try something on; gone when the writer is."""
        with room_to_write():
            return self._staging.copy(disclosure)

    def purge_public(self) -> None:
        """Has the next edition's public files written anew, so that they hold no byte of anything removed.

        This happens by itself when a graph leaves the public view; ask for it when only part of a graph did
        and those words must not survive in the files.
        """
        self._purge = True

    def is_new(self, versions: Mapping[str, str], inputs: Sequence[Input]) -> bool:
        """Whether publishing now would make a new edition: graphs, inputs or versions differ from the one served."""
        same = self._base is not None and self._base.manifest.identity == identity_of(self._graphs, inputs, versions)
        return not same or self._purge

    @property
    def purging(self) -> bool:
        """Whether the next edition's public files are written anew, so that nothing removed survives in them."""
        return self._purge

    def publish(  # noqa: PLR0913 - every argument is named where it is given
        self,
        *,
        versions: Mapping[str, str],
        inputs: Sequence[Input],
        counts: Mapping[Disclosure, Mapping[str, int]],
        validation: Mapping[Disclosure, Mapping[str, Any]],
        index: Callable[[Disclosure, Path], None],
        note: str,
        who: str = "sankyoku",
    ) -> Manifest | None:
        """Makes the next edition of what the views hold now, and serves it.

        ``index`` fills the (empty) index folder of each view. ``counts`` and ``validation`` are kept by view,
        as what anyone may read of the public view must not tell of the internal one. Returns None when
        graphs, inputs and versions are those of the edition being served. Raises ``StorageFull``; then,
        and whatever else goes wrong, what is served stays as it was.
        """
        self._refuse_if_broken()
        if not self.is_new(versions, inputs):
            return None
        identity = identity_of(self._graphs, inputs, versions)
        created = next_moment(datetime.now(UTC), self._layout.edition_ids())
        draft = Draft(
            id=edition_id(created, identity),
            created=created,
            identity=identity,
            base=self._base,
            graphs=self._graphs,
            inputs=tuple(inputs),
            versions=dict(versions),
            counts=counts,
            validation=validation,
            note=note,
        )
        with room_to_write():
            if self._purge:
                self._staging.purge("public")
            edition = publish_draft(self._layout, draft, self._staging, index, who)
        self._base, self._purge = edition, False
        return edition.manifest

    def close(self) -> None:
        """Drops what was not published."""
        self._staging.discard()

    def _replace(
        self, graph: GraphName, public: GraphContent | None, internal: GraphContent | None, *, purge: bool = True
    ) -> bool:
        if public is None and key_of(graph) in self._graphs["public"]:
            self._purge |= purge
        changes = [self._set("public", graph, public), self._set("internal", graph, internal)]
        return any(changes)

    def _set(self, view: Disclosure, graph: GraphName, content: GraphContent | None) -> bool:
        known = self._graphs[view].get(key_of(graph))
        if (known and known.sha256) == (content and content.sha256):
            return False
        self._write(lambda: self._staging.replace(view, graph, content.quads if content else None))
        if content is None:
            del self._graphs[view][key_of(graph)]
        else:
            large = len(content.quads) > _LARGE
            self._graphs[view][key_of(graph)] = _entry(content.total, len(content.quads), patched=large)
        return True

    def _write(self, change: Callable[[], None]) -> None:
        self._refuse_if_broken()
        self._broken = True  # until this is written whole
        with room_to_write():
            change()
        self._broken = False

    def _refuse_if_broken(self) -> None:
        if self._broken:
            raise DatasetError(
                "An earlier change could not be written whole, so nothing of this run is published; run it again.",
                "先の変更を書き込めなかったため、今回の処理は公開されません。再実行してください。",
            )


def _entry(total: int, quads: int, *, patched: bool) -> GraphEntry:
    return GraphEntry(sha256=hash_of(total), quads=quads, total=f"{total:x}" if patched else None)


def _graphs_of(edition: Edition | None) -> dict[Disclosure, dict[str, GraphEntry]]:
    if edition is None:
        return {"public": {}, "internal": {}}
    return {view: dict(edition.manifest.view(view).graphs) for view in VIEWS}
