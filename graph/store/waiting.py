"""Lists that were sent and wait until their sender has looked through them: kept for a day, named by nothing."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.store.disk import room_to_write

KEPT_SECONDS: Final = 24 * 3600
MOST_KEPT: Final = 50
_KEY: Final = re.compile(r"[0-9a-f]{32}")


@dataclass
class Waiting:
    """The folder ``imports`` of a dataset. A key cannot be guessed, and names no file but one of its own."""

    folder: Path
    clock: Callable[[], float] = field(default=time.time)

    @classmethod
    def of(cls, dataset: Path) -> Waiting:
        """What waits in the dataset in the folder ``dataset``."""
        return cls(dataset / "imports")

    def keep(self, data: bytes) -> str:
        """Keeps a list; the key by which it is asked for. What is older than a day goes. Raises ``StorageFull``."""
        key = secrets.token_hex(16)
        with room_to_write():
            self.folder.mkdir(mode=0o700, exist_ok=True)
            self._tidy()
            descriptor = os.open(self.folder / key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
        return key

    def get(self, key: str) -> bytes | None:
        """The list kept under a key; None where there is none any more."""
        if not _KEY.fullmatch(key):
            return None
        path = self.folder / key
        try:
            return path.read_bytes() if self._young(path) else None
        except FileNotFoundError:
            return None

    def drop(self, key: str) -> None:
        """Forgets a list."""
        if _KEY.fullmatch(key):
            (self.folder / key).unlink(missing_ok=True)

    def _young(self, path: Path) -> bool:
        return self.clock() - path.stat().st_mtime < KEPT_SECONDS

    def _tidy(self) -> None:
        """Forgets what is too old, and the oldest of what is too much."""
        kept = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for place, path in enumerate(kept):
            if place >= MOST_KEPT - 1 or not self._young(path):
                with contextlib.suppress(FileNotFoundError):
                    path.unlink()
