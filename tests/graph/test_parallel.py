"""Work on many documents: order, failures, workers that die."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import BadInput, UnreadableDocument
from graph.parallel import Failure, Progress, map_documents


def double(number: int) -> int:
    if number == 3:
        raise UnreadableDocument("3 is empty.", "「3」は空です。")
    if number == 5:
        raise ZeroDivisionError
    return 2 * number


def dies_once(task: tuple[int, Path]) -> int:
    """Ends its process the first time that it meets number 4."""
    number, folder = task
    if number == 4 and not (folder / "died").exists():
        (folder / "died").touch()
        os._exit(1)
    return number


def dies_always(number: int) -> int:
    if number == 2:
        os._exit(1)
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_and_one_bad_document_never_loses_the_others(workers: int) -> None:
    told: list[Progress] = []
    results = list(map_documents(range(9), double, workers=workers, progress=told.append))
    assert [result for result in results if isinstance(result, int)] == [0, 2, 4, 8, 12, 14, 16]
    bad, broken = results[3], results[5]
    assert isinstance(bad, Failure)
    assert (bad.item, bad.en, bad.ja, bad.cause) == (3, "3 is empty.", "「3」は空です。", None)
    assert isinstance(broken, Failure)
    assert broken.cause == "ZeroDivisionError"
    assert [one.done for one in told] == list(range(1, 10))
    assert (told[-1].total, told[-1].failed, told[-1].seconds_left) == (9, 2, 0)
    assert told[0].rate > 0


def test_a_worker_that_dies_costs_a_retry(tmp_path: Path) -> None:
    tasks = [(number, tmp_path) for number in range(8)]
    assert list(map_documents(tasks, dies_once, workers=2)) == list(range(8))
    assert (tmp_path / "died").exists()


def test_a_document_that_kills_its_worker_every_time_is_reported_and_the_others_go_on() -> None:
    results = list(map_documents(range(12), dies_always, workers=2))
    assert [result for result in results if isinstance(result, int)] == [n for n in range(12) if n != 2]
    failure = results[2]
    assert isinstance(failure, Failure)
    assert (failure.item, failure.cause) == (2, "KilledWorker")


def test_one_worker_loads_no_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("dask", "distributed")]:
        monkeypatch.delitem(sys.modules, name)
    assert list(map_documents([1, 2], double)) == [2, 4]
    assert "distributed" not in sys.modules


def test_no_documents_are_no_work() -> None:
    assert list(map_documents([], double, workers=2)) == []


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.parallel._CONNECT", "0.5s")
    with pytest.raises(BadInput, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9; "):
        list(map_documents([1, 2], double, scheduler="tcp://127.0.0.1:9"))


def test_no_workers_at_all_is_refused() -> None:
    with pytest.raises(BadInput, match="At least one worker"):
        list(map_documents([1], double, workers=0))


@pytest.fixture
def scheduler() -> Iterator[str]:
    from distributed import LocalCluster  # noqa: PLC0415

    with LocalCluster(n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as cluster:
        yield cluster.scheduler_address


def test_a_cluster_that_is_already_running_is_used(scheduler: str) -> None:
    assert list(map_documents([1, 2, 4], double, scheduler=scheduler)) == [2, 4, 8]
