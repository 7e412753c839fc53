"""edition: which editions there are, what they hold, whether they are whole; keeping, comparing, going back."""

from __future__ import annotations

import json
from pathlib import Path

import click

from api.commands.words import check_writable, opened, person, say, settings_for, with_dataset
from graph.editions import changes, compare, export, pin, pins, unpin
from graph.editions import restore as restore_archive
from graph.errors import DamagedEdition, NotFound
from graph.model import Disclosure
from graph.store.dataset import Dataset


@click.group()
def edition() -> None:
    """Editions: everything served comes from one. / 版"""


@edition.command("list")
@with_dataset
def list_editions(dataset: Path | None) -> int:
    """Every edition, oldest first; the one served is marked. / 一覧"""
    known = _known(dataset)
    pinned, current = pins(known), known.current_id()
    for edition_id in known.edition_ids():
        try:
            manifest = known.edition(edition_id).manifest
        except DamagedEdition:
            click.echo(f"  {edition_id}  damaged / 破損")
            continue
        mark = "*" if edition_id == current else " "
        kept = " pinned" if edition_id in pinned else ""
        counts = manifest.internal.counts
        told = f"{counts.get('engagements', 0):,} engagements, {manifest.internal.quads:,} quads"
        click.echo(f"{mark} {edition_id}  {told}  {manifest.note}{kept}")
    return 0


@edition.command()
@with_dataset
@click.argument("edition_id", required=False)
def show(dataset: Path | None, edition_id: str | None) -> int:
    """The manifest of an edition: counts, inputs with hashes, versions, validation. / 目録"""
    manifest = _known(dataset).edition(edition_id).manifest
    told = manifest.model_dump(mode="json")
    for view in ("public", "internal"):
        told[view]["files"] = f"{len(told[view]['files'])} files"
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    return 0


@edition.command()
@with_dataset
@click.argument("edition_id", required=False)
def verify(dataset: Path | None, edition_id: str | None) -> int:
    """Read every file of an edition and compare it with the manifest. / 検証"""
    told = _known(dataset).edition(edition_id)
    problems = told.verify()
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        say(f"Edition {told.id} is damaged.", f"版 {told.id} は破損しています。", err=True)
        return 1
    count = sum(len(told.manifest.view(view).files) for view in ("public", "internal"))
    say(f"Edition {told.id} is whole: {count} files.", f"版 {told.id} は正常です（{count}ファイル）。")
    return 0


@edition.command("pin")
@with_dataset
@click.option("--note", default="", help="why / 理由")
@click.option("--off", is_flag=True, help="no longer / 解除")
@click.argument("edition_id", required=False)
def pin_edition(dataset: Path | None, note: str, off: bool, edition_id: str | None) -> int:
    """Keep an edition for good: it is never collected. / 保存の指定"""
    known = _known(dataset)
    told = known.edition(edition_id)
    if off:
        unpin(known, told.id, who=person())
        say(f"Edition {told.id} is no longer pinned.", f"版 {told.id} の保存指定を解除しました。")
    else:
        pin(known, told.id, who=person(), note=note)
        say(f"Edition {told.id} is pinned.", f"版 {told.id} を保存指定しました。")
    return 0


@edition.command()
@with_dataset
@click.option("--internal", is_flag=True, help="of the internal view / 内部限りの情報を含む")
@click.argument("older")
@click.argument("newer", required=False)
def diff(dataset: Path | None, internal: bool, older: str, newer: str | None) -> int:
    """What changed from OLDER to NEWER (or the one served), quad by quad. / 版の比較"""
    known = _known(dataset)
    view: Disclosure = "internal" if internal else "public"
    old, new = known.edition(older), known.edition(newer)
    for sign, line in changes(known, old, new, view):
        click.echo(f"{sign} {line.decode().rstrip()}")
    told = compare(known, old, new, view)
    say(f"{told.added:,} added, {told.removed:,} removed.", f"追加{told.added:,}件、削除{told.removed:,}件", err=True)
    return 0


@edition.command("export")
@with_dataset
@click.argument("destination", type=click.Path(path_type=Path))
@click.argument("edition_id", required=False)
def export_edition(dataset: Path | None, destination: Path, edition_id: str | None) -> int:
    """One file that holds an edition, from which it can be restored elsewhere. / 書き出し"""
    check_writable(destination)
    manifest = export(_known(dataset), edition_id, destination)
    say(f"Edition {manifest.id} is in {destination}.", f"版 {manifest.id} を {destination} に書き出しました。")
    return 0


@edition.command()
@with_dataset
@click.option("--note", default="", help="why / 理由")
@click.argument("what")
def restore(dataset: Path | None, note: str, what: str) -> int:
    """Serve an edition again: WHAT is its id, or a file made by export. / 差し戻し"""
    settings = settings_for(dataset)
    path = Path(what)
    if path.is_file():
        manifest = restore_archive(Dataset.open_or_create(settings.dataset), path, who=person(), note=note)
    else:
        known = opened(settings)
        if what not in known.edition_ids():
            raise NotFound(
                f"{what[:80]} is neither an edition nor a file; list editions with: sankyoku edition list",
                f"{what[:80]} は版でもファイルでもありません。sankyoku edition list で確認してください。",
            )
        manifest = known.restore(what, wait=None, who=person(), note=note)
    say(f"Edition {manifest.id} is served.", f"版 {manifest.id} の提供を開始しました。")
    return 0


def _known(dataset: Path | None) -> Dataset:
    return opened(settings_for(dataset))
