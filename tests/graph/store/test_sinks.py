"""Rows are counted exactly however the engine cuts its output, and a limit stops it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Store

from graph.store.sinks import AnswerLimit, Sink, row_counter

FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
WORDS = st.text(st.sampled_from('a"\\,{}[]<>&\n\r\t 会'), max_size=12)


@given(words=st.lists(WORDS, max_size=6, unique=True), cut=st.integers(1, 7), name=st.sampled_from(sorted(FORMATS)))
def test_rows_are_counted_whatever_is_in_them(words: list[str], cut: int, name: str) -> None:
    store = Store()
    store.extend(Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal(word)) for word in words)
    found = store.query("SELECT ?o ?s ?none { ?s ?p ?o }")
    assert isinstance(found, QuerySolutions)
    body = found.serialize(format=FORMATS[name]) or b""
    count = row_counter(name)
    assert sum(count(body[place : place + cut]) for place in range(0, len(body), cut)) == len(words)


@given(words=st.lists(WORDS, max_size=6, unique=True), cut=st.integers(1, 7))
def test_triples_are_counted_by_their_lines(words: list[str], cut: int) -> None:
    store = Store()
    store.extend(Quad(NamedNode("http://e/s"), NamedNode("http://e/p"), Literal(word)) for word in words)
    found = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(found, QueryTriples)
    body = found.serialize(format=RdfFormat.N_TRIPLES) or b""
    count = row_counter("nt")
    assert sum(count(body[place : place + cut]) for place in range(0, len(body), cut)) == len(words)


def test_a_sink_keeps_what_fits_and_stops_at_the_limits() -> None:
    sink = Sink(10, row_counter("nt"), 2)
    assert sink.write(b"one\ntwo\n") == 8
    assert sink.take() == b"one\ntwo\n"
    with pytest.raises(AnswerLimit) as rows:
        sink.write(b"\n")
    with pytest.raises(AnswerLimit) as size:
        sink.write(b"12345")
    assert (rows.value.name, size.value.name) == ("rows", "bytes")


@given(pieces=st.lists(st.sampled_from([b"\n", b"x", b"\n\n", b"yy\n"]), max_size=12), most=st.integers(0, 6))
def test_rows_are_bounded_however_late_they_are_counted(pieces: list[bytes], most: int) -> None:
    sink, rows = Sink(1000, row_counter("nt"), most), b"".join(pieces).count(b"\n")
    try:
        for piece in pieces:
            sink.write(piece)
    except AnswerLimit:
        assert rows > most
    else:
        assert rows <= most
