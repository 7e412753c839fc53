"""Answers given before, kept in memory up to a number of bytes. Their key names the edition, so they stay right."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from starlette.types import Receive, Scope, Send

from graph.store.workers import QueryAnswer

_OVERHEAD: Final = 1024  # what an entry takes beside its text and the bytes of its answer, about
_LARGEST_SHARE: Final = 8
_MOST_REPLIES: Final = 4096
_LONGEST_REQUEST: Final = 8192
Key = tuple[str, ...]
#: Edition, query string, Accept.
RequestBytes = tuple[str | None, bytes, bytes]


@dataclass(frozen=True)
class Reply:
    """A whole 200, which may be sent any number of times."""

    headers: list[tuple[bytes, bytes]]
    body: bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it."""
        await send({"type": "http.response.start", "status": 200, "headers": self.headers})
        await send({"type": "http.response.body", "body": self.body})


class AnswerCache:
    """The answers used last. For one event loop."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._room = size
        self._kept: OrderedDict[Key, QueryAnswer] = OrderedDict()

    def get(self, key: Key) -> QueryAnswer | None:
        """The answer kept under ``key``, or None."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Key, answer: QueryAnswer) -> None:
        """Keeps an answer, and forgets others where there is no room; one that is very large is not kept."""
        size = _size(key, answer)
        if size * _LARGEST_SHARE > self._size or key in self._kept:
            return
        self._kept[key] = answer
        self._room -= size
        while self._room < 0:
            self._room += _size(*self._kept.popitem(last=False))


class ReplyCache:
    """Whole responses by the bytes of their requests: the shortest way to an answer given before.

    It holds no answers of its own, only a bounded number of ways to those that ``AnswerCache`` keeps.
    """

    def __init__(self, answers: AnswerCache) -> None:
        self._answers = answers
        self._known: OrderedDict[RequestBytes, tuple[Key, Reply]] = OrderedDict()

    def get(self, asked: RequestBytes) -> Reply | None:
        """The response to the same request, as long as its answer is kept."""
        found = self._known.get(asked)
        if found is None:
            return None
        if self._answers.get(found[0]) is None:
            del self._known[asked]
            return None
        return found[1]

    def keep(self, asked: RequestBytes, key: Key, response: Reply) -> None:
        """Remembers the response to a request whose answer is under ``key``."""
        if len(asked[1]) > _LONGEST_REQUEST or self._answers.get(key) is None:
            return
        self._known[asked] = (key, response)
        if len(self._known) > _MOST_REPLIES:
            self._known.popitem(last=False)


def _size(key: Key, answer: QueryAnswer) -> int:
    return sum(map(len, key)) + len(answer.body) + _OVERHEAD
