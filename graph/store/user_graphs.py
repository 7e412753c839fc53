"""Graphs that people write, one change at a time: each is on disk, published and visible when it returns.

Every change is a whole edition. The build's own graphs are refused (see ``protection.py``), blank nodes get names
(see ``skolem.py``), and nothing is left of a change that fails.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from graph.errors import NotFound
from graph.model import Disclosure
from graph.store.carry import carry_index
from graph.store.content import GraphName, key_of
from graph.store.dataset import Dataset
from graph.store.limits import QueryLimits
from graph.store.manifest import Manifest
from graph.store.protection import OtherDisclosure, refuse_protected
from graph.store.skolem import Skolemiser
from graph.store.updater import run_update
from graph.store.updating import admit_update, keeping_empty_graphs, targets, with_dataset
from graph.store.writer import Writer
from ontology.terms import ONTOLOGY_VERSION

# In a dataset of so many quads an update is checked against all graphs; in a larger one against those it names.
_CHECK_ALL_QUADS = 50_000


#: Is given the state of what is to be changed, None where there is no such thing, while nobody else can change it:
#: the content hash of a graph, or the id of the edition that an update begins from. Raises where that must not be.
Check = Callable[[str | None], None]


@dataclass(frozen=True)
class Author:
    """Who changes, under which base, on which condition, and how long to wait for another writer."""

    who: str
    base: str
    wait: float = 30
    check: Check | None = None


@dataclass(frozen=True)
class Update:
    """A SPARQL update with the protocol's dataset. It reads and writes one view: what is public, or all."""

    text: str
    using: tuple[str, ...] = ()
    using_named: tuple[str, ...] = ()
    disclosure: Disclosure = "public"
    limits: QueryLimits = field(default_factory=QueryLimits)


@dataclass(frozen=True)
class Written:
    """What a change made: the edition that has it, whether the graph is new, which graphs are other than before."""

    manifest: Manifest
    created: bool
    graphs: tuple[str, ...]


def put_graph(
    dataset: Dataset, graph: GraphName, quads: Iterable[Quad | Triple], disclosure: Disclosure, author: Author
) -> Written:
    """Makes ``quads`` the whole content of ``graph``. Raises ``ProtectedGraph``, ``InvalidGraph``, ``LockHeld``."""
    refuse_protected(key_of(graph), author.base)

    def change(writer: Writer) -> tuple[bool, list[str]]:
        created = _is_absent(writer, graph)
        changed = writer.replace_graph(graph, _placed(quads, graph, author.base), disclosure)
        return created, [key_of(graph)] if changed else []

    return _publish(dataset, change, author, f"put {key_of(graph)}", graph)


def add_to_graph(
    dataset: Dataset, graph: GraphName, quads: Iterable[Quad | Triple], disclosure: Disclosure, author: Author
) -> Written:
    """Adds ``quads`` to ``graph``. Raises as ``put_graph``, and ``OtherDisclosure`` for a graph of the other level."""
    refuse_protected(key_of(graph), author.base)

    def change(writer: Writer) -> tuple[bool, list[str]]:
        created = _is_absent(writer, graph)
        level = writer.disclosure_of(graph)
        if level not in (None, disclosure):
            raise OtherDisclosure(key_of(graph), str(level))
        there = writer.quads("internal", graph)
        whole = itertools.chain(there, _placed(quads, graph, author.base))
        changed = writer.replace_graph(graph, list(whole), disclosure)
        return created, [key_of(graph)] if changed else []

    return _publish(dataset, change, author, f"add to {key_of(graph)}", graph)


def delete_graph(dataset: Dataset, graph: GraphName, author: Author) -> Written:
    """Removes ``graph``. Raises ``NotFound``, ``ProtectedGraph``, ``LockHeld``."""
    refuse_protected(key_of(graph), author.base)

    def change(writer: Writer) -> tuple[bool, list[str]]:
        if not writer.drop_graph(graph, purge=False) and isinstance(graph, NamedNode):
            raise no_graph(graph)
        return False, [key_of(graph)]

    return _publish(dataset, change, author, f"delete {key_of(graph)}", graph)


