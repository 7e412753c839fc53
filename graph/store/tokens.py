"""Access tokens: made once, shown once, kept as hashes, with a role, an expiry and a way to revoke them.

A token is 32 random bytes, so one SHA-256 keeps it as safe as a slow hash would: there is nothing to guess.
"""

from __future__ import annotations

import fcntl
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from graph.errors import DatasetError, NotFound
from graph.store.disk import replace_file, room_to_write

Role = Literal["reader", "staff", "curator", "admin"]
RANKS: Final[Mapping[Role, int]] = MappingProxyType({"reader": 1, "staff": 2, "curator": 3, "admin": 4})
_PREFIX: Final = "sk_"


class Token(BaseModel):
    """What is kept of a token; ``sha256`` is of the secret, which is not kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    role: Role
    sha256: str
    created: datetime
    expires: datetime | None = None
    revoked: datetime | None = None

    def valid(self, now: datetime) -> bool:
        """Whether the token opens anything at ``now``."""
        return self.revoked is None and (self.expires is None or now < self.expires)


_KEPT: Final = TypeAdapter(tuple[Token, ...])


@dataclass
class Tokens:
    """The tokens of a dataset, in one file below it. Read anew when the file changes."""

    path: Path
    _state: tuple[int, int, int] | None = None
    _known: tuple[Token, ...] = ()

    @classmethod
    def of(cls, dataset: Path) -> Tokens:
        """The tokens of the dataset in the folder ``dataset``."""
        return cls(dataset / "tokens.json")

    def all(self) -> tuple[Token, ...]:
        """Every token there ever was, oldest first. Raises ``DatasetError`` for a damaged file."""
        try:
            told = self.path.stat()
        except FileNotFoundError:
            return ()
        state = (told.st_ino, told.st_mtime_ns, told.st_size)
        if state != self._state:
            self._known, self._state = self._read(), state
        return self._known

    def find(self, secret: str, now: datetime | None = None) -> Token | None:
        """The valid token with this secret, or None."""
        digest = _digest(secret)
        moment = now or datetime.now(UTC)
        found = [token for token in self.all() if hmac.compare_digest(token.sha256, digest)]
        return next((token for token in found if token.valid(moment)), None)

    def create(self, name: str, role: Role, expires: datetime | None = None) -> tuple[Token, str]:
        """A new token and its secret, which is told this once."""
        secret = _PREFIX + secrets.token_urlsafe(32)
        token = Token(
            id=secrets.token_hex(4),
            name=name,
            role=role,
            sha256=_digest(secret),
            created=datetime.now(UTC).replace(microsecond=0),
            expires=expires,
        )
        with self._writing():
            self._write((*self.all(), token))
        return token, secret

    def revoke(self, token_id: str) -> Token:
        """Takes a token out of use for good. Raises ``NotFound``."""
        with self._writing():
            found = next((token for token in self.all() if token.id == token_id), None)
            if found is None:
                raise NotFound(f"There is no token {token_id[:20]}.", f"トークン {token_id[:20]} はありません。")
            gone = found.model_copy(update={"revoked": found.revoked or datetime.now(UTC).replace(microsecond=0)})
            self._write(tuple(gone if token.id == token_id else token for token in self.all()))
        return gone

    def _read(self) -> tuple[Token, ...]:
        try:
            return _KEPT.validate_json(self.path.read_bytes())
        except (OSError, ValidationError) as error:
            raise DatasetError(
                "The file of access tokens is damaged; restore tokens.json from a copy, "
                "or remove it and make new ones.",
                "トークンのファイル（tokens.json）が壊れています。控えから復元するか、削除して作り直してください。",
            ) from error

    def _write(self, tokens: tuple[Token, ...]) -> None:
        body = json.dumps(_KEPT.dump_python(tokens, mode="json"), indent=1, ensure_ascii=False)
        with room_to_write():
            replace_file(self.path, body.encode() + b"\n")
            self.path.chmod(0o600)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One change at a time, between processes too."""
        descriptor = os.open(self.path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
