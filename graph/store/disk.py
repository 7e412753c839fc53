"""Writing so that it lasts: bytes are on disk before a name points to them; a full disk is said plainly."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Container, Iterator
from pathlib import Path

from graph.errors import StorageFull

_TRIES = 5
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# RocksDB and SQLite tell of a full disk in words of their own, not always with an error number.
_NO_ROOM_WORDS = (
    "No space left on device",
    "File too large",
    "Disk quota exceeded",
    "database or disk is full",
)


def is_no_room(error: BaseException) -> bool:
    """Whether ``error``, or one it came from, means that the disk, a quota or a file size limit is full."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.errno in _NO_ROOM:
            return True
        if any(words in str(cause) for words in _NO_ROOM_WORDS):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


@contextlib.contextmanager
def room_to_write() -> Iterator[None]:
    """Turns what a full disk raises inside the block into ``StorageFull``; anything else passes as it is."""
    try:
        yield
    except StorageFull:
        raise
    except Exception as error:  # the engine, SQLite and the system each raise their own type
        if is_no_room(error):
            raise StorageFull(
                "There is no room left to write; nothing was changed. Free some space and run it again.",
                "空き容量が不足しているため書き込めませんでした。変更は行われていません。"
                "空き容量を確保してから再実行してください。",
            ) from error
        raise


def sync_folder(folder: Path) -> None:
    """Makes the names in ``folder`` reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path, there: Container[tuple[int, int]] = ()) -> None:
    """Makes every file and every name below ``folder`` reach the disk.

    ``there`` are files, by (device, inode), that are known to be on it: those shared with an earlier edition.
    """
    for parent, _, names in os.walk(folder, topdown=False):
        for name in names:
            with (Path(parent) / name).open("rb") as file:
                state = os.fstat(file.fileno())
                if (state.st_dev, state.st_ino) not in there:
                    os.fsync(file.fileno())
        sync_folder(Path(parent))


def replace_file(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path`` in one step: readers find the old file or the new one whole."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def append_line(path: Path, line: str) -> None:
    """Appends one line and makes it reach the disk; a line that a crash cut short is ended first."""
    with path.open("ab+") as file:
        end = file.seek(0, os.SEEK_END)
        if end:
            file.seek(end - 1)
        broken = end > 0 and file.read(1) != b"\n"
        file.write(("\n" if broken else "").encode() + line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def remove_tree(path: Path) -> None:
    """Removes a folder and all below it; one that is not there is no matter.

    Tries again where something appeared meanwhile: a store that an error still holds may just be writing its log.
    """
    for _ in range(_TRIES):
        try:
            shutil.rmtree(path)
        except FileNotFoundError:
            return
        except OSError as error:
            if error.errno != errno.ENOTEMPTY:
                raise
        else:
            return
    shutil.rmtree(path)


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
