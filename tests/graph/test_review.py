"""The review queue: what waits, what a decision changes, and that it survives a reading by a newer extractor."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.build import Run, ingest
from graph.errors import BadInput, NotFound
from graph.ledger import read_ledger
from graph.reading import Crew, Wish
from graph.review import Verdicts, decide, queue, undo
from graph.store.dataset import Dataset
from tests.conftest import BASE
from tests.graph.test_build import Write, index_of

AMBIGUOUS = """令和３年度上半期における個人情報保護委員会の活動実績について
令和３年10月29日
個人情報保護委員会
Ⅲ 国際協力
（参考１）主な対話
対話の相手等 開催月 開催国
英国の情報コミッショナー、競争・市場庁長官、外務省局長との意見交換 令和３年６月 英国
"""


@pytest.fixture
def waiting(dataset_path: Path, run: Run, write_document: Write) -> Path:
    """A dataset in which one reading waits: one row names three bodies."""
    ingest(Dataset.open(dataset_path), run, [write_document("r3.txt", AMBIGUOUS)], Wish("ppc-japan"), Crew())
    return dataset_path


def test_what_waits_is_told_with_its_passage_and_why(waiting: Path) -> None:
    (item,) = queue(Dataset.open(waiting), BASE).items
    assert item.sort == "account"
    assert item.reasons
    assert "情報コミッショナー" in (item.accounts[0].evidence[0].quote or "")
    assert all(source.document != "r3" for one in index_of(waiting).engagements() for source in one.sources)


def test_accepting_publishes_it(waiting: Path, run: Run) -> None:
    (item,) = queue(Dataset.open(waiting), BASE).items
    outcome = decide(Dataset.open(waiting), run, Verdicts("accept", (item.key,), "tester", "seen"))
    assert outcome.changed
    assert queue(Dataset.open(waiting), BASE).items == ()
    told = [one for one in index_of(waiting).engagements() if any(s.document == "r3" for s in one.sources)]
    assert [one.when.edtf for one in told] == ["2021-06"]


def test_a_decision_survives_a_reading_by_another_extractor(waiting: Path, run: Run, write_document: Write) -> None:
    (item,) = queue(Dataset.open(waiting), BASE).items
    said = Verdicts("correct", (item.key,), "tester", "checked by telephone", {"status": "cancelled"})
    decide(Dataset.open(waiting), run, said)
    again = AMBIGUOUS.replace("局長との意見交換 令和３年", "局長との\n意見交換　令和3年")
    ingest(Dataset.open(waiting), run, [write_document("r3.txt", again)], Wish("ppc-japan"), Crew())
    told = [one for one in index_of(waiting).engagements() if any(s.document == "r3" for s in one.sources)]
    assert [one.status for one in told] == ["cancelled"]


def test_rejecting_drops_it_and_undoing_brings_it_back_to_the_queue(waiting: Path, run: Run) -> None:
    (item,) = queue(Dataset.open(waiting), BASE).items
    decide(Dataset.open(waiting), run, Verdicts("reject", (item.key,), "tester"))
    told = queue(Dataset.open(waiting), BASE)
    assert told.items == ()
    undo(Dataset.open(waiting), run, told.decisions[0].id, "a mistake")
    back = queue(Dataset.open(waiting), BASE)
    assert [one.key for one in back.items] == [item.key]
    assert [one.verdict for one in back.decisions] == ["undo", "reject"]
    assert back.decisions[0].who == "tester"


def test_two_engagements_can_be_joined_and_parted_again(dataset_path: Path, run: Run) -> None:
    dataset = Dataset.open(dataset_path)
    keys = ("2019-06-jp-eu-us-trilateral-2", "2019-06-jp-eu-us-trilateral-3")
    before = len(index_of(dataset_path))
    decide(dataset, run, Verdicts("same", keys, "tester", "one meeting on two days"))
    assert len(index_of(dataset_path)) == before - 1
    assert read_ledger(Dataset.open(dataset_path).edition()).gone[keys[1]] == keys[0]
    undo(Dataset.open(dataset_path), run, queue(Dataset.open(dataset_path), BASE).decisions[0].id)
    assert len(index_of(dataset_path)) == before


@pytest.mark.parametrize("verdict", ["accept", "same"])
def test_a_key_that_names_nothing_is_told(dataset_path: Path, run: Run, verdict: str) -> None:
    said = Verdicts(verdict, ("nothing", "nowhere")[: 1 if verdict == "accept" else 2], "tester")  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="review list"):
        decide(Dataset.open(dataset_path), run, said)


def test_a_pair_needs_two(dataset_path: Path, run: Run) -> None:
    with pytest.raises(BadInput):
        decide(Dataset.open(dataset_path), run, Verdicts("same", ("2019-06-jp-eu-us-trilateral-2",), "tester"))
