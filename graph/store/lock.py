"""One writer at a time: an advisory lock that the system frees when its holder ends, however it ends."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import LockHeld
from graph.store.disk import room_to_write

_PAUSE_SECONDS = 0.05


@contextlib.contextmanager
def writer_lock(
    path: Path, wait: float | None = 0, waiting: Callable[[LockHeld], None] | None = None
) -> Iterator[None]:
    """Holds the lock at ``path`` for the block.

    Waits up to ``wait`` seconds (None: without end) for another holder, and says so once through
    ``waiting``. Raises ``LockHeld``, which names the holder and since when, when the wait is over.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)  # the umask takes its share
    try:
        _acquire(descriptor, wait, waiting)
        with room_to_write():
            _name_holder(descriptor)
        yield
    finally:
        _release(descriptor)


def _acquire(descriptor: int, wait: float | None, waiting: Callable[[LockHeld], None] | None) -> None:
    deadline = None if wait is None else time.monotonic() + wait
    told = waiting is None
    while not _try(descriptor):
        if deadline is not None and time.monotonic() >= deadline:
            raise _held(descriptor)
        if not told and waiting is not None:
            waiting(_held(descriptor))
            told = True
        time.sleep(_PAUSE_SECONDS)


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _release(descriptor: int) -> None:
    """Frees the lock by name, not only by closing: a process forked meanwhile may share the descriptor."""
    if _try(descriptor):  # ours already, or free: then nobody else's name is wiped
        os.ftruncate(descriptor, 0)
        fcntl.flock(descriptor, fcntl.LOCK_UN)
    os.close(descriptor)


def _name_holder(descriptor: int) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "since": since}).encode(), 0)


def _held(descriptor: int) -> LockHeld:
    try:
        holder = json.loads(os.pread(descriptor, 200, 0))
        pid, since = int(holder["pid"]), str(holder["since"])
    except (ValueError, KeyError, TypeError):  # taken this instant: its holder has not signed yet
        return LockHeld(
            "Another process is writing to the dataset; try again when it has finished.",
            "別のプロセスがデータセットに書き込んでいます。終了後に再度お試しください。",
        )
    return LockHeld(
        f"Another process (pid {pid}) has been writing to the dataset since {since}; try again when it has finished.",
        f"別のプロセス（pid {pid}）が {since} からデータセットに書き込んでいます。終了後に再度お試しください。",
    )
