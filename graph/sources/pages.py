"""Pages of a text: form feeds where there are any, else the mark that text taken from a PDF leaves.

Text taken from a PDF without form feeds is often double-spaced: each line is followed by an empty one. Only
where a page ends does the next line follow at once, and it starts with a space. Where lines are not
double-spaced throughout, the mark means nothing and the whole text is one page.
"""

from __future__ import annotations

from typing import Final

from graph.document import Line

_DOUBLE_SPACED: Final = 0.6
_ENOUGH_LINES: Final = 20

Bounds = list[tuple[int, int]]


def number_pages(text: str, bounds: Bounds) -> tuple[Line, ...]:
    """Lines with their numbers and pages, both from 1."""
    breaks = _form_feeds(text, bounds) if "\f" in text else _pdf_breaks(text, bounds)
    lines = []
    page = 1
    for index, (start, end) in enumerate(bounds):
        page += breaks.get(index, 0)
        lines.append(Line(index + 1, page, start, end))
    return tuple(lines)


def _form_feeds(text: str, bounds: Bounds) -> dict[int, int]:
    """How many pages turn before each line: a form feed at its start turns it, one behind words the next."""
    breaks: dict[int, int] = {}
    for index, (start, end) in enumerate(bounds):
        words = text[start:end]
        leading = len(words) - len(words.lstrip("\f \t"))
        before = words[:leading].count("\f")
        after = words.count("\f") - before
        for line, count in ((index, before), (index + 1, after)):
            if count:
                breaks[line] = breaks.get(line, 0) + count
    return breaks


def _pdf_breaks(text: str, bounds: Bounds) -> dict[int, int]:
    blank = [not text[start:end].strip() for start, end in bounds]
    if not _double_spaced(blank):
        return {}
    return {
        index: 1
        for index, (start, _) in enumerate(bounds)
        if index and not blank[index] and not blank[index - 1] and text[start] == " "
    }


def _double_spaced(blank: list[bool]) -> bool:
    """Whether most lines with words follow an empty line."""
    following = [blank[index - 1] for index in range(1, len(blank)) if not blank[index]]
    return len(following) >= _ENOUGH_LINES and sum(following) >= _DOUBLE_SPACED * len(following)