def update_graphs(dataset: Dataset, update: Update, author: Author) -> Written:
    """Runs a SPARQL update whole or not at all.

    Raises ``BadQuery`` (does not parse; LOAD, SERVICE), ``BadInput`` (two datasets), ``ProtectedGraph``,
    ``OtherDisclosure``, ``QueryTimeout``, ``LimitExceeded``, ``InvalidGraph``, ``LockHeld``.
    """
    admit_update(update.text)
    text = keeping_empty_graphs(with_dataset(update.text, update.using, update.using_named))
    aims = targets(update.text)
    for iri in aims or ():
        refuse_protected(iri, author.base)

    def change(writer: Writer) -> tuple[bool, list[str]]:
        folder = writer.copy(update.disclosure)
        run_update(folder, text, author.base, update.limits)
        return False, _take_over(writer, Store.read_only(str(folder)), aims, update.disclosure, author.base)

    return _publish(dataset, change, author, "update")


def no_graph(graph: GraphName) -> NotFound:
    """There is no such graph."""
    return NotFound(
        f"There is no graph {key_of(graph)} in this edition.", f"この版にグラフ {key_of(graph)} はありません。"
    )


def _take_over(writer: Writer, result: Store, aims: frozenset[str] | None, view: Disclosure, base: str) -> list[str]:
    """Brings the graphs that an update changed from its own store into the working one."""
    names = Skolemiser(base)
    changed = []
    for graph in _candidates(writer, result, aims, view):
        exists = isinstance(graph, DefaultGraph) or result.contains_named_graph(graph)
        known = writer.disclosure_of(graph)
        if exists == (known is not None or isinstance(graph, DefaultGraph)) and _is_same(writer, result, graph, view):
            continue
        refuse_protected(key_of(graph), base)
        if known not in (None, view):
            raise OtherDisclosure(key_of(graph), str(known))
        if exists:
            writer.replace_graph(graph, list(names.named(result.quads_for_pattern(None, None, None, graph))), view)
        else:
            writer.drop_graph(graph, purge=False)
        changed.append(key_of(graph))
    return changed


def _candidates(writer: Writer, result: Store, aims: frozenset[str] | None, view: Disclosure) -> Iterator[GraphName]:
    """The graphs that an update may have changed."""
    yield DefaultGraph()
    known = writer.graphs(view).keys()
    if aims is None or len(result) <= _CHECK_ALL_QUADS:
        there = {graph.value for graph in result.named_graphs() if isinstance(graph, NamedNode)}
        aims = frozenset(known | there)
    yield from (NamedNode(iri) for iri in sorted(aims) if iri != key_of(DefaultGraph()))


def _is_same(writer: Writer, result: Store, graph: GraphName, view: Disclosure) -> bool:
    """Whether both stores have the same quads in ``graph``; they come in the same order from both."""
    before = writer.quads(view, graph)
    after = result.quads_for_pattern(None, None, None, graph)
    return all(one == other for one, other in itertools.zip_longest(before, after))


def _is_absent(writer: Writer, graph: GraphName) -> bool:
    """Whether writing makes the graph. The unnamed one is always there; it counts as new while it is empty."""
    if isinstance(graph, DefaultGraph):
        return next(writer.quads("internal", graph), None) is None
    return writer.disclosure_of(graph) is None


def _state(writer: Writer, graph: GraphName) -> str | None:
    return None if _is_absent(writer, graph) else writer.graphs("internal").get(key_of(graph))


def _placed(statements: Iterable[Quad | Triple], graph: GraphName, base: str) -> Iterator[Quad]:
    quads = (Quad(one.subject, one.predicate, one.object, graph) for one in statements)
    return Skolemiser(base).named(quads)


def _publish(
    dataset: Dataset,
    change: Callable[[Writer], tuple[bool, list[str]]],
    author: Author,
    note: str,
    graph: GraphName | None = None,
) -> Written:
    with dataset.writer(wait=author.wait) as writer:
        base = dataset.edition() if dataset.current_id() else None
        if author.check is not None:
            served = base.id if base else None
            author.check(served if graph is None else _state(writer, graph))
        created, graphs = change(writer)
        manifest = writer.publish(
            versions=base.manifest.versions if base else _versions(),
            inputs=base.manifest.inputs if base else (),
            counts={view: base.manifest.view(view).counts for view in ("public", "internal")} if base else {},
            validation={view: base.manifest.view(view).validation for view in ("public", "internal")} if base else {},
            index=carry_index(base),
            note=note,
            who=author.who,
        )
        made = manifest or dataset.edition().manifest
    return Written(made, created, tuple(graphs))


def _versions() -> dict[str, str]:
    return {"sankyoku": version("sankyoku"), "ontology": ONTOLOGY_VERSION}
