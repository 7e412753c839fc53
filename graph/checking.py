"""Nothing is published that the shapes refuse: the whole of what is built, and of a change what it touches.

What a change leaves alone was checked when it was published. So only things that a change touches are checked
again, together with those that point to something that is no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad

from graph.errors import InvalidGraph
from graph.graphs import same_to_both
from graph.iri import Iris
from graph.knowledge import Views
from graph.model import Disclosure
from graph.store.content import Patch
from graph.store.manifest import VIEWS
from graph.store.protection import is_protected
from graph.store.writer import Writer
from ontology.terms import RDF_TYPE

if TYPE_CHECKING:
    from graph.validate import ValidationReport

#: Where a change is more than this share of all, checking everything is quicker than telling things apart.
_MOST_OF_ALL: Final = 0.5


def checked(writer: Writer, views: Views, iris: Iris) -> dict[Disclosure, ValidationReport]:
    """The reports of both views on all that the build writes. Raises ``InvalidGraph`` where the shapes refuse either.

    Graphs of other writers are theirs: what stands in them never keeps an edition from being published.
    """
    reports = {"internal": _all(writer, "internal", iris)}
    reports["public"] = reports["internal"] if same_to_both(views) else _all(writer, "public", iris)
    return {view: reports[view] for view in VIEWS}


def checked_change(writer: Writer, view: Disclosure, patches: Sequence[Patch], iris: Iris) -> ValidationReport:
    """The report of one view on what patches of its graphs touch. Raises as ``checked``."""
    moved = sum(len(patch.added) + len(patch.removed) for patch in patches)
    if moved >= _MOST_OF_ALL * writer.size(view):
        return _all(writer, view, iris)
    added, removed = _things(patch.added for patch in patches), _things(patch.removed for patch in patches)
    around = _Around(writer, view, iris)
    orphans = _things(around.pointing_to(thing) for thing in removed - added)
    names = {thing.value for thing in added | removed | orphans}
    return _accepted(around.told(names), names)


def _things(parts: Iterable[Iterable[Quad]]) -> set[NamedNode]:
    """What some quads tell of."""
    return {quad.subject for part in parts for quad in part if isinstance(quad.subject, NamedNode)}


class _Around:
    """Looks up, in the graphs of the build, what the shapes ask about some things."""

    def __init__(self, writer: Writer, view: Disclosure, iris: Iris) -> None:
        self._writer, self._view, self._base = writer, view, iris.base

    def pointing_to(self, thing: NamedNode) -> Iterator[Quad]:
        """What is said with ``thing`` as its object."""
        return self._ours(value=thing)

    def told(self, names: Iterable[str]) -> set[Quad]:
        """What is said of these things, what points to them, and the classes of all that stand beside them."""
        found: set[Quad] = set()
        beside: set[NamedNode] = set()
        for name in names:
            of, to = list(self._ours(subject=NamedNode(name))), list(self._ours(value=NamedNode(name)))
            found.update(of, to)
            terms = [*(quad.object for quad in of), *(quad.subject for quad in to)]
            beside.update(term for term in terms if isinstance(term, NamedNode))
        for thing in beside:
            found.update(self._ours(subject=thing, predicate=RDF_TYPE))
        return found

    def _ours(
        self, subject: NamedNode | None = None, predicate: NamedNode | None = None, value: NamedNode | None = None
    ) -> Iterator[Quad]:
        for quad in self._writer.matching(self._view, subject, predicate, value):
            if isinstance(quad.graph_name, NamedNode) and is_protected(quad.graph_name.value, self._base):
                yield quad


def _all(writer: Writer, view: Disclosure, iris: Iris) -> ValidationReport:
    names = [iri for iri in writer.graphs(view) if is_protected(iri, iris.base)]
    return _accepted([quad for iri in names for quad in writer.quads(view, NamedNode(iri))])


def _accepted(quads: Iterable[Quad], focus: set[str] | None = None) -> ValidationReport:
    from graph.validate import validate  # noqa: PLC0415 - loads rdflib; a server that only reads does without

    report = validate(quads, focus)
    if not report.conforms:
        raise InvalidGraph(
            "The shapes refuse what would be published; nothing was changed.",
            "データが形状の検査に適合しないため、公開しませんでした。変更は行われていません。",
            report.as_text("ja") + "\n" + report.as_text("en"),
        )
    return report
