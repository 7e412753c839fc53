"""Work on many documents at once: in this process, on local Dask workers, or on a Dask cluster elsewhere.

The results come in the order of the items whatever the number of workers. A worker that dies costs a retry;
an item that kills its worker again when it runs alone is reported as failed, and the others go on.
"""

from __future__ import annotations

import logging
import multiprocessing
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from graph.errors import BadInput, SankyokuError

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

_LARGEST_BATCH: Final = 16
_BATCHES_FOR_EACH: Final = 12  # at least so many for each worker, so that they end at nearly the same time
_LAST_ALONE: Final = 8  # items for each worker that go singly at the end, so that none waits for another's batch
_BATCHES_AHEAD: Final = 3  # for each worker: enough to keep it busy, few enough to bound memory
_DEATHS_FORGIVEN: Final = 0  # by Dask: we try again ourselves, item by item, to find the one that kills
_MEMORY: Final = "1GiB"
_CONNECT: Final = "10s"
_SECONDS_FOR_WORKERS: Final = 30


@dataclass(frozen=True)
class Failure:
    """An item whose work failed, and why, in both languages; ``cause`` names an error that we did not expect."""

    item: Any
    en: str
    ja: str
    cause: str | None = None


@dataclass(frozen=True)
class Progress:
    """How far the work is: items done (failed ones too), of how many, and the seconds since it began."""

    done: int
    total: int
    failed: int
    seconds: float

    @property
    def rate(self) -> float:
        """Items a second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at this rate; None before the first item is done."""
        return (self.total - self.done) / self.rate if self.rate else None


