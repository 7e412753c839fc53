"""Writes a segment: rows in any order in, a folder of five files out that is never changed again.

``records.bin`` and ``texts.bin`` hold the records and their folded words as they came, ``postings.bin`` a roaring
bitmap for each term, ``terms.bin`` and ``columns.bin`` all that is looked up by place in the order of time.
"""

from __future__ import annotations

from array import array
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np

from graph.index.beside import Beside, TermsTaker
from graph.index.columns import Array, write_columns
from graph.index.gathering import Collecting, Numbers
from graph.index.rows import Row, digest, slug_code
from graph.index.terms_writing import TermsWriter, stretches

STATES: Final = ("open", "fulfilled", "withdrawn", "unknown")
FILES: Final = ("records.bin", "texts.bin", "postings.bin", "terms.bin", "columns.bin")


class SegmentWriter:
    """Takes rows one by one; ``finish`` writes what could not be written before."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self._records = (folder / "records.bin").open("wb", buffering=1 << 20)
        self._collecting = Collecting()
        self._terms: TermsTaker | None = None
        self._slugs: list[str] = []
        self._days = array("i")
        self._lengths = array("I")
        self._digests, self._slug_codes = array("Q"), array("I")
        self._promises = array("i")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._records.close()
        if self._terms:
            self._terms.close()

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
        self._slug_codes.append(slug_code(row.slug))
        if self._collecting.add(row.terms, row.text):
            self._flush()

    def _flush(self) -> None:
        """Have a full batch worked off beside the rows to come: they are many."""
        if self._terms is None:
            self._terms = Beside(self.folder)
        self._terms.work_off(self._collecting.take())

    def finish(self) -> None:
        """Put the rows into the order of time and write postings and columns. Raises ValueError for a slug twice."""
        if self._terms is None:
            self._terms = TermsWriter(self.folder)
        self._terms.work_off(self._collecting.take())
        days = np.asarray(self._days, dtype=np.int32).reshape(-1, 3)
        order = self._order(days)
        ranks = np.empty(len(order), dtype=np.uint32)
        ranks[order] = np.arange(len(order), dtype=np.uint32)
        write_columns(self.folder / "columns.bin", self._columns(days, order, ranks))
        self._terms.finish(self._collecting.names, ranks)

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
        codes = np.asarray(self._slug_codes)[order]
        by_code = np.argsort(codes, kind="stable").astype(np.uint32)
        _refuse_twins(codes[by_code], by_code, slugs)
        promises = np.asarray(self._promises, dtype=np.int32).reshape(-1, 4)
        promises[:, 0] = ranks[promises[:, 0]]
        promises = promises[np.lexsort((promises[:, 1], promises[:, 0]))]
        return {
            "earliest": days[order, 0],
            "latest": days[order, 1],
            "ordinal": days[order, 2],
            **stretches("record", self._lengths, order),
            "digest": np.asarray(self._digests)[order],
            "slug_bytes": np.frombuffer(b"".join(slugs), dtype=np.uint8),
            "slug_end": np.cumsum([len(slug) for slug in slugs], dtype=np.uint64),
            "slug_code": codes[by_code],
            "slug_place": by_code,
            "promise_place": promises[:, 0],
            "promise_statement": promises[:, 1],
            "promise_due": promises[:, 2],
            "promise_state": promises[:, 3].astype(np.uint8),
        }


def _refuse_twins(codes: Array, places: Array, slugs: list[bytes]) -> None:
    """Raises ValueError where two rows have one slug; ``codes`` are sorted, ``places`` theirs."""
    for code in np.unique(codes[1:][codes[1:] == codes[:-1]]):
        first, end = codes.searchsorted(code, "left"), codes.searchsorted(code, "right")
        alike = sorted(slugs[place] for place in places[first:end].tolist())
        for one, other in pairwise(alike):
            if one == other:
                raise ValueError(f"{one.decode()} was given twice")
