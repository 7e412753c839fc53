"""Lists of meetings as rows of cells (CSV, XLSX): the heading row found, columns renamed where asked.

``columns`` maps a heading of the list to what the column holds: one of the names in ``FIELDS`` (``date``,
``start``, ``end``, ``name``, ``place``, ``mode``, ``bodies``, ``host``, ``status``, ``note``, or ``unused``), or any
other heading words. The heading is then written in the document in the words that the extractor knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.sources.compose import Box, Boxes, Composer
from graph.sources.limits import unreadable
from graph.text import key

FIELDS: Final[Mapping[str, str]] = {
    "date": "開催日",
    "start": "開始日",
    "end": "終了日",
    "name": "会議名",
    "place": "開催地",
    "mode": "開催形式",
    "bodies": "参加者",
    "host": "主催者",
    "status": "開催状況",
    "note": "備考",
    "unused": "―",
}
_HEADING_REACH: Final = 30
_DATED: Final = re.compile(r"[0-9０-９]{1,4}\s*[年月日/.-]")


@dataclass
class Renaming:
    """The columns that a caller names, and which of them have been met."""

    columns: Mapping[str, str]

    def __post_init__(self) -> None:
        self._wanted = {key(heading): FIELDS.get(field, field) for heading, field in self.columns.items()}
        self._met: set[str] = set()

    def renamed(self, row: Sequence[Box]) -> list[Box]:
        """A heading row with its headings renamed; a merged heading stays merged."""
        made = {box: Box(self._wanted.get(key(box.words), box.words)) for box in row}
        self._met |= {key(box.words) for box in row}
        return [made[box] for box in row]

    def is_heading(self, row: Sequence[Box]) -> bool:
        """Whether the row has one of the headings that the caller names."""
        return any(key(box.words) in self._wanted for box in row)

    def check(self, name: str) -> None:
        """Refuse where a heading that the caller names is nowhere in the list."""
        for heading in self.columns:
            if key(heading) not in self._met:
                raise unreadable(
                    name,
                    f'has no column "{heading}"; name a heading as it stands in the list',
                    f"に「{heading}」という列がありません。一覧の見出しのとおりに指定してください",
                )


def compose_list(rows: Boxes, renaming: Renaming, composer: Composer, page: int = 1) -> None:
    """Write a list: what stands above its heading row as lines, the rest as one table."""
    at = _heading(rows, renaming)
    for row in rows[:at]:
        words = [box.words for box in dict.fromkeys(row) if box.words.strip()]
        if words:
            composer.line("  ".join(words), page)
    table = [renaming.renamed(rows[at]), *rows[at + 1 :]] if at < len(rows) else []
    composer.table(table, [page] * len(table))


def _heading(rows: Boxes, renaming: Renaming) -> int:
    """The row of the headings: one that the caller names; else the first with two different cells, none a date."""
    reach = rows[:_HEADING_REACH]
    for index, row in enumerate(reach):
        if renaming.is_heading(row):
            return index
    for index, row in enumerate(reach):
        filled = [box for box in dict.fromkeys(row) if box.words.strip()]
        if len(filled) >= 2 and not any(_DATED.search(box.words) for box in filled):
            return index
    return 0
