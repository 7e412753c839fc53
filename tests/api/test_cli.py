"""The command line as a person uses it: exit codes, one sentence for what goes wrong, files written whole or not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from api.cli import main
from graph.store.dataset import Dataset
from tests.graph.press import REPORT

Write = Callable[[str, str], Path]


class Done(NamedTuple):
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


class Sankyoku(Protocol):
    """Runs the command in this process, as its entry point does."""

    def __call__(self, *words: str | Path, dataset: Path | None = None, language: str = "C.UTF-8") -> Done:
        """The exit code and what was printed."""


@pytest.fixture
def sankyoku(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Sankyoku:
    """The command line."""

    def run(*words: str | Path, dataset: Path | None = None, language: str = "C.UTF-8") -> Done:
        at = ["--dataset", str(dataset)] if dataset else []
        monkeypatch.setattr("sys.argv", ["sankyoku", *(str(word) for word in words), *at])
        monkeypatch.setenv("LC_ALL", language)
        monkeypatch.delenv("SANKYOKU_DATASET", raising=False)
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capfd.readouterr()
        return Done(int(str(ended.value.code or 0)), printed.out, printed.err)

    return run


def test_the_command_is_installed() -> None:
    done = subprocess.run([sys.executable, "-m", "api.cli", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("sankyoku, version")


def test_the_ftc_in_2019_as_a_table(sankyoku: Sankyoku, built: Path) -> None:
    done = sankyoku("history", "--with", "us-ftc", "--from", "2019-01", "--to", "2019-12", dataset=built)
    assert done.returncode == 0
    assert "5 of 5" in done.stdout
    assert done.stdout.index("February 2019") < done.stdout.index("September 2019")
    assert "not that they did not meet" in done.stdout


def test_the_same_in_json_and_in_japanese(sankyoku: Sankyoku, built: Path) -> None:
    words = ("history", "--with", "us-ftc", "--from", "平成31年1月", "--to", "令和元年12月")
    told = json.loads(sankyoku(*words, "--format", "json", dataset=built).stdout)
    assert told["total"] == 5
    assert all(one["sources"] for one in told["items"])
    assert "5件中5件" in sankyoku(*words, dataset=built, language="ja_JP.UTF-8").stdout


def test_extract_prints_one_object_a_line(sankyoku: Sankyoku, tmp_path: Path, write_document: Write) -> None:
    file = write_document("report-r4.txt", REPORT)
    done = sankyoku("extract", file, "--format", "jsonl")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["series"], one["ordinal"]) for one in events] == [("appa-forum", 57), ("gpa-conference", 44)]
    for one in events:
        for passage in one["evidence"]:
            assert REPORT[passage["start"] : passage["end"]] == passage["quote"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report-r4.txt"]


def test_ingest_tells_what_became_of_each_file(sankyoku: Sankyoku, dataset_path: Path, write_document: Write) -> None:
    good, bad = write_document("r.txt", REPORT), write_document("empty.txt", "")
    done = sankyoku("ingest", good, bad, "--publisher", "ppc-japan", dataset=dataset_path)
    assert done.returncode == 1
    assert "r.txt: 2 accepted" in done.stdout
    assert "1 documents read, 1 unreadable" in done.stdout
    assert "empty.txt" in done.stderr
    assert "New edition" in done.stdout
    again = sankyoku("ingest", good, dataset=dataset_path)
    assert again.returncode == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.bin", bytes(range(256)) * 40, "binary"),
        ("cut.txt", "個人情報保護委員会".encode()[:-1], "cut off"),
        ("line.txt", b"a" * 5_000_000, "line"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence(
    sankyoku: Sankyoku, dataset_path: Path, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    done = sankyoku("ingest", path, dataset=dataset_path)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_day_that_cannot_be_is_named_and_never_becomes_a_date(
    sankyoku: Sankyoku, dataset_path: Path, write_document: Write
) -> None:
    slip = REPORT.replace("令和４年７月12日～13日", "令和４年13月45日")
    done = sankyoku("ingest", write_document("slip.txt", slip), "--publisher", "ppc-japan", dataset=dataset_path)
    assert done.returncode == 0
    assert "slip.txt: " in done.stderr
    assert "13月45日" in done.stderr


def test_no_engagements_is_no_error(sankyoku: Sankyoku, dataset_path: Path, write_document: Write) -> None:
    file = write_document("quiet.txt", "本日は晴れです。\n会合はありませんでした。\n")
    done = sankyoku("ingest", file, dataset=dataset_path)
    assert done.returncode == 0
    assert "0 accepted, 0 for review" in done.stdout


def test_a_query_from_a_file_and_a_bad_one(sankyoku: Sankyoku, built: Path, write_document: Write) -> None:
    file = write_document("count.rq", "SELECT (COUNT(*) AS ?n) { ?e a <https://w3id.org/sankyoku/def#Engagement> }")
    assert sankyoku("sparql", file, "--format", "csv", dataset=built).stdout.split() == ["n", "161"]
    bad = sankyoku("sparql", "SELECT {", dataset=built)
    assert (bad.returncode, "does not parse" in bad.stderr) == (1, True)


def test_a_figure_that_cannot_be_written_fails_before_the_work(sankyoku: Sankyoku, built: Path, tmp_path: Path) -> None:
    done = sankyoku("render", "network", "-o", tmp_path / "missing" / "n.html", dataset=built)
    assert (done.returncode, "cannot be written" in done.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_a_figure_is_one_file(sankyoku: Sankyoku, built: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.html"
    done = sankyoku("render", "dialogue", "--series", "jp-eu-us-trilateral", "-o", file, dataset=built)
    assert done.returncode == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert [path.name for path in tmp_path.iterdir()] == ["t.html"]


def test_wrong_usage_is_two_and_what_is_not_there_is_one(sankyoku: Sankyoku, tmp_path: Path) -> None:
    assert sankyoku("history", "--colour", "red").returncode == 2
    assert sankyoku("nonsense").returncode == 2
    done = sankyoku("history", dataset=tmp_path / "nowhere")
    assert (done.returncode, "sankyoku build" in done.stderr) == (1, True)


def test_tokens_are_shown_once_and_kept_as_hashes(sankyoku: Sankyoku, dataset_path: Path) -> None:
    secret = sankyoku("token", "create", "--role", "staff", "--name", "a", dataset=dataset_path).stdout.strip()
    assert secret.startswith("sk_")
    assert secret not in (dataset_path / "tokens.json").read_text(encoding="utf-8")
    listed = sankyoku("token", "list", dataset=dataset_path).stdout
    assert secret not in listed
    assert sankyoku("token", "revoke", listed.split()[0], dataset=dataset_path).returncode == 0
    assert "revoked" in sankyoku("token", "list", dataset=dataset_path).stdout


def test_editions_are_verified_and_gone_back_to(sankyoku: Sankyoku, dataset_path: Path, write_document: Write) -> None:
    first = sankyoku("edition", "list", dataset=dataset_path).stdout.split()[1]
    sankyoku("ingest", write_document("r.txt", REPORT), dataset=dataset_path)
    assert "is whole" in sankyoku("edition", "verify", dataset=dataset_path).stdout
    assert sankyoku("edition", "restore", first, dataset=dataset_path).returncode == 0
    listed = sankyoku("edition", "list", dataset=dataset_path).stdout
    assert f"* {first}" in listed
    store = next((dataset_path / "editions" / first / "public" / "store").glob("*.sst"))
    store.write_bytes(store.read_bytes()[:-10])
    damaged = sankyoku("edition", "verify", dataset=dataset_path)
    assert (damaged.returncode, "damaged" in damaged.stderr) == (1, True)


def test_what_changed_since_a_date_or_an_edition(sankyoku: Sankyoku, dataset_path: Path, write_document: Write) -> None:
    first = Dataset.open(dataset_path).current_id() or ""
    report = write_document("report.txt", REPORT)
    assert sankyoku("ingest", report, "--publisher", "ppc-japan", dataset=dataset_path).returncode == 0
    done = sankyoku("changes", "--since", first, dataset=dataset_path)
    assert done.returncode == 0
    assert done.stdout.startswith(("+ ", "~ "))
    assert first in done.stderr + done.stdout
    told = json.loads(sankyoku("changes", "--since", "令和元年5月", "--format", "json", dataset=dataset_path).stdout)
    assert (told["compared"], told["then"]) == (first, None)
    assert sankyoku("changes", "--since", "nothing", dataset=dataset_path).returncode == 1
