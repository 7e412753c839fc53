"""The main job measured: building, extracting, starting the server, a filtered list.

    python -m bench.main_job

Each figure is the median of several runs, with the slowest beside it. Commands are whole processes, so loading
Python is part of them; "work" leaves it out. The real report is read where it is at hand (``../shared``).
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Final

from graph.reading import Job, gazetteer_of, read_job
from graph.sources.facts import reference_folder

REPORT: Final = Path(__file__).resolve().parents[2] / "shared" / "sources" / "ppc-activity-report-fy2019-h1.txt"
LIST: Final = "/api/v1/engagements?with=us-ftc&from=2019-01&to=2019-12&kind=trilateral-meeting"


def measured(name: str, target: float, runs: int, work: Callable[[], float]) -> None:
    """Prints the median and the slowest of some runs beside the target, in seconds."""
    times = [work() for _ in range(runs)]
    print(
        f"{name:52} {statistics.median(times):8.3f} s   slowest {max(times):7.3f} s   target {target:g} s", flush=True
    )


def timed(work: Callable[[], object]) -> float:
    """How long ``work`` takes, by the clock."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def command(*words: str) -> Callable[[], object]:
    """A run of the command line that has to succeed."""
    told = [sys.executable, "-m", "api.cli", *words]
    return lambda: subprocess.run(told, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    """Measures all of it, and prints a line each."""
    report = [str(REPORT)] if REPORT.is_file() else []
    print(
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
        + ("" if report else "; the report is not at hand")
    )
    with tempfile.TemporaryDirectory() as folder:
        paths = (Path(folder) / str(number) for number in range(100))
        last = Path(folder) / "served"
        measured(
            "build of all facts" + (" and the report" if report else ""),
            5,
            3,
            lambda: timed(command("build", "--dataset", str(next(paths)), *report)),
        )
        if report:
            gazetteer_of(reference_folder())
            measured(
                "extract of the report, work", 1, 5, lambda: timed(lambda: read_job(Job(REPORT, reference_folder())))
            )
        command("build", "--dataset", str(last), *report)()
        measured("server ready", 2, 3, lambda: _serving(last)[0])
        measured("a filtered list of engagements, by HTTP", 0.02, 1, lambda: statistics.median(_serving(last)[1]))


def _serving(dataset: Path) -> tuple[float, list[float]]:
    """How long until the server is ready, and how long each of 200 requests then takes."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    began = time.perf_counter()
    words = [sys.executable, "-m", "api.cli", "serve", "--dataset", str(dataset), "--port", str(port)]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not _answers(f"http://127.0.0.1:{port}/health/ready"):
            time.sleep(0.01)
        ready = time.perf_counter() - began
        address = f"http://127.0.0.1:{port}{LIST}"
        return ready, [timed(lambda: urllib.request.urlopen(address).read()) for _ in range(200)]
    finally:
        server.terminate()
        server.wait(10)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - loopback
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    main()
