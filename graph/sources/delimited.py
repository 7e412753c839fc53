"""CSV files: encoding, delimiter and heading row found, every cell into one table."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from itertools import islice
from typing import Final

from graph.document import Document
from graph.sources.compose import Box, Composer
from graph.sources.encoding import decode
from graph.sources.head import Told, document_of
from graph.sources.limits import MAX_CELLS, too_many, unreadable
from graph.sources.lists import Renaming, compose_list
from graph.sources.text import check_lines

_DELIMITERS: Final = (",", "\t", ";", "|")
_SAMPLE_ROWS: Final = 50


def read_delimited(data: bytes, name: str, told: Told, columns: Mapping[str, str] | None) -> Document:
    """The document in a CSV file. Raises UnreadableDocument."""
    check_lines(data, name)
    text = decode(data, name)
    renaming = Renaming(columns or {})
    composer = Composer(name)
    compose_list(_boxes(text, _delimiter(text), name), renaming, composer)
    renaming.check(name)
    return document_of(data, name, composer.content(), told)


def _delimiter(text: str) -> str:
    """The delimiter that parts most rows into the same number of cells, at least two; a comma if none does."""
    scores = {delimiter: _score(text, delimiter) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: scores[delimiter])


def _score(text: str, delimiter: str) -> float:
    try:
        rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE_ROWS))
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = widths.most_common(1)[0]
    return count * (1 + 0.1 * min(width, 10))


def _boxes(text: str, delimiter: str, name: str) -> list[list[Box]]:
    """All rows, each filled up to the widest."""
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            cells += len(row)
            if cells > MAX_CELLS:
                raise too_many(name, MAX_CELLS, "cells", "セル数")
            rows.append(row)
    except csv.Error:
        raise unreadable(
            name,
            "is not a well-formed CSV file; save it again from the program that wrote it",
            "はCSVの形式が正しくありません。作成したソフトで保存し直してください",
        ) from None
    width = max(map(len, rows), default=0)
    if width * len(rows) > 4 * MAX_CELLS:
        raise too_many(name, MAX_CELLS, "cells", "セル数")
    return [[Box(cell) for cell in row] + [Box("") for _ in range(width - len(row))] for row in rows]
