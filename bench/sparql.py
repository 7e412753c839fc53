"""Measures SPARQL endpoints side by side: ``python -m bench.sparql [--engagements N] [--work FOLDER] [--table FILE]``.

Each server gets the same queries over the same quads, with a client of a few lines on raw sockets. "Distinct" is a
text that the server has not seen; "repeated" is one that it has just answered. Latencies are medians.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import math
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from bench.generate import generate, world
from bench.sparql_queries import KINDS, Mix
from bench.sparql_servers import Server, memory_of, ours, oxigraph, oxigraph_load, rdflib_endpoint
from graph.iri import Iris
from graph.store.carry import carry_index
from graph.store.dataset import Dataset
from graph.triples import catalogue_triples, engagement_triples

_SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i && ?f != ?a) }"


@dataclass
class Figures:
    """What was measured of one server. Seconds, requests a second, bytes."""

    name: str
    distinct: dict[str, float] = field(default_factory=dict)
    repeated: dict[str, float] = field(default_factory=dict)
    throughput: float = 0.0
    quiet_p95: float = 0.0
    disturbed_p95: float = 0.0
    memory: int = 0


class Client:
    """One connection to a server, kept open."""

    def __init__(self, server: Server, source: str = "127.0.0.1") -> None:
        self._server, self._source = server, source

    async def __aenter__(self) -> Client:
        self._in, self._out = await asyncio.open_connection(
            "127.0.0.1", self._server.port, local_addr=(self._source, 0), limit=2**26
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        self._out.close()

    async def ask(self, query: str) -> float:
        """The seconds that one query took, until the last byte of its answer was here; nan for one refused."""
        accept = "application/sparql-results+json, application/n-triples;q=0.9"
        request = f"GET {self._server.path}?query={quote(query)} HTTP/1.1\r\nHost: x\r\nAccept: {accept}\r\n\r\n"
        began = time.perf_counter()
        self._out.write(request.encode())
        head = (await self._in.readuntil(b"\r\n\r\n")).lower()
        refused = not head.startswith(b"http/1.1 200")
        if b"transfer-encoding: chunked" in head:
            while size := int(await self._in.readline(), 16):
                await self._in.readexactly(size + 2)
            await self._in.readline()
        else:
            await self._in.readexactly(int(head.partition(b"content-length:")[2].split()[0]))
        return math.nan if refused else time.perf_counter() - began


async def latencies(servers: list[Server], slugs: list[str], rounds: int) -> list[Figures]:
    """Medians of each kind of query, the servers asked in turn, so that what disturbs one disturbs all."""
    found = [Figures(server.name) for server in servers]
    async with contextlib.AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(Client(server)) for server in servers]
        mix = Mix(slugs, seed=1)
        for kind in KINDS:
            warm = mix.next(kind)  # opens what has to be opened
            for client in clients:
                await client.ask(warm)
            took: list[list[tuple[float, float]]] = [[] for _ in servers]
            for number in range(rounds):
                text = mix.next(kind)
                for place in sorted(range(len(servers)), key=lambda place: (place + number) % len(servers)):
                    took[place].append((await clients[place].ask(text), await clients[place].ask(text)))
            for figures, pairs in zip(found, took, strict=True):
                figures.distinct[kind] = statistics.median(first for first, _ in pairs)
                figures.repeated[kind] = statistics.median(again for _, again in pairs)
    return found


async def under_load(server: Server, slugs: list[str], figures: Figures) -> None:
    """Throughput of eight clients; what two clients notice of one that asks for a minute and more."""
    figures.throughput, _ = await _together(server, slugs, clients=8, seconds=10)
    _, figures.quiet_p95 = await _together(server, slugs, clients=2, seconds=6)
    hog = asyncio.create_task(_hog(server))
    await asyncio.sleep(3)
    _, figures.disturbed_p95 = await _together(server, slugs, clients=2, seconds=6, seed=900)
    hog.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await hog


async def _together(
    server: Server, slugs: list[str], *, clients: int, seconds: float, seed: int = 100
) -> tuple[float, float]:
    """Requests a second of several clients at once, and the 95th percentile of their latencies."""
    until = time.perf_counter() + seconds
    took: list[float] = []

    async def one(number: int) -> None:
        mix, kinds = Mix(slugs, seed + number), itertools.cycle(list(KINDS)[number:] + list(KINDS)[:number])
        async with Client(server, f"127.0.0.{number + 2}") as client:
            while time.perf_counter() < until:
                seconds_taken = await client.ask(mix.next(next(kinds)))
                assert not math.isnan(seconds_taken), "a query was refused"
                took.append(seconds_taken)

    await asyncio.gather(*(one(number) for number in range(clients)))
    return len(took) / seconds, statistics.quantiles(took, n=20)[-1]


async def _hog(server: Server) -> None:
    """A client with nothing but queries of a minute and more."""
    while True:
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            async with Client(server, "127.0.0.99") as client:
                await client.ask(_SLOW)


def make_quads(count: int, target: Path) -> list[str]:
    """Writes the quads of ``count`` engagements as N-Quads; the slugs of some of them."""
    slugs = [engagement.slug for engagement in itertools.islice(generate(count), 5000)]
    if not target.exists():
        with target.open("wb") as file:
            serialize(_quads(count), file, format=RdfFormat.N_QUADS)
    return slugs


def _quads(count: int) -> Iterator[Quad]:
    iris, catalogue = Iris(), world().catalogue
    facts, told = iris.graph("facts"), [iris.graph(f"document-{number}") for number in range(20)]
    yield from (Quad(*triple, facts) for triple in catalogue_triples(catalogue, iris))
    for number, engagement in enumerate(generate(count)):
        graph: NamedNode = told[number % len(told)]
        yield from (Quad(*triple, graph) for triple in engagement_triples(engagement, catalogue, iris))


def load_ours(dataset: Dataset, quads: Path) -> float:
    """Bulk load into a new edition, by the writer's front door; the seconds that it took."""
    began = time.perf_counter()
    with dataset.writer() as writer:
        writer.load(quads)
        writer.publish(versions={}, inputs=(), counts={}, validation={}, index=carry_index(None), note="bench")
    return time.perf_counter() - began


