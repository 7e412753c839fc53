"""Reference facts: the CSV files of ``data/`` to records; a row that points nowhere is an error."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from graph.errors import FactError
from graph.iri import content_key, slugify
from graph.model import (
    Account,
    Authority,
    Catalogue,
    Confidence,
    DocumentInfo,
    Framework,
    Jurisdiction,
    Membership,
    Milestone,
    Series,
    Text,
)
from graph.sources.columns import COLUMNS, OPTIONAL_COLUMNS
from graph.sources.engagements import read_accounts
from graph.sources.lookups import REFERENCE_DOCUMENT, Lookups
from graph.sources.readings import read_readings
from graph.sources.rows import Row, read_rows
from ontology.terms import BodyKind, FrameworkKind, Kind, Level, MembershipRole

Identified = TypeVar("Identified", Authority, Framework, Membership, Milestone, Series)


@dataclass(frozen=True)
class ReferenceFacts:
    """All reference facts of one folder: what names are looked up in, and the accounts of engagements."""

    catalogue: Catalogue
    accounts: tuple[Account, ...]
    sha256: str


def reference_folder() -> Path:
    """The folder of the reference facts shipped with the product."""
    return Path(__file__).resolve().parents[2] / "data"


def fingerprint(folder: Path) -> str:
    """One SHA-256 over the names and bytes of all fact files in ``folder``."""
    digest = hashlib.sha256()
    for name in COLUMNS:
        path = folder / name
        digest.update(name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b"") + b"\0")
    for name in OPTIONAL_COLUMNS:
        path = folder / name
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0" if path.is_file() else b"")
    return digest.hexdigest()


def copy_facts(folder: Path, into: Path) -> None:
    """Copies every fact file of ``folder`` into the folder ``into``, which is made."""
    into.mkdir()
    for name in (*COLUMNS, *(name for name in OPTIONAL_COLUMNS if (folder / name).is_file())):
        shutil.copyfile(folder / name, into / name)


def known_facts(folder: Path) -> ReferenceFacts:
    """As ``load_facts``; facts of the same content, in whatever folder, are read once."""
    kept = _kept(fingerprint(folder))
    if not kept:
        kept.append(load_facts(folder))
    return kept[0]


@lru_cache(maxsize=2)
def _kept(_: str) -> list[ReferenceFacts]:
    """Where the facts of a fingerprint are put once they were read."""
    return []


def load_facts(folder: Path) -> ReferenceFacts:
    """Read every fact file in ``folder``. Raises FactError, naming file, line and column, at the first mistake."""
    if not folder.is_dir():
        raise FactError(
            folder.name,
            1,
            "-",
            "the folder of reference facts is missing.",
            "参照資料のフォルダがありません。",
        )
    known = Lookups()
    _read_places_and_posts(folder, known)
    _read_authorities(folder, known)
    _read_documents(folder, known)
    _read_frameworks(folder, known)
    for row in _rows(folder, "series.csv"):
        _add(known.series, row, _series(row, known))
    memberships = _each(_membership(row, known) for row in _rows(folder, "participation.csv"))
    milestones = _each(_milestone(row, known) for row in _rows(folder, "milestones.csv"))
    accounts = read_accounts(_rows(folder, "engagements.csv"), _rows(folder, "statements.csv"), known)
    aliases = _aliases(_rows(folder, "aliases.csv"), known)
    catalogue = Catalogue(
        authorities=known.authorities,
        frameworks=known.frameworks,
        series=known.series,
        jurisdictions=known.jurisdictions,
        cities=known.cities,
        documents=known.documents,
        memberships=memberships,
        milestones=milestones,
        incomplete_members=_incomplete_members(_rows(folder, "incomplete_members.csv"), known),
        aliases=aliases,
        readings=read_readings(folder / "readings.csv", OPTIONAL_COLUMNS["readings.csv"], known),
    )
    return ReferenceFacts(catalogue, accounts, fingerprint(folder))


def _rows(folder: Path, name: str) -> list[Row]:
    return read_rows(folder / name, COLUMNS[name])


def _add(known: dict[str, Identified], row: Row, record: Identified) -> None:
    if record.id in known:
        raise row.error("id", f'"{record.id}" is here twice.', f"「{record.id}」が重複しています。")
    known[record.id] = record


def _each(records: Iterable[tuple[Row, Identified]]) -> tuple[Identified, ...]:
    """The records in order; two rows that say the same are a mistake."""
    found: dict[str, Identified] = {}
    for row, record in records:
        _add(found, row, record)
    return tuple(found.values())


def _read_places_and_posts(folder: Path, known: Lookups) -> None:
    for row in _rows(folder, "jurisdictions.csv"):
        code = row.required("code")
        known.jurisdictions[code] = Jurisdiction(code=code, name=row.text("name"))
    for row in _rows(folder, "cities.csv"):
        row.pointer("jurisdiction", row.required("jurisdiction"), known.jurisdictions)
        known.cities[row.required("name_en")] = row.text("name")
    for row in _rows(folder, "posts.csv"):
        post = (row.text("name"), row.choice("level", Level))
        for words in (row.required("name_en"), row.required("name_ja"), *row.items("aliases_en")):
            known.posts.setdefault(words, post)


def _read_authorities(folder: Path, known: Lookups) -> None:
    known.documents[REFERENCE_DOCUMENT] = DocumentInfo(
        slug=REFERENCE_DOCUMENT,
        title=Text(en="Sankyoku reference facts", ja="三極 参照資料"),
        publisher=None,
        published=None,
        url=None,
    )
    rows = _rows(folder, "authorities.csv")
    ids = {row.cells["id"] for row in rows}
    for row in rows:
        parent = row.optional("parent_id")
        authority = Authority(
            id=row.required("id"),
            name=row.text("name"),
            short_name=row.optional("short_name"),
            kind=row.choice("kind", BodyKind),
            jurisdiction=row.pointer("jurisdiction", row.required("jurisdiction"), known.jurisdictions),
            parent=row.pointer("parent_id", parent, ids) if parent else None,
            homepage=row.optional("homepage"),
            source=known.source(row, row.required("id")),
            confidence=row.choice("confidence", Confidence),
            note=row.optional("note"),
        )
        _add(known.authorities, row, authority)


def _read_documents(folder: Path, known: Lookups) -> None:
    for row in _rows(folder, "documents.csv"):
        slug, publisher, published = row.required("slug"), row.optional("publisher"), row.when("published")
        known.documents[slug] = DocumentInfo(
            slug=slug,
            title=row.text("title"),
            publisher=row.pointer("publisher", publisher, known.authorities) if publisher else None,
            published=published.earliest if published else None,
            url=row.optional("url"),
            period=row.when("period"),
        )


def _read_frameworks(folder: Path, known: Lookups) -> None:
    for row in _rows(folder, "frameworks.csv"):
        to = row.optional("to_jurisdiction")
        framework = Framework(
            id=row.required("id"),
            name=row.text("name"),
            kind=row.choice("kind", FrameworkKind),
            from_jurisdiction=row.pointer("from_jurisdiction", row.required("from_jurisdiction"), known.jurisdictions),
            to_jurisdiction=row.pointer("to_jurisdiction", to, known.jurisdictions) if to else None,
            legal_reference=row.optional("legal_reference"),
            adopted=row.when("date_adopted"),
            in_force=row.when("date_in_force"),
            ended=row.when("date_ended"),
            status=row.required("status"),
            administered_by=row.pointers("administered_by", known.authorities),
            source=known.source(row, row.required("id")),
            confidence=row.choice("confidence", Confidence),
            note=row.optional("note"),
        )
        _add(known.frameworks, row, framework)


def _series(row: Row, known: Lookups) -> Series:
    return Series(
        id=row.required("id"),
        name=row.text("name"),
        kind=row.choice("kind", Kind),
        convened_by=row.pointers("convened_by", known.authorities),
        parties=row.pointers("parties", known.jurisdictions),
        frameworks=row.pointers("frameworks", known.frameworks),
        note=row.optional("note"),
    )


def _membership(row: Row, known: Lookups) -> tuple[Row, Membership]:
    of, participant = row.required("framework_or_network_id"), row.required("participant")
    row.pointer("framework_or_network_id", of, known.frameworks.keys() | known.authorities.keys())
    row.pointer("participant", participant, known.authorities.keys() | known.jurisdictions.keys())
    role = row.choice("role", MembershipRole)
    key = f"{of}-{participant.lower()}-{role}"
    return row, Membership(
        id=key,
        of=of,
        participant=participant,
        role=role,
        start=row.when("start_date"),
        end=row.when("end_date"),
        source=known.source(row, key),
        confidence=row.choice("confidence", Confidence),
        note=row.optional("note"),
    )


def _milestone(row: Row, known: Lookups) -> tuple[Row, Milestone]:
    when = row.period("date", "date")
    key = f"{row.required('date')}-{slugify(row.required('what_en')) or content_key(row.required('what_en'))}"
    return row, Milestone(
        id=key,
        what=row.text("what"),
        when=when,
        frameworks=row.pointers("framework", known.frameworks),
        actors=row.pointers("actors", known.authorities),
        source=known.source(row, key),
        confidence=row.choice("confidence", Confidence),
        note=row.optional("note"),
    )


def _aliases(rows: list[Row], known: Lookups) -> dict[str, tuple[str, ...]]:
    """Further names by ``type:id``; every alias names something. Their context is the gazetteer's matter."""
    targets: Mapping[str, Mapping[str, object]] = {
        "authority": known.authorities,
        "framework": known.frameworks,
        "series": known.series,
    }
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        kind = row.pointer("type", row.required("type"), targets)
        named = f"{kind}:{row.pointer('id', row.required('id'), targets[kind])}"
        found[named] = (*found.get(named, ()), row.required("alias"))
    return found


def _incomplete_members(rows: list[Row], known: Lookups) -> dict[str, Text]:
    """Where a member list is known to end early: an answer drawn from it has to say so."""
    listed = known.frameworks.keys() | known.authorities.keys()
    return {row.pointer("of", row.required("of"), listed): row.text("note") for row in rows}
