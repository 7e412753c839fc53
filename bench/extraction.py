"""How fast documents are read to accounts, in one process: ``python -m bench.extraction``.

Targets: a text of 300 lines in under 0.3 s, 1,000 press pages a minute. Reading the file is part of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Final

from bench.evaluate import DOCUMENTS, ELSEWHERE, ROOT
from graph.extract import Gazetteer, extract
from graph.extract.evaluate import GoldFile, gold_files
from graph.sources.read import read_bytes

LINES: Final = 300
SECONDS: Final = 0.3
PAGES_A_MINUTE: Final = 1000
ROUNDS: Final = 5


def measure(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The best of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def report_of_lines(lines: int) -> bytes:
    """A report of so many lines: the reports among the gold documents, one after the other."""
    texts = [one.file.read_text(encoding="utf-8") for one in _texts("report-ja")]
    all_lines = [line for text in texts for line in text.splitlines() if line.strip()]
    repeated = (all_lines * (lines // len(all_lines) + 1))[:lines]
    return "\n".join(repeated).encode()


def _texts(*sorts: str) -> list[GoldFile]:
    return [one for one in gold_files(DOCUMENTS) if one.sort in sorts and one.file.suffix == ".txt"]


def main() -> int:
    """Print the figures; exit 1 where a target is missed."""
    start = time.perf_counter()
    gazetteer = Gazetteer.load(ROOT / "data")
    print(f"gazetteer compiled in {time.perf_counter() - start:.2f} s")
    report = report_of_lines(LINES)
    seconds = measure(lambda: extract(read_bytes(report, "report.txt", "ppc-japan", date(2024, 4, 1)), gazetteer))
    print(f"a report of {LINES} lines: {seconds:.3f} s (target {SECONDS})")
    _real_report(gazetteer)
    pages = [(one.file.read_bytes(), one.file.name) for one in _texts("press-ja", "press-en")]
    per_page = measure(lambda: _read_all(pages, gazetteer)) / len(pages)
    print(f"{len(pages)} press pages: {per_page * 1000:.1f} ms each, {60 / per_page:,.0f} a minute (target 1,000)")
    return 0 if seconds < SECONDS and 60 / per_page > PAGES_A_MINUTE else 1


def _read_all(pages: Iterable[tuple[bytes, str]], gazetteer: Gazetteer) -> None:
    for data, name in pages:
        extract(read_bytes(data, name), gazetteer)


def _real_report(gazetteer: Gazetteer) -> None:
    file = next(iter(ELSEWHERE.glob("*.txt")), None) if ELSEWHERE.is_dir() else None
    if file is not None:
        data = Path(file).read_bytes()
        seconds = measure(lambda: extract(read_bytes(data, file.name), gazetteer))
        print(f"{file.name} ({data.count(10)} lines): {seconds:.3f} s")


if __name__ == "__main__":
    sys.exit(main())
