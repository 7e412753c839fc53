"""The reference facts as engagements: what the figures of the product are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from graph.iri import Iris
from graph.model import Catalogue, Engagement, Text
from graph.resolve.engagements import resolve
from graph.sources.facts import load_facts, reference_folder
from visualizations.page import FigureMeta


@dataclass(frozen=True)
class RealFacts:
    """All engagements of the reference facts and the catalogue they speak of."""

    engagements: tuple[Engagement, ...]
    catalogue: Catalogue


@cache
def real_facts() -> RealFacts:
    """The reference facts, read once."""
    facts = load_facts(reference_folder())
    found = resolve(facts.accounts, facts.catalogue, Iris())
    return RealFacts(found.engagements, facts.catalogue)


def meta(disclosure: str = "public") -> FigureMeta:
    """What a figure of the tests says of itself."""
    return FigureMeta(
        edition="2026-11-24-test",
        query=Text(en="all engagements", ja="全ての会合等"),
        coverage=Text(en="The reference facts.", ja="参照資料による。"),
        disclosure="internal" if disclosure == "internal" else "public",
        made=date(2026, 11, 24),
    )
