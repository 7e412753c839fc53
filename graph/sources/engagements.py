"""Engagements as reference facts tell them: rows of engagements.csv and statements.csv to accounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from graph.model import Account, Confidence, Evidence, Participant, Place, Statement, Text
from graph.sources.lookups import REFERENCE_DOCUMENT, Lookups
from graph.sources.rows import Row
from ontology.terms import Kind, Level, Mode, Role, StatementType, Status, Strength

_PARTICIPANT = re.compile(r"(?P<body>[a-z0-9-]+)(?: \[(?P<role>[a-z]+)\])?(?: \((?P<post>.+)\))?")
_LINES = re.compile(r"(\d+)(?:-(\d+))?")
_CERTAINTY: Mapping[str, float] = {"high": 0.98, "medium": 0.85, "low": 0.6}
STRENGTH_OF: Mapping[StatementType, Strength] = {
    "proposed": "stated",
    "explained": "stated",
    "shared": "discussed",
    "discussed": "discussed",
    "confirmed": "confirmed",
    "promised": "confirmed",
    "agreed": "agreed",
    "signed": "signed",
}


def read_accounts(engagements: list[Row], statements: list[Row], known: Lookups) -> tuple[Account, ...]:
    """One account for each row of engagements.csv, with the statements that point to it."""
    ids: set[str] = set()
    for row in engagements:
        if (slug := row.required("id")) in ids:
            raise row.error("id", f'"{slug}" is here twice.', f"「{slug}」が重複しています。")
        ids.add(slug)
    said: dict[str, list[Statement]] = {}
    for row in statements:
        engagement = row.pointer("engagement", row.required("engagement"), ids)
        said.setdefault(engagement, []).append(_statement(row, known))
    return tuple(_account(row, said.get(row.required("id"), []), known) for row in engagements)


def _account(row: Row, statements: Iterable[Statement], known: Lookups) -> Account:
    series = row.optional("series")
    level = row.choice("level", Level)
    return Account(
        source=REFERENCE_DOCUMENT,
        id=row.required("id"),
        title=Text(en=row.required("title_en"), ja=row.optional("title_ja")),
        kind=row.choice("kind", Kind),
        status=row.choice("status", Status),
        when=row.period("date_start", "date_end"),
        place=_place(row, known),
        series=row.pointer("series", series, known.series) if series else None,
        ordinal=row.whole_number("ordinal"),
        level=None if level == "unknown" else level,
        participants=_participants(row, known),
        frameworks=row.pointers("frameworks", known.frameworks),
        topics=known.topics(row),
        statements=tuple(statements),
        evidence=tuple(_evidence(row, known.cited_document(row), row.required("id"))),
        confidence=_CERTAINTY[row.choice("confidence", Confidence)],
        note=row.optional("note"),
    )


def _place(row: Row, known: Lookups) -> Place:
    country, city = row.optional("country"), row.optional("city")
    if country:
        row.pointer("country", country, known.jurisdictions)
    if city:
        row.pointer("city", city, known.cities)
    return Place(country=country, countries=(country,) if country else (), city=city, mode=row.choice("mode", Mode))


def _participants(row: Row, known: Lookups) -> tuple[Participant, ...]:
    """Who took part; a body named as organiser has that role, whether or not it is named again."""
    organisers = row.pointers("organiser", known.authorities)
    named = [_participant(row, words, organisers, known) for words in row.items("participants")]
    if not named and not organisers:
        raise row.error("participants", "a meeting needs a body.", "参加機関が必要です。")
    bodies = {participant.authority for participant in named}
    alone = [
        Participant(authority=body, label=known.authorities[body].name.in_language("en"), role="organiser")
        for body in organisers
        if body not in bodies
    ]
    return (*alone, *named)


def _participant(row: Row, words: str, organisers: tuple[str, ...], known: Lookups) -> Participant:
    match = _PARTICIPANT.fullmatch(words)
    if match is None:
        raise row.error(
            "participants",
            f'"{words}" is not "id [role] (Post)".',
            f"「{words}」は「id [role] (Post)」の形ではありません。",
        )
    body = row.pointer("participants", match["body"], known.authorities)
    post, level = known.post(row, "participants", match["post"]) if match["post"] else (None, None)
    return Participant(
        authority=body,
        label=known.authorities[body].name.in_language("en"),
        role=_role(row, match["role"]) or ("organiser" if body in organisers else "participant"),
        post=post,
        level=level,
    )


def _role(row: Row, words: str | None) -> Role | None:
    if words is None:
        return None
    checked: Role = Row(row.file, row.line, {"participants": words}).choice("participants", Role)
    return checked


def _statement(row: Row, known: Lookups) -> Statement:
    kind: StatementType = row.choice("type", StatementType)
    by = row.optional("by")
    document = row.pointer("document", row.required("document"), known.documents)
    evidence = list(_evidence(row, document, row.required("engagement")))
    return Statement(
        type=kind,
        by=row.pointer("by", by, known.authorities) if by else None,
        about=row.text("about"),
        frameworks=row.pointers("frameworks", known.frameworks),
        topics=known.topics(row),
        strength=STRENGTH_OF[kind],
        evidence=evidence[0],
    )


def _evidence(row: Row, document: str, key: str) -> Iterable[Evidence]:
    """Where the row's fact is told: a passage for each range of lines, or the cited document as a whole."""
    fact = f"{row.file}: {key}"
    sections, ranges = row.items("section"), row.items("lines")
    if not ranges:
        yield Evidence(document=document, row=fact, section="; ".join(sections) or None)
    for lines, section in zip_longest(ranges, sections[: len(ranges)], fillvalue=sections[-1] if sections else None):
        match = _LINES.fullmatch(lines or "")
        if match is None:
            raise row.error("lines", f'"{lines}" is not a range of lines.', f"「{lines}」は行の範囲ではありません。")
        start = int(match[1])
        yield Evidence(document=document, row=fact, section=section, line_start=start, line_end=int(match[2] or start))
