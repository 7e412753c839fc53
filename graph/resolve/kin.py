"""Which bodies may stand for each other: a directorate for its commission, a bureau for its department."""

from __future__ import annotations

from collections.abc import Iterator, Set

from graph.model import Catalogue


class Kin:
    """The bodies of a catalogue by what they are part of."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._parents = {slug: body.parent for slug, body in catalogue.authorities.items() if body.parent}

    def without(self, bodies: Set[str], others: Set[str]) -> frozenset[str]:
        """Those of ``bodies`` that none of ``others`` can stand for."""
        theirs = {above for other in others for above in self._line(other)}
        return frozenset(body for body in bodies if body not in theirs and others.isdisjoint(self._line(body)))

    def _line(self, body: str) -> Iterator[str]:
        """A body and what it is part of, upwards."""
        seen: set[str] = set()
        at: str | None = body
        while at is not None and at not in seen:
            seen.add(at)
            yield at
            at = self._parents.get(at)
