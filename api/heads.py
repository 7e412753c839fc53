"""HEAD wherever there is GET (RFC 9110, 9.3.2): the same headers and no body, said once for all routes."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class HeadAsGet:
    """Has a HEAD request answered as the GET that it asks about, and drops the body."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        asked = {**scope, "method": "GET"}
        await self._app(asked, receive, sending)
        if "route" in asked:  # which route answered is counted outside
            scope["route"] = asked["route"]


def describe_once(app: FastAPI) -> None:
    """Takes HEAD off the routes that have GET: one operation has one id in the description of the API."""
    for route in app.routes:
        if isinstance(route, APIRoute) and route.methods and "GET" in route.methods:
            route.methods.discard("HEAD")
