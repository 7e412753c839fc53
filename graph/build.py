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

from graph.checking import checked
from graph.errors import DamagedEdition, LockHeld
from graph.extract import EXTRACTOR
from graph.graphs import write_graphs
from graph.index import Index, passages_of, write_index
from graph.iri import Iris
from graph.knowledge import Knowledge, gone, know, names_given
from graph.ledger import FACTS_NAME, Ledger, facts_folder, read_ledger, write_ledger
from graph.model import Disclosure
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
from graph.sources.facts import ReferenceFacts, copy_facts, fingerprint, load_facts, reference_folder
from graph.store.dataset import Dataset
from graph.store.manifest import Input, Manifest
from graph.store.writer import Writer
from graph.tombstones import write_gone
from ontology.terms import ONTOLOGY_VERSION

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

    ``facts`` is the folder of reference facts to go over to; without it those of the edition being served.
    """
    with dataset.writer(wait=run.wait, waiting=run.waiting) as writer:
        edition = dataset.edition() if dataset.current_id() else None
        before = read_ledger(edition)
        folder = facts or facts_folder(edition) or reference_folder()
        known = load_facts(folder)
        ledger = change(before, folder)
        views = know(known, ledger, Iris(run.base))
        ledger = _named(ledger, before, views, known)
        write_graphs(writer, views, before, Iris(run.base))
        unplaced = views["internal"].decided.unplaced
        versions = {"sankyoku": version("sankyoku"), "ontology": ONTOLOGY_VERSION, "extractor": EXTRACTOR}
        inputs = _inputs(ledger, folder)
        if edition is not None and not writer.is_new(versions, inputs):
            return Outcome(edition.manifest, changed=False, unplaced=unplaced)
        reports = checked(writer, edition, views, Iris(run.base))
        manifest = writer.publish(
            versions=versions,
            inputs=inputs,
            counts={view: _counts(knowledge) for view, knowledge in views.items()},
            validation={view: report.counts() for view, report in reports.items()},
            index=_indexer(writer, views, ledger, folder, edition.path if edition else None),
            note=note,
            who=run.who,
        )
    return Outcome(manifest or dataset.edition().manifest, changed=True, unplaced=unplaced)


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


def _named(ledger: Ledger, before: Ledger, views: Mapping[Disclosure, Knowledge], facts: ReferenceFacts) -> Ledger:
    """The ledger with the slugs now given, and with where those went that are no more."""
    internal = views["internal"]
    given = {one.slug for one in before.given} | {account.id for account in facts.accounts if account.id}
    return ledger.model_copy(update={"given": names_given(internal), "gone": gone(sorted(given), internal, before)})


def _inputs(ledger: Ledger, facts: Path) -> list[Input]:
    told = [Input(name="reference-facts", sha256=fingerprint(facts), kind="facts", disclosure="public")]
    for entry in ledger.entries:
        digest = entry.info.sha256 or hashlib.sha256(entry.model_dump_json().encode()).hexdigest()
        told.append(Input(name=entry.slug, sha256=digest, kind=entry.sort, disclosure=entry.info.disclosure))
    if ledger.decisions:
        said = "\n".join(decision.model_dump_json() for decision in ledger.decisions)
        digest = hashlib.sha256(said.encode()).hexdigest()
        told.append(Input(name="decisions", sha256=digest, kind="decisions", disclosure="internal"))
    return told


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


def _indexer(
    writer: Writer, views: Mapping[Disclosure, Knowledge], ledger: Ledger, facts: Path, before: Path | None
) -> Callable[[Disclosure, Path], None]:
    """What fills the index folder of each view; the internal one also keeps the ledger and the facts."""

    def write(view: Disclosure, folder: Path) -> None:
        knowledge = views[view]
        base = _readable(before / view / "index") if before else None
        purge = view == "public" and writer.purging
        told = passages_of(knowledge.engagements)
        write_index(folder, knowledge.catalogue, knowledge.engagements, told, base=base, purge=purge)
        write_gone(folder, base, view, views, ledger.gone)
        if view == "internal":
            write_ledger(folder, ledger)
            copy_facts(facts, folder / FACTS_NAME)

    return write


def _readable(index: Path) -> Path | None:
    """The index folder, unless an older Sankyoku wrote it in another form: then the next is made from nothing."""
    try:
        Index.open(index, "before")
    except DamagedEdition:
        return None
    return index
