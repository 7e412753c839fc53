"""Limits that only HTTP knows: the size of a request, and how much one client may have under way at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

from starlette.requests import Request

from graph.errors import LimitExceeded
from graph.model import Text

#: What to do about a limit, by its name; told in the problem beside the limit's value.
HINTS: Final = MappingProxyType(
    {
        "seconds": Text(
            en="Narrow the query (fewer patterns, a LIMIT, one graph), or use a token: it has more time.",
            ja="条件を絞る、LIMIT を付ける等をお試しください。トークンがあれば時間の上限が延びます。",
        ),
        "rows": Text(
            en="Page with ORDER BY, LIMIT and OFFSET, or take a dump from /editions.",
            ja="ORDER BY と LIMIT、OFFSET で分けて取得するか、/editions から全件をダウンロードしてください。",
        ),
        "bytes": Text(
            en="Select fewer columns or rows, or take a dump from /editions.",
            ja="列又は行を減らすか、/editions から全件をダウンロードしてください。",
        ),
        "memory": Text(
            en="Avoid ORDER BY, GROUP BY and DISTINCT over very many rows.",
            ja="非常に多くの行に対する ORDER BY、GROUP BY、DISTINCT を避けてください。",
        ),
        "waiting": Text(en="Try again in a few seconds.", ja="数秒後に再度お試しください。"),
        "per-client": Text(
            en="Wait for the answers to your other queries first.", ja="実行中の検索の結果を待ってからお試しください。"
        ),
        "request-bytes": Text(
            en="Send less at once: split long VALUES lists or uploads.",
            ja="一度に送る量を減らしてください（長い VALUES や大きなファイルは分割してください）。",
        ),
    }
)


class TooManyAtOnce(LimitExceeded):
    """One client has as many queries under way as it may."""


class RequestTooLarge(LimitExceeded):
    """The body of a request is larger than it may be."""


class Clients:
    """Counts what each client has under way. For one event loop."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._busy: Counter[str] = Counter()

    @contextmanager
    def one_more(self, client: str) -> Iterator[None]:
        """Counts one more for the block. Raises ``TooManyAtOnce``."""
        if self._busy[client] >= self._limit:
            raise TooManyAtOnce(
                "per-client",
                self._limit,
                f"You have {self._limit} queries under way already, which is as many as one client may have.",
                f"実行中の検索が上限（{self._limit}件）に達しています。",
            )
        self._busy[client] += 1
        try:
            yield
        finally:
            self._busy[client] -= 1
            if not self._busy[client]:
                del self._busy[client]


async def read_body(request: Request, limit: int) -> bytes:
    """The body of a request. Raises ``RequestTooLarge`` before more than ``limit`` bytes are kept."""
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limit:
        raise _too_large(limit)
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > limit:
            raise _too_large(limit)
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(limit: int) -> RequestTooLarge:
    return RequestTooLarge(
        "request-bytes",
        limit,
        f"The request has more than {limit:,} bytes.",
        f"送信されたデータが上限（{limit:,}バイト）を超えています。",
    )
