"""What every part of a briefing is written with: the briefing, the names, the language, the numbers of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph.model import Catalogue, Engagement
from visualizations.briefing import Briefing
from visualizations.engagement_grid import engagement_grid
from visualizations.figure import Grid
from visualizations.page import FigureMeta
from visualizations.table import Notes
from visualizations.words import body_name, say

#: As many engagements as a table of a briefing lists.
MOST_LISTED: Final = 300


class Writer:
    """Numbers sources as they are first cited: parts are written in the order in which they are read."""

    def __init__(self, briefing: Briefing, catalogue: Catalogue, meta: FigureMeta, language: str) -> None:
        self.briefing = briefing
        self.catalogue = catalogue
        self.meta = meta
        self.language = language
        self.notes = Notes(language)
        self.name = body_name(briefing.body.id, catalogue, language)

    def say(self, ja: str, en: str) -> str:
        """One of two wordings."""
        return say(self.language, ja, en)

    def nothing(self) -> str:
        """What stands where the sources tell of nothing."""
        return self.say("収録資料に記載なし。", "Nothing in these sources.")

    def engagements(self, items: Sequence[Engagement]) -> Grid:
        """Engagements as a table without a heading of its own."""
        found = engagement_grid(items, self.catalogue, self.language, self.notes, MOST_LISTED)
        return Grid("", found.columns, found.rows, left_out=found.left_out)
