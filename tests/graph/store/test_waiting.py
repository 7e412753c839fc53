"""Lists that wait to be looked through: kept for a day under a key that nobody guesses."""

from __future__ import annotations

import time
from pathlib import Path

from graph.store.waiting import KEPT_SECONDS, MOST_KEPT, Waiting


def test_a_list_is_kept_until_it_is_dropped(tmp_path: Path) -> None:
    waiting = Waiting.of(tmp_path)
    key = waiting.keep(b"list")
    assert waiting.get(key) == b"list"
    assert (tmp_path / "imports" / key).stat().st_mode & 0o777 == 0o600
    waiting.drop(key)
    waiting.drop(key)
    assert waiting.get(key) is None


def test_a_key_names_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    waiting = Waiting.of(tmp_path)
    for key in ("../secret", "", "0" * 32, "/etc/passwd", "0" * 31 + "\n"):
        assert waiting.get(key) is None
        waiting.drop(key)
    assert (tmp_path / "secret").exists()


def test_what_is_old_goes_and_no_more_are_kept_than_may_be(tmp_path: Path) -> None:
    waiting = Waiting.of(tmp_path)
    old = waiting.keep(b"old")
    late = Waiting(waiting.folder, clock=lambda: time.time() + KEPT_SECONDS)
    assert late.get(old) is None
    late.keep(b"new")
    assert not (waiting.folder / old).exists()
    for _ in range(MOST_KEPT + 3):
        waiting.keep(b"x")
    assert len(list(waiting.folder.iterdir())) <= MOST_KEPT
