"""A visit: who asks for what, of which edition. What every route of linked data is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from api.access import Visitor
from api.caching import cache_headers
from api.deps import CurrentReading, CurrentVisitor, Server
from api.language import Language, language_of
from api.state import Reading, State


@dataclass(frozen=True)
class Visit:
    """One request, and what it may read."""

    request: Request
    state: State
    visitor: Visitor
    reading: Reading

    @property
    def server(self) -> str:
        """The address under which readers reach this server, without a slash at its end."""
        return self.state.settings.public_url or str(self.request.base_url).rstrip("/")

    @property
    def language(self) -> Language:
        """The reader's language."""
        return language_of(self.request)

    @property
    def asked_language(self) -> Language | None:
        """The language that the address asks for (``?lang=``), if it does."""
        return self.language if self.request.query_params.get("lang") in ("en", "ja") else None

    def cached(self, media_type: str) -> dict[str, str]:
        """The caching headers of an answer. Raises ``NotModified``."""
        return cache_headers(self.request, self.reading, media_type)


def _visit(request: Request, state: Server, visitor: CurrentVisitor, reading: CurrentReading) -> Visit:
    return Visit(request, state, visitor, reading)


CurrentVisit = Annotated[Visit, Depends(_visit)]
