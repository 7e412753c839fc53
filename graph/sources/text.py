"""Plain text files: bytes to a document with lines, pages and what it says of itself."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from graph.document import Document
from graph.sources.encoding import decode
from graph.sources.head import Content, Told, document_of
from graph.sources.limits import MAX_BYTES, MAX_LINE, MAX_LINES, long_line, too_large, too_many
from graph.sources.pages import number_pages

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_MOST_BYTES: Final = 4  # of one character, in every encoding that we read


def read_text(data: bytes, name: str, publisher: str | None = None, published: date | None = None) -> Document:
    """The document in the bytes of a text; what the caller says of publisher and date wins over its words.

    UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP or Windows-1252. Raises UnreadableDocument.
    """
    check_lines(data, name)
    text = decode(data, name)
    return document_of(data, name, text_content(text, name), Told(publisher, published))


def text_content(text: str, name: str) -> Content:
    """The text as it stands, with its lines and pages."""
    bounds = _line_bounds(text)
    if max(end - start for start, end in bounds) > MAX_LINE:
        raise long_line(name)
    return Content(text, number_pages(text, bounds))


def check_lines(data: bytes, name: str) -> None:
    """Refuse what is too large, has too many lines or too long ones, before anything is decoded."""
    if len(data) > MAX_BYTES:
        raise too_large(name)
    if data.count(b"\n") + data.count(b"\r") > 2 * MAX_LINES:
        raise too_many(name, MAX_LINES, "lines", "行数")
    if max(map(len, data.splitlines()), default=0) > _MOST_BYTES * MAX_LINE:
        raise long_line(name)


def _line_bounds(text: str) -> list[tuple[int, int]]:
    bounds = []
    start = 0
    for ending in _LINE_END.finditer(text):
        bounds.append((start, ending.start()))
        start = ending.end()
    return [*bounds, (start, len(text))]
