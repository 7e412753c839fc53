"""build, ingest, extract: from facts and documents to an edition."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from api.commands.words import progress_bar, run_of, say, settings_for, tell_outcome, terminal_language, with_dataset
from graph.build import Outcome
from graph.dates import parse_filter
from graph.errors import BadInput, NotFound
from graph.extract.contract import contract
from graph.model import Disclosure
from graph.reading import Crew, FileOutcome, Job, Wish, gazetteer_of, read_job
from graph.sources.facts import reference_folder
from graph.store.dataset import Dataset

_FILES = click.Path(path_type=Path)


@click.command()
@with_dataset
@click.option("--data", type=_FILES, default=None, help="folder of reference facts / 参照資料のフォルダー")
@click.argument("documents", nargs=-1, type=_FILES)
def build(dataset: Path | None, data: Path | None, documents: tuple[Path, ...]) -> int:
    """Reference facts and DOCUMENTS into a new edition. / 参照資料と文書から版を作成"""
    from graph.build import build as build_edition  # noqa: PLC0415 - a name of its own

    settings = settings_for(dataset)
    into = Dataset.open_or_create(settings.dataset)
    run = run_of(settings)
    outcome = build_edition(into, run, documents, Wish(who=run.who), data)
    return _report(outcome)


@click.command()
@with_dataset
@click.option("--publisher", default=None, help="authority's id, such as ppc-japan / 発行機関の識別子")
@click.option("--published", default=None, help="date of publication, ISO or era / 公表日")
@click.option("--disclosure", type=click.Choice(["public", "internal"]), default="public", help="公開区分")
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="processes that read / 読み取りプロセス数")
@click.option("--scheduler", default=None, help="address of a Dask scheduler / Dask スケジューラーの宛先")
@click.argument("files", nargs=-1, required=True, type=_FILES)
def ingest(
    dataset: Path | None,
    publisher: str | None,
    published: str | None,
    disclosure: Disclosure,
    workers: int,
    scheduler: str | None,
    files: tuple[Path, ...],
) -> int:
    """Add or replace documents; a folder stands for the files in it. / 文書の追加・差し替え"""
    from graph.build import ingest as ingest_files  # noqa: PLC0415 - a name of its own

    settings = settings_for(dataset)
    run = run_of(settings)
    paths = _expanded(files)
    known_publisher(publisher)
    wish = Wish(publisher, day_of(published), disclosure, run.who)
    into = Dataset.open_or_create(settings.dataset)
    with progress_bar(len(paths)) as progress:
        outcome = ingest_files(into, run, paths, wish, Crew(workers, scheduler, progress))
    return _report(outcome)


@click.command()
@with_dataset
@click.option("--publisher", default=None, help="authority's id / 発行機関の識別子")
@click.option("--published", default=None, help="date of publication / 公表日")
@click.option("--format", "_format", type=click.Choice(["jsonl"]), default="jsonl")
@click.argument("file", type=_FILES)
def extract(dataset: Path | None, publisher: str | None, published: str | None, _format: str, file: Path) -> int:
    """What would be claimed from FILE, one JSON object a line; nothing is written. / 試行（書き込みなし）"""
    del dataset
    known_publisher(publisher)
    read = read_job(Job(file, reference_folder(), publisher, day_of(published)))
    for account in read.accounts:
        sys.stdout.buffer.write(json.dumps(contract(account), ensure_ascii=False).encode() + b"\n")
    for warning in read.warnings:
        click.echo(warning.in_language(terminal_language()), err=True)
    if not read.accounts:
        say(f"{file.name}: no engagement found.", f"「{file.name}」に会合等の記載は見つかりませんでした。", err=True)
    return 0


def day_of(words: str | None) -> date | None:
    """A single day that a person typed. Raises ``BadDate``, ``BadInput``."""
    if words is None:
        return None
    when = parse_filter(words)
    if when.earliest != when.latest:
        raise BadInput(f'"{words}" is not a single day.', f"「{words}」は一日に定まりません。")
    return when.earliest


def known_publisher(publisher: str | None) -> None:
    """Raises ``NotFound`` for a publisher that the reference facts do not know."""
    if publisher is not None and publisher not in gazetteer_of(reference_folder()).bodies:
        raise NotFound(
            f"There is no body {publisher[:60]}; the ids are in data/authorities.csv, such as ppc-japan.",
            f"機関 {publisher[:60]} はありません。識別子は data/authorities.csv を参照してください（例：ppc-japan）。",
        )


def _expanded(files: tuple[Path, ...]) -> list[Path]:
    """Files as given, and those in folders, in order of name."""
    found: list[Path] = []
    for path in files:
        inside = sorted(child for child in path.iterdir() if child.is_file()) if path.is_dir() else []
        found += inside or [path]
    return found


def _report(outcome: Outcome) -> int:
    for told in outcome.files:
        _tell_file(told)
    failed = [told for told in outcome.files if told.error]
    if outcome.files:
        accepted = sum(told.accepted for told in outcome.files)
        review = sum(told.review for told in outcome.files)
        say(
            f"{len(outcome.files) - len(failed)} documents read, {len(failed)} unreadable; "
            f"{accepted} accepted, {review} queued for review",
            f"読み取り{len(outcome.files) - len(failed)}件、読み取り不能{len(failed)}件。"
            f"採用{accepted}件、要確認{review}件",
        )
    tell_outcome(outcome)
    return 1 if failed else 0


def _tell_file(told: FileOutcome) -> None:
    if told.error:
        click.echo(told.error.message(terminal_language()), err=True)
        return
    same_en, same_ja = (" (unchanged)", "（変更なし）") if told.unchanged else ("", "")
    for warning in told.warnings:
        click.echo(f"{told.name}: {warning.in_language(terminal_language())}", err=True)
    say(
        f"{told.name}: {told.accepted} accepted, {told.review} for review{same_en}",
        f"{told.name}：採用{told.accepted}件、要確認{told.review}件{same_ja}",
    )
