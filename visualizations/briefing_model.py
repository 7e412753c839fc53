"""A briefing as a document before it is laid out: headings, sentences, figures, tables, numbered sources."""

from __future__ import annotations

from dataclasses import dataclass

from visualizations.figure import Grid
from visualizations.table import Note


@dataclass(frozen=True)
class Shown:
    """A figure within a document: its drawings as SVG, and its words."""

    parts: tuple[str, ...]
    caption: str
    description: str


@dataclass(frozen=True)
class Part:
    """A section: heading, sentences, points, a figure, a table; what is empty is left out of the page."""

    heading: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    figure: Shown | None = None
    grid: Grid | None = None
    annex: bool = False


@dataclass(frozen=True)
class BriefingDocument:
    """The whole document in one language."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
