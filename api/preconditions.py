"""Changing only what one has seen: ``If-Match`` and ``If-None-Match`` of writes (RFC 9110, 13.1), answered 412.

A state is a content hash or an edition's id. An ETag of ours begins with the state that it was read in, so a
condition holds whichever format the writer read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from api.errors import PRECONDITION, Problem
from graph.store.user_graphs import Check


def state_tag(state: str, *seen: str) -> str:
    """A strong ETag for a state as it is ``seen`` (in which view, in which format)."""
    return f'"{".".join((state, *seen))}"'


@dataclass(frozen=True)
class Conditions:
    """The conditions of one request; ``*`` stands for any state."""

    match: tuple[str, ...] | None
    none_match: tuple[str, ...] | None

    def check(self, state: str | None) -> None:
        """Raises ``Problem`` (412) where the state of what is to be changed (None: there is none) does not fit."""
        if self.match is not None and not _is_among(state, self.match):
            raise Problem(
                PRECONDITION,
                "This is not what you have seen: it was changed or removed meanwhile. Read it again first.",
                "確認した内容と異なります（その後に変更又は削除されています）。読み直してから再度お試しください。",
            )
        if self.none_match is not None and _is_among(state, self.none_match):
            raise Problem(
                PRECONDITION,
                "This is there already, and you asked to write only where it is not.",
                "すでに存在します（存在しない場合に限り書き込む指定がされています）。",
            )


def check_of(request: HTTPConnection) -> Check | None:
    """The check that a write asks for, if it does."""
    match, none_match = (request.headers.getlist(name) for name in ("if-match", "if-none-match"))
    if not match and not none_match:
        return None
    # By strong comparison a weak tag never matches, by weak comparison it is as good as any.
    return Conditions(
        _states(match, weak=False) if match else None, _states(none_match, weak=True) if none_match else None
    ).check


def _states(headers: Sequence[str], *, weak: bool) -> tuple[str, ...]:
    tags = [tag.strip() for header in headers for tag in header.split(",")]
    told = [tag.removeprefix("W/") if weak else tag for tag in tags]
    return tuple("*" if tag == "*" else tag[1:-1].partition(".")[0] for tag in told if tag == "*" or tag[:1] == '"')


def _is_among(state: str | None, states: tuple[str, ...]) -> bool:
    return state is not None and ("*" in states or state in states)
