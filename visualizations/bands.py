"""What meetings carry from one to the next: proposals put to them and frameworks they were about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from graph.model import Catalogue, Dialogue, Engagement, Statement
from graph.parties import belongs
from ontology.terms import StatementType
from visualizations.lettering import balanced_lines
from visualizations.picture import Band, Mark, MarkKind
from visualizations.words import framework_name, jurisdiction_name, listed, say, short_body_name

MOST_BANDS: Final = 10
LABEL_SIZE: Final = 11
LABEL_LEADING: Final = 14
HEADING_HIGH: Final = 18
PADDING: Final = 9


@dataclass(frozen=True)
class Carried:
    """A proposal (``number`` from 1) or a framework (0), and who carried it: slugs of meetings, milestones."""

    words: str
    number: int
    by: str
    carriers: tuple[str, ...]


#: What is said of a proposal when a later meeting takes it up.
ANSWERS: Final[frozenset[StatementType]] = frozenset({"discussed", "confirmed", "agreed"})

Key = tuple[str, str, str]


def carried(dialogue: Dialogue, catalogue: Catalogue, language: str) -> tuple[Carried, ...]:
    """Everything carried: proposals in the order of their first telling, then frameworks, the commonest first.

    A framework that only one meeting or milestone concerned is carried nowhere, and left to the table.
    """
    engagements = _in_order(dialogue)
    return (*_proposals(engagements, catalogue, language), *_frameworks(dialogue, catalogue, language))


def _in_order(dialogue: Dialogue) -> list[Engagement]:
    engagements = (*dialogue.meetings, *dialogue.alongside)
    return sorted(engagements, key=lambda item: (item.when.earliest, item.when.latest, item.ordinal or 0, item.slug))


def _key(statement: Statement) -> Key:
    about = statement.about
    return (
        statement.by or "",
        "".join((about.ja or "").split()),
        " ".join((about.en or "").split()).casefold(),
    )


def _proposals(engagements: list[Engagement], catalogue: Catalogue, language: str) -> list[Carried]:
    first: dict[Key, Statement] = {}
    carriers: dict[Key, list[str]] = {}
    for engagement in engagements:
        for statement in engagement.statements:
            key = _key(statement)
            if statement.type == "proposed":
                first.setdefault(key, statement)
            carriers.setdefault(key, []).append(engagement.slug)
    for key, statement in first.items():
        carriers[key] += _taken_up(statement, carriers[key][0], engagements)
    return [
        Carried(
            statement.about.in_language(language),
            number,
            _proposer(statement, catalogue, language),
            tuple(dict.fromkeys(carriers[key])),
        )
        for number, (key, statement) in enumerate(first.items(), start=1)
    ]


def _taken_up(proposal: Statement, first: str, engagements: list[Engagement]) -> list[str]:
    """The later meetings of the same series at which the same matter was discussed, confirmed or agreed.

    It is the same matter where one passage tells both, or where the two share a topic.
    """
    series = next(one.series for one in engagements if one.slug == first)
    later = [one for one in engagements if one.series == series] if series else []
    return [
        one.slug
        for one in later
        if any(said.type in ANSWERS and _same_matter(proposal, said) for said in one.statements)
    ]


def _same_matter(proposal: Statement, answer: Statement) -> bool:
    if set(proposal.topics) & set(answer.topics):
        return True
    one, other = proposal.evidence, answer.evidence
    if not one or not other or one.document != other.document or not (one.line_start and other.line_start):
        return False
    one_end, other_end = one.line_end or one.line_start, other.line_end or other.line_start
    return other.line_start <= one.line_start and one_end <= other_end


def _proposer(statement: Statement, catalogue: Catalogue, language: str) -> str:
    """The party that proposed, for the heading; the body where its jurisdiction is not known."""
    known = catalogue.authorities.get(statement.by or "")
    if known:
        return jurisdiction_name(known.jurisdiction, catalogue, language)
    return statement.by or ""


def _frameworks(dialogue: Dialogue, catalogue: Catalogue, language: str) -> list[Carried]:
    carriers: dict[str, list[str]] = {}
    for engagement in _in_order(dialogue):
        about = [*engagement.frameworks, *(one for item in engagement.statements for one in item.frameworks)]
        for framework in dict.fromkeys(about):
            carriers.setdefault(framework, []).append(engagement.slug)
    for milestone in dialogue.milestones:
        for framework in milestone.frameworks:
            carriers.setdefault(framework, []).append(milestone.id)
    ranked = sorted(carriers, key=lambda framework: (-len(carriers[framework]), framework))
    return [
        Carried(framework_name(framework, catalogue, language), 0, "", tuple(carriers[framework]))
        for framework in ranked
        if len(carriers[framework]) > 1
    ]


def lay_bands(
    things: tuple[Carried, ...],
    places: dict[str, tuple[MarkKind, float]],
    top: float,
    room: float,
    language: str,
) -> tuple[Band, ...]:
    """The bands of one panel, one under the other from ``top``; ``places`` says where each carrier stands.

    What nobody in the panel carries is left out; past ten bands the rest stays in the table of the page.
    """
    bands: list[Band] = []
    for thing in [one for one in things if any(carrier in places for carrier in one.carriers)][:MOST_BANDS]:
        marks = tuple(Mark(*places[carrier]) for carrier in thing.carriers if carrier in places)
        starts = not bands or (bands[-1].number > 0) != (thing.number > 0)
        heading = _heading(thing, things, language) if starts else ""
        lines = balanced_lines(thing.words, room, LABEL_SIZE, most=3)
        high = (HEADING_HIGH if heading else 0) + len(lines) * LABEL_LEADING + PADDING
        ordered = tuple(sorted(marks, key=lambda mark: mark.x))
        bands.append(Band(heading, lines, thing.number, top, high, ordered))
        top += high
    return tuple(bands)


def _heading(first: Carried, things: tuple[Carried, ...], language: str) -> str:
    if not first.number:
        return say(language, "取り上げられた枠組み", "Frameworks concerned")
    by = list(dict.fromkeys(one.by for one in things if one.number and one.by))
    names = listed(by, language)
    return say(language, f"{names}からの提案" if by else "提案", f"Proposals by {names}" if by else "Proposals")


def bodies_of(dialogue: Dialogue, code: str, catalogue: Catalogue, language: str) -> list[str]:
    """Which bodies of a party took part in the meetings, then in the talks, in the order of their first coming."""
    came = [
        participant.authority
        for meeting in (*dialogue.meetings, *dialogue.alongside)
        for participant in meeting.participants
        if participant.authority and belongs(participant.authority, code, catalogue)
    ]
    return [short_body_name(body, catalogue, language) for body in dict.fromkeys(came)]
