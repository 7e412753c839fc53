"""A reader with a browser session: signs in through the form, and sends forms as a browser does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from httpx2 import Response
from starlette.testclient import TestClient

from graph.store.tokens import Role
from tests.api.conftest import client_of, token_for
from tests.api.pages import seen

HERE = "https://testserver"


class Browser:
    """A client over TLS that keeps cookies, sends what browsers send, and takes form tokens from the page."""

    def __init__(self, client: TestClient) -> None:
        client.base_url = HERE
        client.headers.update({"Accept": "text/html,*/*;q=0.8", "Accept-Language": "en"})
        self.client = client

    def open(self, address: str) -> Response:
        """A page."""
        return self.client.get(address)

    def form_token(self, address: str) -> str:
        """The token of the forms of a page."""
        return seen(self.open(address).text).all("input", name="form_token")[-1]["value"]

    def send(self, address: str, fields: dict[str, str | list[str]], page: str | None = None) -> Response:
        """Sends a form that stands on ``page`` (else at ``address``), without following where it leads."""
        told = {"form_token": self.form_token(page or address), **fields}
        return self.client.post(address, data=told, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False)

    def sign_in(self, secret: str, onward: str = "/") -> Response:
        """Signs in."""
        return self.send("/sign-in", {"token": secret, "next": onward})


@contextmanager
def browsing(path: Path, role: Role | None = None) -> Iterator[Browser]:
    """A browser on the dataset at ``path``, signed in with a new token of ``role`` where there is one."""
    with client_of(path) as client:
        browser = Browser(client)
        if role:
            assert browser.sign_in(token_for(path, role)).status_code == 303
        yield browser
