"""Text engines compared on the same titles: ours, SQLite FTS5 with bigrams, tantivy with bigrams.

    python -m bench.engines [--count 100000]

Each finds a two-character word that stands in a tenth of the titles, counts it, and gives the newest ten. tantivy is
not a dependency of Sankyoku; where it is not installed its line is left out. Times are of the processor.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from pyroaring import BitMap

from bench.generate import generate
from bench.index import WORD, timings
from graph.history.finding import nearest
from graph.history.matching import Part
from graph.index.folding import ROW_END, folded, pairs
from graph.index.rows import Row, engagement_row
from graph.index.segment import Segment
from graph.index.segment_writing import SegmentWriter

Asking = Callable[[], tuple[int, list[Any]]]
_NEWEST: Final = 10


def ours(folder: Path, rows: list[Row]) -> Asking:
    """Roaring postings of words and pairs of signs, rows in the order of time."""
    with SegmentWriter(folder / "ours") as writer:
        for row in rows:
            writer.add(row._replace(terms=(), record=b"", promises=()))
        writer.finish()
    segment = Segment(folder / "ours", BitMap())

    def ask() -> tuple[int, list[Any]]:
        segment.forget()
        found = segment.word(WORD)
        return len(found), nearest([Part(segment, found, found)], "newest", _NEWEST)

    return ask


def _bigrams(rows: list[Row]) -> list[tuple[int, str]]:
    """The day of each row, and its text with Japanese as pairs parted by blanks."""
    texts = folded(ROW_END.join(row.text for row in rows)).split(ROW_END)
    return [(row.earliest, " ".join((*text.split(), *pairs(text)))) for row, text in zip(rows, texts, strict=True)]


def sqlite(folder: Path, rows: list[Row]) -> Asking:
    """FTS5, contentless, rows numbered in the order of time."""
    base = sqlite3.connect(folder / "fts.db")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(text, content='', detail=none)")
    ordered = sorted(_bigrams(rows))
    base.executemany("INSERT INTO t(rowid, text) VALUES (?, ?)", ((at, text) for at, (_, text) in enumerate(ordered)))
    base.execute("INSERT INTO t(t) VALUES ('optimize')")
    base.commit()

    def ask() -> tuple[int, list[Any]]:
        ((count,),) = base.execute("SELECT COUNT(*) FROM t WHERE t MATCH ?", (WORD,))
        newest = base.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid DESC LIMIT ?", (WORD, _NEWEST))
        return count, newest.fetchall()

    return ask


def tantivy(folder: Path, rows: list[Row]) -> Asking | None:
    """A text field of blanks-parted bigrams and the day as a fast field to sort by."""
    try:
        import tantivy as engine  # noqa: PLC0415  # not a dependency
    except ImportError:
        return None
    (folder / "tantivy").mkdir()
    schema = engine.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace", index_option="basic")
    schema = schema.add_integer_field("day", fast=True, stored=True)
    index = engine.Index(schema.build(), path=str(folder / "tantivy"))
    writer = index.writer(256_000_000, 1)
    for day, text in _bigrams(rows):
        writer.add_document(engine.Document(text=text, day=day))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    query = engine.Query.term_query(index.schema, "text", WORD, "basic")

    def ask() -> tuple[int, list[Any]]:
        found = searcher.search(query, _NEWEST, count=True, order_by_field="day")
        return int(found.count), found.hits

    return ask


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    count = parser.parse_args().count
    rows = [engagement_row(engagement) for engagement in generate(count)]
    print(f"{'engine':10} {'rows/s':>10} {'MB':>6} {'hits':>8} {'ms':>8}")
    for engine in (ours, sqlite, tantivy):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            begun = time.process_time()
            ask = engine(folder, rows)
            built = time.process_time() - begun
            if ask is None:
                continue
            size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
            milliseconds = timings(ask).cpu
            print(
                f"{engine.__name__:10} {count / built:10,.0f} {size:6.1f} {ask()[0]:8,} {milliseconds:8.2f}", flush=True
            )


if __name__ == "__main__":
    main()
