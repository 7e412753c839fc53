"""Answers given before, kept in memory up to a number of bytes. Their key names the edition, so they stay right."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from graph.store.workers import QueryAnswer

_OVERHEAD: Final = 1024  # what an entry takes beside its text and the bytes of its answer, about
_LARGEST_SHARE: Final = 8
Key = tuple[str, ...]


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


def _size(key: Key, answer: QueryAnswer) -> int:
    return sum(map(len, key)) + len(answer.body) + _OVERHEAD
