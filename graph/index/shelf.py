"""A shelf: the segments that together hold all records of one sort, and how the next edition reuses them.

A segment is never changed. What a later edition replaces or removes is marked dead beside it, what is new goes into
a segment of its own, and small segments are written together again before there are many: a row is rewritten a
handful of times however many editions come, and an edition costs what changed, not what there is.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

from pyroaring import BitMap

from graph.index.rows import Row
from graph.index.segment import Segment
from graph.index.segment_writing import FILES, SegmentWriter

# A segment up to so many times the new rows is written again together with them.
_ABSORBED: Final = 4
_DRAFT: Final = ".new"

Reread = Callable[[Segment, int], Row]


def open_shelf(folder: Path, names: Sequence[str]) -> tuple[Segment, ...]:
    """The segments of a shelf. Raises OSError or ValueError where a file is missing or damaged."""
    return tuple(Segment(folder / name, _dead(folder / f"{name}.dead")) for name in names)


def _dead(path: Path) -> BitMap:
    return BitMap.deserialize(path.read_bytes()) if path.exists() else BitMap()


class ShelfWriter:
    """Writes the shelf of the next edition into ``folder``; ``base`` is the shelf of the edition before.

    ``reread`` makes a row of a record again. With ``purge`` no byte of a dead record is carried over.
    """

    def __init__(self, folder: Path, base: Sequence[Segment], reread: Reread, purge: bool) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._base = base
        self._reread = reread
        self._purge = purge

    def replace(self, rows: Iterable[Row]) -> list[str]:
        """The shelf holds exactly ``rows``; those that are the same in the base are not written again."""
        kept = {segment.name: BitMap() for segment in self._base}
        with SegmentWriter(self._folder / _DRAFT) as writer:
            for row in rows:
                segment, place = self._find(row)
                if segment is not None and int(segment.digest[place]) == row.digest:
                    kept[segment.name].add(place)
                else:
                    writer.add(row)
            return self._finish(writer, kept)

    def update(self, changed: Iterable[Row], removed: Iterable[tuple[Segment, int]]) -> list[str]:
        """The shelf of the base with ``changed`` rows put in, and the rows at some places taken out."""
        kept = {segment.name: segment.live.copy() for segment in self._base}
        for segment, place in removed:
            kept[segment.name].discard(place)
        with SegmentWriter(self._folder / _DRAFT) as writer:
            for row in changed:
                found, place = self._find(row)
                if found is not None and int(found.digest[place]) == row.digest:
                    kept[found.name].add(place)
                    continue
                if found is not None:
                    kept[found.name].discard(place)
                writer.add(row)
            return self._finish(writer, kept)

    def _find(self, row: Row) -> tuple[Segment | None, int]:
        for segment in self._base:
            place = segment.place(row.slug)
            if place is not None:
                return segment, place
        return None, 0

    def _finish(self, writer: SegmentWriter, kept: Mapping[str, BitMap]) -> list[str]:
        names = []
        for segment in sorted(self._base, key=lambda segment: len(kept[segment.name])):
            live = kept[segment.name]
            if self._is_absorbed(segment, live, len(writer)):
                for place in live:
                    writer.add(self._reread(segment, place))
            else:
                self._carry_over(segment, live)
                names.append(segment.name)
        if len(writer):
            writer.finish()
            names.append(self._named(writer.folder))
        else:
            shutil.rmtree(writer.folder)
        return names

    def _is_absorbed(self, segment: Segment, live: BitMap, new: int) -> bool:
        few = 2 * len(live) < segment.rows
        stale = self._purge and len(live) < segment.rows
        return few or stale or len(live) <= _ABSORBED * new

    def _carry_over(self, segment: Segment, live: BitMap) -> None:
        folder = self._folder / segment.name
        folder.mkdir()
        for name in FILES:
            _link(segment.folder / name, folder / name)
        dead = BitMap(range(segment.rows)) - live
        if dead:
            (self._folder / f"{segment.name}.dead").write_bytes(dead.serialize())

    def _named(self, draft: Path) -> str:
        """The segment is called by its content, so that editions can tell that they share it."""
        content = blake2b((draft / "columns.bin").read_bytes(), digest_size=10)
        name = content.hexdigest()
        draft.rename(self._folder / name)
        return name


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without hard links
        shutil.copyfile(source, target)


def rows_of_documents(segments: Iterable[Segment], documents: Iterable[str]) -> Iterator[tuple[Segment, int]]:
    """The live rows that name one of the documents."""
    wanted = tuple(documents)
    for segment in segments:
        for document in wanted:
            for place in segment.posting("document", document) & segment.live:
                yield segment, place
