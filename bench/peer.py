"""Events found and documents per second, beside a GiNZA (spaCy) pipeline with a plain rule, on the same documents.

``python -m bench.peer [--python INTERPRETER]``, the interpreter being one that has ``ginza`` and ``ja-ginza``
(``uv venv PEER --python 3.11 && uv pip install --python PEER/bin/python ginza ja-ginza``). Without it only our side
is measured. The documents are the Japanese ones that have gold files; an event is right where the gold has an event
of that document with the same date (EDTF), each counted once. The peer is given the text that our reader took out,
its words for dates are read with our reader of dates, and it is measured without and with our names of bodies.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.evaluate import DOCUMENTS, ELSEWHERE, ROOT
from bench.first_try import BY_SORT
from graph.dates import DateContext, find_dates, read_japanese
from graph.document import Document
from graph.extract import Gazetteer, extract
from graph.extract.evaluate import GoldFile, Score, gold_files
from graph.model import When
from graph.sources.read import read_document

ROUNDS: Final = 3
PRESS: Final = "press-ja"
#: Endings of the names of documents of the rounds in ``BY_SORT`` that have Japanese ones, in its order.
FIRST_ROUNDS: Final = ("-r4", "-r5", "-r8", "-r9", "-r10", "-r11", "-r12")
PEER: Final = Path(__file__).with_name("peer_ginza.py")
Dates = Counter[str]
Pair = tuple[GoldFile, Document]


@dataclass(frozen=True)
class Row:
    """A line of the table; ``press`` is the score on press pages alone, which are prose without tables, ``rounds``
    those on the documents of ``first_tries``."""

    label: str
    score: Score
    press: Score
    rounds: tuple[Score, ...]
    load: float
    seconds: float
    peak: int


def japanese() -> list[Pair]:
    """The gold documents in Japanese that are at hand, as read."""
    read = [
        (gold, read_document(gold.file, gold.publisher, gold.published)) for gold in gold_files(DOCUMENTS, ELSEWHERE)
    ]
    return [(gold, document) for gold, document in read if document.language == "ja"]


def score(found: Iterable[Dates], pairs: Sequence[Pair], sort: str = "", ending: str = "") -> Score:
    """Dates of events found against those wanted, document by document; of one sort or ending of names if given."""
    total = Score()
    for own, (gold, _) in zip(found, pairs, strict=True):
        if sort not in ("", gold.sort) or not gold.name.endswith(ending):
            continue
        wanted = Counter(one["when"] for one in gold.engagements)
        total += Score((own & wanted).total(), (own - wanted).total(), (wanted - own).total())
    return total


def scores(found: Sequence[Dates], pairs: Sequence[Pair]) -> tuple[Score, Score, tuple[Score, ...]]:
    """The scores of a row: all, press pages, and the documents of each first try."""
    rounds = tuple(score(found, pairs, sort, ending) for sort, ending, *_ in first_tries())
    return score(found, pairs), score(found, pairs, PRESS), rounds


def first_tries() -> list[tuple[str, str, int, float]]:
    """Japanese documents that our rules had not seen: sort, ending of their names, how many, our F1 of events then."""
    found = []
    for sort, *rounds in BY_SORT:
        for ending, (documents, precision, recall) in zip(FIRST_ROUNDS, rounds, strict=False):
            if sort.endswith("-ja"):
                found.append((sort, ending, documents, 2 * precision * recall / (precision + recall)))
    return found


def ours(pairs: Sequence[Pair]) -> Row:
    """Our side, reading of the files included."""
    start = time.perf_counter()
    gazetteer = Gazetteer.load(ROOT / "data")
    loaded = time.perf_counter() - start
    best, found = float("inf"), []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = [extract(read_document(one.file, one.publisher, one.published), gazetteer) for one, _ in pairs]
        best = min(best, time.perf_counter() - start)
    dates = [Counter(account.when.edtf for account in accounts) for accounts in found]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Row("Sankyoku", *scores(dates, pairs), loaded, best, peak)


def ask(python: str, pairs: Sequence[Pair], names: Sequence[str]) -> dict[str, Any]:
    """What the peer finds, in a process of its own. Raises CalledProcessError where it fails."""
    lines = [{"names": names, "rounds": ROUNDS}, *({"name": gold.name, "text": one.text} for gold, one in pairs)]
    told = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    done = subprocess.run(
        [python, "-X", "utf8", str(PEER)], input=told, capture_output=True, encoding="utf-8", check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def edtf(events: Sequence[dict[str, Any]], document: Document) -> Dates:
    """The peer's words for dates as EDTF, each read after the one before it; words that are no date stay words."""
    previous: When | None = None
    found: Dates = Counter()
    for event in events:
        when = _read(event["date"], document.dates(previous))
        previous = when or previous
        found[when.edtf if when else event["date"]] += 1
    return found


