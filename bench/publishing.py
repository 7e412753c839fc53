"""How long it takes to publish one meeting that staff enter, where there are few and where there are very many.

    python -m bench.publishing [--counts 10000 ...] [--keep FOLDER]

The generated engagements are told by lists, each of one reporter and month, about thirty in each, as if they had been
ingested; the edition that holds them is written without the checks of a build, which would take hours, and without
the claims of each list. Then meetings are entered, one changed and one withdrawn, through the front door: resolved,
checked against the shapes, on disk and served. Times are by the clock; the first one also loads what checks shapes.

Generated titles are much alike. From about ten meetings a day (100,000) on, the dates known to the month tie nearly all
of them together, and a change then reaches everything: such counts can be asked for, but take very long.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from pyoxigraph import Quad, RdfFormat, serialize

from bench.generate import CHUNK, generate, world
from graph.build import Run, versions_now
from graph.drafts import Draft, draft_of
from graph.graphs import ENGAGEMENTS, common_graphs
from graph.index import write_index
from graph.index.rows import Row
from graph.iri import DEFAULT_BASE, Iris
from graph.knowledge import Knowledge
from graph.ledger import FACTS_NAME, Entry, Given, Ledger, entry_row, write_entries
from graph.model import Account, Catalogue, Disclosure, DocumentInfo, Engagement, Evidence, Text
from graph.recording import entries, record, revise, withdraw
from graph.resolve.decisions import Decided
from graph.resolve.engagements import Resolved, engagement_told_by
from graph.resolve.marks import mark_of
from graph.sources.facts import copy_facts, reference_folder
from graph.store.content import placed
from graph.store.dataset import Dataset
from graph.store.manifest import Input
from graph.tombstones import GONE_NAME
from graph.triples import document_triples, engagement_triples

RUN: Final = Run(DEFAULT_BASE, who="bench")
IRIS: Final = Iris(DEFAULT_BASE)
WANTED: Final = {10_000: 0.5, 1_000_000: 5.0}
TIMES: Final = 9
_NOW: Final = datetime(2026, 11, 24, tzinfo=UTC)


class Lists:
    """The generated engagements as lists that were ingested, one after the other and never all in memory."""

    def __init__(self, count: int) -> None:
        self._count = count
        infos = (_info(number, month) for number in range(-(-count // CHUNK)) for month in _months())
        documents = {info.slug: info for info in infos}
        self.catalogue = world().catalogue.model_copy(update={"documents": documents})

    def __iter__(self) -> Iterator[tuple[Entry, list[Engagement]]]:
        made = generate(self._count)
        for number in range(-(-self._count // CHUNK)):
            of_month: dict[str, list[Engagement]] = {}
            for one, _ in zip(made, range(min(CHUNK, self._count - number * CHUNK)), strict=False):
                of_month.setdefault(one.when.earliest.isoformat()[:7], []).append(one)
            for month, engagements in sorted(of_month.items()):
                yield self._list(_slug(number, month), engagements)

    def _list(self, slug: str, engagements: list[Engagement]) -> tuple[Entry, list[Engagement]]:
        info = self.catalogue.documents[slug]
        accounts = [_account(slug, place, one) for place, one in enumerate(engagements, 1)]
        told = [
            engagement_told_by(one.slug, [account], self.catalogue.documents, IRIS)
            for one, account in zip(engagements, accounts, strict=True)
        ]
        given = [Given(mark=mark_of(a), slug=one.slug) for a, one in zip(accounts, engagements, strict=True)]
        entry = Entry(
            info=info,
            name=f"{slug}.csv",
            extractor="bench/1",
            first_seen=_NOW,
            last_seen=_NOW,
            who="bench",
            accounts=tuple(accounts),
            given=tuple(given),
        )
        return entry, told


def make(folder: Path, count: int) -> None:
    """Makes a dataset whose one edition holds ``count`` generated engagements."""
    lists, dataset = Lists(count), Dataset.open_or_create(folder)
    quads, made = folder.with_suffix(".nq"), folder.with_suffix(".index")
    rows: list[Row] = []

    def engagements() -> Iterator[Engagement]:
        with quads.open("wb") as file:
            serialize(_common(lists.catalogue), file, RdfFormat.N_QUADS)
            for entry, told in lists:
                serialize(_quads(entry.info, told, lists.catalogue), file, RdfFormat.N_QUADS)
                rows.append(entry_row(entry))
                yield from told

    def index(view: Disclosure, into: Path) -> None:
        shutil.copytree(made, into, copy_function=os.link, dirs_exist_ok=True)
        (into / GONE_NAME).write_text("{}\n", encoding="utf-8")
        if view == "internal":
            write_entries(into, Ledger(), rows)
            _copy_few_facts(into / FACTS_NAME)

    write_index(made, lists.catalogue, engagements())
    counts = {"engagements": count, "statements": 0, "documents": len(lists.catalogue.documents), "review": 0}
    with dataset.writer() as writer:
        writer.load(quads)
        writer.publish(
            versions=versions_now(),
            inputs=[
                Input(name=slug, sha256="0" * 64, kind="document", disclosure="public")
                for slug in lists.catalogue.documents
            ],
            counts={"public": counts, "internal": counts},
            validation={},
            index=index,
            note="bench",
        )
    quads.unlink()
    shutil.rmtree(made)


def report(dataset: Dataset, count: int) -> Iterator[str]:
    """The lines of the report on one dataset."""
    first, *others = [_timed(record, dataset, RUN, _draft(place)) for place in range(TIMES + 1)]
    clock, processor = (sorted(one[side] for one in others) for side in (0, 1))
    within = f", wanted {WANTED[count]} s" if count in WANTED else ""
    yield (
        f"{count:>9,}: a meeting entered is served after {median(clock):.2f} s{within} (at most {clock[-1]:.2f} s, the "
        f"first {first[0]:.2f} s; of processor {median(processor):.2f} s)"
    )
    note = entries(dataset)[0]
    changed = _timed(partial(revise, revision=0, reason="corrected"), dataset, RUN, note.slug, _draft(20))
    gone = _timed(withdraw, dataset, RUN, note.slug, "entered by mistake")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"{'':>11}changed {changed[0]:.2f} s, withdrawn {gone[0]:.2f} s; peak memory of the process {peak:,.0f} MB"


def _draft(place: int) -> Draft:
    return draft_of(
        {
            "title": {"en": f"Call on a data breach {place}", "ja": f"漏えい事案に関する電話会議{place}"},
            "kind": "conference-call",
            "when": f"20{10 + place % 15}-05-{place + 1:02d}",
            "participants": [{"authority": "us-ftc"}, {"authority": "ppc-japan"}],
            "statements": [{"type": "promised", "by": "us-ftc", "about": {"en": "To write back"}, "due": "2027-03"}],
            "note": "As told on the telephone.",
            "key": f"bench-entry-{time.time_ns()}-{place}",
        }
    )


def _timed(work: Callable[..., object], *given: object) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work(*given)
    return time.perf_counter() - clock, time.process_time() - processor


def _months() -> list[str]:
    return [f"{year}-{month:02d}" for year in range(2000, 2028) for month in range(1, 13)]


def _slug(number: int, month: str) -> str:
    return f"list-{number}-{month}"


def _info(number: int, month: str) -> DocumentInfo:
    title = Text(en=f"Meetings of reporter {number} in {month}", ja=f"報告者{number}の{month}の会合等")
    return DocumentInfo(slug=_slug(number, month), title=title, publisher="ppc-japan", published=None, url=None)


def _account(document: str, line: int, one: Engagement) -> Account:
    kept = {name: getattr(one, name) for name in Account.model_fields.keys() & Engagement.model_fields.keys()}
    evidence = Evidence(document=document, page=1 + line // 40, line_start=line, line_end=line)
    return Account.model_construct(
        **{**kept, "id": None, "source": document, "evidence": (evidence,), "extractor": "bench/1"}
    )


def _common(catalogue: Catalogue) -> Iterator[Quad]:
    """The ontology, the facts, and what the graph of graphs says."""
    bare = catalogue.model_copy(update={"documents": {}})
    nothing = Knowledge("public", bare, (), (), Decided(()), Resolved((), {}, ()))
    for slug, statements in common_graphs(nothing, IRIS).items():
        yield from (placed(IRIS.graph(slug), statement) for statement in statements)


def _quads(info: DocumentInfo, engagements: list[Engagement], catalogue: Catalogue) -> Iterator[Quad]:
    graphs = IRIS.graph(info.slug), IRIS.graph(ENGAGEMENTS)
    yield from (Quad(*triple, graphs[0]) for triple in document_triples(info, IRIS))
    for one in engagements:
        yield from (Quad(*triple, graphs[1]) for triple in engagement_triples(one, catalogue, IRIS))


def _copy_few_facts(folder: Path) -> None:
    """The facts shipped, without their meetings."""
    copy_facts(reference_folder(), folder)
    for name in ("engagements.csv", "statements.csv"):
        heading, _, _ = (folder / name).read_text(encoding="utf-8").partition("\n")
        (folder / name).write_text(f"{heading}\n", encoding="utf-8")


def main() -> None:
    """Prints the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[10_000])
    parser.add_argument("--keep", type=Path, help="where the datasets stay, to be used again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        for count in asked.counts:
            folder = (asked.keep or Path(passing)) / f"{count}"
            began = time.perf_counter()
            if not folder.exists():  # in a process of its own, so that its memory is its own
                with multiprocessing.get_context("spawn").Pool(1) as pool:
                    pool.apply(make, (folder, count))
            dataset = Dataset.open(folder)
            print(f"{count:>9,}: dataset at hand after {time.perf_counter() - began:.0f} s", flush=True)
            for line in report(dataset, count):
                print(line, flush=True)


if __name__ == "__main__":
    main()
