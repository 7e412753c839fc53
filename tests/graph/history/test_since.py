"""What changed since a date: the edition of that day, also after going back, also where it is not kept any more."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from datetime import UTC, date
from pathlib import Path

import pytest

from graph.build import Run
from graph.drafts import draft_of
from graph.history import Since, changes_since, served_on
from graph.index import Index
from graph.recording import record
from graph.store.dataset import Dataset
from tests.graph.test_recording import CALL


@pytest.fixture
def three(dataset_path: Path, run: Run) -> list[str]:
    """Three editions, of 1, 10 and 20 November."""
    dataset = Dataset.open(dataset_path)
    names = [dataset.current_id() or ""]
    for number in (1, 2):
        outcome, _ = record(dataset, run, draft_of({**CALL, "when": f"2026-11-0{number}", "key": f"form-000{number}"}))
        names.append(outcome.manifest.id)
    retell(dataset_path, zip(names, ("01", "10", "20"), ["publish"] * 3, strict=True))
    return names


def retell(path: Path, told: Iterable[tuple[str, str, str]]) -> None:
    """Writes the audit trail anew: edition, day of November, what."""
    lines = [
        json.dumps({"at": f"2026-11-{day}T09:00:00+00:00", "who": "t", "what": what, "edition": name})
        for name, day, what in told
    ]
    (path / "audit.jsonl").write_text("\n".join(lines) + "\n")


def since(path: Path, day: int) -> Since:
    dataset = Dataset.open(path)

    def opened(name: str) -> Index:
        return Index.open(dataset.edition(name).index_path("internal"), name)

    return changes_since(dataset, date(2026, 11, day), opened(dataset.current_id() or ""), opened, UTC)


def test_the_edition_of_a_day_is_the_one_served_when_it_began(dataset_path: Path, three: list[str]) -> None:
    dataset = Dataset.open(dataset_path)
    told = {day: served_on(dataset, date(2026, 11, day), UTC) for day in (1, 2, 10, 11, 21)}
    assert told[1] is None
    assert [told[day].edition if told[day] else None for day in (2, 10, 11, 21)] == [three[0], three[0], *three[1:]]


def test_what_is_new_since_a_day(dataset_path: Path, three: list[str]) -> None:
    assert [len(since(dataset_path, day).difference.added) for day in (5, 15, 25)] == [2, 1, 0]
    first = since(dataset_path, 1)
    assert (first.then, first.compared, first.exact) == (None, three[0], False)


def test_going_back_counts_as_what_was_served(dataset_path: Path, three: list[str]) -> None:
    told = [
        (three[0], "01", "publish"),
        (three[1], "10", "publish"),
        (three[0], "12", "restore"),
        (three[2], "20", "publish"),
    ]
    retell(dataset_path, told)
    assert len(since(dataset_path, 11).difference.added) == 1
    assert len(since(dataset_path, 15).difference.added) == 2


def test_where_it_is_not_kept_the_one_before_is_compared_and_said(dataset_path: Path, three: list[str]) -> None:
    shutil.rmtree(dataset_path / "editions" / three[1])
    told = since(dataset_path, 15)
    assert (told.then.edition if told.then else None, told.compared, told.exact) == (three[1], three[0], False)
