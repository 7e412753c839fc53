"""Writes the index of an edition: whole, or as what changed since the edition before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.index.reading import (
    CATALOGUE_FILE,
    ENGAGEMENTS,
    FORMAT,
    INDEX_FILE,
    PASSAGES,
    Index,
    read_engagement,
    read_passage,
)
from graph.index.rows import Passage, Row, engagement_row, passage_row
from graph.index.segment import Segment
from graph.index.shelf import ShelfWriter, rows_of_documents
from graph.model import Catalogue, Engagement
from graph.store.disk import room_to_write


def write_index(
    folder: Path,
    catalogue: Catalogue,
    engagements: Iterable[Engagement],
    passages: Iterable[Passage] = (),
    *,
    base: Path | None = None,
    purge: bool = False,
) -> None:
    """Write an index that holds exactly these records, in whatever order they come.

    ``base`` is the index folder of the edition before: what is the same there is shared by hard links. With
    ``purge`` no byte of a record that is gone is carried over (needed when something stops being public).
    Raises StorageFull; ValueError for a slug given twice; DamagedEdition for a base that cannot be read.
    """
    write_rows(
        folder,
        catalogue,
        map(engagement_row, engagements),
        _passage_rows(passages, catalogue),
        base=base,
        purge=purge,
    )


def write_rows(
    folder: Path,
    catalogue: Catalogue,
    engagements: Iterable[Row],
    passages: Iterable[Row] = (),
    *,
    base: Path | None = None,
    purge: bool = False,
) -> None:
    """As ``write_index``, of rows already made."""
    with room_to_write():
        before = Index.open(base, "before") if base else None
        shelves = _shelves(folder, before, purge)
        names = shelves[0].replace(engagements), shelves[1].replace(passages)
        _write_heads(folder, catalogue, names)


@dataclass(frozen=True)
class Changes:
    """What an edition changes in the one before.

    ``changed`` engagements are added or replace those of the same slug; ``removed`` are slugs (one that is not there
    is no matter); ``passages`` gives, for each document named, all passages that it has from now on.
    """

    changed: Iterable[Engagement] = ()
    removed: Iterable[str] = ()
    passages: Mapping[str, Sequence[Passage]] = field(default_factory=dict)


def update_index(
    folder: Path, base: Path | Index, changes: Changes, *, catalogue: Catalogue | None = None, purge: bool = False
) -> None:
    """Write the index of ``base`` with what changed: its cost is that of the change, whatever the size.

    Without ``catalogue`` that of the base stays. Raises as ``write_index`` does.
    """
    with room_to_write():
        before = base if isinstance(base, Index) else Index.open(base, "before")
        known = catalogue or before.catalogue
        shelves = _shelves(folder, before, purge)
        segments, told = before.segments, changes.passages
        gone = [(s, place) for slug in changes.removed for s in segments if (place := s.place(slug)) is not None]
        old = rows_of_documents(before.passage_segments, told)
        new = _passage_rows((passage for of_one in told.values() for passage in of_one), known)
        names = shelves[0].update(map(engagement_row, changes.changed), gone), shelves[1].update(new, old)
        _write_heads(folder, known, names)


def _shelves(folder: Path, before: Index | None, purge: bool) -> tuple[ShelfWriter, ShelfWriter]:
    engagements = before.segments if before else ()
    passages = before.passage_segments if before else ()
    return (
        ShelfWriter(folder / ENGAGEMENTS, engagements, _engagement_again, purge),
        ShelfWriter(folder / PASSAGES, passages, _passage_again, purge),
    )


def _engagement_again(segment: Segment, place: int) -> Row:
    return engagement_row(read_engagement(segment, place))


def _passage_again(segment: Segment, place: int) -> Row:
    row = passage_row(read_passage(segment, place), None)
    return row._replace(earliest=int(segment.earliest[place]), latest=int(segment.latest[place]))


def _passage_rows(passages: Iterable[Passage], catalogue: Catalogue) -> Iterator[Row]:
    """Rows of passages; one that is told twice is one."""
    told: set[str] = set()
    for passage in passages:
        row = passage_row(passage, catalogue.documents.get(passage.document))
        if row.slug not in told:
            told.add(row.slug)
            yield row


def _write_heads(folder: Path, catalogue: Catalogue, names: tuple[list[str], list[str]]) -> None:
    (folder / CATALOGUE_FILE).write_text(catalogue.model_dump_json(exclude_defaults=True), encoding="utf-8")
    told = {"format": FORMAT, ENGAGEMENTS: names[0], PASSAGES: names[1]}
    (folder / INDEX_FILE).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
