"""The words of one cell of a table, which may stand on several lines with those of other cells between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from graph.extract.region import Region
from graph.extract.ruling import Span
from graph.text import normal, rejoined

# What a narrow column broke: an abbreviation in brackets（WPDG / P）, the figures of a day (１ / ３日, 12/ / 1).
_BROKEN: Final = re.compile(
    r"(?<=[A-Z])\n(?=[A-Z]+[)）])|(?<=[0-9０-９])\n(?=[0-9０-９]{1,2}\s*(?:[月日]|[~～〜(（-]|$))|(?<=[0-9][/.])\n(?=[0-9])"
)


@dataclass(frozen=True)
class Written:
    """A cell: the pieces of a region that hold its words, one for each line of it; none where it is blank."""

    pieces: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where its words begin; 0 for a blank cell."""
        return self.pieces[0][0] if self.pieces else 0

    @property
    def end(self) -> int:
        """Where its words end; 0 for a blank cell."""
        return self.pieces[-1][1] if self.pieces else 0

    def raw(self, region: Region) -> str:
        """Its words as they stand, a line for each piece."""
        return _BROKEN.sub("", "\n".join(region.text[start:end] for start, end in self.pieces))

    def normal(self, region: Region) -> str:
        """The normal form of its words."""
        return normal(self.raw(region))

    def rejoined(self, region: Region) -> str:
        """Its words in their own forms, rejoined where lines broke them."""
        words = self.raw(region)
        return rejoined(words, 0, len(words))


Rows = tuple[tuple[Written, ...], ...]
