"""Finding the names of bodies in text: the automaton we use beside one regular expression of all names.

``python -m bench.matcher``. Both look for the same names in the same words, overlapping matches included where
the method can give them; what is compared is time to compile, time to search, and memory while compiling.
"""

from __future__ import annotations

import re
import time
import tracemalloc
from collections.abc import Callable
from typing import Any, Final

from ahocorasick_rs import AhoCorasick, MatchKind

from bench.evaluate import DOCUMENTS, ROOT
from graph.extract.evaluate import gold_files
from graph.extract.gazetteer import Gazetteer
from graph.sources.read import read_document
from graph.text import lowered, normal

ROUNDS: Final = 20


def names() -> list[str]:
    """Every form of every body's name that the gazetteer looks for, in lower case."""
    return Gazetteer.load(ROOT / "data").body_lexicon.words()


def texts() -> list[str]:
    """The gold documents in normal form and lower case, one string for each paragraph-like line."""
    documents = [read_document(one.file) for one in gold_files(DOCUMENTS)]
    lines = [document.text[line.start : line.end] for document in documents for line in document.lines]
    return [lowered(normal(line)) for line in lines if line.strip()]


def timed(work: Callable[[], Any], rounds: int = 1) -> tuple[float, Any]:
    """The best time of some rounds, and what the work gave."""
    best, result = float("inf"), None
    for _ in range(rounds):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result


def main() -> None:
    """Print the figures side by side."""
    wanted, lines = names(), texts()
    print(f"{len(wanted)} names, {len(lines)} lines, {sum(map(len, lines)):,} characters")
    ordered = sorted(wanted, key=len, reverse=True)
    methods: dict[str, tuple[Callable[[], Any], Callable[[Any], int]]] = {
        "ahocorasick-rs, all overlapping matches": (
            lambda: AhoCorasick(wanted, matchkind=MatchKind.Standard),
            lambda one: sum(len(one.find_matches_as_indexes(line, overlapping=True)) for line in lines),
        ),
        "ahocorasick-rs, leftmost longest": (
            lambda: AhoCorasick(wanted, matchkind=MatchKind.LeftmostLongest),
            lambda one: sum(len(one.find_matches_as_indexes(line)) for line in lines),
        ),
        "re, alternatives by length": (
            lambda: re.compile("|".join(map(re.escape, ordered))),
            lambda one: sum(1 for line in lines for _ in one.finditer(line)),
        ),
    }
    for label, (compiled, search) in methods.items():
        re.purge()
        tracemalloc.start()
        build, matcher = timed(compiled)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        seconds, found = timed(lambda search=search, matcher=matcher: search(matcher), ROUNDS if "rs" in label else 3)
        print(f"{label}: compiled in {build * 1000:.1f} ms ({peak / 1e6:.1f} MB seen by Python), "
              f"searched in {seconds * 1000:.1f} ms, {found} matches")  # fmt: skip


if __name__ == "__main__":
    main()
