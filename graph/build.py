"""The main job: facts, documents and decisions in; a validated edition out, served from then on.

::

    facts, ledger ──know──▶ engagements of both views ──write──▶ named graphs ──validate──▶ edition
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Final

from graph import extract
from graph.checking import checked
from graph.errors import DamagedEdition, LockHeld
from graph.graphs import write_graphs
from graph.index import Index, passages_of, write_index
from graph.iri import Iris
from graph.knowledge import Knowledge, gone, know, with_names
from graph.ledger import FACTS_NAME, Entry, Ledger, facts_folder, read_ledger, write_ledger
from graph.model import Disclosure
from graph.part import Indexes, Step, check_part, index_part, part_of, write_part
from graph.reading import (
    Crew,
    FileOutcome,
    Read,
    Wish,
    entry_of,
    keep,
    now_utc,
    outcome_of,
    read_files,
    reread,
    unused_slug,
)
from graph.resolve.decisions import Decision
from graph.resolve.meetings import RESOLVER
from graph.sources.facts import copy_facts, fingerprint, known_facts, load_facts, reference_folder
from graph.store.dataset import Dataset
from graph.store.edition import Edition
from graph.store.manifest import VIEWS, Input, Manifest
from graph.store.writer import Writer
from graph.tombstones import living, write_gone
from ontology.terms import ONTOLOGY_VERSION

_SORTS: Final = ("document", "note")
Change = Callable[[Ledger, Path], Ledger]
Waiting = Callable[[LockHeld], None]


@dataclass(frozen=True)
class Outcome:
    """The edition being served now, whether it is a new one, what became of each file, and what fits no more."""

    manifest: Manifest
    changed: bool
    files: tuple[FileOutcome, ...] = ()
    unplaced: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Run:
    """How a change is made: under which base, by whom, how long to wait for another writer."""

    base: str
    who: str = "sankyoku"
    wait: float | None = 0
    waiting: Waiting | None = None


def build(dataset: Dataset, run: Run, files: Sequence[Path], wish: Wish, data: Path | None = None) -> Outcome:
    """Reference facts (``data``, or those shipped) and documents into a new edition.

    Documents and decisions of the edition before stay; documents that an older extractor read are read again.
    Raises ``FactError``, ``InvalidGraph``, ``LockHeld``, ``StorageFull``; what is served then stays as it was.
    """
    facts = data or reference_folder()
    load_facts(facts)  # a mistake in the facts is told before anything else is done
    read = read_files(files, facts, wish, Crew())
    told: list[FileOutcome] = []

    def change(ledger: Ledger, folder: Path) -> Ledger:
        renewed = ledger.with_entries(reread(dataset, ledger.entries, folder, now_utc()))
        return _with_documents(dataset, renewed, read, wish, told)

    outcome = publish_change(dataset, change, run, note="build", facts=facts)
    return replace(outcome, files=tuple(told))


def ingest(dataset: Dataset, run: Run, files: Sequence[Path], wish: Wish, crew: Crew) -> Outcome:
    """Adds or replaces documents. Raises as ``build``; a file that cannot be read is an outcome, not an error."""
    edition = dataset.edition() if dataset.current_id() else None
    read = read_files(files, facts_folder(edition) or reference_folder(), wish, crew)
    told: list[FileOutcome] = []

    def change(ledger: Ledger, _: Path) -> Ledger:
        return _with_documents(dataset, ledger, read, wish, told)

    outcome = publish_change(dataset, change, run, note="ingest")
    return replace(outcome, files=tuple(told))


def publish_change(dataset: Dataset, change: Change, run: Run, *, note: str, facts: Path | None = None) -> Outcome:
    """Makes one change to the ledger and publishes what follows from it.

    With ``facts``, a folder of reference facts to go over to, everything is worked out anew of all sources; else
    only the part that the change touches, and the rest is that of the edition before.
    """
    with dataset.writer(wait=run.wait, waiting=run.waiting) as writer:
        base = dataset.edition() if dataset.current_id() else None
        before = read_ledger(base)
        folder = facts or facts_folder(base) or reference_folder()
        after = change(before, folder)
        task = _Task(writer, base, before, after, folder, run, note)
        indexes = _indexes(base)
        if base is not None and facts is None and indexes and _can_be_followed(base, before):
            return _publish_part(task, base, indexes)
        return _publish_whole(task, indexes)


@dataclass(frozen=True)
class _Task:
    """A change to publish: in which transaction, on which edition, from which ledger to which, with which facts."""

    writer: Writer
    base: Edition | None
    before: Ledger
    after: Ledger
    folder: Path
    run: Run
    note: str

    @property
    def iris(self) -> Iris:
        return Iris(self.run.base)

    def publish(self, told: _Told) -> Outcome:
        """Makes the edition, unless it would say what is served already."""
        inputs = _inputs(told.ledger, self.folder, self.base)
        if self.base is not None and not self.writer.is_new(versions_now(), inputs):
            return Outcome(self.base.manifest, changed=False, unplaced=told.unplaced)
        validation = told.check()
        manifest = self.writer.publish(
            versions=versions_now(),
            inputs=inputs,
            counts=told.counts,
            validation=validation,
            index=lambda view, folder: self._index(told, view, folder),
            note=self.note,
            who=self.run.who,
        )
        assert manifest is not None  # noqa: S101 - it is new
        return Outcome(manifest, changed=True, unplaced=told.unplaced)

    def _index(self, told: _Told, view: Disclosure, folder: Path) -> None:
        told.index(view, folder)
        if view == "internal":
            copy_facts(self.folder, folder / FACTS_NAME)


@dataclass(frozen=True)
class _Told:
    """What an edition is to say: counts by view, what checks it, what fills the index folder of a view."""

    ledger: Ledger
    unplaced: tuple[Decision, ...]
    counts: Mapping[Disclosure, Mapping[str, int]]
    check: Callable[[], Mapping[Disclosure, Mapping[str, int]]]
    index: Callable[[Disclosure, Path], None]


def _publish_whole(task: _Task, indexes: Indexes) -> Outcome:
    """Everything worked out of all sources."""
    facts, writer = known_facts(task.folder), task.writer
    views = know(facts, task.after, task.iris)
    internal = views["internal"]
    names = [account.id for account in facts.accounts if account.id]
    ledger = replace(with_names(task.after, views), gone=gone(task.before.given, names, internal, task.before))
    write_graphs(writer, views, task.before.by_slug, task.iris)
    bases = {view: task.base.index_path(view) if task.base and indexes else None for view in VIEWS}
    there = living(views, indexes)

    def index(view: Disclosure, folder: Path) -> None:
        knowledge = views[view]
        purge = view == "public" and writer.purging
        told = passages_of(knowledge.engagements)
        write_index(folder, knowledge.catalogue, knowledge.engagements, told, base=bases[view], purge=purge)
        write_gone(folder, bases[view], view, there, ledger.gone)
        if view == "internal":
            write_ledger(folder, ledger)

    def check() -> dict[Disclosure, dict[str, int]]:
        return {view: report.counts() for view, report in checked(writer, views, task.iris).items()}

    counts = {view: _counts(knowledge) for view, knowledge in views.items()}
    return task.publish(_Told(ledger, internal.decided.unplaced, counts, check, index))


def _publish_part(task: _Task, base: Edition, indexes: Indexes) -> Outcome:
    """The edition before, with what changed."""
    facts, writer = known_facts(task.folder), task.writer
    part = part_of(indexes, Step(facts, task.before, task.after), task.iris)
    patches = {view: write_part(writer, part, view, task.iris) for view in VIEWS}

    def index(view: Disclosure, folder: Path) -> None:
        index_part(part, base, view, folder, purge=view == "public" and writer.purging)

    def check() -> Mapping[Disclosure, Mapping[str, int]]:
        return check_part(writer, base, patches, task.iris)

    counts = {view: part.counts(view, _counts, base) for view in VIEWS}
    return task.publish(_Told(part.ledger, part.after["internal"].decided.unplaced, counts, check, index))


def _can_be_followed(base: Edition, before: Ledger) -> bool:
    """Whether this Sankyoku would have made the same edition, so that what does not change can stay as it is.

    What an older extractor read stays as it was read, until a build reads it again.
    """
    made_by = {name: base.manifest.versions.get(name) for name in versions_now()}
    on_shelf = bool(before.by_slug.shelf) or not before.by_slug
    return {**made_by, "extractor": extract.EXTRACTOR} == versions_now() and on_shelf


def versions_now() -> dict[str, str]:
    """The versions that an edition made now is made by."""
    return {
        "sankyoku": version("sankyoku"),
        "ontology": ONTOLOGY_VERSION,
        "extractor": extract.EXTRACTOR,
        "resolver": RESOLVER,
    }


def _with_documents(
    dataset: Dataset, ledger: Ledger, read: Iterable[Read | FileOutcome], wish: Wish, told: list[FileOutcome]
) -> Ledger:
    """The ledger with the documents that could be read; ``told`` gets what became of each file, in order."""
    for item in read:
        if isinstance(item, FileOutcome):
            told.append(item)
            continue
        document = unused_slug(item, ledger)
        before = ledger.entry(document.info.slug)
        entry = entry_of(document, wish, before, now_utc())
        keep(dataset, document)
        told.append(outcome_of(document, entry, before))
        ledger = ledger.with_entries([entry])
    return ledger


def _inputs(ledger: Ledger, facts: Path, base: Edition | None) -> list[Input]:
    """What the edition is made from; what did not change is as the edition before says."""
    known = {given.name: given for given in base.manifest.inputs if given.kind in _SORTS} if base else {}
    told = [Input(name="reference-facts", sha256=fingerprint(facts), kind="facts", disclosure="public")]
    for slug in sorted(ledger.by_slug):
        entry = ledger.by_slug.changed.get(slug) or (None if slug in known else ledger.by_slug[slug])
        told.append(known[slug] if entry is None else _input(entry))
    if ledger.decisions:
        said = "\n".join(decision.model_dump_json() for decision in ledger.decisions)
        digest = hashlib.sha256(said.encode()).hexdigest()
        told.append(Input(name="decisions", sha256=digest, kind="decisions", disclosure="internal"))
    return told


def _input(entry: Entry) -> Input:
    told = entry.model_dump_json(exclude={"given"})
    digest = entry.info.sha256 or hashlib.sha256(told.encode()).hexdigest()
    return Input(name=entry.slug, sha256=digest, kind=entry.sort, disclosure=entry.info.disclosure)


def _counts(knowledge: Knowledge) -> dict[str, int]:
    """How much the view knows, and how much waits for a person."""
    engagements = knowledge.engagements
    waiting = sum(account.status_review == "review" for account in knowledge.decided.accounts)
    return {
        "engagements": len(engagements),
        "statements": sum(len(one.statements) for one in engagements),
        "authorities": len(knowledge.catalogue.authorities),
        "frameworks": len(knowledge.catalogue.frameworks),
        "series": len(knowledge.catalogue.series),
        "milestones": len(knowledge.catalogue.milestones),
        "documents": len(knowledge.catalogue.documents),
        **({"review": waiting + len(knowledge.resolved.unsure)} if knowledge.view == "internal" else {}),
    }


def _indexes(base: Edition | None) -> Indexes:
    """The indexes of an edition; none where there is none, or an older Sankyoku wrote them in another form."""
    try:
        return {view: Index.open(base.index_path(view), base.id) for view in VIEWS} if base else {}
    except DamagedEdition:
        return {}
