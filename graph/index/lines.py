"""What stands above and below what: bodies and their units, topics and the narrower ones.

A filter for one means everything below it too. A body without units, a topic without narrower ones, is alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Catalogue
from ontology.terms import TOPIC_BROADER


class Line:
    """One hierarchy, given as what is directly above each."""

    def __init__(self, above: Mapping[str, str]) -> None:
        self._above = dict(above)
        children: dict[str, list[str]] = {}
        for lower, upper in above.items():
            children.setdefault(upper, []).append(lower)
        self._below = {upper: _everything_below(upper, children) for upper in children}

    def below(self, identifier: str) -> tuple[str, ...]:
        """It and everything below it."""
        return self._below.get(identifier, (identifier,))

    @property
    def uppers(self) -> tuple[str, ...]:
        """What has anything below it."""
        return tuple(self._below)

    def above(self, identifier: str) -> tuple[str, ...]:
        """What it is part of, from the nearest up."""
        found: list[str] = []
        upper = self._above.get(identifier)
        while upper and upper not in found:
            found.append(upper)
            upper = self._above.get(upper)
        return tuple(found)


def _everything_below(upper: str, children: Mapping[str, list[str]]) -> tuple[str, ...]:
    found = [upper]
    for one in found:
        found += [lower for lower in children.get(one, ()) if lower not in found]
    return tuple(found)


def lines_of(catalogue: Catalogue) -> dict[str, Line]:
    """The hierarchies by field of engagements."""
    bodies = Line({body.id: body.parent for body in catalogue.authorities.values() if body.parent})
    return {"with": bodies, "organiser": bodies, "topic": Line(TOPIC_BROADER)}
