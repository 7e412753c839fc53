"""The picture model of a line of talks: what is drawn where, in pixels, before a single mark is made.

Every measure is in CSS pixels from the top left of a panel. A *panel* is one stretch of the time axis, like a
line of music; long dialogues have several, one under the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ontology.terms import Mode, Status
from visualizations.timeaxis import Span, TimeAxis

NodeKind = Literal["meeting", "talk"]
MarkKind = Literal["meeting", "talk", "milestone"]


@dataclass(frozen=True)
class Lane:
    """One party: its name, the bodies that came for it (wrapped), and the height of its line."""

    code: str
    name: str
    bodies: tuple[str, ...]
    y: float


@dataclass(frozen=True)
class Uncertain:
    """A stretch whose day is not known, over the lanes concerned: drawn hatched, never as a day."""

    left: float
    right: float
    top: float
    bottom: float
    kind: NodeKind


@dataclass(frozen=True)
class Node:
    """A meeting of the series or a talk beside it, spanning the lanes of those who took part.

    ``wide`` is the stretch of known days, 0 where the days are not known. ``host`` is the lane whose
    jurisdiction it took place in. ``lanes`` are indexes, lowest first. ``reach`` is the radius of its signs.
    ``known`` is false where the sources do not say which of the parties came: it is drawn as an empty outline.
    """

    slug: str
    kind: NodeKind
    x: float
    wide: float
    lanes: tuple[int, ...]
    host: int | None
    mode: Mode
    status: Status
    title: str
    reach: float = 8.0
    known: bool = True


@dataclass(frozen=True)
class Callout:
    """The words that belong to a node or milestone, joined to it by a leader line at ``target``."""

    slug: str
    left: float
    wide: float
    heading: tuple[str, ...]
    details: tuple[str, ...]
    target: float


@dataclass(frozen=True)
class Marker:
    """A milestone on its row; ``span`` is hatched where the day is not known."""

    id: str
    x: float
    span: tuple[float, float] | None


@dataclass(frozen=True)
class Arrow:
    """What led to what: from the edge of one node to the edge of another, on a free track between two lanes."""

    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True)
class Mark:
    """A dot on a band: the meeting, talk or milestone that carried it."""

    kind: MarkKind
    x: float


@dataclass(frozen=True)
class Band:
    """A proposal or framework carried through the panel. ``number`` counts proposals, 0 for a framework.

    ``heading`` stands above the first band of its sort, and is empty for the others.
    """

    heading: str
    label: tuple[str, ...]
    number: int
    top: float
    high: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Rows:
    """The heights of the rows of a panel, from top to bottom."""

    meetings: float
    lanes: float
    talks: float
    milestones: float
    bands: float
    bottom: float


@dataclass(frozen=True)
class Panel:
    """One stretch of time with everything in it."""

    axis: TimeAxis
    months: tuple[Span, ...]
    years: tuple[Span, ...]
    fiscal_years: tuple[Span, ...]
    rows: Rows
    lanes: tuple[Lane, ...]
    uncertain: tuple[Uncertain, ...]
    nodes: tuple[Node, ...]
    meeting_callouts: tuple[Callout, ...]
    talk_callouts: tuple[Callout, ...]
    markers: tuple[Marker, ...]
    marker_callouts: tuple[Callout, ...]
    arrows: tuple[Arrow, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Tag:
    """A number above or below the lanes, joined by a line to what it stands for at ``target``."""

    number: int
    kind: MarkKind
    x: float
    y: float
    target: float
    above: bool = False


@dataclass(frozen=True)
class KeyLine:
    """An entry of the key: sign and number, when, and what; ``x`` and ``y`` are its left end and first baseline."""

    number: int
    kind: MarkKind
    x: float
    y: float
    when: str
    what: tuple[str, ...]


@dataclass(frozen=True)
class KeyYear:
    """A year above its entries in the key; ``x`` and ``y`` are its left end and baseline."""

    words: str
    x: float
    y: float
    wide: float


@dataclass(frozen=True)
class Silence:
    """A long stretch between two talks of which the sources tell of none; ``x`` is the middle of its words."""

    left: float
    right: float
    x: float
    words: str


@dataclass(frozen=True)
class Overview:
    """The one panel of a long figure, its numbers and its key."""

    panel: Panel
    tags: tuple[Tag, ...]
    key: tuple[KeyLine, ...]
    years: tuple[KeyYear, ...]
    silences: tuple[Silence, ...]
    bottom: float


@dataclass(frozen=True)
class LegendEntry:
    """A sign and its words; ``sign`` names a drawing in the legend of the figure."""

    sign: str
    words: str


@dataclass(frozen=True)
class Picture:
    """A whole figure: title, what it shows in words, its panels and its legend."""

    language: str
    title: str
    subtitle: str
    description: str
    wide: float
    panels: tuple[Panel, ...]
    legend: tuple[LegendEntry, ...]
    left_out: int
    overview: Overview | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
