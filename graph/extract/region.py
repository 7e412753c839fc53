"""Lines taken together as one text, with the way back to the document."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from graph.document import Line
from graph.text import fold, rejoined


@dataclass(frozen=True)
class Region:
    """Some lines joined by line feeds; character ``i`` stands at ``offsets[i]`` of the document."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the document for a non-empty span of the region, blanks at its ends left out."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return self.offsets[start], self.offsets[max(start, end - 1)] + 1

    def normal(self, start: int, end: int) -> str:
        """The normal form of a span."""
        return fold(self.text, start, end).text

    def rejoined(self, start: int, end: int) -> str:
        """The words of a span as written, rejoined where lines broke them."""
        return rejoined(self.text, start, end)


def region_of(text: str, lines: Sequence[Line]) -> Region:
    """The region of some lines of a document's text."""
    offsets = array("l")
    pieces = []
    for line in lines:
        pieces.append(text[line.start : line.end] + "\n")
        offsets.extend(range(line.start, line.end + 1))
    return Region("".join(pieces), offsets)


def whole(text: str) -> Region:
    """A document's text as it stands."""
    return Region(text, range(len(text) + 1))
