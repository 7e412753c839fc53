"""One worker process as its pool sees it: started, asked (by a thread or by an event loop), killed."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import graph
from graph.store.protocol import LENGTHS, unpack_lengths

# Where `graph` is imported from; a worker starts there, whatever the current folder is.
_HOME: Final = Path(graph.__file__).resolve().parent.parent
_PIPE_BYTES: Final = 1024 * 1024
_FIRST_BYTES: Final = 32 * 1024  # most answers are smaller; a larger buffer takes time to make
#: A query that takes longer than this, and works rather than waits for its turn, is a slow one; told once.
SLOW_SECONDS: Final = 0.3
# It is looked at after half of that, and from then on: is it mostly at work?
_LOOK_SECONDS: Final = SLOW_SECONDS / 2
_AT_WORK: Final = 0.8
Told = tuple[dict[str, Any], bytes]


class WorkerLost(Exception):
    """The process of a worker ended in the middle of a query."""


class Worker:
    """A place for a worker process, which may be filled again and again."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._killed: list[subprocess.Popen[bytes]] = []
        self.stepped_back = False

    def is_alive(self) -> bool:
        """Whether a process is there and runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """The number of the process here."""
        return self._process.pid if self._process is not None else None

    def start(self) -> None:
        """Puts a fresh process here. It gets nothing of our environment and none of our open files.

        The one before is killed, and waited for in ``bury``: on a busy machine it may take long to die.
        """
        if self._process is not None:
            self._process.kill()
            self._killed.append(self._process)
            self._process = None
        self.stepped_back = False
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
        source, sink = self._pipes()
        os.set_blocking(sink, False)
        os.set_blocking(source, False)
        with contextlib.suppress(OSError, AttributeError):  # a system without, or a user past its share
            fcntl.fcntl(source, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)

    def bury(self) -> None:
        """Waits for the end of the processes that were here before, and leaves nothing of them."""
        with contextlib.suppress(IndexError):
            while True:
                with self._killed.pop():  # closes the pipes and waits
                    pass

    def ensure(self) -> None:
        """Starts a process here unless one runs: a worker may have been ended from outside while it was idle."""
        if not self.is_alive():
            self.start()
            self.bury()

    def kill(self) -> None:
        """Ends the process here, if any, without waiting for it; whoever waits for its answer is told."""
        if self._process is not None:
            self._process.kill()

    def stop(self) -> None:
        """Ends the process here, if any, at once, and leaves nothing of it."""
        if self._process is not None:
            self._process.kill()
            self._killed.append(self._process)
            self._process = None
        self.bury()

    def step_back(self) -> None:
        """Lets everybody else go first from now on; a process cannot take that back."""
        self.stepped_back = True
        if self._process is not None:
            _let_others_first(self._process.pid)

    def ask(self, message: bytes, deadline: float, slow: Callable[[], None]) -> Told:
        """Sends a request and returns the answer; calls ``slow`` when it works for ``SLOW_SECONDS``.

        Raises ``TimeoutError`` at ``deadline`` (of the monotonic clock) and ``WorkerLost``; in both cases the
        process is of no more use.
        """
        source, sink = self._pipes()
        try:
            _send(sink, message, deadline)
            for until in self._looks(deadline, slow):
                if _is_ready(source, select.POLLIN, until):
                    break
            lengths = _receive(source, LENGTHS.size, deadline)
            header_size, body_size = unpack_lengths(lengths)
            return json.loads(_receive(source, header_size, deadline)), _receive(source, body_size, deadline)
        except (BrokenPipeError, EOFError) as error:
            raise WorkerLost from error

    async def answer(self, message: bytes, deadline: float, slow: Callable[[], None]) -> Told:
        """As ``ask``, without a thread. When it is cancelled, the process is of no more use either."""
        source, sink = self._pipes()
        try:
            rest = memoryview(message)
            while rest := rest[_write_some(sink, rest) :]:
                await _until_ready(sink, deadline, writing=True)
            for until in self._looks(deadline, slow):
                try:
                    await _until_ready(source, until)
                    break
                except TimeoutError:
                    continue
            else:
                raise TimeoutError
            data = os.read(source, _FIRST_BYTES)
            while len(data) < LENGTHS.size:
                data += await _more(source, deadline)
            return await _whole(source, data, deadline)
        except (BrokenPipeError, EOFError) as error:
            raise WorkerLost from error

    def _looks(self, deadline: float, slow: Callable[[], None]) -> Iterator[float]:
        """Until when to wait for an answer, time after time; calls ``slow`` when the query turns out to be one.

        On a busy machine a small query may wait longer than a large one takes, so what counts is the processor's time.
        """
        yield min(deadline, time.monotonic() + _LOOK_SECONDS)
        before = self._worked()
        while self._worked() - before < _AT_WORK * _LOOK_SECONDS:
            yield min(deadline, time.monotonic() + _LOOK_SECONDS)
            if time.monotonic() >= deadline:
                return
        slow()
        yield deadline

    def _worked(self) -> float:
        """The processor's seconds that the process had (``clock_getcpuclockid(3)``); not on Linux, the time."""
        try:
            return time.clock_gettime(~self._process.pid << 3 | 2) if self._process else 0.0
        except (AttributeError, OSError):
            return time.monotonic()

    def _pipes(self) -> tuple[int, int]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise WorkerLost
        return process.stdout.fileno(), process.stdin.fileno()


def _let_others_first(pid: int) -> None:
    """Gives a process what time the others leave.

    A nicer process is not enough where there is better: Linux lets it end its slice (milliseconds) before a process
    that just woke up gets its turn, and takes it off at once only where it is idle (``man 7 sched``, SCHED_IDLE).
    """
    with contextlib.suppress(OSError):
        if hasattr(os, "SCHED_IDLE"):
            os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
        else:
            os.setpriority(os.PRIO_PROCESS, pid, 15)


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


def _is_ready(descriptor: int, event: int, deadline: float) -> bool:
    poll = select.poll()
    poll.register(descriptor, event)
    return bool(poll.poll(max(0.0, deadline - time.monotonic()) * 1000))


def _await(descriptor: int, event: int, deadline: float) -> None:
    if not _is_ready(descriptor, event, deadline):
        raise TimeoutError


async def _whole(source: int, data: bytes, deadline: float) -> Told:
    """The answer of which ``data`` is the beginning."""
    header_size, body_size = unpack_lengths(data[: LENGTHS.size])
    pieces, missing = [data], LENGTHS.size + header_size + body_size - len(data)
    while missing > 0:
        pieces.append(await _more(source, deadline))
        missing -= len(pieces[-1])
    whole = b"".join(pieces)
    body = LENGTHS.size + header_size
    return json.loads(whole[LENGTHS.size : body]), whole[body:]


async def _more(source: int, deadline: float) -> bytes:
    await _until_ready(source, deadline)
    data = os.read(source, _PIPE_BYTES)
    if not data:
        raise EOFError
    return data


def _write_some(descriptor: int, data: memoryview) -> int:
    try:
        return os.write(descriptor, data)
    except BlockingIOError:
        return 0


async def _until_ready(descriptor: int, deadline: float, *, writing: bool = False) -> None:
    """Waits until ``descriptor`` can be read (or written). Raises ``TimeoutError``."""
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()
    add, remove = (loop.add_writer, loop.remove_writer) if writing else (loop.add_reader, loop.remove_reader)
    add(descriptor, _settle, ready)
    timer = loop.call_later(max(0.0, deadline - time.monotonic()), _expire, ready)
    try:
        await ready
    finally:
        timer.cancel()
        remove(descriptor)


def _settle(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)


def _expire(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_exception(TimeoutError())
