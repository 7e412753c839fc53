"""Whose turn it is: workers are few, clients are many, and one client may not have them all for long.

- Whoever comes first is served first, but a client that has as many workers as there are places waits.
- A query that works for more than 0.3 seconds leaves the fast lane: its worker steps back and gives its place to a
  fresh one. There are as many places in the slow lane as in the fast, and one client has at most one of them; so a
  client with nothing but slow queries leaves a place in the fast lane to everybody else.
"""

from __future__ import annotations

import threading
from collections import Counter, deque
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field

from graph.store.process import Worker


@dataclass(eq=False)
class Turn:
    """A client's turn: ``worker`` is given when there is one."""

    client: str
    worker: Future[Worker | None] = field(default_factory=Future)
    slow: bool = False


class Turns:
    """Gives workers to clients. Safe to use from many threads; never blocks."""

    def __init__(self, workers: list[Worker], waiting: int) -> None:
        self._lock = threading.Lock()
        self._idle = list(workers)
        self._places = len(workers)
        self._longest = waiting
        self._queue: deque[Turn] = deque()
        self._running: Counter[str] = Counter()
        self._slow: Counter[str] = Counter()
        self._closed = False

    def take(self, client: str) -> Turn | None:
        """A turn, which may have to wait for its worker; None when as many wait as may, or at the end."""
        turn = Turn(client)
        with self._lock:
            if self._closed or (not self._may_go(client) and len(self._queue) >= self._longest):
                return None
            self._queue.append(turn)
            self._serve()
        return turn

    def leave(self, turn: Turn) -> None:
        """Stops waiting."""
        with self._lock:
            if turn in self._queue:
                self._queue.remove(turn)
                turn.worker.cancel()
                return
        worker = turn.worker.result(timeout=0) if turn.worker.done() and not turn.worker.cancelled() else None
        if worker is not None:
            self.end(turn)
            self.give(worker)

    def end(self, turn: Turn) -> None:
        """The turn is over; its worker, if it is still fit, is given back with ``give``."""
        with self._lock:
            self._running[turn.client] -= 1
            if turn.slow:
                self._slow[turn.client] -= 1
            for counter in (self._running, self._slow):
                if counter[turn.client] <= 0:
                    del counter[turn.client]
            self._serve()

    def give(self, worker: Worker) -> None:
        """A worker that is free."""
        with self._lock:
            self._idle.append(worker)
            self._serve()

    def load(self) -> tuple[int, int]:
        """How many turns have a worker, and how many wait for one."""
        with self._lock:
            return self._running.total(), len(self._queue)

    def slow_down(self, turn: Turn) -> bool:
        """Whether the turn may go on in the slow lane; then its place in the fast lane is to be filled anew."""
        with self._lock:
            if self._closed or self._slow.total() >= self._places or self._slow[turn.client]:
                return False
            self._slow[turn.client] += 1
            turn.slow = True
            return True

    def close(self) -> None:
        """Sends everybody away who waits."""
        with self._lock:
            self._closed = True
            while self._queue:
                _hand(self._queue.popleft(), None)

    def _may_go(self, client: str) -> bool:
        return bool(self._idle) and self._running[client] < self._places

    def _serve(self) -> None:
        for turn in list(self._queue):
            if not self._idle:
                return
            if self._running[turn.client] < self._places:
                self._queue.remove(turn)
                if _hand(turn, self._idle[-1]):
                    self._running[turn.client] += 1
                    self._idle.pop()


def _hand(turn: Turn, worker: Worker | None) -> bool:
    """Whether the turn took the worker: one that was cancelled meanwhile does not."""
    try:
        turn.worker.set_result(worker)
    except InvalidStateError:
        return False
    return True
