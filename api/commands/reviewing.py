"""review: what the extractor is unsure of, and what a person decides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from api.commands.words import opened, person, run_of, say, settings_for, tell_outcome, terminal_language, with_dataset
from graph.dates import era
from graph.errors import BadInput, NotFound
from graph.extract.contract import contract
from graph.model import Account
from graph.resolve.decisions import Decision, Verdict
from graph.review import Item, Queue, Verdicts, decide, queue
from graph.review import undo as take_back


@click.group()
def review() -> None:
    """What waits for a person. / 要確認の読取結果"""


@review.command("list")
@with_dataset
@click.option("--decided", is_flag=True, help="decisions made / これまでの判断")
def list_items(dataset: Path | None, decided: bool) -> int:
    """What waits, or what was decided. / 一覧"""
    waiting = _queue(dataset)
    if decided:
        for decision in waiting.decisions:
            click.echo(_decision_line(decision, unplaced=decision in waiting.unplaced))
        return 0
    for item in waiting.items:
        click.echo(f"{item.key}  {' = ? = '.join(_line(account) for account in item.accounts)}")
        for reason in item.reasons:
            click.echo(f"            {reason}")
    say(f"{len(waiting.items)} waiting.", f"要確認：{len(waiting.items)}件")
    return 0


@review.command()
@with_dataset
@click.argument("key")
def show(dataset: Path | None, key: str) -> int:
    """One item: the passage, the reading, and why. / 詳細"""
    item = next((one for one in _queue(dataset).items if one.key == key), None)
    if item is None:
        raise NotFound(f"Nothing waits under {key[:20]}.", f"{key[:20]} に当たる要確認の項目はありません。")
    _show(item)
    return 0


def _deciding(name: str, verdict: Verdict, doc: str, keys: int) -> None:
    """Adds a command that decides ``verdict`` of one or two accounts."""

    @review.command(name, help=doc)
    @with_dataset
    @click.option("--reason", default="", help="why / 理由")
    @click.option("--who", default=None, help="who decides / 判断者")
    @click.argument("keys", nargs=keys)
    def command(dataset: Path | None, reason: str, who: str | None, keys: tuple[str, ...] | str) -> int:
        named = (keys,) if isinstance(keys, str) else keys
        return _decide(dataset, Verdicts(verdict, named, who or person(), reason))


_deciding("accept", "accept", "The reading is right. / 採用", 1)
_deciding("reject", "reject", "The reading is wrong and is dropped. / 不採用", 1)
_deciding("merge", "same", "Two readings tell of one event; a pair is named by its own key. / 同一の会合等とする", -1)
_deciding("split", "different", "Two readings tell of two events. / 別の会合等とする", -1)


@review.command()
@with_dataset
@click.option("--set", "changes", multiple=True, required=True, metavar="FIELD=VALUE", help="VALUE: text or JSON")
@click.option("--reason", default="", help="why / 理由")
@click.option("--who", default=None, help="who decides / 判断者")
@click.argument("key")
def correct(dataset: Path | None, changes: tuple[str, ...], reason: str, who: str | None, key: str) -> int:
    """The reading is right but for some fields: --set status=cancelled. / 訂正して採用"""
    told = dict(_change(change) for change in changes)
    return _decide(dataset, Verdicts("correct", (key,), who or person(), reason, told))


@review.command()
@with_dataset
@click.option("--reason", default="", help="why / 理由")
@click.argument("decision")
def undo(dataset: Path | None, reason: str, decision: str) -> int:
    """Take a decision back; it stays in the record. / 判断の取消し"""
    settings = settings_for(dataset)
    tell_outcome(take_back(opened(settings), run_of(settings), decision, reason))
    return 0


def _queue(dataset: Path | None) -> Queue:
    settings = settings_for(dataset)
    return queue(opened(settings), settings.base)


def _decide(dataset: Path | None, said: Verdicts) -> int:
    settings = settings_for(dataset)
    tell_outcome(decide(opened(settings), run_of(settings, said.who), said))
    return 0


def _change(words: str) -> tuple[str, Any]:
    """``status=cancelled``, or a value in JSON: ``when={"edtf": ...}``; a date may be typed as anywhere."""
    from graph.dates import parse_filter  # noqa: PLC0415 - beside its only use

    name, equals, value = words.partition("=")
    if not equals:
        raise BadInput(f'"{words}" is not FIELD=VALUE.', f"「{words}」は「項目=値」の形ではありません。")
    if name == "when" and not value.startswith("{"):
        return name, parse_filter(value).model_dump(mode="json")
    if name == "title" and not value.startswith("{"):
        return name, {terminal_language(): value}
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _line(account: Account) -> str:
    language = terminal_language()
    return f"{era(account.when, language)}  {account.title.in_language(language)}"


def _show(item: Item) -> None:
    for account in item.accounts:
        for evidence in account.evidence:
            place = ", ".join(
                f"{name} {value}" for name, value in (("p.", evidence.page), ("l.", evidence.line_start)) if value
            )
            click.echo(f"[{evidence.document}, {place}]")
            click.echo(evidence.quote or evidence.row or "")
            click.echo()
        click.echo(json.dumps(contract(account), ensure_ascii=False, indent=1))
    for reason in item.reasons:
        click.echo(f"? {reason}")


def _decision_line(decision: Decision, *, unplaced: bool) -> str:
    about = ", ".join(mark.title or mark.id or mark.short for mark in decision.marks) or (decision.undoes or "")
    lost = "  [unplaced / 対象なし]" if unplaced else ""
    return (
        f"{decision.id}  {decision.at:%Y-%m-%d}  {decision.who}  {decision.verdict}  {about}  {decision.reason}{lost}"
    )
