"""What an edition was made from, kept beside it: documents as read, notes by hand, decisions, names once given.

The next edition is made from the ledger of the one before, so going back to an edition goes back to all of it.
It is internal: it lies in the internal view alone. Entries lie on a shelf of their own, like the records of the
index: an edition shares with the one before what it did not change, and reads of it what it asks for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field, TypeAdapter, ValidationError

from graph.errors import DamagedEdition
from graph.index.rows import Row, term
from graph.index.segment import Segment
from graph.index.shelf import ShelfWriter, open_shelf
from graph.model import Account, Disclosure, DocumentInfo, Record
from graph.resolve.decisions import Decision
from graph.resolve.marks import Mark
from graph.store.disk import room_to_write
from graph.store.edition import Edition

LEDGER_NAME: Final = "ledger.json"
FACTS_NAME: Final = "facts"
_ENTRIES: Final = "entries"
_SORT: Final = "sort"
_FIRST_FORM: Final = "ledger.jsonl"

Sort = Literal["document", "note"]


class Revision(Record):
    """What a note said before, who changed it, when and why."""

    account: Account
    who: str
    at: datetime
    reason: str


class Given(Record):
    """A slug once given to the engagement that an account tells of: to everybody, or ``public`` another one there."""

    mark: Mark
    slug: str
    public: str | None = None


class Entry(Record):
    """A document or a note, and the accounts read from it. ``extractor`` and its version are those that read it.

    ``given`` are the slugs of the engagements that its accounts tell of. A withdrawn entry tells nothing any more,
    but is kept with the reason.
    """

    sort: Sort = "document"
    info: DocumentInfo
    name: str
    extractor: str
    first_seen: datetime
    last_seen: datetime
    who: str
    accounts: tuple[Account, ...]
    given: tuple[Given, ...] = ()
    revisions: tuple[Revision, ...] = ()
    withdrawn: str | None = None

    @property
    def slug(self) -> str:
        """The slug of the document or note."""
        return self.info.slug

    def seen_by(self, view: Disclosure) -> bool:
        """Whether the view may know of it."""
        return self.withdrawn is None and (view == "internal" or self.info.disclosure == "public")


class Entries(Mapping[str, Entry]):
    """Entries by slug: those on a shelf, read when asked for, and those that came since (``changed``)."""

    def __init__(self, shelf: tuple[Segment, ...] = (), changed: Mapping[str, Entry] = MappingProxyType({})) -> None:
        self.shelf = shelf
        self.changed = changed
        self._read: dict[str, Entry] = {}

    def __getitem__(self, slug: str) -> Entry:
        found = self.changed.get(slug) or self._read.get(slug)
        if found is None:
            found = self._read[slug] = self._on_shelf(slug)
        return found

    def __iter__(self) -> Iterator[str]:
        kept = (segment.slug(place) for segment in self.shelf for place in segment.live)
        yield from (slug for slug in kept if slug not in self.changed)
        yield from self.changed

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, slug: object) -> bool:
        return slug in self.changed or any(s.place(slug) is not None for s in self.shelf if isinstance(slug, str))

    def with_changes(self, new: Iterable[Entry]) -> Entries:
        """These entries, with some added or put in the place of those with the same slug."""
        changes = {entry.slug: entry for entry in new if self.get(entry.slug) != entry}
        made = Entries(self.shelf, {**self.changed, **changes})
        made._read = self._read
        return made

    def of_sort(self, sort: Sort) -> tuple[Entry, ...]:
        """All documents, or all notes, in order of their slugs."""
        kept = [s.slug(place) for s in self.shelf for place in s.posting(_SORT, sort) & s.live]
        slugs = {slug for slug in kept if slug not in self.changed}
        slugs |= {entry.slug for entry in self.changed.values() if entry.sort == sort}
        return tuple(self[slug] for slug in sorted(slugs))

    def _on_shelf(self, slug: str) -> Entry:
        for segment in self.shelf:
            place = segment.place(slug)
            if place is not None:
                return _entry(segment.record(place))
        raise KeyError(slug)


@dataclass(frozen=True)
class Ledger:
    """Everything that people and documents brought in. ``gone`` says where a slug that is no more went."""

    by_slug: Entries = field(default_factory=Entries)
    decisions: tuple[Decision, ...] = ()
    gone: Mapping[str, str | None] = field(default_factory=dict)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, documents first, in order of their slugs: the same whatever came first."""
        return tuple(sorted(self.by_slug.values(), key=lambda entry: (entry.sort, entry.slug)))

    @property
    def given(self) -> Iterator[Given]:
        """The slugs given to all accounts."""
        return (given for entry in self.entries for given in entry.given)

    def entry(self, slug: str) -> Entry | None:
        """The entry of a document or note."""
        return self.by_slug.get(slug)

    def with_entries(self, new: Iterable[Entry]) -> Ledger:
        """The ledger with entries added, or put in the place of those with the same slug, whose names they keep."""
        return replace(self, by_slug=self.by_slug.with_changes(map(self._with_names, new)))

    def with_given(self, named: Iterable[Entry]) -> Ledger:
        """The ledger, in which these entries have other names than before, or none."""
        return replace(self, by_slug=self.by_slug.with_changes(named))

    def with_decision(self, decision: Decision) -> Ledger:
        """The ledger with one decision more."""
        return replace(self, decisions=(*self.decisions, decision))

    def _with_names(self, entry: Entry) -> Entry:
        before = self.by_slug.get(entry.slug)
        return entry.model_copy(update={"given": before.given}) if before and not entry.given else entry


