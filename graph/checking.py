"""Nothing is published that the shapes refuse: the whole of a first edition, and of a later one what it changes.

What an edition does not change was checked when it was published. So only things that a change touches are
checked again, together with those that point to something that is no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad, Store

from graph.errors import InvalidGraph
from graph.graphs import Views, same_to_both
from graph.iri import Iris
from graph.model import Disclosure
from graph.store.edition import Edition
from graph.store.protection import is_protected
from graph.store.writer import Writer

if TYPE_CHECKING:
    from graph.validate import ValidationReport

#: Above this share of all things, checking everything is quicker than telling things apart.
_MOST_OF_ALL: Final = 0.5


def checked(writer: Writer, base: Edition | None, views: Views, iris: Iris) -> dict[Disclosure, ValidationReport]:
    """The reports of both views on what the build writes. Raises ``InvalidGraph`` where the shapes refuse either.

    Graphs of other writers are theirs: what stands in them never keeps an edition from being published.
    """
    from graph.validate import validate  # noqa: PLC0415 - loads rdflib; a server that only reads does without

    reports: dict[Disclosure, ValidationReport] = {}
    for view in ("internal", "public"):
        if view == "public" and same_to_both(views) and _same_before(base):
            reports[view] = reports["internal"]
            continue
        names = [iri for iri in writer.graphs(view) if is_protected(iri, iris.base)]
        quads = [quad for iri in names for quad in writer.quads(view, NamedNode(iri))]
        reports[view] = validate(quads, _focus(writer, base, view, quads, iris) if base else None)
        _refuse(reports[view])
    return reports


def _same_before(base: Edition | None) -> bool:
    """Whether the views of the edition before were alike, so that a change is the same in both."""
    if base is None:
        return True
    public, internal = base.manifest.public.graphs, base.manifest.internal.graphs
    return public.keys() == internal.keys()


def _refuse(report: ValidationReport) -> None:
    if not report.conforms:
        raise InvalidGraph(
            "The shapes refuse what would be published; nothing was changed.",
            "データが形状の検査に適合しないため、公開しませんでした。変更は行われていません。",
            report.as_text("ja") + "\n" + report.as_text("en"),
        )


def _focus(writer: Writer, base: Edition, view: Disclosure, quads: Iterable[Quad], iris: Iris) -> set[str] | None:
    """The things to check: those changed, and those that point to what is gone. None: better check all."""
    before = base.manifest.view(view).graphs
    now = writer.graphs(view)
    names = [
        iri for iri in before.keys() | now.keys() if is_protected(iri, iris.base) and _hash(before, iri) != now.get(iri)
    ]
    old, new = _of_graphs(base, view, names), {quad for iri in names for quad in writer.quads(view, NamedNode(iri))}
    touched = {quad.subject.value for quad in old ^ new if isinstance(quad.subject, NamedNode)}
    gone = {quad.subject for quad in old - new} - {quad.subject for quad in new}
    everything: set[str] = set()
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            everything.add(quad.subject.value)
            if quad.object in gone:
                touched.add(quad.subject.value)
    return touched if len(touched) < _MOST_OF_ALL * len(everything) else None


def _hash(graphs: Mapping[str, object], iri: str) -> str | None:
    entry = graphs.get(iri)
    return getattr(entry, "sha256", None)


def _of_graphs(base: Edition, view: Disclosure, names: Iterable[str]) -> set[Quad]:
    store = Store.read_only(str(base.store_path(view)))
    return {quad for iri in names for quad in store.quads_for_pattern(None, None, None, NamedNode(iri))}
