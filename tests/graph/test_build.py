"""From facts and documents to an edition: what is in it, asking again, and failures that hurt nobody."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.build import Run, build, ingest
from graph.errors import FactError, LockHeld, NewerDataset
from graph.history import Asked, find
from graph.index import Index
from graph.model import Disclosure
from graph.reading import Crew, Wish
from graph.sources.facts import reference_folder
from graph.store.dataset import Dataset
from tests.graph.press import PRESS, REPORT

Write = Callable[[str, str], Path]
DOCUMENTS = Path(__file__).parent / "extract" / "documents"


def index_of(path: Path, view: Disclosure = "public") -> Index:
    """The index of the edition being served."""
    edition = Dataset.open(path).edition()
    return Index.open(edition.index_path(view), edition.id)


def test_the_facts_alone_make_a_whole_edition(built: Path) -> None:
    edition = Dataset.open(built).edition()
    counts = edition.manifest.public.counts
    assert (counts["engagements"], counts["authorities"], counts["frameworks"]) == (161, 148, 58)
    assert edition.verify() == []
    assert edition.manifest.public.validation["violations"] == 0
    index = index_of(built)
    assert all(one.sources for one in index.engagements())


def test_building_again_changes_nothing(dataset_path: Path, run: Run) -> None:
    before = Dataset.open(dataset_path).current_id()
    outcome = build(Dataset.open(dataset_path), run, [], Wish())
    assert not outcome.changed
    assert Dataset.open(dataset_path).current_id() == before


def test_the_report_adds_evidence_and_no_event_twice(dataset_path: Path, run: Run, report: Path) -> None:
    dataset = Dataset.open(dataset_path)
    first = ingest(dataset, run, [report], Wish(), Crew())
    assert first.changed
    assert first.manifest.public.counts["engagements"] == 161
    trilateral = find(index_of(dataset_path), Asked(series=("jp-eu-us-trilateral",)))
    assert trilateral.total == 4
    for one in trilateral.items:
        quoted = [source for source in one.engagement.sources if source.quote]
        assert quoted, one.engagement.slug
        text = report.read_text(encoding="utf-8")
        assert all(text[source.start : source.end] == source.quote for source in quoted)
        proposals = [said.about for said in one.engagement.statements if said.type == "proposed"]
        assert len(proposals) == 3
        assert all(about.en and about.ja for about in proposals)
    again = ingest(dataset, run, [report], Wish(), Crew())
    assert not again.changed
    assert again.files[0].unchanged


def test_two_documents_that_tell_of_one_meeting_make_one_engagement(
    dataset_path: Path, run: Run, write_document: Write
) -> None:
    files = [write_document("report-r4.txt", REPORT), write_document("appa-57.txt", PRESS)]
    ingest(Dataset.open(dataset_path), run, files, Wish("ppc-japan"), Crew())
    found = find(index_of(dataset_path), Asked(series=("appa-forum",), q="57"))
    assert [(one.engagement.ordinal, one.engagement.when.edtf) for one in found.items] == [
        (57, "2022-07-12/2022-07-13")
    ]
    documents = {source.document for source in found.items[0].engagement.sources}
    assert {"report-r4", "appa-57"} <= documents


def test_many_documents_of_our_own_together_make_an_edition(dataset_path: Path, run: Run) -> None:
    files = sorted(path for path in DOCUMENTS.iterdir() if path.suffix in {".txt", ".html", ".pdf", ".csv"})[::3]
    outcome = ingest(Dataset.open(dataset_path), run, files, Wish(), Crew())
    assert [told.name for told in outcome.files if told.error] == []
    assert outcome.manifest.internal.validation["violations"] == 0
    assert outcome.manifest.public.counts["engagements"] > 161


def test_one_bad_file_never_loses_the_others(dataset_path: Path, run: Run, write_document: Write) -> None:
    empty = write_document("empty.txt", "")
    outcome = ingest(
        Dataset.open(dataset_path), run, [empty, write_document("r.txt", REPORT)], Wish("ppc-japan"), Crew()
    )
    bad, good = outcome.files
    assert bad.error is not None
    assert "empty" in bad.error.en
    assert good.accepted + good.review == 2
    assert outcome.changed


def test_a_document_read_again_replaces_what_it_said(dataset_path: Path, run: Run, write_document: Write) -> None:
    dataset = Dataset.open(dataset_path)
    before = dataset.edition().manifest.public.counts["engagements"]
    ingest(dataset, run, [write_document("r.txt", REPORT)], Wish("ppc-japan"), Crew())
    shorter = "\n".join(REPORT.splitlines()[:-1]) + "\n"
    ingest(dataset, run, [write_document("r.txt", shorter)], Wish("ppc-japan"), Crew())
    slugs = {one.slug for one in index_of(dataset_path).engagements()}
    assert not any("44" in slug and "gpa" in slug and slug.startswith("2022-10") for slug in slugs) or (
        len(slugs) <= before + 1
    )


def test_what_is_internal_is_in_no_public_file(dataset_path: Path, run: Run, write_document: Write) -> None:
    secret = REPORT.replace("第57回アジア太平洋プライバシー機関（APPA）フォーラム", "極秘琥珀作戦に関する会合")
    wish = Wish("ppc-japan", disclosure="internal")
    ingest(Dataset.open(dataset_path), run, [write_document("amber-plan.txt", secret)], wish, Crew())
    edition = Dataset.open(dataset_path).edition()
    words = ["極秘琥珀作戦".encode(), b"amber-plan", "琥珀".encode("utf-16-le")]
    for file in edition.view_path("public").rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not any(word in data for word in words), file.name
    assert "amber-plan" not in edition.manifest.public_view().model_dump_json()
    assert "amber-plan" in index_of(dataset_path, "internal").catalogue.documents
    internal = {one.slug for one in index_of(dataset_path, "internal").engagements() if one.disclosure == "internal"}
    assert internal.isdisjoint({one.slug for one in index_of(dataset_path).engagements()})


def test_a_mistake_in_the_facts_is_named_and_changes_nothing(dataset_path: Path, run: Run, tmp_path: Path) -> None:
    data = tmp_path / "facts"
    shutil.copytree(reference_folder(), data)
    rows = (data / "engagements.csv").read_text(encoding="utf-8")
    (data / "engagements.csv").write_text(rows.replace(";us-ftc", ";us-fct", 1), encoding="utf-8")
    before = Dataset.open(dataset_path).current_id()
    with pytest.raises(FactError) as told:
        build(Dataset.open(dataset_path), run, [], Wish(), data)
    assert (told.value.file, told.value.column) == ("engagements.csv", "participants")
    assert told.value.line > 1
    assert Dataset.open(dataset_path).current_id() == before


def test_a_second_writer_is_told_who_is_at_work(dataset_path: Path, run: Run) -> None:
    dataset = Dataset.open(dataset_path)
    with dataset.writer(), pytest.raises(LockHeld) as told:
        build(Dataset.open(dataset_path), run, [], Wish())
    assert str(os.getpid()) in told.value.en


def test_a_dataset_of_a_newer_version_is_left_alone(dataset_path: Path) -> None:
    (dataset_path / "format.json").write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(NewerDataset):
        Dataset.open(dataset_path)


def test_a_build_that_is_killed_leaves_what_is_served(dataset_path: Path, write_document: Write, run: Run) -> None:
    before = Dataset.open(dataset_path).current_id()
    file = write_document("r.txt", REPORT)
    words = [sys.executable, "-m", "api.cli", "ingest", "--dataset", str(dataset_path), str(file)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while not list((dataset_path / "store").glob("*")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert Dataset.open(dataset_path).current_id() in (before, *Dataset.open(dataset_path).edition_ids())
    assert Dataset.open(dataset_path).edition().verify() == []
    assert build(Dataset.open(dataset_path), run, [], Wish()).manifest.id is not None
    assert not list((dataset_path / "store").iterdir())