def geometric_mean(ratios: list[float]) -> float:
    """The geometric mean."""
    return math.exp(statistics.fmean(map(math.log, ratios)))


def table(count: int, found: list[Figures], loads: dict[str, float]) -> str:
    """The figures as Markdown."""
    names = [figures.name for figures in found]
    lines = [
        f"### {count:,} engagements",
        "",
        f"| ms, median | {' | '.join(f'{n}: distinct | repeated' for n in names)} |",
    ]
    lines.append("| --- |" + " ---: | ---: |" * len(names))
    for kind in KINDS:
        cells = (f"{f.distinct[kind] * 1e3:.2f} | {f.repeated[kind] * 1e3:.2f}" for f in found)
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    lines += ["", "| | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for label, cell in (
        ("8 clients, requests a second", lambda f: f"{f.throughput:.0f}" if f.throughput else "—"),
        ("p95 of 2 clients, quiet, ms", lambda f: f"{f.quiet_p95 * 1e3:.1f}" if f.quiet_p95 else "—"),
        ("p95 beside a client of long queries, ms", lambda f: f"{f.disturbed_p95 * 1e3:.1f}" if f.quiet_p95 else "—"),
        ("resident memory, MB", lambda f: f"{f.memory / 2**20:.0f}"),
        ("bulk load, s", lambda f: f"{loads[f.name]:.1f}" if f.name in loads else "—"),
    ):
        lines.append(f"| {label} | {' | '.join(map(cell, found))} |")
    lines.append("")
    for other in found[1:]:
        for what in ("distinct", "repeated"):
            ratios = [getattr(found[0], what)[kind] / getattr(other, what)[kind] for kind in KINDS]
            mean = geometric_mean([ratio for ratio in ratios if not math.isnan(ratio)])
            lines.append(f"- {what}: geometric mean of latencies, ours over {other.name}: **{mean:.3f}**")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measures and prints."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--engagements", type=int, default=50_000)
    asked.add_argument("--work", type=Path, default=Path("/tmp/sankyoku-bench"))  # noqa: S108
    asked.add_argument("--rounds", type=int, default=15)
    asked.add_argument("--without-rdflib", action="store_true")
    asked.add_argument("--table", type=Path)
    options = asked.parse_args()
    work = options.work / str(options.engagements)
    work.mkdir(parents=True, exist_ok=True)
    quads, loads = work / "quads.nq", {}
    slugs = make_quads(options.engagements, quads)
    dataset = Dataset.open_or_create(work / "dataset")
    if dataset.current_id() is None:
        loads["sankyoku"] = load_ours(dataset, quads)
    if not (work / "oxigraph").exists():
        loads["oxigraph serve"] = oxigraph_load(work / "oxigraph", quads)
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(ours(dataset.path)), stack.enter_context(oxigraph(work / "oxigraph"))]
        found = asyncio.run(latencies(servers, slugs, options.rounds))
        for server, figures in zip(servers, found, strict=True):
            asyncio.run(under_load(server, slugs, figures))
            figures.memory = memory_of(server.pid)
    if not options.without_rdflib:
        with rdflib_endpoint(quads) as server:
            found += asyncio.run(latencies([server], slugs, rounds=3))
            found[-1].memory = memory_of(server.pid)
    told = table(options.engagements, found, loads)
    print(told)
    if options.table:
        options.table.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
