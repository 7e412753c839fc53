"""Runs queries in processes that can be killed, because the engine itself cannot be stopped.

A query past its deadline, its memory or its share of rows costs its worker its life and nobody else anything:
another worker takes its place at once.
"""

from __future__ import annotations

import json
import logging
import os
import re
import select
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NoReturn

import graph
from graph.errors import (
    AnswerTooLarge,
    BadQuery,
    DamagedEdition,
    LimitExceeded,
    Overloaded,
    QueryTimeout,
)
from graph.store.answers import AnswerFormat, formats_for
from graph.store.protocol import LENGTHS, pack, unpack_lengths
from graph.store.sparql import QueryShape, admit

_log = logging.getLogger(__name__)
# Where `graph` is imported from; a worker starts there, whatever the current folder is.
_HOME: Final = Path(graph.__file__).resolve().parent.parent
_LONGEST_DETAIL: Final = 160
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
# Big answers leave memory in pieces behind; a worker that gave one is replaced, so that they do not add up.
_RETIRING_BYTES: Final = 32 * 1024 * 1024


@dataclass(frozen=True)
class QueryLimits:
    """What one query may take. ``seconds`` includes waiting for a worker; ``waiting`` is how many may wait.

    ``memory`` bounds a worker's private memory in bytes (None: unbounded); an engine with an edition open
    needs some 100 MB of it. ``rows`` bounds the triples of a CONSTRUCT or DESCRIBE too.
    """

    seconds: float = 10
    rows: int = 1_000_000
    bytes: int = 256 * 1024 * 1024
    memory: int | None = None
    waiting: int = 32


@dataclass(frozen=True)
class QueryRequest:
    """A query on one store (``Edition.store_path``).

    ``default_graphs`` and ``named_graphs`` are those of the SPARQL 1.1 Protocol and win over FROM. Without
    them and without FROM, ``union_default_graph`` makes all graphs together the default graph. ``prefixes``
    shorten what is written in Turtle, beside the query's own.
    """

    store: Path
    query: str
    format: AnswerFormat
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    union_default_graph: bool = True
    base: str | None = None
    prefixes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class QueryAnswer:
    """A whole answer, as it goes over the wire: ``rows`` or triples in it, ``seconds`` that it took."""

    body: bytes
    media_type: str
    rows: int
    seconds: float


class WorkerLost(Exception):
    """The process of a worker ended in the middle of a query."""


class Worker:
    """A place for a worker process, which may be filled again and again."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def is_alive(self) -> bool:
        """Whether a process is there and runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Puts a fresh process here. It gets nothing of our environment and none of our open files."""
        self.stop()
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", "graph.store.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd=_HOME,
            env={},
            process_group=0,  # so that Ctrl-C in a terminal reaches us, not them
        )
        assert self._process.stdin is not None  # noqa: S101 - it is a pipe
        os.set_blocking(self._process.stdin.fileno(), False)

    def kill(self) -> None:
        """Ends the process here, if any, without waiting for it; whoever waits for its answer is told."""
        if self._process is not None:
            self._process.kill()

    def stop(self) -> None:
        """Ends the process here, if any, at once, and leaves nothing of it."""
        if self._process is None:
            return
        self._process.kill()
        with self._process:  # closes the pipes and waits
            pass
        self._process = None

    def ask(self, header: dict[str, Any], deadline: float) -> tuple[dict[str, Any], bytes]:
        """Sends a request and returns the answer.

        Raises ``TimeoutError`` at ``deadline`` (of the monotonic clock) and ``WorkerLost``; in both cases the
        process is of no more use.
        """
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise WorkerLost
        try:
            _send(process.stdin.fileno(), pack(header), deadline)
            source = process.stdout.fileno()
            header_size, body_size = unpack_lengths(_receive(source, LENGTHS.size, deadline))
            told = json.loads(_receive(source, header_size, deadline))
            return told, _receive(source, body_size, deadline)
        except (BrokenPipeError, EOFError) as error:
            raise WorkerLost from error


def _send(descriptor: int, data: bytes, deadline: float) -> None:
    rest = memoryview(data)
    while rest:
        _await(descriptor, select.POLLOUT, deadline)
        rest = rest[os.write(descriptor, rest[: select.PIPE_BUF]) :]


def _receive(descriptor: int, size: int, deadline: float) -> bytes:
    data = bytearray(size)
    rest = memoryview(data)
    while rest:
        _await(descriptor, select.POLLIN, deadline)
        count = os.readv(descriptor, [rest])
        if count == 0:
            raise EOFError
        rest = rest[count:]
    return bytes(data)


def _await(descriptor: int, event: int, deadline: float) -> None:
    poll = select.poll()
    poll.register(descriptor, event)
    if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
        raise TimeoutError


class QueryPool:
    """A fixed number of worker processes. Safe to use from many threads; use it as a context manager."""

    def __init__(self, workers: int, limits: QueryLimits) -> None:
        self.limits = limits
        self._workers = [Worker() for _ in range(workers)]
        self._idle = list(self._workers)
        self._turn = threading.Condition()
        self._waiting = 0
        self._closed = False
        for worker in self._workers:
            worker.start()

    def __enter__(self) -> QueryPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def alive(self) -> int:
        """How many workers run; one that ended is replaced when it is next needed."""
        return sum(worker.is_alive() for worker in self._workers)

    def run(self, request: QueryRequest) -> QueryAnswer:
        """Runs one query and returns the whole answer. Blocks.

        Raises ``BadQuery`` (does not parse, may not run, does not fit the format), ``QueryTimeout``,
        ``AnswerTooLarge``, ``LimitExceeded`` (``memory``), ``Overloaded``, and ``DamagedEdition`` when the
        store cannot be opened.
        """
        began = time.monotonic()
        deadline = began + self.limits.seconds
        header = _header(request, admit(request.query), self.limits)
        worker = self._take(deadline)
        try:
            told, body = self._ask(worker, header, deadline)
        finally:
            self._give_back(worker)
        if "error" in told:
            _refuse(told["error"], told["detail"], self.limits)
        return QueryAnswer(body, told["media_type"], told["rows"], time.monotonic() - began)

    def close(self) -> None:
        """Ends all workers, with what they are at; returns when none is left."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()
            for worker in self._workers:
                worker.kill()
            self._turn.wait_for(lambda: len(self._idle) == len(self._workers))
        for worker in self._workers:
            worker.stop()

    def _ask(self, worker: Worker, header: dict[str, Any], deadline: float) -> tuple[dict[str, Any], bytes]:
        """The answer of a worker, which afterwards is fit for the next query, or stopped."""
        fit = False
        try:
            if not worker.is_alive():
                worker.start()
            told, body = worker.ask(header, deadline)
            fit = told.get("error") != "memory" and len(body) < _RETIRING_BYTES
        except TimeoutError:
            return {"error": "seconds", "detail": ""}, b""
        except WorkerLost:
            _log.warning("a query worker ended in the middle of a query; another takes its place")
            return {"error": "memory", "detail": ""}, b""
        finally:
            if not fit:
                worker.stop()
        return told, body

    def _take(self, deadline: float) -> Worker:
        with self._turn:
            if not self._idle and self._waiting >= self.limits.waiting:
                raise _overloaded(self.limits)
            self._waiting += 1
            try:
                free = self._turn.wait_for(lambda: self._idle or self._closed, deadline - time.monotonic())
            finally:
                self._waiting -= 1
            if self._closed or not free:
                raise _overloaded(self.limits)
            return self._idle.pop()

    def _give_back(self, worker: Worker) -> None:
        """Frees the place, with a fresh process in it where the one before had to go."""
        try:
            if not worker.is_alive() and not self._closed:
                worker.start()
        except OSError:  # no room for a process now; the next query tries again
            _log.exception("a query worker could not be started")
        finally:
            with self._turn:
                self._idle.append(worker)
                self._turn.notify_all()


