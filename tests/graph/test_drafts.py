"""What staff type: whatever does not fit is named field by field, in both languages, and nothing is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import Run
from graph.drafts import draft_of
from graph.errors import FieldsWrong
from graph.recording import entries, record
from graph.store.dataset import Dataset
from tests.graph.test_recording import CALL


def test_more_than_a_page_can_show_is_refused(dataset_path: Path, run: Run) -> None:
    long = {**CALL, "title": {"en": "x" * 2001}, "participants": [{"label": "x", "post": {"en": "x" * 301}}]}
    with pytest.raises(FieldsWrong) as told:
        record(Dataset.open(dataset_path), run, draft_of(long))
    assert set(told.value.fields) == {"title", "participants.0.post"}
    with pytest.raises(FieldsWrong) as many:
        draft_of({**CALL, "participants": [{"label": "x"}] * 301, "city": "x" * 301})
    assert set(many.value.fields) == {"participants", "city"}


def test_every_field_that_is_wrong_is_named_in_both_languages(dataset_path: Path, run: Run) -> None:
    bad = {**CALL, "when": "2026-13", "series": "nothing", "participants": [{"authority": "us-fct"}, {}]}
    with pytest.raises(FieldsWrong) as told:
        record(Dataset.open(dataset_path), run, draft_of(bad))
    assert set(told.value.fields) == {"when", "series", "participants.0.authority", "participants.1"}
    assert all(said.en and said.ja for said in told.value.fields.values())
    with pytest.raises(FieldsWrong) as missing:
        draft_of({"kind": "chat"})
    assert {"title", "kind", "when", "participants", "note", "key"} <= set(missing.value.fields)
    assert not entries(Dataset.open(dataset_path))
