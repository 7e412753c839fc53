"""The index of an edition, as readers open it: immutable, shared between threads, nothing read before it is needed."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from pyroaring import BitMap

from graph.errors import DamagedEdition
from graph.index.lines import Line, lines_of
from graph.index.names import Names
from graph.index.rows import Passage
from graph.index.segment import Segment
from graph.index.shelf import open_shelf
from graph.model import Catalogue, Engagement

Kept = TypeVar("Kept")

FORMAT: Final = 1
INDEX_FILE: Final = "index.json"
CATALOGUE_FILE: Final = "catalogue.json"
ENGAGEMENTS: Final = "engagements"
PASSAGES: Final = "passages"
_READ: Final = Engagement.model_validate_json


def segments_in(folder: Path) -> set[str]:
    """The names of the segments of engagements in an index folder, without opening it; none where it has no index."""
    try:
        told = json.loads((folder / INDEX_FILE).read_text(encoding="utf-8"))
        return set(told[ENGAGEMENTS])
    except (OSError, ValueError, KeyError, TypeError):
        return set()


class Index:
    """Everything that pages and lists read of one view of one edition."""

    def __init__(
        self, edition: str, catalogue: Catalogue, segments: tuple[Segment, ...], passages: tuple[Segment, ...]
    ) -> None:
        self.edition = edition
        self.catalogue = catalogue
        self.segments = segments
        self.passage_segments = passages
        self._kept: dict[str, Any] = {}

    @classmethod
    def open(cls, folder: Path, edition: str) -> Index:
        """Open the index in ``folder``. Raises DamagedEdition where it is missing, damaged or of another format."""
        try:
            told = json.loads((folder / INDEX_FILE).read_text(encoding="utf-8"))
            if told["format"] != FORMAT:
                raise ValueError("another format")
            catalogue = Catalogue.model_validate_json((folder / CATALOGUE_FILE).read_bytes())
            segments = open_shelf(folder / ENGAGEMENTS, told[ENGAGEMENTS])
            passages = open_shelf(folder / PASSAGES, told[PASSAGES])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DamagedEdition(
                f"The index of edition {edition} is missing or damaged; verify the edition or build it again.",
                f"版 {edition} の索引が見つからないか破損しています。版を検証するか、再作成してください。",
            ) from error
        return cls(edition, catalogue, segments, passages)

    def __len__(self) -> int:
        return sum(len(segment) for segment in self.segments)

    def engagement(self, slug: str) -> Engagement | None:
        """The engagement with this slug, or None."""
        for segment in self.segments:
            place = segment.place(slug)
            if place is not None:
                return read_engagement(segment, place)
        return None

    def has(self, slug: str) -> bool:
        """Whether there is an engagement with this slug."""
        return any(segment.place(slug) is not None for segment in self.segments)

    def documents_between(self, first: date, last: date) -> set[str]:
        """The documents that tell of an engagement that may have taken place within some days."""
        return {
            document
            for segment in self.segments
            for document in segment.count_values("document", segment.between(first.toordinal(), last.toordinal()))
        }

    def citing(self, document: str) -> Iterator[Engagement]:
        """The engagements that a document tells of."""
        for segment in self.segments:
            for place in segment.posting("document", document) & segment.live:
                yield read_engagement(segment, place)

    def engagements(self) -> Iterator[Engagement]:
        """All engagements in the total order of lists, oldest first; read one by one."""
        if len(self.segments) == 1:
            (only,) = self.segments
            places = ((only, place) for place in only.live)
        else:
            keyed = [[(segment, place) for place in segment.live] for segment in self.segments]
            places = iter(heapq.merge(*keyed, key=lambda at: at[0].key(at[1])))
        for segment, place in places:
            yield read_engagement(segment, place)

    def passages(self, document: str) -> Iterator[Passage]:
        """The passages of a document, in its order."""
        for segment in self.passage_segments:
            for place in segment.posting("document", document) & segment.live:
                yield read_passage(segment, place)

    def values(self, field: str, prefix: str = "") -> list[str]:
        """The values of a field that some engagement has and that begin with ``prefix``, sorted."""
        return sorted({value for segment in self.segments for value in segment.terms(field, prefix)})

    @cached_property
    def names(self) -> Names:
        """The names that a word may mean."""
        return Names(self.catalogue)

    def kept(self, name: str, make: Callable[[], Kept]) -> Kept:
        """What ``make`` gives, made once for this index and kept under ``name``."""
        if name not in self._kept:
            self._kept[name] = make()
        found: Kept = self._kept[name]
        return found

    @cached_property
    def lines(self) -> dict[str, Line]:
        """What stands above and below what, by field."""
        return lines_of(self.catalogue)

    def having(self, segment: Segment, field: str, value: str) -> BitMap:
        """The rows of a segment that have a value of a field, or one below it; dead ones too. Not to be changed."""
        line = self.lines.get(field)
        below = line.below(value) if line else (value,)
        if len(below) == 1:
            return segment.posting(field, value)
        known = self.counted(segment, field).get(value)
        return self._union(segment, field, below) if known is None else known

    def _union(self, segment: Segment, field: str, values: Iterable[str]) -> BitMap:
        return BitMap.union(*(segment.posting(field, value) for value in values))

    def counted(self, segment: Segment, field: str) -> dict[str, BitMap]:
        """Every value of a field in a segment, those above it too, and its rows. Kept once made."""
        return self.kept(f"{segment.name}/{field}", lambda: dict(self._counted(segment, field)))

    def _counted(self, segment: Segment, field: str) -> Iterator[tuple[str, BitMap]]:
        line = self.lines.get(field)
        values = set(segment.values(field))
        if line:
            values |= {upper for value in values for upper in line.above(value)}
        for value in sorted(values):
            yield value, self._union(segment, field, line.below(value) if line else (value,))

    @cached_property
    def span(self) -> tuple[date | None, date | None]:
        """The first possible day of the first engagement and the last possible day of any; open ends left out."""
        open_end = date.max.toordinal()
        firsts = [int(day) for s in self.segments for day in s.earliest[s.earliest > 1][:1]]
        lasts = [int(s.latest[s.latest < open_end].max(initial=0)) for s in self.segments]
        first, last = min(firsts, default=0), max(lasts, default=0)
        return (date.fromordinal(first), date.fromordinal(last)) if first and last else (None, None)

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The documents that engagements cite."""
        return tuple(self.values("document"))


def read_engagement(segment: Segment, place: int) -> Engagement:
    """The engagement at a place."""
    return Engagement.model_validate_json(segment.record(place))


def recall_engagement(segment: Segment, place: int) -> Engagement:
    """The engagement at a place, which may be kept from the last time: for questions that many ask of the newest."""
    return segment.read(int(place), _READ)


def read_passage(segment: Segment, place: int) -> Passage:
    """The passage at a place."""
    return Passage.model_validate_json(segment.record(place))
