"""Measures SPARQL endpoints side by side: ``python -m bench.sparql [--engagements N ...] [--out FOLDER]``.

Each server gets the same queries over the same quads. "Distinct" is a text that the server has not seen, "repeated" one
that it has just answered; latencies are medians. A query that is not answered within ``--patience`` seconds counts as
late, and its kind is not asked of that server again, so no engine can hold up the others.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import json
import math
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from bench import sparql_servers as servers
from bench.generate import generate, world
from bench.sparql_client import LATE, Caller, Client
from bench.sparql_queries import KINDS, Mix
from bench.sparql_servers import Server
from bench.sparql_table import Figures, table
from graph.editions import dump
from graph.iri import Iris
from graph.store.carry import carry_index
from graph.store.dataset import Dataset
from graph.triples import catalogue_triples, engagement_triples

#: What is measured; "optimized" is after ``oxigraph optimize``, as our editions are compacted when they are made.
ENGINES: Final = ("sankyoku", "oxigraph serve", "oxigraph serve, optimized", "virtuoso", "rdflib-endpoint")
# Servers go on loading what they may want for a moment after they first answer.
_SETTLING: Final = 5.0
_SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i && ?f != ?a) }"
# What a lean graph is without, so that an engagement has about 26 triples: who met whom, when, in which role stays.
_LEFT_OUT = (
    "labelAsWritten participationLevel page lineStart lineEnd disclosure confidence precision organiser note post "
    "postIn statement about statementType strength by madeAt due dueEarliest dueLatest commitmentState mode status"
)


@dataclass(frozen=True)
class Engine:
    """A server to measure: how it is loaded (None: at its start) and how it is started, both in a folder of its own."""

    name: str
    load: Callable[[Path], float] | None
    start: Callable[[], AbstractContextManager[Server]]
    rounds: int


def engines(work: Path, options: argparse.Namespace) -> Iterator[Engine]:
    """The engines that are asked for and installed."""
    quads, patience = work / "quads.nq", options.patience
    known = (
        Engine(
            "sankyoku",
            lambda folder: load_ours(folder, quads),
            lambda: servers.ours(work / "sankyoku", seconds=60),
            options.rounds,
        ),
        Engine(
            "oxigraph serve",
            lambda folder: servers.oxigraph_load(folder, quads),
            lambda: servers.oxigraph(work / "oxigraph serve"),
            options.rounds,
        ),
        Engine(
            "oxigraph serve, optimized",
            lambda folder: servers.oxigraph_load(folder, quads, optimize=True),
            lambda: servers.oxigraph(work / "oxigraph serve, optimized"),
            options.rounds,
        ),
        Engine(
            "virtuoso",
            lambda folder: servers.virtuoso_load(folder, quads),
            lambda: servers.virtuoso(work / "virtuoso", seconds=math.ceil(patience)),
            options.rounds,
        ),
        Engine("rdflib-endpoint", None, lambda: servers.rdflib_endpoint(quads), 3),
    )
    for engine in known:
        if engine.name in options.engines and (engine.name != "virtuoso" or servers.has_virtuoso()):
            yield engine


def latencies(running: list[tuple[Engine, Server]], slugs: list[str], patience: float) -> list[Figures]:
    """Medians of each kind of query, the servers asked in turn, so that what disturbs one disturbs all."""
    time.sleep(_SETTLING)
    found = [Figures(engine.name) for engine, _ in running]
    callers = [Caller(server, patience) for _, server in running]
    mix, rounds = Mix(slugs, seed=1), max(engine.rounds for engine, _ in running)
    for kind in KINDS:
        took: list[list[tuple[float, float]]] = [[] for _ in running]
        first = mix.next(kind)  # opens what has to be opened
        late = {place for place, caller in enumerate(callers) if caller.ask(first) == LATE}
        for number in range(rounds):
            text = mix.next(kind)
            for place in sorted(range(len(running)), key=lambda place: (place + number) % len(running)):
                if place not in late and number < running[place][0].rounds:
                    took[place].append((callers[place].ask(text), callers[place].ask(text)))
                    late |= {place} if LATE in took[place][-1] else set()
        for place, figures in enumerate(found):
            pairs = [(LATE, LATE)] if place in late else took[place]
            figures.distinct[kind] = statistics.median(first for first, _ in pairs)
            figures.repeated[kind] = statistics.median(again for _, again in pairs)
    return found


async def under_load(server: Server, slugs: list[str], figures: Figures) -> None:
    """Throughput of eight clients; what two clients notice of one that asks for a minute and more.

    ``LATE`` where a client waits for an answer for a minute.
    """
    kinds = [kind for kind in KINDS if figures.distinct[kind] < 1]  # what is refused or takes long tells nothing here
    if len(kinds) < len(KINDS) // 2:
        return
    figures.throughput, _ = await _together(server, slugs, kinds, clients=8, seconds=10)
    _, figures.quiet_p95 = await _together(server, slugs, kinds, clients=2, seconds=6)
    hog = asyncio.create_task(_hog(server))
    await asyncio.sleep(3)
    _, figures.disturbed_p95 = await _together(server, slugs, kinds, clients=2, seconds=6, seed=900)
    hog.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await hog


async def _together(
    server: Server, slugs: list[str], kinds: list[str], *, clients: int, seconds: float, seed: int = 100
) -> tuple[float, float]:
    """Requests a second of several clients at once, and the 95th percentile of their latencies."""
    until = time.perf_counter() + seconds
    took: list[float] = []

    async def one(number: int) -> None:
        mix, turn = Mix(slugs, seed + number), itertools.cycle(kinds[number:] + kinds[:number])
        async with Client(server, f"127.0.0.{number + 2}") as client:
            while time.perf_counter() < until:
                took.append(await client.ask(mix.next(next(turn))))

    try:
        async with asyncio.timeout(seconds + 60):
            await asyncio.gather(*(one(number) for number in range(clients)))
    except TimeoutError:
        return 0, LATE
    assert not any(map(math.isnan, took)), "a query was refused"
    return len(took) / seconds, statistics.quantiles(took, n=20)[-1]


async def _hog(server: Server) -> None:
    """A client with nothing but queries of a minute and more."""
    while True:
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            async with Client(server, "127.0.0.99") as client:
                await client.ask(_SLOW)


def make_quads(count: int, target: Path, *, lean: bool = False) -> list[str]:
    """Writes the quads of ``count`` engagements as N-Quads; the slugs of some of them."""
    slugs = [engagement.slug for engagement in itertools.islice(generate(count), 5000)]
    if not target.exists():
        draft = target.with_suffix(".tmp")
        with draft.open("wb") as file:
            serialize(_quads(count, lean=lean), file, format=RdfFormat.N_QUADS)
        draft.replace(target)
    return slugs


def _quads(count: int, *, lean: bool) -> Iterator[Quad]:
    iris, catalogue = Iris(), world().catalogue
    left_out = frozenset(_LEFT_OUT.split()) if lean else frozenset()
    facts, told = iris.graph("facts"), [iris.graph(f"document-{number}") for number in range(20)]
    known: set[int] = set()  # passages that several engagements stand in; a graph holds each quad once
    yield from dict.fromkeys(Quad(*triple, facts) for triple in catalogue_triples(catalogue, iris))
    for number, engagement in enumerate(generate(count)):
        graph: NamedNode = told[number % len(told)]
        for triple in engagement_triples(engagement, catalogue, iris):
            if left_out and _is_left_out(triple.subject.value, triple.predicate.value, left_out):
                continue
            if "/passage/" in triple.subject.value:
                mark = hash((triple, graph))
                if mark in known:
                    continue
                known.add(mark)
            yield Quad(*triple, graph)


def _is_left_out(subject: str, predicate: str, left_out: frozenset[str]) -> bool:
    name = predicate.rpartition("#")[2]
    part = subject.partition("/id/")[2].partition("/")[0]
    return name in left_out or part in ("post", "statement") or (part != "engagement" and name == "type")


def load_ours(folder: Path, quads: Path) -> float:
    """Bulk load into a new edition, by the writer's front door; the seconds that it took."""
    began = time.perf_counter()
    with Dataset.open_or_create(folder).writer() as writer:
        writer.load(quads)
        writer.publish(versions={}, inputs=(), counts={}, validation={}, index=carry_index(None), note="bench")
    return time.perf_counter() - began


