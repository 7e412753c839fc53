"""The engagements of the reference facts, resolved, and indexes of them: what these tests ask."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.index import Index, write_index
from graph.iri import Iris
from graph.model import Catalogue, Engagement
from graph.resolve.engagements import resolve
from graph.sources.facts import load_facts, reference_folder


@cache
def real() -> tuple[Catalogue, tuple[Engagement, ...]]:
    """The catalogue and the engagements in order of time."""
    facts = load_facts(reference_folder())
    return facts.catalogue, resolve(facts.accounts, facts.catalogue, Iris()).engagements


def written(folder: Path, engagements: tuple[Engagement, ...], edition: str = "test") -> Index:
    """An index of some engagements, written and opened."""
    write_index(folder, real()[0], engagements)
    return Index.open(folder, edition)
