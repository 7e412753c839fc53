"""Queries in processes: whole answers, limits that hold, and workers that are replaced."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.errors import (
    AnswerTooLarge,
    BadQuery,
    DamagedEdition,
    LimitExceeded,
    Overloaded,
    QueryTimeout,
    SankyokuError,
)
from graph.store.answers import AnswerFormat, Choice
from graph.store.limits import QueryLimits
from graph.store.process import SLOW_SECONDS, Worker
from graph.store.refusals import UnfitFormat
from graph.store.workers import QueryPool, QueryRequest, message_of

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }"
LONG = "SELECT (REPLACE(REPLACE('aaaaaaaaaa', 'a', 'bbbbbbbbbbbbbbbb'), 'b', '" + "c" * 200 + "') AS ?x) {}"
ALL = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of 400 quads: 399 in one graph, one in another."""
    folder = tmp_path_factory.mktemp("edition") / "store"
    written = Store(str(folder))
    graphs = [NamedNode("http://e/one"), NamedNode("http://e/two")]
    written.extend(
        Quad(NamedNode(f"http://e/{n}"), NamedNode("http://e/p"), Literal(n), graphs[n == 0]) for n in range(400)
    )
    written.flush()
    return folder


@pytest.fixture(scope="module")
def pool() -> Iterator[QueryPool]:
    """Two workers with little patience."""
    with QueryPool(2, QueryLimits(seconds=2, rows=300, bytes=20_000, memory=1024 * 2**20, waiting=4)) as made:
        yield made


