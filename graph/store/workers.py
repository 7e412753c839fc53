"""Runs queries in processes that can be killed, because the engine itself cannot be stopped.

A query past its deadline, its memory or its share of rows costs its worker its life and nobody else anything:
another worker takes its place at once.
"""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time
from collections.abc import Mapping
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from graph.store.answers import AnswerFormat, Choice
from graph.store.limits import QueryLimits
from graph.store.process import Told, Worker, WorkerLost
from graph.store.protocol import pack
from graph.store.refusals import overloaded, refusal
from graph.store.turns import Turn, Turns

_log = logging.getLogger(__name__)
# Big answers leave memory in pieces behind; a worker that gave one is replaced, so that they do not add up.
_RETIRING_BYTES: Final = 32 * 1024 * 1024
_LOST: Final[Told] = ({"error": "memory", "detail": ""}, b"")
_LATE: Final[Told] = ({"error": "seconds", "detail": ""}, b"")


@dataclass(frozen=True)
class QueryRequest:
    """A query on one store (``Edition.store_path``).

    ``default_graphs`` and ``named_graphs`` are those of the SPARQL 1.1 Protocol and win over FROM. Without
    them and without FROM, ``union_default_graph`` makes all graphs together the default graph. ``prefixes``
    shorten what is written in Turtle, beside the query's own. ``client`` tells apart who asks, for fairness.
    ``blank_below`` is a base below which the names that ``skolem.py`` gave become blank nodes again.
    ``things`` binds variables of the query to IRIs, as terms.
    """

    store: Path
    query: str
    format: AnswerFormat | Choice
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    union_default_graph: bool = True
    base: str | None = None
    prefixes: Mapping[str, str] = field(default_factory=dict)
    client: str = ""
    blank_below: str | None = None
    things: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class QueryAnswer:
    """A whole answer, as it goes over the wire, and the ``seconds`` that it took."""

    body: bytes
    media_type: str
    seconds: float


@dataclass(frozen=True)
class Load:
    """What a pool has under way: queries with a worker, queries waiting, and those ended for a limit so far."""

    running: int
    waiting: int
    killed: int


