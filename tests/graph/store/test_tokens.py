"""Access tokens: shown once, kept as hashes, with an expiry and a way to revoke them."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.errors import DatasetError, NotFound
from graph.store.tokens import Tokens


def test_a_token_is_found_by_its_secret_and_its_secret_is_not_kept(tmp_path: Path) -> None:
    tokens = Tokens.of(tmp_path)
    assert tokens.all() == ()
    token, secret = tokens.create("desk", "curator")
    assert tokens.find(secret) == token
    assert tokens.find(secret + "x") is None
    assert secret not in tokens.path.read_text(encoding="utf-8")
    assert stat.S_IMODE(tokens.path.stat().st_mode) == 0o600


def test_a_token_ends_when_it_expires_or_is_revoked(tmp_path: Path) -> None:
    tokens, now = Tokens.of(tmp_path), datetime.now(UTC)
    _, brief = tokens.create("brief", "staff", expires=now + timedelta(hours=1))
    revoked, gone = tokens.create("gone", "admin")
    assert tokens.find(brief) is not None
    assert tokens.find(brief, now + timedelta(hours=2)) is None
    tokens.revoke(revoked.id)
    assert tokens.find(gone) is None
    assert [token.name for token in tokens.all()] == ["brief", "gone"]
    with pytest.raises(NotFound):
        tokens.revoke("nobody")


def test_a_change_by_another_process_is_seen(tmp_path: Path) -> None:
    ours, theirs = Tokens.of(tmp_path), Tokens.of(tmp_path)
    _, secret = theirs.create("x", "reader")
    assert ours.find(secret) is not None
    theirs.revoke(theirs.all()[0].id)
    assert ours.find(secret) is None


def test_a_damaged_file_opens_nothing_and_says_so(tmp_path: Path) -> None:
    tokens = Tokens.of(tmp_path)
    tokens.path.write_text("[{}]", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"tokens\.json"):
        tokens.find("anything")