def measure(count: int, options: argparse.Namespace) -> str:
    """All that is measured of one size, as Markdown; said step by step while it goes on."""
    work = options.work / f"{count}{'-lean' if options.lean else ''}"
    work.mkdir(parents=True, exist_ok=True)
    _say(f"{count:,} engagements: quads")
    slugs = make_quads(count, work / "quads.nq", lean=options.lean)
    chosen, loads = list(engines(work, options)), _loads(work)
    for engine in chosen:
        if engine.load is not None and engine.name not in loads:
            _say(f"loading {engine.name}")
            loads[engine.name] = engine.load(work / engine.name)
            (work / "loads.json").write_text(json.dumps(loads))
    found: dict[str, Figures] = {}
    # Those that load at their start hold all in memory, so they run alone.
    for group in ([one for one in chosen if one.load is not None], [one for one in chosen if one.load is None]):
        _say("latencies:", ", ".join(one.name for one in group))
        with contextlib.ExitStack() as stack, _tolerant():
            running = [(one, stack.enter_context(one.start())) for one in group]
            told = latencies(running, slugs, options.patience) if running else []
            found |= {figures.name: figures for figures in told}
    for engine in (one for one in chosen if one.name in found):
        _say("under load:", engine.name)
        with _tolerant(), engine.start() as server:
            asyncio.run(under_load(server, slugs, found[engine.name]))
            found[engine.name].memory = servers.memory_of(server.pid)
    return table(count, list(found.values()), loads) + (_dumped(work / "sankyoku") if options.dump else "")


