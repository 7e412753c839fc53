"""A change published as the edition before, without what the part that it touches told, and with what that tells now.

The part is worked out twice, as it was and as it is (see ``graph.reach``); graphs, index, ledger and counts of the
edition before are changed by the difference. So an edition costs what changes, not what there is, and is the same
as one that was built anew of all sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from graph.checking import checked_change
from graph.graphs import ENGAGEMENTS, FACTS, GRAPHS, described, entry_graphs, unread
from graph.index import Changes, Index, Passage, passages_of, update_index
from graph.iri import Iris
from graph.knowledge import Knowledge, Scope, Views, gone, know_within, with_documents, with_names
from graph.ledger import Ledger, write_ledger
from graph.model import Catalogue, Disclosure
from graph.order import order_around
from graph.reach import Reach, decisions_within, entries_of, reach
from graph.sources.facts import ReferenceFacts
from graph.store.content import Patch, placed
from graph.store.edition import Edition
from graph.store.manifest import VIEWS
from graph.store.writer import Writer
from graph.tombstones import Living, in_catalogue, write_gone
from graph.triples import engagement_triples

Indexes = Mapping[Disclosure, Index]


@dataclass(frozen=True)
class Part:
    """What a change touches, as it was and as it is now, in both views; ``ledger`` is the one to keep."""

    indexes: Indexes
    reached: Reach
    before: Views
    after: Views
    ledger: Ledger

    @cached_property
    def slugs(self) -> dict[Disclosure, tuple[frozenset[str], frozenset[str]]]:
        """The slugs of the engagements of the part, before and after."""
        return {view: (_slugs(self.before[view]), _slugs(self.after[view])) for view in VIEWS}

    def counts(
        self, view: Disclosure, count: Callable[[Knowledge], Mapping[str, int]], base: Edition
    ) -> dict[str, int]:
        """How much the view knows now: what it knew, and the difference that the part makes."""
        known, new = count(self.before[view]), count(self.after[view])
        told = base.manifest.view(view).counts
        return {name: told.get(name, 0) + new[name] - known[name] for name in new}

    def has(self, view: Disclosure, name: str) -> bool:
        """Whether the view has a ``type/slug`` now."""
        kind, _, slug = name.partition("/")
        if kind != "engagement":
            return name in self._catalogued[view]
        before, after = self.slugs[view]
        return slug in after or (slug not in before and self.indexes[view].has(slug))

    @cached_property
    def living(self) -> Living:
        """What is there now, and what left each view."""
        left = {
            view: {
                *(f"engagement/{slug}" for slug in before - after),
                *(set(in_catalogue(self.before[view].catalogue)) - self._catalogued[view]),
            }
            for view, (before, after) in self.slugs.items()
        }
        return Living(self.has, left)

    @cached_property
    def _catalogued(self) -> dict[Disclosure, set[str]]:
        return {view: set(in_catalogue(self.after[view].catalogue)) for view in VIEWS}


@dataclass(frozen=True)
class Step:
    """From one ledger to the next, with the facts of both; ``looked_at`` are sources to work out in any case."""

    facts: ReferenceFacts
    before: Ledger
    after: Ledger
    looked_at: tuple[str, ...] = ()


def part_of(indexes: Indexes, step: Step, iris: Iris) -> Part:
    """The part that a step touches; ``indexes`` are those of the edition before."""
    facts, before, after = step.facts, step.before, step.after
    reached = reach(indexes["internal"], facts, before, after, step.looked_at)
    known = know_within(
        _scope(facts, before, reached, {view: index.catalogue for view, index in indexes.items()}), iris
    )
    old = {view: _slugs(knowledge) for view, knowledge in known.items()}
    catalogues = {view: _catalogue(index.catalogue, facts, after, reached, view) for view, index in indexes.items()}

    def is_taken(view: Disclosure, slug: str) -> bool:
        return slug not in old[view] and indexes[view].has(slug)

    scope = replace(_scope(facts, after, reached, catalogues), is_taken=is_taken)
    views = know_within(scope, iris)
    named = with_names(after, views)
    given = [one for entry in entries_of(before, reached) for one in entry.given]
    names = [account.id for account in reached.facts(facts.accounts) if account.id]
    return Part(indexes, reached, known, views, replace(named, gone=gone(given, names, views["internal"], before)))


def write_part(writer: Writer, part: Part, view: Disclosure, iris: Iris) -> list[Patch]:
    """Changes the graphs of one view; what was changed in them."""
    before, after = part.before[view], part.after[view]
    patches = [
        writer.patch_graph(view, iris.graph(FACTS), **_moved(unread, before, after, part.reached.entries, iris)),
        writer.patch_graph(view, iris.graph(GRAPHS), **_difference(described(before, iris), described(after, iris))),
        _patch_engagements(writer, part, view, iris),
    ]
    return [patch for patch in [*patches, *_patch_entries(writer, part, view, iris)] if patch]


def check_part(
    writer: Writer, base: Edition, patches: Mapping[Disclosure, list[Patch]], iris: Iris
) -> dict[Disclosure, Mapping[str, int]]:
    """The counts of what the shapes say of the change. Raises ``InvalidGraph``."""
    told: dict[Disclosure, Mapping[str, int]] = {view: base.manifest.view(view).validation for view in VIEWS}
    for view in ("internal", "public"):
        if view == "public" and patches["public"] == patches["internal"] and _alike(base):
            told[view] = told["internal"]
        elif patches[view]:
            told[view] = checked_change(writer, view, patches[view], iris).counts()
    return told


def index_part(part: Part, base: Edition, view: Disclosure, folder: Path, *, purge: bool) -> None:
    """Writes the index folder of one view: the one of the edition before, with what changed."""
    before, after = part.before[view], part.after[view]
    old = {one.slug: one for one in before.engagements}
    changes = Changes(
        changed=[one for one in after.engagements if old.get(one.slug) != one],
        removed=part.slugs[view][0] - part.slugs[view][1],
        passages=_passages(part, view),
    )
    update_index(folder, part.indexes[view], changes, catalogue=after.catalogue, purge=purge)
    write_gone(folder, base.index_path(view), view, part.living, part.ledger.gone)
    if view == "internal":
        write_ledger(folder, part.ledger)


def _slugs(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(one.slug for one in knowledge.engagements)


def _alike(base: Edition) -> bool:
    """Whether the views of the edition before were alike, so that a change is the same in both."""
    return base.manifest.public.graphs.keys() == base.manifest.internal.graphs.keys()


def _scope(facts: ReferenceFacts, ledger: Ledger, reached: Reach, catalogues: Mapping[Disclosure, Catalogue]) -> Scope:
    entries = entries_of(ledger, reached)
    decisions = decisions_within(ledger.decisions, [entry.slug for entry in entries])
    return Scope(entries, reached.facts(facts.accounts), catalogues, decisions, reached.has)


def _catalogue(before: Catalogue, facts: ReferenceFacts, ledger: Ledger, reached: Reach, view: Disclosure) -> Catalogue:
    """The catalogue with the documents that changed as they are now."""
    changed = [entry for slug in reached.changed if (entry := ledger.entry(slug))]
    documents = {slug: info for slug, info in before.documents.items() if slug not in ledger.by_slug.changed}
    documents |= {
        entry.slug: facts.catalogue.documents[entry.slug]
        for entry in changed
        if entry.slug in facts.catalogue.documents
    }
    kept = before.model_copy(update={"documents": documents})
    return with_documents(kept, facts.catalogue, [entry.info for entry in changed if entry.seen_by(view)])


def _difference(before: Iterable[Triple], after: Iterable[Triple]) -> dict[str, set[Triple]]:
    old, new = set(before), set(after)
    return {"removed": old - new, "added": new - old}


def _moved(
    tell: Callable[[Knowledge, Iterable[str], Iris], Iterator[Triple]],
    before: Knowledge,
    after: Knowledge,
    among: Iterable[str],
    iris: Iris,
) -> dict[str, set[Triple]]:
    return _difference(tell(before, among, iris), tell(after, among, iris))


def _patch_engagements(writer: Writer, part: Part, view: Disclosure, iris: Iris) -> Patch:
    before, after = part.before[view], part.after[view]
    earlier, later = order_around(part.indexes[view], before.engagements, after.engagements, iris)
    old, new = {*_engagements(before, iris), *earlier}, {*_engagements(after, iris), *later}
    graph = iris.graph(ENGAGEMENTS)
    removed = {placed(graph, triple) for triple in old - new}
    return writer.patch_graph(view, graph, removed=_of_this_alone(writer, view, removed, iris), added=new - old)


def _engagements(knowledge: Knowledge, iris: Iris) -> Iterator[Triple]:
    for engagement in knowledge.engagements:
        yield from engagement_triples(engagement, knowledge.catalogue, iris)


def _of_this_alone(writer: Writer, view: Disclosure, removed: set[Quad], iris: Iris) -> set[Quad]:
    """What may go: a passage or a post that another engagement points to as well stays."""
    graph, kinds = iris.graph(ENGAGEMENTS), tuple(iris.thing(kind, "").value for kind in ("passage", "post"))

    def is_shared(thing: NamedNode) -> bool:
        return any(quad.graph_name == graph and quad not in removed for quad in writer.matching(view, value=thing))

    things = {quad.subject for quad in removed if isinstance(quad.subject, NamedNode)}
    stay = {thing for thing in things if thing.value.startswith(kinds) and is_shared(thing)}
    return {quad for quad in removed if quad.subject not in stay}


def _patch_entries(writer: Writer, part: Part, view: Disclosure, iris: Iris) -> Iterator[Patch]:
    told = dict(entry_graphs(part.after[view], iris))
    for slug in part.reached.entries:
        graph = iris.graph(slug)
        old = frozenset(writer.quads(view, graph))
        new = frozenset(placed(graph, triple) for triple in told.get(slug, ()))
        writer.set_graph(view, graph, new if slug in told else None)
        yield Patch(removed=old - new, added=new - old)


def _passages(part: Part, view: Disclosure) -> dict[str, list[Passage]]:
    """All passages, from now on, of the documents that the part quotes."""
    before, after = part.before[view], part.after[view]
    mine = part.slugs[view][0]
    documents = {one.document for one in passages_of([*before.engagements, *after.engagements])}
    found = {}
    for document in documents:
        others = [one for one in part.indexes[view].citing(document) if one.slug not in mine]
        told = passages_of([*others, *after.engagements])
        found[document] = [one for one in told if one.document == document]
    return found
