"""What every page needs: the reading, the reader, the language, the address, the names; and how it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Final

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, Response

from api.access import Visitor
from api.caching import cache_headers
from api.deps import CurrentReading, CurrentVisitor, Server
from api.language import Language, language_of
from api.pages.address import Address
from api.pages.assets import version
from api.pages.names import Names
from api.pages.rendering import render
from api.sessions import COOKIE, sessions_of
from api.state import Reading, State
from graph.history import coverage

HTML: Final = "text/html"


@dataclass(frozen=True)
class Page:
    """A page about to be made."""

    request: Request
    state: State
    reading: Reading
    visitor: Visitor

    @property
    def language(self) -> Language:
        """The reader's language."""
        return language_of(self.request)

    @cached_property
    def here(self) -> Address:
        """The address asked for."""
        return Address.of(self.request, self.state.settings.public_url)

    @cached_property
    def names(self) -> Names:
        """What things are called."""
        return Names(self.reading.index.catalogue, self.language)

    @cached_property
    def headers(self) -> dict[str, str]:
        """Caching, told before the work is done. Raises ``NotModified`` where the reader has the page already.

        What a page shows depends on the day (what is due, who has gone quiet), on this version of the pages and,
        for readers who are signed in, on who they are; such a page is kept by nobody but its reader.
        """
        told = f"{HTML};{version()};{self.state.today()};{self.visitor.client if self.visitor.trusted else ''}"
        headers = cache_headers(self.request, self.reading, told)
        if self.visitor.trusted:
            headers["Cache-Control"] = "private, no-cache"
        return headers

    def check_known(self) -> None:
        """Raises ``NotModified`` where the reader has the page already."""
        self.headers  # noqa: B018 - making them tells

    @property
    def csrf(self) -> str | None:
        """The form token of the reader's session."""
        cookie = self.request.cookies.get(COOKIE)
        return sessions_of(self.request).form_token(cookie) if cookie and self.visitor.trusted else None

    def show(self, template: str, status: int = 200, **values: object) -> Response:
        """The page that a template makes of ``values``."""
        return self._sent(template, status, self.headers, values)

    def show_fresh(self, template: str, status: int = 200, **values: object) -> Response:
        """The same, never kept: a form, or what is being worked on."""
        return self._sent(template, status, {"Cache-Control": "no-store"}, values)

    def _sent(self, template: str, status: int, headers: dict[str, str], values: dict[str, object]) -> Response:
        words = render(
            template,
            language=self.language,
            say=self.names.say,
            n=self.names,
            here=self.here,
            visitor=self.visitor if self.visitor.trusted else None,
            staff=self.visitor.may("staff"),
            csrf=self.csrf,
            reading=self.reading,
            catalogue=self.reading.index.catalogue,
            coverage=coverage(self.reading.index),
            today=self.state.today(),
            **values,
        )
        return HTMLResponse(words, status, headers)


def _fresh_page(request: Request, state: Server, reading: CurrentReading, visitor: CurrentVisitor) -> Page:
    return Page(request, state, reading, visitor)


#: A page that is never kept: forms, and what is being worked on.
FreshPage = Annotated[Page, Depends(_fresh_page)]


def _page(page: FreshPage) -> Page:
    """The page, unless the reader has it already: then the work is not done at all."""
    page.check_known()
    return page


CurrentPage = Annotated[Page, Depends(_page)]
