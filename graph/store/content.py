"""What may stand in a named graph, and the hash by which two contents are told to be the same.

The content hash does not depend on order: it is the SHA-256 of the graph's N-Triples lines, each ended by a
newline, sorted by their UTF-8 bytes. ``LC_ALL=C sort graph.nt | sha256sum`` gives the same.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple

from graph.errors import InvalidGraph
from graph.store.manifest import DEFAULT_GRAPH

GraphName = NamedNode | DefaultGraph


def key_of(graph: GraphName) -> str:
    """Under which name an edition's manifest has ``graph``: its IRI, or ``DEFAULT_GRAPH``."""
    return graph.value if isinstance(graph, NamedNode) else DEFAULT_GRAPH


@dataclass(frozen=True)
class GraphContent:
    """The quads of one graph, each once, and their content hash."""

    quads: frozenset[Quad]
    sha256: str


def graph_content(graph: GraphName, statements: Iterable[Quad | Triple]) -> GraphContent:
    """The content of ``graph``. Quads may name the graph or none.

    Raises ``InvalidGraph`` for a blank node (stored data has none, so that every thing can be pointed to), a
    quoted triple, or a quad of another graph.
    """
    quads = frozenset(_placed(graph, statement) for statement in statements)
    digest = hashlib.sha256()
    for line in sorted(f"{quad.triple} .\n".encode() for quad in quads):
        digest.update(line)
    return GraphContent(quads, digest.hexdigest())


def stored_sha256(store: Store, graph: GraphName, folder: Path) -> tuple[str, int]:
    """The content hash of a graph too large to hold in memory, and how many quads it has.

    ``folder`` takes its lines while they are sorted, by ``sort`` of the system.
    """
    dumped, ordered = folder / "lines.nt", folder / "sorted.nt"
    store.dump(str(dumped), format=RdfFormat.N_TRIPLES, from_graph=graph)
    subprocess.run(["sort", "-S", "25%", "-o", ordered, dumped], check=True, env={"LC_ALL": "C", "PATH": os.defpath})
    digest, count = hashlib.sha256(), 0
    with ordered.open("rb") as lines:
        while block := lines.read(2**20):
            digest.update(block)
            count += block.count(b"\n")
    for file in (dumped, ordered):
        file.unlink()
    return digest.hexdigest(), count


def _placed(graph: GraphName, statement: Quad | Triple) -> Quad:
    home = statement.graph_name if isinstance(statement, Quad) else None
    if home is not None and home != graph and not isinstance(home, DefaultGraph):
        raise _invalid(
            f"A statement of the graph {home} was given for the graph {graph}.",
            f"グラフ {graph} に、別のグラフ {home} の文が渡されました。",
            statement,
        )
    if isinstance(statement.subject, BlankNode) or not isinstance(statement.object, NamedNode | Literal):
        raise _invalid(
            f"The graph {graph} holds a blank node or a quoted triple; every thing needs a name of its own.",
            f"グラフ {graph} に空白ノードまたは引用トリプルがあります。すべての項目に名前（IRI）が必要です。",
            statement,
        )
    return Quad(statement.subject, statement.predicate, statement.object, graph)


def _invalid(en: str, ja: str, statement: Quad | Triple) -> InvalidGraph:
    return InvalidGraph(en, ja, str(statement))
