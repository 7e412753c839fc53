"""What may stand in a named graph, and the hash by which two contents are told to be the same.

The content hash does not depend on order, and follows a change without looking at the rest of the graph: each
N-Triples line, ended by a newline, is a number of 2,048 bits (SHAKE128, little-endian), the numbers of all lines
are added up modulo 2^2048, and the hash is the SHA-256 of that sum's 256 bytes. Adding up is due to C. Sayers and
A. H. Karp, Computing the digest of an RDF graph (HPL-2003-235); so wide a sum is beyond the reach of a generalised
birthday attack (D. Wagner, CRYPTO 2002).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from graph.errors import InvalidGraph
from graph.store.manifest import DEFAULT_GRAPH

GraphName = NamedNode | DefaultGraph

_SUM_BYTES: Final = 256
_STRING: Final = Literal("").datatype
_ANY: Final = NamedNode("urn:x-sankyoku:any")
_MODULUS: Final = 1 << (8 * _SUM_BYTES)


def key_of(graph: GraphName) -> str:
    """Under which name an edition's manifest has ``graph``: its IRI, or ``DEFAULT_GRAPH``."""
    return graph.value if isinstance(graph, NamedNode) else DEFAULT_GRAPH


@dataclass(frozen=True)
class GraphContent:
    """The quads of one graph, each once, and the sum of their lines."""

    quads: frozenset[Quad]
    total: int

    @property
    def sha256(self) -> str:
        """The content hash."""
        return hash_of(self.total)


@dataclass(frozen=True)
class Patch:
    """What a change takes out of one graph and puts into it; nothing is in both."""

    removed: frozenset[Quad] = frozenset()
    added: frozenset[Quad] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)


def graph_content(graph: GraphName, statements: Iterable[Quad | Triple]) -> GraphContent:
    """The content of ``graph``. Quads may name the graph or none.

    Raises ``InvalidGraph`` for a blank node (stored data has none, so that every thing can be pointed to), a
    quoted triple, or a quad of another graph.
    """
    quads = frozenset(placed(graph, statement) for statement in statements)
    return GraphContent(quads, sum_of(quads))


def sum_of(quads: Iterable[Quad]) -> int:
    """The sum of the lines of some quads; the sums of two sets that share nothing add up to that of both."""
    return sum(_number(f"{quad.triple} .\n".encode()) for quad in quads) % _MODULUS


def changed_sum(total: int, patch: Patch) -> int:
    """The sum after a change; what is removed was there, what is added was not."""
    return (total - sum_of(patch.removed) + sum_of(patch.added)) % _MODULUS


def hash_of(total: int) -> str:
    """The content hash of the graph whose lines add up to ``total``."""
    return hashlib.sha256(total.to_bytes(_SUM_BYTES, "little")).hexdigest()


def file_sums(quads: Path) -> dict[GraphName, tuple[int, int]]:
    """Of each graph in a file of N-Quads the sum and how many quads; one that stands there twice counts twice.

    Raises ``InvalidGraph``, see ``graph_content``, and ``SyntaxError``. Memory does not grow with the file.
    """
    totals, counts = Counter[GraphName](), Counter[GraphName]()
    for quad in parse(path=str(quads), format=RdfFormat.N_QUADS):
        graph = quad.graph_name
        if isinstance(graph, BlankNode):
            raise _invalid("A graph without a name cannot be kept.", "名前（IRI）のないグラフは保存できません。", quad)
        totals[graph] += _number(f"{placed(graph, quad).triple} .\n".encode())
        counts[graph] += 1
    return {graph: (total % _MODULUS, counts[graph]) for graph, total in totals.items()}


def stored_sum(store: Store, graph: GraphName, folder: Path) -> tuple[int, int]:
    """The sum of a graph too large to hold in memory, and how many quads it has; ``folder`` takes its lines."""
    dumped = folder / "lines.nt"
    store.dump(str(dumped), format=RdfFormat.N_TRIPLES, from_graph=graph)
    total = count = 0
    with dumped.open("rb") as lines:
        for line in lines:
            total += _number(line)
            count += 1
    dumped.unlink()
    return total % _MODULUS, count


def _number(line: bytes) -> int:
    return int.from_bytes(hashlib.shake_128(line).digest(_SUM_BYTES), "little")


def placed(graph: GraphName, statement: Quad | Triple) -> Quad:
    """The statement as a quad of ``graph``. Raises ``InvalidGraph``, see ``graph_content``."""
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
    value = statement.object
    if isinstance(value, Literal) and not value.language and value.datatype != _STRING:
        value = _as_stored(value)
    return Quad(statement.subject, statement.predicate, value, graph)


@lru_cache(maxsize=16_384)
def _as_stored(literal: Literal) -> Literal:
    """The literal as the engine gives it back: it keeps the value of a number or a time, not how it was written."""
    store = Store()
    store.add(Quad(_ANY, _ANY, literal))
    stored = next(iter(store)).object
    assert isinstance(stored, Literal)  # noqa: S101 - it was one
    return stored


def _invalid(en: str, ja: str, statement: Quad | Triple) -> InvalidGraph:
    return InvalidGraph(en, ja, str(statement))
