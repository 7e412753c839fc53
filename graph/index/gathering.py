"""Postings gathered while rows arrive: which rows carry which term, word or pair of signs.

Rows are numbered as they come and gathered in batches; within a batch everything is done on arrays. Only at the end
is the order of time known; the numbers are exchanged for it then.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from graph.index.folding import FIRST_CJK, ROW_END, WORD_OR_END, Signs, as_text, fold_signs
from graph.index.rows import term

BATCH: Final = 32_768
WORD_FIELD: Final = "w"
PAIR_FIELD: Final = "p"
_CJK: Final = ord(FIRST_CJK)
_BLANK: Final = 32
_SIGN_BITS: Final = 21

Numbers = NDArray[np.uint32]
Codes = NDArray[np.uint64]


class _Names(dict[str, int]):
    """Numbers given to names as they first come."""

    def __missing__(self, name: str) -> int:
        number = len(self)
        self[name] = number
        return number


class _Groups:
    """For each code, the rows that carry it: one slice of row numbers for each batch."""

    def __init__(self) -> None:
        self._slices: dict[int, list[tuple[int, NDArray[np.uint16]]]] = {}

    def add(self, start: int, codes: Codes) -> None:
        """Take the sorted codes of a batch: the upper bits are the code, the lower 16 the row after ``start``."""
        if not len(codes):
            return
        rows = (codes & np.uint64(0xFFFF)).astype(np.uint16)
        high = codes >> np.uint64(16)
        firsts = np.concatenate(([0], np.flatnonzero(np.diff(high)) + 1))
        ends = np.append(firsts[1:], len(high)).tolist()
        for code, first, end in zip(high[firsts].tolist(), firsts.tolist(), ends, strict=True):
            self._slices.setdefault(code, []).append((start, rows[first:end]))

    def bitmap(self, code: int, ranks: Numbers) -> BitMap:
        """The rows of a code, by their places in the order of time."""
        parts = [ranks[start:][rows] for start, rows in self._slices[code]]
        places = np.concatenate(parts) if len(parts) > 1 else parts[0]
        places.sort()
        return BitMap(array("I", places.tobytes()))

    def __iter__(self) -> Iterator[int]:
        return iter(self._slices)


class Batch(NamedTuple):
    """Rows as they came, from the ``start``-th: the numbers of their terms, how many each has, and their texts.

    The texts stand in one, with ``ROW_END`` between them.
    """

    start: int
    ids: array[int]
    counts: array[int]
    text: str


class Collecting:
    """Takes rows one by one and hands them over batch by batch; knows the names behind the numbers of terms."""

    def __init__(self) -> None:
        self._terms = _Names()
        self._ids, self._counts = array("I"), array("I")
        self._texts: list[str] = []
        self._taken = 0

    @property
    def names(self) -> list[str]:
        """The terms, by number."""
        return list(self._terms)

    def add(self, terms: Collection[str], text: str) -> bool:
        """Take the terms and the text of the next row; says whether the batch is full."""
        self._ids.extend(map(self._terms.__getitem__, terms))
        self._counts.append(len(terms))
        self._texts.append(text)
        return len(self._texts) == BATCH

    def take(self) -> Batch:
        """The batch so far, to be worked off while the next one is filled."""
        batch = Batch(self._taken, self._ids, self._counts, _joined(self._texts))
        self._taken += len(self._counts)
        self._ids, self._counts, self._texts = array("I"), array("I"), []
        return batch


class Gathering:
    """All postings of the batches worked off so far."""

    def __init__(self) -> None:
        self._words = _Names({ROW_END: 0})
        self._by_term, self._by_word, self._by_pair = _Groups(), _Groups(), _Groups()

    def work_off(self, batch: Batch) -> list[bytes]:
        """Gather the postings of a batch; gives its texts in their folded form. One batch at a time."""
        if not batch.counts:
            return []
        rows = np.repeat(np.arange(len(batch.counts), dtype=np.uint64), np.asarray(batch.counts))
        self._by_term.add(batch.start, np.sort(np.asarray(batch.ids).astype(np.uint64) << np.uint64(16) | rows))
        signs = np.append(fold_signs(batch.text), np.uint32(0))
        text = as_text(signs)
        self._by_word.add(batch.start, self._word_codes(text))
        self._by_pair.add(batch.start, _pair_codes(signs))
        return text.encode().split(ROW_END.encode())[:-1]

    def _word_codes(self, text: str) -> Codes:
        words = WORD_OR_END.findall(text)
        ids = np.fromiter(map(self._words.__getitem__, words), dtype=np.uint64, count=len(words))
        ends = ids == 0
        rows = np.cumsum(ends, dtype=np.uint64)
        return _distinct((ids << np.uint64(16) | rows)[~ends])

    def postings(self, names: Sequence[str], ranks: Numbers) -> Iterator[tuple[bytes, BitMap]]:
        """Every term in order of its bytes, with the rows that carry it."""
        named = [(name.encode(), self._by_term, code) for code, name in enumerate(names)]
        named += [(term(WORD_FIELD, word).encode(), self._by_word, code) for word, code in self._words.items() if code]
        named += [(term(PAIR_FIELD, _signs(code)).encode(), self._by_pair, code) for code in self._by_pair]
        named.sort(key=lambda entry: entry[0])
        for name, groups, code in named:
            yield name, groups.bitmap(code, ranks)


def _joined(texts: list[str]) -> str:
    """The texts of a batch as one; a text that holds the sign that ends rows loses it."""
    joined = ROW_END.join(texts)
    if joined.count(ROW_END) < len(texts):
        return joined
    return ROW_END.join(text.replace(ROW_END, " ") for text in texts)


def _distinct(codes: Codes) -> Codes:
    """Sorted, each once; ``numpy.unique`` hashes first and is several times slower on these."""
    codes.sort()
    return codes[np.concatenate(([True], codes[1:] != codes[:-1]))] if len(codes) else codes


def _pair_codes(signs: Signs) -> Codes:
    """Neighbouring signs of one row of which one is CJK; what stands alone is paired with nothing (0)."""
    after = np.append(signs[1:], np.uint32(0))
    cjk = signs >= _CJK
    paired = np.flatnonzero(cjk[:-1] | (cjk[1:] & (signs[:-1] > _BLANK)))
    rows = np.searchsorted(np.flatnonzero(signs == 0), paired).astype(np.uint64)
    first, second = signs[paired].astype(np.uint64), after[paired].astype(np.uint64)
    second[second <= _BLANK] = 0
    return _distinct(first << np.uint64(_SIGN_BITS + 16) | second << np.uint64(16) | rows)


def _signs(code: int) -> str:
    first, second = code >> _SIGN_BITS, code & ((1 << _SIGN_BITS) - 1)
    return chr(first) + (chr(second) if second else "")
