"""Reads a segment: records by place or slug, bitmaps by term, days as arrays. Immutable, safe between threads.

Rows are numbered by their place in the order of time, so the oldest and the newest of any bitmap are its ends, and
a stretch of time is a stretch of numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from graph.index.columns import memory_map, read_columns
from graph.index.folding import folded, is_cjk, pairs
from graph.index.gathering import PAIR_FIELD, WORD_FIELD
from graph.index.names import LONGEST_WHOLE
from graph.index.rows import FIELD_END, FIELDS, slug_code, term

Key = tuple[int, int, int, str]
Read = TypeVar("Read")

_CACHED_POSTINGS: Final = 4096
# As many records as stay read: a dossier reads some 70, most of which the next one needs again.
_KEPT_RECORDS: Final = 512
_NOTHING: Final = BitMap()


class Segment:
    """A segment of an index and the rows of it that no later segment replaced."""

    def __init__(self, folder: Path, dead: BitMap) -> None:
        """Open the segment. Raises OSError or ValueError where its files are not what they should be."""
        self.folder = folder
        self.name = folder.name
        self.dead = dead
        columns = read_columns(folder / "columns.bin") | read_columns(folder / "terms.bin")
        self.earliest, self.latest, self.ordinal = columns["earliest"], columns["latest"], columns["ordinal"]
        self.promise_place, self.promise_statement = columns["promise_place"], columns["promise_statement"]
        self.promise_due, self.promise_state = columns["promise_due"], columns["promise_state"]
        self.digest, self.slug_code, self.slug_place = columns["digest"], columns["slug_code"], columns["slug_place"]
        self._slugs, self._slug_end = columns["slug_bytes"].data, columns["slug_end"]
        self._records, self._texts = memory_map(folder / "records.bin"), memory_map(folder / "texts.bin")
        self._record_start, self._record_length = columns["record_start"], columns["record_length"]
        self._text_start, self._text_length = columns["text_start"], columns["text_length"]
        self._postings = memory_map(folder / "postings.bin")
        self._terms, self._term_end = columns["term_bytes"].data, columns["term_end"]
        self._posting_end = columns["posting_end"]
        self._field_columns = {field: (columns[f"{field}_value"], columns[f"{field}_end"]) for field in FIELDS}
        self.rows = len(self.earliest)
        self.live = BitMap(range(self.rows)) - dead if dead else BitMap(range(self.rows))
        self._check_lengths()
        self._cached = lru_cache(_CACHED_POSTINGS)(self._bitmap)
        self._kept_records = lru_cache(_KEPT_RECORDS)(lambda read, place: read(self.record(place)))
        self._cached_values = lru_cache(maxsize=64)(lambda field: tuple(self.terms(field)))

    def _check_lengths(self) -> None:
        expected = int(self._posting_end[-1]) if len(self._posting_end) else 0
        whole = (len(self._records), int(self._record_length.sum(dtype="u8"))), (len(self._postings), expected)
        if any(there != told for there, told in whole) or self.dead.difference_cardinality(BitMap(range(self.rows))):
            raise ValueError(f"{self.name} is cut short")

    def __len__(self) -> int:
        return len(self.live)

    def places(self) -> NDArray[np.uint32]:
        """The places of the live rows."""
        return np.frombuffer(self.live.to_array(), dtype=np.uint32)

    def record(self, place: int) -> bytes:
        """The record at a place, as JSON."""
        start = int(self._record_start[place])
        return bytes(self._records[start : start + int(self._record_length[place])])

    def read(self, place: int, read: Callable[[bytes], Read]) -> Read:
        """The record at a place as ``read`` makes it of JSON; those read last are kept, and must not be changed."""
        found: Read = self._kept_records(read, place)
        return found

    def slug(self, place: int) -> str:
        """The slug of the row at a place."""
        start = int(self._slug_end[place - 1]) if place else 0
        return bytes(self._slugs[start : int(self._slug_end[place])]).decode()

    def place(self, slug: str) -> int | None:
        """The place of a live row, or None."""
        code = slug_code(slug)
        at = int(self.slug_code.searchsorted(np.uint32(code)))
        while at < self.rows and int(self.slug_code[at]) == code:
            place = int(self.slug_place[at])
            if self.slug(place) == slug:
                return place if place in self.live else None
            at += 1
        return None

    def starting(self, day: int) -> int:
        """How many rows begin before a day: the place of the first that does not."""
        # A plain int would have numpy copy the whole column into its own type.
        return int(self.earliest.searchsorted(np.int32(day), "left"))

    def between(self, first: int, last: int) -> BitMap:
        """The live rows whose dates may lie within some days."""
        begun = self.starting(last + 1)
        places = np.flatnonzero(self.latest[:begun] >= np.int32(first)).astype(np.uint32)
        return BitMap(places) & self.live

    def beside(self, rows: BitMap, key: Key) -> tuple[int | None, int | None]:
        """Of some rows, the last that sorts before a key and the first that does not."""
        before = rows.rank(self.rank(key) - 1) if self.rank(key) else 0
        return rows[before - 1] if before else None, rows[before] if before < len(rows) else None

    def key(self, place: int) -> Key:
        """What a row sorts by."""
        return int(self.earliest[place]), int(self.latest[place]), int(self.ordinal[place]), self.slug(place)

    def rank(self, key: Key) -> int:
        """How many rows, dead ones too, sort before a key."""
        low, high = self.starting(key[0]), self.starting(key[0] + 1)
        return bisect_left(range(self.rows), key, low, high, key=self.key)

    def posting(self, field: str, *parts: str) -> BitMap:
        """The rows that carry a term, dead ones too. Not to be changed."""
        return self._cached(term(field, *parts).encode())

    def forget(self) -> None:
        """Let go of the bitmaps and values kept in memory."""
        self._cached.cache_clear()
        self._cached_values.cache_clear()

    def terms(self, field: str, prefix: str = "") -> Iterator[str]:
        """The values of a field that begin with ``prefix``, in order of their bytes."""
        sought = term(field, prefix).encode()
        skip = len(field) + len(FIELD_END)
        for at in range(self._find_term(sought), len(self._term_end)):
            name = self._term(at)
            if not name.startswith(sought):
                return
            yield name.decode()[skip:]

    def values(self, field: str) -> tuple[str, ...]:
        """All values of a field, kept once read."""
        return self._cached_values(field)

    def count_values(self, field: str, rows: BitMap) -> dict[str, int]:
        """How many of some rows have each value of a field: for few rows, quicker than asking every value."""
        values, ends = self._field_columns[field]
        places = np.frombuffer(rows.to_array(), dtype=np.uint32).astype(np.int64)
        last = ends[places].astype(np.int64)
        first = np.where(places > 0, ends[places - 1], 0).astype(np.int64)
        lengths = last - first
        # Stretches of the column, one after another, as one list of positions in it.
        at = np.arange(int(lengths.sum())) + np.repeat(first - (np.cumsum(lengths) - lengths), lengths)
        counts = np.bincount(values[at], minlength=0)
        present = np.flatnonzero(counts)
        names = self.values(field)
        return {names[number]: count for number, count in zip(present.tolist(), counts[present].tolist(), strict=True)}

    def _bitmap(self, name: bytes) -> BitMap:
        at = self._find_term(name)
        if at == len(self._term_end) or self._term(at) != name:
            return _NOTHING
        start = int(self._posting_end[at - 1]) if at else 0
        return BitMap.deserialize(bytes(self._postings[start : int(self._posting_end[at])]))

    def _term(self, at: int) -> bytes:
        start = int(self._term_end[at - 1]) if at else 0
        return bytes(self._terms[start : int(self._term_end[at])])

    def _find_term(self, name: bytes) -> int:
        return bisect_left(range(len(self._term_end)), name, key=self._term)

    def word(self, word: str) -> BitMap:
        """The rows whose text holds a folded word: Latin words by their beginning, Japanese anywhere."""
        if not any(map(is_cjk, word)):
            return self._latin(word)
        couples = pairs(word)
        if not couples:
            return self._union(PAIR_FIELD, word)
        found = BitMap.intersection(*(self.posting(PAIR_FIELD, couple) for couple in couples))
        return found if len(word) == 2 else self._verified(found, word)

    def _latin(self, word: str) -> BitMap:
        """Every part of the word (``e-mail`` has two) begins a word of the text; whole ones stand side by side."""
        parts = [part for part in _latin_parts(word) if part]
        if not parts:
            return _NOTHING
        found = BitMap.intersection(*map(self._begun, parts))
        return self._verified(found, word) if len(parts) > 1 else found

    def _begun(self, part: str) -> BitMap:
        if len(part) <= LONGEST_WHOLE:
            return self.posting(WORD_FIELD, part)
        return self._union(WORD_FIELD, part)

    def _union(self, field: str, prefix: str) -> BitMap:
        found = [self.posting(field, value) for value in self.terms(field, prefix)]
        return BitMap.union(*found) if found else _NOTHING

    def _verified(self, candidates: BitMap, word: str) -> BitMap:
        sought, find = word.encode(), self._texts.find
        places = np.frombuffer(candidates.to_array(), dtype=np.uint32)
        starts = self._text_start[places]
        ends = starts + self._text_length[places]
        stretches = zip(places.tolist(), starts.tolist(), ends.tolist(), strict=True)
        return BitMap([place for place, start, end in stretches if find(sought, start, end) >= 0])


def _latin_parts(word: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in folded(word)).split(" ")
