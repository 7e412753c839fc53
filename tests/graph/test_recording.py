"""Meetings entered by hand: once, internal where asked, changed with their history kept, withdrawn with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.build import Run, ingest
from graph.drafts import draft_of
from graph.errors import Changed, FieldsWrong
from graph.reading import Crew, Wish
from graph.recording import entries, record, revise, withdraw
from graph.store.dataset import Dataset
from tests.graph.test_build import index_of

CALL: dict[str, Any] = {
    "title": {"ja": "連邦取引委員会との電話会談", "en": "Call with the FTC"},
    "kind": "conference-call",
    "when": "令和8年11月20日",
    "mode": "online",
    "participants": [{"authority": "ppc-japan"}, {"authority": "us-ftc"}],
    "frameworks": ["apec-cbpr"],
    "statements": [
        {"type": "promised", "by": "us-ftc", "about": {"ja": "資料の送付", "en": "to send papers"}, "due": "2026-12"}
    ],
    "note": "電話会談の記録。先方は12月中に資料を送付する。",
    "disclosure": "internal",
    "key": "form-0001",
}


def test_an_internal_meeting_is_nowhere_in_the_public_view(dataset_path: Path, run: Run) -> None:
    outcome, slug = record(Dataset.open(dataset_path), run, draft_of(CALL))
    assert outcome.changed
    told = index_of(dataset_path, "internal").engagement(slug)
    assert told is not None
    assert (told.disclosure, told.when.edtf) == ("internal", "2026-11-20")
    assert told.statements[0].state == "open"
    assert told.statements[0].due is not None
    assert told.statements[0].due.edtf == "2026-12"
    assert told.sources[0].quote == CALL["note"]
    assert index_of(dataset_path).engagement(slug) is None
    public = Dataset.open(dataset_path).edition().view_path("public")
    words = ["電話会談の記録".encode(), b"to send papers", slug.encode()]
    assert not any(word in f.read_bytes() for f in public.rglob("*") if f.is_file() for word in words)


def test_a_public_note_may_rest_on_an_internal_document(
    dataset_path: Path, run: Run, write_document: Callable[[str, str], Path]
) -> None:
    dataset = Dataset.open(dataset_path)
    secret = write_document(
        "secret-memo.txt", "令和８年11月20日、委員長が米国連邦取引委員会を訪問し、意見交換を行った。"
    )
    outcome = ingest(dataset, run, [secret], Wish("ppc-japan", disclosure="internal"), Crew())
    document = outcome.files[0].slug
    _, slug = record(dataset, run, draft_of({**CALL, "disclosure": "public", "document": document}))
    inside, outside = index_of(dataset_path, "internal").engagement(slug), index_of(dataset_path).engagement(slug)
    assert inside is not None
    assert outside is not None
    assert document in {source.document for source in inside.sources}
    assert document not in {source.document for source in outside.sources}
    public = dataset.edition().view_path("public")
    assert not any(str(document).encode() in f.read_bytes() for f in public.rglob("*") if f.is_file())


def test_a_form_sent_twice_makes_one_entry(dataset_path: Path, run: Run) -> None:
    _, first = record(Dataset.open(dataset_path), run, draft_of(CALL))
    outcome, second = record(Dataset.open(dataset_path), run, draft_of(CALL))
    assert not outcome.changed
    assert first == second
    assert len(entries(Dataset.open(dataset_path))) == 1


def test_a_form_sent_again_with_other_words_is_refused_not_dropped(dataset_path: Path, run: Run) -> None:
    record(Dataset.open(dataset_path), run, draft_of(CALL))
    with pytest.raises(Changed):
        record(Dataset.open(dataset_path), run, draft_of({**CALL, "mode": "in-person"}))
    (entry,) = entries(Dataset.open(dataset_path))
    revise(Dataset.open(dataset_path), run, entry.slug, draft_of({**CALL, "mode": "hybrid"}), revision=0, reason="r")
    outcome, _ = record(Dataset.open(dataset_path), run, draft_of(CALL))  # the first sending comes in late
    assert not outcome.changed
    assert entries(Dataset.open(dataset_path))[0].accounts[0].place.mode == "hybrid"


def test_a_change_keeps_what_was_and_tells_the_slower_of_two(dataset_path: Path, run: Run) -> None:
    _, slug = record(Dataset.open(dataset_path), run, draft_of(CALL))
    (entry,) = entries(Dataset.open(dataset_path))
    changed = draft_of({**CALL, "mode": "in-person", "country": "US"})
    revise(Dataset.open(dataset_path), run, entry.slug, changed, revision=0, reason="it was a visit")
    told = index_of(dataset_path, "internal").engagement(slug)
    assert told is not None
    assert told.place.country == "US"
    (entry,) = entries(Dataset.open(dataset_path))
    assert [(one.who, one.reason, one.account.place.mode) for one in entry.revisions] == [
        ("tester", "it was a visit", "online")
    ]
    with pytest.raises(Changed):
        revise(Dataset.open(dataset_path), run, entry.slug, changed, revision=0, reason="late")


def test_withdrawing_needs_a_reason_and_keeps_the_entry(dataset_path: Path, run: Run) -> None:
    _, slug = record(Dataset.open(dataset_path), run, draft_of({**CALL, "disclosure": "public"}))
    (entry,) = entries(Dataset.open(dataset_path))
    assert index_of(dataset_path).engagement(slug) is not None
    with pytest.raises(FieldsWrong):
        withdraw(Dataset.open(dataset_path), run, entry.slug, " ")
    withdraw(Dataset.open(dataset_path), run, entry.slug, "entered by mistake")
    assert index_of(dataset_path, "internal").engagement(slug) is None
    (entry,) = entries(Dataset.open(dataset_path))
    assert entry.withdrawn == "tester: entered by mistake"
    public = Dataset.open(dataset_path).edition().view_path("public")
    assert not any("電話会談の記録".encode() in file.read_bytes() for file in public.rglob("*") if file.is_file())
