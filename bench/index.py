"""The index measured: how fast it is built, changed and asked, beside the same questions as SPARQL.

    python -m bench.index [--count 1000000] [--small 10000] [--sparql 30000] [--keep FOLDER]

Times are of the processor (this thread's for questions, the process's for building) with those of the clock beside
them: on a machine that others use at the same time only the former can be compared.

Counted as building is everything from an ``Engagement`` record in memory to files on disk (serialising, folding,
postings, sorting); making the generated records is timed apart and taken off. Questions are asked after the edition
was opened and its objects were frozen for the garbage collector, as a server does; the first asking, which reads from
disk, is shown beside the median.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from bench.generate import generate, world
from bench.index_sparql import Sparql
from graph.dates import parse_filter
from graph.history import Asked, commitments, compare, dossier, find, paths, quiet, search, suggest
from graph.index import Changes, Index, update_index, write_index
from graph.model import Engagement

TODAY: Final = date(2026, 11, 24)
BUSIEST: Final = "ppc-japan"
BUSY: Final = "us-ftc"
WORD: Final = "定例"
THREE_FILTERS: Final = Asked(with_=(BUSY,), kind=("bilateral-meeting",), wanted=parse_filter("2019-01/2020-06"))
TIMES: Final = 31


def build(folder: Path, count: int) -> dict[str, float]:
    """Build an index in this process: seconds apart from the generator's, rows a second, peak memory in MB."""
    spent = spent_cpu = 0.0

    def timed() -> Iterator[Engagement]:
        nonlocal spent, spent_cpu
        made = generate(count)
        while True:
            begun, begun_cpu = time.perf_counter(), time.thread_time()
            one = next(made, None)
            spent += time.perf_counter() - begun
            spent_cpu += time.thread_time() - begun_cpu
            if one is None:
                return
            yield one

    catalogue = world().catalogue
    begun, begun_cpu = time.perf_counter(), time.process_time()
    write_index(folder, catalogue, timed())
    cpu, clock = time.process_time() - begun_cpu - spent_cpu, time.perf_counter() - begun - spent
    own, beside = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # The process beside works at the same time, so the one that works longer is what a build takes.
    return {
        "cpu": max(cpu, beside.ru_utime + beside.ru_stime),
        "beside": beside.ru_utime + beside.ru_stime,
        "clock": clock,
        "generator": spent_cpu,
        "peak": (own.ru_maxrss + beside.ru_maxrss) / 1024,
    }


