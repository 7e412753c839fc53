"""Files that are replaced in one step, lines that are appended whole, and full disks."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from graph.errors import StorageFull
from graph.store.disk import append_line, remove_tree, replace_file, room_to_write


def test_a_file_is_replaced_and_no_draft_stays(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        replace_file(tmp_path / "current", content)
        assert (tmp_path / "current").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["current"]


def test_a_line_after_one_that_a_crash_cut_short_stands_alone(tmp_path: Path) -> None:
    path = tmp_path / "audit.jsonl"
    append_line(path, "one")
    with path.open("ab") as file:
        file.write(b"half a li")
    append_line(path, "二")
    assert path.read_text(encoding="utf-8").split("\n") == ["one", "half a li", "二", ""]


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        OSError(errno.EDQUOT, "quota"),
        OSError(errno.EFBIG, "too big"),
        OSError("IO error: No space left on device: While appending to file: x.sst"),
        sqlite3.OperationalError("database or disk is full"),
    ],
)
def test_every_way_to_say_that_the_disk_is_full(error: Exception) -> None:
    with pytest.raises(StorageFull) as full, room_to_write():
        raise error
    assert "容量" in full.value.message("ja")


def test_another_error_passes_as_it_is() -> None:
    with pytest.raises(PermissionError), room_to_write():
        raise PermissionError(errno.EACCES, "no")


def test_a_folder_that_is_not_there_is_no_matter(tmp_path: Path) -> None:
    remove_tree(tmp_path / "nothing")
