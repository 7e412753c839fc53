"""Arbitrary and damaged bytes of every kind: a document, or our own error; nothing else, whatever they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.document import Document
from graph.errors import UnreadableDocument
from graph.sources.read import read_bytes
from tests.graph.sources.pages_of_sites import JAPANESE_DIVS
from tests.graph.sources.pdfs import pdf, ruled, write
from tests.graph.sources.test_lists import CSV, LIST

_BOUNDED = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)
REPORT = pdf(
    lambda canvas: write(canvas, ["活動報告", "令和元年10月25日"]) and None,
    lambda canvas: ruled(canvas, [("開催日", "会議名"), ("５月", "APPA")], (100, 200)) and None,
)
VALID = {
    "a.pdf": REPORT,
    "a.html": JAPANESE_DIVS.html.encode("cp932", "xmlcharrefreplace"),
    "a.xlsx": LIST,
    "a.csv": CSV.encode("euc_jp"),
    "a.txt": "令和元年５月29日に会合を開催した。\n".encode("utf-16"),
}
NAMES = st.sampled_from(sorted(VALID))

Mutation = tuple[float, bytes, int]
MUTATIONS = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=6) | st.sampled_from([b"<", b">>", b"\0", b"999999999", b"stream\n"]),
              st.integers(0, 40)),
    min_size=1,
    max_size=6,
)  # fmt: skip


def check(data: bytes, name: str) -> None:
    """Read bytes; a document has to be one whose places all lead into its text."""
    try:
        document = read_bytes(data, name)
    except UnreadableDocument as error:
        assert error.en.startswith(name)
        assert error.ja.startswith(f"「{name}」")
        return
    holds_together(document)


def holds_together(document: Document) -> None:
    assert document.text.strip()
    cells = [cell for grid in document.grids for row in grid.rows for cell in row]
    assert all(0 <= cell.start <= cell.end <= len(document.text) for cell in cells)
    assert all(len({len(row) for row in grid.rows}) == 1 for grid in document.grids)
    starts = [line.start for line in document.lines]
    assert starts == sorted(starts)
    document.text.encode("utf-8")


@given(data=st.binary(max_size=400), name=NAMES)
@_BOUNDED
def test_arbitrary_bytes_never_raise_anything_but_our_own_error(data: bytes, name: str) -> None:
    check(data, name)


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"\x1b$B", b"\xef\xbb\xbf"])
@given(data=st.binary(max_size=200))
@settings(_BOUNDED, max_examples=25)
def test_bytes_that_begin_like_a_document_do_not_either(start: bytes, data: bytes) -> None:
    check(start + data, "a")


@pytest.mark.parametrize("name", sorted(VALID))
@given(mutations=MUTATIONS)
@_BOUNDED
def test_damaged_documents_do_not_either(name: str, mutations: list[Mutation]) -> None:
    data = VALID[name]
    for at, words, dropped in mutations:
        place = int(at * len(data))
        data = data[:place] + words + data[place + dropped :]
    check(data, name)


@pytest.mark.parametrize("name", sorted(VALID))
def test_documents_cut_off_anywhere_do_not_either(name: str) -> None:
    data = VALID[name]
    for tenth in range(1, 10):
        check(data[: len(data) * tenth // 10], name)


def nested(opening: bytes, closing: bytes, count: int) -> bytes:
    return b"<html><body>" + opening * count + b"x" + closing * count


@pytest.mark.parametrize(
    "make",
    [
        lambda: nested(b"<table><tr><td>", b"</td></tr></table>", 2000),
        lambda: nested(b"<b><i><a href=x>", b"", 3000),
        lambda: b"<html><body>" + b"<table><tr><td>a<td>b<tr><td>c<td>d</table>" * 3000,
        lambda: b"<html><body>" + b"<p class='a b c d e f'>" * 50_000,
        lambda: b"%PDF-1.7\n" + b"1 0 obj << /Kids [1 0 R] /Type /Pages >> endobj\n" * 2000,
        lambda: b"%PDF-1.7\n" + b"[" * 100_000,
    ],
    ids=["tables", "inline", "many tables", "many classes", "loop of pages", "brackets"],
)
def test_hostile_structure_is_read_or_refused(make: Callable[[], bytes]) -> None:
    check(make(), "a")