class QueryPool:
    """A number of worker processes. Safe to use from many threads; use it as a context manager."""

    def __init__(self, workers: int, limits: QueryLimits) -> None:
        self.limits = limits
        self._lock = threading.Lock()
        self._closed = False
        self._killed = 0
        fresh = [Worker() for _ in range(workers)]
        self._all = set(fresh)
        self._turns = Turns(fresh, limits.waiting)
        self._mender = ThreadPoolExecutor(1, thread_name_prefix="worker-mender")
        for worker in fresh:
            worker.start()

    def __enter__(self) -> QueryPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def alive(self) -> int:
        """How many workers run; one that ended is replaced at once."""
        with self._lock:
            return sum(worker.is_alive() for worker in self._all)

    def load(self) -> Load:
        """What is under way just now."""
        running, waiting = self._turns.load()
        return Load(running, waiting, self._killed)

    def run(self, request: QueryRequest, limits: QueryLimits | None = None) -> QueryAnswer:
        """Runs one query and returns the whole answer. Blocks; ``limits`` may differ from the pool's.

        Raises ``BadQuery`` (does not parse, may not run), ``UnfitFormat``, ``QueryTimeout``,
        ``AnswerTooLarge``, ``LimitExceeded`` (``memory``), ``Overloaded``, and ``DamagedEdition`` when the
        store cannot be opened.
        """
        allowed, began = limits or self.limits, time.monotonic()
        deadline = began + allowed.seconds
        turn = self._take(request.client, allowed)
        try:
            worker = turn.worker.result(timeout=allowed.seconds)
        except (TimeoutError, CancelledError):
            worker = None
        if worker is None:
            self._turns.leave(turn)
            raise overloaded(allowed)
        told = _LOST
        try:
            worker.ensure()
            told = worker.ask(message_of(request, allowed), deadline, lambda: self._slow(turn, worker))
        except TimeoutError:
            told = _LATE
        except WorkerLost:
            _log.warning("a query worker ended in the middle of a query; another takes its place")
        finally:
            self._give_back(turn, worker, told)
        return _answer(told, allowed, began)

    async def answer(self, request: QueryRequest, limits: QueryLimits | None = None) -> QueryAnswer:
        """As ``run``, for an event loop: no thread is held. A query that is cancelled frees its worker at once."""
        allowed, began = limits or self.limits, time.monotonic()
        deadline = began + allowed.seconds
        turn = self._take(request.client, allowed)
        worker = await self._turn_of(turn, allowed)
        told = _LOST
        try:
            worker.ensure()
            told = await worker.answer(message_of(request, allowed), deadline, lambda: self._slow(turn, worker))
        except TimeoutError:
            told = _LATE
        except WorkerLost:
            _log.warning("a query worker ended in the middle of a query; another takes its place")
        finally:
            self._give_back(turn, worker, told)
        return _answer(told, allowed, began)

    def close(self) -> None:
        """Ends all workers, with what they are at; returns when none is left."""
        with self._lock:
            self._closed = True
            workers = list(self._all)
        self._turns.close()
        for worker in workers:
            worker.kill()
        self._mender.shutdown(wait=True)
        for worker in workers:
            worker.stop()

    def _take(self, client: str, limits: QueryLimits) -> Turn:
        turn = self._turns.take(client)
        if turn is None:
            raise overloaded(limits)
        return turn

    async def _turn_of(self, turn: Turn, limits: QueryLimits) -> Worker:
        if turn.worker.done():
            worker = turn.worker.result()
        else:
            try:
                worker = await asyncio.wait_for(asyncio.wrap_future(turn.worker), limits.seconds)
            except TimeoutError:
                worker = None
            except asyncio.CancelledError:
                self._turns.leave(turn)
                raise
        if worker is None:
            self._turns.leave(turn)
            raise overloaded(limits)
        return worker

    def _slow(self, turn: Turn, worker: Worker) -> None:
        """Sends a query of more than 0.3 seconds to the slow lane, and fills its place anew."""
        worker.step_back()
        if self._turns.slow_down(turn):
            self._mend(None)

    def _give_back(self, turn: Turn, worker: Worker, told: Told) -> None:
        """Ends a turn. A worker that is not fit for another is replaced; one of the slow lane just goes."""
        ended = told[0].get("error") in ("memory", "seconds")
        fit = not ended and len(told[1]) < _RETIRING_BYTES
        with self._lock:
            self._killed += ended
        self._turns.end(turn)
        if fit and not worker.stepped_back:
            self._turns.give(worker)
        elif turn.slow:
            self._dismiss(worker)
        else:
            self._mend(worker)

    def _dismiss(self, worker: Worker) -> None:
        worker.kill()
        self._later(self._remove, worker)

    def _mend(self, worker: Worker | None) -> None:
        """Puts a fresh process in the place of ``worker``, or in a new place; off the caller's time."""
        if worker is not None:
            worker.kill()
        self._later(self._replace, worker)

    def _later(self, job: Any, worker: Worker | None) -> None:
        with self._lock:
            if not self._closed:
                self._mender.submit(job, worker)

    def _remove(self, worker: Worker) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.stop()

    def _replace(self, worker: Worker | None) -> None:
        place = worker or Worker()
        try:
            place.start()
        except OSError:  # no room for a process now; the next query that gets this place finds it lost
            _log.exception("a query worker could not be started")
        with self._lock:
            self._all.add(place)
            closed = self._closed
        if closed:
            place.stop()
        else:
            self._turns.give(place)
        place.bury()


def message_of(request: QueryRequest, limits: QueryLimits) -> bytes:
    """What a worker is sent: all but the query in a header, then the query."""
    wanted = request.format if isinstance(request.format, Choice) else Choice.of(request.format)
    header = _header(
        _absolute(request.store),
        wanted,
        request.default_graphs,
        request.named_graphs,
        (request.union_default_graph, request.base, request.blank_below, tuple(request.prefixes.items()), limits),
        tuple(request.things.items()),
    )
    query = request.query.encode(errors="replace")
    return pack(header, len(query)) + query


@lru_cache(maxsize=256)
def _header(  # noqa: PLR0917 - all that a worker has to know
    store: str,
    wanted: Choice,
    default_graphs: tuple[str, ...],
    named_graphs: tuple[str, ...],
    rest: tuple[bool, str | None, str | None, tuple[tuple[str, str], ...], QueryLimits],
    things: tuple[tuple[str, str], ...],
) -> bytes:
    """The header, which is mostly that of the query before."""
    union, base, blank_below, prefixes, limits = rest
    told = {
        "store": store,
        "formats": wanted.names(),
        "base": base,
        "default_graphs": default_graphs,
        "named_graphs": named_graphs,
        "union": union,
        "prefixes": dict(prefixes),
        "things": dict(things),
        "blank_below": blank_below,
        "rows": limits.rows,
        "bytes": limits.bytes,
        "memory": limits.memory,
    }
    return json.dumps(told).encode()


@lru_cache(maxsize=64)
def _absolute(path: Path) -> str:
    return str(path.absolute())


def _answer(told: Told, limits: QueryLimits, began: float) -> QueryAnswer:
    header, body = told
    if "error" in header:
        raise refusal(header, limits)
    return QueryAnswer(body, header["media_type"], time.monotonic() - began)
