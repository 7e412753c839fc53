"""An event as first read, before the tellings of one event are joined and the account is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.extract.names import Reading
from graph.model import Evidence, Participant, Place, Statement, When
from ontology.terms import Kind, Status

Origin = Literal["table", "prose"]


@dataclass(frozen=True)
class Draft:
    """One telling of an event. ``tables`` are those it stands in; two rows of a table are two events.

    ``name`` is as written, rejoined; ``words`` its normalised form. ``doubts`` are reasons for review. ``own``
    says that the publisher took part, ``again`` that the words speak of a meeting told before (the meeting of 3 May).
    """

    name: str
    words: str
    when: When
    place: Place
    reading: Reading
    kind: Kind
    status: Status
    evidence: tuple[Evidence, ...]
    origin: Origin
    tables: frozenset[int] = frozenset()
    caption: str = ""
    participants: tuple[Participant, ...] = ()
    frameworks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    doubts: tuple[str, ...] = ()
    own: bool = True
    again: bool = False
