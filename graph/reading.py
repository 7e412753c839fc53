"""Documents to ledger entries: read, extract, keep the bytes; a file that cannot be read never loses the others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from graph import extract
from graph.document import Document
from graph.errors import UnreadableDocument
from graph.ledger import Entry, Ledger
from graph.model import Account, Disclosure, DocumentInfo, Text
from graph.parallel import Failure, Progress, map_documents
from graph.sources.read import read_bytes, read_document
from graph.store.dataset import Dataset
from graph.store.disk import replace_file, room_to_write

ORIGINAL = "original"


@dataclass(frozen=True)
class Wish:
    """What a person says of the documents: who published them, when, and who may see them."""

    publisher: str | None = None
    published: date | None = None
    disclosure: Disclosure = "public"
    who: str = "sankyoku"


@dataclass(frozen=True)
class Crew:
    """In how many processes documents are read, here or on a Dask cluster, and who is told how far it is."""

    workers: int = 1
    scheduler: str | None = None
    progress: Callable[[Progress], None] | None = None


@dataclass(frozen=True)
class Job:
    """One file to read, with the facts that names are looked up in. Goes to another process as it is."""

    path: Path
    facts: Path
    publisher: str | None = None
    published: date | None = None


@dataclass(frozen=True)
class Read:
    """A document as read: what is known of it and the accounts it gives. ``data`` are the bytes as received.

    ``warnings`` are slips of the document that a person should know of, such as a day that cannot be; ``columns``
    is what a person said that the columns of a list hold (see ``graph.sources.lists``).
    """

    name: str
    data: bytes
    text: str
    info: DocumentInfo
    accounts: tuple[Account, ...]
    warnings: tuple[Text, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file: accounts accepted, queued for review, warnings; or why it could not be read."""

    name: str
    slug: str | None = None
    accepted: int = 0
    review: int = 0
    error: UnreadableDocument | None = None
    unchanged: bool = False
    warnings: tuple[Text, ...] = ()


@lru_cache(maxsize=4)
def gazetteer_of(facts: Path) -> extract.Gazetteer:
    """The gazetteer of a folder of facts, compiled once in each process."""
    return extract.Gazetteer.load(facts)


def read_job(job: Job) -> Read:
    """Reads one file. Raises ``UnreadableDocument``."""
    document = read_document(job.path, job.publisher, job.published)
    return read_in(document, job.path.name, job.path.read_bytes(), job.facts)


def read_in(
    document: Document, name: str, data: bytes, facts: Path, columns: Mapping[str, str] = MappingProxyType({})
) -> Read:
    """What is read in a document, whose bytes are ``data``."""
    from graph.extract.warnings import warnings  # noqa: PLC0415 - loaded with all that reads, when something is read

    gazetteer = gazetteer_of(facts)
    info = document.info(extract.publisher_of(document, gazetteer))
    accounts = tuple(extract.extract(document, gazetteer))
    return Read(name, data, document.text, info, accounts, warnings(document, gazetteer), columns)


def read_files(paths: Sequence[Path], facts: Path, wish: Wish, crew: Crew) -> list[Read | FileOutcome]:
    """Every file in the order given, read; one that cannot be read is an outcome with its error."""
    jobs = [Job(path, facts, wish.publisher, wish.published) for path in paths]
    results = map_documents(jobs, read_job, workers=crew.workers, scheduler=crew.scheduler, progress=crew.progress)
    return [_settled(path, result) for path, result in zip(paths, results, strict=True)]


def keep(dataset: Dataset, read: Read) -> None:
    """Keeps the bytes as received, the text and the metadata, under the hash of the bytes."""
    folder = dataset.document_path(hashlib.sha256(read.data).hexdigest())
    with room_to_write():
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / ORIGINAL, read.data)
        replace_file(folder / "text.txt", read.text.encode("utf-8", "surrogatepass"))
        told = {"name": read.name, "info": read.info.model_dump(mode="json"), "columns": dict(read.columns)}
        replace_file(folder / "metadata.json", json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")


def entry_of(read: Read, wish: Wish, before: Entry | None, now: datetime) -> Entry:
    """The ledger entry of a document; the one before it where nothing has changed."""
    info = read.info.model_copy(update={"disclosure": wish.disclosure})
    same_bytes = before is not None and before.info.sha256 == info.sha256
    entry = Entry(
        info=info,
        name=read.name,
        extractor=extract.EXTRACTOR,
        first_seen=before.first_seen if before and same_bytes else now,
        last_seen=now,
        who=wish.who,
        accounts=read.accounts,
    )
    return before if before is not None and _says_the_same(before, entry) else entry


def outcome_of(read: Read, entry: Entry, before: Entry | None) -> FileOutcome:
    """What to tell a person of one document."""
    review = sum(account.status_review == "review" for account in entry.accounts)
    accepted = len(entry.accounts) - review
    return FileOutcome(read.name, entry.slug, accepted, review, unchanged=entry is before, warnings=read.warnings)


def unused_slug(read: Read, ledger: Ledger) -> Read:
    """The document under a slug of its own: another document of the same file name keeps its own slug."""
    taken = ledger.entry(read.info.slug)
    if taken is None or taken.sort == "document":
        return read
    slug = f"{read.info.slug}-{hashlib.sha256(read.data).hexdigest()[:8]}"
    return replace(read, info=read.info.model_copy(update={"slug": slug}))


def reread(dataset: Dataset, entries: Iterable[Entry], facts: Path, now: datetime) -> list[Entry]:
    """Entries that an older extractor read, read again from the bytes kept; one whose bytes are lost stays."""
    renewed = []
    for entry in entries:
        if entry.sort != "document" or entry.extractor == extract.EXTRACTOR or entry.info.sha256 is None:
            continue
        original = dataset.document_path(entry.info.sha256) / ORIGINAL
        if not original.is_file():
            continue
        data, columns = original.read_bytes(), columns_kept(dataset, entry.info.sha256) or None
        document = read_bytes(data, entry.name, entry.info.publisher, entry.info.published, columns=columns)
        accounts = tuple(extract.extract(document, gazetteer_of(facts)))
        read = {"accounts": accounts, "extractor": extract.EXTRACTOR, "last_seen": now}
        renewed.append(entry.model_copy(update=read))
    return renewed


def columns_kept(dataset: Dataset, sha256: str) -> dict[str, str]:
    """What a person said that the columns of a list hold when it was brought in."""
    try:
        told = json.loads((dataset.document_path(sha256) / "metadata.json").read_bytes()).get("columns")
    except (OSError, ValueError):
        return {}
    return told or {}


def now_utc() -> datetime:
    """The moment, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def _settled(path: Path, result: Read | Failure) -> Read | FileOutcome:
    if isinstance(result, Read):
        return result
    return FileOutcome(path.name, error=UnreadableDocument(result.en, result.ja))


def _says_the_same(before: Entry, after: Entry) -> bool:
    fields = ("info", "name", "extractor", "accounts", "withdrawn")
    return all(getattr(before, name) == getattr(after, name) for name in fields)