def map_documents(
    items: Sequence[Item],
    work: Callable[[Item], Result],
    *,
    workers: int = 1,
    scheduler: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[Result | Failure]:
    """The result of ``work`` for each item in order, or why it failed.

    With one worker and no ``scheduler``, all is done in this process. Else ``work`` and the items are sent to
    workers and have to be picklable: give a function of a module, and let it load what it needs once. With
    ``scheduler`` (such as ``tcp://127.0.0.1:8786``) the workers are those of a Dask cluster already running;
    Sankyoku has to be installed there, and paths have to lead to the same files.
    Raises BadInput where no scheduler answers, or one without workers.
    """
    if workers < 1:
        raise BadInput("At least one worker is needed.", "ワーカーは1以上を指定してください。")
    if scheduler is None and (workers == 1 or len(items) < 2):
        results: Iterator[Result | Failure] = (guarded(work, item) for item in items)
    else:
        results = _on_cluster(items, work, workers, scheduler)
    began = time.monotonic()
    failed = 0
    for done, result in enumerate(results, 1):
        failed += isinstance(result, Failure)
        if progress is not None:
            progress(Progress(done, len(items), failed, time.monotonic() - began))
        yield result


def guarded(work: Callable[[Item], Result], item: Item) -> Result | Failure:
    """The result of ``work``, or why it failed: one bad document never loses the others."""
    try:
        return work(item)
    except SankyokuError as error:
        return Failure(item, error.en, error.ja)
    except Exception as error:  # a mistake of ours in one document must not stop the run
        cause = type(error).__name__
        logging.getLogger(__name__).exception("work on one document failed")
        return Failure(
            item,
            f"Something went wrong inside Sankyoku ({cause}); please report it.",
            f"Sankyoku の内部で問題が発生しました（{cause}）。ご報告ください。",
            cause,
        )


def _batch(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result | Failure]:
    return [guarded(work, item) for item in items]


def _on_cluster(
    items: Sequence[Item], work: Callable[[Item], Result], workers: int, scheduler: str | None
) -> Iterator[Result | Failure]:
    """Batches of items on the workers, a few ahead of what was taken, so that memory does not grow."""
    if not items:
        return
    if scheduler is None:
        _prepare(work)
    with _client(workers, scheduler) as client:
        count = workers if scheduler is None else len(client.scheduler_info(n_workers=-1)["workers"])
        batches = deque(_batches(items, count))
        running: deque[tuple[Sequence[Item], Future[Any]]] = deque()
        while batches or running:
            while batches and len(running) < _BATCHES_AHEAD * count:
                batch = batches.popleft()
                running.append((batch, _submitted(client, work, batch)))
            batch, future = running.popleft()
            yield from _gathered(client, work, batch, future, [other for _, other in running])


def _batches(items: Sequence[Item], workers: int) -> Iterator[Sequence[Item]]:
    """Small batches, since sending costs more than reading a page; single items at the end."""
    singly = max(0, len(items) - _LAST_ALONE * workers)
    size = min(_LARGEST_BATCH, max(1, singly // (_BATCHES_FOR_EACH * workers)))
    for start in range(0, singly, size):
        yield items[start : min(start + size, singly)]
    yield from (items[index : index + 1] for index in range(singly, len(items)))


def _submitted(client: Client, work: Callable[[Item], Result], batch: Sequence[Item]) -> Future[Any]:
    # pure=False: the same items given twice are work done twice, not one answer remembered
    return client.submit(_batch, work, batch, pure=False)


def _gathered(
    client: Client,
    work: Callable[[Item], Result],
    batch: Sequence[Item],
    future: Future[Any],
    others: Sequence[Future[Any]],
) -> list[Result | Failure]:
    """The results of a batch; where its workers died, those of its items one by one, with nothing beside them."""
    from distributed import KilledWorker, wait  # noqa: PLC0415 - loaded only where Dask is used

    try:
        found: list[Result | Failure] = future.result()
        return found
    except KilledWorker:
        wait(others)  # type: ignore[no-untyped-call]  # distributed is typed in part
    found = []
    for item in batch:
        try:
            found.extend(_submitted(client, work, [item]).result())
        except KilledWorker:
            found.append(_deadly(item))
    return found


def _deadly(item: Item) -> Failure:
    return Failure(
        item,
        "Reading it ended the worker more than once, for want of memory perhaps; read it alone, or split it.",
        "読み込み中にワーカーが繰り返し停止しました（メモリー不足の可能性）。単独で読み込むか、分割してください。",
        "KilledWorker",
    )


def _prepare(work: Callable[[Item], Result]) -> None:
    """Starts the process that local workers are forked from, where there are such: it loads Dask and the module of
    ``work`` once for all of them, while this process loads Dask for itself."""
    if _METHOD == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415 - not on every system

        multiprocessing.get_context(_METHOD).set_forkserver_preload(["distributed", work.__module__])
        forkserver.ensure_running()


@contextmanager
def _client(workers: int, scheduler: str | None) -> Iterator[Client]:
    """A client of the cluster at ``scheduler``, or of local workers that end with it."""
    import dask  # noqa: PLC0415 - loaded only where Dask is used
    from distributed import Client, LocalCluster  # noqa: PLC0415

    with ExitStack() as stack:
        if scheduler is not None:
            yield stack.enter_context(_connected(scheduler))
            return
        stack.enter_context(dask.config.set(_LOCAL))
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="sankyoku-", ignore_cleanup_errors=True))
        cluster = stack.enter_context(
            LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",  # None would take the port 8787
                scheduler_kwargs={"dashboard": False},
                memory_limit=_MEMORY,
                local_directory=folder,
                silence_logs=logging.CRITICAL,
            )
        )
        yield stack.enter_context(Client(cluster))  # type: ignore[no-untyped-call]


_METHOD: Final = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_LOCAL: Final[dict[str, Any]] = {
    "distributed.worker.multiprocessing-method": _METHOD,
    "distributed.scheduler.allowed-failures": _DEATHS_FORGIVEN,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.target": False,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.disk": False,
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.admin.system-monitor.interval": "5s",
}


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    from distributed import Client  # noqa: PLC0415 - loaded only where Dask is used

    try:
        client = Client(scheduler, timeout=_CONNECT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise BadInput(
            f"No Dask scheduler answers at {scheduler}; start one, or leave out --scheduler.",
            f"{scheduler} の Dask スケジューラーに接続できません。起動するか、--scheduler を省いてください。",
        ) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=_SECONDS_FOR_WORKERS)
        except TimeoutError:
            raise BadInput(
                f"The Dask scheduler at {scheduler} has no workers; start one with: dask worker {scheduler}",
                f"{scheduler} の Dask スケジューラーにワーカーがありません。"
                f"dask worker {scheduler} で起動してください。",
            ) from None
        yield client
