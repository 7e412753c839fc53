"""What is indexed of a record: its place in the order of time, its terms, its words, and itself as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from hashlib import sha256
from typing import Final, NamedTuple
from zlib import crc32

from graph.model import DocumentInfo, Engagement, Participant, Record, Statement, Text
from graph.text import normal
from ontology.terms import RANKS, Level

FIELD_END: Final = "\x1f"
PART_END: Final = "\x1e"
NO_DATE: Final = 0
UNKNOWN_STATE: Final = "unknown"

# The fields a list can be filtered by, in the order in which facets are shown.
FIELDS: Final = (
    "with",
    "framework",
    "series",
    "topic",
    "country",
    "kind",
    "level",
    "status",
    "mode",
    "document",
    "organiser",
)
_LEVEL_RANK: Final = RANKS["level"]
_ORGANISING: Final = ("organiser", "host")


class Passage(Record):
    """Words of a document that can be found by search, with the place where they stand.

    Offsets count characters of the document's text, lines and pages count from 1.
    """

    document: str
    text: str
    section: str | None = None
    page: int | None = None
    line_start: int | None = None
    line_end: int | None = None
    start: int | None = None
    end: int | None = None


class Promise(NamedTuple):
    """A commitment in a row: which statement it is, the last day it is due (0 where none is known), its state."""

    statement: int
    due: int
    state: str


class Row(NamedTuple):
    """A record ready to be written. ``slug`` names it; days are proleptic ordinals (``date.toordinal``)."""

    slug: str
    earliest: int
    latest: int
    ordinal: int
    record: bytes
    terms: Collection[str]
    text: str
    promises: tuple[Promise, ...] = ()

    @property
    def digest(self) -> int:
        """A 64-bit digest of the record, by which a changed one is told from an unchanged one."""
        return digest(self.record)


def digest(content: bytes) -> int:
    """The first 64 bits of SHA-256, which processors have an instruction for."""
    return int.from_bytes(sha256(content).digest()[:8], "little")


def slug_code(slug: str) -> int:
    """32 bits by which a slug is looked up; several slugs may have the same."""
    return crc32(slug.encode())


def term(field: str, *parts: str) -> str:
    """The name of a posting: a field and its value, which may have several parts."""
    return field + FIELD_END + PART_END.join(parts)


_to_json: Final = Engagement.__pydantic_serializer__.to_json


def engagement_row(engagement: Engagement) -> Row:
    """The row of an engagement."""
    when = engagement.when
    return Row(
        engagement.slug,
        when.earliest.toordinal(),
        when.latest.toordinal(),
        engagement.ordinal or 0,
        _to_json(engagement, exclude_defaults=True),
        _terms(engagement),
        _words(engagement),
        tuple(_promises(engagement.statements)) if engagement.statements else (),
    )


def passage_row(passage: Passage, info: DocumentInfo | None) -> Row:
    """The row of a passage, named by its content; newer documents sort later."""
    published = info.published if info else None
    day = published.toordinal() if published else NO_DATE
    record = passage.model_dump_json(exclude_defaults=True).encode()
    return Row(
        f"{passage.document}#{digest(record):016x}",
        day,
        day,
        passage.start or passage.line_start or 0,
        record,
        (term("document", passage.document),),
        normal(passage.text),
    )


def _terms(engagement: Engagement) -> set[str]:
    """The terms by which an engagement is found, filtered and counted."""
    place = engagement.place
    found = {
        "kind\x1f" + engagement.kind,
        "status\x1f" + engagement.status,
        "mode\x1f" + place.mode,
        "disclosure\x1f" + engagement.disclosure,
    }
    add = found.add
    if engagement.series:
        add("series\x1f" + engagement.series)
    if engagement.level:
        add("level\x1f" + engagement.level)
    if place.city:
        add("city\x1f" + place.city)
    for field, values in (
        ("country\x1f", place.countries),
        ("framework\x1f", engagement.frameworks),
        ("topic\x1f", engagement.topics),
    ):
        for value in values:
            add(field + value)
    for source in engagement.sources:
        add("document\x1f" + source.document)
    _add_participants(engagement.participants, found)
    for statement in engagement.statements:
        add("statement\x1f" + statement.type)
        if statement.by:
            add(f"said\x1f{statement.by}\x1e{statement.type}")
        if statement.type == "promised":
            add("commitment\x1f" + (statement.state or UNKNOWN_STATE))
    return found


def _add_participants(participants: tuple[Participant, ...], found: set[str]) -> None:
    """Who took part, who convened, at which posts, and the highest level of each body."""
    ranks: dict[str, Level] = {}
    add = found.add
    for participant in participants:
        body = participant.authority
        if body is None:
            continue
        add("with\x1f" + body)
        if participant.role in _ORGANISING:
            add("organiser\x1f" + body)
        post = participant.post
        if post:
            add(f"post\x1f{body}\x1e{post.ja or ''}\x1e{post.en or ''}")
        level = participant.level
        if level and (body not in ranks or _LEVEL_RANK.get(level, 0) > _LEVEL_RANK.get(ranks[body], 0)):
            ranks[body] = level
    for body, level in ranks.items():
        add(f"rank\x1f{body}\x1e{level}")


def _words(engagement: Engagement) -> str:
    """Everything of an engagement that is words of its own; names of bodies and the like are looked up by name."""
    title = engagement.title
    words = [title.en or "", title.ja or ""]
    if engagement.note:
        words.append(engagement.note)
    for participant in engagement.participants:
        if participant.authority is None:
            words.append(participant.label)
    for statement in engagement.statements:
        words += _both(statement.about)
    return "\n".join(words)


def _both(text: Text) -> Iterator[str]:
    yield from (words for words in (text.en, text.ja) if words)


def _promises(statements: tuple[Statement, ...]) -> Iterator[Promise]:
    for number, statement in enumerate(statements):
        if statement.type == "promised":
            due = statement.due.latest.toordinal() if statement.due else NO_DATE
            yield Promise(number, 0 if due == date.max.toordinal() else due, statement.state or UNKNOWN_STATE)
