"""The years of a chronology: told once, at the left of what happened in them or on a line above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from graph.document import Document
from graph.edtf import from_edtf
from graph.model import When

# 2011    13 November: the leaders meet; or the year alone on its line.
_YEAR: Final = re.compile(
    r"^(?P<indent>[ \t]*)(?P<year>(?:19|20)[0-9]{2})"
    r"(?:(?:[ ]{2,}|\t+|:[ ]+)(?=[^\s0-9]|[0-9]{1,2}(?![0-9]))|[ \t]*:?[ \t]*$)",
    re.MULTILINE,
)
# A line that begins no deeper than the years, behind a blank one, ends what is told below them.
_BLANK: Final = re.compile(r"\n[ \t]*\n(?=[ \t]*\S)")
_FEWEST: Final = 2


@dataclass(frozen=True)
class Chronicle:
    """Where in a document each year begins; ``None`` where what follows is of no year told so."""

    starts: tuple[int, ...]
    years: tuple[When | None, ...]

    def year_at(self, position: int) -> When | None:
        """The year under which a position stands."""
        index = bisect_right(self.starts, position) - 1
        return self.years[index] if index >= 0 else None


def chronicle_of(document: Document) -> Chronicle:
    """The years of a document that tells of at least two, one after the other, in either order."""
    text = document.text
    hits = list(_YEAR.finditer(text))
    steps = {
        (int(one["year"]) < int(other["year"])) - (int(one["year"]) > int(other["year"]))
        for one, other in pairwise(hits)
    }
    if len(hits) < _FEWEST or len(steps) != 1 or 0 in steps:
        return Chronicle((), ())
    starts: list[int] = []
    years: list[When | None] = []
    for hit, end in zip(hits, [*(one.start() for one in hits[1:]), len(text)], strict=True):
        starts.append(hit.start())
        years.append(from_edtf(hit["year"], hit["year"]))
        after = _end(text, hit, end)
        if after is not None:
            starts.append(after)
            years.append(None)
    return Chronicle(tuple(starts), tuple(years))


def _end(text: str, hit: re.Match[str], end: int) -> int | None:
    """Where what stands below a year at the left is over; a year alone on its line is a heading, up to the next one."""
    if not text[hit.end() : end].split("\n", 1)[0].strip():
        return None
    indent = len(hit["indent"].expandtabs())
    for gap in _BLANK.finditer(text, hit.end(), end):
        line = text[gap.end() : end].split("\n", 1)[0].expandtabs()
        if len(line) - len(line.lstrip()) <= indent:
            return gap.end()
    return None
