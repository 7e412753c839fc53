"""Sessions of browsers: a signed cookie that names the token it was opened with, and the tokens of its forms.

Nothing is kept on the server but the key. A session ends after twelve hours, with its token, or when its reader
signs out. The cookie is for reading alone: a request that changes anything has to carry the form token too.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import Response

from api.errors import FORBIDDEN, Problem
from graph.store.disk import room_to_write
from graph.store.tokens import Token, Tokens

COOKIE: Final = "sankyoku_session"
#: The cookie of a reader who has not signed in: what the sign-in form is tied to.
FORM_COOKIE: Final = "sankyoku_form"
HOURS: Final = 12
_KEY_BYTES: Final = 32


@dataclass
class Sessions:
    """Opens sessions and knows them again. ``path`` holds the key, made when it is first needed."""

    path: Path
    clock: Callable[[], float] = field(default=time.time)

    @classmethod
    def of(cls, dataset: Path) -> Sessions:
        """The sessions of the dataset in the folder ``dataset``."""
        return cls(dataset / "session.key")

    def open(self, token: Token) -> str:
        """The cookie of a new session."""
        told = f"{token.id}.{int(self.clock())}.{secrets.token_urlsafe(12)}"
        return f"{told}.{self._sign('session', told)}"

    def token_of(self, cookie: str, tokens: Tokens) -> Token | None:
        """The token that a session was opened with, while both are valid."""
        told, _, signature = cookie.rpartition(".")
        if not told or not hmac.compare_digest(signature.encode(), self._sign("session", told).encode()):
            return None
        name, since, _ = told.split(".", 2)
        if self.clock() - int(since) > HOURS * 3600:
            return None
        found = next((token for token in tokens.all() if token.id == name), None)
        return found if found and found.valid(datetime.fromtimestamp(self.clock(), UTC)) else None

    def form_token(self, cookie: str) -> str:
        """What every form of a session carries. The same for all sessions of one token: who has to sign in again
        while a form is open can still send it."""
        return self._sign("form", cookie.partition(".")[0])

    def sign_in_token(self, form_cookie: str) -> str:
        """What the sign-in form carries, where there is no session yet."""
        return self._sign("sign-in", form_cookie)

    def check_form(self, expected: str, given: str) -> None:
        """Raises ``Problem`` (403) for a form that this reader was not given."""
        if not hmac.compare_digest(given.encode(), expected.encode()):
            raise Problem(
                FORBIDDEN,
                "This form belongs to another session, or to one that has ended. Open the page again; "
                "what you typed can be copied from the page before.",
                "この様式は別のセッション又は終了したセッションのものです。ページを開き直してください"
                "（入力内容は前のページから複写できます）。",
            )

    def _sign(self, purpose: str, told: str) -> str:
        return hmac.new(self._key, f"{purpose}\x1f{told}".encode(), hashlib.sha256).hexdigest()

    @cached_property
    def _key(self) -> bytes:
        """The key, the same for every process of a dataset."""
        if not self.path.exists():
            mine = self.path.with_suffix(f".{secrets.token_hex(4)}")
            with room_to_write():
                descriptor = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                os.write(descriptor, secrets.token_bytes(_KEY_BYTES))
                os.close(descriptor)
            try:
                os.link(mine, self.path)
            except FileExistsError:
                pass  # another process was faster: its key is the key
            finally:
                mine.unlink()
        return self.path.read_bytes()


def sessions_of(request: HTTPConnection) -> Sessions:
    """The sessions of the application that a request came to."""
    told: Sessions = request.app.state.sessions
    return told


def set_cookie(response: Response, name: str, value: str) -> None:
    """Sets a cookie that scripts cannot read, that no other site makes the browser send, over TLS alone."""
    response.set_cookie(name, value, max_age=HOURS * 3600, path="/", secure=True, httponly=True, samesite="strict")


def clear_cookie(response: Response, name: str) -> None:
    """Makes the browser forget a cookie."""
    response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="strict")


def check_origin(request: HTTPConnection) -> None:
    """Raises ``Problem`` (403) for a form that another site sent (Fetch Metadata; ``Origin`` in older browsers)."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.url.netloc}"
    foreign = site not in ("same-origin", "none") if site else origin not in (None, own)
    if foreign:
        raise Problem(
            FORBIDDEN, "This form was sent by another site.", "この様式は別のサイトから送信されたため受け付けません。"
        )