def ask(store: Path, query: str, wanted: AnswerFormat | Choice = AnswerFormat.CSV, **more: object) -> QueryRequest:
    """A request."""
    return QueryRequest(store, query, wanted, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", AnswerFormat)
def test_every_format_holds_a_whole_answer(pool: QueryPool, store: Path, wanted: AnswerFormat) -> None:
    query = "CONSTRUCT WHERE { <http://e/7> ?p ?o }" if wanted.is_graph else "SELECT ?o { <http://e/7> ?p ?o }"
    answer = pool.run(ask(store, query, wanted))
    assert b"7" in answer.body
    assert answer.media_type == wanted.media_type


def test_the_kind_of_answer_decides_its_format(pool: QueryPool, store: Path) -> None:
    choice = Choice(AnswerFormat.TSV, AnswerFormat.XML, None)
    assert pool.run(ask(store, "SELECT (1 AS ?one) {}", choice)).body == b"?one\n1\n"
    assert b"<boolean>true</boolean>" in pool.run(ask(store, "ASK {}", choice)).body
    with pytest.raises(UnfitFormat, match="text/turtle"):
        pool.run(ask(store, "DESCRIBE <http://e/7>", choice))


def test_the_default_graph_is_what_the_request_says(pool: QueryPool, store: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def counted(query: str, **more: object) -> int:
        return int(pool.run(ask(store, query, **more)).body.split()[1])

    assert counted(count) == 400
    assert counted(count, union_default_graph=False) == 0
    assert counted(count, default_graphs=("http://e/two",)) == 1
    assert counted(count.replace("{", "FROM <http://e/two> {", 1)) == 1
    assert counted(count.replace("{", "FROM <http://e/two> {", 1), default_graphs=("http://e/one",)) == 399
    assert counted("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", named_graphs=("http://e/two",)) == 1


@pytest.mark.parametrize(
    ("query", "error", "name"),
    [
        (ENDLESS, QueryTimeout, "seconds"),
        (ALL, AnswerTooLarge, "rows"),
        (LONG, AnswerTooLarge, "bytes"),
    ],
)
def test_a_limit_that_is_passed_is_named(
    pool: QueryPool, store: Path, query: str, error: type[LimitExceeded], name: str
) -> None:
    with pytest.raises(error) as raised:
        pool.run(ask(store, query))
    assert raised.value.name == name
    assert raised.value.value == getattr(pool.limits, name)


def test_memory_is_bounded_and_returns(pool: QueryPool, store: Path) -> None:
    double = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
    with pytest.raises(LimitExceeded) as raised:
        pool.run(ask(store, f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('abcdefgh' AS ?x0) {double} }}"))
    assert raised.value.name in ("memory", "seconds")
    assert pool.run(ask(store, "SELECT (1 AS ?one) {}")).body.split() == [b"one", b"1"]


@pytest.mark.parametrize(
    "query",
    ["SELECT", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "DROP ALL", "SELECT * { <relative> ?p ?o }"],
)
def test_what_may_not_run_is_a_bad_query(pool: QueryPool, store: Path, query: str) -> None:
    with pytest.raises(BadQuery):
        pool.run(ask(store, query))


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/"])
def test_from_reaches_neither_disk_nor_network(pool: QueryPool, store: Path, address: str) -> None:
    query = "SELECT * FROM <ADDRESS> { ?s ?p ?o }".replace("ADDRESS", address)
    assert len(pool.run(ask(store, query)).body.splitlines()) == 1  # the header


def test_a_store_that_is_not_there_is_a_damaged_edition(pool: QueryPool, tmp_path: Path) -> None:
    with pytest.raises(DamagedEdition):
        pool.run(ask(tmp_path / "nothing", "ASK {}", AnswerFormat.JSON))


def test_turtle_is_short_and_in_order(pool: QueryPool, store: Path) -> None:
    query = "PREFIX e: <http://e/> CONSTRUCT { e:a e:q ?o ; e:p 1 . e:b e:q 2 } WHERE { <http://e/7> ?p ?o }"
    body = pool.run(ask(store, query, AnswerFormat.TURTLE)).body.decode()
    assert body.split("\n", 1)[1] == "e:a e:p 1 ;\n\te:q 7 .\ne:b e:q 2 .\n".replace('"', "")


def test_a_slow_client_leaves_room_for_others(pool: QueryPool, store: Path) -> None:
    async def many() -> tuple[list[BaseException | object], float]:
        slow = [asyncio.create_task(pool.answer(ask(store, ENDLESS, client="slow"))) for _ in range(3)]
        await asyncio.sleep(0.3)
        began = time.monotonic()
        for _ in range(20):
            await pool.answer(ask(store, "ASK {}", AnswerFormat.JSON, client="quick"), QueryLimits(seconds=20))
        return await asyncio.gather(*slow, return_exceptions=True), time.monotonic() - began

    ended, took = asyncio.run(many())
    assert all(isinstance(error, QueryTimeout | Overloaded) for error in ended)
    assert took < 10, "it does not wait for the slow ones, one after the other"


def test_a_query_that_is_cancelled_frees_its_worker(pool: QueryPool, store: Path) -> None:
    async def cancel() -> float:
        task = asyncio.create_task(pool.answer(ask(store, ENDLESS), QueryLimits(seconds=60)))
        await asyncio.sleep(0.3)
        began = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await pool.answer(ask(store, "ASK {}", AnswerFormat.JSON))
        return time.monotonic() - began

    assert asyncio.run(cancel()) < 2


def test_a_full_queue_says_so(store: Path) -> None:
    with QueryPool(1, QueryLimits(seconds=1, waiting=0)) as small:

        async def crowd() -> list[BaseException | object]:
            asked = (small.answer(ask(store, ENDLESS, client=str(n))) for n in range(2))
            return await asyncio.gather(*asked, return_exceptions=True)

        first, second = asyncio.run(crowd())
    assert isinstance(first, QueryTimeout)
    assert isinstance(second, Overloaded)
    assert isinstance(second, SankyokuError)


def test_a_worker_killed_from_outside_is_replaced_and_none_outlives_its_pool(store: Path) -> None:
    with QueryPool(1, QueryLimits(seconds=5)) as small:
        worker = _newest_worker()
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait(5)
        assert b"true" in small.run(ask(store, "ASK {}", AnswerFormat.JSON)).body
        assert small.alive() == 1
    assert small.alive() == 0


def test_things_are_bound_as_terms_and_to_each_query_its_own(pool: QueryPool, store: Path) -> None:
    for number in (3, 7, 3):
        things = {"thing": f"http://e/{number}"}
        query = "CONSTRUCT { ?s ?p ?o } { ?thing ?p ?o BIND(?thing AS ?s) }"
        told = pool.run(QueryRequest(store=store, query=query, format=AnswerFormat.N_TRIPLES, things=things))
        assert [line.split()[0] for line in told.body.splitlines()] == [f"<http://e/{number}>".encode()]


def test_only_a_query_that_works_is_slow(store: Path) -> None:
    """A query that waits for the processor, because others have it, does not lose its place."""
    told: list[str] = []
    worker = Worker()
    worker.start()
    try:
        message = message_of(ask(store, ENDLESS), QueryLimits())
        with pytest.raises(TimeoutError):
            worker.ask(message, time.monotonic() + 20 * SLOW_SECONDS, lambda: told.append("slow"))
        assert told == ["slow"]
        worker.start()
        psutil.Process(worker.pid).suspend()
        with pytest.raises(TimeoutError):
            worker.ask(message, time.monotonic() + 4 * SLOW_SECONDS, lambda: told.append("waits"))
        assert told == ["slow"]
    finally:
        worker.stop()


def _newest_worker() -> psutil.Process:
    """The worker started last; the one before it may just be going."""
    found = []
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess):
            if "graph.store.worker" in child.cmdline():
                found.append(child)
    return max(found, key=lambda child: child.create_time())
