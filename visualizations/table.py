"""The same data as a table: every figure comes with the rows it was drawn from, and each row with its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Catalogue, Dialogue, Engagement, Milestone, Participant, Source, Statement
from visualizations.words import body_name, framework_name, label, place_words, say, when_words


@dataclass(frozen=True)
class Note:
    """A numbered source: document, where in it, the words where they are at hand, and its address."""

    number: int
    document: str
    locator: str
    quote: str | None
    address: str | None


@dataclass(frozen=True)
class Row:
    """One engagement or milestone in words. ``edtf`` is the date for machines; ``notes`` are source numbers."""

    id: str
    when: str
    edtf: str
    what: str
    sort: str
    place: str
    who: tuple[str, ...]
    frameworks: tuple[str, ...]
    statements: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """The rows of a dialogue, each kind in order of time, and the sources they cite.

    ``left_out`` counts those not listed.
    """

    meetings: tuple[Row, ...]
    talks: tuple[Row, ...]
    milestones: tuple[Row, ...]
    notes: tuple[Note, ...]
    left_out: int = 0

    def count(self) -> int:
        """How many rows there are."""
        return len(self.meetings) + len(self.talks) + len(self.milestones)

    def shortened(self, most: int) -> Table:
        """The latest rows of each kind, about ``most`` of them, with the sources that they cite."""
        share = min(most / max(self.count(), 1), 1)
        kept = [rows[len(rows) - int(len(rows) * share) :] for rows in (self.meetings, self.talks, self.milestones)]
        cited = {number for rows in kept for row in rows for number in row.notes}
        notes = tuple(note for note in self.notes if note.number in cited)
        meetings, talks, milestones = kept
        return Table(meetings, talks, milestones, notes, self.count() - sum(len(rows) for rows in kept))


class Notes:
    """Sources numbered in the order of their first citing; the same passage has one number."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._numbers: dict[tuple[str, str, str | None], int] = {}
        self._notes: list[Note] = []

    def cite(self, sources: Sequence[Source]) -> tuple[int, ...]:
        """The numbers of ``sources``, new ones being added to the list."""
        return tuple(sorted({self._number(source) for source in sources}))

    def _number(self, source: Source) -> int:
        key = (source.document, source.locator, source.quote)
        if key not in self._numbers:
            number = len(self._notes) + 1
            self._numbers[key] = number
            title = source.title.in_language(self.language) or source.document
            self._notes.append(Note(number, title, source.locator, source.quote, web_address(source.url)))
        return self._numbers[key]

    def all(self) -> tuple[Note, ...]:
        """Every source cited so far."""
        return tuple(self._notes)


def web_address(url: str | None) -> str | None:
    """An address that may be a link: http or https only, never a script or a file."""
    return url if url and url.lower().startswith(("https://", "http://")) else None


def dialogue_table(dialogue: Dialogue, catalogue: Catalogue, language: str) -> Table:
    """The table of a dialogue in ``language``."""
    notes = Notes(language)
    meetings = tuple(_engagement_row(item, catalogue, language, notes) for item in _ordered(dialogue.meetings))
    talks = tuple(_engagement_row(item, catalogue, language, notes) for item in _ordered(dialogue.alongside))
    steps = sorted(dialogue.milestones, key=lambda step: (step.when.earliest, step.id))
    milestones = tuple(_milestone_row(step, catalogue, language, notes) for step in steps)
    return Table(meetings, talks, milestones, notes.all())


def _ordered(engagements: Sequence[Engagement]) -> list[Engagement]:
    return sorted(engagements, key=lambda item: (item.when.earliest, item.when.latest, item.ordinal or 0, item.slug))


def _engagement_row(item: Engagement, catalogue: Catalogue, language: str, notes: Notes) -> Row:
    sort = label("kind", item.kind, language)
    if item.status != "held":
        status = label("status", item.status, language)
        sort = say(language, f"{sort}（{status}）", f"{sort} ({status})")
    return Row(
        id=item.slug,
        when=when_words(item.when, language),
        edtf=item.when.edtf,
        what=item.title.in_language(language),
        sort=sort,
        place=place_words(item.place, catalogue, language, city=True),
        who=tuple(who_words(one, catalogue, language) for one in item.participants),
        frameworks=tuple(framework_name(one, catalogue, language) for one in item.frameworks),
        statements=tuple(statement_words(one, catalogue, language) for one in item.statements),
        notes=notes.cite(item.sources),
    )


def who_words(participant: Participant, catalogue: Catalogue, language: str) -> str:
    """A participant with post and role: 米国連邦取引委員会（消費者保護局長・主催）."""
    name = body_name(participant.authority, catalogue, language) if participant.authority else participant.label
    said = [participant.post.in_language(language)] if participant.post else []
    if participant.role != "participant":
        said.append(label("role", participant.role, language))
    return name + (say(language, f"（{'・'.join(said)}）", f" ({', '.join(said)})") if said else "")


def statement_words(statement: Statement, catalogue: Catalogue, language: str) -> str:
    """A statement with what was done and by whom: 提案（個人情報保護委員会）：…."""
    verb = label("statement-type", statement.type, language)
    by = body_name(statement.by, catalogue, language) if statement.by else ""
    about = statement.about.in_language(language)
    if language == "ja":
        return f"{verb}{f'（{by}）' if by else ''}：{about}"
    return f"{verb[:1].upper()}{verb[1:]}{f' by {by}' if by else ''}: {about}"


def _milestone_row(step: Milestone, catalogue: Catalogue, language: str, notes: Notes) -> Row:
    return Row(
        id=step.id,
        when=when_words(step.when, language),
        edtf=step.when.edtf,
        what=step.what.in_language(language),
        sort=say(language, "節目", "Milestone"),
        place="",
        who=tuple(body_name(actor, catalogue, language) for actor in step.actors),
        frameworks=tuple(framework_name(one, catalogue, language) for one in step.frameworks),
        statements=(),
        notes=notes.cite((step.source,)),
    )
