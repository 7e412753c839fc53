"""Blank nodes get names on the way in and lose them on the way out (RDF 1.1 Concepts, 3.5).

Stored data has no blank nodes, so that everything in it can be pointed to. Queries see the names; a graph that is
fetched whole has blank nodes again where it had them when it came.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

_PATH: Final = ".well-known/genid/"
_Term = NamedNode | BlankNode | Literal | Triple


@dataclass
class Skolemiser:
    """Names the blank nodes of one upload: one name for one node, different from those of every other upload."""

    base: str
    _salt: str = field(default_factory=lambda: secrets.token_hex(16))

    def named(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """``quads`` with names in place of blank nodes."""
        for quad in quads:
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                yield Quad(self._name(quad.subject), quad.predicate, self._name(quad.object), quad.graph_name)  # type: ignore[arg-type]
            else:
                yield quad

    def _name(self, term: _Term) -> _Term:
        if not isinstance(term, BlankNode):
            return term
        digest = hashlib.sha256(f"{self._salt}{term.value}".encode()).hexdigest()
        return NamedNode(f"{self.base}{_PATH}{digest[:24]}")


def without_names(triples: Iterable[Triple], base: str) -> Iterator[Triple]:
    """``triples`` with blank nodes in place of the names that ``Skolemiser`` gave."""
    prefix = base + _PATH
    for triple in triples:
        subject, there = _blank(triple.subject, prefix), _blank(triple.object, prefix)
        yield (
            triple
            if (subject, there) == (None, None)
            else Triple(subject or triple.subject, triple.predicate, there or triple.object)
        )


def _blank(term: _Term, prefix: str) -> BlankNode | None:
    if isinstance(term, NamedNode) and term.value.startswith(prefix):
        return BlankNode(f"g{term.value.removeprefix(prefix)}")
    return None