def _read(words: str, context: DateContext) -> When | None:
    """The date that words are, or that stands in them, or that they are as a day of the month spoken of."""
    if when := read_japanese(words, context):
        return when
    inside = find_dates(words, context) or find_dates(f"同月{words}", context)
    return inside[0].when if inside else None


def peer_rows(label: str, answer: dict[str, Any], pairs: Sequence[Pair]) -> list[Row]:
    """The rule as a user would write it, and without asking for a name."""
    rows = []
    for rule, unnamed in (("date + name + meeting noun", False), ("date + meeting noun", True)):
        kept = [[one for one in answer["events"][gold.name] if one["named"] or unnamed] for gold, _ in pairs]
        dates = [edtf(events, document) for events, (_, document) in zip(kept, pairs, strict=True)]
        rows.append(Row(f"{label}: {rule}", *scores(dates, pairs), answer["load"], answer["seconds"], answer["peak"]))
    return rows


def table(rows: Sequence[Row], documents: int) -> str:
    """All rows side by side."""
    lines = [
        "| | found | right | missed | precision | recall | F1 | F1, press pages | documents/s | load, s | peak, MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        one = row.score
        lines.append(
            f"| {row.label} | {one.right + one.wrong} | {one.right} | {one.missed} | {one.precision:.3f} "
            f"| {one.recall:.3f} | {one.f1:.3f} | {row.press.f1:.3f} "
            f"| {documents / row.seconds:.1f} | {row.load:.2f} | {row.peak} |"
        )
    return "\n".join(lines)


def first_table(rows: Sequence[Row]) -> str:
    """F1 of events on documents that our rules had not seen when first tried: ours as it was then, the peer's now."""
    tries = first_tries()
    lines = [
        "| F1 on documents at first try | "
        + " | ".join(f"{sort}{ending} ({count})" for sort, ending, count, _ in tries)
        + " |",
        "| --- |" + " ---: |" * len(tries),
        "| Sankyoku, first try | " + " | ".join(f"{f1:.3f}" for *_, f1 in tries) + " |",
    ]
    return "\n".join(
        [*lines, *(f"| {row.label} | " + " | ".join(f"{one.f1:.3f}" for one in row.rounds) + " |" for row in rows[1:])]
    )


def main() -> int:
    """Measure both sides and print one table; our side only where the peer is not installed."""
    parser = argparse.ArgumentParser(prog="python -m bench.peer")
    parser.add_argument("--python", default=sys.executable, help="an interpreter that has ginza and ja-ginza")
    python = parser.parse_args().python
    if shutil.which(python) is None:
        parser.error(f"{python} is no program; give the path of a Python interpreter")
    pairs = japanese()
    rows = [ours(pairs)]
    characters = sum(len(document.text) for _, document in pairs)
    wanted = sum(len(gold.engagements) for gold, _ in pairs)
    print(f"{len(pairs)} Japanese documents, {characters:,} characters, {wanted} events in the gold files")
    plain = ask(python, pairs, ())
    if "missing" in plain:
        print("GiNZA (ginza and ja-ginza) is not installed in this interpreter; only our side was measured.")
    else:
        rows += peer_rows(f"GiNZA ({plain['version']})", plain, pairs)
        names = [form for form in Gazetteer.load(ROOT / "data").body_lexicon.words() if len(form) > 1]
        rows += peer_rows("GiNZA with our names", ask(python, pairs, names), pairs)
    print(table(rows, len(pairs)))
    print(first_table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
