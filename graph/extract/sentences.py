"""Sentences of a paragraph, normalised, each with its way back to the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from graph.document import Document
from graph.extract.layout import Block, Section
from graph.text import Folded, fold

LONGEST: Final = 900
_OPEN: Final = "（(「『［["
_CLOSE: Final = "）)」』］]"
_ENGLISH_END: Final = re.compile(r"[.!?](?=\s+[A-Z(])")
_ABBREVIATED: Final = re.compile(
    r"(?:^|[\s(–-])(?:Mrs?|Ms|Dr|Prof|St|Sr|Jr|No|Nos|Art|vs|cf|approx|Hon|Gen|Sec|Dept|[A-Z]|[A-Z]\.[A-Z]|e\.g|i\.e"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_COMMA: Final = re.compile(r"(?<=[^\x00-\x7f]),(?=[^\x00-\x7f]|[0-9])")
_INITIALS: Final = re.compile(r"(?<![A-Za-z])[A-Z]\.[A-Z]$")
_BEGINS: Final = re.compile(
    r"\s+(?:The|This|These|That|Those|In|On|At|He|She|They|Both|It|We|During|Following|After|An?|His|Her|Their|Its|Our|Members"
    r"|Participants|Earlier|Later|Today|Separately)\s"
)
# A line of a Japanese list or diary that begins with a day, or is a month or a year: 4日（火） …, 10月, 10/3 ….
_MARK: Final = r"[ 　\t]*(?:[・▼▽■□◆◇●○◎※\-][ 　\t]*)?"
_N: Final = r"[0-9０-９]{1,2}"
_YEAR: Final = r"(?:令和|平成|昭和)?(?:元|[0-9０-９]{1,4})年度?"
_OF_WEEK: Final = r"(?:[ 　]*[（(][月火水木金土日](?:[・、][祝休])?[）)])?"
_DATED_LINE: Final = re.compile(
    rf"(?<![年月、，・及びとはがをにので〜~～\-－（(])[ 　\t]*\r?\n{_MARK}"
    rf"(?P<first>[（(【\[]?(?:{_N}月)?{_N}日{_OF_WEEK}(?:[ 　\t：:」）)】\]\n]|{_N}[時:：]|[朝夕夜昼]|午[前後])"
    rf"|{_N}[/／]{_N}{_OF_WEEK}(?:[~〜～-][0-9０-９/／]{{1,5}}{_OF_WEEK})?[ 　\t]"
    rf"|{_N}月[ 　\t]*(?=\r?\n|$)"
    rf"|[【〔（(\[]?{_YEAR}(?:[・/／]{_YEAR})?[】〕）)\]]?[ 　\t]*(?=\r?\n|$))"
)
_LEAD: Final = re.compile(
    r"^(?:[○〇●◎◯■□◆◇・※\s]|\([0-9ア-ン]{1,2}\)|[0-9]{1,2}[.、](?![0-9])\s*"
    r"|[0-9]{1,2}:[0-9]{2}(?![0-9])(?!\s*(?:から|より|に|頃|まで|[〜~-]))\s*)+"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence: ``folded.text[start:end]``, and the paragraph and section it stands in."""

    folded: Folded
    start: int
    end: int
    section: Section
    block: int

    @cached_property
    def text(self) -> str:
        """The normalised words; the commas of Japanese that is set with ， are 、."""
        return _COMMA.sub("、", self.folded.text[self.start : self.end])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the document for a span of the sentence."""
        return self.folded.span(self.start + start, self.start + end)


def sentences(document: Document, block: Block, number: int) -> Iterator[Sentence]:
    """The sentences of a paragraph, without the bullets before them."""
    folded = fold(document.text, block.start, block.end)
    position = 0
    lines = _dated_lines(document, block, folded) if document.language == "ja" else []
    for end in sorted({*_ends(folded.text), *lines}):
        lead = _LEAD.match(folded.text[position:end])
        start = position + (lead.end() if lead else 0)
        stop = len(folded.text[:end].rstrip())
        if start < stop:
            yield Sentence(folded, start, stop, block.section, number)
        position = end


def _dated_lines(document: Document, block: Block, folded: Folded) -> list[int]:
    """Where lines begin that a date opens or is; what stands before each is a sentence of its own."""
    lines = _DATED_LINE.finditer(document.text, block.start, block.end)
    return [at for line in lines if 0 < (at := folded.position(line.start("first"))) < len(folded.text)]


def _ends(text: str) -> list[int]:
    ends: list[int] = []
    depth = start = 0
    for index, sign in enumerate(text):
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif (sign == "。" and (depth == 0 or index - start > LONGEST)) or (
            sign in ".!?" and _ENGLISH_END.match(text, index) and not _abbreviated(text, index)
        ):
            ends.append(index + 1)
            depth, start = 0, index + 1
    return [*ends, len(text)] if not ends or ends[-1] < len(text) else ends


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the stop ends Mr., U.S. or Nov. and no sentence; in Washington, D.C. The talks… it ends both."""
    if _INITIALS.search(text[max(0, stop - 4) : stop]) and _BEGINS.match(text, stop + 1):
        return False
    return text[stop] == "." and bool(_ABBREVIATED.search(text[max(0, stop - 8) : stop]))
