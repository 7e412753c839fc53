"""What leaves the room: the records that readers, extractors, the resolver, the store and the pages share.

A *source* (a document, or the reference facts) tells of events in *accounts*. An account carries *evidence*:
passages of its source. The resolver joins the accounts that tell of one real event into one *engagement*.
All records are frozen; JSON uses the field names as they stand.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ontology.terms import (
    BodyKind,
    ClaimStatus,
    CommitmentState,
    FrameworkKind,
    Kind,
    Level,
    MembershipRole,
    Mode,
    Precision,
    Role,
    StatementType,
    Status,
    Strength,
)

Disclosure = Literal["public", "internal"]
Confidence = Literal["high", "medium", "low"]


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """Words in both languages; a missing one is never invented."""

    en: str | None = None
    ja: str | None = None

    def in_language(self, language: str) -> str:
        """The words in ``language``, else in the other one, else nothing."""
        first, second = (self.ja, self.en) if language == "ja" else (self.en, self.ja)
        return first or second or ""


class When(Record):
    """An imprecise date: what is known of it, and two day bounds that always contain it."""

    edtf: str
    earliest: date
    latest: date
    precision: Precision
    verbatim: str | None = None


class Place(Record):
    """Where an engagement took place. ``country`` is the one jurisdiction, or None where there are none or several."""

    country: str | None = None
    countries: tuple[str, ...] = ()
    city: str | None = None
    mode: Mode = "unknown"


class Evidence(Record):
    """A passage of a document. Offsets count characters of the original text; lines and pages count from 1.

    ``quote`` is the words exactly as they stand there, or None where the text is not at hand and only
    the locator is known. ``row`` names the row of reference facts that cites the document.
    """

    document: str
    row: str | None = None
    quote: str | None = None
    section: str | None = None
    page: int | None = None
    line_start: int | None = None
    line_end: int | None = None
    start: int | None = None
    end: int | None = None


class Participant(Record):
    """Who took part: the body (None while unresolved), as written, as which post, in which role, at which level."""

    authority: str | None
    label: str
    role: Role = "participant"
    post: Text | None = None
    level: Level | None = None


class Statement(Record):
    """What was proposed, explained, agreed or promised; ``about`` says what, in our words or the document's.

    A promise is a commitment of the body it is ``by``: ``due`` says until when, ``state`` what became of it.
    """

    type: StatementType
    by: str | None
    about: Text
    frameworks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    strength: Strength | None = None
    due: When | None = None
    state: CommitmentState | None = None
    quote: str | None = None
    evidence: Evidence | None = None


class Account(Record):
    """One source's telling of one event: what an extractor read, or what a row of reference facts says.

    ``id`` is given only where the source itself names the event (reference facts do).
    ``reasons`` say why it needs a person's eye; they are empty when ``status_review`` is accepted.
    """

    source: str
    id: str | None = None
    title: Text
    kind: Kind
    status: Status = "held"
    when: When
    place: Place = Place()
    series: str | None = None
    ordinal: int | None = None
    level: Level | None = None
    participants: tuple[Participant, ...] = ()
    frameworks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...]
    confidence: float = Field(ge=0, le=1)
    status_review: ClaimStatus = "accepted"
    reasons: tuple[str, ...] = ()
    note: str | None = None
    extractor: str = "reference-facts"


class Source(Record):
    """Where a fact can be read: the document, where in it, and the words where the text is at hand."""

    document: str
    title: Text
    url: str | None = None
    locator: str
    quote: str | None = None
    page: int | None = None
    line_start: int | None = None
    line_end: int | None = None
    start: int | None = None
    end: int | None = None


class Engagement(Record):
    """One real event, joined from all accounts of it. ``sources`` is never empty.

    ``disclosure`` is internal where only internal sources tell of it.
    """

    id: str
    slug: str
    title: Text
    kind: Kind
    status: Status
    when: When
    place: Place
    series: str | None
    ordinal: int | None
    level: Level | None
    participants: tuple[Participant, ...]
    frameworks: tuple[str, ...]
    topics: tuple[str, ...]
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...] = Field(min_length=1)
    confidence: float
    note: str | None = None
    disclosure: Disclosure = "public"


class Authority(Record):
    """A body: authority, ministry, network, organisation or association."""

    id: str
    name: Text
    short_name: str | None
    kind: BodyKind
    jurisdiction: str
    parent: str | None
    homepage: str | None
    source: Source
    confidence: Confidence
    note: str | None


class Framework(Record):
    """An adequacy decision, certification system, treaty, guideline, arrangement, law or initiative."""

    id: str
    name: Text
    kind: FrameworkKind
    from_jurisdiction: str
    to_jurisdiction: str | None
    legal_reference: str | None
    adopted: When | None
    in_force: When | None
    ended: When | None
    status: str
    administered_by: tuple[str, ...]
    source: Source
    confidence: Confidence
    note: str | None


class Membership(Record):
    """Who takes part in a framework or network, in which role, from when."""

    id: str
    of: str
    participant: str
    role: MembershipRole
    start: When | None
    end: When | None
    source: Source
    confidence: Confidence
    note: str | None


class Milestone(Record):
    """A dated step in the life of one or more frameworks."""

    id: str
    what: Text
    when: When
    frameworks: tuple[str, ...]
    actors: tuple[str, ...]
    source: Source
    confidence: Confidence
    note: str | None


class Series(Record):
    """A series of meetings: its names, who convenes it, and what it is usually about."""

    id: str
    name: Text
    kind: Kind
    convened_by: tuple[str, ...]
    parties: tuple[str, ...]
    frameworks: tuple[str, ...]
    note: str | None


class DocumentInfo(Record):
    """A document as it is known, whether or not its text is at hand."""

    slug: str
    title: Text
    publisher: str | None
    published: date | None
    url: str | None
    period: When | None = None
    sha256: str | None = None
    disclosure: Disclosure = "public"


class Jurisdiction(Record):
    """An economy, a union or all of them (INT); the code is ISO 3166-1 alpha-2 where there is one."""

    code: str
    name: Text


class Catalogue(Record):
    """Everything an edition knows beside its engagements, by slug: what names and labels are looked up in.

    ``incomplete_members`` says, by framework or network, where a member list is known to end early.
    ``aliases`` gives further names by ``type:id`` (``authority:us-ftc``, ``jurisdiction:US``), ``readings`` in the
    same way how the Japanese name is read, in hiragana.
    """

    authorities: dict[str, Authority]
    frameworks: dict[str, Framework]
    series: dict[str, Series]
    jurisdictions: dict[str, Jurisdiction]
    cities: dict[str, Text]
    documents: dict[str, DocumentInfo]
    memberships: tuple[Membership, ...]
    milestones: tuple[Milestone, ...]
    incomplete_members: dict[str, Text]
    aliases: dict[str, tuple[str, ...]] = {}
    readings: dict[str, str] = {}


class Dialogue(Record):
    """A line of talks: a series, its meetings in order, what ran beside and before them, and what they carried.

    ``parties`` are jurisdiction codes, one lane each. ``alongside`` are bilateral talks between parties,
    before or during the series. ``led_to`` pairs engagement slugs: (earlier, later).
    """

    series: Series
    parties: tuple[str, ...]
    meetings: tuple[Engagement, ...]
    alongside: tuple[Engagement, ...]
    milestones: tuple[Milestone, ...]
    led_to: tuple[tuple[str, str], ...]
