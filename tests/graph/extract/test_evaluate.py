"""Extraction measured against what people read in the same documents; the floors of ``bench/evaluate.py`` hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.evaluate import DOCUMENTS, ELSEWHERE, FLOORS, failures, read_all, table, total
from graph.extract import Gazetteer, extract
from graph.extract.evaluate import Score, evaluate, gold_files
from graph.sources.read import read_document

REPORT = "ppc-activity-report-fy2019-h1"


@pytest.fixture(scope="module")
def reads(gazetteer: Gazetteer):  # type: ignore[no-untyped-def]
    return read_all(gazetteer)


def test_every_floor_holds(reads) -> None:  # type: ignore[no-untyped-def]
    assert failures(reads) == []


def test_no_meeting_that_was_not_held_is_reported_as_held(reads) -> None:  # type: ignore[no-untyped-def]
    assert sum(one.evaluation.said_held for one in reads) == 0


def test_there_are_enough_documents_of_every_kind_and_format() -> None:
    golds = gold_files(DOCUMENTS)
    assert len(golds) >= 16
    assert {one.sort for one in golds} == {"report-ja", "press-ja", "press-en", "list"}
    formats = [one.file.suffix for one in golds]
    assert formats.count(".pdf") >= 2
    assert formats.count(".html") >= 2
    assert sum(one.held_out for one in golds) >= 8


def test_the_page_has_a_row_for_every_field(reads) -> None:  # type: ignore[no-untyped-def]
    page = table(reads)
    assert all(f"| {field} |" in page for field in FLOORS)


def test_the_report_is_read_without_a_mistake(gazetteer: Gazetteer) -> None:
    golds = [one for one in gold_files(DOCUMENTS, ELSEWHERE) if one.name == REPORT]
    if not golds:
        pytest.skip("the text of the report is not at hand (../shared/sources)")
    found = evaluate(extract(read_document(golds[0].file), gazetteer), golds[0].engagements)
    assert found.perfect, found.differences


def test_quotes_stand_where_they_are_said_to(gazetteer: Gazetteer) -> None:
    for gold in gold_files(DOCUMENTS):
        document = read_document(gold.file, gold.publisher, gold.published)
        for account in extract(document, gazetteer):
            assert account.evidence
            quoted = [*account.evidence, *(one.evidence for one in account.statements if one.evidence)]
            assert all(document.text[one.start : one.end] == one.quote for one in quoted)


def test_an_account_missed_and_one_too_many_are_counted() -> None:
    gold = [{"when": "2019-05", "kind": "forum"}]
    missed = evaluate([], gold)
    assert missed.scores["event"] == Score(0, 0, 1)
    assert not missed.perfect
    assert Score(1, 0, 1).f1 == pytest.approx(2 / 3)
    assert Score().precision == Score().recall == 1.0


def test_gold_files_without_their_document_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "lost.gold.json").write_text('{"document": "lost", "engagements": []}', encoding="utf-8")
    assert gold_files(tmp_path) == []


def test_totals_add_up(reads) -> None:  # type: ignore[no-untyped-def]
    wanted = sum(len(one.gold.engagements) for one in reads)
    score = total(reads, "event")
    assert score.right + score.missed == wanted
