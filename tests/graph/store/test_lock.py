"""One writer at a time, also when the one before was killed."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import LockHeld
from graph.store.lock import writer_lock

_HOLD = """
import sys, time
from pathlib import Path
from graph.store.lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path / "writer.lock")], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_who_holds_the_lock_is_told(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(LockHeld) as held, writer_lock(tmp_path / "writer.lock"):
        pass
    assert f"pid {holder.pid}" in held.value.message("en")
    assert f"pid {holder.pid}" in held.value.message("ja")
    assert "since 20" in held.value.message("en")


def test_the_lock_of_a_process_that_was_killed_is_free(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    with writer_lock(tmp_path / "writer.lock"):
        pass


def test_waiting_is_told_once_and_ends_when_the_lock_is_free(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    told: list[LockHeld] = []

    def tell(notice: LockHeld) -> None:
        told.append(notice)
        threading.Timer(0.2, holder.kill).start()

    with writer_lock(tmp_path / "writer.lock", 10, tell):
        assert len(told) == 1
        assert str(holder.pid) in told[0].en


def test_waiting_has_an_end(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(LockHeld), writer_lock(tmp_path / "writer.lock", 0.2):
        pass


def test_two_writers_in_one_process_exclude_each_other(tmp_path: Path) -> None:
    path = tmp_path / "writer.lock"
    with writer_lock(path):
        with pytest.raises(LockHeld), writer_lock(path):
            pass
        with pytest.raises(LockHeld, match="pid"), writer_lock(path):
            pass
    with writer_lock(path):
        pass
