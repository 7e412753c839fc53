"""Everything an officer has to know of a body before a call, in one record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from pyroaring import BitMap

from graph.history.asked import Asked, Coverage, FacetValue, Listed
from graph.history.facets import facet
from graph.history.finding import coverage, first_of, listed, nearest
from graph.history.frameworks import SharedFramework, shared_frameworks
from graph.history.matching import Part, matching
from graph.history.rhythm import Cadence, cadence_of, planned
from graph.history.statements import Commitments, Said, Wanted, commitments_of, said_at, saying
from graph.history.trends import YearCount, years_of
from graph.index import Index
from graph.index.rows import PART_END
from graph.index.segment import Segment
from graph.model import Engagement, Record, Text
from ontology.terms import RANKS, Level, StatementType

HOME: Final = "ppc-japan"
NEWEST: Final = 20
DOSSIER_FACETS: Final = ("with", "framework", "series", "kind", "country")
_MOST_SAID: Final = 10
_MOST_COMING: Final = 10
_PROPOSED: Final[tuple[StatementType, ...]] = ("proposed",)
_EXPLAINED: Final[tuple[StatementType, ...]] = ("explained", "shared", "discussed")
_AGREED: Final[tuple[StatementType, ...]] = ("confirmed", "agreed", "signed")


class PostMet(Record):
    """A post of the body, and at how many engagements its holder took part."""

    post: Text
    count: int


class Mismatches(Record):
    """Engagements at which the body and the home body sat at different levels; those in which ours was the higher."""

    total: int
    home_higher: int
    newest: tuple[Engagement, ...]


class Dossier(Record):
    """What is known of contact with a body. ``first`` and ``last`` are engagements held; lists are newest first.

    Everything counts whoever met the body; ``together``, ``first_together`` and ``last_together`` are those at which
    ``home`` took part, and ``shared_frameworks`` and ``mismatches`` compare with it. ``levels`` counts by level.
    """

    edition: str
    body: str
    home: str
    coverage: Coverage
    total: int
    newest: tuple[Listed, ...]
    first: Engagement | None
    last: Engagement | None
    together: int
    first_together: Engagement | None
    last_together: Engagement | None
    facets: dict[str, tuple[FacetValue, ...]]
    per_year: tuple[YearCount, ...]
    levels: tuple[FacetValue, ...]
    mismatches: Mismatches
    proposed: tuple[Said, ...]
    explained: tuple[Said, ...]
    agreed: tuple[Said, ...]
    commitments: Commitments
    shared_frameworks: tuple[SharedFramework, ...]
    cadence: Cadence
    coming: tuple[Engagement, ...]
    posts: tuple[PostMet, ...]
    met_most: tuple[FacetValue, ...]


def last_contact(index: Index, *bodies: str) -> Engagement | None:
    """The last engagement that was held and in which all the bodies took part. Raises NotFound."""
    return first_of(_held(matching(index, Asked(with_=bodies))), "newest")


def first_contact(index: Index, *bodies: str) -> Engagement | None:
    """The first engagement that was held and in which all the bodies took part. Raises NotFound."""
    return first_of(_held(matching(index, Asked(with_=bodies))), "oldest")


def _held(parts: Sequence[Part]) -> list[Part]:
    return [Part(s, held := rows & s.posting("status", "held"), held) for s, rows, _ in parts]


def dossier(index: Index, body: str, *, today: date, home: str = HOME) -> Dossier:
    """What to know of ``body`` before a call, seen from ``home``. Raises NotFound for a body that nothing knows."""
    asked = Asked(with_=(body,))
    parts = matching(index, asked)
    held = _held(parts)
    together = [Part(s, both := rows & index.having(s, "with", home), both) for s, rows, _ in held]
    counted = {field: facet(index, parts, field) or () for field in DOSSIER_FACETS}
    bodies = index.lines["with"]
    relatives = {*bodies.below(body), *bodies.above(body)}
    return Dossier(
        edition=index.edition,
        body=body,
        home=home,
        coverage=coverage(index, asked),
        total=sum(len(part.rows) for part in parts),
        newest=listed(nearest(parts, "newest", NEWEST), asked),
        first=first_of(held, "oldest"),
        last=first_of(held, "newest"),
        together=sum(len(part.rows) for part in together),
        first_together=first_of(together, "oldest"),
        last_together=first_of(together, "newest"),
        facets=counted,
        per_year=years_of(parts),
        levels=facet(index, parts, "level") or (),
        mismatches=mismatches(index, held, body, home),
        proposed=_said(index, parts, _PROPOSED),
        explained=_said(index, parts, _EXPLAINED),
        agreed=_said(index, parts, _AGREED),
        commitments=commitments_of(index, parts, today, _MOST_SAID),
        shared_frameworks=shared_frameworks(index, home, body, today) if body != home else (),
        cadence=cadence_of(parts, today),
        coming=tuple(planned(parts, today, _MOST_COMING)),
        posts=_posts(index, parts, body),
        met_most=tuple(one for one in counted["with"] if one.value not in relatives),
    )


def _said(index: Index, parts: Sequence[Part], types: tuple[StatementType, ...]) -> tuple[Said, ...]:
    wanted = Wanted(types=types)
    return tuple(said_at(nearest(saying(index, parts, wanted), "newest", _MOST_SAID), wanted, index))


def mismatches(index: Index, parts: Sequence[Part], body: str, home: str) -> Mismatches:
    """Engagements of ``parts`` at which two bodies sat at different levels, where both are told."""
    higher, lower = [], []
    if body != home:
        for segment, rows, _ in parts:
            ours = {rank: segment.posting("rank", home, level) for level, rank in RANKS["level"].items()}
            theirs = {rank: _ranked(index, body, level, segment) for level, rank in RANKS["level"].items()}
            above = [ours[one] & theirs[other] for one in ours for other in theirs if one > other]
            below = [ours[one] & theirs[other] for one in ours for other in theirs if one < other]
            higher.append(Part(segment, found := rows & BitMap.union(*above), found))
            lower.append(Part(segment, both := found | (rows & BitMap.union(*below)), both))
    return Mismatches(
        total=sum(len(part.rows) for part in lower),
        home_higher=sum(len(part.rows) for part in higher),
        newest=tuple(one.engagement for one in listed(nearest(lower, "newest", 5), Asked())),
    )


def _ranked(index: Index, body: str, level: str, segment: Segment) -> BitMap:
    return BitMap.union(*(segment.posting("rank", unit, level) for unit in index.lines["with"].below(body)))


def _posts(index: Index, parts: Sequence[Part], body: str) -> tuple[PostMet, ...]:
    """The posts met, of the body and its units, commonest first."""
    counts: dict[tuple[str, str], int] = {}
    for segment, rows, _ in parts:
        for unit in index.lines["with"].below(body):
            for value in segment.terms("post", unit + PART_END):
                _, ja, en = value.split(PART_END)
                met = rows.intersection_cardinality(segment.posting("post", unit, ja, en))
                counts[ja, en] = counts.get((ja, en), 0) + met
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(PostMet(post=Text(ja=ja or None, en=en or None), count=count) for (ja, en), count in ordered if count)


def levels_met(index: Index, asked: Asked) -> dict[Level, int]:
    """At which levels the engagements asked for were held."""
    return {one.value: one.count for one in facet(index, matching(index, asked), "level") or ()}  # type: ignore[misc]
