"""What an edition was made from, kept beside it: documents as read, notes by hand, decisions, names once given.

The next edition is made from the ledger of the one before, so going back to an edition goes back to all of it.
It is internal: it lies in the internal view alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import Field, ValidationError

from graph.errors import DamagedEdition
from graph.model import Account, Disclosure, DocumentInfo, Record
from graph.resolve.decisions import Decision
from graph.resolve.marks import Mark
from graph.store.edition import Edition

LEDGER_NAME: Final = "ledger.jsonl"
FACTS_NAME: Final = "facts"


class Revision(Record):
    """What a note said before, who changed it, when and why."""

    account: Account
    who: str
    at: datetime
    reason: str


class Entry(Record):
    """A document or a note, and the accounts read from it. ``extractor`` and its version are those that read it.

    A withdrawn entry tells nothing any more, but is kept with the reason.
    """

    sort: Literal["document", "note"] = "document"
    info: DocumentInfo
    name: str
    extractor: str
    first_seen: datetime
    last_seen: datetime
    who: str
    accounts: tuple[Account, ...]
    revisions: tuple[Revision, ...] = ()
    withdrawn: str | None = None

    @property
    def slug(self) -> str:
        """The slug of the document or note."""
        return self.info.slug

    def seen_by(self, view: Disclosure) -> bool:
        """Whether the view may know of it."""
        return self.withdrawn is None and (view == "internal" or self.info.disclosure == "public")


class Given(Record):
    """A slug once given to the engagement that an account told of."""

    mark: Mark
    slug: str


class Ledger(Record):
    """Everything that people and documents brought in. ``gone`` says where a slug that is no more went."""

    entries: tuple[Entry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    given: tuple[Given, ...] = ()
    gone: dict[str, str | None] = Field(default_factory=dict)

    def entry(self, slug: str) -> Entry | None:
        """The entry of a document or note."""
        return next((one for one in self.entries if one.slug == slug), None)

    def with_entries(self, new: Iterable[Entry]) -> Ledger:
        """The ledger with entries added, or put in the place of those with the same slug."""
        by_slug = {one.slug: one for one in self.entries}
        for entry in new:
            by_slug[entry.slug] = entry
        return self.model_copy(update={"entries": tuple(by_slug.values())})

    def with_decision(self, decision: Decision) -> Ledger:
        """The ledger with one decision more."""
        return self.model_copy(update={"decisions": (*self.decisions, decision)})


def read_ledger(edition: Edition | None) -> Ledger:
    """The ledger of an edition; an empty one where there is none yet. Raises ``DamagedEdition``."""
    if edition is None:
        return Ledger()
    path = edition.index_path("internal") / LEDGER_NAME
    try:
        lines = path.read_bytes().splitlines()
        head = Ledger.model_validate_json(lines[0])
        entries = tuple(Entry.model_validate_json(line) for line in lines[1:])
    except FileNotFoundError:  # an edition made by hand, without documents
        return Ledger()
    except (OSError, IndexError, ValidationError) as error:
        raise DamagedEdition(
            "The edition's record of documents and decisions is damaged; go back with: sankyoku edition restore",
            "版に付随する文書・判断の記録が壊れています。sankyoku edition restore で戻してください。",
        ) from error
    return head.model_copy(update={"entries": entries})


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Writes the ledger into the index folder of the internal view: a head, then one entry a line."""
    head = ledger.model_copy(update={"entries": ()})
    with (folder / LEDGER_NAME).open("w", encoding="utf-8", newline="\n") as file:
        for record in (head, *ledger.entries):
            file.write(record.model_dump_json() + "\n")


def facts_folder(edition: Edition | None) -> Path | None:
    """The folder of the reference facts that an edition was made from, where it has one."""
    folder = edition.index_path("internal") / FACTS_NAME if edition else None
    return folder if folder and folder.is_dir() else None
