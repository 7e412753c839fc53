"""The paragraphs of an English document, whole again where the layout took a line for a beginning that is none."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from graph.document import Document
from graph.english_date_words import MONTH_NAMES
from graph.extract.english.clauses import triggers
from graph.extract.layout import Block
from graph.extract.sentences import Sentence, sentences
from graph.text import Folded

_MONTH: Final = "|".join(f"{name}|{name[:3]}\\b\\.?|Sept\\b\\.?" for name in MONTH_NAMES)
# A line that ends with one of these has not said all of it.
_UNFINISHED: Final = re.compile(
    r"(?:,|\b(?:the|a|an|of|and|or|on|in|at|to|by|for|with|from|between|until|its|their|our|his|her|this|that|these"
    r"|which|who|whose|as|than|via|into|during|under|over|was|were|is|are|be|been|will|has|have|had))$",
    re.IGNORECASE,
)
# A number at the beginning of a line, which is the day of a month and numbers no paragraph.
_DAY_FIRST: Final = re.compile(rf"[0-9]{{1,2}}(?:\s*(?:[-–]|to|and|until)\s*[0-9]{{1,2}})?\s+(?:{_MONTH})")
_SIGN: Final = r"(?:[-–•*·▪○●◦]\s|o\s{2,})"
_ITEM: Final = re.compile(rf"\s*(?:{_SIGN}|\([a-z0-9]{{1,3}}\)|[a-z0-9]{{1,3}}[.)]\s)")
_BULLET: Final = re.compile(rf"\s*{_SIGN}\s*|\s*\([a-z0-9]{{1,3}}\)\s+|\s*[a-z][.)]\s+")
# What begins a note of a list: a day parted from what is told of it, the name of a month, or a sign.
_DAY: Final = (
    rf"(?:[0-9]{{1,2}}(?:\s?[-–]\s?[0-9]{{1,2}})?(?:[ ](?:{_MONTH}))?|(?:{_MONTH})[ ][0-9]{{1,2}}"
    r"(?:\s?[-–]\s?[0-9]{1,2})?)(?:,?[ ][0-9]{4})?(?:[ ]{2,}|\t|:[ ]|[ ][-–][ ])"
)
_NOTE: Final = re.compile(
    rf"^[ \t]*(?:{_DAY}(?=[^\s])|o[ ]{{2,}}(?=[^\s])|(?:{'|'.join(MONTH_NAMES)})(?:[ ][0-9]{{4}})?[ ]*$)", re.MULTILINE
)
_FEWEST: Final = 2
_ROW: Final = re.compile(
    rf"^(?=[^\n]*\S(?:[ ]{{3,}}|\t)\S)(?=[^\n]*(?:\b(?:{_MONTH})|[0-9][/.][0-9]))[^\n]+$", re.MULTILINE
)
_FEWEST_ROWS: Final = 3
_GAP: Final = re.compile(r"\n[ \t]*")
_LEAD_IN: Final = re.compile(r"\b(?:with|to|from|by|at|of|including|follow(?:ing|s)(?:\s+[\w-]+){0,2})\s*:$")


def paragraphs(blocks: Sequence[Block], document: Document) -> list[Block]:
    """The blocks, each joined to the one that it goes on from: in a line below, in the middle of a sentence."""
    if document.paragraphs:
        return list(blocks)
    whole: list[Block] = []
    rows = (row for one in blocks for row in _rows(one, document))
    for block in (part for one in rows for part in _notes(one, document)):
        if whole and _goes_on(document.text, whole[-1], block):
            whole[-1] = replace(whole[-1], end=block.end)
        else:
            whole.append(block)
    return whole


def _rows(block: Block, document: Document) -> Iterator[Block]:
    """The rows of a table whose columns nobody found: lines of cells that wide blanks part, each with its day."""
    text = document.text
    starts = [hit.start() for hit in _ROW.finditer(text, block.start, block.end)]
    lines = text.count("\n", block.start, block.end) + 1
    if len(starts) < _FEWEST_ROWS or lines > 2 * len(starts) or text[block.start : starts[0]].strip():
        yield block
        return
    for start, end in pairwise([*starts, block.end]):
        yield replace(block, start=start, end=start + len(text[start:end].rstrip()))


def _notes(block: Block, document: Document) -> Iterator[Block]:
    """The notes of a list in which each begins a line with its day: 5 May  Meeting with…"""
    text = document.text
    starts = [hit.start() for hit in _NOTE.finditer(text, block.start, block.end)]
    if len(starts) < _FEWEST or text[block.start : starts[0]].strip():
        yield block
        return
    for start, end in pairwise([*starts, block.end]):
        yield replace(block, start=start, end=start + len(text[start:end].rstrip()))


def _goes_on(text: str, before: Block, after: Block) -> bool:
    words = text[after.start : after.end].lstrip()
    if not _GAP.fullmatch(text[before.end : after.start]) or _ITEM.match(words):
        return False
    unfinished = bool(_UNFINISHED.search(text[before.start : before.end].rstrip()))
    if _DAY_FIRST.match(words):
        return unfinished
    return words[:1].islower() or (unfinished and not after.heading)


def read_paragraphs(blocks: Sequence[Block], document: Document) -> Iterator[tuple[bool, Sentence]]:
    """The sentences of all paragraphs, each with whether it is the first of its own.

    An item of a list that tells nothing by itself is read behind the words that lead in to the list: the President met
    with: the Polish authority, on 6 May; …
    """
    lead: Sentence | None = None
    for number, block in enumerate(paragraphs(blocks, document)):
        item = bool(_BULLET.match(document.text[block.start : block.end]))
        lead = lead if item else None
        for index, sentence in enumerate(sentences(document, block, number)):
            joined = lead is not None and index == 0 and not triggers(sentence.text)
            yield index == 0, _behind(lead, sentence) if joined and lead is not None else sentence
            if _LEAD_IN.search(sentence.text) and triggers(sentence.text):
                lead = sentence


def _behind(lead: Sentence, item: Sentence) -> Sentence:
    """One sentence of the words that lead in and of an item, with the way back to the document."""
    bullet = _BULLET.match(item.text)
    first = item.start + (bullet.end() if bullet else 0)
    before = lead.folded.text[lead.start : lead.end].rstrip(" :")
    after = item.folded.text[first : item.end].rstrip(" ;")
    stop = lead.start + len(before)
    starts = lead.folded.starts[lead.start : stop] + array("l", [lead.folded.ends[stop - 1]])
    ends = lead.folded.ends[lead.start : stop] + array("l", [item.folded.starts[first]])
    starts += item.folded.starts[first : first + len(after)]
    ends += item.folded.ends[first : first + len(after)]
    text = f"{before} {after}"
    return Sentence(Folded(text, starts, ends), 0, len(text), item.section, item.block)
