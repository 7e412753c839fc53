"""Queries kept under a short key, so that they can be shared by a short address.

The key follows from the text, so the same query has the same address. Only texts that may run are kept, up to a
size and a number: this is no place to leave files in.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

from graph.errors import BadQuery, LimitExceeded, NotFound
from graph.store.dataset import Dataset
from graph.store.disk import replace_file, room_to_write
from graph.store.layout import Layout
from graph.store.sparql import admit

LONGEST: Final = 16 * 1024
MOST: Final = 10_000
_KEY: Final = re.compile(r"[a-z2-7]{12}")


def share(dataset: Dataset, text: str, most: int = MOST) -> str:
    """Keeps a query and returns its key.

    Raises ``BadQuery`` for what may not run, ``LimitExceeded`` for one too many or too long, ``StorageFull``.
    """
    _check(text)
    folder = _folder(dataset)
    key = key_of(text)
    path = folder / f"{key}.rq"
    if not path.exists():
        with room_to_write():
            folder.mkdir(exist_ok=True)
            if sum(1 for _ in folder.iterdir()) >= most:
                raise LimitExceeded(
                    "shared-queries",
                    most,
                    f"No more than {most:,} queries can be shared by short address; share the text instead.",
                    f"短縮アドレスで共有できる検索は{most:,}件までです。検索文そのものを共有してください。",
                )
            replace_file(path, text.encode())
    return key


def shared(dataset: Dataset, key: str) -> str:
    """The query kept under ``key``. Raises ``NotFound``."""
    path = _folder(dataset) / f"{key}.rq"
    if not _KEY.fullmatch(key) or not path.is_file():
        raise NotFound("There is no query at this address.", "このアドレスに検索文はありません。")
    return path.read_text(encoding="utf-8")


def key_of(text: str) -> str:
    """Twelve letters and digits that follow from the text (60 bits of its SHA-256)."""
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:12]


def _check(text: str) -> None:
    if len(text.encode()) > LONGEST:
        raise LimitExceeded(
            "shared-query-bytes",
            LONGEST,
            f"A query to be shared may have {LONGEST:,} bytes.",
            f"共有できる検索文は{LONGEST:,}バイトまでです。",
        )
    if admit(text).form == "unknown":
        raise BadQuery("This is not a query.", "検索文ではありません。")


def _folder(dataset: Dataset) -> Path:
    return Layout(dataset.path).shared_queries
