"""Writes a segment: rows in any order in, a folder of four files out that is never changed again.

``records.bin`` and ``texts.bin`` hold the records and their folded words as they came, ``postings.bin`` a roaring
bitmap for each term, ``columns.bin`` all that is looked up by place in the order of time.
"""

from __future__ import annotations

from array import array
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
from pyroaring import BitMap

from graph.index.columns import Array, write_columns
from graph.index.gathering import Batch, Gathering, Numbers
from graph.index.rows import FIELD_END, FIELDS, Row, digest

STATES: Final = ("open", "fulfilled", "withdrawn", "unknown")
FILES: Final = ("records.bin", "texts.bin", "postings.bin", "columns.bin")


class SegmentWriter:
    """Takes rows one by one; ``finish`` writes what could not be written before."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self._records = (folder / "records.bin").open("wb", buffering=1 << 20)
        self._texts = (folder / "texts.bin").open("wb", buffering=1 << 20)
        self._gathering = Gathering()
        self._slugs: list[str] = []
        self._days = array("i")
        self._lengths, self._text_lengths = array("I"), array("I")
        self._digests, self._slug_hashes = array("Q"), array("Q")
        self._promises = array("i")
        self._beside = ThreadPoolExecutor(1, "index")
        self._working: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._beside.shutdown()
        self._records.close()
        self._texts.close()

    def __len__(self) -> int:
        return len(self._slugs)

    def add(self, row: Row) -> None:
        """Take a row. Its slug must not have come before."""
        for promise in row.promises:
            self._promises.extend((len(self._slugs), promise.statement, promise.due, STATES.index(promise.state)))
        self._slugs.append(row.slug)
        self._days.extend((row.earliest, row.latest, row.ordinal))
        self._lengths.append(self._records.write(row.record))
        self._digests.append(digest(row.record))
        self._slug_hashes.append(digest(row.slug.encode()))
        if self._gathering.add(row.terms, row.text):
            self._flush()

    def _flush(self) -> None:
        """Have the batch worked off beside the next one; wait for the one before, so that two are held at most."""
        self._wait()
        self._working = self._beside.submit(self._work_off, self._gathering.take())

    def _wait(self) -> None:
        if self._working:
            self._working.result()
            self._working = None

    def _work_off(self, batch: Batch) -> None:
        for text in self._gathering.work_off(batch):
            self._text_lengths.append(self._texts.write(text))

    def finish(self) -> None:
        """Put the rows into the order of time and write postings and columns. Raises ValueError for a slug twice."""
        self._flush()
        self._wait()
        days = np.asarray(self._days, dtype=np.int32).reshape(-1, 3)
        order = self._order(days)
        ranks = np.empty(len(order), dtype=np.uint32)
        ranks[order] = np.arange(len(order), dtype=np.uint32)
        columns = self._columns(days, order, ranks)
        self._write_postings(ranks, columns)
        write_columns(self.folder / "columns.bin", columns)

    def _order(self, days: Array) -> Array:
        """Arrival numbers in the total order of lists: earliest, latest, ordinal, slug."""
        order = np.lexsort((days[:, 2], days[:, 1], days[:, 0]))
        ordered = days[order]
        changes = np.flatnonzero((ordered[1:] != ordered[:-1]).any(axis=1)) + 1
        starts = np.concatenate(([0], changes)).tolist()
        ends = [*changes.tolist(), len(order)]
        for start, end in zip(starts, ends, strict=True):
            if end - start > 1:
                order[start:end] = sorted(order[start:end].tolist(), key=self._slugs.__getitem__)
        return order

    def _columns(self, days: Array, order: Array, ranks: Numbers) -> dict[str, Array]:
        slugs = [self._slugs[number].encode() for number in order.tolist()]
        hashes = np.asarray(self._slug_hashes)[order]
        by_hash = np.argsort(hashes, kind="stable").astype(np.uint32)
        _refuse_twins(hashes[by_hash], by_hash, slugs)
        promises = np.asarray(self._promises, dtype=np.int32).reshape(-1, 4)
        promises[:, 0] = ranks[promises[:, 0]]
        promises = promises[np.lexsort((promises[:, 1], promises[:, 0]))]
        return {
            "earliest": days[order, 0],
            "latest": days[order, 1],
            "ordinal": days[order, 2],
            **_stretches("record", self._lengths, order),
            **_stretches("text", self._text_lengths, order),
            "digest": np.asarray(self._digests)[order],
            "slug_bytes": np.frombuffer(b"".join(slugs), dtype=np.uint8),
            "slug_end": np.cumsum([len(slug) for slug in slugs], dtype=np.uint64),
            "slug_hash": hashes[by_hash],
            "slug_place": by_hash,
            "promise_place": promises[:, 0],
            "promise_statement": promises[:, 1],
            "promise_due": promises[:, 2],
            "promise_state": promises[:, 3].astype(np.uint8),
        }

    def _write_postings(self, ranks: Numbers, columns: dict[str, Array]) -> None:
        names: list[bytes] = []
        ends = array("Q")
        end = 0
        values = {field: _Values(field) for field in FIELDS}
        with (self.folder / "postings.bin").open("wb", buffering=1 << 20) as file:
            for name, bitmap in self._gathering.postings(ranks):
                names.append(name)
                field = name.partition(FIELD_END.encode())[0].decode()
                if field in values:
                    values[field].add(bitmap)
                end += file.write(bitmap.serialize())
                ends.append(end)
        for one in values.values():
            columns.update(one.columns(len(ranks)))
        columns["term_bytes"] = np.frombuffer(b"".join(names), dtype=np.uint8)
        columns["term_end"] = np.cumsum([len(name) for name in names], dtype=np.uint64)
        columns["posting_end"] = np.asarray(ends)


class _Values:
    """The values of a field by row: ``value`` holds the numbers of values, row after row, ``end`` where each ends."""

    def __init__(self, field: str) -> None:
        self._field = field
        self._places: list[Numbers] = []

    def add(self, bitmap: BitMap) -> None:
        """The rows of the next value."""
        self._places.append(np.frombuffer(bitmap.to_array(), dtype=np.uint32))

    def columns(self, rows: int) -> dict[str, Array]:
        """The two columns of a segment of so many rows."""
        places = np.concatenate([np.zeros(0, np.uint32), *self._places])
        numbers = np.repeat(np.arange(len(self._places), dtype=np.uint32), [len(one) for one in self._places])
        ends = np.cumsum(np.bincount(places, minlength=rows), dtype=np.uint32)
        return {
            f"{self._field}_value": numbers[np.argsort(places, kind="stable")],
            f"{self._field}_end": ends,
        }


def _stretches(name: str, lengths: array[int], order: Array) -> dict[str, Array]:
    """Where the bytes of each record begin and how many there are, in the order of time."""
    long = np.asarray(lengths)
    starts = np.cumsum(long, dtype=np.uint64) - long
    return {f"{name}_start": starts[order], f"{name}_length": long[order]}


def _refuse_twins(hashes: Array, places: Array, slugs: list[bytes]) -> None:
    for at in np.flatnonzero(hashes[1:] == hashes[:-1]).tolist():
        slug = slugs[int(places[at])]
        if slug == slugs[int(places[at + 1])]:
            raise ValueError(f"{slug.decode()} was given twice")
