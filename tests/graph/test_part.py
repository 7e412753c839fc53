"""An edition made of the one before and a change is the edition that would be made of all sources."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.build import Run, ingest, publish_change
from graph.drafts import draft_of
from graph.errors import SankyokuError
from graph.index import Index
from graph.iri import DEFAULT_BASE
from graph.ledger import Ledger, facts_folder, read_ledger
from graph.model import Disclosure
from graph.reading import Crew, Wish
from graph.recording import entries, record, revise, withdraw
from graph.review import Verdicts, decide, queue, undo
from graph.store.dataset import Dataset
from graph.tombstones import read_gone
from tests.graph.small_facts import few_facts

DOCUMENTS = Path(__file__).parent / "extract" / "documents"
NAMES = ("fy2019-grid.txt", "eu-dialogue-r2.txt", "courtesy-calls.txt", "appa-communique.txt", "fy2017-bilateral.txt")
RUN = Run(DEFAULT_BASE, who="tester")
Step = Callable[[Dataset, random.Random], object]


def a_document(dataset: Dataset, chance: random.Random) -> object:
    disclosure: Disclosure = chance.choice(("public", "public", "internal"))
    wish = Wish(publisher="ppc-japan", disclosure=disclosure)
    return ingest(dataset, RUN, [DOCUMENTS / chance.choice(NAMES)], wish, Crew())


def a_note(dataset: Dataset, chance: random.Random) -> object:
    return record(dataset, RUN, draft_of(_draft(dataset, chance)))


def a_note_changed(dataset: Dataset, chance: random.Random) -> object:
    notes = [entry for entry in entries(dataset) if entry.withdrawn is None]
    if not notes:
        return None
    entry = chance.choice(notes)
    draft = draft_of(_draft(dataset, chance))
    return revise(dataset, RUN, entry.slug, draft, revision=len(entry.revisions), reason="corrected")


def something_withdrawn(dataset: Dataset, chance: random.Random) -> object:
    there = [entry for entry in read_ledger(dataset.edition()).entries if entry.withdrawn is None]
    return withdraw(dataset, RUN, chance.choice(there).slug, "by mistake") if there else None


def a_decision(dataset: Dataset, chance: random.Random) -> object:
    waiting = queue(dataset, DEFAULT_BASE).items
    if not waiting:
        return None
    item = chance.choice(waiting)
    verdict = chance.choice(("same", "different")) if item.sort == "pair" else chance.choice(("accept", "reject"))
    return decide(dataset, RUN, Verdicts(verdict, (item.key,), who="tester"))


def two_joined(dataset: Dataset, chance: random.Random) -> object:
    slugs = _slugs(dataset, "internal")
    return decide(dataset, RUN, Verdicts("same", tuple(chance.sample(slugs, 2)), who="tester"))


def a_decision_undone(dataset: Dataset, chance: random.Random) -> object:
    made = read_ledger(dataset.edition()).decisions
    return undo(dataset, RUN, chance.choice(made).id) if made else None


STEPS: tuple[Step, ...] = (
    a_document,
    a_document,
    a_note,
    a_note,
    a_note_changed,
    something_withdrawn,
    a_decision,
    two_joined,
    a_decision_undone,
)


@pytest.mark.parametrize("seed", [3])
def test_step_by_step_and_all_at_once_make_the_same(tmp_path: Path, seed: int) -> None:
    follow_steps(tmp_path, seed, steps=6)


def follow_steps(folder: Path, seed: int, steps: int) -> None:
    """Take steps by chance; after each, compare with an edition made of all sources."""
    facts = few_facts(folder / "facts")
    by_parts, as_whole = (Dataset.open_or_create(folder / name) for name in ("parts", "whole"))
    for dataset in (by_parts, as_whole):
        publish_change(dataset, lambda ledger, _: ledger, RUN, note="start", facts=facts)
    chance = random.Random(seed)  # noqa: S311 - steps that anyone can take again
    for _ in range(steps):
        step = chance.choice(STEPS)
        try:
            step(by_parts, chance)
        except SankyokuError as refused:  # two meetings of one document are not joined, and the like
            assert refused.ja
        sources = read_ledger(by_parts.edition())
        publish_change(
            as_whole, lambda known, _, told=sources: _same_sources(known, told), RUN, note="whole", facts=facts
        )
        for view in ("public", "internal"):
            assert said(by_parts, view) == said(as_whole, view), f"after {step.__name__} with seed {seed}"
        assert names(by_parts) == names(as_whole)


def said(dataset: Dataset, view: Disclosure) -> dict[str, Any]:
    """Everything that an edition says in one view."""
    edition = dataset.edition()
    told = edition.manifest.view(view)
    index = Index.open(edition.index_path(view), "test")
    documents = index.catalogue.documents
    return {
        "graphs": {iri: (entry.sha256, entry.quads) for iri, entry in told.graphs.items()},
        "counts": told.counts,
        "engagements": list(index.engagements()),
        "passages": {slug: sorted(one.text for one in index.passages(slug)) for slug in documents},
        "catalogue": index.catalogue,
        "gone": read_gone(edition.index_path(view)),
        "inputs": sorted(given.model_dump_json() for given in edition.manifest.inputs),
    }


def names(dataset: Dataset) -> dict[str, object]:
    """The slugs that every source was given, and where those went that are no more."""
    ledger = read_ledger(dataset.edition())
    assert facts_folder(dataset.edition())
    return {**{entry.slug: entry.given for entry in ledger.entries}, "gone": dict(ledger.gone)}


def _same_sources(known: Ledger, told: Ledger) -> Ledger:
    """The ledger with the sources and decisions of another, but its own names."""
    entries = [entry.model_copy(update={"given": ()}) for entry in told.entries]
    return replace(known.with_entries(entries), decisions=told.decisions)


def _slugs(dataset: Dataset, view: Disclosure) -> list[str]:
    return [one.slug for one in Index.open(dataset.edition().index_path(view), "test").engagements()]


def _draft(dataset: Dataset, chance: random.Random) -> dict[str, object]:
    """A meeting much like one that is known, so that it may be the same."""
    known = list(Index.open(dataset.edition().index_path("internal"), "test").engagements())
    like = chance.choice(known)
    bodies = [one.authority for one in like.participants if one.authority] or ["ppc-japan", "us-ftc"]
    when = chance.choice((like.when.edtf, like.when.earliest.isoformat(), like.when.edtf[:7], like.when.edtf[:4]))
    promised = {"type": "promised", "by": bodies[0], "about": {"en": "To meet again"}, "due": "2027"}
    return {
        "title": {"en": like.title.en or "Talks", "ja": like.title.ja},
        "kind": like.kind,
        "when": when,
        "country": like.place.country,
        "series": chance.choice((like.series, None)),
        "ordinal": chance.choice((like.ordinal, None)),
        "participants": [{"authority": body, "post": {"en": "Commissioner"}} for body in bodies[:5]],
        "statements": [promised] if chance.random() < 0.5 else [],
        "note": f"As told on the telephone {chance.random()}.",
        "disclosure": chance.choice(("public", "internal")),
        "key": f"{chance.getrandbits(60):020d}",
    }