def _build_apart(folder: Path, count: int) -> dict[str, float]:
    """The same in a process of its own, so that its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(build, (folder, count))


class Timings(NamedTuple):
    """Milliseconds: the first asking by the clock; of the others, median and 95th percentile."""

    first: float
    cpu: float
    cpu_late: float
    clock: float
    clock_late: float


def timings(ask: Callable[[], Any], times: int = TIMES) -> Timings:
    """Ask again and again."""
    clocks, cpus = [], []
    for _ in range(times):
        begun, begun_cpu = time.perf_counter_ns(), time.thread_time_ns()
        ask()
        cpus.append((time.thread_time_ns() - begun_cpu) / 1e6)
        clocks.append((time.perf_counter_ns() - begun) / 1e6)
    cpu, clock = sorted(cpus[1:]), sorted(clocks[1:])
    middle, late = len(cpu) // 2, int(len(cpu) * 0.95)
    return Timings(clocks[0], cpu[middle], cpu[late], clock[middle], clock[late])


def rarest(index: Index) -> str:
    """The body met least, of those met at least twenty times."""
    counts = {
        body: sum(len(s.posting("with", body)) for s in index.segments)
        for body in index.values("with")
        if body not in index.lines["with"].uppers
    }
    return min((count, body) for body, count in counts.items() if count >= min(20, max(counts.values())))[1]


def questions(index: Index) -> dict[str, Callable[[], Any]]:
    """What is asked, by name."""
    rare = rarest(index)
    word = find(index, Asked(q=WORD), limit=1).total
    return {
        f"dossier, busiest body ({BUSIEST})": lambda: dossier(index, BUSIEST, today=TODAY),
        f"dossier, busy body ({BUSY})": lambda: dossier(index, BUSY, today=TODAY),
        f"dossier, rare body ({rare})": lambda: dossier(index, rare, today=TODAY),
        f"search, two-character word ({word:,} hits)": lambda: search(index, WORD, language="ja"),
        "search, long word (verified)": lambda: search(index, "定例二者間会合", language="ja"),
        "list, three filters": lambda: find(index, THREE_FILTERS, facets=False),
        "list, three filters, all facets": lambda: find(index, THREE_FILTERS),
        "list, no filter, all facets": lambda: find(index, Asked()),
        "list, word and body, all facets": lambda: find(index, Asked(q=WORD, with_=(BUSY,))),
        "suggestions": lambda: suggest(index, "デー", language="ja"),
        "commitments, all": lambda: commitments(index, Asked(), TODAY),
        "bodies gone quiet": lambda: quiet(index, TODAY),
        "paths between two bodies": lambda: paths(index, BUSIEST, rare),
        "two bodies compared": lambda: compare(index, BUSY, "ico-uk"),
    }


def change_one(folder: Path, base: Path) -> str:
    """Seconds for the index of an edition in which one meeting changed."""
    index = Index.open(base, "base")
    first = next(index.engagements())
    changed = first.model_copy(update={"note": "changed"})
    begun, begun_cpu = time.perf_counter(), time.process_time()
    update_index(folder, base, Changes(changed=[changed]))
    cpu, clock = time.process_time() - begun_cpu, time.perf_counter() - begun
    assert Index.open(folder, "next").engagement(first.slug) == changed
    return f"one meeting changed at {len(index):,}: {cpu:.3f} s of processor, {clock:.3f} s by the clock"


def report(folder: Path, count: int, small: int, sparql: int) -> Iterator[str]:
    """The lines of the report, as they come."""
    large = folder / "large"
    if not large.exists():
        built = _build_apart(large, count)
        rates = " and ".join(f"{count / built[of]:,.0f} engagements/s by {of}" for of in ("cpu", "clock"))
        yield f"build of {count:,}: {built['cpu']:.1f} s of processor, {built['clock']:.1f} s by the clock: {rates}"
        apart = f"{built['beside']:.1f} s in the process beside, generator {built['generator']:.1f} s apart"
        yield f"  ({apart}; peak memory of both processes {built['peak']:.0f} MB)"
    yield change_one(folder / "large-next", large)
    build(folder / "small", small)
    yield change_one(folder / "small-next", folder / "small")
    begun = time.perf_counter()
    index = Index.open(large, "large")
    yield f"opening {count:,}: {(time.perf_counter() - begun) * 1000:.0f} ms"
    gc.collect()
    gc.freeze()
    yield _row(f"milliseconds at {count:,}", "first", "cpu p50", "p95", "clock p50", "p95")
    for name, ask in questions(index).items():
        yield _row(name, *(f"{milliseconds:.2f}" for milliseconds in timings(ask)))
    yield from _beside_sparql(folder, sparql)


def _row(name: str, *cells: str) -> str:
    return f"{name:50}" + "".join(f"{cell:>10}" for cell in cells)


def _beside_sparql(folder: Path, count: int) -> Iterator[str]:
    """The same questions on the same records, by index and by SPARQL; the answers have to agree."""
    build(folder / "beside", count)
    index = Index.open(folder / "beside", "beside")
    store = Sparql(generate(count), world().catalogue)
    title = f"milliseconds at {count:,} ({store.triples:,} triples)"
    yield f"{title:50} {'index':>8} {'SPARQL':>8} ratio"
    told = dossier(index, BUSY, today=TODAY)
    assert store.dossier(BUSY) == told.total
    assert store.word(WORD) == search(index, WORD).meetings.total
    assert store.three_filters(THREE_FILTERS) == find(index, THREE_FILTERS).total
    rare = rarest(index)
    pairs: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
        "dossier, busy body": (lambda: dossier(index, BUSY, today=TODAY), lambda: store.dossier(BUSY)),
        "dossier, rare body": (lambda: dossier(index, rare, today=TODAY), lambda: store.dossier(rare)),
        "two-character word": (lambda: search(index, WORD, language="ja"), lambda: store.word(WORD)),
        "list, three filters": (
            lambda: find(index, THREE_FILTERS, facets=False),
            lambda: store.three_filters(THREE_FILTERS),
        ),
    }
    for name, (ours, theirs) in pairs.items():
        quick, slow = timings(ours).cpu, timings(theirs, 6).cpu
        yield f"{name:50} {quick:8.2f} {slow:8.1f} {slow / quick:5.0f}x"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--sparql", type=int, default=30_000)
    parser.add_argument("--keep", type=Path, help="a folder for the indexes, kept afterwards")
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for line in report(folder, given.count, given.small, given.sparql):
            print(line, flush=True)
    finally:
        if given.keep is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
