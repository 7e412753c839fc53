"""Writes what a segment knows of terms and words: postings, folded texts, values by row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pyroaring import BitMap

from graph.index.columns import Array, write_columns
from graph.index.gathering import Batch, Gathering, Numbers
from graph.index.rows import FIELD_END, FIELDS


class TermsWriter:
    """Takes batches one by one; ``finish`` is told the order of time and the names of terms."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts = (folder / "texts.bin").open("wb", buffering=1 << 20)
        self._gathering = Gathering()
        self._lengths = array("I")

    def work_off(self, batch: Batch) -> None:
        """Gather the postings of a batch and write its texts."""
        for text in self._gathering.work_off(batch):
            self._lengths.append(self._texts.write(text))

    def finish(self, names: Sequence[str], ranks: Numbers) -> None:
        """Write the files ``postings.bin`` and ``terms.bin``. ``ranks`` are the rows' places in the order of time."""
        self._texts.close()
        order = np.empty(len(ranks), dtype=np.uint32)
        order[ranks] = np.arange(len(ranks), dtype=np.uint32)
        columns = stretches("text", self._lengths, order)
        self._write_postings(names, ranks, columns)
        write_columns(self._folder / "terms.bin", columns)

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._texts.close()

    def _write_postings(self, names: Sequence[str], ranks: Numbers, columns: dict[str, Array]) -> None:
        written: list[bytes] = []
        ends = array("Q")
        end = 0
        values = {field: _Values(field) for field in FIELDS}
        with (self._folder / "postings.bin").open("wb", buffering=1 << 20) as file:
            for name, bitmap in self._gathering.postings(names, ranks):
                written.append(name)
                field = name.partition(FIELD_END.encode())[0].decode()
                if field in values:
                    values[field].add(bitmap)
                end += file.write(bitmap.serialize())
                ends.append(end)
        for one in values.values():
            columns.update(one.columns(len(ranks)))
        columns["term_bytes"] = np.frombuffer(b"".join(written), dtype=np.uint8)
        columns["term_end"] = np.cumsum([len(name) for name in written], dtype=np.uint64)
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


def stretches(name: str, lengths: array[int], order: Array) -> dict[str, Array]:
    """Where the bytes of each record begin and how many there are, in the order of time."""
    long = np.asarray(lengths)
    starts = np.cumsum(long, dtype=np.uint64) - long
    return {f"{name}_start": starts[order], f"{name}_length": long[order]}