def read_ledger(edition: Edition | None) -> Ledger:
    """The ledger of an edition; an empty one where there is none yet. Raises ``DamagedEdition``."""
    if edition is None:
        return Ledger()
    folder = edition.index_path("internal")
    try:
        if not (folder / LEDGER_NAME).exists():
            return _read_first_form(folder / _FIRST_FORM)
        head = _Head.model_validate_json((folder / LEDGER_NAME).read_bytes())
        shelf = open_shelf(folder / _ENTRIES, head.segments)
    except (OSError, ValueError) as error:
        raise _damaged() from error
    return Ledger(Entries(shelf), head.decisions, head.gone)


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Writes the ledger into the index folder of the internal view; entries that did not change are shared."""
    write_entries(folder, ledger, map(entry_row, ledger.by_slug.changed.values()))


def write_entries(folder: Path, ledger: Ledger, rows: Iterable[Row]) -> None:
    """As ``write_ledger``, of changed entries that are rows already, in whatever order they come."""
    with room_to_write():
        shelf = ShelfWriter(folder / _ENTRIES, ledger.by_slug.shelf, _row_again, purge=False)
        names = shelf.update(rows, ())
        head = _Head(segments=tuple(names), decisions=ledger.decisions, gone=dict(ledger.gone))
        (folder / LEDGER_NAME).write_text(head.model_dump_json() + "\n", encoding="utf-8", newline="\n")


def facts_folder(edition: Edition | None) -> Path | None:
    """The folder of the reference facts that an edition was made from, where it has one."""
    folder = edition.index_path("internal") / FACTS_NAME if edition else None
    return folder if folder and folder.is_dir() else None


class _Head(Record):
    """What is said once: the segments of the shelf of entries, the decisions, what is no more."""

    segments: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    gone: dict[str, str | None] = Field(default_factory=dict)


def entry_row(entry: Entry) -> Row:
    """An entry as it stands on its shelf."""
    return Row(
        entry.slug, 0, 0, 0, entry.model_dump_json(exclude_defaults=True).encode(), {term(_SORT, entry.sort)}, ""
    )


def _row_again(segment: Segment, place: int) -> Row:
    return entry_row(_entry(segment.record(place)))


def _entry(record: bytes) -> Entry:
    try:
        return Entry.model_validate_json(record)
    except ValidationError as error:
        raise _damaged() from error


def _read_first_form(path: Path) -> Ledger:
    """A ledger as it was kept at first: one file, a head and then a line for each entry. Without it: nothing."""
    if not path.exists():  # an edition made by hand, without documents
        return Ledger()
    told, *lines = path.read_bytes().splitlines()
    head = json.loads(told)
    names: dict[str, list[Given]] = {}
    for given in TypeAdapter(list[Given]).validate_python(head["given"]):
        names.setdefault(given.mark.source, []).append(given)
    entries = [Entry.model_validate_json(line) for line in lines]
    named = [entry.model_copy(update={"given": tuple(names.get(entry.slug, ()))}) for entry in entries]
    decisions = TypeAdapter(tuple[Decision, ...]).validate_python(head["decisions"])
    return Ledger(Entries(changed={entry.slug: entry for entry in named}), decisions, head["gone"])


def _damaged() -> DamagedEdition:
    return DamagedEdition(
        "The edition's record of documents and decisions is damaged; go back with: sankyoku edition restore",
        "版に付随する文書・判断の記録が壊れています。sankyoku edition restore で戻してください。",
    )
