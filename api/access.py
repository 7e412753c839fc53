"""Who is asking, and what they may see: anonymous readers the public view, staff and above the internal one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from starlette.requests import HTTPConnection

from api.errors import FORBIDDEN, UNAUTHORIZED, Problem
from api.sessions import COOKIE, sessions_of
from graph.model import Disclosure
from graph.store.tokens import RANKS, Role, Token, Tokens


@dataclass(frozen=True)
class Visitor:
    """Who is asking. ``name`` is the token's; ``client`` tells clients apart for limits."""

    role: Role | Literal["anonymous"]
    name: str
    client: str

    @property
    def trusted(self) -> bool:
        """Whether a valid token came along."""
        return self.role != "anonymous"

    @property
    def view(self) -> Disclosure:
        """The view that this visitor reads."""
        return "internal" if self.may("staff") else "public"

    def may(self, role: Role) -> bool:
        """Whether the visitor has ``role`` or one above it."""
        return self.role != "anonymous" and RANKS[self.role] >= RANKS[role]


def visitor_of(request: HTTPConnection, tokens: Tokens) -> Visitor:
    """Who is asking, by ``Authorization: Bearer``, else by the session of a browser that reads.

    Raises ``Problem`` (401) for a token that is not valid.
    """
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if not secret:
        token = _of_session(request, tokens)
        return by_token(token) if token else anonymous(request)
    found = tokens.find(secret.strip()) if scheme.lower() == "bearer" else None
    if found is None:
        raise Problem(
            UNAUTHORIZED,
            "The token is not valid: unknown, expired or revoked.",
            "トークンが無効です（不明、期限切れ又は失効済み）。",
        )
    return by_token(found)


def anonymous(request: HTTPConnection) -> Visitor:
    """Whoever says nothing of themselves."""
    return Visitor("anonymous", "anonymous", request.client.host if request.client else "unknown")


def by_token(token: Token) -> Visitor:
    """The visitor that a valid token stands for."""
    return Visitor(token.role, token.name, f"token:{token.id}")


def _of_session(request: HTTPConnection, tokens: Tokens) -> Token | None:
    """The token of a browser's session. A cookie alone changes nothing: forms bring a form token (api.pages.forms)."""
    cookie = request.cookies.get(COOKIE)
    if not cookie or request.scope.get("method") not in ("GET", "HEAD"):
        return None
    return sessions_of(request).token_of(cookie, tokens)


def require(visitor: Visitor, role: Role) -> None:
    """Raises ``Problem`` (401 without a token, 403 with too low a role) unless the visitor has ``role``."""
    if visitor.may(role):
        return
    if not visitor.trusted:
        raise Problem(
            UNAUTHORIZED,
            f"This needs a token of the role {role} or above.",
            f"この操作には {role} 以上の役割のトークンが必要です。",
        )
    raise Problem(
        FORBIDDEN,
        f"The token's role is {visitor.role}; this needs {role} or above.",
        f"トークンの役割は {visitor.role} です。この操作には {role} 以上が必要です。",
    )
