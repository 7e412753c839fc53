"""Lists brought in: what each row becomes, mistakes told for their cells, the same list once, internal where asked."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from graph.build import Run
from graph.errors import NotFound, UnreadableDocument
from graph.importing import Outlook, Sent, bring_in, foresee
from graph.review import queue
from graph.store.dataset import Dataset
from tests.conftest import BASE
from tests.graph.test_build import index_of

ROWS = (
    ("いつ", "だれと", "どこ"),
    ("2024-02-06", "米国連邦取引委員会との会談", "ワシントン"),
    ("令和元年5月29日", "第51回アジア太平洋プライバシー機関（APPA）フォーラム", "東京"),
    ("2024-02-30", "英国情報コミッショナー事務局との会談", "ロンドン"),
    ("2024", "英国情報コミッショナー事務局との会談", "ロンドン"),
    ("", "英国情報コミッショナー事務局との会談", "ロンドン"),
    ("2024-03-01", "", "ロンドン"),
    ("2024-03-02", "所内の打合せ", "東京"),
    ("2024-03-03", "海外当局との会談", "パリ"),
)
COLUMNS = {"いつ": "date", "だれと": "name", "どこ": "place"}
CSV = "".join(",".join(row) + "\n" for row in ROWS).encode()


def sent(data: bytes = CSV, name: str = "list.csv", **more: object) -> Sent:
    told = {"columns": COLUMNS, "publisher": "ppc-japan", **more}
    return Sent(data, name, **told)  # type: ignore[arg-type]


def looked(path: Path, what: Sent) -> Outlook:
    return foresee(Dataset.open(path), BASE, what)


def workbook(rows: object = ROWS) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:  # type: ignore[attr-defined]
        book.active.append(row)  # type: ignore[union-attr]
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(("data", "name"), [(CSV, "list.csv"), (workbook(), "list.xlsx")], ids=["csv", "xlsx"])
def test_each_row_says_what_it_becomes_and_nothing_is_written(built: Path, data: bytes, name: str) -> None:
    before = Dataset.open(built).current_id()
    told = looked(built, sent(data, name))
    assert told.sheets[0].headings == ROWS[0]
    assert told.sheets[0].kinds == ("date", "name", "place")
    assert [one.state for one in told.rows] == [
        "new", "known", "wrong", "wrong", "wrong", "wrong", "left-out", "review",
    ]  # fmt: skip
    assert told.rows[0].engagements[0].when.edtf == "2024-02-06"
    assert told.rows[1].engagements[0].slug == "2019-05-29-appa-forum-51"
    assert [(one.column, one.message.en if one.message else None) for one in told.rows[2:6]] == [
        (0, told.rows[2].message.en if told.rows[2].message else ""),
        (0, "a month or a day is needed."),
        (0, "a date is needed."),
        (1, "what or with whom is needed."),
    ]
    assert told.rows[2].message is not None
    assert "2024-02-30" in told.rows[2].message.en
    assert "2024-02-30" in told.rows[2].message.ja
    assert Dataset.open(built).current_id() == before
    assert told.counts() == {"new": 1, "known": 1, "review": 1, "wrong": 4, "left-out": 1}


def test_columns_that_are_not_understood_are_asked_for(built: Path) -> None:
    told = looked(built, sent(columns={}))
    assert {one.state for one in told.rows} == {"wrong"}
    assert told.rows[0].message is not None
    assert "which column" in told.rows[0].message.en


def test_a_list_taken_in_is_internal_and_waits_in_the_same_queue(dataset_path: Path, run: Run) -> None:
    outcome, slug = bring_in(Dataset.open(dataset_path), run, sent())
    assert outcome.changed
    inside = index_of(dataset_path, "internal")
    assert inside.catalogue.documents[slug].disclosure == "internal"
    assert slug not in index_of(dataset_path).catalogue.documents
    assert "海外当局" in str([item.accounts[0].title.ja for item in queue(Dataset.open(dataset_path), BASE).items])
    public = Dataset.open(dataset_path).edition().view_path("public")
    assert not any("ワシントン".encode() in file.read_bytes() for file in public.rglob("texts.bin"))
    again = looked(dataset_path, sent())
    assert again.unchanged
    assert [one.state for one in again.rows][:2] == ["known", "known"]


def test_the_same_list_sent_twice_is_one_whatever_its_name(dataset_path: Path, run: Run) -> None:
    first, slug = bring_in(Dataset.open(dataset_path), run, sent(disclosure="public"))
    second, same = bring_in(Dataset.open(dataset_path), run, sent(name="copy of list.csv", disclosure="public"))
    assert (first.changed, second.changed, slug) == (True, False, same)
    assert slug in index_of(dataset_path).catalogue.documents


def test_a_newer_list_of_the_same_name_takes_the_place_of_the_older(dataset_path: Path, run: Run) -> None:
    _, slug = bring_in(Dataset.open(dataset_path), run, sent())
    newer = sent(CSV + "2024-04-01,英国情報コミッショナー事務局との会談,ロンドン\n".encode())
    assert looked(dataset_path, sent(newer.data, columns={})).counts() == looked(dataset_path, newer).counts()
    told = looked(dataset_path, newer)
    assert told.replaces is not None
    assert told.replaces.slug == slug == told.document
    assert [one.state for one in told.rows][-1] == "new"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (sent(b"%PDF-1.7 ..."), "is not a list"),
        (sent(b"", "list.csv"), "no words|empty"),
        (sent(b"PK\x03\x04" + b"x" * 50, "list.xlsx"), "damaged"),
        (sent("いつ,だれと,どこ\n".encode() + b"2024-01-01,x,y\n" * 5_001), "more than 5,000 rows"),
        (sent(columns={"nowhere": "date"}), "has no column"),
    ],
)
def test_what_cannot_be_a_list_is_refused_in_one_sentence(built: Path, what: Sent, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        looked(built, what)


def test_a_body_that_is_not_known_is_refused(built: Path) -> None:
    with pytest.raises(NotFound):
        looked(built, sent(publisher="nobody"))


def test_formulas_and_markup_are_words(built: Path) -> None:
    rows = (("開催日", "会議名", "開催地"), ("2024-05-01", '=HYPERLINK("http://x","<b>FTC</b>との会談")', "米国"))
    told = looked(built, sent(workbook(rows), "a.xlsx", columns={}))
    assert told.rows[0].state == "wrong"  # a formula without a value is a blank cell
    csv = "開催日,会議名,開催地\n2024-05-01,\"=cmd|' /C calc'!A0 FTCとの会談<script>\",米国\n".encode()
    told = looked(built, sent(csv, "a.csv", columns={}))
    assert "<script>" in (told.rows[0].engagements or told.rows[0].accounts)[0].title.in_language("ja")