def _header(request: QueryRequest, shape: QueryShape, limits: QueryLimits) -> dict[str, Any]:
    """What a worker needs to know. FROM excludes the union of all graphs (see ``worker.py``)."""
    own = {name: iri for name, iri in shape.prefixes if _ABSOLUTE.match(iri)}
    return {
        "store": str(request.store.resolve()),
        "query": request.query,
        "format": request.format.value,
        "base": request.base,
        "default_graphs": list(request.default_graphs),
        "named_graphs": list(request.named_graphs),
        "union": request.union_default_graph and not shape.dataset,
        "prefixes": {**request.prefixes, **own},
        "rows": limits.rows,
        "bytes": limits.bytes,
        "memory": limits.memory,
    }


def _refuse(error: str, detail: str, limits: QueryLimits) -> NoReturn:
    """Raises what a worker's ``error`` means."""
    if error == "seconds":
        raise QueryTimeout(
            "seconds",
            limits.seconds,
            f"The query took longer than {limits.seconds:g} seconds and was stopped; ask for less.",
            f"検索が{limits.seconds:g}秒の上限を超えたため中止しました。条件を絞ってください。",
        )
    if error == "memory":
        raise LimitExceeded(
            "memory",
            limits.memory or 0,
            "The query needed more memory than a query may have and was stopped; ask for less.",
            "検索に必要なメモリが上限を超えたため中止しました。条件を絞ってください。",
        )
    if error in ("rows", "bytes"):
        raise _too_large(error, limits)
    if error == "store":
        raise DamagedEdition(
            "The edition could not be opened; check it with: sankyoku edition verify",
            "版を開けませんでした。sankyoku edition verify で確認してください。",
        )
    raise _bad_query(error, detail)


def _too_large(name: str, limits: QueryLimits) -> AnswerTooLarge:
    value = limits.rows if name == "rows" else limits.bytes
    unit = {"rows": "行", "bytes": "バイト"}[name]
    return AnswerTooLarge(
        name,
        value,
        f"The answer has more than {value:,} {name}; ask for less, or page with LIMIT and OFFSET.",
        f"結果が上限（{value:,}{unit}）を超えています。条件を絞るか、LIMIT と OFFSET で分けて取得してください。",
    )


def _bad_query(error: str, detail: str) -> BadQuery:
    said = " ".join(detail.split())
    said = said if len(said) <= _LONGEST_DETAIL else said[:_LONGEST_DETAIL].rstrip() + "…"
    if error == "syntax":
        return BadQuery(f"The query does not parse: {said}", f"検索文の構文に誤りがあります: {said}")
    if error == "format":
        names = ", ".join(formats_for(detail))
        return BadQuery(
            f"The answer to a {detail.upper()} query cannot be written so; ask for one of: {names}.",
            f"{detail.upper()} の結果は指定の形式では出力できません。次のいずれかを指定してください: {names}",
        )
    return BadQuery(f"The query could not be evaluated: {said}", f"検索を実行できませんでした: {said}")


def _overloaded(limits: QueryLimits) -> Overloaded:
    return Overloaded(
        "waiting",
        limits.waiting,
        "Too many queries are being answered just now; try again in a moment.",
        "現在、検索が集中しています。しばらくしてから再度お試しください。",
    )