def _say(*words: object) -> None:
    print(f"[{time.strftime('%H:%M:%S')}]", *words, flush=True)


@contextlib.contextmanager
def _tolerant() -> Iterator[None]:
    """Says what failed and goes on: what one engine cannot do is no reason not to tell of the others."""
    try:
        yield
    except (AssertionError, OSError, EOFError, subprocess.SubprocessError) as error:
        _say("failed:", error)


def _loads(work: Path) -> dict[str, float]:
    """The seconds that loads took which are done already."""
    file = work / "loads.json"
    return dict(json.loads(file.read_text())) if file.exists() else {}


def _dumped(folder: Path) -> str:
    """A dump of all, made anew: what it takes."""
    dataset, began = Dataset.open(folder), time.perf_counter()
    made = dump(dataset, dataset.edition(), "public", "nq")
    peak = servers.peak_memory() / 2**20
    size, seconds = made.bytes / 2**20, time.perf_counter() - began
    return f"\nThe dump (`dump.nq.gz`, {size:,.0f} MB): {seconds:,.0f} s, at most {peak:,.0f} MB of memory.\n"


def main() -> None:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--engagements", type=int, nargs="+", default=[50_000])
    asked.add_argument("--engines", nargs="+", default=ENGINES)
    asked.add_argument("--lean", action="store_true", help="about 26 triples an engagement in place of 52")
    asked.add_argument("--dump", action="store_true", help="measure a dump too")
    asked.add_argument("--patience", type=float, default=30, help="seconds that a query may take")
    asked.add_argument("--rounds", type=int, default=15)
    asked.add_argument("--work", type=Path, default=Path("/tmp/sankyoku-bench"))  # noqa: S108
    asked.add_argument("--out", type=Path, help="a folder for the tables")
    options = asked.parse_args()
    for count in options.engagements:
        told = measure(count, options)
        print(told, flush=True)
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / f"sparql-{count}.md").write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
