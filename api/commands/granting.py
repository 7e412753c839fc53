"""token: who may see what is internal, and who may write."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from api.commands.words import opened, person, say, settings_for, with_dataset
from graph.store.tokens import RANKS, Role, Token, Tokens


@click.group()
def token() -> None:
    """Access tokens. / アクセストークン"""


@token.command()
@with_dataset
@click.option("--role", type=click.Choice(list(RANKS)), required=True, help="役割")
@click.option("--name", default=None, help="whose it is / 利用者名")
@click.option("--days", type=click.IntRange(1, 3650), default=365, help="days until it expires / 有効日数")
def create(dataset: Path | None, role: Role, name: str | None, days: int) -> int:
    """A new token; its secret is shown this once. / 発行（秘密の値は一度だけ表示）"""
    settings = settings_for(dataset)
    known = opened(settings)
    expires = datetime.now(UTC).replace(microsecond=0) + timedelta(days=days)
    made, secret = Tokens.of(known.path).create(name or person(), role, expires)
    known.append_audit(person(), "token create", token=made.id, role=role, name=made.name)
    click.echo(secret)
    say(
        f"Token {made.id}, role {role}, valid until {expires:%Y-%m-%d}. It is not shown again.",
        f"トークン {made.id}（役割 {role}、{expires:%Y-%m-%d} まで有効）。この値は再表示されません。",
        err=True,
    )
    return 0


@token.command("list")
@with_dataset
def list_tokens(dataset: Path | None) -> int:
    """Every token there ever was. / 一覧"""
    now = datetime.now(UTC)
    for one in Tokens.of(opened(settings_for(dataset)).path).all():
        click.echo(f"{one.id}  {one.role:8}  {_state(one, now):8}  {_until(one)}  {one.name}")
    return 0


@token.command()
@with_dataset
@click.argument("token_id")
def revoke(dataset: Path | None, token_id: str) -> int:
    """Take a token out of use for good. / 失効"""
    known = opened(settings_for(dataset))
    gone = Tokens.of(known.path).revoke(token_id)
    known.append_audit(person(), "token revoke", token=gone.id)
    say(f"Token {gone.id} is revoked.", f"トークン {gone.id} を失効させました。")
    return 0


def _state(one: Token, now: datetime) -> str:
    if one.revoked:
        return "revoked"
    return "valid" if one.valid(now) else "expired"


def _until(one: Token) -> str:
    return f"{one.expires:%Y-%m-%d}" if one.expires else "-" * 10
